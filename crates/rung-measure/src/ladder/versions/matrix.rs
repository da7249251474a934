//! Sources, roles, scales, dimensions, positions and what they ask, as records of one shape.

use rung_model::framework::{Framework, Table};

use super::{
    record::{Record, Renames},
    tables::{beside, criteria, lines, number, text},
};

pub(super) fn sources(f: &Framework) -> Vec<Record> {
    f.sources
        .iter()
        .map(|r| {
            Record::new(&r.key, &r.key).named(&r.title).with("by", &r.by).with("license", text(r.license.as_ref()))
        })
        .collect()
}

pub(super) fn roles(f: &Framework, now: &Renames) -> Vec<Record> {
    f.roles
        .iter()
        .map(|r| {
            Record::new(&r.id, now.of(Table::Role, &r.id))
                .named(&r.name)
                .saying([r.definition.as_str()])
                .with("short", &r.short)
                .with("aliases", lines(&r.aliases))
                .with("track", r.track.map(|track| track.id()).unwrap_or_default())
                .with("family", r.family.map(|family| family.id()).unwrap_or_default())
                .with("stands_for_family", if r.stands_for_family { "yes" } else { "" })
                .with("variant_of", now.maybe(Table::Role, r.variant_of.as_ref()))
                .with("sources", lines(&r.sources))
                .with("no_duties", text(r.no_duties.as_ref()))
                .with("shift", text(r.shift.as_ref()))
                .with("status", r.status.id())
                .published(&r.from)
        })
        .collect()
}

pub(super) fn scales(f: &Framework) -> Vec<Record> {
    f.scales
        .iter()
        .map(|r| {
            let mut record = Record::new(&r.id, &r.id)
                .named(r.name.as_deref().unwrap_or_default())
                .saying(r.levels.iter().map(|level| level.name.as_str()))
                .with("cumulative", if r.cumulative { "yes" } else { "" })
                .with("zero", text(r.zero.as_ref()))
                .published(&r.from);
            for level in &r.levels {
                record = record
                    .with(&format!("level {} id", level.n), text(level.id.as_ref()))
                    .with(&format!("level {} text", level.n), text(level.text.as_ref()))
                    .with(&format!("level {} points", level.n), number(level.points));
            }
            record
        })
        .collect()
}

pub(super) fn dimensions(f: &Framework, now: &Renames) -> Vec<Record> {
    f.dimensions
        .iter()
        .map(|r| {
            Record::new(&r.id, now.of(Table::Dimension, &r.id))
                .named(&r.name)
                .saying(r.text.as_deref())
                .at("group", text(r.group.as_ref()))
                .with("scale", now.maybe(Table::Scale, r.scale.as_ref()))
                .with("kind", r.kind.id())
                .with("status", r.status.id())
                .published(&r.from)
        })
        .collect()
}

pub(super) fn positions(f: &Framework, now: &Renames) -> Vec<Record> {
    f.positions
        .iter()
        .map(|r| {
            Record::new(&r.id, now.of(Table::Position, &r.id))
                .named(r.titles.first().map(String::as_str).unwrap_or_default())
                .saying([r.definition.as_str()])
                .at("role", now.of(Table::Role, &r.role))
                .at("rank", r.rank.to_string())
                .with("titles", lines(r.titles.get(1..).unwrap_or_default()))
                .with("equivalent", now.all(Table::Position, &r.equivalent))
                .with("status", r.status.id())
                .with("requires", now.levels(Table::Dimension, &r.requires))
                .published(&r.from)
        })
        .collect()
}

pub(super) fn anchors(f: &Framework, now: &Renames) -> Vec<Record> {
    f.anchors
        .iter()
        .map(|r| {
            let id = format!("{} {}", r.dimension, r.level);
            let dimension = now.of(Table::Dimension, &r.dimension);
            Record::new(&id, format!("{dimension} {}", r.level))
                .saying(r.summary.as_deref().into_iter().chain(criteria(&r.criteria)))
                .at("dimension", dimension)
                .at("level", r.level.to_string())
                .with("beside", beside(&r.criteria))
                .with("signals", lines(&r.signals))
                .with("examples", lines(&r.examples))
                .published(&r.from)
        })
        .collect()
}

pub(super) fn cells(f: &Framework, now: &Renames) -> Vec<Record> {
    f.cells
        .iter()
        .map(|r| {
            Record::new(&r.id, &r.id)
                .saying(r.statements())
                .at("position", now.of(Table::Position, &r.position))
                .at("dimension", now.of(Table::Dimension, &r.dimension))
                .with("proficiency", text(r.proficiency.as_ref()))
                .with("beside", beside(&r.criteria))
                .with("examples", lines(&r.examples))
                .with("urls", lines(&r.urls))
                .published(&r.from)
        })
        .collect()
}

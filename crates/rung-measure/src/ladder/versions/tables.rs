//! Every table of a framework as records of one shape.

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    framework::{Criterion, Framework, Part, Table},
};

use super::record::{Record, Renames};

/// The tables in the order they are compared: those that others refer to first.
pub(super) const ORDER: [Table; 21] = [
    Table::Framework,
    Table::Source,
    Table::Role,
    Table::Scale,
    Table::Dimension,
    Table::Position,
    Table::Band,
    Table::Anchor,
    Table::Cell,
    Table::Split,
    Table::HandsOn,
    Table::Responsibility,
    Table::Skill,
    Table::Spectrum,
    Table::Edge,
    Table::Weights,
    Table::Gate,
    Table::Extends,
    Table::Translation,
    Table::Norm,
    Table::Activity,
];

/// Whether the records of a table have ids of their own, and not ones made from what they refer to.
pub(super) const fn has_ids(table: Table) -> bool {
    !matches!(
        table,
        Table::Framework
            | Table::Anchor
            | Table::Split
            | Table::HandsOn
            | Table::Edge
            | Table::Extends
            | Table::Translation
            | Table::Activity
    )
}

/// The records of a table, with references written as the new version has them.
pub(super) fn records(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    match table {
        Table::Framework => vec![
            Record::new(&f.id, "framework")
                .named(&f.name)
                .with("id", &f.id)
                .with("version", &f.version)
                .with("language", text(f.language.as_ref()))
                .with("license", text(f.license.as_ref()))
                .with("source", text(f.source.as_ref()))
                .published(&f.from),
        ],
        Table::Source => sources(f),
        Table::Role => roles(f, now),
        Table::Scale => scales(f),
        Table::Dimension => dimensions(f, now),
        Table::Position => positions(f, now),
        Table::Anchor => anchors(f, now),
        Table::Cell => cells(f, now),
        Table::Split | Table::HandsOn => claims(f, table, now),
        Table::Responsibility => duties(f, now),
        Table::Skill | Table::Norm | Table::Spectrum | Table::Activity => others(f, table, now),
        Table::Edge | Table::Extends | Table::Translation => links(f, table, now),
        Table::Band | Table::Weights | Table::Gate => scoring(f, table, now),
    }
}

fn text(of: Option<&String>) -> String {
    of.cloned().unwrap_or_default()
}

fn lines(all: &[String]) -> String {
    all.join("\n")
}

fn number(of: Option<f64>) -> String {
    of.map(|n| n.to_string()).unwrap_or_default()
}

fn criteria(all: &[Criterion]) -> impl Iterator<Item = &str> {
    all.iter().map(|criterion| criterion.text.as_str())
}

/// Everything about criteria beside their words.
fn beside(all: &[Criterion]) -> String {
    let of = |c: &Criterion| c.id.iter().chain(&c.examples).chain(&c.urls).cloned().collect::<Vec<_>>();
    all.iter().flat_map(of).collect::<Vec<_>>().join("\n")
}

fn sources(f: &Framework) -> Vec<Record> {
    f.sources
        .iter()
        .map(|r| {
            Record::new(&r.key, &r.key).named(&r.title).with("by", &r.by).with("license", text(r.license.as_ref()))
        })
        .collect()
}

fn roles(f: &Framework, now: &Renames) -> Vec<Record> {
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

fn scales(f: &Framework) -> Vec<Record> {
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

fn dimensions(f: &Framework, now: &Renames) -> Vec<Record> {
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

fn positions(f: &Framework, now: &Renames) -> Vec<Record> {
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

fn anchors(f: &Framework, now: &Renames) -> Vec<Record> {
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

fn cells(f: &Framework, now: &Renames) -> Vec<Record> {
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

/// A claim has no id: its role, position and source stand for one.
fn claims(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    let part = |part: &Part| {
        let said = [("mean", part.mean), ("min", part.min), ("max", part.max)];
        said.iter().filter_map(|(what, n)| Some(format!("{what} {}", (*n)?))).collect::<Vec<_>>().join(", ")
    };
    let claim = |role: &String, position: Option<&String>, source: Option<&String>| {
        let place = [now.of(Table::Role, role), now.maybe(Table::Position, position), text(source)];
        let id = position.unwrap_or(role);
        let [role, position, source] = &place;
        Record::new(id, place.join(" ")).at("role", role).at("position", position).with("source", source)
    };
    if table == Table::HandsOn {
        let of = |r: &rung_model::framework::HandsOn| {
            claim(&r.role, r.position.as_ref(), r.source.as_ref())
                .with("min", r.min.to_string())
                .with("max", r.max.to_string())
                .with("basis", r.basis.id())
                .with("note", text(r.note.as_ref()))
                .published(&r.from)
        };
        return f.hands_on.iter().map(of).collect();
    }
    f.splits
        .iter()
        .map(|r| {
            let record = claim(&r.role, r.position.as_ref(), r.source.as_ref());
            let parts = r.parts.iter().fold(record, |record, (bucket, of)| record.with(bucket.id(), part(of)));
            parts
                .with("k", r.k.to_string())
                .with("basis", r.basis.id())
                .with("note", text(r.note.as_ref()))
                .published(&r.from)
        })
        .collect()
}

fn duties(f: &Framework, now: &Renames) -> Vec<Record> {
    f.duties
        .iter()
        .map(|r| {
            let stated = r.stated.iter().map(|(key, bucket)| match bucket {
                Some(bucket) => format!("{key} {}", bucket.id()),
                None => key.clone(),
            });
            Record::new(&r.id, &r.id)
                .named(&r.name)
                .with("bucket", r.bucket.map(|bucket| bucket.id()).unwrap_or_default())
                .with("owner", now.all(Table::Role, &r.owners))
                .with("holding", format!("{:?}", r.holding).to_lowercase())
                .with("partners", now.all(Table::Role, &r.partners))
                .with("able_to_act", now.all(Table::Role, &r.able_to_act))
                .with("stated", stated.collect::<Vec<_>>().join(", "))
                .with("traces", r.traces.iter().map(|activity| activity.id()).collect::<Vec<_>>().join(", "))
                .published(&r.from)
        })
        .collect()
}

fn others(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    match table {
        Table::Skill => {
            let of = |r: &rung_model::framework::Skill| {
                let levels = r.levels.iter().map(|(role, level)| (role.clone(), level.0)).collect();
                Record::new(&r.id, &r.id)
                    .named(&r.name)
                    .with("bucket", r.bucket.id())
                    .with("levels", now.levels(Table::Role, &levels))
            };
            f.skills.iter().map(of).collect()
        }
        Table::Norm => {
            let of = |r: &rung_model::framework::Norm| {
                Record::new(&r.id, &r.id).saying([r.text.as_str()]).with("source", &r.source)
            };
            f.norms.iter().map(of).collect()
        }
        Table::Spectrum => {
            let of = |r: &rung_model::framework::Spectrum| {
                Record::new(&r.id, &r.id)
                    .named(&r.name)
                    .saying(r.text.as_deref().into_iter().chain(r.pairs.iter().flatten().map(String::as_str)))
                    .with("poles", lines(&r.poles))
                    .with("healthy", r.healthy.map(|span| format!("{}-{}", span.min, span.max)).unwrap_or_default())
                    .published(&r.from)
            };
            f.spectra.iter().map(of).collect()
        }
        _ => {
            let shares = |activity| {
                let weights = Bucket::ALL.into_iter().zip(f.activities.weights(activity));
                let named = weights.filter(|(_, weight)| *weight > 0.0);
                named.map(|(bucket, weight)| format!("{} {weight}", bucket.id())).collect::<Vec<_>>().join(", ")
            };
            let of = |activity: &Activity| Record::new(activity.id(), activity.id()).with("buckets", shares(*activity));
            Activity::ALL.iter().map(of).collect()
        }
    }
}

fn links(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    let either = |id: &str| {
        let role = now.of(Table::Role, id);
        if role == id { now.of(Table::Position, id) } else { role }
    };
    match table {
        Table::Edge => {
            let of = |r: &rung_model::framework::Edge| {
                let years = r.years.map(|years| format!("{}-{}", years.min, years.max)).unwrap_or_default();
                let id = format!("{} {} {}", r.from, r.kind.id(), r.to);
                Record::new(&id, format!("{} {} {}", either(&r.from), r.kind.id(), either(&r.to)))
                    .at("from", either(&r.from))
                    .at("to", either(&r.to))
                    .at("kind", r.kind.id())
                    .with("years", years)
                    .with("sources", lines(&r.sources))
                    .with("note", text(r.note.as_ref()))
                    .published(&r.published)
            };
            f.edges.iter().map(of).collect()
        }
        Table::Extends => {
            let of = |r: &rung_model::framework::Extends| {
                let (role, base) = (now.of(Table::Role, &r.role), now.of(Table::Role, &r.base));
                Record::new(&format!("{} {}", r.role, r.base), format!("{role} {base}"))
                    .at("role", role)
                    .at("base", base)
                    .with("dimensions", now.all(Table::Dimension, &r.dimensions))
                    .published(&r.from)
            };
            f.extends.iter().map(of).collect()
        }
        _ => {
            let of = |r: &rung_model::framework::Translation| {
                let table = ORDER.into_iter().find(|table| table.id() == r.table);
                let id = table.map_or_else(|| r.id.clone(), |table| now.of(table, &r.id));
                let key = [r.table.as_str(), &id, &r.key, &r.language].join(" ");
                Record::new(&r.id, key)
                    .saying([r.text.as_str()])
                    .at("table", &r.table)
                    .at("record", id)
                    .at("key", &r.key)
                    .at("language", &r.language)
                    .published(&r.from)
            };
            f.translations.iter().map(of).collect()
        }
    }
}

fn scoring(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    match table {
        Table::Band => {
            let of = |r: &rung_model::framework::Band| {
                Record::new(&r.id, &r.id)
                    .named(&r.name)
                    .at("group", &r.group)
                    .at("role", now.maybe(Table::Role, r.role.as_ref()))
                    .at("position", now.maybe(Table::Position, r.position.as_ref()))
                    .with("min", r.min.to_string())
                    .with("max", number(r.max))
                    .with("half_open", if r.half_open { "yes" } else { "" })
                    .published(&r.from)
            };
            f.bands.iter().map(of).collect()
        }
        Table::Weights => {
            let of = |r: &rung_model::framework::Weights| {
                Record::new(&r.id, &r.id)
                    .at("role", now.maybe(Table::Role, r.role.as_ref()))
                    .with("percent", now.levels(Table::Dimension, &r.percent))
                    .published(&r.from)
            };
            f.weights.iter().map(of).collect()
        }
        _ => {
            let of = |r: &rung_model::framework::Gate| {
                Record::new(&r.id, &r.id)
                    .saying(r.text.as_deref())
                    .at("band", now.maybe(Table::Band, r.band.as_ref()))
                    .at("position", now.maybe(Table::Position, r.position.as_ref()))
                    .with("requires", now.levels(Table::Dimension, &r.requires))
                    .published(&r.from)
            };
            f.gates.iter().map(of).collect()
        }
    }
}

//! `[[role]]`, `[[position]]`, `[[skill]]`, `[[edge]]`, `[[extends]]` and `[[translation]]`.

use std::collections::BTreeMap;

use rung_model::framework::{
    Edge, EdgeKind, Extends, Family, Position, Role, Skill, SkillLevel, Span, Status, Track, Translation,
};

use super::{duty::bucket, known, levels, list, only_these, provenance};
use crate::strict::Table;

const FAMILIES: [Family; 4] = [Family::Technical, Family::People, Family::Coordination, Family::Direction];

pub(super) fn role(table: &Table<'_>) -> Option<Role> {
    let (id, name) = (table.need("id"), table.need("name"));
    let track = known(table, "track", &Track::ALL);
    let family = known(table, "family", &FAMILIES.map(|family| (family.id(), family)));
    Some(Role {
        id: id?,
        name: name?,
        short: table.label("short").unwrap_or_default(),
        aliases: list(table, "aliases"),
        track,
        family,
        stands_for_family: table.flag("stands_for_family").unwrap_or(false),
        variant_of: table.label("variant_of"),
        definition: table.label("definition").unwrap_or_default(),
        sources: list(table, "sources"),
        no_duties: table.label("no_duties"),
        shift: table.label("shift"),
        status: known(table, "status", &Status::ALL).unwrap_or_default(),
        from: provenance(table),
    })
}

pub(super) fn position(table: &Table<'_>) -> Option<Position> {
    table.needs("rank");
    let (id, role, rank) = (table.need("id"), table.need("role"), table.whole("rank", 0, 1000));
    Some(Position {
        id: id?,
        role: role?,
        rank: rank?,
        titles: list(table, "titles"),
        definition: table.label("definition").unwrap_or_default(),
        equivalent: list(table, "equivalent"),
        status: known(table, "status", &Status::ALL).unwrap_or_default(),
        requires: levels(table, "requires"),
        from: provenance(table),
    })
}

pub(super) fn skill(table: &Table<'_>) -> Option<Skill> {
    table.needs("bucket");
    table.needs("levels");
    let (id, name, bucket) = (table.need("id"), table.need("name"), bucket(table, "bucket"));
    let mut levels = BTreeMap::new();
    if let Some(inner) = table.table("levels").map(|inner| inner.called(table.what())) {
        for role in inner.keys() {
            let level = inner.whole(role, 0, 4).and_then(|level| u8::try_from(level).ok());
            levels.extend(level.map(|level| (role.to_owned(), SkillLevel(level))));
        }
    }
    Some(Skill { id: id?, name: name?, bucket: bucket?, levels })
}

pub(super) fn edge(table: &Table<'_>) -> Option<Edge> {
    let (from, to) = (table.need("from"), table.need("to"));
    Some(Edge {
        from: from?,
        to: to?,
        kind: known(table, "kind", &EdgeKind::ALL).unwrap_or_default(),
        years: table.table("years").and_then(|inner| years(&inner.called(table.what()))),
        sources: list(table, "sources"),
        note: table.label("note"),
        published: provenance(table),
    })
}

fn years(table: &Table<'_>) -> Option<Span> {
    let years = span(table)?;
    if years.min < 0.0 || years.max <= 0.0 || years.min > years.max {
        let what = format!("{} to {} years are no duration", years.min, years.max);
        table.refuse("min", "range-backwards", what, "give least and most years; where nobody says, leave `years` out");
        return None;
    }
    Some(years)
}

/// `{ min, max }`.
pub(super) fn span(table: &Table<'_>) -> Option<Span> {
    only_these(table, &["min", "max"]);
    table.needs("min");
    table.needs("max");
    let (min, max) = (table.number("min"), table.number("max"));
    Some(Span { min: min?, max: max? })
}

pub(super) fn extends(table: &Table<'_>) -> Option<Extends> {
    let (role, base) = (table.need("role"), table.need("base"));
    Some(Extends { role: role?, base: base?, dimensions: list(table, "dimensions"), from: provenance(table) })
}

pub(super) fn translation(table: &Table<'_>) -> Option<Translation> {
    let (of, id, key) = (table.need("table"), table.need("id"), table.need("key"));
    let (language, text) = (table.need("language"), table.need("text"));
    Some(Translation { table: of?, id: id?, key: key?, language: language?, text: text?, from: provenance(table) })
}

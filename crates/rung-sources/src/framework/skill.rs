//! `[[skill]]`, `[[edge]]` and `[[norm]]`.

use std::collections::BTreeMap;

use rung_model::framework::{Edge, Norm, Skill, SkillLevel, Years};

use super::{duty::bucket, role::list};
use crate::strict::Table;

pub(super) fn skill(table: &Table<'_>) -> Option<Skill> {
    table.only(&["id", "name", "bucket", "levels"]);
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
    table.only(&["from", "to", "years", "sources", "note"]);
    let (from, to) = (table.need("from"), table.need("to"));
    let years = table.table("years").and_then(|inner| years(&inner.called(table.what())));
    Some(Edge { from: from?, to: to?, years, sources: list(table, "sources"), note: table.label("note") })
}

fn years(table: &Table<'_>) -> Option<Years> {
    table.only(&["min", "max"]);
    table.needs("min");
    table.needs("max");
    let years = Years { min: table.number("min")?, max: table.number("max")? };
    if years.min < 0.0 || years.max <= 0.0 || years.min > years.max {
        let what = format!("{} to {} years are no duration", years.min, years.max);
        table.refuse("min", "range-backwards", what, "give least and most years; where nobody says, leave `years` out");
        return None;
    }
    Some(years)
}

pub(super) fn norm(table: &Table<'_>) -> Option<Norm> {
    table.only(&["id", "text", "source"]);
    let (id, text, source) = (table.need("id"), table.need("text"), table.need("source"));
    Some(Norm { id: id?, text: text?, source: source? })
}

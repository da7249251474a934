//! `[framework]`, `[[role]]`, `[[scale]]`, `[[dimension]]` and `[[position]]`.

use std::collections::BTreeMap;

use rung_model::framework::{Dimension, Family, Position, Role, Track};

use super::draft::{Head, OnScale, Scale};
use crate::strict::{Table, one_of};

const TRACKS: [(&str, Track); 4] = [
    ("ic", Track::Ic),
    ("management", Track::Management),
    ("product", Track::Product),
    ("programme", Track::Programme),
];

const FAMILIES: [Family; 4] = [Family::Technical, Family::People, Family::Coordination, Family::Direction];

pub(super) fn head(table: &Table<'_>) -> Option<Head> {
    table.only(&["id", "name", "version", "language", "license", "source"]);
    for key in ["language", "license", "source"] {
        table.label(key);
    }
    let (id, name, version) = (table.need("id"), table.need("name"), table.need("version"));
    Some(Head { id: id?, name: name?, version: version? })
}

pub(super) fn role(table: &Table<'_>) -> Option<Role> {
    table.only(&[
        "id",
        "name",
        "short",
        "aliases",
        "track",
        "family",
        "stands_for_family",
        "variant_of",
        "definition",
        "sources",
        "no_duties",
        "shift",
    ]);
    table.needs("track");
    let (id, name, definition) = (table.need("id"), table.need("name"), table.need("definition"));
    let track = known(table, "track", &TRACKS);
    let family = known(table, "family", &FAMILIES.map(|family| (family.id(), family)));
    Some(Role {
        id: id?,
        name: name?,
        short: table.label("short").unwrap_or_default(),
        aliases: list(table, "aliases"),
        track: track?,
        family,
        stands_for_family: table.flag("stands_for_family").unwrap_or(false),
        variant_of: table.label("variant_of"),
        definition: definition?,
        sources: list(table, "sources"),
        no_duties: table.label("no_duties"),
        shift: table.label("shift"),
    })
}

pub(super) fn scale(table: &Table<'_>) -> Option<Scale> {
    table.only(&["id", "cumulative", "levels"]);
    table.flag("cumulative");
    table.needs("levels");
    let mut levels = Vec::new();
    for (index, level) in table.tables("levels").iter().enumerate() {
        let level = level.clone().called(table.what());
        level.only(&["n", "name"]);
        let name = level.need("name");
        let n = level.whole("n", 1, 100).and_then(|n| usize::try_from(n).ok());
        if n.is_some_and(|n| n != index + 1) {
            let what = format!("level {} stands where level {} should", n.unwrap_or_default(), index + 1);
            level.refuse("n", "levels-in-order", what, "list the levels from 1 upwards without a gap");
        }
        levels.push(name?);
    }
    Some(Scale { id: table.need("id")?, levels })
}

pub(super) fn dimension(table: &Table<'_>) -> Option<OnScale> {
    table.only(&["id", "name", "scale", "kind"]);
    known(table, "kind", &[("axis", ())]);
    let (id, name, scale) = (table.need("id"), table.need("name"), table.need("scale"));
    Some(OnScale { dimension: Dimension { id: id?, name: name?, levels: Vec::new() }, scale: scale? })
}

pub(super) fn position(table: &Table<'_>) -> Option<Position> {
    table.only(&["id", "role", "rank", "titles", "requires"]);
    table.needs("rank");
    let (id, role, rank) = (table.need("id"), table.need("role"), table.whole("rank", 1, 100));
    let mut requires = BTreeMap::new();
    if let Some(inner) = table.table("requires").map(|inner| inner.called(table.what())) {
        for key in inner.keys() {
            requires.extend(inner.whole(key, 0, 100).map(|level| (key.to_owned(), level)));
        }
    }
    Some(Position { id: id?, role: role?, rank: rank?, titles: list(table, "titles"), requires })
}

/// The value whose machine name stands under `key`.
pub(super) fn known<T: Copy>(table: &Table<'_>, key: &str, values: &[(&str, T)]) -> Option<T> {
    let text = table.text(key)?;
    let found = values.iter().find(|(id, _)| *id == text).map(|(_, value)| *value);
    if found.is_none() {
        let ids: Vec<&str> = values.iter().map(|(id, _)| *id).collect();
        table.refuse(key, "unknown-value", format!("`{}` is no {key}", text.escape_debug()), one_of(text, &ids));
    }
    found
}

/// A list of texts without their places.
pub(super) fn list(table: &Table<'_>, key: &str) -> Vec<String> {
    table.texts(key).into_iter().map(|(text, _)| text.to_owned()).collect()
}

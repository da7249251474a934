//! Titles: bands of points with a name, or milestones that a title asks of each track.

use rung_model::framework::{Band, Provenance};

use super::{
    super::{
        draft::Draft,
        fields::{ID, NAME, entries, field, number, scalar, words},
    },
    bands::least,
    tables::Tables,
};
use crate::tree::{Key, Map, Node};

/// A field, where there is one.
type Field<'n> = Option<&'n (Key, Node)>;

/// Takes every table of titles.
pub(super) fn titles(tables: &Tables<'_>, role: &str, tracks: &[(String, String)], draft: &mut Draft) {
    for table in &tables.all {
        if draft.is_taken(table.node) {
            continue;
        }
        let records = entries(table.node);
        let group = if table.name.contains("level") { "level" } else { "title" };
        let bands = records.iter().all(|(_, node)| node.map().is_some_and(|map| ends(map).0.is_some()));
        let required = records.iter().all(|(_, node)| node.map().is_some_and(|map| asks(map, tracks).is_some()));
        if records.is_empty() || !(bands || required) {
            continue;
        }
        draft.recognise(table.page);
        draft.take(table.node);
        for (key, node) in records {
            let Some(map) = node.map() else { continue };
            draft.take(node);
            let (file, line) = (table.page.file.as_str(), key.map_or(node.line, |key| key.line));
            if bands {
                band(map, key, group, file, line, draft);
            } else {
                position(map, key, role, tracks, file, line, draft);
            }
        }
    }
}

/// The keys where a band begins and ends.
fn ends(map: &Map) -> (Field<'_>, Field<'_>) {
    let holds = |node: &Node| number(node).is_some();
    let min = map.iter().find(|(key, node)| least(&words(&key.text)) && holds(node));
    let max = map.iter().find(|(key, node)| {
        words(&key.text).split(' ').any(|word| matches!(word, "max" | "maximum" | "to" | "bis")) && holds(node)
    });
    (min, max)
}

fn name_of(map: &Map, key: Option<&Key>, draft: &mut Draft) -> String {
    let named = field(map, NAME).or_else(|| field(map, ID)).filter(|(_, node)| scalar(node).is_some());
    if let Some((_, node)) = named {
        draft.take(node);
    }
    let name = named.and_then(|(_, node)| scalar(node));
    let name = name.or_else(|| key.map(|key| key.text.replace(['_', '-'], " "))).unwrap_or_default();
    draft.text(&name)
}

fn band(map: &Map, key: Option<&Key>, group: &str, file: &str, line: usize, draft: &mut Draft) {
    let (min, max) = ends(map);
    let name = name_of(map, key, draft);
    let id = draft.id("band", &format!("{group} {name}"));
    let mut from = Provenance::at(file, line);
    for (key, node) in map {
        let edge = [min, max].into_iter().flatten().any(|(_, end)| std::ptr::eq(end, node));
        if edge {
            draft.take(node);
        } else if !draft.is_taken(node) {
            draft.keep(&mut from, key, node);
        }
    }
    draft.framework.bands.push(Band {
        id,
        group: group.to_owned(),
        name,
        min: min.and_then(|(_, node)| number(node)).unwrap_or_default(),
        max: max.and_then(|(_, node)| number(node)),
        from,
        ..Band::default()
    });
}

/// The field that asks for milestones of tracks.
fn asks<'n>(map: &'n Map, tracks: &[(String, String)]) -> Option<&'n (Key, Node)> {
    map.iter().find(|(_, node)| {
        node.map().is_some_and(|levels| {
            !levels.is_empty()
                && levels.iter().all(|(_, level)| level.whole().is_some())
                && levels.iter().any(|(key, _)| tracks.iter().any(|(track, _)| *track == key.text))
        })
    })
}

fn position(
    map: &Map,
    key: Option<&Key>,
    role: &str,
    tracks: &[(String, String)],
    file: &str,
    line: usize,
    draft: &mut Draft,
) {
    let name = name_of(map, key, draft);
    let id = draft.position(role, &name, None, file, line);
    let mut from = Provenance::at(file, line);
    let Some((_, asked)) = asks(map, tracks) else { return };
    draft.take(asked);
    let mut requires = std::collections::BTreeMap::new();
    for (key, level) in asked.map().into_iter().flatten() {
        let track = tracks.iter().find(|(track, _)| *track == key.text);
        if let Some(((_, dimension), n)) = track.zip(level.whole().and_then(|n| u32::try_from(n).ok())) {
            draft.take(level);
            requires.insert(dimension.clone(), n);
        }
    }
    for (key, node) in map {
        if !draft.is_taken(node) && !std::ptr::eq(node, asked) {
            draft.keep(&mut from, key, node);
        }
    }
    if let Some(position) = draft.position_mut(&id) {
        position.requires = requires;
        position.from = from;
    }
}

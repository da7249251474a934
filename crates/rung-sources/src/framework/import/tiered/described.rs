//! Skills and behaviours: a record that has a text for each level of its scale.

use std::collections::HashMap;

use rung_model::framework::{Anchor, DimensionKind, Provenance, Scale, ScaleLevel};

use super::{FEWEST, Subject, walk};
use crate::{
    framework::import::{
        draft::Draft,
        fields::{ID, NAME, field, scalar, texts, words},
        naming::plain,
        page::Page,
    },
    tree::{Key, Map, Node},
};

/// A record with its texts.
struct Found<'p> {
    page: &'p Page,
    record: &'p Map,
    line: usize,
    /// The map that holds the texts: the record itself, or one inside it.
    inner: &'p Map,
    key: &'p Key,
    texts: &'p Node,
}

/// Reads every such record; empty where there are none.
pub(super) fn read(pages: &[Page], draft: &mut Draft) -> Vec<Subject> {
    let mut found: Vec<Found<'_>> = Vec::new();
    for page in pages {
        if let Some(root) = page.tree() {
            walk(root, 0, &mut |node| found.extend(record(page, node)));
        }
    }
    let mut scales = HashMap::new();
    found.iter().filter_map(|found| write(found, &mut scales, draft)).collect()
}

fn record<'p>(page: &'p Page, node: &'p Node) -> Option<Found<'p>> {
    let record = node.map()?;
    let named = field(record, NAME).is_some() || field(record, ID).is_some();
    let of = |inner: &'p Map| inner.iter().find(|(key, texts)| is_described(key, texts)).map(|found| (inner, found));
    let inside = || record.iter().filter_map(|(_, node)| node.map()).find_map(of);
    let (inner, (key, texts)) = of(record).or_else(inside).filter(|_| named)?;
    Some(Found { page, record, line: node.line, inner, key, texts })
}

/// Whether a key such as `proficiencyDescriptions` holds a text for each of several levels.
fn is_described(key: &Key, node: &Node) -> bool {
    let words = words(&key.text);
    let says = words.ends_with("descriptions") || words.ends_with("levels") || words.ends_with("proficiencies");
    let all_texts = |map: &Map| {
        map.iter().all(|(_, node)| node.text().is_some())
            && map.iter().any(|(_, node)| node.text().is_some_and(|text| text.contains(' ')))
    };
    says && words.contains(' ') && node.map().is_some_and(|map| map.iter().count() >= FEWEST && all_texts(map))
}

fn write(found: &Found<'_>, scales: &mut HashMap<Vec<String>, String>, draft: &mut Draft) -> Option<Subject> {
    let Found { page, record, .. } = found;
    let levels: Vec<String> = found.texts.map()?.iter().map(|(key, _)| key.text.clone()).collect();
    let (name, id) = (field(record, NAME), field(record, ID));
    let label = scalar(&name.or(id)?.1)?;
    let key = id.and_then(|(_, node)| scalar(node)).unwrap_or_else(|| page.stem().to_owned());
    let said = format!("{} {}", words(&found.key.text), page.file.to_lowercase());
    let behaviour = said.contains("maturity") || said.contains("behavio");
    let root = page.tree().and_then(Node::map).filter(|root| !std::ptr::eq(*root, *record));
    let group = root.and_then(|root| field(root, NAME));
    draft.recognise(page);
    name.into_iter().chain(id).chain(group).for_each(|(_, node)| draft.take(node));
    let group = group.and_then(|(_, node)| scalar(node));
    let kind = if behaviour { DimensionKind::Behaviour } else { DimensionKind::Skill };
    let dimension = draft.dimension(&label, group.as_deref(), kind, &page.file, found.line);
    let scale = scales.entry(levels.clone()).or_insert_with(|| scale(found, &levels, draft)).clone();
    let description =
        [found.inner, *record].into_iter().find_map(|map| field(map, &["description", "summary", "definition"]));
    let description = description.map(|(_, node)| draft.texts_of(node).join("\n"));
    let mut from = Provenance::default();
    for (key, node) in found.record.iter().filter(|(key, node)| node.map().is_none() && !key.text.is_empty()) {
        if !draft.is_taken(node) && node.list().is_none() {
            draft.keep(&mut from, key, node);
        }
    }
    if let Some(one) = draft.framework.dimensions.iter_mut().find(|one| one.id == dimension) {
        (one.scale, one.text) = (Some(scale), description.filter(|text| !text.is_empty()));
        one.from.extra.extend(from.extra);
    }
    draft.take(found.texts);
    for (n, (level, node)) in (1u32..).zip(found.texts.map()?) {
        let summary = draft.texts_of(node).pop();
        let signals = signals(record, &level.text, draft);
        let (dimension, from) = (dimension.clone(), Provenance::at(page.file.clone(), level.line));
        draft.framework.anchors.push(Anchor { dimension, level: n, summary, signals, from, ..Anchor::default() });
    }
    Some(Subject {
        key: plain(&key),
        id: dimension,
        levels: levels.iter().map(|level| plain(level)).collect(),
        behaviour,
    })
}

fn scale(found: &Found<'_>, levels: &[String], draft: &mut Draft) -> String {
    let words = words(&found.key.text);
    let name = words.rsplit_once(' ').map_or(words.as_str(), |(first, _)| first);
    let id = draft.id("scale", name);
    let levels =
        (1..).zip(levels).map(|(n, name)| ScaleLevel { n, name: draft.text(name), ..ScaleLevel::default() }).collect();
    let from = Provenance::at(found.page.file.clone(), found.texts.line);
    draft.framework.scales.push(Scale { id: id.clone(), levels, from, ..Scale::default() });
    id
}

/// Signs that a level is reached: what `markers` list for it, for people.
fn signals(record: &Map, level: &str, draft: &mut Draft) -> Vec<String> {
    let Some((_, markers)) = field(record, &["markers", "signals", "indicators"]) else { return Vec::new() };
    let Some(of_level) = markers.get(level) else { return Vec::new() };
    let listed = if of_level.list().is_some() { Some(of_level) } else { of_level.get("human") };
    let Some(listed) = listed.filter(|node| !texts(node).is_empty()) else { return Vec::new() };
    draft.take(markers);
    draft.take(of_level);
    draft.texts_of(listed)
}

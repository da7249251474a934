//! Points: tracks with milestones, points per milestone, and bands of points for levels and titles.
//!
//! `tables.rs` finds the parts among the pages, whatever they are called; here they become records.

mod bands;
mod tables;
mod titles;

use rung_model::framework::{Anchor, Criterion, DimensionKind, Provenance, Scale, ScaleLevel};

use self::tables::{Table, Tables, Track};
use super::{
    draft::Draft,
    fields::{EXAMPLES, SIGNALS, TEXT, field, is_flat, scalar},
    naming::{role_of, title_of, undecorated},
    page::{Content, Page},
};
use crate::tree::{Key, Node};

/// Id of the one scale.
const SCALE: &str = "milestones";

/// Takes tracks with milestones, and what turns points into levels and titles.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    let tables = Tables::of(pages);
    let tracks: Vec<Track<'_>> = tables.tracks(pages);
    let deepest = tracks.iter().map(|track| track.milestones.len()).max().unwrap_or(0);
    let Some(first) = tracks.first().filter(|_| deepest > 1) else { return };
    let role = role(first.page, draft);
    scale(&tables, deepest, first, draft);
    let groups = tables.groups(&tracks).map_or_else(Vec::new, |(table, names)| {
        let key = Key { text: table.name.replace(' ', "_"), line: table.node.line };
        let mut from = std::mem::take(&mut draft.framework.from);
        draft.keep(&mut from, &key, table.node);
        draft.framework.from = from;
        names
    });
    let mut ids = Vec::new();
    for track in &tracks {
        draft.recognise(track.page);
        ids.push((track.key.to_owned(), dimension(track, &groups, draft)));
    }
    bands::thresholds(&tables, draft);
    titles::titles(&tables, &role, &ids, draft);
    for table in &tables.all {
        // The list of milestones itself says nothing more than the scale does.
        let counts = table.node.list().is_some_and(|list| {
            !list.is_empty() && list.iter().enumerate().all(|(n, entry)| entry.whole() == i64::try_from(n).ok())
        });
        let highest = draft.framework.bands.iter().map(|band| band.min).fold(0.0, f64::max);
        if counts || (highest > 0.0 && table.node.number() == Some(highest)) {
            draft.take_node(table.node);
        }
    }
    for page in pages {
        if let Content::Tree(node) = &page.content
            && tracks.iter().any(|track| std::ptr::eq(track.page, page))
            && let Some(map) = node.map()
        {
            draft.framework_fields(map, true);
        }
    }
}

/// One role, called as the framework is, so that a profile can be held.
fn role(page: &Page, draft: &mut Draft) -> String {
    let (mut name, line) = role_of(page);
    if matches!(&page.content, Content::Constants(_)) || title_of(page).0 == page.stem().replace(['-', '_'], " ") {
        let path = page.file.rsplit('/').nth(1).map_or_else(|| draft.framework.id.replace('-', " "), str::to_owned);
        name = path.replace(['-', '_'], " ");
    }
    draft.role(&name, &page.file, line)
}

fn scale(tables: &Tables<'_>, deepest: usize, first: &Track<'_>, draft: &mut Draft) {
    let points = tables.points(deepest);
    let at = |n: usize| points.as_ref().and_then(|(_, points)| points.iter().find(|(of, _)| *of == n)).map(|(_, p)| *p);
    let (file, line) = points.as_ref().map_or((first.page.file.as_str(), first.node.line), |(table, _)| table.place());
    let levels = (1..=deepest)
        .map(|n| ScaleLevel {
            n: u32::try_from(n).unwrap_or(u32::MAX),
            name: n.to_string(),
            points: at(n),
            ..ScaleLevel::default()
        })
        .collect();
    let id = draft.id("scale", SCALE);
    let from = Provenance::at(file, line);
    draft.framework.scales.push(Scale {
        id,
        cumulative: true,
        zero: Some("0".to_owned()),
        levels,
        from,
        ..Scale::default()
    });
    if let Some((table, _)) = &points {
        draft.take_node(table.node);
        draft.recognise(table.page);
    }
}

fn dimension(track: &Track<'_>, groups: &[(String, String)], draft: &mut Draft) -> String {
    let file = track.page.file.as_str();
    let name = track.name();
    let group = track.category.and_then(scalar);
    let group = group.map(|id| groups.iter().find(|(key, _)| *key == id).map_or(id, |(_, name)| name.clone()));
    let name = undecorated(&name);
    let id = draft.dimension(&name, group.as_deref(), DimensionKind::Skill, file, track.line);
    let mut from = Provenance::at(file, track.line);
    let mut text = None;
    if let Some(map) = track.node.map() {
        let about = field(map, &["description", "summary", "text", "definition"]);
        for (key, node) in map {
            if std::ptr::eq(node, track.milestones_node) || draft.is_taken(node) {
                continue;
            }
            if about.is_some_and(|(_, about)| std::ptr::eq(about, node)) {
                text = scalar(node).map(|text| draft.text(&text)).filter(|text| !text.is_empty());
                draft.take(node);
            } else if track.named.is_some_and(|named| std::ptr::eq(named, node))
                || track.category.is_some_and(|category| std::ptr::eq(category, node))
            {
                draft.take(node);
            } else {
                draft.keep(&mut from, key, node);
            }
        }
    }
    if let Some(dimension) = draft.framework.dimensions.iter_mut().rev().find(|dimension| dimension.id == id) {
        dimension.scale = Some(SCALE.to_owned());
        dimension.text = text;
        dimension.from = from;
    }
    for (n, milestone) in (1..).zip(&track.milestones) {
        let anchor = anchor(&id, n, milestone, file, draft);
        draft.framework.anchors.push(anchor);
    }
    id
}

/// What a milestone says: a text, a list of texts, or a record of summary, signals and examples.
fn anchor(dimension: &str, level: u32, node: &Node, file: &str, draft: &mut Draft) -> Anchor {
    let mut anchor = Anchor { dimension: dimension.to_owned(), level, ..Anchor::default() };
    anchor.from = Provenance::at(file, node.line);
    let Some(map) = node.map() else {
        if node.list().is_some() {
            anchor.criteria = draft.texts_of(node).into_iter().map(Criterion::of).collect();
        } else {
            anchor.summary = draft.texts_of(node).pop();
        }
        return anchor;
    };
    let lists = [(SIGNALS, true), (EXAMPLES, false)].map(|(names, signals)| (field(map, names), signals));
    for (list, signals) in lists {
        if let Some((_, list)) = list.filter(|(_, list)| is_flat(list)) {
            let texts = draft.texts_of(list);
            if signals { anchor.signals = texts } else { anchor.examples = texts }
        }
    }
    for (key, node) in map {
        if draft.is_taken(node) {
            continue;
        }
        let known = TEXT.iter().any(|name| super::fields::words(&key.text) == *name);
        if known && anchor.summary.is_none() && scalar(node).is_some() {
            anchor.summary = draft.texts_of(node).pop();
        } else if known && node.list().is_some() && is_flat(node) {
            anchor.criteria.extend(draft.texts_of(node).into_iter().map(Criterion::of));
        } else {
            draft.keep(&mut anchor.from, key, node);
        }
    }
    anchor
}

/// Where a table stands.
impl Table<'_> {
    fn place(&self) -> (&str, usize) {
        (&self.page.file, self.node.line)
    }
}

#[cfg(test)]
mod tests;

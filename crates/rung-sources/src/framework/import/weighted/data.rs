//! Weights, bands and gates as YAML and JSON say them, at any place below the tracks they hold for.

use rung_model::framework::Provenance;

use super::{
    super::{
        draft::Draft,
        fields::{ID, NAME, ROLE, entries, field, is_one_of, number, scalar, words},
        naming::role_of,
        page::{Content, Page},
    },
    Found, is_whole, push_bands, push_weights,
};
use crate::tree::{Map, Node};

/// Deepest place below the top of a page.
const DEEPEST: usize = 6;

/// Takes maps of numbers that add up to 100 or to one under a key that says that they are weights.
pub(super) fn weights(page: &Page, draft: &mut Draft) {
    if let Content::Tree(root) = &page.content
        && !draft.is_taken(root)
    {
        visit(root, None, false, 0, &mut |node, track, weighed| {
            let parts = weighed.then(|| parts(node)).flatten()?;
            let role = track.map(|(name, line)| draft.role(&name, &page.file, line));
            push_weights(role, &parts, &page.file, node.line, draft);
            draft.recognise(page);
            draft.take_node(node);
            Some(())
        });
    }
}

/// Takes lists of records with a least and a most score.
pub(super) fn bands(page: &Page, draft: &mut Draft) {
    let Content::Tree(root) = &page.content else { return };
    let before = draft.framework.bands.len();
    visit(root, None, false, 0, &mut |node, track, _| {
        let list = node.list().filter(|list| {
            list.len() > 1 && list.iter().all(|one| one.map().is_some_and(|map| least(map).is_some()))
        })?;
        let found = list.iter().filter_map(|entry| band(page, entry, track.as_ref(), draft)).collect();
        push_bands(found, draft);
        draft.recognise(page);
        draft.take(node);
        Some(())
    });
    if draft.framework.bands.len() > before
        && let Some(map) = root.map()
    {
        draft.framework_fields(map, true);
        draft.keep_rest(map);
    }
}

/// A track's name and line.
type Named = (String, usize);
/// Takes a node, told the track above and whether a key above says weights; none where it is something else.
type Take<'t> = dyn FnMut(&Node, Option<Named>, bool) -> Option<()> + 't;

/// Goes through maps and lists; `take` is told the track above and whether a key above says weights.
fn visit(node: &Node, track: Option<Named>, weighed: bool, depth: usize, take: &mut Take<'_>) {
    if depth > DEEPEST || take(node, track.clone(), weighed).is_some() {
        return;
    }
    let own = node.map().and_then(|map| field(map, NAME).or_else(|| field(map, ID)).or_else(|| field(map, ROLE)));
    let own = own.and_then(|(key, node)| Some((scalar(node)?, key.line))).filter(|_| depth > 0).or(track);
    for (key, below) in entries(node) {
        let says = key.is_some_and(|key| says_weights(&key.text));
        let container = key.is_none_or(|key| {
            says || is_one_of(&key.text, ROLE)
                || is_one_of(&key.text, &["band", "gate", "level", "title", "grade", "threshold"])
        });
        let named = key.filter(|_| !container).map(|key| (key.text.replace('_', " "), key.line));
        visit(below, named.or_else(|| own.clone()), weighed || says, depth + 1, take);
    }
}

pub(super) fn says_weights(key: &str) -> bool {
    words(key)
        .split(' ')
        .any(|word| ["weight", "gewicht", "poids", "peso", "pesi", "vikt"].iter().any(|stem| word.starts_with(stem)))
}

fn parts(node: &Node) -> Option<Vec<(String, f64)>> {
    let parts: Vec<(String, f64)> = match node.map() {
        Some(map) => {
            map.iter().map(|(key, node)| Some((key.text.replace('_', " "), number(node)?))).collect::<Option<_>>()?
        }
        None => node
            .list()?
            .iter()
            .map(|entry| {
                let map = entry.map()?;
                let name = map.iter().find_map(|(_, node)| node.text().map(str::to_owned))?;
                Some((name, map.iter().find_map(|(_, node)| node.number())?))
            })
            .collect::<Option<_>>()?,
    };
    (parts.len() > 1 && is_whole(parts.iter().map(|(_, part)| *part))).then_some(parts)
}

fn least(map: &Map) -> Option<&Node> {
    end(map, &["min", "minimum", "from", "von", "ab", "least"])
}

fn end<'n>(map: &'n Map, names: &[&str]) -> Option<&'n Node> {
    let is = |key: &str| words(key).split(' ').any(|word| names.contains(&word));
    map.iter().find(|(key, node)| is(&key.text) && number(node).is_some()).map(|(_, node)| node)
}

fn band(page: &Page, entry: &Node, track: Option<&Named>, draft: &mut Draft) -> Option<Found> {
    let map = entry.map()?;
    let (low, high) = (least(map)?, end(map, &["max", "maximum", "to", "bis", "below", "until"]));
    let said = |names: &[&str]| field(map, names).filter(|(_, node)| scalar(node).is_some_and(|text| !text.is_empty()));
    let (role, grade) = (said(ROLE), said(&["grade", "level", "band", "stufe", "code"]));
    let title = said(&["title", "job title", "name", "label", "position", "titel"]).or(grade)?;
    let mut from = Provenance::at(page.file.as_str(), map.iter().next().map_or(entry.line, |(key, _)| key.line));
    let mut gate = Vec::new();
    draft.take(entry);
    for (key, node) in map {
        let known = [Some(low), high].into_iter().flatten().any(|end| std::ptr::eq(end, node));
        let named = [role, grade, Some(title)].into_iter().flatten().any(|(_, own)| std::ptr::eq(own, node));
        let levels = node
            .map()
            .filter(|levels| !levels.is_empty() && levels.iter().all(|(_, n)| n.whole().is_some_and(|n| n >= 0)));
        if known || named {
            draft.take(node);
        } else if let Some(levels) = levels {
            gate.extend(
                levels
                    .iter()
                    .filter_map(|(key, n)| Some((key.text.replace('_', " "), u32::try_from(n.whole()?).ok()?))),
            );
            draft.take_node(node);
        } else {
            draft.keep(&mut from, key, node);
        }
    }
    let role = role.and_then(|(_, node)| scalar(node)).or_else(|| track.map(|(name, _)| name.clone()));
    let grade = grade.filter(|grade| !std::ptr::eq(*grade, title)).and_then(|(_, node)| scalar(node));
    Some(Found {
        role: role.unwrap_or_else(|| role_of(page).0),
        title: scalar(&title.1)?,
        grade,
        min: number(low)?,
        max: high.and_then(number),
        gate,
        from,
    })
}

//! The dimension a place belongs to, with what its record says of it.

use rung_model::framework::Provenance;

use super::{
    super::{
        declared::Declarations,
        draft::Draft,
        fields::{NAME, TEXT, is_flat, is_one_of, scalar, words},
        naming::{plain, undecorated},
        page::Page,
    },
    place::Place,
};
use crate::tree::Node;

/// Longest name that is kept whole where a part before a colon can stand for it.
const LONG_NAME: usize = 40;

/// The id of the dimension.
pub(super) fn dimension(place: &Place<'_, '_>, page: &Page, declared: &Declarations<'_>, draft: &mut Draft) -> String {
    let full = place.subject();
    let line = place.dimension.map_or(1, super::branch::Branch::line);
    let theme = declared.theme(&full).and_then(|n| declared.themes.get(n));
    let (name, rest) = match theme {
        Some(theme) => (theme.name.clone(), None),
        None => short(&full),
    };
    let id = draft.dimension(&undecorated(&name), place.group.as_deref(), Place::kind(), &page.file, line);
    let mut texts = Vec::new();
    texts.extend(theme.and_then(|theme| theme.text).and_then(scalar));
    texts.extend(rest);
    let mut shown = None;
    let mut from = Provenance::at(page.file.as_str(), line);
    let record = place.dimension.filter(|branch| !std::ptr::eq(*branch, place.end));
    for (key, node) in record.map_or(&[][..], |branch| &branch.fields) {
        if draft.is_taken(node) || !is_flat(node) {
            continue;
        }
        if record.and_then(|branch| branch.name).is_some_and(|own| std::ptr::eq(own, node)) {
            draft.take(node);
        } else if NAME.contains(&words(&key.text).as_str()) {
            shown = draft.texts_of(node).pop();
        } else if is_one_of(&key.text, TEXT) && node.list().is_none() {
            texts.extend(draft.texts_of(node));
        } else {
            draft.keep(&mut from, key, node);
        }
    }
    let texts: Vec<String> = texts.iter().map(|text| draft.text(text)).filter(|text| !text.is_empty()).collect();
    if let Some(dimension) = draft.framework.dimensions.iter_mut().rev().find(|dimension| dimension.id == id) {
        if dimension.text.is_none() && !texts.is_empty() {
            dimension.text = Some(texts.join(" "));
        }
        for (key, value) in from.extra {
            dimension.from.extra.entry(key).or_insert(value);
        }
        if let Some(shown) =
            shown.map(|shown| undecorated(&shown)).filter(|shown| plain(shown) == plain(&dimension.name))
        {
            dimension.name = shown;
        }
    }
    id
}

/// The part of a long name before its colon, and what follows.
fn short(full: &str) -> (String, Option<String>) {
    match full.split_once(": ") {
        Some((name, rest)) if full.chars().count() > LONG_NAME && !name.trim().is_empty() => {
            (name.trim().to_owned(), Some(rest.trim().to_owned()))
        }
        _ => (full.to_owned(), None),
    }
}

/// Takes what the branches above the ends are made of, and keeps what their records say beside.
pub(super) fn branches(places: &[Place<'_, '_>], page: &Page, draft: &mut Draft) {
    for place in places {
        for branch in &place.path {
            draft.take(branch.node);
            let own = [branch.name, branch.level];
            own.into_iter().flatten().for_each(|node: &Node| draft.take(node));
            for (key, node) in branch.fields.iter().copied() {
                if !draft.is_taken(node) && is_flat(node) && !std::ptr::eq(*branch, place.end) {
                    let mut from = Provenance::default();
                    draft.keep(&mut from, key, node);
                    keep_with_position(place, page, from, draft);
                }
            }
        }
    }
}

/// What a level's own record says beside its cells stays with the first role's position of that level.
fn keep_with_position(place: &Place<'_, '_>, page: &Page, from: Provenance, draft: &mut Draft) {
    let line = place.level.line();
    let at = |origin: &Option<rung_model::framework::Origin>| {
        origin.as_ref().is_some_and(|at| at.line == line && at.file == page.file)
    };
    let positions = &mut draft.framework.positions;
    if let Some(position) = positions.iter_mut().rev().find(|position| at(&position.from.origin)) {
        position.from.extra.extend(from.extra);
    } else {
        draft.framework.from.extra.extend(from.extra);
    }
}

//! What stands around charts: tables of all positions, lists of the roles, lists of what the axes mean.

use std::collections::{HashMap, HashSet};

use super::{
    super::{
        draft::Draft,
        named::{named, of_words},
        naming::{plain, slug, undecorated},
        page::Page,
        parts::{Part, Thing, flat},
        paths,
    },
    Pages,
    defined::said,
    set::Set,
    tables::head_and_body,
    title::title,
};
use crate::document::{Grid, Item};

/// Words of headings above a list of roles.
const ROLES: [&str; 9] = ["ladder", "ladders", "role", "roles", "path", "paths", "track", "tracks", "rollen"];

/// Takes what says again, or more, of what is known by now.
pub(super) fn take(pages: &Pages<'_>, sets: &[Set<'_>], draft: &mut Draft) {
    let positions = positions(draft);
    for (page, parts) in pages.pages.iter().zip(&pages.parts) {
        for part in parts {
            for (_, grid) in part.tables() {
                ladder(page, grid, &positions, draft);
            }
            let open: Vec<&[Item]> =
                part.lists().map(|(_, items)| items).filter(|items| is_open(items, draft)).collect();
            for items in open {
                let own = sets.iter().any(|set| set.file == page.file);
                if axes(sets, part, items, draft) || (own && roles(page, part, items, draft)) {
                    draft.recognise(page);
                }
            }
            axis_heading(sets, parts, part, draft);
        }
    }
}

fn is_open(items: &[Item], draft: &Draft) -> bool {
    items.iter().all(|item| !draft.is_taken(item))
}

/// Every name of a position with its id.
fn positions(draft: &Draft) -> HashMap<String, String> {
    let known = &draft.framework.positions;
    let names = known.iter().flat_map(|position| {
        let titles = position.titles.iter().map(|title| (plain(title), position.id.clone()));
        titles.chain([(plain(&position.id), position.id.clone())])
    });
    names.collect()
}

/// A table whose cells are positions, with what else it says of each.
fn ladder(page: &Page, grid: &Grid, positions: &HashMap<String, String>, draft: &mut Draft) {
    let Some((head, body)) = head_and_body(grid) else { return };
    let position = |text: &str| {
        let title = title(text);
        let code = title.code.as_deref().map(plain).and_then(|code| positions.get(&code));
        code.or_else(|| positions.get(&plain(text))).or_else(|| positions.get(&plain(&title.name))).cloned()
    };
    let of_row: Vec<Vec<Option<String>>> =
        body.iter().map(|row| row.cells.iter().map(|cell| position(&cell.text.text)).collect()).collect();
    let known = of_row.iter().filter(|row| row.iter().any(Option::is_some)).count();
    if known * 3 < body.len() * 2 || grid.rows.iter().flat_map(|row| &row.cells).any(|cell| draft.is_taken(cell)) {
        return;
    }
    if !of_row.iter().all(|row| as_high(row, draft)) || repeats(&of_row) || paths::names_languages(head) {
        return;
    }
    draft.recognise(page);
    for cell in grid.rows.iter().take(grid.head_rows.max(1)).flat_map(|row| &row.cells) {
        draft.take(cell);
    }
    for (row, found) in body.iter().zip(&of_row) {
        let here: Vec<&String> = found.iter().flatten().collect();
        for ((cell, head), own) in row.cells.iter().zip(&head.cells).zip(found) {
            let value = draft.text(&cell.text.text);
            if own.is_some() {
                draft.take(cell);
                continue;
            }
            let is_rank =
                |id: &&String| draft.framework.position(id).is_some_and(|one| Some(one.rank) == title_rank(&value));
            if !here.is_empty() && here.iter().all(is_rank) {
                draft.take(cell);
            } else if !here.is_empty()
                && !value.is_empty()
                && !plain(&head.text.text).is_empty()
                && title(&value).code.is_none()
            {
                draft.take(cell);
                let key = format!("x-{}", slug(&head.text.text));
                for id in &here {
                    if let Some(position) = draft.position_mut(id) {
                        position.from.extra.insert(key.clone(), value.clone().into());
                    }
                }
            }
        }
    }
}

/// Whether the positions of a row have one rank: a table of steps has others.
fn as_high(row: &[Option<String>], draft: &Draft) -> bool {
    let mut ranks = row.iter().flatten().filter_map(|id| draft.framework.position(id)).map(|position| position.rank);
    ranks.next().is_none_or(|first| ranks.all(|rank| rank == first))
}

fn repeats(rows: &[Vec<Option<String>>]) -> bool {
    let mut seen = HashSet::new();
    rows.iter().flatten().flatten().any(|id| !seen.insert(id))
}

fn title_rank(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| title(text).rank)
}

/// A list that says what each axis means.
fn axes(sets: &[Set<'_>], part: &Part<'_>, items: &[Item], draft: &mut Draft) -> bool {
    for set in sets {
        let found: Vec<Option<(usize, String)>> = items
            .iter()
            .map(|item| named(&item.text).and_then(|name| Some((set.axis(&name.name)?, name.rest))))
            .collect();
        if found.iter().flatten().count() * 3 < set.axes.len() * 2 {
            continue;
        }
        part.block.into_iter().for_each(|block| draft.take(block));
        for (item, (axis, text)) in items.iter().zip(found).filter_map(|(item, found)| Some((item, found?))) {
            draft.take(item);
            mean(set, axis, &text, draft);
        }
        return true;
    }
    false
}

/// What an axis means, where that is not known yet.
fn mean(set: &Set<'_>, axis: usize, text: &str, draft: &mut Draft) {
    let text = draft.text(text);
    let name = set.axes.get(axis).map(|axis| plain(&axis.name)).unwrap_or_default();
    let dimension = draft.framework.dimensions.iter_mut().find(|dimension| plain(&dimension.name) == name);
    if let Some(dimension) = dimension.filter(|dimension| dimension.text.is_none() && !text.is_empty()) {
        dimension.text = Some(text);
    }
}

/// A heading of an axis that says what it means: "Technology: knowledge of the tools".
fn axis_heading(sets: &[Set<'_>], parts: &[Part<'_>], part: &Part<'_>, draft: &mut Draft) {
    let Some(block) = part.block.filter(|block| !draft.is_taken(*block)) else { return };
    let Some(name) = of_words(part.title) else { return };
    let Some((set, axis)) = sets.iter().find_map(|set| Some((set, set.axis(&name.name)?))) else { return };
    let (text, more, things) = said(part, &name.rest);
    if !part.children.is_empty() || (text.is_empty() && more.is_empty()) {
        return;
    }
    draft.take(block);
    if let Some(above) = parts.get(part.parent).and_then(|above| above.block) {
        draft.take(above);
    }
    things.into_iter().for_each(|thing: Thing<'_>| thing.take(draft));
    let texts: Vec<String> = Some(text).filter(|text| !text.is_empty()).into_iter().chain(more).collect();
    mean(set, axis, &texts.join("\n"), draft);
}

/// A list of the roles, each with what it is.
fn roles(page: &Page, part: &Part<'_>, items: &[Item], draft: &mut Draft) -> bool {
    let announced = plain(part.title).split(' ').any(|word| ROLES.contains(&word));
    let names: Vec<_> = items.iter().filter_map(|item| Some((item, named(&item.text)?))).collect();
    let bold = names.iter().all(|(item, name)| item.text.lead.is_some() && !name.rest.is_empty());
    if !announced || !bold || names.len() != items.len() || names.len() < 2 {
        return false;
    }
    part.block.into_iter().for_each(|block| draft.take(block));
    for (item, name) in names {
        flat(item).into_iter().for_each(|item| draft.take(item));
        let id = draft.role(&undecorated(&name.name), &page.file, item.line);
        let text = draft.text(&name.rest);
        let Some(role) = draft.role_mut(&id) else { continue };
        if role.definition.is_empty() {
            role.definition = text;
        } else if !plain(&role.definition).contains(&plain(&text)) {
            role.from.extra.insert("x-summary".to_owned(), text.into());
        }
    }
    true
}

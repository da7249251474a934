//! Tagged lists: competencies as records that each say their level and theme.
//!
//! `columns.rs` finds out what each key of the records is for, by its values first and its name second; `record.rs`
//! makes a cell of each record.

mod columns;
mod record;

use std::collections::{HashMap, HashSet};

use rung_model::problem::{Problem, Severity};

use self::{columns::Columns, record::List};
use super::{
    declared::Declarations,
    draft::Draft,
    fields::{ordinal, scalar},
    naming::{plain, role_of, undecorated},
    page::{Content, Page},
};
use crate::tree::{Map, Node};

/// Fewest records that make a list.
const FEWEST: usize = 3;
/// Deepest place of a list below the top of a page.
const DEEPEST: usize = 3;

/// Takes every list of tagged records.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        match &page.content {
            Content::Constants(constants) => {
                for constant in constants {
                    read(page, &constant.node, draft);
                }
            }
            _ => page.tree().into_iter().for_each(|node| read(page, node, draft)),
        }
    }
}

fn read(page: &Page, root: &Node, draft: &mut Draft) {
    let declared = Declarations::of(root);
    let mut lists = Vec::new();
    find(root, 0, &declared, &mut lists);
    let mut any = false;
    for node in lists {
        let records: Vec<&Map> = node.list().unwrap_or_default().iter().filter_map(Node::map).collect();
        let Some(columns) = Columns::of(&records, &declared).filter(|_| !draft.is_taken(node)) else { continue };
        any = true;
        draft.recognise(page);
        draft.take(node);
        if columns.guessed {
            let what = format!("`{}` was taken for the level and `{}` for the theme", columns.level, columns.theme);
            draft.guess(&page.file, node.line, what, "call the keys `level` and `theme`");
        }
        let mut list =
            List { page, columns: &columns, declared: &declared, positions: HashMap::new(), ids: HashMap::new() };
        positions(&mut list, &records, draft);
        for entry in node.list().unwrap_or_default() {
            record::take(&mut list, entry, draft);
        }
    }
    if any {
        about_page(page, root, &declared, draft);
    }
}

/// Lists of maps, not far below the top.
fn find<'p>(node: &'p Node, depth: usize, declared: &Declarations<'_>, lists: &mut Vec<&'p Node>) {
    if let Some(list) = node.list() {
        if list.iter().filter(|entry| entry.map().is_some()).count() >= FEWEST && !declared.has(node) {
            lists.push(node);
        }
        return;
    }
    if depth < DEEPEST {
        node.map().into_iter().flatten().for_each(|(_, node)| find(node, depth + 1, declared, lists));
    }
}

/// Makes the positions of each role in the order of its levels: declared, by number, or as they come.
fn positions(list: &mut List<'_>, records: &[&Map], draft: &mut Draft) {
    let (page, declared) = (list.page, list.declared);
    let said = |record: &Map, key: &str| record.get(key).and_then(scalar).filter(|text| !text.is_empty());
    let (page_role, page_line) = role_of(page);
    let mut found: Vec<(Option<String>, String, usize)> = Vec::new();
    let mut seen = HashSet::new();
    if list.columns.role.is_none() {
        for level in &declared.levels {
            if seen.insert((None, plain(&level.id))) {
                found.push((None, level.id.clone(), level.line));
            }
        }
    }
    for record in records {
        let role = list.columns.role.as_ref().and_then(|key| said(record, key));
        let Some(level) = said(record, &list.columns.level) else { continue };
        let line = record.get(&list.columns.level).map_or(1, |node| node.line);
        let known = declared
            .level(&level)
            .and_then(|n| declared.levels.get(n))
            .map_or_else(|| level.clone(), |one| one.id.clone());
        if seen.insert((role.clone(), plain(&known))) {
            found.push((role, known, line));
        }
    }
    let labels: HashSet<&str> = found.iter().map(|(_, level, _)| level.as_str()).collect();
    let numbers: HashSet<u32> = labels.iter().filter_map(|level| ordinal(level)).collect();
    let numbered = declared.levels.is_empty() && numbers.len() == labels.len();
    if numbered {
        found.sort_by_key(|(_, level, _)| ordinal(level));
    }
    for (role_name, level, line) in found {
        let at = declared.level(&level);
        let one = at.and_then(|n| declared.levels.get(n));
        if one.is_none() && !declared.levels.is_empty() {
            let what = format!("the level `{level}` is used here and not among the declared levels");
            let mend = "add it to the list of levels, or correct it";
            draft.note(
                Problem::new(Severity::Warning, page.file.as_str(), "undeclared-level", what, mend).at_line(line),
            );
        }
        let role_shown = role_name.clone().unwrap_or_else(|| page_role.clone());
        let role_line = if role_name.is_some() { line } else { page_line };
        let role = draft.role(&role_shown, &page.file, role_line);
        let name = one.map_or_else(|| level.clone(), |one| one.name.clone());
        let bare = name.chars().all(|c| c.is_ascii_digit() || c == '.');
        let name = if bare { format!("{role_shown} {name}") } else { undecorated(&name) };
        let rank = at.and_then(|n| u32::try_from(n + 1).ok()).or_else(|| ordinal(&level).filter(|_| numbered));
        let id = draft.position(&role, &name, rank, &page.file, line);
        let text = one.and_then(|one| one.text).and_then(scalar).map(|text| draft.text(&text));
        if let Some((position, text)) = draft.position_mut(&id).zip(text) {
            position.definition = text;
        }
        list.positions.insert((role_name, plain(&level)), id);
    }
}

/// The declared lists, and what the page says of itself.
fn about_page(page: &Page, root: &Node, declared: &Declarations<'_>, draft: &mut Draft) {
    declared.nodes.iter().for_each(|node| draft.take_node(node));
    let Some(map) = root.map() else { return };
    draft.framework_fields(map, true);
    let role = draft.role(&role_of(page).0, &page.file, role_of(page).1);
    for (key, node) in map {
        if matches!(key.text.as_str(), "summary" | "description") && !draft.is_taken(node) && scalar(node).is_some() {
            let text = draft.texts_of(node).pop();
            if let Some((role, text)) = draft.role_mut(&role).zip(text) {
                role.definition = text;
            }
        }
    }
    draft.keep_rest(map);
    for (_, node) in map {
        if let Some(inner) = node.map() {
            draft.keep_rest(inner);
        }
    }
}

#[cfg(test)]
mod tests;

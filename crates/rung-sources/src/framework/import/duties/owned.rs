//! Headings that say who is accountable, with duties below them: as headings with what each role is expected to do, or
//! as bullets.

use rung_model::framework::{Duty, Holding, Provenance};

use super::{
    super::{
        draft::Draft,
        naming::{plain, undecorated},
        page::Page,
        parts::{Part, flat},
    },
    Known, heads,
};
use crate::document::Grid;

/// What follows the role in such a heading.
const OWNS: [&str; 12] = [
    " are accountable",
    " is accountable",
    " are responsible",
    " is responsible",
    " owns",
    " own ",
    " responsibilities",
    "'s responsibilities",
    "’s responsibilities",
    " duties",
    " ist verantwortlich",
    " verantwortet",
];
/// What stands before the role.
const OF: [&str; 5] =
    ["responsibilities of ", "duties of ", "responsibilities for ", "aufgaben ", "accountabilities of "];

/// Reads the sections of one part, where at least two of them name a role that owns what is below.
pub(super) fn read(page: &Page, parts: &[Part<'_>], at: usize, known: &mut Known, draft: &mut Draft) {
    let Some(part) = parts.get(at) else { return };
    let owners: Vec<(&Part<'_>, heads::Head)> = part
        .children
        .iter()
        .filter_map(|child| parts.get(*child))
        .filter(|child| child.block.is_some_and(|block| !draft.is_taken(block)))
        .filter_map(|child| Some((child, owner(child.title)?)))
        .filter(|(_, head)| heads::is_job(&head.name, draft))
        .collect();
    let names: Vec<String> = owners.iter().map(|(_, head)| head.name.clone()).collect();
    let full = owners.iter().all(|(child, _)| !child.children.is_empty() || child.lists().next().is_some());
    if owners.len() < 2 || !heads::differ(&names) || !full {
        return;
    }
    draft.recognise(page);
    let ids: Vec<String> =
        owners.iter().map(|(child, head)| heads::role(head, &page.file, child.line, draft)).collect();
    for ((child, _), id) in owners.iter().zip(&ids) {
        child.block.into_iter().for_each(|block| draft.take(block));
        for duty in child.children.iter().filter_map(|duty| parts.get(*duty)) {
            expected(page, duty, id, draft);
        }
        for (_, items) in child.lists() {
            for item in items {
                draft.take(item);
                known.add(&item.text.text, id, None, (page, item.line), draft);
                let below: Vec<toml::Value> = item
                    .children
                    .iter()
                    .flat_map(|child| flat(child))
                    .map(|child| {
                        draft.take(child);
                        toml::Value::from(draft.text(&child.text.text))
                    })
                    .collect();
                if let Some(duty) = draft.framework.duties.last_mut().filter(|_| !below.is_empty()) {
                    duty.from.extra.insert("x-details".to_owned(), below.into());
                }
            }
        }
    }
}

/// The role in a heading such as "Product managers (PMs) are accountable for:".
fn owner(title: &str) -> Option<heads::Head> {
    let title = undecorated(title);
    let low = title.to_lowercase();
    if low.len() != title.len() {
        return None;
    }
    let before = OWNS.iter().filter_map(|word| low.find(word)).min().and_then(|end| title.get(..end));
    let name = before.or_else(|| OF.iter().find_map(|start| low.strip_prefix(start).and(title.get(start.len()..))))?;
    let mut head = heads::of_text(name)?;
    if head.name.ends_with('s') && !head.name.ends_with("ss") && low.contains(" are ") {
        head.name.pop();
    }
    Some(head)
}

/// A duty with what each role is expected to do for it, in a table of one column for each role.
fn expected(page: &Page, duty: &Part<'_>, owner: &str, draft: &mut Draft) {
    duty.block.into_iter().for_each(|block| draft.take(block));
    let name = draft.text(duty.title);
    let id = draft.id("responsibility", &undecorated(&name));
    let mut from = Provenance::at(page.file.clone(), duty.line);
    let mut partners = Vec::new();
    let mut said = toml::Table::new();
    for (_, grid) in duty.tables() {
        for (role, texts) in columns(grid, draft) {
            if role != owner && !texts.is_empty() && !partners.contains(&role) {
                partners.push(role.clone());
            }
            said.insert(role, texts.into());
        }
    }
    for (_, items) in duty.lists() {
        let texts = items.iter().map(|item| {
            draft.take(item);
            draft.text(&item.text.text)
        });
        said.insert(owner.to_owned(), texts.collect::<Vec<_>>().into());
    }
    if !said.is_empty() {
        from.extra.insert("x-expectations".to_owned(), said.into());
    }
    let (owners, holding) = (vec![owner.to_owned()], Holding::Exclusive);
    draft.framework.duties.push(Duty { id, name, owners, partners, holding, from, ..Duty::default() });
}

/// The bullets of each column whose head names a role: "PM expectations".
fn columns(grid: &Grid, draft: &mut Draft) -> Vec<(String, Vec<String>)> {
    let Some(top) = grid.rows.get(grid.head_rows.max(1) - 1) else { return Vec::new() };
    let mut columns = Vec::new();
    for (n, cell) in top.cells.iter().enumerate() {
        let words = plain(&cell.text.text);
        let known = draft.framework.roles.iter().find(|role| {
            let named = |name: &str| !name.is_empty() && words.split(' ').next() == Some(plain(name).as_str());
            named(&role.short) || words.starts_with(&plain(&role.name))
        });
        let Some(role) = known.map(|role| role.id.clone()) else { continue };
        draft.take(cell);
        let mut texts = Vec::new();
        for cell in grid.rows.iter().skip(grid.head_rows.max(1)).filter_map(|row| row.cells.get(n)) {
            draft.take(cell);
            if cell.items.is_empty() && !plain(&cell.text.text).is_empty() {
                texts.push(draft.text(&cell.text.text));
            }
            texts.extend(cell.items.iter().map(|item| draft.text(&item.text.text)).collect::<Vec<_>>());
        }
        columns.push((role, texts));
    }
    columns
}

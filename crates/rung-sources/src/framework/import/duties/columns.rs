//! A table with a column of duties for each role.

use rung_model::framework::{Basis, HandsOn, Provenance};

use super::{
    super::{draft::Draft, naming::plain, page::Page, parts::Part, split::share},
    Known, about_duties, heads,
};
use crate::document::{Cell, Grid};

/// Marks of duties that several carry.
const SHARED: [&str; 5] = ["(shared)", "[shared]", "(both)", "(together)", "(gemeinsam)"];
/// How a statement begins that somebody can stand in.
const ABLE: [&str; 6] =
    ["ability to act as ", "able to act as ", "can act as ", "acts as ", "act as ", "stands in for "];
/// What may follow the role in such a statement.
const WHEN: [&str; 6] = [" when ", " if ", " where ", " as needed", " in case ", " whenever "];

/// Reads a table, where all its heads are roles and the words around say that it is about duties.
pub(super) fn read(page: &Page, parts: &[Part<'_>], at: usize, grid: &Grid, known: &mut Known, draft: &mut Draft) {
    let Some(top) = grid.rows.get(grid.head_rows.max(1).saturating_sub(1)) else { return };
    let named: Option<Vec<heads::Head>> = top.cells.iter().map(|cell| heads::head(&cell.text)).collect();
    let Some(named) = named.filter(|named| named.len() >= 2) else { return };
    let names: Vec<String> = named.iter().map(|head| head.name.clone()).collect();
    let jobs = names.iter().filter(|name| heads::is_job(name, draft)).count();
    if jobs < names.len() || !heads::differ(&names) || !about_duties(page, parts, at) {
        return;
    }
    draft.recognise(page);
    let roles: Vec<String> = named.iter().map(|head| heads::role(head, &page.file, top.line, draft)).collect();
    top.cells.iter().for_each(|cell| draft.take(cell));
    parts.get(at).and_then(|part| part.block).into_iter().for_each(|block| draft.take(block));
    let body = grid.rows.get(grid.head_rows.max(1)..).unwrap_or_default();
    let cells = || body.iter().flat_map(|row| roles.iter().zip(&row.cells));
    let marked = cells().any(|(_, cell)| shared(&cell.text.text).is_some());
    let mut acting = Vec::new();
    for (role, cell) in cells().filter(|(_, cell)| !cell.repeated) {
        for (text, line) in statements(cell) {
            acting.extend(statement(&text, role, marked, (page, line), known, draft));
        }
        draft.take(cell);
    }
    for (role, acts_as) in acting {
        let Some(owner) = roles.iter().zip(&names).find(|(_, name)| plain(name) == plain(&acts_as)) else { continue };
        for duty in &mut draft.framework.duties {
            if duty.owners == [owner.0.clone()] && !duty.able_to_act.contains(&role) {
                duty.able_to_act.push(role.clone());
            }
        }
    }
}

/// The bullets of a cell, else all it says.
fn statements(cell: &Cell) -> Vec<(String, usize)> {
    let items: Vec<_> = cell.items.iter().map(|item| (item.text.text.clone(), item.line)).collect();
    let texts = if items.is_empty() { vec![(cell.text.text.clone(), cell.line)] } else { items };
    texts.into_iter().filter(|(text, _)| !plain(text).is_empty()).collect()
}

/// The text without the mark that it is shared, where it has one.
fn shared(text: &str) -> Option<String> {
    let (text, _) = super::super::naming::clean(text);
    let low = text.to_lowercase();
    let at = SHARED.iter().find_map(|mark| low.find(mark))?;
    text.get(..at).map(|before| before.trim().to_owned()).filter(|before| !before.is_empty())
}

/// One statement of a role; the role it can stand in for, where that is what it says.
fn statement(
    text: &str,
    role: &str,
    marked: bool,
    at: (&Page, usize),
    known: &mut Known,
    draft: &mut Draft,
) -> Option<(String, String)> {
    let low = super::super::naming::clean(text).0.to_lowercase();
    if let Some(rest) = ABLE.iter().find_map(|start| low.strip_prefix(start)) {
        let end = WHEN.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
        let acts_as = rest.get(..end).unwrap_or(rest).trim_start_matches("a ").trim_start_matches("an ").trim();
        draft.text(text);
        return Some((role.to_owned(), acts_as.to_owned()));
    }
    let coding = low.contains("hands-on") || low.starts_with("coding") || low.contains("hands on cod");
    if let Some((min, max)) = share::within(&low).filter(|_| coding) {
        draft.text(text);
        let from = Provenance::at(at.0.file.clone(), at.1);
        draft.framework.hands_on.push(HandsOn {
            role: role.to_owned(),
            min,
            max,
            basis: Basis::Sourced,
            from,
            ..HandsOn::default()
        });
        return None;
    }
    match shared(text) {
        Some(name) => {
            draft.text(text);
            known.add(&name, role, Some(true), at, draft);
        }
        None => known.add(text, role, marked.then_some(false), at, draft),
    }
    None
}

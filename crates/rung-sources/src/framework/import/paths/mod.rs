//! What is said between records that are known by now: paths, reporting lines, equivalents, what is retired, and names
//! in other languages.
//!
//! `ends.rs` finds the records, `said.rs` reads sentences and rows, `languages.rs` tables of names.

mod ends;
mod languages;
mod said;

use std::collections::BTreeSet;

use rung_model::framework::{Edge, EdgeKind, Provenance, Status};

use super::{
    draft::Draft,
    page::Page,
    parts::{Part, Thing, flat, parts},
};
use crate::document::{BlockKind, Grid};
use ends::{End, Ends};
pub(super) use languages::names_languages;
use said::{Said, Step};

pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    ends::retire(draft);
    let ends = Ends::of(draft);
    if ends.is_empty() {
        return;
    }
    let mut seen = BTreeSet::new();
    for page in pages {
        for part in &parts(page) {
            for (thing, text, line) in texts(part, draft) {
                let told = said::read(text, &ends);
                if !told.is_empty() {
                    draft.recognise(page);
                    thing.take(draft);
                    part.block.into_iter().for_each(|block| draft.take(block));
                }
                for one in told {
                    push(one, page, line, &mut seen, draft);
                }
            }
        }
        for block in page.blocks().map_or(&[][..], |document| &document.blocks) {
            if let BlockKind::Table(grid) = &block.kind
                && is_open(grid, draft)
            {
                let told = said::rows(grid, &ends);
                if !told.is_empty() {
                    draft.recognise(page);
                }
                for (row, one) in told {
                    row.cells.iter().for_each(|cell| draft.take(cell));
                    push(one, page, row.line, &mut seen, draft);
                }
                languages::read(page, grid, &ends, draft);
            }
        }
    }
}

fn is_open(grid: &Grid, draft: &Draft) -> bool {
    grid.rows.iter().flat_map(|row| &row.cells).all(|cell| !draft.is_taken(cell))
}

/// The entries and paragraphs of a part that nobody has understood yet, with their lines.
fn texts<'p>(part: &Part<'p>, draft: &Draft) -> Vec<(Thing<'p>, &'p str, usize)> {
    let items = part.lists().flat_map(|(_, items)| items).flat_map(flat);
    let items = items.filter(|item| !draft.is_taken(*item));
    let items = items.map(|item| (Thing::Item(item), item.text.text.as_str(), item.line));
    let paragraphs = part.paragraphs().filter(|(block, _)| !draft.is_taken(*block));
    let paragraphs = paragraphs.map(|(block, text)| (Thing::Block(block), text.text.as_str(), block.line));
    items.chain(paragraphs).collect()
}

fn push(one: Said, page: &Page, line: usize, seen: &mut BTreeSet<(String, String, EdgeKind)>, draft: &mut Draft) {
    match one {
        Said::Step(Step { from, to, kind, years }) => {
            if seen.insert((from.clone(), to.clone(), kind)) {
                let published = Provenance::at(page.file.clone(), line);
                draft.framework.edges.push(Edge { from, to, kind, years, published, ..Edge::default() });
            }
        }
        Said::Equal(one, other) => {
            for (own, to) in [(&one, &other), (&other, &one)] {
                if let Some(position) = draft.position_mut(own).filter(|position| !position.equivalent.contains(to)) {
                    position.equivalent.push(to.clone());
                }
            }
        }
        Said::Retired(End::Role(id)) => {
            draft.role_mut(&id).into_iter().for_each(|role| role.status = Status::Retired);
        }
        Said::Retired(End::Position(id)) => {
            draft.position_mut(&id).into_iter().for_each(|position| position.status = Status::Retired);
        }
    }
}

#[cfg(test)]
mod tests;

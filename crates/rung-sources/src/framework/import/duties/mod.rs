//! Responsibility matrices: who owns what, who takes part, who can stand in.
//!
//! `columns.rs` reads a column of duties for each role, `letters.rs` a table of duties with a letter or mark for each
//! role, `owned.rs` headings that say who is accountable. `heads.rs` tells names of roles from other words.

mod columns;
pub(super) mod heads;
mod letters;
mod owned;

use std::collections::HashMap;

use rung_model::framework::{Duty, Holding, Provenance};

use super::{
    draft::Draft,
    naming::plain,
    page::Page,
    parts::{Part, parts, upwards},
};

pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    let mut known = Known::default();
    for page in pages {
        let parts = parts(page);
        for at in 0..parts.len() {
            owned::read(page, &parts, at, &mut known, draft);
        }
        for at in 0..parts.len() {
            for (_, grid) in parts[at].tables() {
                let open = grid.rows.iter().flat_map(|row| &row.cells).all(|cell| !draft.is_taken(cell));
                if open && !letters::read(page, &parts, at, grid, draft) {
                    columns::read(page, &parts, at, grid, &mut known, draft);
                }
            }
        }
        if page.document().is_none() {
            for block in page.blocks().map_or(&[][..], |document| &document.blocks) {
                if let crate::document::BlockKind::Table(grid) = &block.kind {
                    letters::read(page, &parts, 0, grid, draft);
                }
            }
        }
    }
}

/// Whether the words around a place are about responsibilities.
fn about_duties(page: &Page, parts: &[Part<'_>], at: usize) -> bool {
    const SAYS: [&str; 14] = [
        "responsib",
        "duties",
        "duty",
        "accountab",
        " vs ",
        "versus",
        "raci",
        "ownership",
        "verantwort",
        "aufgaben",
        "responsab",
        "responsáve",
        "who does what",
        "owns what",
    ];
    let (title, _) = super::naming::title_of(page);
    let around = upwards(parts, at).take(2).flat_map(|part| {
        part.paragraphs().map(|(_, text)| text.text.to_lowercase()).chain([format!(" {} ", part.title.to_lowercase())])
    });
    around.chain([format!(" {} ", title.to_lowercase())]).any(|text| SAYS.iter().any(|word| text.contains(word)))
}

/// The duties that were read as text, by their words.
#[derive(Debug, Default)]
struct Known(HashMap<String, usize>);

impl Known {
    /// Adds a duty of a role; one that another role has by the same words is shared.
    fn add(&mut self, name: &str, role: &str, shared: Option<bool>, at: (&Page, usize), draft: &mut Draft) {
        let name = draft.text(name);
        if let Some(known) = self.0.get(&plain(&name)).and_then(|at| draft.framework.duties.get_mut(*at)) {
            if !known.owners.iter().any(|owner| owner == role) {
                known.owners.push(role.to_owned());
                known.holding = Holding::Shared;
            }
            return;
        }
        self.0.insert(plain(&name), draft.framework.duties.len());
        let id = draft.id("responsibility", &name);
        let holding = |shared| if shared { Holding::Shared } else { Holding::Exclusive };
        draft.framework.duties.push(Duty {
            id,
            name,
            owners: vec![role.to_owned()],
            holding: shared.map_or(Holding::Unstated, holding),
            from: Provenance::at(at.0.file.clone(), at.1),
            ..Duty::default()
        });
    }
}

#[cfg(test)]
mod tests;

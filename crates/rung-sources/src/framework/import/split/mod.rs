//! Expected time splits: shares of the week by role or position, in tables, lists and headings.
//!
//! `share.rs` reads one share, `bucket.rs` sorts activities, `table.rs` reads tables of roles and activities, `listed.rs`
//! pages whose lists, headings or cells say "Coding: 60 %", `claim.rs` makes the records.

mod bucket;
mod claim;
mod listed;
pub(super) mod share;
mod table;

use super::{draft::Draft, page::Page, parts::parts};

/// Reads tables of roles and activities.
pub(super) fn tables(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        let parts = parts(page);
        for at in 0..parts.len() {
            for (block, grid) in parts[at].tables() {
                table::read(page, &parts, at, (block, grid), draft);
            }
        }
        if page.document().is_none() {
            for block in page.blocks().map_or(&[][..], |document| &document.blocks) {
                if let crate::document::BlockKind::Table(grid) = &block.kind {
                    table::read(page, &[], 0, (block, grid), draft);
                }
            }
        }
    }
}

/// Reads what is left of pages that say shares one by one; positions should be known by then.
pub(super) fn lists(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        listed::read(page, draft);
    }
}

/// Whether words are about time, and not about weights of a score.
fn about_time<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    const TIME: [&str; 17] = [
        "time",
        "week",
        "hours",
        "split",
        "spend",
        "spent",
        "allocation",
        "capacity",
        "day-to-day",
        "energ",
        "zeit",
        "woche",
        "temps",
        "semaine",
        "tiempo",
        "semana",
        "tempo",
    ];
    const SCORE: [&str; 7] = ["weight", "score", "scoring", "points", "gewicht", "poids", "peso"];
    let mut time = false;
    for text in texts {
        let text = text.to_lowercase();
        if SCORE.iter().any(|word| text.contains(word)) {
            return false;
        }
        time = time || TIME.iter().any(|word| text.contains(word));
    }
    time
}

#[cfg(test)]
mod tests;

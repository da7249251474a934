//! Skill registries in separated values: a row per role level and skill, or a column per level.
//!
//! `sheet.rs` holds the table by columns; `words.rs` knows words of scales; `wide.rs` and `long.rs` read the two forms;
//! `write.rs` makes the records of both.

mod long;
mod sheet;
mod wide;
mod words;
mod write;

use super::{
    draft::Draft,
    page::{Content, Page},
};
use crate::document::BlockKind;
use sheet::Sheet;

/// Takes every table of separated values that is a registry.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        let Content::Table(document) = &page.content else { continue };
        for block in &document.blocks {
            let BlockKind::Table(grid) = &block.kind else { continue };
            let Some(sheet) = Sheet::of(page, grid).filter(|sheet| !sheet.is_taken(draft)) else { continue };
            if wide::read(&sheet, draft) || long::read(&sheet, draft) {
                draft.recognise(page);
                draft.take_all(block);
            }
        }
    }
}

#[cfg(test)]
mod tests;

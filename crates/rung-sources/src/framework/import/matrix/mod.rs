//! Matrices: what each level asks on each competency, in tables or below headings.
//!
//! `table.rs` finds the levels of a table and fills its places; `headings.rs` does the same for sections, bold
//! paragraphs and list leads (`outline.rs`); `folder.rs` for a page a level or a page a role; `fill.rs` makes cells of
//! what stands in a place.

mod fill;
mod folder;
mod headings;
mod outline;
mod table;

use super::{
    draft::Draft,
    page::{Content, Page},
};

/// Shapes that explain a page whole: what they leave of it is no matrix.
const WHOLE: [&str; 4] = ["axis chart", "points", "tagged list", "nested data"];

/// Reads tables first, then headings of pages that no table explains, then folders of pages.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    let mut left = Vec::new();
    for page in pages.iter().filter(|page| !draft.is_of(page, &WHOLE)).collect::<Vec<_>>() {
        let Content::Document(document) = &page.content else {
            table::import(page, false, draft);
            continue;
        };
        let beside = headings::holds_levels(document);
        let tables = table::import(page, beside, draft);
        let scored = draft.is_of(page, &["weighted score"]);
        if !scored && !headings::import(page, document, tables, draft) && !tables {
            left.push(page);
        }
        if beside {
            table::overviews(page, draft);
        }
    }
    folder::import(&left, draft);
}

#[cfg(test)]
mod tests;

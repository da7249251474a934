//! The outline of a page: each heading with what stands below it.

use super::{Block, BlockKind, Document, Rich};

/// A heading, its own blocks and the sections below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section<'a> {
    /// The line of the heading; 1 for the page itself.
    pub(crate) line: usize,
    /// The level of the heading; 0 for the page itself.
    pub(crate) level: u8,
    /// The heading; none for the page itself.
    pub(crate) heading: Option<&'a Rich>,
    /// What stands between the heading and the next one.
    pub(crate) blocks: Vec<&'a Block>,
    /// The sections below it.
    pub(crate) sections: Vec<Section<'a>>,
}

/// The page as a tree of sections; headings of a level beyond `deepest` stay blocks of the section they stand in.
pub(crate) fn sections(page: &Document, deepest: u8) -> Section<'_> {
    let mut open = vec![Section { line: 1, ..Section::default() }];
    for block in &page.blocks {
        match &block.kind {
            BlockKind::Heading { level, text } if *level <= deepest => {
                close(&mut open, *level);
                open.push(Section { line: block.line, level: *level, heading: Some(text), ..Section::default() });
            }
            _ => {
                if let Some(section) = open.last_mut() {
                    section.blocks.push(block);
                }
            }
        }
    }
    close(&mut open, 1);
    open.pop().unwrap_or_default()
}

/// Ends the open sections of a level and all below it.
fn close(open: &mut Vec<Section<'_>>, level: u8) {
    while open.len() > 1 && open.last().is_some_and(|section| section.level >= level) {
        let done = open.pop().unwrap_or_default();
        if let Some(parent) = open.last_mut() {
            parent.sections.push(done);
        }
    }
}

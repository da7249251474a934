//! A page as a flat outline: every heading with its own blocks, its parent and its children.

use super::{draft::Draft, page::Page};
use crate::document::{Block, BlockKind, Cell, Grid, Item, Rich};

/// The level of a heading that is written as a paragraph of bold words.
const BOLD: u8 = 7;
/// Most words of such a heading.
const WORDS: usize = 8;

/// A heading with what stands directly below it; the first one is the page itself.
#[derive(Clone, Debug)]
pub(super) struct Part<'p> {
    /// The block of the heading; none for the page itself.
    pub(super) block: Option<&'p Block>,
    /// Its words; empty for the page itself.
    pub(super) title: &'p str,
    /// 0 for the page, 1 to 6 for headings, 7 for a bold line.
    pub(super) level: u8,
    /// The line of the heading, or 1.
    pub(super) line: usize,
    /// The part it stands in.
    pub(super) parent: usize,
    /// What stands between it and the next heading.
    pub(super) blocks: Vec<&'p Block>,
    /// The parts below it, in order.
    pub(super) children: Vec<usize>,
}

/// Something of a page that can be taken.
#[derive(Clone, Copy, Debug)]
pub(super) enum Thing<'p> {
    /// A block, without its items or cells.
    Block(&'p Block),
    /// A list entry, without those below it.
    Item(&'p Item),
    /// A cell of a table.
    Cell(&'p Cell),
}

impl Thing<'_> {
    /// Where it is kept, which tells it from all others.
    pub(super) fn addr(&self) -> usize {
        match self {
            Self::Block(block) => std::ptr::from_ref(*block).addr(),
            Self::Item(item) => std::ptr::from_ref(*item).addr(),
            Self::Cell(cell) => std::ptr::from_ref(*cell).addr(),
        }
    }

    /// Marks it as understood.
    pub(super) fn take(self, draft: &mut Draft) {
        match self {
            Self::Block(block) => draft.take(block),
            Self::Item(item) => draft.take(item),
            Self::Cell(cell) => draft.take(cell),
        }
    }
}

/// The parts of a Markdown or HTML page, the page itself first; empty for other files.
pub(super) fn parts(page: &Page) -> Vec<Part<'_>> {
    let Some(document) = page.document() else { return Vec::new() };
    let whole = Part { block: None, title: "", level: 0, line: 1, parent: 0, blocks: Vec::new(), children: Vec::new() };
    let mut parts = vec![whole];
    let mut open = vec![0];
    for block in &document.blocks {
        match heading(block) {
            Some((level, title)) => {
                while open.len() > 1 && open.last().is_some_and(|at| parts[*at].level >= level) {
                    open.pop();
                }
                let parent = open.last().copied().unwrap_or(0);
                let at = parts.len();
                parts[parent].children.push(at);
                open.push(at);
                let line = block.line;
                let (blocks, children) = (Vec::new(), Vec::new());
                parts.push(Part { block: Some(block), title, level, line, parent, blocks, children });
            }
            None => {
                let at = open.last().copied().unwrap_or(0);
                parts[at].blocks.push(block);
            }
        }
    }
    parts
}

fn heading(block: &Block) -> Option<(u8, &str)> {
    match &block.kind {
        BlockKind::Heading { level, text } => Some((*level, text.text.as_str())),
        BlockKind::Paragraph(text) => {
            let words = text.text.split(' ').count();
            let heads = text.all_bold() && words <= WORDS && !text.text.ends_with(['?', '.', '!', ',']);
            heads.then_some((BOLD, text.text.as_str()))
        }
        _ => None,
    }
}

impl<'p> Part<'p> {
    /// Its lists.
    pub(super) fn lists(&self) -> impl Iterator<Item = (&'p Block, &'p [Item])> + '_ {
        self.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::List(items) => Some((*block, items.as_slice())),
            _ => None,
        })
    }

    /// Its tables.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&'p Block, &'p Grid)> + '_ {
        self.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Table(grid) => Some((*block, grid)),
            _ => None,
        })
    }

    /// Its paragraphs that say something.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = (&'p Block, &'p Rich)> + '_ {
        self.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) if text.text.chars().any(char::is_alphanumeric) => Some((*block, text)),
            _ => None,
        })
    }
}

/// The titles of a part and of all it stands in, the nearest first.
pub(super) fn upwards<'a, 'p>(parts: &'a [Part<'p>], at: usize) -> impl Iterator<Item = &'a Part<'p>> {
    let mut next = Some(at);
    std::iter::from_fn(move || {
        let part = parts.get(next?)?;
        next = (part.level > 0).then_some(part.parent);
        Some(part)
    })
}

/// An entry and all below it.
pub(super) fn flat(item: &Item) -> Vec<&Item> {
    let mut all = vec![item];
    let mut next = 0;
    while let Some(item) = all.get(next).copied() {
        all.extend(&item.children);
        next += 1;
    }
    all
}

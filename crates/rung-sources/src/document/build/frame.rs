//! What is open while a page is read.

use super::{
    cell::OpenCell,
    run::Run,
    table::{OpenRow, OpenTable},
    tag::Tag,
};
use crate::document::Item;

/// An element that is open.
#[derive(Debug)]
pub(super) struct Frame {
    /// What closes it.
    pub(super) tag: Tag,
    /// Elements of its name that opened within it and mean nothing.
    pub(super) nested: usize,
    /// What it gathers.
    pub(super) what: What,
}

/// What an open element gathers.
#[derive(Debug)]
pub(super) enum What {
    /// Nothing; it only has to be closed.
    Plain,
    /// Nothing: a table within a cell is text of that cell.
    Inner,
    /// Nothing: what is in it is bold.
    Bold,
    /// Nothing: what is in it is struck through.
    Strike,
    /// Nothing: what is in it is a link.
    Link,
    /// What is left out.
    Skip {
        /// Whether its words are counted.
        counted: bool,
    },
    /// The words of a heading.
    Heading { level: u8, line: usize, run: Run },
    /// The words of the page's title.
    Title(Run),
    /// The words of a table's caption.
    Caption(Run),
    /// Code as it stands.
    Code { line: usize, text: String },
    /// The entries of a list.
    List(OpenList),
    /// A list entry.
    Item(OpenItem),
    /// A table.
    Table(Box<OpenTable>),
    /// A row of it.
    Row(OpenRow),
    /// A cell of that.
    Cell(Box<OpenCell>),
}

/// A list that is open.
#[derive(Debug, Default)]
pub(super) struct OpenList {
    pub(super) line: usize,
    pub(super) items: Vec<Item>,
    /// The number of the next entry.
    pub(super) next: Option<u64>,
    /// Whether the page has entries here and no list.
    pub(super) implied: bool,
}

/// A list entry that is open.
#[derive(Debug, Default)]
pub(super) struct OpenItem {
    pub(super) line: usize,
    pub(super) number: Option<u64>,
    pub(super) run: Run,
    pub(super) children: Vec<Item>,
    /// In a definition list: at which piece the description begins, and its line.
    pub(super) described: Option<(usize, usize)>,
}

impl Frame {
    /// An element that gathers nothing.
    pub(super) fn new(tag: Tag, what: What) -> Self {
        Self { tag, nested: 0, what }
    }

    /// Whether text, lists and tables within it stay within it.
    pub(super) fn is_structure(&self) -> bool {
        !matches!(self.what, What::Plain | What::Inner | What::Bold | What::Strike | What::Link)
    }

    /// Where it keeps its text.
    pub(super) fn run(&mut self) -> Option<&mut Run> {
        match &mut self.what {
            What::Heading { run, .. } | What::Title(run) | What::Caption(run) => Some(run),
            What::Item(item) => Some(&mut item.run),
            What::Cell(cell) => Some(&mut cell.own),
            _ => None,
        }
    }
}

impl OpenList {
    /// Adds a finished entry, unless it is empty.
    pub(super) fn push(&mut self, item: Item) {
        if !(item.text.text.is_empty() && item.children.is_empty()) {
            self.items.push(item);
        }
    }
}

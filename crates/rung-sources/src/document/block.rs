//! A block of a page: a heading, a paragraph, a list, a table, code or a rule.

use super::{Grid, Rich};

/// A block and the line it begins on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    /// Counted from 1.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum BlockKind {
    /// A heading of level 1 to 6.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words, without a trailing `{#id}`.
        text: Rich,
    },
    /// Running text.
    Paragraph(Rich),
    /// A list; a definition list has each term as the lead of its item.
    List(Vec<Item>),
    /// A table, or elements with the roles of one.
    Table(Grid),
    /// Code, as it stands.
    Code(String),
    /// A line across.
    Rule,
}

/// A list entry with what is nested below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Item {
    /// The line of its bullet, number or tag.
    pub(crate) line: usize,
    /// What it says itself, all paragraphs of it.
    pub(crate) text: Rich,
    /// The entries nested below it.
    pub(crate) children: Vec<Item>,
    /// Its number in an ordered list.
    pub(crate) ordered: Option<u64>,
}

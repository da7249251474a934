//! What a published page says, block by block, each with its line: Markdown, HTML and CSV alike.
//!
//! Readers drive one builder: `markdown.rs` and `html.rs` turn a page into opened and closed elements and text;
//! `build/` makes blocks of them, whatever the page leaves open or closes twice; `csv.rs` makes a grid.
//! Nothing here knows what a role or a level is, and nothing here fails: a page that cannot be understood is a page
//! of paragraphs, with notes.

mod block;
mod build;
mod csv;
mod front;
mod grid;
mod html;
mod lines;
mod markdown;
mod nesting;
mod pipes;
mod rich;
pub(crate) mod separator;

use rung_model::problem::Problem;

pub(crate) use block::{Block, BlockKind, Item};
pub(crate) use csv::{csv, told_separator};
pub(crate) use grid::{Cell, Grid, Row};
pub(crate) use html::html;
pub(crate) use markdown::markdown;
pub(crate) use rich::{Link, Rich};
pub(crate) use separator::{separator, unclosed_quote};

/// A page: its blocks in the order of their lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Document {
    /// The file as the user named it.
    pub(crate) file: String,
    /// What stands before a Markdown page.
    pub(crate) front: Option<FrontMatter>,
    /// The `<title>`, where there is one.
    pub(crate) title: Option<String>,
    /// What the page says.
    pub(crate) blocks: Vec<Block>,
    /// What could not be kept whole: tables beyond the limits, quotes that do not close.
    pub(crate) notes: Vec<Problem>,
    /// Words of navigation, footers and asides that were left out.
    pub(crate) left_out: usize,
}

/// Front matter, unparsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    /// The text between its fences.
    pub(crate) text: String,
    /// The line on which `text` begins.
    pub(crate) line: usize,
    /// What the fences say it is written in.
    pub(crate) kind: FrontKind,
}

/// The language of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrontKind {
    /// Between `---`.
    Yaml,
    /// Between `+++`.
    Toml,
}

#[cfg(test)]
mod tests;

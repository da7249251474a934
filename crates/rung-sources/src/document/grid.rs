//! A table with its spans expanded: every row has as many cells as every other.

use super::{Item, Rich};

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grid {
    /// The line it begins on.
    pub(crate) line: usize,
    /// Its `<caption>`.
    pub(crate) caption: Option<String>,
    /// How many rows at the top are its head; 0 where the page does not say.
    pub(crate) head_rows: usize,
    /// All rows, the head's first; all of the same width.
    pub(crate) rows: Vec<Row>,
    /// Lines of rows that had too few or too many cells.
    pub(crate) ragged: Vec<usize>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    /// The line it begins on.
    pub(crate) line: usize,
    /// Its cells.
    pub(crate) cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Cell {
    /// The line it begins on.
    pub(crate) line: usize,
    /// All it says, its bullets included.
    pub(crate) text: Rich,
    /// Its bullets: `<li>`, or lines between `<br>`, or what follows `•`.
    pub(crate) items: Vec<Item>,
    /// Its paragraphs, apart from the bullets of a list.
    pub(crate) paragraphs: Vec<Rich>,
    /// Whether it is a heading of its row or column.
    pub(crate) head: bool,
    /// Whether it is a copy made by a span.
    pub(crate) repeated: bool,
}

impl Grid {
    /// How many cells each row has.
    pub(crate) fn width(&self) -> usize {
        self.rows.first().map_or(0, |row| row.cells.len())
    }

    /// The rows of the head.
    pub(crate) fn head(&self) -> &[Row] {
        &self.rows[..self.head_rows.min(self.rows.len())]
    }

    /// The rows below the head.
    pub(crate) fn body(&self) -> &[Row] {
        &self.rows[self.head_rows.min(self.rows.len())..]
    }
}

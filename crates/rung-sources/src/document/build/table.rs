//! A table while it is read: spans are expanded row by row, and every row made as wide as the others.

use rung_model::problem::{Problem, Severity};

use super::cell::OpenCell;
use crate::document::{Cell, Grid, Row};

/// Columns a table may have.
const COLUMNS: usize = 1_000;
/// Cells that spans and short rows may add to a table, where it has fewer of its own.
const ADDED: usize = 100_000;
/// Bytes of text that spans may copy in a table.
const COPIED: usize = 8 << 20;

/// A table that is open.
#[derive(Debug, Default)]
pub(in crate::document) struct OpenTable {
    /// What is known of it.
    pub(in crate::document) grid: Grid,
    /// Whether the rows that follow are in its head.
    pub(super) in_head: bool,
    /// Whether the page says which rows are the head.
    told: bool,
    /// Lines of rows that hold nothing but cells that cover rows below; they may end early.
    open_ended: Vec<usize>,
    /// Whether a row that is not of the head was seen.
    body: bool,
    /// For each column, how many more rows the cell above covers.
    covered: Vec<usize>,
    added: usize,
    copied: usize,
    /// The first line where a limit was met, and which.
    limit: Option<(usize, &'static str)>,
}

/// A row that is open.
#[derive(Debug, Default)]
pub(in crate::document) struct OpenRow {
    pub(super) line: usize,
    /// Each cell with the columns and rows it covers.
    pub(super) cells: Vec<(Cell, usize, usize)>,
}

impl OpenRow {
    /// Adds a finished cell.
    pub(super) fn push(&mut self, open: OpenCell, source: super::rich_text::Source<'_>) {
        let (columns, rows) = (open.columns.max(1), open.rows);
        self.cells.push((open.close(source), columns, rows));
    }
}

impl OpenTable {
    /// A table that begins on a line.
    pub(in crate::document) fn at(line: usize) -> Self {
        Self { grid: Grid { line, ..Grid::default() }, ..Self::default() }
    }

    /// Adds a caption, below one that is there already.
    pub(super) fn add_caption(&mut self, text: String) {
        match &mut self.grid.caption {
            _ if text.is_empty() => {}
            None => self.grid.caption = Some(text),
            Some(caption) => {
                caption.push(' ');
                caption.push_str(&text);
            }
        }
    }

    /// Cells that cover rows do so within a group of rows.
    pub(super) fn end_group(&mut self) {
        self.covered.clear();
    }

    /// Adds a finished row.
    pub(in crate::document) fn push(&mut self, row: OpenRow) {
        if row.cells.is_empty() {
            return;
        }
        let titled = row.cells.iter().all(|(cell, ..)| cell.head)
            && row.cells.iter().map(|(_, columns, _)| columns).sum::<usize>() > 1;
        let head = self.in_head || (titled && !self.told);
        self.told |= self.in_head;
        self.body |= !head;
        self.grid.head_rows += usize::from(!self.body);
        if row.cells.iter().all(|(_, _, rows)| *rows != 1) {
            self.open_ended.push(row.line);
        }
        let mut cells = Vec::with_capacity(row.cells.len());
        for (cell, columns, rows) in row.cells {
            self.cover(&mut cells, row.line);
            if cells.len() >= COLUMNS {
                self.limit.get_or_insert((row.line, "more than 1000 columns"));
                break;
            }
            self.place(&mut cells, cell, columns, rows);
        }
        self.cover(&mut cells, row.line);
        self.cover_rest(&mut cells, row.line);
        self.grid.rows.push(Row { line: row.line, cells });
    }

    /// Adds a row of a table that has no spans.
    pub(in crate::document) fn push_row(&mut self, mut row: Row) {
        if row.cells.len() > COLUMNS {
            self.limit.get_or_insert((row.line, "more than 1000 columns"));
            row.cells.truncate(COLUMNS);
        }
        self.grid.rows.push(row);
    }

    /// Adds copies of the cells above that cover this place.
    fn cover(&mut self, cells: &mut Vec<Cell>, line: usize) {
        while let Some(left) = self.covered.get_mut(cells.len()).filter(|left| **left > 0) {
            *left -= 1;
            let above = self.grid.rows.last().and_then(|row| row.cells.get(cells.len()));
            if !self.may_add(above.map_or(0, weight), line) {
                self.covered.clear();
                return;
            }
            let above = self.grid.rows.last().and_then(|row| row.cells.get(cells.len()));
            cells.push(Cell { repeated: true, ..above.cloned().unwrap_or_default() });
        }
    }

    /// In a row that ends early, leaves places empty up to those that cells above cover.
    fn cover_rest(&mut self, cells: &mut Vec<Cell>, line: usize) {
        while self.covered.last() == Some(&0) {
            self.covered.pop();
        }
        while cells.len() < self.covered.len() {
            cells.push(Cell { line, ..Cell::default() });
            self.cover(cells, line);
        }
    }

    /// Adds a cell and its copies to the right.
    fn place(&mut self, cells: &mut Vec<Cell>, cell: Cell, columns: usize, rows: usize) {
        let below = if rows == 0 { usize::MAX } else { rows - 1 };
        let (line, weight) = (cell.line, weight(&cell));
        let mut next = cell;
        for column in 0..columns {
            let at = cells.len();
            let taken = self.covered.get(at).is_some_and(|left| *left > 0);
            if column > 0 && (at >= COLUMNS || taken || !self.may_add(weight, line)) {
                break;
            }
            if self.covered.len() <= at {
                self.covered.resize(at + 1, 0);
            }
            self.covered[at] = below;
            let copy = if column + 1 < columns { Cell { repeated: true, ..next.clone() } } else { Cell::default() };
            cells.push(std::mem::replace(&mut next, copy));
        }
    }

    /// Whether one more copy is within the limits.
    fn may_add(&mut self, weight: usize, line: usize) -> bool {
        self.added += 1;
        self.copied = self.copied.saturating_add(weight);
        let within = self.added <= ADDED && self.copied <= COPIED;
        if !within {
            self.limit.get_or_insert((line, "spans that copy more than 100000 cells or 8 MB"));
        }
        within
    }

    /// The finished table, and a note where a limit was met.
    pub(in crate::document) fn close(mut self, file: &str) -> (Grid, Option<Problem>) {
        let width = self.width();
        let expected = if self.grid.head_rows > 0 {
            self.grid.rows.first().map_or(width, |row| row.cells.len())
        } else {
            usual(&self.grid.rows)
        };
        for row in &mut self.grid.rows {
            let own = row.cells.len();
            if own != expected && self.open_ended.binary_search(&row.line).is_err() {
                self.grid.ragged.push(row.line);
            }
            if own > width {
                self.limit
                    .get_or_insert((row.line, "a row so much wider than the others that its last cells are left out"));
            }
            let line = row.cells.last().map_or(row.line, |cell| cell.line);
            row.cells.resize_with(width, || Cell { line, ..Cell::default() });
        }
        self.grid.ragged.sort_unstable();
        self.grid.ragged.dedup();
        let note = self.limit.map(|(line, what)| {
            let what = format!("the table of line {} has {what}", self.grid.line);
            let mend = "split the table, or take the spans out of it";
            Problem::new(Severity::Warning, file, "table-too-large", what, mend).at_line(line)
        });
        (self.grid, note)
    }

    /// The greatest width to which all rows can be filled up within the limit.
    fn width(&self) -> usize {
        let own: usize = self.grid.rows.iter().map(|row| row.cells.len()).sum();
        let widest = self.grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let mut rows_of = vec![0usize; widest + 1];
        for row in &self.grid.rows {
            rows_of[row.cells.len()] += 1;
        }
        let (mut shorter, mut added) = (0, 0);
        for (width, rows) in rows_of.iter().enumerate() {
            added += shorter;
            if added > ADDED.max(own) {
                return width - 1;
            }
            shorter += rows;
        }
        widest
    }
}

/// The width most rows have; the greater of two as frequent.
fn usual(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|a, b| a == b).map(|run| (run.len(), run.first().copied().unwrap_or_default()));
    runs.max().map_or(0, |(_, width)| width)
}

/// About how many bytes a copy of a cell takes.
fn weight(cell: &Cell) -> usize {
    64 + 4 * (cell.text.text.len() + cell.text.raw.len()) + 200 * cell.items.len()
}

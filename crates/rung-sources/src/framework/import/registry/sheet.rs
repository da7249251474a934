//! A table of separated values by columns: the first row is its head.

use std::collections::{BTreeSet, HashMap};

use super::super::{draft::Draft, fields::words, page::Page};
use crate::document::{Cell, Grid, Row};

/// Signs that stand for an empty cell.
const BLANK: [&str; 7] = ["-", "–", "—", "n/a", "na", "none given", "/"];

/// A table.
pub(super) struct Sheet<'p> {
    pub(super) page: &'p Page,
    pub(super) head: &'p Row,
    pub(super) rows: &'p [Row],
    pub(super) columns: Vec<Column<'p>>,
}

/// A column.
pub(super) struct Column<'p> {
    pub(super) head: &'p str,
    /// What is in each row; empty where nothing is.
    pub(super) values: Vec<&'p str>,
    pub(super) distinct: BTreeSet<&'p str>,
    pub(super) filled: usize,
    /// Mean length of what is filled in, in characters.
    pub(super) mean: usize,
}

impl<'p> Sheet<'p> {
    /// None where there is no row below the head.
    pub(super) fn of(page: &'p Page, grid: &'p Grid) -> Option<Self> {
        let (head, rows) = grid.rows.split_first().filter(|(_, rows)| !rows.is_empty())?;
        let columns = (0..grid.width())
            .map(|at| {
                let head = head.cells.get(at).map_or("", |cell| cell.text.text.trim());
                let values: Vec<&str> = rows.iter().map(|row| row.cells.get(at).map_or("", value)).collect();
                let distinct: BTreeSet<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
                let filled = values.iter().filter(|value| !value.is_empty()).count();
                let length: usize = values.iter().map(|value| value.chars().count()).sum();
                Column { head, values, distinct, filled, mean: length / filled.max(1) }
            })
            .collect();
        Some(Self { page, head, rows, columns })
    }

    /// Whether an importer before took it.
    pub(super) fn is_taken(&self, draft: &Draft) -> bool {
        self.rows.iter().any(|row| row.cells.iter().any(|cell| draft.is_taken(cell)))
    }

    /// What stands in a row and column.
    pub(super) fn value(&self, row: usize, column: usize) -> &'p str {
        self.columns.get(column).and_then(|column| column.values.get(row)).copied().unwrap_or_default()
    }

    /// The cell of a row and column.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&'p Cell> {
        self.rows.get(row)?.cells.get(column)
    }

    /// The line of a row.
    pub(super) fn line(&self, row: usize) -> usize {
        self.rows.get(row).map_or(1, |row| row.line)
    }

    /// Whether each value of one column always stands beside the same value of another.
    pub(super) fn depends(&self, from: usize, on: usize) -> bool {
        let mut seen: HashMap<&str, &str> = HashMap::new();
        (0..self.rows.len()).all(|row| {
            let (key, own) = (self.value(row, from), self.value(row, on));
            key.is_empty() || *seen.entry(key).or_insert(own) == own
        })
    }

    /// How often the value of a column changes from one row to the next.
    pub(super) fn runs(&self, column: usize) -> usize {
        self.columns
            .get(column)
            .map_or(0, |column| column.values.windows(2).filter(|pair| pair.first() != pair.last()).count())
    }
}

impl Column<'_> {
    /// Whether its head, or the last words of it, are one of these.
    pub(super) fn is(&self, names: &[&str]) -> bool {
        let head = words(self.head);
        names.iter().any(|name| {
            let rest = head.strip_suffix(name).or_else(|| head.strip_suffix('s')?.strip_suffix(name));
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
    }

    /// Whether it holds short labels with letters, and no addresses.
    pub(super) fn is_label(&self) -> bool {
        let lettered = |value: &&&str| value.chars().any(char::is_alphabetic) && !value.contains("://");
        self.filled > 0 && self.mean <= 90 && self.distinct.iter().filter(lettered).count() * 2 > self.distinct.len()
    }
}

fn value(cell: &Cell) -> &str {
    let text = cell.text.text.trim();
    if BLANK.contains(&text.to_lowercase().as_str()) { "" } else { text }
}

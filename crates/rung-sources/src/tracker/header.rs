//! The head of a table: which column holds what.

use std::collections::BTreeSet;

use rung_model::problem::{Problem, Severity};

use super::rows::Row;

/// Where the columns of a table stand.
pub(super) struct Header {
    /// Their names, lower-cased.
    names: Vec<String>,
}

/// Columns of which at least one must be there.
pub(super) type Needed = &'static [&'static [&'static str]];

impl Header {
    /// Reads a head; says which of the needed columns are missing.
    pub(super) fn of(row: &Row, needed: Needed, file: &str) -> Result<Self, Box<Problem>> {
        let names: Vec<String> = row.cells().map(|cell| cell.trim().to_lowercase()).collect();
        let is_there = |wanted: &str| names.iter().any(|name| name == &wanted.to_lowercase());
        let missing: Vec<String> = needed
            .iter()
            .filter(|any| !any.iter().any(|wanted| is_there(wanted)))
            .map(|any| any.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or "))
            .collect();
        if missing.is_empty() {
            return Ok(Self { names });
        }
        let what = format!("the first row does not name the column {}", missing.join(", nor "));
        let mend = "export again with these columns; the first row must hold the names of the columns";
        Err(Box::new(Problem::new(Severity::Error, file, "missing-columns", what, mend).at_line(row.line)))
    }

    /// The columns of a name, in their order.
    pub(super) fn all(&self, name: &str) -> Vec<usize> {
        self.names.iter().enumerate().filter(|(_, own)| *own == name).map(|(at, _)| at).collect()
    }

    /// The first column that has one of these names.
    pub(super) fn first(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|own| own == name))
    }

    /// Names of the columns that are not among `used`, each once.
    pub(super) fn unused(&self, used: &[usize]) -> BTreeSet<String> {
        let names = self.names.iter().enumerate().filter(|(at, name)| !used.contains(at) && !name.is_empty());
        names.map(|(_, name)| format!("column `{}`", name.chars().take(80).collect::<String>())).collect()
    }

    /// Whether a row fits: cells too many must be empty. A row that is too short is told and read.
    pub(super) fn fits(&self, row: &Row, file: &str) -> (bool, Option<Problem>) {
        let (width, cells) = (self.names.len(), row.width());
        if cells < width {
            let what = format!("the row has {cells} cells, the head {width}; the missing ones are taken as empty");
            let mend = "check that no cell lost its quotes";
            return (true, Some(Problem::new(Severity::Note, file, "row-width", what, mend).at_line(row.line)));
        }
        if row.cells().skip(width).any(|cell| !cell.trim().is_empty()) {
            let what = format!("the row has {cells} cells, the head {width}; it is left out");
            let mend = "put quotes around cells that hold the separator";
            return (false, Some(Problem::new(Severity::Warning, file, "row-width", what, mend).at_line(row.line)));
        }
        (true, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Row {
        let mut row = Row::default();
        text.split(',').for_each(|cell| row.push(cell));
        row
    }

    #[test]
    fn missing_columns_are_named() {
        let needed: Needed = &[&["Issue key", "Key"], &["Created"]];
        let head = Header::of(&row(" issue KEY,Comment,Created,Comment,X"), needed, "a.csv").unwrap();
        assert_eq!((head.all("comment"), head.first(&["key", "issue key"])), (vec![1, 3], Some(0)));
        assert_eq!(head.unused(&[0, 1, 2, 3]).into_iter().collect::<Vec<_>>(), ["column `x`"]);
        let problem = Header::of(&row("PAY-1,Open"), needed, "a.csv").err().unwrap();
        assert!(problem.what.contains("`Issue key` or `Key`, nor `Created`"), "{}", problem.what);
    }

    #[test]
    fn rows_of_another_width_are_told() {
        let head = Header::of(&row("a,b"), &[], "a.csv").unwrap();
        let fits = |text: &str| {
            let (fits, problem) = head.fits(&row(text), "a.csv");
            (fits, problem.map(|problem| problem.severity))
        };
        assert_eq!(fits("1,2"), (true, None));
        assert_eq!(fits("1,2,,"), (true, None));
        assert_eq!(fits("1"), (true, Some(Severity::Note)));
        assert_eq!(fits("1,2,3"), (false, Some(Severity::Warning)));
    }
}

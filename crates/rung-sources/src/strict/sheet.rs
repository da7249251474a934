//! A parsed TOML document that knows its lines and collects problems.

use std::{cell::RefCell, ops::Range};

use rung_model::problem::{Problem, Severity};
use toml::de::DeTable;

use super::{Place, Table, Text};

/// Most syntax errors listed for one file; after that they tend to follow from one another.
const MOST_SYNTAX_ERRORS: usize = 25;

/// A document being read.
#[derive(Debug)]
pub(crate) struct Sheet<'t> {
    file: &'t str,
    starts: Vec<usize>,
    root: DeTable<'t>,
    problems: RefCell<Vec<Problem>>,
}

impl<'t> Sheet<'t> {
    /// Parses `text`. A file with syntax errors lists them all and is then read as empty: what
    /// a parser guesses after an error would only make further problems up.
    pub(crate) fn parse(text: &'t Text) -> Self {
        let starts = std::iter::once(0).chain(text.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let (root, errors) = DeTable::parse_recoverable(&text.text);
        let root = if errors.is_empty() { root.into_inner() } else { DeTable::new() };
        let sheet = Self { file: &text.file, starts, root, problems: RefCell::default() };
        for error in errors.iter().take(MOST_SYNTAX_ERRORS) {
            let span = error.span().unwrap_or(0..0);
            sheet.add(syntax_problem(&sheet.place(&span), error.message(), text.text.get(span).unwrap_or_default()));
        }
        if let Some(more) = errors.len().checked_sub(MOST_SYNTAX_ERRORS).filter(|more| *more > 0) {
            let what = format!("there are {more} more syntax errors");
            let mend = "mend the first ones, then read it again";
            sheet.add(Problem::new(Severity::Error, sheet.file, "toml-syntax", what, mend));
        }
        sheet
    }

    /// The whole document as a table.
    pub(crate) fn root(&self) -> Table<'_> {
        Table::of(self, &self.root, "the file".to_owned(), 1)
    }

    /// The file as the user named it.
    pub(crate) fn file(&self) -> &str {
        self.file
    }

    /// The line of a byte, from 1.
    pub(crate) fn line(&self, span: &Range<usize>) -> usize {
        self.starts.partition_point(|start| *start <= span.start)
    }

    /// The place of a span.
    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        Place { file: self.file.to_owned(), line: self.line(span) }
    }

    /// Collects a problem.
    pub(crate) fn add(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// Everything collected.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

/// The parser's words, with a mend for the slips people make most.
fn syntax_problem(place: &Place, message: &str, found: &str) -> Problem {
    let (check, mend) = if message.contains("duplicate key") {
        ("duplicate-key", "keep one of the two")
    } else if message.contains("date") || message.contains("day") || message.contains("month") {
        ("invalid-date", "write a day that exists as year-month-day, such as 2026-02-28")
    } else if message.contains("keys") {
        ("toml-syntax", "write a key, then =, then its value")
    } else if message.contains("string") || found.starts_with(char::is_alphabetic) {
        ("toml-syntax", "put text between double quotes")
    } else {
        ("toml-syntax", "compare the line with the example files that `rung init` writes")
    };
    let found = found.lines().next().unwrap_or_default().chars().take(40).collect::<String>();
    let near = if found.trim().is_empty() { String::new() } else { format!(" at `{}`", found.trim()) };
    place.problem(Severity::Error, check, format!("this is not TOML{near}: {message}"), mend)
}

//! A table of issues while it is read: its file, the order of its dates, and where facts go.

use std::{path::Path, sync::Arc};

use rung_model::{
    manifest::SourceKind,
    problem::{Problem, Severity},
};

use super::{
    dates::{self, Moment, NoMoment, Order, Tally},
    facts::Facts,
    gitlab,
    header::{Header, Needed},
    jira, linear,
    rows::{Row, Rows},
    text::{self, Notation, Opened},
};

/// What reading a row needs.
pub(super) struct Sheet<'a> {
    /// Where facts go.
    pub(super) facts: &'a mut Facts,
    /// The file.
    pub(super) file: &'a Arc<str>,
    /// The order of its dates.
    pub(super) order: Order,
    /// Dates that could not be decided.
    pub(super) undecided: &'a mut Undecided,
}

/// Dates that could not be decided, of a whole source.
#[derive(Debug, Default)]
pub(super) struct Undecided {
    count: u64,
    first: Option<(Arc<str>, usize, String)>,
}

impl Sheet<'_> {
    /// The moment that a cell tells; otherwise a problem.
    pub(super) fn moment(&mut self, text: &str, line: usize, item: &str, what: &str) -> Option<Moment> {
        match dates::moment(text, self.order) {
            Ok(moment) => Some(moment),
            Err(NoMoment::NoDate) => {
                self.facts.no_date(self.file, line, item, what, text);
                None
            }
            Err(NoMoment::Undecided) => {
                self.undecided.count += 1;
                self.undecided
                    .first
                    .get_or_insert_with(|| (Arc::clone(self.file), line, text.chars().take(40).collect()));
                None
            }
        }
    }
}

impl Undecided {
    /// The one problem about all of them.
    pub(super) fn problem(self) -> Option<Problem> {
        let (file, line, example) = self.first?;
        let what = format!(
            "{} dates such as `{example}` are left out, since no date tells whether the day or the month comes first",
            self.count
        );
        let mend = "export with dates such as 03/Apr/26 or 2026-04-03, or a longer time that has a day after the 12th";
        Some(Problem::new(Severity::Warning, &*file, "date-order-unknown", what, mend).at_line(line))
    }
}

/// The columns of one kind of table.
pub(super) enum Columns {
    /// Jira's.
    Jira(Box<jira::Columns>),
    /// Linear's.
    Linear(linear::Columns),
    /// GitLab's.
    GitLab(gitlab::Columns),
}

impl Columns {
    /// Reads the head of a table.
    pub(super) fn of(kind: SourceKind, row: &Row, file: &str) -> Result<(Self, Header), Box<Problem>> {
        let needed: Needed = match kind {
            SourceKind::Linear => linear::NEEDED,
            SourceKind::GitLab => gitlab::NEEDED,
            _ => jira::NEEDED,
        };
        let header = Header::of(row, needed, file)?;
        let columns = match kind {
            SourceKind::Linear => Self::Linear(linear::Columns::of(&header)),
            SourceKind::GitLab => Self::GitLab(gitlab::Columns::of(&header)),
            _ => Self::Jira(Box::new(jira::Columns::of(&header))),
        };
        Ok((columns, header))
    }

    /// The columns that are read.
    pub(super) fn used(&self) -> Vec<usize> {
        match self {
            Self::Jira(columns) => columns.used(),
            Self::Linear(columns) => columns.used(),
            Self::GitLab(columns) => columns.used(),
        }
    }

    /// Reads a row.
    pub(super) fn read(&self, row: &Row, sheet: &mut Sheet<'_>) {
        match self {
            Self::Jira(columns) => columns.read(row, sheet),
            Self::Linear(columns) => columns.read(row, sheet),
            Self::GitLab(columns) => columns.read(row, sheet),
        }
    }
}

/// What the dates of a table say about the order of day and month. Only Jira writes them in the order of a locale.
pub(super) fn tally(path: &Path) -> Tally {
    text::open(path, "").map(tally_of).unwrap_or_default()
}

/// The same for an opened file.
pub(super) fn tally_of(opened: Opened) -> Tally {
    let mut tally = Tally::default();
    if opened.notation != Notation::Table {
        return tally;
    }
    // What is wrong with the table is told when it is read.
    let mut untold = Vec::new();
    let mut rows = Rows::of(opened.text, "");
    let mut columns = None;
    while let Some(piece) = rows.next(&mut untold) {
        for row in piece {
            match &columns {
                None => match Header::of(&row, jira::NEEDED, "") {
                    Ok(header) => columns = Some(jira::Columns::of(&header)),
                    Err(_) => return tally,
                },
                Some(columns) => columns.tally(&row, &mut tally),
            }
        }
        if tally.is_settled() {
            break;
        }
    }
    tally
}

//! Strict reading with places: reads a TOML, YAML or JSON file so that every problem names its
//! file, line and mend.
//!
//! `serde` stops at the first unknown key; people who edit files by hand want all of them at
//! once. So a [`Sheet`] holds the parsed tree with its lines, a [`Table`] hands out its
//! values by key, and whatever is wrong on the way is collected.
//!
//! Severities: *error* = the statement cannot be understood (syntax, type, unknown key, a value
//! out of range); *warning* = understood, but it contradicts another and was left out; *note* =
//! read with a guess, nothing is lost.

mod civil;
mod file;
mod getters;
mod hidden;
mod near;
mod sheet;
mod table;
mod walk;
mod write;

pub(crate) use civil::zone_named;
pub(crate) use file::{Text, load, load_folder};
pub(crate) use hidden::without_hidden;
pub(crate) use near::{did_you_mean, one_of};
pub(crate) use sheet::Sheet;
pub(crate) use table::Table;
pub(crate) use walk::{Limits, load_any};
pub(crate) use write::{behind, date_value, push_line, with_table};

use rung_model::problem::{Problem, Severity};

/// Where something stands: a file as the user named it, and a line from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The file.
    pub(crate) file: String,
    /// The line.
    pub(crate) line: usize,
}

impl Place {
    /// A problem at this place.
    pub(crate) fn problem(
        &self,
        severity: Severity,
        check: &'static str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Problem {
        Problem::new(severity, self.file.clone(), check, what, mend).at_line(self.line)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// A statement with the place it stands at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed<T> {
    /// Where.
    pub(crate) place: Place,
    /// What.
    pub(crate) value: T,
}

//! An entry as a file states it, before it is evidence.

use rung_model::{account::Account, evidence::When};

/// One entry of a log.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Who it is of, where the entry says so.
    pub(super) who: Option<Account>,
    /// What was written about it.
    pub(super) title: String,
    /// The project.
    pub(super) project: String,
    /// Tags, in any order.
    pub(super) tags: Vec<String>,
    /// The id its tool gave it, where that id never changes.
    pub(super) native: Option<String>,
    /// The computer it was recorded on, where several may record at once.
    pub(super) host: String,
    /// Recorded by a program that watches.
    pub(super) automatic: bool,
    /// The line it stands in.
    pub(super) line: usize,
}

/// The entry's own words and its length, as its id needs them.
pub(super) fn stated(when: &When) -> String {
    match when {
        When::Instant { at, .. } => at.to_string(),
        When::Interval { start, end, .. } => format!("{start} {end}"),
        When::AllDay { first, after } => format!("{first} {after} days"),
        When::Amount { day, minutes } => format!("{day} {minutes}"),
    }
}

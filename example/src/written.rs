//! Where the example's files are.

use std::{collections::BTreeMap, path::PathBuf};

use jiff::Timestamp;

/// The files of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFiles {
    /// Person id, as in the roster.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Addresses the roster knows.
    pub addresses: Vec<String>,
    /// Calendars: the person's own, and the public holidays of their city.
    pub calendars: Vec<PathBuf>,
    /// IANA zone.
    pub zone: String,
}

/// Everything that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The roster file.
    pub roster: PathBuf,
    /// The rules file.
    pub rules: PathBuf,
    /// Days logged by hand, by person id.
    pub days: BTreeMap<String, PathBuf>,
    /// Everybody, in roster order.
    pub people: Vec<PersonFiles>,
    /// Git repositories: Settlement's with a work tree, Ledger's bare.
    pub repositories: Vec<PathBuf>,
    /// Pull requests by repository, as a Gitea forge lists them.
    pub forge: Vec<PathBuf>,
    /// Tickets, as Jira answers them.
    pub tracker: PathBuf,
    /// Time logs, by person id.
    pub time_logs: BTreeMap<String, PathBuf>,
    /// Person id of the one the example is about.
    pub protagonist: String,
    /// The example's own "today": Monday 16 November 2026, 06:10 in Berlin.
    pub today: Timestamp,
}

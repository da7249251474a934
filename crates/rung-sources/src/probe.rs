//! Laws that any bytes are held to, for fuzzing: no panic, the same twice, nothing lost by writing.

use std::path::Path;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rung_model::{
    identity::journal::{Act, JournalEntry},
    problem::Severity,
    rule::Level,
};

use crate::{answers, corrections, days, ics, journal, roster, rules};

/// Holds bytes, read as a calendar, to its laws.
///
/// # Panics
/// Where a law is broken.
pub fn calendar(bytes: &[u8]) {
    let addresses = ["ines@harbour.example".to_owned()];
    let (first, last) = (Date::constant(2026, 1, 1), Date::constant(2026, 12, 31));
    let query = ics::Query { addresses: &addresses, zone: &TimeZone::UTC, first, last };
    let (once, twice) = (ics::read_text(bytes, "probe.ics", &query), ics::read_text(bytes, "probe.ics", &query));
    assert!(once.evidence == twice.evidence && once.problems == twice.problems, "read twice it says something else");
}

/// Holds a file, read as each of those that people write by hand, to their laws.
///
/// # Panics
/// Where a law is broken.
pub fn declared(file: &Path) {
    let (_, _) = (roster::read(file), rules::read(file, Level::Personal));
    let (_, _, _) = (days::read(file), answers::read(file), corrections::read(file));
    let (before, problems) = journal::read(file);
    let Ok(text) = std::fs::read_to_string(file) else { return };
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return;
    }
    let (at, act) = (Timestamp::UNIX_EPOCH, Act::Part("ines@harbour.example".to_owned()));
    let said = JournalEntry { at, by: None, because: Some("a \"reason\"\n".to_owned()), act };
    if std::fs::write(file, journal::append(&text, &said)).is_ok() {
        let (after, _) = journal::read(file);
        assert!(after.starts_with(&before) && after.len() == before.len() + 1, "an entry is lost");
    }
}

//! Calendars: an iCalendar file (RFC 5545) to one row of evidence per
//! occurrence (MEASURE section 4).
//!
//! `calcard` reads the text; the expansion is our own, over the `rrule` crate.
//! In the order a file passes through:
//!
//! | room | what happens there |
//! |---|---|
//! | `text` | bytes become text; what is no calendar is named |
//! | `file`, `event`, `marks`, `people`, `moment` | text becomes events, nothing expanded |
//! | `zone` | time zone names become rules |
//! | `series` | events of one UID: the newest revision, and what replaces instances |
//! | [`rule`] | recurrence rules become starts, in civil time |
//! | `expand` | series become instances in the days asked for, in UTC |
//! | `owner`, `evidence`, `summary` | instances become evidence about the owner, with a manifest |
//!
//! Invariants: nothing here reads a clock; no instance outside the days asked
//! for is kept; the title of a private event never leaves this module.

mod clock;
mod event;
mod evidence;
mod expand;
mod file;
mod marks;
mod moment;
mod occurrences;
mod owner;
mod people;
pub mod rule;
mod series;
mod summary;
mod text;
mod zone;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use jiff::{civil::Date, tz::TimeZone};
use rung_model::problem::{Problem, Severity};

pub use occurrences::{Expanded, Point, Raw, expand};

use crate::{progress::Progress, read::Read};

/// What is asked of a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// The addresses of the owner. Where none is given, an address the calendar is named after.
    pub addresses: &'a [String],
    /// The owner's zone: where floating times and whole days are read.
    pub zone: &'a TimeZone,
    /// First day to read.
    pub first: Date,
    /// Last day to read, included.
    pub last: Date,
}

/// Instances of one file that are kept at most: more is no calendar of a person.
const MOST: usize = 250_000;

/// Reads a calendar file. One that cannot be read gives no evidence and a
/// problem of severity error.
pub fn read(path: &Path, query: &Query<'_>, progress: &dyn Progress) -> Read {
    let shown = path.display().to_string();
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    match std::fs::read(path) {
        Ok(bytes) => read_as(&bytes, &name, &shown, query, Some(progress)),
        Err(why) => {
            let problem = Problem::new(
                Severity::Error,
                shown.as_str(),
                "unreadable-file",
                format!("the calendar cannot be read: {why}"),
                "check the path and that you may read it",
            );
            nothing(&name, &shown, query, vec![problem])
        }
    }
}

/// Reads a calendar from its bytes; `name` is what its source and its problems are called by.
pub fn read_text(bytes: &[u8], name: &str, query: &Query<'_>) -> Read {
    read_as(bytes, name, name, query, None)
}

fn read_as(bytes: &[u8], name: &str, shown: &str, query: &Query<'_>, progress: Option<&dyn Progress>) -> Read {
    let mut problems = Vec::new();
    let Some(text) = text::decode(bytes, shown, &mut problems) else {
        return nothing(name, shown, query, problems);
    };
    let mut file = file::parse(&text, shown, query, &mut problems);
    if let Some(progress) = progress {
        progress.begin(name, u64::try_from(file.events.len()).ok());
    }
    let owner = owner::Owner::new(query.addresses, &file);
    let source: Arc<str> = format!("calendar:{name}").into();
    let rows = evidence::Rows {
        source: &source,
        owner: &owner,
        names_attendees: file.events.iter().any(|event| !event.attendees.is_empty()),
    };
    let happenings = occurrences::happenings(&file.events, &mut file.zones, shown, query, &mut problems, |events| {
        if let Some(progress) = progress {
            progress.advance(events);
        }
    });
    occurrences::report_strangers(&happenings, &owner, shown, &mut problems);
    let mut evidence: Vec<_> = happenings.into_iter().map(|happening| rows.row(happening)).collect();
    evidence.sort_by_cached_key(|row| (occurrences::position(&row.when, query.zone), row.id));
    if let Some(progress) = progress {
        progress.end();
    }
    let manifest = summary::manifest(&source, shown, &evidence, query.zone);
    Read { evidence, manifest, problems, unused: BTreeMap::new() }
}

fn nothing(name: &str, shown: &str, query: &Query<'_>, problems: Vec<Problem>) -> Read {
    let source: Arc<str> = format!("calendar:{name}").into();
    let manifest = summary::manifest(&source, shown, &[], query.zone);
    Read { evidence: Vec::new(), manifest, problems, unused: BTreeMap::new() }
}

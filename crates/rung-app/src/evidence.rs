//! `evidence`: the normalised facts of the sources named.

use std::{path::PathBuf, sync::Arc};

use jiff::{Timestamp, civil::Date, civil::DateTime, tz::TimeZone};
use rung_model::{
    account::Account,
    evidence::{Evidence, When},
    manifest::{Manifest, SourceKind},
    problem::Problem,
};
use rung_sources::{days, git, ics, progress::Progress, recorded, source};

use crate::{
    error::AppError,
    gather::{not_used, unreadable},
};

/// What to list.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Git repositories: every account's rows, unless `addresses` narrows them.
    pub git: Vec<PathBuf>,
    /// Calendar files.
    pub calendars: Vec<PathBuf>,
    /// Days files.
    pub days: Vec<PathBuf>,
    /// Forges, trackers and time logs: everyone's rows, unless `addresses` narrows them.
    pub sources: Vec<(SourceKind, PathBuf)>,
    /// Accounts of a repository to list; all of them where empty.
    pub addresses: Vec<String>,
    /// Addresses of the calendars' owner.
    pub owner: Vec<String>,
    /// First moment, where one was given.
    pub from: Option<Timestamp>,
    /// The moment after the last, where one was given.
    pub to: Option<Timestamp>,
    /// Zone that floating times are read in.
    pub zone: TimeZone,
    /// Which branches of a repository to read.
    pub branches: git::Branches,
    /// Whether to count changed lines.
    pub lines: bool,
    /// The one reading of the clock.
    pub now: Timestamp,
}

/// The facts with what was met on the way.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Facts, source by source, oldest first within each.
    pub evidence: Vec<Evidence>,
    /// One manifest a source.
    pub manifests: Vec<Manifest>,
    /// Problems.
    pub problems: Vec<Problem>,
}

/// Reads a day (its first moment in `zone`), a local date-time, or an RFC 3339 moment.
///
/// # Errors
/// [`AppError::BadValue`] naming `option`.
pub fn moment(option: &'static str, text: &str, zone: &TimeZone) -> Result<Timestamp, AppError> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(at);
    }
    let local = text
        .parse::<Date>()
        .map(|day| day.at(0, 0, 0, 0))
        .ok()
        .filter(|_| !text.contains('T'))
        .or_else(|| text.parse::<DateTime>().ok());
    local.and_then(|at| zone.to_timestamp(at).ok()).ok_or_else(|| AppError::BadValue {
        option,
        value: text.to_owned(),
        why: "give a day (2026-11-12) or a moment (2026-11-12T09:30:00Z)".to_owned(),
    })
}

/// Lists the facts.
///
/// # Errors
/// [`AppError::NoSources`] where nothing was named; [`AppError::Inputs`] where nothing named can be read.
pub fn list(listing: &Listing, progress: &dyn Progress) -> Result<Listed, AppError> {
    let mut listed = Listed { evidence: Vec::new(), manifests: Vec::new(), problems: Vec::new() };
    let files = listing.calendars.len() + listing.days.len() + listing.sources.len();
    if listing.git.is_empty() && files == 0 {
        return Err(AppError::NoSources);
    }
    for dir in &listing.git {
        let query = git::Query {
            since: listing.from,
            until: listing.to,
            addresses: (!listing.addresses.is_empty()).then(|| listing.addresses.clone()),
            paths: git::PathDetail::Full,
            lines: listing.lines,
            branches: listing.branches,
        };
        match git::read(dir, &query, progress) {
            Ok(read) => take(&mut listed, read),
            Err(error) => listed.problems.push(unreadable(dir, &error)),
        }
    }
    let (first, last) = days_of(listing);
    for file in &listing.calendars {
        let query = ics::Query { addresses: &listing.owner, zone: &listing.zone, first, last };
        take(&mut listed, ics::read(file, &query, progress));
    }
    for file in &listing.days {
        let (logged, problems) = days::read(file);
        listed.problems.extend(problems);
        let actor = Arc::new(Account { name: None, address: listing.owner.first().cloned(), handle: None });
        take(&mut listed, days::evidence(&logged, &actor, &file.display().to_string(), &listing.zone));
    }
    let owner = Arc::new(Account { name: None, address: listing.owner.first().cloned(), handle: None });
    let query = source::Query { first, last, zone: &listing.zone };
    for (kind, path) in &listing.sources {
        let mut read = recorded::read(*kind, path, &owner, &query, progress);
        listed.problems.extend(not_used(&read));
        if !listing.addresses.is_empty() {
            read.evidence.retain(|fact| fact.actor.is_one_of(&listing.addresses));
        }
        take(&mut listed, read);
    }
    if listed.manifests.is_empty() {
        return Err(AppError::Inputs(listed.problems));
    }
    listed.evidence.retain(|fact| inside(fact, listing));
    Ok(listed)
}

/// Days a calendar is expanded over: as asked, else a year back to today.
fn days_of(listing: &Listing) -> (Date, Date) {
    let day = |at: Timestamp| listing.zone.to_datetime(at).date();
    let today = day(listing.now);
    let last = listing.to.map_or(today, day);
    let first = listing.from.map_or_else(|| last.checked_sub(jiff::Span::new().years(1)).unwrap_or(last), day);
    (first, last)
}

/// True where the fact overlaps `[from, to)`.
fn inside(fact: &Evidence, listing: &Listing) -> bool {
    let start_of = |day: Date| listing.zone.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH);
    let (start, end) = match &fact.when {
        When::Instant { at, .. } => (*at, *at),
        When::Interval { start, end, .. } => (*start, *end),
        When::AllDay { first, after } => (start_of(*first), start_of(*after)),
        When::Amount { day, .. } => (start_of(*day), start_of(*day)),
    };
    let begun = listing.to.is_none_or(|to| start < to);
    let lasting = listing.from.is_none_or(|from| end > from || (start == end && start >= from));
    begun && lasting
}

fn take(listed: &mut Listed, read: rung_sources::read::Read) {
    if read.is_usable() {
        listed.manifests.push(read.manifest);
    }
    listed.evidence.extend(read.evidence);
    listed.problems.extend(read.problems);
}

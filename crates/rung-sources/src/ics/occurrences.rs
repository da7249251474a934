//! The occurrences of a file in a stretch of days, before they are about anyone.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use rung_model::{
    evidence::When,
    problem::{Problem, Severity},
};

use super::{
    MOST, Query, clock,
    event::Event,
    expand::{Expansion, Happening},
    file,
    owner::Owner,
    series::group,
    text,
    zone::Zones,
};

/// A moment of an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The civil time in the zone of the event; midnight for all-day.
    pub local: DateTime,
    /// The moment; `None` for all-day, which has none.
    pub utc: Option<Timestamp>,
}

/// One occurrence as a calendar program would draw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// `UID`; empty where the file has none.
    pub uid: String,
    /// `SUMMARY`, private or not.
    pub summary: Option<String>,
    /// Start.
    pub start: Point,
    /// End; of an all-day occurrence the day after its last.
    pub end: Point,
    /// True for whole days.
    pub all_day: bool,
    /// True where the times are written without a zone.
    pub floating: bool,
    /// The start of the instance it is or replaces, as the file writes it, for one of a series.
    pub recurrence_id: Option<String>,
    /// `STATUS:CANCELLED`.
    pub cancelled: bool,
}

/// The occurrences of a file and what went wrong on the way.
#[derive(Clone, Debug, Default)]
pub struct Expanded {
    /// By start, then UID.
    pub occurrences: Vec<Raw>,
    /// What went wrong or was guessed.
    pub problems: Vec<Problem>,
}

/// Expands a calendar into the occurrences that touch the days of a query,
/// titles of private events included: for checks against other programs, not for evidence.
pub fn expand(bytes: &[u8], name: &str, query: &Query<'_>) -> Expanded {
    let mut problems = Vec::new();
    let Some(text) = text::decode(bytes, name, &mut problems) else {
        return Expanded { occurrences: Vec::new(), problems };
    };
    let mut file = file::parse(&text, name, query, &mut problems);
    let happenings = happenings(&file.events, &mut file.zones, name, query, &mut problems, |_| {});
    let mut occurrences: Vec<Raw> = happenings.iter().map(raw).collect();
    occurrences.sort_by(|a, b| (a.start, &a.uid, &a.recurrence_id).cmp(&(b.start, &b.uid, &b.recurrence_id)));
    Expanded { occurrences, problems }
}

/// Everything that happens in the days asked for; `done` hears how many series are through.
pub(super) fn happenings<'a>(
    events: &'a [Event],
    zones: &mut Zones,
    file: &str,
    query: &Query<'_>,
    problems: &mut Vec<Problem>,
    done: impl Fn(u64),
) -> Vec<Happening<'a>> {
    let (series, set_aside) = group(events, zones);
    if set_aside > 0 {
        problems.push(Problem::new(
            Severity::Note,
            file,
            "older-revisions",
            format!("{set_aside} events are in the file more than once; the newest of each was used"),
            "nothing",
        ));
    }
    let mut expansion = Expansion::new(query, file, zones);
    let mut found = Vec::new();
    for series in &series {
        expansion.expand(series, &mut found);
        done(1);
        if found.len() > MOST {
            found.truncate(MOST);
            expansion.problems.push(Problem::new(
                Severity::Warning,
                file,
                "too-many-occurrences",
                format!("the file holds more than {MOST} occurrences in the days asked for; the rest was left out"),
                "ask for fewer days, or split the calendar",
            ));
            break;
        }
    }
    problems.append(&mut expansion.problems);
    found
}

/// Notes how many occurrences name people among whom the owner is not.
pub(super) fn report_strangers(found: &[Happening<'_>], owner: &Owner, file: &str, problems: &mut Vec<Problem>) {
    let strange = found.iter().filter(|happening| owner.is_missing_from(happening.event)).count();
    if strange > 0 {
        let invited = found.iter().filter(|happening| !happening.event.attendees.is_empty()).count();
        problems.push(Problem::new(
            if strange == invited { Severity::Warning } else { Severity::Note },
            file,
            "owner-not-named",
            format!("{strange} of {invited} occurrences with attendees name none of the owner's addresses"),
            "name the address this calendar belongs to (--me, or rung config me add)",
        ));
    }
}

/// Where a row stands in time: its start, whole days at their midnight in the owner's zone.
pub(super) fn position(when: &When, owner: &TimeZone) -> Timestamp {
    let opening = |date: Date| {
        let midnight = date.at(0, 0, 0, 0);
        owner
            .to_ambiguous_timestamp(midnight)
            .compatible()
            .unwrap_or_else(|_| clock::moment(clock::seconds_of(midnight)))
    };
    match when {
        When::Instant { at, .. } => *at,
        When::Interval { start, .. } => *start,
        When::AllDay { first, .. } => opening(*first),
        When::Amount { day, .. } => opening(*day),
    }
}

fn raw(happening: &Happening<'_>) -> Raw {
    let event = happening.event;
    let all_day = event.start.date_only;
    let point = |local, at| Point { local, utc: (!all_day).then(|| clock::moment(at)) };
    Raw {
        uid: event.uid.clone(),
        summary: event.summary.clone(),
        start: point(happening.local, happening.start),
        end: point(happening.local_end, happening.end),
        all_day,
        floating: event.zone.is_floating(),
        recurrence_id: happening.of.clone(),
        cancelled: event.marks.cancelled,
    }
}

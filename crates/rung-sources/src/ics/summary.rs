//! What a calendar can ever see, and what it handed over.

use std::sync::Arc;

use jiff::{civil::Date, tz::TimeZone};
use rung_model::{
    activity::Activity,
    evidence::{Evidence, When},
    manifest::{Manifest, SourceKind},
};

/// Activities that show in meetings. Work done alone at a desk does not.
const SEES: &[Activity] = &[
    Activity::Design,
    Activity::Release,
    Activity::Incident,
    Activity::Support,
    Activity::Pairing,
    Activity::RitualTakingPart,
    Activity::Vision,
    Activity::Roadmap,
    Activity::Alignment,
    Activity::Status,
    Activity::Capacity,
    Activity::Customer,
    Activity::OneOnOneUp,
    Activity::OneOnOne,
    Activity::Coaching,
    Activity::Feedback,
    Activity::Hiring,
    Activity::Onboarding,
    Activity::TeamBuilding,
    Activity::Process,
    Activity::RitualRunning,
    Activity::Learning,
    Activity::Admin,
];

/// The manifest of a calendar; `evidence` is sorted by time.
pub(crate) fn manifest(id: &Arc<str>, path: &str, evidence: &[Evidence], owner: &TimeZone) -> Manifest {
    let days = evidence.iter().map(|row| days_of(&row.when, owner));
    let newest = evidence.iter().filter_map(|row| match row.when {
        When::Interval { start, .. } => Some(start),
        _ => None,
    });
    Manifest {
        id: Arc::clone(id),
        kind: SourceKind::Calendar,
        path: path.to_owned(),
        days: days.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1))),
        newest: newest.max(),
        sees: SEES.to_vec(),
        can_see: "meetings as they were scheduled: when, with whom, what the owner answered; days out of office",
        never_sees: "who really joined, whether a meeting ran over, talk that nobody scheduled, work at a desk",
        rows: evidence.len(),
    }
}

/// First and last day of a row.
fn days_of(when: &When, owner: &TimeZone) -> (Date, Date) {
    match when {
        When::Instant { at, .. } => (owner.to_datetime(*at).date(), owner.to_datetime(*at).date()),
        When::Interval { start, end, .. } => (owner.to_datetime(*start).date(), owner.to_datetime(*end).date()),
        When::AllDay { first, after } => (*first, after.yesterday().unwrap_or(*after)),
        When::Amount { day, .. } => (*day, *day),
    }
}

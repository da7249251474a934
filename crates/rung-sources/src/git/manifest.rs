//! What a git repository can ever tell, and what it told this time.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date, tz::Offset};
use rung_model::{
    activity::Activity,
    evidence::{Evidence, When, Zone},
    manifest::{Manifest, SourceKind},
};

/// Activities that leave a trace in git; review only where it is written into trailers.
const SEES: [Activity; 6] = [
    Activity::Coding,
    Activity::CodeReview,
    Activity::Design,
    Activity::Testing,
    Activity::Release,
    Activity::TechnicalDocs,
];

const CAN_SEE: &str = "commits: code, tests, documents, decision records and build files, by their authors and \
    co-authors; reviews only where the project writes them into commit messages";

const NEVER_SEES: &str = "meetings, one-to-ones, hiring, planning, help given in talk or chat, reviews kept on a forge, \
    and work that was never committed";

/// The manifest of a repository that gave `evidence`, sorted by time.
pub(super) fn of(id: &Arc<str>, path: &str, evidence: &[Evidence]) -> Manifest {
    let days = evidence.iter().filter_map(day).fold(None, |days, day| match days {
        None => Some((day, day)),
        Some((first, last)) => Some((day.min(first), day.max(last))),
    });
    Manifest {
        id: Arc::clone(id),
        kind: SourceKind::Git,
        path: path.to_owned(),
        days,
        newest: evidence.last().and_then(moment).map(|(at, _)| at),
        sees: SEES.to_vec(),
        can_see: CAN_SEE,
        never_sees: NEVER_SEES,
        rows: evidence.len(),
    }
}

/// The manifest of a repository that could not be read: it shows nothing.
pub fn nothing(path: &std::path::Path) -> Manifest {
    let named = path.display().to_string();
    Manifest { sees: Vec::new(), ..of(&Arc::from(format!("git:{named}")), &named, &[]) }
}

fn moment(evidence: &Evidence) -> Option<(Timestamp, i32)> {
    match &evidence.when {
        When::Instant { at, zone: Zone::Offset(offset) } => Some((*at, *offset)),
        _ => None,
    }
}

/// The civil day where the commit was made.
fn day(evidence: &Evidence) -> Option<Date> {
    let (at, offset) = moment(evidence)?;
    Some(Offset::from_seconds(offset).unwrap_or(Offset::UTC).to_datetime(at).date())
}

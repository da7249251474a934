//! Worklogs of an export that tells only days: it writes midnight where no time is known.

use jiff::tz::{Offset, TimeZone};
use rung_model::evidence::{Evidence, Object, When, Zone};

/// Makes an amount of its day of each worklog. For exports in which every worklog begins at midnight.
pub(super) fn amounts(evidence: &mut [Evidence], zone: &TimeZone) {
    for fact in evidence.iter_mut().filter(|fact| matches!(fact.object, Object::Entry(_))) {
        let When::Interval { start, end, zone: written } = &fact.when else { continue };
        let day = match written {
            Zone::Offset(seconds) => Offset::from_seconds(*seconds).unwrap_or(Offset::UTC).to_datetime(*start).date(),
            Zone::Utc => Offset::UTC.to_datetime(*start).date(),
            Zone::Named(_) | Zone::Floating => zone.to_datetime(*start).date(),
        };
        fact.when = When::Amount { day, minutes: minutes(end.as_second() - start.as_second()) };
    }
}

/// Seconds as minutes, at least one.
pub(super) fn minutes(seconds: i64) -> u32 {
    u32::try_from((seconds + 30) / 60).unwrap_or(u32::MAX).max(1)
}

//! A stretch of time from what a log says of its start, its end and its length.

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use rung_model::evidence::{When, Zone};

/// How far an end may stand from start and length, seconds: tools round.
const ROUNDED: i64 = 60;

/// An end of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// A moment.
    At(Timestamp),
    /// A local time, which daylight saving may repeat or skip.
    Local(DateTime),
}

impl Edge {
    /// What it may be, the usual reading first: of a repeated time the first, of a skipped one behind the gap.
    fn readings(self, zone: &TimeZone) -> Vec<Timestamp> {
        match self {
            Self::At(at) => vec![at],
            Self::Local(time) => {
                let ambiguous = zone.to_ambiguous_timestamp(time);
                let mut readings: Vec<Timestamp> =
                    [ambiguous.compatible(), ambiguous.later()].into_iter().filter_map(Result::ok).collect();
                readings.dedup();
                readings
            }
        }
    }
}

/// Start and end; of what clocks leave open, that which fits the length. `None` where too little is known.
pub(super) fn stretch(
    start: Option<Edge>,
    end: Option<Edge>,
    seconds: Option<i64>,
    zone: &TimeZone,
) -> Option<(Timestamp, Timestamp)> {
    let starts = start.map(|edge| edge.readings(zone)).unwrap_or_default();
    let ends = end.map(|edge| edge.readings(zone)).unwrap_or_default();
    let length = seconds.map(SignedDuration::from_secs);
    match (starts.first(), ends.first()) {
        (Some(start), Some(end)) => {
            let pairs = || starts.iter().flat_map(|start| ends.iter().map(move |end| (*start, *end)));
            let off =
                |(start, end): (Timestamp, Timestamp)| (end.duration_since(start).as_secs() - seconds?).checked_abs();
            let fits = pairs().find(|pair| off(*pair).is_some_and(|off| off <= ROUNDED));
            let forward = || pairs().find(|(start, end)| start < end);
            Some(fits.or_else(|| (start < end).then_some((*start, *end))).or_else(forward).unwrap_or((*start, *end)))
        }
        (Some(start), None) => Some((*start, start.checked_add(length?).ok()?)),
        (None, Some(end)) => Some((end.checked_sub(length?).ok()?, *end)),
        (None, None) => None,
    }
}

/// The zone local times are read in.
pub(super) fn zone_of(zone: &TimeZone) -> Zone {
    zone.iana_name().map_or(Zone::Floating, |name| Zone::Named(name.into()))
}

/// A stretch as a fact's time.
pub(super) fn interval(start: Timestamp, end: Timestamp, zone: Zone) -> When {
    When::Interval { start, end, zone }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    fn hours(start: DateTime, end: DateTime, seconds: Option<i64>) -> f64 {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let (start, end) = stretch(Some(Edge::Local(start)), Some(Edge::Local(end)), seconds, &zone).unwrap();
        end.duration_since(start).as_secs_f64() / 3600.0
    }

    #[test]
    fn daylight_saving_gives_and_takes_an_hour() {
        let at = |day, hour, minute| datetime(2026, 3, day, hour, minute, 0, 0);
        assert_eq!(hours(at(29, 1, 30), at(29, 3, 30), None), 1.0);
        assert_eq!(hours(at(29, 2, 15), at(29, 4, 0), None), 0.75, "a start that is skipped moves behind the gap");
        let at = |hour, minute| datetime(2026, 10, 25, hour, minute, 0, 0);
        assert_eq!(hours(at(1, 30), at(3, 30), None), 3.0);
        assert_eq!(hours(at(1, 30), at(2, 30), None), 1.0, "of a repeated end the first");
        assert_eq!(hours(at(1, 30), at(2, 30), Some(7_200)), 2.0, "but for a length that says otherwise");
        assert_eq!(hours(at(2, 50), at(2, 10), Some(1_200)), 20.0 / 60.0, "over the hour that comes twice");
    }
}

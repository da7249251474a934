//! The verdict gate: what must be there before a role is named.

use super::Shortfall;
use crate::read::LEAST_COVERAGE;

/// Least weeks with evidence (MEASURE section 8).
pub const LEAST_WEEKS: u32 = 4;
/// Least observed hours.
pub const LEAST_HOURS: f64 = 60.0;
/// Least independent kinds of source, one of them a calendar.
pub const LEAST_SOURCES: u32 = 2;
/// Least lead of the nearest family over the next, in overlap, anywhere in the headline region.
pub const LEAST_MARGIN: f64 = 0.10;

/// What the gate asks about a window; its coverage is in the reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GateFacts {
    /// Weeks with evidence.
    pub weeks: u32,
    /// Observed hours.
    pub hours: f64,
    /// Independent kinds of source with evidence about the person.
    pub source_kinds: u32,
    /// True where one of them is a calendar.
    pub has_calendar: bool,
}

/// Everything the gate asks for and does not get; empty where it is open.
pub fn shortfalls(facts: &GateFacts, coverage: f64) -> Vec<Shortfall> {
    let short = [
        (facts.weeks < LEAST_WEEKS).then_some(Shortfall::Weeks { have: facts.weeks, need: LEAST_WEEKS }),
        (facts.hours < LEAST_HOURS).then_some(Shortfall::Hours { have: facts.hours, need: LEAST_HOURS }),
        (coverage < LEAST_COVERAGE).then_some(Shortfall::Coverage { have: coverage, need: LEAST_COVERAGE }),
        (facts.source_kinds < LEAST_SOURCES)
            .then_some(Shortfall::Sources { have: facts.source_kinds, need: LEAST_SOURCES }),
        (!facts.has_calendar).then_some(Shortfall::NoCalendar),
    ];
    short.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_condition_is_asked_for_alone_and_met_at_its_threshold() {
        let open = GateFacts { weeks: 4, hours: 60.0, source_kinds: 2, has_calendar: true };
        assert_eq!(shortfalls(&open, 0.40), []);
        assert_eq!(shortfalls(&GateFacts { weeks: 3, ..open }, 0.40), [Shortfall::Weeks { have: 3, need: 4 }]);
        assert_eq!(shortfalls(&GateFacts { hours: 59.9, ..open }, 0.40), [Shortfall::Hours { have: 59.9, need: 60.0 }]);
        assert_eq!(shortfalls(&open, 0.39), [Shortfall::Coverage { have: 0.39, need: 0.40 }]);
        assert_eq!(shortfalls(&GateFacts { source_kinds: 1, ..open }, 0.40), [Shortfall::Sources { have: 1, need: 2 }]);
        assert_eq!(shortfalls(&GateFacts { has_calendar: false, ..open }, 0.40), [Shortfall::NoCalendar]);
    }
}

//! How much evidence stands behind a finding.

use crate::{finding::Confidence, read::LEAST_COVERAGE};

/// Least weeks and coverage of firm evidence.
const FIRM: (usize, f64) = (8, 0.60);
/// Least weeks and coverage of fair evidence.
const FAIR: (usize, f64) = (4, LEAST_COVERAGE);

/// The grade of evidence over so many weeks with so much of working time seen.
pub(super) fn of(weeks: usize, coverage: f64) -> Confidence {
    if weeks >= FIRM.0 && coverage >= FIRM.1 {
        Confidence::Firm
    } else if weeks >= FAIR.0 && coverage >= FAIR.1 {
        Confidence::Fair
    } else {
        Confidence::Thin
    }
}

/// The same, never better than fair: for what rests on assumed lengths of work.
pub(super) fn at_most_fair(weeks: usize, coverage: f64) -> Confidence {
    of(weeks, coverage).max(Confidence::Fair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_need_both_weeks_and_coverage() {
        assert_eq!(of(8, 0.6), Confidence::Firm);
        assert_eq!(of(7, 0.9), Confidence::Fair);
        assert_eq!(of(12, 0.5), Confidence::Fair);
        assert_eq!(of(12, 0.39), Confidence::Thin);
        assert_eq!(at_most_fair(12, 0.9), Confidence::Fair);
    }
}

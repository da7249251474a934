//! The checks that turn readings into findings: one small check, one short file, all in one list.
//!
//! A finding describes a pattern in work. Thresholds and sources are part of each (`because`); there is no
//! score, no diagnosis and no colour on a person. All findings here are for the person alone
//! ([`Audience::Oneself`](crate::finding::Audience)).
//!
//! **Severity**: *acting* where the pattern is far outside what the role or the person's own past says,
//! *watching* where it is outside, *knowing* where it only informs. Each check names its own thresholds.
//!
//! **Confidence** (`grade.rs`): *firm* with 8 weeks or more and 60 % of working time seen, *fair* with
//! 4 weeks and 40 %, else *thin*. What rests on how long a commit took is never better than fair.

mod after_hours;
mod displacement;
mod drift;
mod grade;
mod hands_on_range;
mod hybrid_load;
mod input;
mod no_focus_block;
mod role_reading;
mod span;
mod too_many_reports;

pub use input::FindingInput;
pub use too_many_reports::{HOURS_PER_REPORT, capacity};

use crate::finding::Finding;

/// Every check, in the order findings of equal weight are shown.
const CHECKS: [fn(&FindingInput<'_>) -> Option<Finding>; 8] = [
    role_reading::check,
    hands_on_range::check,
    drift::check,
    too_many_reports::check,
    hybrid_load::check,
    displacement::check,
    no_focus_block::check,
    after_hours::check,
];

/// Runs every check (MEASURE section 10); the most severe and best supported findings first.
pub fn find(input: &FindingInput<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = CHECKS.iter().filter_map(|check| check(input)).collect();
    findings.sort_by_key(|finding| (finding.severity, finding.confidence));
    findings
}

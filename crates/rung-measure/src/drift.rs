//! Drift: a lasting change of a person's split, raised by a running sum and dated by a change-point.

mod changepoint;
mod cusum;
mod find;
mod season;
mod series;

pub use changepoint::{HAZARD, RunLength, TRIALS, changepoint};
pub use cusum::{BASELINE_WEEKS, Cusum, FLOOR, SLACK, THRESHOLD, cusum};
pub use find::{find, find_with_last_year};

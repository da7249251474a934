//! The year-on-year guard: a review season that comes back every year is no drift.

use rung_model::week::Week;

use super::{FLOOR, series::Point};

/// Least weeks of last year that must be there to compare with.
const LEAST_WEEKS: usize = 3;

/// True where the same weeks a year earlier had nearly the same share of the part at `index`: within the
/// floor of the running sum. False where a year earlier is not there to compare with.
pub(super) fn recurs(since: &[Point], all: &[Point], index: usize) -> bool {
    let pairs: Vec<(f64, f64)> = since
        .iter()
        .filter_map(|now| {
            let before = all.iter().find(|p| p.week == a_year_before(now.week))?;
            Some((now.split.parts()[index], before.split.parts()[index]))
        })
        .collect();
    if pairs.len() < LEAST_WEEKS.min(since.len()).max(1) {
        return false;
    }
    let difference: f64 = pairs.iter().map(|(now, then)| now - then).sum::<f64>() / pairs.len() as f64;
    difference.abs() < FLOOR
}

/// The week 52 weeks earlier: the same season, the same weekdays.
fn a_year_before(week: Week) -> Week {
    week.monday().checked_sub(jiff::Span::new().days(364)).map_or(week, Week::of)
}

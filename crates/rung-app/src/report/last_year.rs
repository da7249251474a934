//! The same weeks a year earlier: what comes back every year is a season, no drift (MEASURE section 9).

use jiff::ToSpan;
use rung_measure::{period::PeriodReading, read};
use rung_model::week::Week;

use super::periods;
use crate::{
    measured::Facts,
    request::{Request, Since},
};

/// The weeks of the window, 52 weeks earlier, as far as the sources reach back. What cannot be read is left out: these
/// weeks only ever keep a shift from being told.
pub(super) fn weeks(
    request: &Request,
    facts: &Facts,
    known: &read::Known,
    gather: &dyn Fn(&Request) -> Option<Facts>,
) -> Vec<(Week, PeriodReading)> {
    let earlier = |day: jiff::civil::Date| day.checked_sub(52.weeks());
    let (Ok(first), Ok(last)) = (earlier(facts.first), earlier(facts.last)) else { return Vec::new() };
    let request = Request { since: Since::Day(first), until: Some(last), ..request.clone() };
    let Some(facts) = gather(&request) else { return Vec::new() };
    let Ok(measured) = facts.measure(&request, facts.declared.rules.clone()) else { return Vec::new() };
    let reading = |(week, first, last): (Week, _, _)| {
        (week, read::read_with(week.to_string(), measured.ledger.totals(first, last), known))
    };
    periods::weeks(first, last).into_iter().map(reading).collect()
}

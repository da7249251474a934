//! Checks that nobody is their own manager, directly or round a circle, on any day.

use std::collections::BTreeMap;

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::{Period, ReportsTo},
};

use super::{draft::Draft, reference::keep};

/// A line from a person to themselves.
pub(super) fn own_manager(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    keep(&mut draft.lines, |placed| {
        let line = &placed.value;
        (line.person == line.manager).then(|| {
            let what = "somebody cannot be their own manager; the line is left out";
            let problem = placed.place.problem(Severity::Warning, "own-manager", what, "name another manager, or none");
            problem.of_item(format!("reporting line of `{}`", line.person))
        })
    })
}

/// Solid lines that run in a circle on some day: the one that closes it is taken out.
///
/// Lines are added one by one. From the new line's manager all lines upward are followed, each
/// with the days that all of the way so far holds on; as nobody has two solid-line managers at
/// once, those days are cut into pieces and never multiply.
pub(super) fn lines(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut accepted: BTreeMap<String, Vec<ReportsTo>> = BTreeMap::new();
    keep(&mut draft.lines, |placed| {
        let line = &placed.value;
        if !line.solid {
            return None;
        }
        if let Some((way, days)) = circle(line, &accepted) {
            let day = days.from.map_or_else(String::new, |from| format!(" from {from}"));
            let what = format!("{way} people report in a circle{day}; this line, which closes it, is left out");
            let mend = "let one of them report to somebody outside the circle, or end a line with `until`";
            let problem = placed.place.problem(Severity::Warning, "reporting-cycle", what, mend);
            return Some(problem.of_item(format!("reporting line of `{}`", line.person)));
        }
        accepted.entry(line.person.clone()).or_default().push(line.clone());
        None
    })
}

/// How many people stand in the circle `new` would close, and when it would begin.
fn circle(new: &ReportsTo, accepted: &BTreeMap<String, Vec<ReportsTo>>) -> Option<(usize, Period)> {
    let mut open = vec![(new.manager.as_str(), new.period, 1)];
    while let Some((person, days, steps)) = open.pop() {
        if person == new.person {
            return Some((steps, days));
        }
        for line in accepted.get(person).into_iter().flatten() {
            if line.period.overlaps(&days) {
                open.push((&line.manager, both(days, line.period), steps + 1));
            }
        }
    }
    None
}

/// The days two overlapping periods share.
fn both(a: Period, b: Period) -> Period {
    let until = match (a.until, b.until) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Period { from: a.from.max(b.from), until }
}

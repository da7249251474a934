//! Checks that nobody is their own manager and no team lies within itself, directly or round a circle, at any point of
//! either time.

use std::collections::BTreeMap;

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::{Fact, Period},
};

use super::{draft::Draft, keep::keep};

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
pub(super) fn lines(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut above = Above::default();
    keep(&mut draft.lines, |placed| {
        let line = &placed.value;
        if !line.solid {
            return None;
        }
        if let Some((way, days)) = above.circle(&line.person, &line.manager, line) {
            let day = since(days);
            let what = format!("{way} people report in a circle{day}; this line, which closes it, is left out");
            let mend = "let one of them report to somebody outside the circle, or end a line with `until`";
            let problem = placed.place.problem(Severity::Warning, "reporting-cycle", what, mend);
            return Some(problem.of_item(format!("reporting line of `{}`", line.person)));
        }
        above.add(&line.person, &line.manager, line);
        None
    })
}

/// Teams that lie within themselves: the parent that closes the circle is taken out.
pub(super) fn teams(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut above = Above::default();
    let mut problems = Vec::new();
    for placed in &mut draft.teams {
        let Some(parent) = placed.value.parent.clone() else { continue };
        let id = placed.value.id.clone();
        if let Some((_, days)) = above.circle(&id, &parent, &placed.value) {
            let what = format!("it lies within itself{}, by way of `{parent}`", since(days));
            let mend = "give one of the teams no parent";
            problems.push(
                placed.place.problem(Severity::Warning, "team-cycle", what, mend).of_item(format!("team `{id}`")),
            );
            placed.value.parent = None;
        } else {
            above.add(&id, &parent, &placed.value);
        }
    }
    problems
}

fn since(days: Period) -> String {
    days.from.map_or_else(String::new, |from| format!(" from {from}"))
}

/// Who is above whom, and when.
///
/// Edges are added one by one. From the new edge's upper end all edges upward are followed, each with the part of both
/// times that the whole way so far stands in; as nobody has two edges upward at one point of both times, those parts are
/// cut into pieces and never multiply.
#[derive(Default)]
struct Above {
    edges: BTreeMap<String, Vec<(String, Period, Period)>>,
}

impl Above {
    fn add(&mut self, below: &str, above: &str, fact: &impl Fact) {
        self.edges.entry(below.to_owned()).or_default().push((above.to_owned(), fact.period(), fact.known()));
    }

    /// How many stand in the circle the edge would close, and the days it would stand.
    fn circle(&self, below: &str, above: &str, fact: &impl Fact) -> Option<(usize, Period)> {
        let mut open = vec![(above, fact.period(), fact.known(), 1)];
        while let Some((at, days, known, steps)) = open.pop() {
            if at == below {
                return Some((steps, days));
            }
            for (next, period, believed) in self.edges.get(at).into_iter().flatten() {
                if let (Some(days), Some(known)) = (days.common(period), known.common(believed)) {
                    open.push((next, days, known, steps + 1));
                }
            }
        }
        None
    }
}

//! Checks that what is stated of somebody or of a team lies within the time they are there. Nothing is taken out.

use std::collections::BTreeMap;

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::{Fact, Opening, Period},
};

use super::draft::Draft;
use crate::strict::Placed;

/// Days by what they are of: only what is believed now counts.
fn days<'d, T: Fact>(stated: &'d [Placed<T>], key: impl Fn(&'d T) -> &'d str) -> BTreeMap<&'d str, Vec<Period>> {
    let mut days: BTreeMap<&str, Vec<Period>> = BTreeMap::new();
    for placed in stated.iter().filter(|placed| placed.value.current()) {
        days.entry(key(&placed.value)).or_default().push(placed.value.period());
    }
    days
}

/// The first days of `period` that none of `covered` has; `None` where all of it is covered.
fn uncovered(period: Period, covered: &[Period]) -> Option<Period> {
    let mut left = vec![period];
    for cover in covered {
        left = left.iter().flat_map(|piece| piece.without(cover)).collect();
    }
    left.into_iter().min()
}

/// Said of somebody outside the days they are employed: hired later, or gone before.
pub(super) fn employment(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let employed = days(&draft.employments, |e| &e.person);
    let mut problems = Vec::new();
    outside(&draft.memberships, "membership", |m| &m.person, &employed, &mut problems);
    outside(&draft.holdings, "holding", |h| &h.person, &employed, &mut problems);
    outside(&draft.lines, "reporting line", |l| &l.person, &employed, &mut problems);
    outside(&draft.leaves, "leave", |l| &l.person, &employed, &mut problems);
    outside(&draft.capacities, "capacity", |c| &c.person, &employed, &mut problems);
    outside(&draft.ownerships, "ownership", |o| &o.person, &employed, &mut problems);
    problems
}

fn outside<'d, T: Fact>(
    stated: &'d [Placed<T>],
    kind: &str,
    of: impl Fn(&'d T) -> &'d String,
    employed: &BTreeMap<&str, Vec<Period>>,
    problems: &mut Vec<Problem>,
) {
    for placed in stated.iter().filter(|placed| placed.value.current()) {
        let person = of(&placed.value);
        let Some(days) = employed.get(person.as_str()) else { continue };
        let Some(gap) = uncovered(placed.value.period(), days) else { continue };
        let first = days.iter().filter_map(|period| period.from).min();
        let (check, what) = match (gap.from, first) {
            (from, Some(hired)) if from.is_none_or(|from| from < hired) => {
                ("before-hire", format!("it holds before {hired}, the day they are hired"))
            }
            (Some(from), _) => ("after-leaving", format!("it holds from {from} on, when they are no longer employed")),
            (None, _) => ("after-leaving", "it holds on days they are not employed".to_owned()),
        };
        let mend = "give it the days within the employment, or mend the [[employment]]";
        let problem = placed.place.problem(Severity::Warning, check, what, mend);
        problems.push(problem.of_item(format!("{kind} of `{person}`")));
    }
}

/// Teams under a team that is not there on those days: orphans.
pub(super) fn parent_exists(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let teams = days(&draft.teams, |team| &team.id);
    let mut problems = Vec::new();
    for placed in draft.teams.iter().filter(|placed| placed.value.current()) {
        let team = &placed.value;
        let Some(parent) = team.parent.as_deref() else { continue };
        let Some(gap) = teams.get(parent).and_then(|days| uncovered(team.period, days)) else { continue };
        let when = gap.from.map_or_else(
            || gap.until.map_or_else(String::new, |until| format!(" before {until}")),
            |from| format!(" from {from}"),
        );
        let what = format!("the team above it, `{parent}`, is not there{when}");
        let mend = "give it another parent from that day on, or end it with `until`";
        problems.push(
            placed.place.problem(Severity::Warning, "orphan-team", what, mend).of_item(format!("team `{}`", team.id)),
        );
    }
    problems
}

/// Memberships, holdings and positions in teams on days the teams are not there.
pub(super) fn team_exists(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let teams = days(&draft.teams, |team| &team.id);
    let mut problems = Vec::new();
    let mut look = |team: &str, period: Period, place: &crate::strict::Place, item: String| {
        let Some(gap) = teams.get(team).and_then(|days| uncovered(period, days)) else { return };
        let when = gap.from.map_or_else(
            || gap.until.map_or_else(String::new, |until| format!(" before {until}")),
            |from| format!(" from {from}"),
        );
        let what = format!("the team `{team}` is not there{when}");
        let mend = "end it with `until`, name another team, or mend the days of the team";
        problems.push(place.problem(Severity::Warning, "outside-team", what, mend).of_item(item));
    };
    for m in draft.memberships.iter().filter(|m| m.value.current()) {
        look(&m.value.team, m.value.period, &m.place, format!("membership of `{}`", m.value.person));
    }
    for h in draft.holdings.iter().filter(|h| h.value.current()) {
        if let Some(team) = &h.value.team {
            look(team, h.value.period, &h.place, format!("holding of `{}`", h.value.person));
        }
    }
    problems
}

/// Positions that are filled by nobody, or open and somebody's.
pub(super) fn vacancy_filled(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut problems = Vec::new();
    for placed in &draft.vacancies {
        let vacancy = &placed.value;
        let filled = vacancy.opening == Opening::Filled;
        let (what, mend) = match &vacancy.person {
            None if filled => ("it is filled, and nobody is named".to_owned(), "name the person, or make it open"),
            Some(person) if !filled => (
                format!("it is {}, and `{person}` is named", vacancy.opening.id()),
                "make it filled, or take the person out",
            ),
            _ => continue,
        };
        let problem = placed.place.problem(Severity::Note, "position-unclear", what, mend);
        problems.push(problem.of_item(format!("position `{}`", vacancy.id)));
    }
    problems
}

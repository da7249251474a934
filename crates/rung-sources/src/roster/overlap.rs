//! Checks of statements that hold at the same time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::{At, Fact},
};

use super::{
    draft::Draft,
    keep::{Stated, keep, once},
};
use crate::strict::{Place, Placed};

/// Two solid-line managers at once: the first line stays.
pub(super) fn two_managers(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut stated = Stated::default();
    keep(&mut draft.lines, |placed| {
        let line = &placed.value;
        if !line.solid {
            return None;
        }
        let first = stated.earlier(line.person.clone(), line, &placed.place)?;
        let what = format!("it gives a second solid-line manager on days that {first} covers; this one is left out");
        let mend = "end the earlier line with `until`, or mark one with solid = false";
        let problem = placed.place.problem(Severity::Warning, "two-managers", what, mend);
        Some(problem.of_item(format!("reporting line of `{}`", line.person)))
    })
}

/// The same person in the same team twice at once: the first stays.
pub(super) fn memberships(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let key = |m: &rung_model::roster::Membership| (m.person.clone(), m.team.clone());
    once(&mut draft.memberships, "overlapping-membership", key, |m| format!("membership of `{}`", m.person))
}

/// The same position in the same team held twice at once: the first stays.
pub(super) fn holdings(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let key = |h: &rung_model::roster::Holding| (h.person.clone(), h.position.to_lowercase(), h.team.clone());
    once(&mut draft.holdings, "overlapping-holding", key, |h| format!("holding of `{}`", h.person))
}

/// Employed twice at once: the first stays.
pub(super) fn employments(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    once(
        &mut draft.employments,
        "overlapping-employment",
        |e| e.person.clone(),
        |e| format!("employment of `{}`", e.person),
    )
}

/// Two positions under one id at once: the first stays.
pub(super) fn vacancies(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    once(&mut draft.vacancies, "duplicate-position", |v| v.id.clone(), |v| format!("position `{}`", v.id))
}

/// The same responsibility of a team twice at once: the first stays.
pub(super) fn duties(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let key = |d: &rung_model::roster::TeamDuty| (d.team.clone(), d.duty.clone());
    once(&mut draft.duties, "overlapping-responsibility", key, |d| {
        format!("responsibility `{}` of `{}`", d.duty, d.team)
    })
}

/// Two capacities of a person in a team at once: the first stays.
pub(super) fn capacities(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let key = |c: &rung_model::roster::Capacity| (c.person.clone(), c.team.clone());
    once(&mut draft.capacities, "overlapping-capacity", key, |c| format!("capacity of `{}`", c.person))
}

/// The same responsibility declared twice by one person at once: the first stays.
pub(super) fn ownerships(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let key = |o: &rung_model::roster::Ownership| (o.person.clone(), o.team.clone(), o.duty.clone());
    once(&mut draft.ownerships, "overlapping-ownership", key, |o| format!("ownership of `{}`", o.person))
}

/// Shares of one person that add up to more than all their time. Nothing is taken out.
pub(super) fn shares_over_one(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut problems = over_one("memberships", &draft.memberships, |m| (&m.person, m.share));
    problems.extend(over_one("holdings", &draft.holdings, |h| (&h.person, h.share)));
    problems
}

fn over_one<T: Fact>(kind: &str, stated: &[Placed<T>], of: impl Fn(&T) -> (&String, f64)) -> Vec<Problem> {
    let mut people: BTreeMap<&String, Vec<(&Place, f64, &T)>> = BTreeMap::new();
    for placed in stated.iter().filter(|placed| placed.value.current()) {
        let (person, share) = of(&placed.value);
        people.entry(person).or_default().push((&placed.place, share, &placed.value));
    }
    let mut problems = Vec::new();
    for (person, parts) in people {
        let starts: BTreeSet<Option<Date>> = parts.iter().map(|(.., fact)| fact.period().from).collect();
        for start in starts {
            let at = At::day(start.unwrap_or(Date::MIN));
            let holding: Vec<_> = parts.iter().filter(|(.., fact)| fact.stands(at)).collect();
            let sum: f64 = holding.iter().map(|(_, share, _)| share).sum();
            if let Some((place, ..)) = holding.last().filter(|_| sum > 1.0 + 1e-9) {
                let since = start.map_or_else(|| "as long as nothing ends".to_owned(), |from| format!("from {from}"));
                let what = format!("the shares of their {kind} add up to {sum:.2}, {since}");
                let mend = "give each a share so that together they make 1, or end one with `until`";
                problems.push(
                    place.problem(Severity::Note, "shares-over-one", what, mend).of_item(format!("person `{person}`")),
                );
                break;
            }
        }
    }
    problems
}

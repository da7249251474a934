//! Checks that ids are unique and that references lead somewhere.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
};

use super::{
    draft::Draft,
    keep::{Stated, keep},
};
use crate::strict::{Place, Placed, did_you_mean};

/// Two people under one id: the first stays.
pub(super) fn person_twice(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    twice(&mut draft.people, "person", "duplicate-person", |person| &person.id)
}

/// The same team twice at once: the first stays.
pub(super) fn team_twice(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut stated = Stated::default();
    keep(&mut draft.teams, |placed| {
        let first = stated.earlier(placed.value.id.clone(), &placed.value, &placed.place)?;
        let what = format!("the id is taken by {first}; this one is left out");
        let mend = "give each its own id, or end the earlier one with `until`";
        let problem = placed.place.problem(Severity::Warning, "duplicate-team", what, mend);
        Some(problem.of_item(format!("team `{}`", placed.value.id)))
    })
}

/// One address, two people: it is then nobody's, for it must not be guessed whose it is.
pub(super) fn address_claimed_twice(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut claims: BTreeMap<&str, Vec<&Placed<_>>> = BTreeMap::new();
    for person in &draft.people {
        for address in &person.value.addresses {
            claims.entry(address).or_default().push(person);
        }
    }
    let mut problems = Vec::new();
    for (address, people) in claims {
        if let [first, second, ..] = people.as_slice() {
            let (one, other) = (&first.value.id, &second.value.id);
            let what =
                format!("`{address}` is claimed by `{one}` ({}) and by `{other}`; it counts for neither", first.place);
            let mend = "leave it with the one person it belongs to";
            let problem = second.place.problem(Severity::Warning, "address-claimed-twice", what, mend);
            problems.push(problem.of_item(format!("person `{other}`")));
        }
    }
    problems
}

/// A team above that is not there.
pub(super) fn parent_known(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let teams = team_ids(draft);
    let mut problems = Vec::new();
    for team in &mut draft.teams {
        let item = format!("team `{}`", team.value.id);
        if let Some(parent) = team.value.parent.clone().filter(|parent| !teams.contains(parent)) {
            problems.push(unknown(&team.place, item, "unknown-team", "team", &parent, &teams));
            team.value.parent = None;
        }
    }
    problems
}

/// Memberships of people or teams that are not there.
pub(super) fn membership_known(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let (people, teams) = (person_ids(draft), team_ids(draft));
    keep(&mut draft.memberships, |placed| {
        let item = format!("membership of `{}`", placed.value.person);
        missing(placed, &item, "person", &placed.value.person, &people)
            .or_else(|| missing(placed, &item, "team", &placed.value.team, &teams))
    })
}

/// Reporting lines of people who are not there.
pub(super) fn line_known(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let people = person_ids(draft);
    keep(&mut draft.lines, |placed| {
        let item = format!("reporting line of `{}`", placed.value.person);
        missing(placed, &item, "person", &placed.value.person, &people)
            .or_else(|| missing(placed, &item, "manager", &placed.value.manager, &people))
    })
}

/// Holdings of people or in teams that are not there.
pub(super) fn holding_known(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let (people, teams) = (person_ids(draft), team_ids(draft));
    keep(&mut draft.holdings, |placed| {
        let item = format!("holding of `{}`", placed.value.person);
        missing(placed, &item, "person", &placed.value.person, &people)
            .or_else(|| missing(placed, &item, "team", placed.value.team.as_ref()?, &teams))
    })
}

/// Holdings and positions of a role the framework does not have.
pub(super) fn position_known(draft: &mut Draft, framework: &Framework) -> Vec<Problem> {
    let ids = framework.roles.iter().map(|r| &r.id).chain(framework.positions.iter().map(|p| &p.id));
    let known: BTreeSet<String> = ids.cloned().collect();
    let mut asked: BTreeMap<String, bool> = BTreeMap::new();
    let mut missing = |position: &String, place: &Place, item: String| {
        let there = *asked.entry(position.clone()).or_insert_with(|| framework.find_role(position).is_some());
        if there {
            return None;
        }
        let what = format!("the framework has no role or position `{position}`");
        let mend = did_you_mean(position, known.iter().map(String::as_str), "see `rung roles list` for those it has");
        Some(place.problem(Severity::Error, "unknown-position", what, mend).of_item(item))
    };
    let mut problems = keep(&mut draft.holdings, |placed| {
        let held = &placed.value;
        missing(&held.position, &placed.place, format!("holding of `{}`", held.person))
    });
    problems.extend(keep(&mut draft.vacancies, |placed| {
        let wanted = &placed.value;
        missing(&wanted.position, &placed.place, format!("position `{}`", wanted.id))
    }));
    problems
}

/// Employments and leaves of people who are not there.
pub(super) fn employment_known(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let people = person_ids(draft);
    let mut problems = keep(&mut draft.employments, |placed| {
        let person = &placed.value.person;
        missing(placed, &format!("employment of `{person}`"), "person", person, &people)
    });
    problems.extend(keep(&mut draft.leaves, |placed| {
        let person = &placed.value.person;
        missing(placed, &format!("leave of `{person}`"), "person", person, &people)
    }));
    problems
}

/// Positions in teams, and of people, that are not there.
pub(super) fn vacancy_known(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let (people, teams) = (person_ids(draft), team_ids(draft));
    keep(&mut draft.vacancies, |placed| {
        let item = format!("position `{}`", placed.value.id);
        missing(placed, &item, "team", &placed.value.team, &teams)
            .or_else(|| missing(placed, &item, "person", placed.value.person.as_ref()?, &people))
    })
}

pub(super) fn person_ids(draft: &Draft) -> BTreeSet<String> {
    draft.people.iter().map(|person| person.value.id.clone()).collect()
}

pub(super) fn team_ids(draft: &Draft) -> BTreeSet<String> {
    draft.teams.iter().map(|team| team.value.id.clone()).collect()
}

fn twice<T>(
    statements: &mut Vec<Placed<T>>,
    kind: &str,
    check: &'static str,
    id: impl Fn(&T) -> &String,
) -> Vec<Problem> {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    keep(statements, |placed| {
        let own = id(&placed.value);
        if let Some(first) = seen.get(own) {
            let what = format!("the id is taken by {first}; this one is left out");
            let problem = placed.place.problem(Severity::Warning, check, what, "give each its own id");
            return Some(problem.of_item(format!("{kind} `{own}`")));
        }
        seen.insert(own.clone(), placed.place.clone());
        None
    })
}

pub(super) fn missing<T>(
    placed: &Placed<T>,
    item: &str,
    kind: &str,
    id: &String,
    known: &BTreeSet<String>,
) -> Option<Problem> {
    let check = if kind == "team" { "unknown-team" } else { "unknown-person" };
    (!known.contains(id)).then(|| unknown(&placed.place, item.to_owned(), check, kind, id, known))
}

fn unknown(
    place: &Place,
    item: String,
    check: &'static str,
    kind: &str,
    id: &str,
    known: &BTreeSet<String>,
) -> Problem {
    let table = if kind == "team" { "[[team]]" } else { "[[person]]" };
    let mend = did_you_mean(id, known.iter().map(String::as_str), &format!("add a {table} with id = \"{id}\""));
    place.problem(Severity::Error, check, format!("the {kind} `{id}` is not in the roster"), mend).of_item(item)
}

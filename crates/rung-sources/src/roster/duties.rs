//! Checks of responsibilities: of a team that is there, known, declared by people of the team.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::Fact,
};

use super::{
    draft::Draft,
    keep::keep,
    reference::{missing, person_ids, team_ids},
};
use crate::strict::did_you_mean;

/// Responsibilities, capacities and ownerships of teams or people that are not there.
pub(super) fn known(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let (people, teams) = (person_ids(draft), team_ids(draft));
    let mut problems = keep(&mut draft.duties, |placed| {
        let duty = &placed.value;
        let item = format!("responsibility `{}`", duty.duty);
        missing(placed, &item, "team", &duty.team, &teams)
            .or_else(|| missing(placed, &item, "person", duty.pinned.as_ref()?, &people))
    });
    problems.extend(keep(&mut draft.capacities, |placed| {
        let item = format!("capacity of `{}`", placed.value.person);
        missing(placed, &item, "person", &placed.value.person, &people)
            .or_else(|| missing(placed, &item, "team", &placed.value.team, &teams))
    }));
    problems.extend(keep(&mut draft.ownerships, |placed| {
        let item = format!("ownership of `{}`", placed.value.person);
        missing(placed, &item, "person", &placed.value.person, &people)
            .or_else(|| missing(placed, &item, "team", &placed.value.team, &teams))
    }));
    problems
}

/// Responsibilities that neither the framework nor the team knows.
pub(super) fn of_framework(draft: &mut Draft, framework: &Framework) -> Vec<Problem> {
    let known: BTreeSet<&str> = framework.duties.iter().map(|duty| duty.id.as_str()).collect();
    let mut problems = Vec::new();
    for placed in &draft.duties {
        let duty = &placed.value;
        if duty.name.is_none() && !known.contains(duty.duty.as_str()) {
            let what = format!("the framework has no responsibility `{}`, and it has no name of its own", duty.duty);
            let mend = did_you_mean(&duty.duty, known.iter().copied(), "give it a `name` and a `bucket`");
            let problem = placed.place.problem(Severity::Warning, "unknown-responsibility", what, mend);
            problems.push(problem.of_item(format!("responsibility `{}` of `{}`", duty.duty, duty.team)));
        }
    }
    let mut own: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for duty in &draft.duties {
        own.entry(&duty.value.team).or_default().insert(&duty.value.duty);
    }
    let own: BTreeMap<String, BTreeSet<String>> =
        own.into_iter().map(|(team, ids)| (team.to_owned(), ids.into_iter().map(str::to_owned).collect())).collect();
    problems.extend(keep(&mut draft.ownerships, |placed| {
        let stated = &placed.value;
        let none = BTreeSet::new();
        let listed = own.get(&stated.team).unwrap_or(&none);
        if listed.contains(&stated.duty) || listed.is_empty() && known.contains(stated.duty.as_str()) {
            return None;
        }
        let what = format!("the team `{}` has no responsibility `{}`", stated.team, stated.duty);
        let candidates = listed.iter().map(String::as_str).chain(known.iter().copied().filter(|_| listed.is_empty()));
        let mend = did_you_mean(
            &stated.duty,
            candidates,
            &format!("add a [[responsibility]] with team = \"{}\" and id = \"{}\"", stated.team, stated.duty),
        );
        let problem = placed.place.problem(Severity::Error, "unknown-responsibility", what, mend);
        Some(problem.of_item(format!("ownership of `{}`", stated.person)))
    }));
    problems
}

/// `fit` and `wish` that name neither a person nor a role.
pub(super) fn words_of_somebody(draft: &mut Draft, framework: &Framework) -> Vec<Problem> {
    let people = person_ids(draft);
    let roles: BTreeSet<&str> = framework.roles.iter().map(|role| role.id.as_str()).collect();
    let mut problems = Vec::new();
    for placed in &draft.duties {
        let duty = &placed.value;
        let named = duty.fits.keys().map(|who| (who, true)).chain(duty.wishes.keys().map(|who| (who, false)));
        for (who, role_will_do) in named {
            if people.contains(who) || role_will_do && roles.contains(who.as_str()) {
                continue;
            }
            let kind = if role_will_do { "person or role" } else { "person" };
            let what = format!("`{who}` is no {kind} known here");
            let candidates = people.iter().map(String::as_str).chain(roles.iter().copied().filter(|_| role_will_do));
            let mend = did_you_mean(who, candidates, "name somebody of the roster");
            let problem = placed.place.problem(Severity::Warning, "unknown-person", what, mend);
            problems.push(problem.of_item(format!("responsibility `{}` of `{}`", duty.duty, duty.team)));
        }
    }
    problems
}

/// Declared by somebody who is not in the team on those days. Nothing is taken out.
pub(super) fn of_members(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut members: BTreeMap<(&str, &str), Vec<rung_model::roster::Period>> = BTreeMap::new();
    for m in draft.memberships.iter().filter(|m| m.value.current()) {
        members.entry((&m.value.person, &m.value.team)).or_default().push(m.value.period);
    }
    let mut problems = Vec::new();
    for placed in draft.ownerships.iter().filter(|o| o.value.current()) {
        let stated = &placed.value;
        let days = members.get(&(stated.person.as_str(), stated.team.as_str()));
        let inside = days.is_some_and(|days| days.iter().any(|period| period.overlaps(&stated.period)));
        if !inside {
            let what = format!("`{}` is never in the team `{}` on those days", stated.person, stated.team);
            let mend = "add a [[membership]], or name another team";
            let problem = placed.place.problem(Severity::Note, "owner-outside-team", what, mend);
            problems.push(problem.of_item(format!("ownership of `{}`", stated.person)));
        }
    }
    problems
}

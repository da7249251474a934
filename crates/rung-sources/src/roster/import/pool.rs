//! What a source states, gathered before references are looked up.

use std::collections::BTreeMap;

use rung_model::{
    problem::{Problem, Severity},
    roster::{Employment, Holding, Membership, Period, Person, ReportsTo, Team},
};

use super::{
    Unresolved,
    people::{Found, Known},
};
use crate::{
    roster::draft::Draft,
    strict::{Place, Placed},
};

/// Everything a source states.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub(super) organisation: Option<Placed<String>>,
    pub(super) people: Vec<Placed<Person>>,
    pub(super) teams: Vec<Placed<Team>>,
    pub(super) employments: Vec<Placed<Employment>>,
    pub(super) holdings: Vec<Placed<Holding>>,
    /// Parts in teams: who, as the source refers to them, and the team's id.
    pub(super) parts: Vec<Part>,
    /// Managers: person id, how the source refers to the manager, and when.
    pub(super) managers: Vec<(Place, String, String, Period)>,
    /// Teams above: child id and how the source refers to the parent; looked up among teams.
    pub(super) parents: Vec<(Place, String, String)>,
    /// Teams below: id of the team above and how the source refers to the child.
    pub(super) children: Vec<(Place, String, String)>,
    /// Parts whose team is a reference too: looked up like people.
    pub(super) groups: Vec<Part>,
    /// Components: name, and how the source refers to their owner.
    pub(super) components: Vec<(Place, String, String)>,
    /// Further names that people and teams are referred to by: name, id.
    pub(super) aliases: Vec<(String, String)>,
    pub(super) unused: BTreeMap<String, usize>,
    pub(super) problems: Vec<Problem>,
}

/// A part in a team.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) place: Place,
    /// How the source refers to the person.
    pub(super) who: String,
    /// Team id.
    pub(super) team: String,
    /// "lead", "chair"; absent for a plain member.
    pub(super) part: Option<&'static str>,
    /// True for somebody who was in it and is no more.
    pub(super) former: bool,
    /// When.
    pub(super) period: Period,
}

impl Part {
    /// Somebody's part in a team, for as long as the source says nothing of days.
    pub(super) fn of(place: Place, who: &str, team: &str, part: Option<&'static str>) -> Self {
        let (who, team) = (who.to_owned(), team.to_owned());
        Self { place, who, team, part, former: false, period: Period::default() }
    }

    /// The same of somebody who is no longer in it.
    pub(super) fn past(self) -> Self {
        Self { former: true, ..self }
    }
}

/// What is left beside the draft.
#[derive(Debug, Default)]
pub(super) struct Rest {
    pub(super) unresolved: Vec<Unresolved>,
    pub(super) former: Vec<(String, String)>,
    pub(super) owned: Vec<(String, String)>,
    pub(super) unused: BTreeMap<String, usize>,
    pub(super) problems: Vec<Problem>,
}

impl Pool {
    /// Counts something that has no place in a roster.
    pub(super) fn not_used(&mut self, sort: &str) {
        *self.unused.entry(sort.to_owned()).or_default() += 1;
    }

    /// Looks all references up.
    pub(super) fn into_draft(self) -> (Draft, Rest) {
        let mut rest = Rest { unused: self.unused, problems: self.problems, ..Rest::default() };
        let people = Known::people(&self.people, &self.aliases);
        let teams = Known::teams(&self.teams, &self.aliases);
        let mut open = Vec::new();
        let mut unresolved = |place: &Place, item: String, wanted: &str, candidates: Vec<String>| {
            open.push(Unresolved {
                file: place.file.clone(),
                line: place.line,
                item,
                wanted: wanted.chars().take(200).collect(),
                candidates,
            });
        };
        let mut draft = Draft {
            organisation: self.organisation,
            people: self.people,
            teams: self.teams,
            employments: self.employments,
            holdings: self.holdings,
            ..Draft::default()
        };
        let mut parents: BTreeMap<String, String> = BTreeMap::new();
        for (place, child, parent) in &self.parents {
            match teams.find(parent) {
                Found::One(id) => {
                    parents.insert(child.clone(), id);
                }
                Found::Unclear(candidates) => unresolved(place, format!("team above `{child}`"), parent, candidates),
            }
        }
        for (place, above, child) in &self.children {
            match teams.find(child) {
                Found::One(child) => {
                    parents.entry(child).or_insert_with(|| above.clone());
                }
                Found::Unclear(candidates) => unresolved(place, format!("team under `{above}`"), child, candidates),
            }
        }
        for team in &mut draft.teams {
            if let Some(parent) = parents.get(&team.value.id) {
                team.value.parent = Some(parent.clone());
            }
        }
        for (place, person, manager, period) in &self.managers {
            match people.find(manager) {
                Found::One(manager) => draft.lines.push(Placed {
                    place: place.clone(),
                    value: ReportsTo {
                        person: person.clone(),
                        manager,
                        solid: true,
                        interim: false,
                        period: *period,
                        known: Period::default(),
                    },
                }),
                Found::Unclear(candidates) => unresolved(place, format!("manager of `{person}`"), manager, candidates),
            }
        }
        // Somebody with two parts in one team is in it once.
        let mut at: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut parts = self.parts;
        for part in self.groups {
            match teams.find(&part.team) {
                Found::One(team) => parts.push(Part { team, ..part }),
                Found::Unclear(candidates) => {
                    unresolved(&part.place, format!("group of `{}`", part.who), &part.team, candidates);
                }
            }
        }
        for part in &parts {
            let person = match people.find(&part.who) {
                Found::One(person) => person,
                Found::Unclear(candidates) => {
                    let sort = if part.former { "former member" } else { part.part.unwrap_or("member") };
                    unresolved(&part.place, format!("{sort} of `{}`", part.team), &part.who, candidates);
                    continue;
                }
            };
            if part.former {
                rest.former.push((person, part.team.clone()));
                continue;
            }
            let next = draft.memberships.len();
            let own = *at.entry((person.clone(), part.team.clone())).or_insert(next);
            if let Some(stated) = draft.memberships.get_mut(own) {
                let mut parts: Vec<&str> =
                    stated.value.part.as_deref().map(|parts| parts.split(", ").collect()).unwrap_or_default();
                if part.part.is_none_or(|own| parts.contains(&own)) {
                    let what = format!("it repeats what {} states", stated.place);
                    let problem =
                        part.place.problem(Severity::Note, "overlapping-membership", what, "take one of them out");
                    rest.problems.push(problem.of_item(format!("membership of `{}`", stated.value.person)));
                    continue;
                }
                parts.extend(part.part);
                stated.value.part = Some(parts.join(", "));
                continue;
            }
            draft.memberships.push(Placed {
                place: part.place.clone(),
                value: Membership {
                    person,
                    team: part.team.clone(),
                    share: 1.0,
                    part: part.part.map(str::to_owned),
                    period: part.period,
                    known: Period::default(),
                },
            });
        }
        for (place, component, owner) in &self.components {
            let found = match teams.find(owner) {
                Found::One(id) => Found::One(id),
                Found::Unclear(near) => match people.find(owner) {
                    Found::One(id) => Found::One(id),
                    Found::Unclear(also) => Found::Unclear(near.into_iter().chain(also).take(5).collect()),
                },
            };
            match found {
                Found::One(id) => rest.owned.push((component.clone(), id)),
                Found::Unclear(candidates) => unresolved(place, format!("owner of `{component}`"), owner, candidates),
            }
        }
        rest.unresolved = open;
        rest.former.sort();
        rest.former.dedup();
        (draft, rest)
    }
}

//! What changed in an organisation between two days.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::roster::{Fact, Mode, Opening, Roster};

use super::view::View;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// A team is there that was not.
    Founded {
        /// Team id.
        team: String,
    },
    /// A team is no longer there.
    Ended {
        /// Team id.
        team: String,
    },
    /// A team has another name.
    Renamed {
        /// Team id.
        team: String,
        /// Before and after.
        names: (String, String),
    },
    /// A team lies under another.
    Placed {
        /// Team id.
        team: String,
        /// Ids of the teams above, before and after.
        parents: (Option<String>, Option<String>),
    },
    /// Somebody came.
    Came {
        /// Person id.
        person: String,
    },
    /// Somebody went.
    Went {
        /// Person id.
        person: String,
    },
    /// Somebody is in other teams.
    Moved {
        /// Person id.
        person: String,
        /// Team ids before and after.
        teams: (Vec<String>, Vec<String>),
    },
    /// Somebody has another manager.
    Reports {
        /// Person id.
        person: String,
        /// Manager ids before and after.
        managers: (Option<String>, Option<String>),
    },
    /// Somebody holds something else.
    Holds {
        /// Person id.
        person: String,
        /// Positions before and after.
        positions: (Vec<String>, Vec<String>),
    },
    /// A position has come further, is new, or is gone.
    Position {
        /// Its id.
        id: String,
        /// How far before and after.
        openings: (Option<Opening>, Option<Opening>),
    },
    /// A responsibility of a team is owned by others.
    Owned {
        /// Team id.
        team: String,
        /// The responsibility.
        duty: String,
        /// Person ids before and after.
        owners: (Vec<String>, Vec<String>),
    },
}

/// What changed from one view to another of the same roster, teams first, then people, in the order of ids.
pub fn diff(roster: &Roster, before: &View<'_>, after: &View<'_>) -> Vec<Changed> {
    let mut changed = Vec::new();
    teams(before, after, &mut changed);
    people(before, after, &mut changed);
    positions(roster, before, after, &mut changed);
    owned(roster, before, after, None, &mut changed);
    changed
}

/// Which of a team's responsibilities changed hands.
pub fn of_team(roster: &Roster, before: &View<'_>, after: &View<'_>, team: &str) -> Vec<Changed> {
    let mut changed = Vec::new();
    owned(roster, before, after, Some(team), &mut changed);
    changed
}

fn teams(before: &View<'_>, after: &View<'_>, changed: &mut Vec<Changed>) {
    let all = |view: &View<'_>| -> BTreeMap<String, (String, Option<String>)> {
        let of = |team: &super::view::TeamAt<'_>| (team.team.name.clone(), team.team.parent.clone());
        view.teams.iter().map(|team| (team.team.id.clone(), of(team))).collect()
    };
    let (old, new) = (all(before), all(after));
    for (team, (name, parent)) in &new {
        match old.get(team) {
            None => changed.push(Changed::Founded { team: team.clone() }),
            Some((old_name, old_parent)) => {
                if old_name != name {
                    changed.push(Changed::Renamed { team: team.clone(), names: (old_name.clone(), name.clone()) });
                }
                if old_parent != parent {
                    changed.push(Changed::Placed { team: team.clone(), parents: (old_parent.clone(), parent.clone()) });
                }
            }
        }
    }
    changed
        .extend(old.keys().filter(|team| !new.contains_key(*team)).map(|team| Changed::Ended { team: team.clone() }));
}

fn people(before: &View<'_>, after: &View<'_>, changed: &mut Vec<Changed>) {
    let mut order: Vec<(usize, usize)> =
        (0..after.people.len()).filter_map(|at| Some((before.person(&after.people[at].person.id)?, at))).collect();
    order.sort_by(|a, b| after.people[a.1].person.id.cmp(&after.people[b.1].person.id));
    for (old, new) in order {
        let person = after.people[new].person.id.clone();
        let (was, is) = (&before.people[old], &after.people[new]);
        match (was.here, is.here) {
            (true, true) => {}
            (false, true) => changed.push(Changed::Came { person }),
            (true, false) => changed.push(Changed::Went { person }),
            (false, false) => {}
        }
        if !(was.here && is.here) {
            continue;
        }
        let person = after.people[new].person.id.clone();
        let teams = |own: &super::view::PersonAt<'_>| -> Vec<String> {
            own.memberships.iter().map(|m| m.team.clone()).collect::<BTreeSet<_>>().into_iter().collect()
        };
        let manager = |view: &View<'_>, own: Option<usize>| own.map(|own| view.people[own].person.id.clone());
        let positions = |own: &super::view::PersonAt<'_>| -> Vec<String> {
            own.holdings.iter().map(|(h, _)| h.position.clone()).collect::<BTreeSet<_>>().into_iter().collect()
        };
        let pair = (teams(was), teams(is));
        if pair.0 != pair.1 {
            changed.push(Changed::Moved { person: person.clone(), teams: pair });
        }
        let pair = (manager(before, was.manager), manager(after, is.manager));
        if pair.0 != pair.1 {
            changed.push(Changed::Reports { person: person.clone(), managers: pair });
        }
        let pair = (positions(was), positions(is));
        if pair.0 != pair.1 {
            changed.push(Changed::Holds { person, positions: pair });
        }
    }
}

fn positions(roster: &Roster, before: &View<'_>, after: &View<'_>, changed: &mut Vec<Changed>) {
    let all = |view: &View<'_>| -> BTreeMap<String, Opening> {
        roster.vacancies.iter().filter(|v| v.stands(view.at)).map(|v| (v.id.clone(), v.opening)).collect()
    };
    let (old, new) = (all(before), all(after));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for id in ids {
        let openings = (old.get(id).copied(), new.get(id).copied());
        if openings.0 != openings.1 {
            changed.push(Changed::Position { id: id.clone(), openings });
        }
    }
}

fn owned(roster: &Roster, before: &View<'_>, after: &View<'_>, team: Option<&str>, changed: &mut Vec<Changed>) {
    type Owners = BTreeMap<(String, String), BTreeSet<String>>;
    let all = |view: &View<'_>| -> Owners {
        let mut owners = Owners::new();
        let own = roster.ownerships.iter().filter(|o| o.mode == Mode::Own && team.is_none_or(|team| o.team == team));
        for o in own.filter(|o| o.stands(view.at)) {
            owners.entry((o.team.clone(), o.duty.clone())).or_default().insert(o.person.clone());
        }
        owners
    };
    let (old, new) = (all(before), all(after));
    let keys: BTreeSet<&(String, String)> = old.keys().chain(new.keys()).collect();
    for key in keys {
        let list = |owners: &Owners| owners.get(key).cloned().unwrap_or_default().into_iter().collect::<Vec<_>>();
        let owners = (list(&old), list(&new));
        if owners.0 != owners.1 {
            changed.push(Changed::Owned { team: key.0.clone(), duty: key.1.clone(), owners });
        }
    }
}

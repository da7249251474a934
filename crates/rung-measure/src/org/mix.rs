//! The role mix of a team: what its roles add up to, who leads what, and whether somebody carries two roles for too long.

use rung_model::{framework::Framework, roster::Basis, split::Split};

use super::{
    rollup::{Leads, leads},
    view::View,
};

/// Reports up to which one person may lead the system and the people of a team: under four a manager acts as a tech lead
/// manager (Larson, the framework's norm `span_em`).
pub const BOTH_UP_TO: usize = 4;
/// The least share of people and of building that together wear somebody out (MEASURE section 10).
pub const HYBRID: f64 = 0.30;

/// A role of the team.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleCount {
    /// Role id.
    pub role: String,
    /// Its name.
    pub name: String,
    /// People who hold it, in the roster's order.
    pub people: Vec<usize>,
    /// Their shares of time in it, times their part of full time.
    pub fte: f64,
    /// The expected split, where the framework has one, and whether it was published.
    pub split: Option<(Split, bool)>,
}

/// Somebody who leads the system and the people of one team.
#[derive(Clone, Debug, PartialEq)]
pub struct Both {
    /// Place of the person.
    pub person: usize,
    /// What the two roles ask together.
    pub expected: Option<Split>,
    /// Solid-line reports.
    pub reports: usize,
    /// Hours over what they declared to have, where they declared it.
    pub over: f64,
    /// Why it is time for two people; empty while one may hold both.
    pub split_because: Vec<SplitReason>,
}

/// Why two roles of one person should become two people's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SplitReason {
    /// More reports than one may have beside leading the system.
    Reports(usize),
    /// More declared hours than they have.
    Overload(f64),
    /// Both roles together ask for much of people and of building: the pattern that wears people out.
    Hybrid(f64),
}

/// The mix.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// Roles, those with a split first in the framework's order, then others.
    pub roles: Vec<RoleCount>,
    /// What the roles' splits add up to, weighted by time; `None` where no role has one.
    pub sum: Option<Split>,
    /// Time, in parts of full time, of roles with a split.
    pub counted: f64,
    /// Who leads.
    pub leads: Leads,
    /// Holdings that stand in or are tried: person, role name, basis.
    pub standing: Vec<(usize, String, Basis)>,
    /// People whose role nobody stated.
    pub roleless: Vec<usize>,
    /// Who does both.
    pub both: Vec<Both>,
}

impl Mix {
    /// The mix of a team; `over` gives the hours a person carries beyond what they declared.
    pub fn of(view: &View<'_>, framework: &Framework, team: usize, over: impl Fn(usize) -> f64) -> Self {
        let id = view.teams[team].team.id.as_str();
        let (mut roles, mut standing, mut roleless) = (Vec::<RoleCount>::new(), Vec::new(), Vec::new());
        for person in view.teams[team].members.iter().copied() {
            let own = &view.people[person];
            let here = own.memberships.iter().find(|m| m.team == id).map_or(1.0, |m| m.share);
            let held: Vec<_> =
                own.holdings.iter().filter(|(h, _)| h.team.as_deref().is_none_or(|team| team == id)).collect();
            if held.is_empty() {
                roleless.push(person);
            }
            for (holding, role) in held {
                let name = role.map_or_else(|| holding.position.clone(), |role| role.name.clone());
                if matches!(holding.basis, Basis::Acting | Basis::Trial) {
                    standing.push((person, name.clone(), holding.basis));
                }
                let role_id = role.map_or_else(|| holding.position.clone(), |role| role.id.clone());
                let fte = own.fte * holding.share * if holding.team.is_some() { 1.0 } else { here };
                match roles.iter_mut().find(|count| count.role == role_id) {
                    Some(count) => {
                        count.fte += fte;
                        if !count.people.contains(&person) {
                            count.people.push(person);
                        }
                    }
                    None => {
                        let split = framework.split_of(&role_id);
                        let split =
                            split.map(|claim| (claim.split, claim.basis == rung_model::framework::Basis::Sourced));
                        roles.push(RoleCount { role: role_id, name, people: vec![person], fte, split });
                    }
                }
            }
        }
        let place = |role: &RoleCount| framework.roles.iter().position(|own| own.id == role.role).unwrap_or(usize::MAX);
        roles.sort_by_key(place);
        let counted: f64 = roles.iter().filter(|role| role.split.is_some()).map(|role| role.fte).sum();
        let leads = leads(view, team);
        let both = leads.tech.iter().copied().filter(|lead| leads.people.contains(lead));
        let both = both.map(|person| both_of(view, framework, team, person, over(person))).collect();
        Self { sum: sum(&roles), counted, leads, standing, roleless, both, roles }
    }
}

fn sum(roles: &[RoleCount]) -> Option<Split> {
    let mut parts = [0.0; 3];
    for role in roles {
        let Some((split, _)) = role.split else { continue };
        parts.iter_mut().zip(split.parts()).for_each(|(sum, part)| *sum += role.fte * part);
    }
    Split::of(parts[0], parts[1], parts[2]).ok()
}

fn both_of(view: &View<'_>, framework: &Framework, team: usize, person: usize, over: f64) -> Both {
    let own = &view.people[person];
    let id = view.teams[team].team.id.as_str();
    let mut parts = [0.0; 3];
    for (holding, role) in own.holdings.iter().filter(|(h, _)| h.team.as_deref().is_none_or(|team| team == id)) {
        let Some(claim) = role.and_then(|role| framework.split_of(&role.id)) else { continue };
        parts.iter_mut().zip(claim.split.parts()).for_each(|(sum, part)| *sum += holding.share * part);
    }
    let expected = Split::of(parts[0], parts[1], parts[2]).ok();
    let reports = own.reports.len();
    let mut split_because = Vec::new();
    if reports > BOTH_UP_TO {
        split_because.push(SplitReason::Reports(reports));
    }
    if over > 0.0 {
        split_because.push(SplitReason::Overload(over));
    }
    let hybrid = expected.map_or(0.0, |split| split.people.min(split.building));
    if !split_because.is_empty() && hybrid >= HYBRID - 1e-9 {
        split_because.push(SplitReason::Hybrid(hybrid));
    }
    Both { person, expected, reports, over, split_because }
}

//! The roll-up of an organisation or a part of it: structure alone, which is not suppressed.

use rung_model::{
    framework::Framework,
    roster::{At, Basis, Opening, Roster},
};

use super::view::View;
use crate::own::{
    case::Case,
    map::{Map, State},
};

/// Roles that lead the system of a team, and those that lead its people; a tech lead manager does both.
pub const TECH_LEADS: [&str; 2] = ["tech_lead", "tlm"];
/// Roles that lead the people of a team.
pub const PEOPLE_LEADS: [&str; 3] = ["em", "tlm", "senior_em"];
/// From this many own people on a team is expected to have leads.
pub const LED_FROM: usize = 2;

/// How many reports a manager has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Place of the manager.
    pub manager: usize,
    /// Solid-line reports.
    pub reports: usize,
    /// Of them, those who manage somebody themselves.
    pub managers: usize,
}

/// Who leads a team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leads {
    /// Place of the team.
    pub team: usize,
    /// People who lead its system.
    pub tech: Vec<usize>,
    /// People who lead its people.
    pub people: Vec<usize>,
}

/// Something held for now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Place of the person.
    pub person: usize,
    /// Role or position as the roster writes it.
    pub position: String,
    /// Place of the team, where stated.
    pub team: Option<usize>,
    /// Acting or trial.
    pub basis: Basis,
}

/// The roll-up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rollup {
    /// People who are here.
    pub people: usize,
    /// Their parts of full time, added up.
    pub fte: f64,
    /// Of them on leave.
    pub away: usize,
    /// Teams.
    pub teams: usize,
    /// How many teams lie within one another at most.
    pub depth: usize,
    /// Levels from the top to those without reports; 1 where nobody manages anybody.
    pub layers: usize,
    /// People nobody manages who manage others.
    pub tops: Vec<usize>,
    /// People nobody manages who manage nobody.
    pub loose: Vec<usize>,
    /// People here who are in no team.
    pub teamless: Vec<usize>,
    /// Managers, in the roster's order.
    pub spans: Vec<Span>,
    /// Positions planned and open, by team.
    pub vacancies: Vec<(usize, String, Opening)>,
    /// Acting and trial holdings.
    pub standing: Vec<Standing>,
    /// People with a manager who stands in.
    pub interim: Vec<usize>,
    /// Teams of two people and more without a tech lead.
    pub without_tech: Vec<usize>,
    /// Teams of two people and more without an engineering manager.
    pub without_people: Vec<usize>,
    /// Teams with two or more of a kind.
    pub doubled: Vec<Leads>,
    /// Leads who do both in one team.
    pub both: Vec<(usize, usize)>,
    /// Teams with declared responsibilities: how many, unowned and contested.
    pub carried: Vec<Carried>,
}

/// A team's responsibilities in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Place of the team.
    pub team: usize,
    /// Responsibilities it has.
    pub duties: usize,
    /// Names of those nobody has declared.
    pub unowned: Vec<String>,
    /// Names of those two have declared that are not to be shared.
    pub contested: Vec<String>,
    /// Hours over declared capacities.
    pub overload: f64,
}

impl Rollup {
    /// The roll-up of the whole, or of a team and everything under it.
    pub fn of(view: &View<'_>, roster: &Roster, framework: &Framework, team: Option<usize>) -> Self {
        let teams = view.under(team);
        let mut inside = vec![team.is_none(); view.people.len()];
        for (at, _) in &teams {
            view.teams[*at].members.iter().for_each(|person| inside[*person] = true);
        }
        let people: Vec<usize> = (0..view.people.len()).filter(|p| inside[*p] && view.people[*p].here).collect();
        let mut rollup = Self {
            people: people.len(),
            fte: people.iter().map(|p| view.people[*p].fte).sum(),
            away: people.iter().filter(|p| view.people[**p].away).count(),
            teams: teams.len(),
            depth: teams.iter().map(|(_, depth)| depth + 1).max().unwrap_or(0),
            layers: layers(view, &people),
            ..Self::default()
        };
        for person in people {
            rollup.person(view, person);
        }
        for (at, _) in teams {
            rollup.team(view, at);
        }
        rollup.carried = carried(view, roster, framework, team);
        rollup
    }

    fn person(&mut self, view: &View<'_>, person: usize) {
        let own = &view.people[person];
        match (own.manager, own.reports.is_empty()) {
            (None, false) => self.tops.push(person),
            (None, true) => self.loose.push(person),
            (Some(_), _) => {}
        }
        if own.memberships.is_empty() {
            self.teamless.push(person);
        }
        if own.interim {
            self.interim.push(person);
        }
        if !own.reports.is_empty() {
            let managers = own.reports.iter().filter(|report| !view.people[**report].reports.is_empty()).count();
            self.spans.push(Span { manager: person, reports: own.reports.len(), managers });
        }
        for (holding, _) in own.holdings.iter().filter(|(h, _)| matches!(h.basis, Basis::Acting | Basis::Trial)) {
            self.standing.push(Standing {
                person,
                position: holding.position.clone(),
                team: holding.team.as_deref().and_then(|team| view.team(team)),
                basis: holding.basis,
            });
        }
    }

    fn team(&mut self, view: &View<'_>, at: usize) {
        let team = &view.teams[at];
        for vacancy in team.vacancies.iter().filter(|v| v.opening != Opening::Filled) {
            self.vacancies.push((at, vacancy.position.clone(), vacancy.opening));
        }
        if team.members.len() < LED_FROM {
            return;
        }
        let leads = leads(view, at);
        let led = team.children.is_empty();
        if leads.tech.is_empty() && led {
            self.without_tech.push(at);
        }
        if leads.people.is_empty() && led {
            self.without_people.push(at);
        }
        self.both.extend(leads.tech.iter().filter(|lead| leads.people.contains(lead)).map(|lead| (at, *lead)));
        if leads.tech.len() > 1 || leads.people.len() > 1 {
            self.doubled.push(leads);
        }
    }
}

/// Who leads a team: what its members hold in it, or for no team in particular.
pub fn leads(view: &View<'_>, at: usize) -> Leads {
    let id = view.teams[at].team.id.as_str();
    let holds = |person: &usize, roles: &[&str]| {
        view.people[*person].holdings.iter().any(|(holding, role)| {
            holding.team.as_deref().is_none_or(|team| team == id)
                && role.is_some_and(|role| {
                    roles.contains(&role.id.as_str())
                        || role.variant_of.as_deref().is_some_and(|of| roles.contains(&of))
                })
        })
    };
    let all = |roles: &[&str]| view.teams[at].members.iter().copied().filter(|person| holds(person, roles)).collect();
    Leads { team: at, tech: all(&TECH_LEADS), people: all(&PEOPLE_LEADS) }
}

/// Levels of the longest chain among these people.
fn layers(view: &View<'_>, people: &[usize]) -> usize {
    let mut level: Vec<usize> = vec![0; view.people.len()];
    for person in people {
        // Upward until somebody whose level is known; then down again.
        let mut way = Vec::new();
        let mut at = Some(*person);
        while let Some(own) = at.filter(|own| level[*own] == 0 && way.len() <= view.people.len()) {
            way.push(own);
            at = view.people[own].manager;
        }
        let mut above = at.map_or(0, |own| level[own]);
        for own in way.into_iter().rev() {
            above += 1;
            level[own] = above;
        }
    }
    let top = people.iter().map(|person| level[*person]).min().unwrap_or(0);
    people.iter().map(|person| level[*person]).max().map_or(0, |most| most + 1 - top)
}

fn carried(view: &View<'_>, roster: &Roster, framework: &Framework, team: Option<usize>) -> Vec<Carried> {
    let inside = |at: &usize| team.is_none_or(|team| view.under(Some(team)).iter().any(|(own, _)| own == at));
    let mut teams: Vec<usize> = roster.duties.iter().filter_map(|duty| view.team(&duty.team)).filter(inside).collect();
    teams.sort_unstable();
    teams.dedup();
    let one = |at: usize| {
        let case = Case::of(roster, framework, &view.teams[at].team.id, At { ..view.at });
        let map = Map::of(&case);
        let named = |state| {
            case.duties
                .iter()
                .zip(&map.states)
                .filter(|(_, own)| **own == state)
                .map(|(duty, _)| duty.name.clone())
                .collect()
        };
        Carried {
            team: at,
            duties: case.duties.len(),
            unowned: named(State::Unowned),
            contested: named(State::Contested),
            overload: map.overload(),
        }
    };
    teams.into_iter().map(one).filter(|own| own.duties > 0).collect()
}

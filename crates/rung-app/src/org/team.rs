//! One team: who is in it, who carries what, what its roles add up to, and a better split.

use rung_measure::{
    org::{mix::Mix, view::View},
    own::{
        case::Case,
        map::Map,
        propose::{Effort, Proposal, propose},
    },
};
use rung_model::roster::At;

use super::open::Opened;
use crate::error::AppError;

/// Most moves that may be asked for.
pub const MOST_MOVES: usize = 3;

/// A team's responsibilities on a day.
#[derive(Clone, Debug)]
pub struct TeamMap {
    /// Team id.
    pub team: String,
    /// Display name.
    pub name: String,
    /// When.
    pub at: At,
    /// The case.
    pub case: Case,
    /// Its map.
    pub map: Map,
}

/// A team's map.
///
/// # Errors
/// [`AppError::NoSuch`] where there is no such team, and where it has no responsibilities.
pub fn map(opened: &Opened, view: &View<'_>, called: &str) -> Result<TeamMap, AppError> {
    let at = opened.team(view, called)?;
    let team = view.teams[at].team;
    let case = Case::of(&opened.roster, &opened.framework, &team.id, view.at);
    if case.duties.is_empty() {
        return Err(AppError::NoDuties { team: team.id.clone() });
    }
    let map = Map::of(&case);
    Ok(TeamMap { team: team.id.clone(), name: team.name.clone(), at: view.at, case, map })
}

/// What a team's roles add up to.
pub fn mix(opened: &Opened, view: &View<'_>, at: usize) -> Mix {
    let case = Case::of(&opened.roster, &opened.framework, &view.teams[at].team.id, view.at);
    let loads = case.loads();
    let over = |person: usize| {
        let id = &view.people[person].person.id;
        let lead = case.leads.iter().position(|lead| lead.person == *id);
        lead.map_or(0.0, |lead| case.over(lead, loads[lead]))
    };
    Mix::of(view, &opened.framework, at, over)
}

/// The best splits for up to `most` moves; `departure` weighs hours away from each role's expected split.
pub fn split(map: &TeamMap, most: usize, departure: f64, effort: &Effort<'_>) -> Proposal {
    let case = Case { departure_weight: departure.max(0.0), ..map.case.clone() };
    propose(&case, most.min(MOST_MOVES), effort)
}

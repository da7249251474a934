//! `rung team split` as JSON.

use rung_measure::own::propose::{Assignment, Proposal, Step as Solved};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    VERSION,
    org::{Which, Who},
    team::{Lead, Map},
};
use crate::org::{Opened, team::TeamMap, words};

/// `rung team split`: suggestions, worked out from declared hours, wishes and eligibility alone. A named person decides.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung team split, version 1")]
pub struct Proposals {
    /// Version of this document.
    pub version: u32,
    /// Which team.
    pub team: Which,
    /// The day it starts from.
    pub on: String,
    /// Hours a week over declared capacities as it is.
    pub overload_now: f64,
    /// Hours each lead carries as it is, in the order of `leads`.
    pub loads_now: Vec<f64>,
    /// Leads.
    pub leads: Vec<Lead>,
    /// The best for each number of moves, 0 upward.
    pub steps: Vec<Step>,
    /// The fewest moves after which more moves take away no more overload.
    pub knee: usize,
    /// Names of responsibilities nobody on the team can carry.
    pub nobody: Vec<String>,
}

/// The best for a number of moves.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// Most moves.
    pub moves: usize,
    /// Hours a week over declared capacities that are left.
    pub overload: f64,
    /// 10 x overload + moves + misfit.
    pub cost: f64,
    /// What no plan can cost less than.
    pub bound: f64,
    /// True where no plan is better.
    pub exact: bool,
    /// True where there are more ties than are listed.
    pub more_ties: bool,
    /// Best plans by the loads they come to: ties stay ties.
    pub ties: Vec<Tie>,
}

/// Best plans that come to the same loads.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Tie {
    /// Hours each lead carries.
    pub loads: Vec<f64>,
    /// The plans.
    pub plans: Vec<Plan>,
}

/// A plan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Plan {
    /// What changes hands.
    pub moves: Vec<Move>,
    /// What finds its one owner without changing hands.
    pub settled: Vec<Move>,
    /// What gets worse, a sentence each.
    pub worse: Vec<String>,
}

/// A responsibility and who has it then.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Move {
    /// Its id.
    pub responsibility: String,
    /// Its name.
    pub name: String,
    /// Hours a week.
    pub hours: f64,
    /// Who has it now; nobody, or several.
    pub from: Vec<Who>,
    /// Who has it then.
    pub to: Who,
}

impl Proposals {
    /// The proposals for a team.
    pub fn of(opened: &Opened, own: &TeamMap, proposal: &Proposal) -> Self {
        let map = Map::of(opened, own);
        let case = &own.case;
        let step = |step: &Solved| Step {
            moves: step.allowed,
            overload: step.overload,
            cost: step.cost,
            bound: step.bound,
            exact: step.exact(),
            more_ties: step.more,
            ties: step
                .by_loads()
                .into_iter()
                .map(|plans| Tie {
                    loads: plans[0].loads.clone(),
                    plans: plans.into_iter().map(|p| plan(own, p)).collect(),
                })
                .collect(),
        };
        Self {
            version: VERSION,
            on: map.on,
            overload_now: map.overload,
            loads_now: case.loads(),
            team: map.team,
            leads: map.leads,
            steps: proposal.steps.iter().map(step).collect(),
            knee: proposal.knee,
            nobody: proposal.nobody.iter().map(|duty| case.duties[*duty].name.clone()).collect(),
        }
    }
}

fn plan(own: &TeamMap, plan: &Assignment) -> Plan {
    let case = &own.case;
    let who = |lead: &usize| Who { id: case.leads[*lead].person.clone(), name: case.leads[*lead].name.clone() };
    let given = |duty: usize, from: &[usize], to: usize| Move {
        responsibility: case.duties[duty].id.clone(),
        name: case.duties[duty].name.clone(),
        hours: case.duties[duty].hours,
        from: from.iter().map(who).collect(),
        to: who(&to),
    };
    Plan {
        moves: plan.moves.iter().map(|m| given(m.duty, &m.from, m.to)).collect(),
        settled: plan.settled.iter().map(|s| given(s.duty, &s.held, s.to)).collect(),
        worse: words::worse(case, plan),
    }
}

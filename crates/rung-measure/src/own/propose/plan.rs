//! An assignment in the words of the case: who has what, what moved, what was settled, and what gets worse.

use rung_model::roster::{Fit, Wish};

use super::{EQUAL, problem::Problem};
use crate::own::case::Case;

/// A responsibility that changes hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Place of the responsibility.
    pub duty: usize,
    /// Who had it, as places of leads.
    pub from: Vec<usize>,
    /// Who gets it.
    pub to: usize,
    /// True where it was pinned there before: decided already, and no move of the proposal.
    pub pinned: bool,
}

/// A responsibility that finds its one owner without changing hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Place of the responsibility.
    pub duty: usize,
    /// Who held it before: nobody, or several.
    pub held: Vec<usize>,
    /// Who answers for it.
    pub to: usize,
}

/// What a plan makes worse.
#[derive(Clone, Debug, PartialEq)]
pub enum Worse {
    /// A responsibility suits its new owner less than the old one.
    Fit {
        /// Place of the responsibility.
        duty: usize,
        /// How it suited the best of who had it.
        before: Fit,
        /// How it suits who gets it.
        after: Fit,
    },
    /// Somebody gets what they would rather not have.
    Wish {
        /// Place of the responsibility.
        duty: usize,
        /// Place of the lead.
        lead: usize,
    },
    /// Somebody is left with less than a tenth of their hours free, who had more.
    Full {
        /// Place of the lead.
        lead: usize,
        /// Hours free before.
        before: f64,
        /// Hours free after.
        after: f64,
    },
}

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    /// Who has each responsibility; `None` where nobody can.
    pub owners: Vec<Option<usize>>,
    /// Hours a week of each lead.
    pub loads: Vec<f64>,
    /// Hours over capacity.
    pub overload: f64,
    /// What changes hands.
    pub moves: Vec<Move>,
    /// What finds its owner without changing hands.
    pub settled: Vec<Settled>,
    /// What gets worse.
    pub worse: Vec<Worse>,
}

impl Assignment {
    pub(super) fn of(case: &Case, problem: &Problem<'_>, chosen: &[usize]) -> Self {
        let mut owners = vec![None; case.duties.len()];
        for (item, place) in problem.items.iter().zip(chosen) {
            owners[item.duty] = Some(item.choices[*place].lead);
        }
        let mut loads = vec![0.0; case.leads.len()];
        let (mut moves, mut settled) = (Vec::new(), Vec::new());
        for (at, (duty, owner)) in case.duties.iter().zip(&owners).enumerate() {
            let Some(to) = *owner else { continue };
            loads[to] += duty.hours;
            let held = duty.owners.clone();
            match held.as_slice() {
                [one] if *one == to => {}
                [] => settled.push(Settled { duty: at, held, to }),
                _ if held.contains(&to) => settled.push(Settled { duty: at, held, to }),
                _ => moves.push(Move { duty: at, from: held, to, pinned: duty.pinned.is_some() }),
            }
        }
        let mut plan = Self { overload: case.overload(&loads), owners, loads, moves, settled, worse: Vec::new() };
        plan.worse = worse(case, &plan);
        plan
    }
}

fn worse(case: &Case, plan: &Assignment) -> Vec<Worse> {
    let mut worse = Vec::new();
    let given = plan.moves.iter().map(|m| (m.duty, &m.from, m.to));
    for (at, from, to) in given.chain(plan.settled.iter().map(|s| (s.duty, &s.held, s.to))) {
        let duty = &case.duties[at];
        let before = from.iter().map(|lead| duty.fits[*lead]).min();
        if let Some(before) = before.filter(|before| *before < duty.fits[to]) {
            worse.push(Worse::Fit { duty: at, before, after: duty.fits[to] });
        }
        if duty.wishes[to] == Some(Wish::RatherNot) && !from.contains(&to) {
            worse.push(Worse::Wish { duty: at, lead: to });
        }
    }
    for (lead, (before, after)) in case.loads().into_iter().zip(&plan.loads).enumerate() {
        let Some(capacity) = case.leads[lead].capacity else { continue };
        let (before, after) = (capacity - before, capacity - after);
        let little = capacity / 10.0;
        if after < little - EQUAL && before >= little && after < before {
            worse.push(Worse::Full { lead, before, after });
        }
    }
    worse
}

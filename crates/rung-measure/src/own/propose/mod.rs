//! A better split: the least overload for each number of moves allowed, with every tie, the knee, and what gets worse.
//!
//! Minimises 10 x hours over capacity + 1 x moves + misfit (+ a settable weight on the departure from each role's
//! expected split), with one accountable owner for each responsibility, shared ones too, and at most so many moves
//! (LEAD, "Splitting responsibilities"). To give an unowned responsibility to somebody, or to settle a contested one on
//! somebody who holds it, is no move.
//!
//! | file | what it holds |
//! |---|---|
//! | `problem` | choices a responsibility, with what each costs |
//! | `bound` | multipliers whose value no plan can beat |
//! | `local` | a good plan to begin with |
//! | `search` | depth first, within a budget; what is left open gives the gap |
//! | `plan` | an assignment in the words of the case |

mod bound;
mod local;
mod plan;
mod problem;
mod search;

pub use plan::{Assignment, Move, Settled, Worse};

use super::case::Case;
use problem::Problem;

/// What an hour over capacity costs.
const OVERLOAD: f64 = 10.0;
/// What a move costs.
const MOVE: f64 = 1.0;
/// Costs closer than this are one.
const EQUAL: f64 = 1e-7;
/// Most ties that are kept.
const MOST_TIES: usize = 200;

/// How long to look.
#[derive(Clone, Copy)]
pub struct Effort<'e> {
    /// Choices looked at; bounds the work alike on every machine.
    pub choices: u64,
    /// Asked now and then; `false` ends the search. The clock is the caller's.
    pub go_on: &'e dyn Fn() -> bool,
}

impl Default for Effort<'_> {
    fn default() -> Self {
        Self { choices: 20_000_000, go_on: &|| true }
    }
}

/// The best that so many moves allow.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Most moves.
    pub allowed: usize,
    /// Every best plan found, in the order of the case; never empty.
    pub optima: Vec<Assignment>,
    /// True where there are more ties than are kept.
    pub more: bool,
    /// What the plans cost.
    pub cost: f64,
    /// What no plan can cost less than; equal to `cost` where the answer is exact.
    pub bound: f64,
    /// Hours over capacity that are left.
    pub overload: f64,
}

impl Step {
    /// True where no plan is better.
    pub fn exact(&self) -> bool {
        self.cost - self.bound <= EQUAL
    }

    /// How much better, at most, a plan not found could be.
    pub fn gap(&self) -> f64 {
        (self.cost - self.bound).max(0.0)
    }

    /// Distinct loads among the best plans, each with the plans that come to it.
    pub fn by_loads(&self) -> Vec<Vec<&Assignment>> {
        let mut groups: Vec<Vec<&Assignment>> = Vec::new();
        for plan in &self.optima {
            let same = |group: &&mut Vec<&Assignment>| {
                group[0].loads.iter().zip(&plan.loads).all(|(a, b)| (a - b).abs() <= EQUAL)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push(plan),
                None => groups.push(vec![plan]),
            }
        }
        groups
    }
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// A step a number of moves, 0 upward.
    pub steps: Vec<Step>,
    /// The fewest moves after which more moves take away no more overload.
    pub knee: usize,
    /// Responsibilities nobody on the team can carry, as places in the case.
    pub nobody: Vec<usize>,
}

/// The best splits for 0 to `most` moves.
pub fn propose(case: &Case, most: usize, effort: &Effort<'_>) -> Proposal {
    let problem = Problem::of(case);
    let steps: Vec<Step> = (0..=most).map(|allowed| step(case, &problem, allowed, effort)).collect();
    let least = steps.iter().map(|step| step.overload).fold(f64::INFINITY, f64::min);
    let knee = steps.iter().position(|step| step.overload <= least + EQUAL).unwrap_or(0);
    Proposal { steps, knee, nobody: problem.nobody }
}

fn step(case: &Case, problem: &Problem<'_>, allowed: usize, effort: &Effort<'_>) -> Step {
    let bound = bound::Bound::of(problem, allowed);
    let start = local::start(problem, allowed, &bound);
    let found = search::search(problem, allowed, &bound, start, effort);
    let optima: Vec<Assignment> = found.best.iter().map(|chosen| Assignment::of(case, problem, chosen)).collect();
    let overload = optima.iter().map(|plan| plan.overload).fold(f64::INFINITY, f64::min);
    Step { allowed, optima, more: found.more, cost: found.cost, bound: found.bound.min(found.cost), overload }
}

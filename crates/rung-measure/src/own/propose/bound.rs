//! Prices whose value no plan can beat.
//!
//! A price of 0 to 10 on each lead's hours turns the whole problem into one choice for each responsibility: an hour over
//! capacity costs 10, so that a lower price never overstates it. Whatever the prices, the cheapest choices - all but the
//! few moves allowed among those that stay, the moves being those that save most - less the price of what there is stay
//! under the cost of every plan (the Lagrangian dual of the assignment problem). The prices are found by steps along the
//! subgradient.

use super::{
    OVERLOAD,
    problem::{Choice, Item, Problem},
};

/// Steps of the search for prices.
const STEPS: usize = 400;

/// The bound at the best prices found.
#[derive(Debug)]
pub(super) struct Bound {
    /// What each choice of each item costs with its prices.
    pub(super) priced: Vec<Vec<f64>>,
    /// By item and moves left: the cheapest choices of all items from there on.
    rest: Vec<Vec<f64>>,
    /// The same of costs without prices.
    bare: Vec<Vec<f64>>,
    /// The price of what there is.
    pub(super) given: f64,
}

impl Bound {
    /// Finds prices for a problem with so many moves allowed.
    pub(super) fn of(problem: &Problem<'_>, allowed: usize) -> Self {
        let mut price = vec![0.0_f64; problem.capacity.len()];
        let mut best = (f64::NEG_INFINITY, price.clone());
        let (mut length, mut since) = (OVERLOAD / 2.0, 0);
        for _ in 0..STEPS {
            let (value, used) = cheapest(problem, &price, allowed);
            if value > best.0 + 1e-9 {
                best = (value, price.clone());
                since = 0;
            } else {
                since += 1;
                if since == 12 {
                    (length, since) = (length / 2.0, 0);
                    price.clone_from(&best.1);
                }
            }
            // A lead without a declared capacity never has too little: their price stays 0.
            let slope: Vec<f64> = used
                .iter()
                .zip(&problem.capacity)
                .map(|(used, own)| if own.is_finite() { used - own } else { 0.0 })
                .collect();
            let norm = slope.iter().map(|s| s * s).sum::<f64>().sqrt();
            if norm < 1e-9 {
                break;
            }
            for (price, slope) in price.iter_mut().zip(&slope) {
                *price = (*price + length * slope / norm).clamp(0.0, OVERLOAD);
            }
        }
        let price = best.1;
        let priced = |item: &Item| item.choices.iter().map(|choice| cost(item, choice, &price)).collect();
        Self {
            priced: problem.items.iter().map(priced).collect(),
            rest: rest(problem, allowed, |item, choice| cost(item, choice, &price)),
            bare: rest(problem, allowed, |_, choice| choice.cost),
            given: given(problem, &price),
        }
    }

    /// What the items from `item` on cost at least, with prices, where so many moves are left.
    pub(super) fn rest(&self, item: usize, left: usize) -> f64 {
        self.rest[item][left]
    }

    /// The same without prices.
    pub(super) fn bare(&self, item: usize, left: usize) -> f64 {
        self.bare[item][left]
    }

    /// What no plan can cost less than.
    pub(super) fn value(&self, allowed: usize) -> f64 {
        (self.rest(0, allowed) - self.given).max(self.bare(0, allowed))
    }
}

fn cost(item: &Item, choice: &Choice, price: &[f64]) -> f64 {
    choice.cost + price[choice.lead] * item.hours
}

fn given(problem: &Problem<'_>, price: &[f64]) -> f64 {
    price
        .iter()
        .zip(&problem.capacity)
        .filter(|(price, _)| **price > 0.0)
        .map(|(price, capacity)| price * capacity)
        .sum()
}

/// The cheapest choice that moves nothing, and the cheapest of all. Who holds a responsibility can always keep it.
fn least<'i>(item: &'i Item, cost: &impl Fn(&Item, &Choice) -> f64) -> Option<(&'i Choice, &'i Choice)> {
    let by_cost = |a: &&Choice, b: &&Choice| cost(item, a).total_cmp(&cost(item, b));
    let stays = item.choices.iter().filter(|choice| choice.moves == 0).min_by(by_cost)?;
    Some((stays, item.choices.iter().min_by(by_cost)?))
}

/// The value of prices, and the hours each lead is then given.
fn cheapest(problem: &Problem<'_>, price: &[f64], allowed: usize) -> (f64, Vec<f64>) {
    let own = |item: &Item, choice: &Choice| cost(item, choice, price);
    let (mut value, mut used) = (-given(problem, price), vec![0.0; problem.capacity.len()]);
    let mut saved: Vec<(f64, usize, usize, f64)> = Vec::new();
    for item in &problem.items {
        let Some((stays, any)) = least(item, &own) else { continue };
        value += own(item, stays);
        used[stays.lead] += item.hours;
        let saves = own(item, stays) - own(item, any);
        if any.moves > 0 && saves > 0.0 {
            saved.push((saves, stays.lead, any.lead, item.hours));
        }
    }
    saved.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (saves, from, to, hours) in saved.into_iter().take(allowed) {
        value -= saves;
        used[from] -= hours;
        used[to] += hours;
    }
    (value, used)
}

/// By item and moves left, what the items from there on cost at least.
fn rest(problem: &Problem<'_>, allowed: usize, cost: impl Fn(&Item, &Choice) -> f64) -> Vec<Vec<f64>> {
    let mut rest = vec![vec![0.0; allowed + 1]; problem.items.len() + 1];
    let (mut stay, mut saved): (f64, Vec<f64>) = (0.0, Vec::new());
    for (at, item) in problem.items.iter().enumerate().rev() {
        if let Some((stays, any)) = least(item, &cost) {
            stay += cost(item, stays);
            saved.push((cost(item, stays) - cost(item, any)).max(0.0));
            saved.sort_by(|a, b| b.total_cmp(a));
            saved.truncate(allowed);
        }
        let mut value = stay;
        for (left, own) in rest[at].iter_mut().enumerate() {
            if left > 0 {
                value -= saved.get(left - 1).copied().unwrap_or(0.0);
            }
            *own = value;
        }
    }
    rest
}

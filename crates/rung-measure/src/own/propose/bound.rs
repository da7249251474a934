//! Multipliers whose value no plan can beat.
//!
//! A price of 0 to 10 on each lead's hours, and a price of 0 or more on a move, turn the whole problem into one choice
//! for each responsibility: an hour over capacity costs 10, so that a lower price never overstates it, and moves not
//! used are worth nothing. Whatever the prices, the sum of the cheapest choices less the price of what there is stays
//! under the cost of every plan (the Lagrangian dual of the assignment problem; its best value is that of its linear
//! relaxation). The prices are found by steps along the subgradient.

use super::{OVERLOAD, problem::Problem};

/// Steps of the search for prices.
const STEPS: usize = 400;

/// The bound at the best prices found.
#[derive(Debug)]
pub(super) struct Bound {
    /// What each choice of each item costs with its prices.
    pub(super) priced: Vec<Vec<f64>>,
    /// The cheapest choices of all items from each on.
    pub(super) rest: Vec<f64>,
    /// The same of costs without prices.
    pub(super) rest_bare: Vec<f64>,
    /// The price of what there is: hours and moves.
    pub(super) given: f64,
}

impl Bound {
    /// Finds prices for a problem with so many moves allowed.
    pub(super) fn of(problem: &Problem<'_>, allowed: usize) -> Self {
        let leads = problem.capacity.len();
        let (mut price, mut toll) = (vec![0.0_f64; leads], 0.0_f64);
        let mut best: (f64, Vec<f64>, f64) = (f64::NEG_INFINITY, price.clone(), toll);
        let mut length = OVERLOAD / 4.0;
        let mut since = 0;
        for _ in 0..STEPS {
            let (mut value, mut used, mut moved) = (0.0, vec![0.0_f64; leads], 0_usize);
            for item in &problem.items {
                let cost = |choice: &super::problem::Choice| {
                    choice.cost + price[choice.lead] * item.hours + toll * choice.moves as f64
                };
                let least = item.choices.iter().min_by(|a, b| cost(a).total_cmp(&cost(b)));
                let Some(choice) = least else { continue };
                value += cost(choice);
                used[choice.lead] += item.hours;
                moved += choice.moves;
            }
            value -= given(problem, &price, toll, allowed);
            if value > best.0 + 1e-9 {
                best = (value, price.clone(), toll);
                since = 0;
            } else {
                since += 1;
                if since == 12 {
                    (length, since) = (length / 2.0, 0);
                    (price, toll) = (best.1.clone(), best.2);
                }
            }
            let slope: Vec<f64> = used.iter().zip(&problem.capacity).map(|(used, capacity)| finite(used - capacity)).collect();
            let toll_slope = moved as f64 - allowed as f64;
            let norm = (slope.iter().map(|s| s * s).sum::<f64>() + toll_slope * toll_slope).sqrt();
            if norm < 1e-9 {
                break;
            }
            for (price, slope) in price.iter_mut().zip(&slope) {
                *price = (*price + length * slope / norm).clamp(0.0, OVERLOAD);
            }
            toll = (toll + length * toll_slope / norm).max(0.0);
        }
        Self::at(problem, &best.1, best.2, allowed)
    }

    fn at(problem: &Problem<'_>, price: &[f64], toll: f64, allowed: usize) -> Self {
        let priced: Vec<Vec<f64>> = problem
            .items
            .iter()
            .map(|item| {
                let cost = |c: &super::problem::Choice| c.cost + price[c.lead] * item.hours + toll * c.moves as f64;
                item.choices.iter().map(cost).collect()
            })
            .collect();
        let least = |costs: &mut dyn Iterator<Item = f64>| costs.fold(f64::INFINITY, f64::min);
        let count = problem.items.len();
        let (mut rest, mut rest_bare) = (vec![0.0; count + 1], vec![0.0; count + 1]);
        for at in (0..count).rev() {
            rest[at] = rest[at + 1] + least(&mut priced[at].iter().copied());
            rest_bare[at] = rest_bare[at + 1] + least(&mut problem.items[at].choices.iter().map(|choice| choice.cost));
        }
        Self { given: given(problem, price, toll, allowed), priced, rest, rest_bare }
    }

    /// What no plan can cost less than.
    pub(super) fn value(&self) -> f64 {
        (self.rest[0] - self.given).max(self.rest_bare[0])
    }
}

fn given(problem: &Problem<'_>, price: &[f64], toll: f64, allowed: usize) -> f64 {
    let hours = price.iter().zip(&problem.capacity).map(|(price, capacity)| if *price > 0.0 { price * capacity } else { 0.0 });
    hours.sum::<f64>() + toll * allowed as f64
}

/// A lead without a declared capacity never has too little: their price stays 0.
fn finite(slope: f64) -> f64 {
    if slope.is_finite() { slope } else { 0.0 }
}

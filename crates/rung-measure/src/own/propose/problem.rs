//! Choices a responsibility, with what each costs.

use rung_model::{
    bucket::Bucket,
    roster::{Fit, Wish},
};

use super::{EQUAL, MOVE, OVERLOAD};
use crate::own::case::{Case, Duty};

/// Giving a responsibility to a lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Choice {
    /// To whom.
    pub(super) lead: usize,
    /// Misfit, and the move where it is one.
    pub(super) cost: f64,
    /// 1 where it counts among the moves allowed.
    pub(super) moves: usize,
}

/// One responsibility with its choices.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Its place in the case.
    pub(super) duty: usize,
    /// Hours a week.
    pub(super) hours: f64,
    /// Its choices, at least one; leads in their order.
    pub(super) choices: Vec<Choice>,
}

/// The whole problem.
#[derive(Debug)]
pub(super) struct Problem<'c> {
    pub(super) case: &'c Case,
    pub(super) items: Vec<Item>,
    /// Hours a lead has; infinite where none were declared.
    pub(super) capacity: Vec<f64>,
    /// Responsibilities without a choice.
    pub(super) nobody: Vec<usize>,
}

impl<'c> Problem<'c> {
    pub(super) fn of(case: &'c Case) -> Self {
        let (mut items, mut nobody) = (Vec::new(), Vec::new());
        for (at, duty) in case.duties.iter().enumerate() {
            let choices: Vec<Choice> = (0..case.leads.len()).filter_map(|lead| choice(case, duty, lead)).collect();
            if choices.is_empty() {
                nobody.push(at);
            } else {
                items.push(Item { duty: at, hours: duty.hours, choices });
            }
        }
        // Those that weigh most first: what is decided early then says most about the rest.
        items.sort_by(|a, b| {
            b.hours.total_cmp(&a.hours).then(a.choices.len().cmp(&b.choices.len())).then(a.duty.cmp(&b.duty))
        });
        let capacity = case.leads.iter().map(|lead| lead.capacity.unwrap_or(f64::INFINITY)).collect();
        Self { case, items, capacity, nobody }
    }

    /// Hours over capacity at these loads.
    pub(super) fn overload(&self, loads: &[f64]) -> f64 {
        loads.iter().zip(&self.capacity).map(|(load, capacity)| (load - capacity).max(0.0)).sum()
    }

    /// What a whole plan costs: `chosen` holds a place among the choices of each item.
    pub(super) fn cost(&self, chosen: &[usize]) -> f64 {
        let mut loads = vec![0.0; self.capacity.len()];
        let mut cost = 0.0;
        for (item, place) in self.items.iter().zip(chosen) {
            let choice = item.choices[*place];
            loads[choice.lead] += item.hours;
            cost += choice.cost;
        }
        cost + OVERLOAD * self.overload(&loads) + self.departure(chosen)
    }

    /// Weighted hours by which the plan departs from the expected splits: half the sum over buckets of |hours carried -
    /// expected share x hours carried|, of each lead whose role has a split.
    pub(super) fn departure(&self, chosen: &[usize]) -> f64 {
        let weight = self.case.departure_weight;
        if weight <= EQUAL {
            return 0.0;
        }
        let mut hours = vec![[0.0_f64; 3]; self.capacity.len()];
        for (item, place) in self.items.iter().zip(chosen) {
            let bucket = self.case.duties[item.duty].bucket;
            if let Some(at) = bucket.and_then(|bucket| Bucket::SPLIT.iter().position(|own| *own == bucket)) {
                hours[item.choices[*place].lead][at] += item.hours;
            }
        }
        let of_lead = |(lead, hours): (usize, &[f64; 3])| {
            let expected = self.case.leads[lead].expected?;
            let all: f64 = hours.iter().sum();
            let away = hours.iter().zip(expected.parts()).map(|(own, share)| (own - share * all).abs());
            Some(away.sum::<f64>() / 2.0)
        };
        weight * hours.iter().enumerate().filter_map(of_lead).sum::<f64>()
    }

    /// True where a plan may depart from splits at a cost.
    pub(super) fn weighs_departure(&self) -> bool {
        self.case.departure_weight > EQUAL
    }

    /// Moves of a plan that count.
    pub(super) fn moves(&self, chosen: &[usize]) -> usize {
        self.items.iter().zip(chosen).map(|(item, place)| item.choices[*place].moves).sum()
    }
}

/// What it costs to give a responsibility to a lead; `None` where it cannot be given.
fn choice(case: &Case, duty: &Duty, lead: usize) -> Option<Choice> {
    let holds = duty.owners.contains(&lead);
    if let Some(pinned) = duty.pinned {
        // A pin is decided already: it is no move of this proposal.
        return (pinned == lead).then_some(Choice { lead, cost: 0.0, moves: 0 });
    }
    let misfit = match duty.fits[lead] {
        Fit::Fits => 0.0,
        Fit::Shared => 1.0,
        Fit::Stretch => 2.0,
        // Who has it may keep it, though it should not be theirs.
        Fit::Never if holds => 3.0,
        Fit::Never => return None,
    };
    if case.leads[lead].capacity.is_none() && !holds {
        return None;
    }
    let wish = match duty.wishes[lead] {
        Some(Wish::Wants) => -0.5,
        Some(Wish::RatherNot) => 0.5,
        None => 0.0,
    };
    let moves = usize::from(!holds && !duty.owners.is_empty());
    Some(Choice { lead, cost: misfit + wish + MOVE * moves as f64, moves })
}

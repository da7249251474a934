//! Every plan there is, tried: what the optimiser is held against. Written from LEAD's words, apart from the optimiser.

use rung_measure::own::case::Case;
use rung_model::{
    bucket::Bucket,
    roster::{Fit, Wish},
};

/// The least cost within the moves allowed, and every plan that has it: an owner a responsibility.
pub(crate) fn brute(case: &Case, allowed: usize) -> Option<(f64, Vec<Vec<usize>>)> {
    let mut best: Option<(f64, Vec<Vec<usize>>)> = None;
    let mut plan = vec![0; case.duties.len()];
    loop {
        if let Some(cost) = cost(case, &plan, allowed) {
            match &mut best {
                Some((least, plans)) if (cost - *least).abs() < 1e-7 => plans.push(plan.clone()),
                Some((least, _)) if cost > *least => {}
                _ => best = Some((cost, vec![plan.clone()])),
            }
        }
        let mut at = plan.len();
        loop {
            if at == 0 {
                if let Some((_, plans)) = &mut best {
                    plans.sort();
                }
                return best;
            }
            at -= 1;
            plan[at] += 1;
            if plan[at] < case.leads.len() {
                break;
            }
            plan[at] = 0;
        }
    }
}

fn cost(case: &Case, plan: &[usize], allowed: usize) -> Option<f64> {
    let (mut misfit, mut moves, mut counted) = (0.0, 0, 0);
    let mut loads = vec![0.0; case.leads.len()];
    for (duty, owner) in case.duties.iter().zip(plan) {
        let keeps = duty.owners.contains(owner);
        loads[*owner] += duty.hours;
        if let Some(pinned) = duty.pinned {
            if pinned != *owner {
                return None;
            }
            continue;
        }
        misfit += match duty.fits[*owner] {
            Fit::Fits => 0.0,
            Fit::Shared => 1.0,
            Fit::Stretch => 2.0,
            Fit::Never if keeps => 3.0,
            Fit::Never => return None,
        };
        misfit += match duty.wishes[*owner] {
            Some(Wish::Wants) => -0.5,
            Some(Wish::RatherNot) => 0.5,
            None => 0.0,
        };
        if case.leads[*owner].capacity.is_none() && !keeps {
            return None;
        }
        if !keeps && !duty.owners.is_empty() {
            moves += 1;
            counted += 1;
        }
    }
    if counted > allowed {
        return None;
    }
    let mut over = 0.0;
    let mut departure = 0.0;
    for (at, lead) in case.leads.iter().enumerate() {
        over += lead.capacity.map_or(0.0, |capacity| f64::max(loads[at] - capacity, 0.0));
        let Some(expected) = lead.expected else { continue };
        let of = |bucket| -> f64 {
            let own = case.duties.iter().zip(plan).filter(|(d, owner)| **owner == at && d.bucket == Some(bucket));
            own.map(|(d, _)| d.hours).sum()
        };
        let all: f64 = Bucket::SPLIT.into_iter().map(of).sum();
        departure += Bucket::SPLIT.into_iter().map(|b| (of(b) - expected.share(b) * all).abs() / 2.0).sum::<f64>();
    }
    Some(10.0 * over + f64::from(moves) + misfit + case.departure_weight * departure)
}

//! A good plan to begin with: cheapest choices within the moves allowed, then single changes and swaps while they help.

use super::{EQUAL, bound::Bound, problem::Problem};

/// A plan that keeps to the moves allowed.
pub(super) fn start(problem: &Problem<'_>, allowed: usize, bound: &Bound) -> Vec<usize> {
    let stay = |at: usize| {
        let item = &problem.items[at];
        let priced = |place: &usize| bound.priced[at][*place];
        let places = || 0..item.choices.len();
        let still =
            places().filter(|place| item.choices[*place].moves == 0).min_by(|a, b| priced(a).total_cmp(&priced(b)));
        still.or_else(|| places().min_by(|a, b| priced(a).total_cmp(&priced(b)))).unwrap_or(0)
    };
    let mut chosen: Vec<usize> = (0..problem.items.len()).map(stay).collect();
    let mut cost = problem.cost(&chosen);
    while let Some((better, plan)) = step(problem, allowed, &mut chosen, cost) {
        (cost, chosen) = (better, plan);
    }
    chosen
}

/// The best plan one change or one swap away, where it is better.
fn step(problem: &Problem<'_>, allowed: usize, chosen: &mut [usize], cost: f64) -> Option<(f64, Vec<usize>)> {
    let mut best: Option<(f64, Vec<usize>)> = None;
    let mut look = |chosen: &[usize]| {
        if problem.moves(chosen) > allowed {
            return;
        }
        let own = problem.cost(chosen);
        if own < best.as_ref().map_or(cost, |(cost, _)| *cost) - EQUAL {
            best = Some((own, chosen.to_vec()));
        }
    };
    let count = problem.items.len();
    for at in 0..count {
        let before = chosen[at];
        for place in 0..problem.items[at].choices.len() {
            chosen[at] = place;
            look(chosen);
        }
        chosen[at] = before;
        for other in at + 1..count {
            let lead = |at: usize, place: usize| problem.items[at].choices[place].lead;
            let to = |at: usize, lead: usize| problem.items[at].choices.iter().position(|choice| choice.lead == lead);
            let (one, two) = (chosen[at], chosen[other]);
            let swapped = to(at, lead(other, two)).zip(to(other, lead(at, one)));
            let Some((a, b)) = swapped.filter(|_| lead(at, one) != lead(other, two)) else { continue };
            (chosen[at], chosen[other]) = (a, b);
            look(chosen);
            (chosen[at], chosen[other]) = (one, two);
        }
    }
    best
}

//! Depth first over the responsibilities, cheapest choice first, leaving out what cannot be as good as the best so far.

use super::{EQUAL, Effort, MOST_TIES, OVERLOAD, bound::Bound, problem::Problem};

/// What was found.
#[derive(Debug)]
pub(super) struct Found {
    /// The best plans, sorted.
    pub(super) best: Vec<Vec<usize>>,
    /// Their cost.
    pub(super) cost: f64,
    /// True where as many are kept as may be, and there may be more.
    pub(super) more: bool,
    /// What no plan can cost less than.
    pub(super) bound: f64,
}

/// Choices between two questions whether to go on.
const ASK_EVERY: u64 = 1 << 14;

struct Search<'s> {
    problem: &'s Problem<'s>,
    bound: &'s Bound,
    allowed: usize,
    effort: &'s Effort<'s>,
    /// Places of choices of each item, cheapest with its prices first.
    order: Vec<Vec<usize>>,
    loads: Vec<f64>,
    chosen: Vec<usize>,
    found: Found,
    looked_at: u64,
    stopped: bool,
}

/// Searches from a plan that keeps to the moves allowed.
pub(super) fn search(
    problem: &Problem<'_>,
    allowed: usize,
    bound: &Bound,
    start: Vec<usize>,
    effort: &Effort<'_>,
) -> Found {
    let order = bound.priced.iter().map(|costs| {
        let mut places: Vec<usize> = (0..costs.len()).collect();
        places.sort_by(|a, b| costs[*a].total_cmp(&costs[*b]).then(a.cmp(b)));
        places
    });
    let cost = problem.cost(&start);
    let mut search = Search {
        order: order.collect(),
        loads: vec![0.0; problem.capacity.len()],
        chosen: vec![0; problem.items.len()],
        found: Found { best: Vec::new(), cost, more: false, bound: f64::INFINITY },
        looked_at: 0,
        stopped: false,
        problem,
        bound,
        allowed,
        effort,
    };
    search.below(&At { item: 0, cost: 0.0, priced: 0.0, over: 0.0, moves: 0 });
    let mut found = search.found;
    if found.best.is_empty() {
        found.best.push(start);
    }
    found.best.sort();
    found.more = found.best.len() >= MOST_TIES;
    // Where nothing was left open, what was found is the bound; else the least that was left open.
    found.bound = found.bound.min(found.cost).max(bound.value(allowed).min(found.cost));
    found
}

/// Where the search stands.
struct At {
    /// The next item.
    item: usize,
    /// Cost of the choices so far.
    cost: f64,
    /// The same with prices.
    priced: f64,
    /// Hours over capacity so far.
    over: f64,
    /// Moves so far.
    moves: usize,
}

impl Search<'_> {
    /// What no plan from here can cost less than.
    fn least(&self, at: &At) -> f64 {
        let by_price = at.priced + self.bound.rest(at.item, self.allowed - at.moves) - self.bound.given;
        let by_load = at.cost + OVERLOAD * at.over + self.bound.bare(at.item, self.allowed - at.moves);
        by_price.max(by_load)
    }

    fn below(&mut self, at: &At) {
        if at.item == self.problem.items.len() {
            self.end(at);
            return;
        }
        for order in 0..self.order[at.item].len() {
            let place = self.order[at.item][order];
            let item = &self.problem.items[at.item];
            let choice = item.choices[place];
            let moves = at.moves + choice.moves;
            if moves > self.allowed {
                continue;
            }
            let capacity = self.problem.capacity[choice.lead];
            let (before, after) = (self.loads[choice.lead], self.loads[choice.lead] + item.hours);
            let next = At {
                item: at.item + 1,
                cost: at.cost + choice.cost,
                priced: at.priced + self.bound.priced[at.item][place],
                over: at.over + (after - capacity).max(0.0) - (before - capacity).max(0.0),
                moves,
            };
            let least = self.least(&next);
            if self.beaten(least) {
                continue;
            }
            if self.spent() {
                self.found.bound = self.found.bound.min(least);
                continue;
            }
            self.loads[choice.lead] = after;
            self.chosen[at.item] = place;
            self.below(&next);
            self.loads[choice.lead] = before;
        }
    }

    /// True where a branch with this bound can add nothing.
    fn beaten(&self, least: f64) -> bool {
        let full = self.found.best.len() >= MOST_TIES;
        if full { least > self.found.cost - EQUAL } else { least > self.found.cost + EQUAL }
    }

    fn spent(&mut self) -> bool {
        self.looked_at += 1;
        if self.looked_at >= self.effort.choices || self.looked_at.is_multiple_of(ASK_EVERY) && !(self.effort.go_on)() {
            self.stopped = true;
        }
        self.stopped
    }

    /// A whole plan.
    fn end(&mut self, at: &At) {
        let cost = if self.problem.weighs_departure() {
            self.problem.cost(&self.chosen)
        } else {
            at.cost + OVERLOAD * at.over
        };
        if cost < self.found.cost - EQUAL {
            self.found.best.clear();
            self.found.cost = cost;
        } else if cost > self.found.cost + EQUAL {
            return;
        }
        if self.found.best.len() < MOST_TIES {
            self.found.best.push(self.chosen.clone());
        }
    }
}

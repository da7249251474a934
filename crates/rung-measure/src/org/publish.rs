//! Which teams' figures may be shown, so that nobody is found: neither alone, nor by taking one figure from another.
//!
//! People are kept in cells: those who are in the same published sums. Whatever can be worked out from published sums is
//! made of whole cells, since nothing tells people of a cell apart. So a team's figure is published only where no cell
//! it leaves behind has fewer than k people (PRIVACY P3, P4) or one person with more than half of a quantity (P5). Teams
//! are tried from the largest down: where one fails, the nearest above that was published is shown in its place.

/// When a figure may be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// Least people behind a figure: 5, or more. Never below 4.
    least: usize,
}

/// Most of a quantity one person may make of a published cell.
const MOST_OF_ONE: f64 = 0.5;
/// Least people, where nobody sets it.
pub const USUAL_LEAST: usize = 5;
/// Least people that may be set.
pub const LEAST_LEAST: usize = 4;

impl Default for Policy {
    fn default() -> Self {
        Self { least: USUAL_LEAST }
    }
}

impl Policy {
    /// A policy with another least; `None` below what may be set.
    pub fn with_least(least: usize) -> Option<Self> {
        (least >= LEAST_LEAST).then_some(Self { least })
    }

    /// Least people behind a figure.
    pub const fn least(self) -> usize {
        self.least
    }
}

/// A team as the publishing sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// The team above: its place.
    pub parent: Option<usize>,
    /// People whose home it is and whose figures count: places among the quantities. Nobody has two homes.
    pub people: Vec<usize>,
}

/// What may be shown for a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Its own figure.
    Own,
    /// That of a team above: its place.
    Above(usize),
    /// Nothing.
    Withheld,
}

/// What may be shown for each team. `quantities` holds, for each person, what is summed: minutes by bucket.
pub fn publish<const N: usize>(nodes: &[Node], quantities: &[[f64; N]], policy: Policy) -> Vec<Shown> {
    let sets = under(nodes);
    let mut order: Vec<usize> = (0..nodes.len()).filter(|at| sets[*at].len() >= policy.least).collect();
    order.sort_by(|a, b| sets[*b].len().cmp(&sets[*a].len()).then(a.cmp(b)));
    // Cell of each person; 0 = in no published sum.
    let mut cells = vec![0_usize; quantities.len()];
    let mut count = 1;
    let mut published = vec![false; nodes.len()];
    for at in order {
        if let Some(split) = refine(&cells, &sets[at], count, quantities, policy) {
            (cells, count) = split;
            published[at] = true;
        }
    }
    (0..nodes.len())
        .map(|own| {
            let mut at = Some(own);
            while let Some(place) = at.filter(|place| !published[*place]) {
                at = nodes[place].parent;
            }
            match at {
                Some(place) if place == own => Shown::Own,
                Some(place) => Shown::Above(place),
                None => Shown::Withheld,
            }
        })
        .collect()
}

/// People of each team and of all under it, sorted.
pub fn under(nodes: &[Node]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for node in 0..nodes.len() {
        let mut at = Some(node);
        let mut steps = 0;
        while let Some(place) = at.filter(|_| steps <= nodes.len()) {
            sets[place].extend(&nodes[node].people);
            at = nodes[place].parent;
            steps += 1;
        }
    }
    sets.iter_mut().for_each(|set| set.sort_unstable());
    sets
}

/// The cells after `set` is published too; `None` where one of them would give somebody away.
fn refine<const N: usize>(
    cells: &[usize],
    set: &[usize],
    count: usize,
    quantities: &[[f64; N]],
    policy: Policy,
) -> Option<(Vec<usize>, usize)> {
    let mut inside = vec![false; cells.len()];
    set.iter().for_each(|person| inside[*person] = true);
    let mut refined = cells.to_vec();
    let mut names: Vec<Option<usize>> = vec![None; count];
    let mut next = count;
    for person in set {
        let name = *names[cells[*person]].get_or_insert_with(|| {
            next += 1;
            next - 1
        });
        refined[*person] = name;
    }
    for (old, new) in names.iter().enumerate() {
        let Some(new) = new else { continue };
        // Those left in no published sum are in none: nothing is known of them.
        let left_alone =
            old == 0 || sound(refined.iter().enumerate().filter(|(_, c)| **c == old), quantities, policy, true);
        let taken = sound(refined.iter().enumerate().filter(|(_, c)| *c == new), quantities, policy, false);
        if !left_alone || !taken {
            return None;
        }
    }
    Some((refined, next))
}

/// True where the cell has enough people and nobody makes most of a quantity; an empty cell is sound where it may be.
fn sound<'c, const N: usize>(
    cell: impl Iterator<Item = (usize, &'c usize)>,
    quantities: &[[f64; N]],
    policy: Policy,
    may_be_empty: bool,
) -> bool {
    let (mut people, mut sum, mut most) = (0, [0.0; N], [0.0_f64; N]);
    for (person, _) in cell {
        people += 1;
        for (at, quantity) in quantities[person].iter().enumerate() {
            sum[at] += quantity;
            most[at] = most[at].max(*quantity);
        }
    }
    if people == 0 {
        return may_be_empty;
    }
    people >= policy.least && sum.iter().zip(most).all(|(sum, most)| most <= sum * MOST_OF_ONE + 1e-9)
}

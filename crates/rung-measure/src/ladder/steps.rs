//! The fewest single milestones from a profile to a number of points.

use std::collections::BTreeMap;

use rung_model::framework::Framework;

use super::points::{Profile, points, worth_by_level};

/// Rounding that is no missing point.
const ROUNDING: f64 = 1e-9;

/// One dimension raised by one or more milestones.
#[derive(Clone, Debug, PartialEq)]
pub struct Raise {
    /// Dimension id.
    pub dimension: String,
    /// The level it stands at.
    pub from: u32,
    /// The level it is raised to.
    pub to: u32,
    /// Points that gains.
    pub points: f64,
}

/// A shortest way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// How many single milestones it takes.
    pub steps: usize,
    /// Which dimensions are raised, in the order of the framework.
    pub raises: Vec<Raise>,
    /// Points at its end.
    pub points: f64,
}

/// The fewest milestones up, one level of one dimension each, that bring a profile to at least `target` points; of the
/// ways that are as short, one with the most points. `None` where no way leads there.
///
/// Exact, by dynamic programming over the dimensions: `best[k]` is the most that k steps can gain with those seen so far.
/// The limit on k doubles until it is enough.
pub fn fewest_steps(framework: &Framework, profile: &Profile, target: f64) -> Option<Steps> {
    let start = points(framework, profile, None).points;
    let missing = target - start;
    if missing <= ROUNDING {
        return Some(Steps { points: start, ..Steps::default() });
    }
    let gains: Vec<Gains<'_>> = gains(framework, profile);
    let most: usize = gains.iter().map(|of| of.by_step.len() - 1).sum();
    let mut limit = 1;
    loop {
        limit = limit.min(most);
        let (best, choices) = solve(&gains, limit);
        if let Some(steps) = best.iter().position(|gain| *gain >= missing - ROUNDING) {
            return Some(trace(&gains, &choices, steps, start));
        }
        if limit >= most {
            return None;
        }
        limit *= 2;
    }
}

/// What raising one dimension by 0, 1, 2, ... milestones gains.
struct Gains<'f> {
    dimension: &'f str,
    from: u32,
    by_step: Vec<f64>,
}

fn gains<'f>(framework: &'f Framework, profile: &Profile) -> Vec<Gains<'f>> {
    let by_scale: BTreeMap<&str, Option<Vec<f64>>> =
        framework.scales.iter().rev().map(|scale| (scale.id.as_str(), worth_by_level(scale))).collect();
    let of = |dimension: &'f rung_model::framework::Dimension| {
        let worth = by_scale.get(dimension.scale.as_deref()?)?.as_ref()?;
        let from = profile.get(&dimension.id).copied().unwrap_or(0);
        let ahead = worth.get(usize::try_from(from).ok()?..)?;
        let here = *ahead.first()?;
        Some(Gains { dimension: &dimension.id, from, by_step: ahead.iter().map(|worth| worth - here).collect() })
    };
    framework.dimensions.iter().filter_map(of).collect()
}

/// The most gain by number of steps, and how many steps of each dimension that takes.
fn solve(gains: &[Gains<'_>], limit: usize) -> (Vec<f64>, Vec<Vec<usize>>) {
    let mut best = vec![f64::NEG_INFINITY; limit + 1];
    if let Some(none) = best.first_mut() {
        *none = 0.0;
    }
    let mut choices = Vec::new();
    for of in gains {
        let mut next = best.clone();
        let mut choice = vec![0; limit + 1];
        for (steps, gain) in of.by_step.iter().enumerate().skip(1) {
            let ahead = next.iter_mut().zip(&mut choice).skip(steps);
            for ((cell, chosen), before) in ahead.zip(&best) {
                if before + gain > *cell {
                    (*cell, *chosen) = (before + gain, steps);
                }
            }
        }
        best = next;
        choices.push(choice);
    }
    (best, choices)
}

fn trace(gains: &[Gains<'_>], choices: &[Vec<usize>], steps: usize, start: f64) -> Steps {
    let mut way = Steps { steps, raises: Vec::new(), points: start };
    let mut left = steps;
    for (of, choice) in gains.iter().zip(choices).rev() {
        let taken = choice.get(left).copied().unwrap_or(0);
        left = left.saturating_sub(taken);
        if taken > 0 {
            let points = of.by_step.get(taken).copied().unwrap_or(0.0);
            way.points += points;
            let to = of.from.saturating_add(u32::try_from(taken).unwrap_or(u32::MAX));
            way.raises.push(Raise { dimension: of.dimension.to_owned(), from: of.from, to, points });
        }
    }
    way.raises.reverse();
    way
}

//! Lints of numbers that must add up: the parts of a split, and weights in percent.

use super::Whole;
use crate::{
    bucket::Bucket,
    framework::{Part, SplitClaim, Table},
    problem::{Problem, Severity},
};

/// How far a sum may be off, for figures that were rounded.
const ROUNDING: f64 = 0.005;

fn split_problem(whole: &Whole<'_>, n: usize, check: &'static str, what: String, mend: &str) -> Problem {
    let role = whole.framework.splits.get(n).map_or("", |claim| claim.role.as_str());
    let severity = if check == "split-not-one" && whole.framework.from.origin.is_none() {
        Severity::Error
    } else {
        Severity::Warning
    };
    whole.problem((Table::Split, n), severity, check, format!("split `{role}`"), what, mend)
}

fn claims<'a>(whole: &Whole<'a>) -> impl Iterator<Item = (usize, &'a SplitClaim)> {
    whole.framework.splits.iter().enumerate()
}

/// The sum of the parts that make a split; `other` counts where it is stated beside them.
fn sum(claim: &SplitClaim, of: impl Fn(&Part) -> f64) -> f64 {
    claim.parts.values().map(of).sum()
}

fn all_exact(claim: &SplitClaim) -> bool {
    claim.parts.values().all(Part::is_exact)
}

/// Where every part is one number, they add up to one.
pub(super) fn exact_parts_add_up(whole: &Whole<'_>) -> Vec<Problem> {
    let exact = claims(whole).filter(|(_, claim)| !claim.parts.is_empty() && all_exact(claim));
    let sums = exact.map(|(n, claim)| {
        let all = sum(claim, Part::point);
        let split: f64 = Bucket::SPLIT.iter().filter_map(|bucket| claim.parts.get(bucket)).map(Part::point).sum();
        (n, all, split)
    });
    let off = |sum: f64| sum.is_nan() || (sum - 1.0).abs() > ROUNDING + f64::EPSILON;
    sums.filter(|(_, all, split)| off(*all) && off(*split))
        .map(|(n, all, _)| {
            let what = format!("the shares add up to {all:.3}, not to 1");
            split_problem(whole, n, "split-not-one", what, "make strategy, people and building add up to 1")
        })
        .collect()
}

/// The least shares leave room for one another.
pub(super) fn minima_fit(whole: &Whole<'_>) -> Vec<Problem> {
    let ranged = claims(whole).filter(|(_, claim)| !all_exact(claim));
    let over = ranged.map(|(n, claim)| (n, sum(claim, Part::least))).filter(|(_, sum)| *sum > 1.0 + ROUNDING);
    over.map(|(n, sum)| {
        let what = format!("the least shares add up to {sum:.3}, more than 1");
        split_problem(whole, n, "split-minima", what, "lower a `min` until they add up to 1 or less")
    })
    .collect()
}

/// The most shares fill a week together.
pub(super) fn maxima_fill(whole: &Whole<'_>) -> Vec<Problem> {
    let every = |claim: &SplitClaim| Bucket::SPLIT.iter().all(|bucket| claim.parts.contains_key(bucket));
    let ranged = claims(whole).filter(|(_, claim)| !all_exact(claim) && every(claim));
    let under = ranged.map(|(n, claim)| (n, sum(claim, Part::most))).filter(|(_, sum)| *sum < 1.0 - ROUNDING);
    under
        .map(|(n, sum)| {
            let what = format!("the most shares add up to {sum:.3}, less than 1");
            split_problem(whole, n, "split-maxima", what, "raise a `max` until they add up to 1 or more")
        })
        .collect()
}

/// Weights add up to 100 percent.
pub(super) fn weights_add_up(whole: &Whole<'_>) -> Vec<Problem> {
    let weights = whole.framework.weights.iter().enumerate().filter(|(_, weights)| !weights.percent.is_empty());
    let sums = weights.map(|(n, weights)| (n, weights, weights.percent.values().sum::<f64>()));
    sums.filter(|(_, _, sum)| sum.is_nan() || (sum - 100.0).abs() > 100.0 * ROUNDING)
        .map(|(n, weights, sum)| {
            let (at, item) = ((Table::Weights, n), format!("weights `{}`", weights.id));
            let what = format!("the weights add up to {sum:.1} percent, not to 100");
            let mend = "make them add up to 100, or take out dimensions that do not count";
            whole.problem(at, Severity::Warning, "weights-not-100", item, what, mend)
        })
        .collect()
}

//! Two roles side by side. Four overlaps, never merged into one number.

use std::collections::BTreeMap;

use rung_model::{
    bucket::Bucket,
    framework::{Framework, SplitClaim},
};

use super::{
    duties::{DutyCounts, DutyOverlap, counts_by_source, duty_overlap},
    hands_on::{HandsOnOverlap, hands_on_overlap},
    skills::{SkillOverlap, skill_overlap},
};
use crate::distance;

/// The expected share of one bucket in both roles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SplitDifference {
    /// Which bucket.
    pub bucket: Bucket,
    /// Share in the first role, 0-1.
    pub a: f64,
    /// Share in the second.
    pub b: f64,
}

impl SplitDifference {
    /// What the second has more than the first, -1 to 1.
    pub fn change(&self) -> f64 {
        self.b - self.a
    }
}

/// What two roles have in common and what they do not. Going from `a` to `b`, one stops what only `a`
/// does (`duties.only_a`) and starts what only `b` does (`duties.only_b`).
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Id of the first role.
    pub a: String,
    /// Id of the second role.
    pub b: String,
    /// Share of the week that would be the same, 0-1: sum of the smaller shares. `None` without a split.
    pub time: Option<f64>,
    /// The split claims compared, where both have one.
    pub splits: Option<(SplitClaim, SplitClaim)>,
    /// Shares by bucket, in [`Bucket::SPLIT`] order; empty without a split.
    pub by_bucket: Vec<SplitDifference>,
    /// Duties of the merged catalogue.
    pub duties: DutyOverlap,
    /// Published statements by key of their source, unmerged.
    pub duties_by_source: BTreeMap<String, DutyCounts>,
    /// Hands-on ranges.
    pub hands_on: HandsOnOverlap,
    /// Skills.
    pub skills: SkillOverlap,
}

/// Compares two roles of `framework`, by id. An id the framework does not know has nothing, and shares
/// nothing.
pub fn compare(framework: &Framework, a: &str, b: &str) -> Comparison {
    let splits = framework.split_of(a).cloned().zip(framework.split_of(b).cloned());
    let by_bucket = splits.as_ref().map_or_else(Vec::new, |(of_a, of_b)| {
        let line = |bucket| SplitDifference { bucket, a: of_a.split.share(bucket), b: of_b.split.share(bucket) };
        Bucket::SPLIT.into_iter().map(line).collect()
    });
    Comparison {
        a: a.to_owned(),
        b: b.to_owned(),
        time: splits.as_ref().map(|(of_a, of_b)| distance::overlap(&of_a.split, &of_b.split)),
        splits,
        by_bucket,
        duties: duty_overlap(framework, a, b),
        duties_by_source: counts_by_source(framework, a, b),
        hands_on: hands_on_overlap(framework, a, b),
        skills: skill_overlap(framework, a, b),
    }
}

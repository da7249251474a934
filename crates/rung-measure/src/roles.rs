//! Roles beside each other: what two share, what one stops doing, and the ways from one to another.

mod compare;
mod disagreements;
mod duties;
mod hands_on;
mod matrix;
mod paths;
mod skills;

pub use compare::{Comparison, SplitDifference, compare};
pub use disagreements::{Disagreement, bucket_disagreements};
pub use duties::{DutyCounts, DutyOverlap, counts_by_source, duty_overlap};
pub use hands_on::{HandsOnOverlap, hands_on_overlap};
pub use matrix::{OverlapMatrix, overlap_matrix};
pub use paths::{MOST_PATHS, Path, paths};
pub use skills::{SkillLine, SkillOverlap, skill_overlap};

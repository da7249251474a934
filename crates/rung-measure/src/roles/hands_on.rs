//! Hands-on ranges of two roles and where they meet.

use rung_model::framework::{Framework, HandsOn};

/// Hands-on ranges, shares 0-1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandsOnOverlap {
    /// Of the first role.
    pub a: Option<HandsOn>,
    /// Of the second role.
    pub b: Option<HandsOn>,
    /// Least and most share that lies in both ranges; equal where they touch at one point, `None` where
    /// they do not meet or one is unknown.
    pub common: Option<(f64, f64)>,
}

/// The hands-on ranges two roles are read against.
pub fn hands_on_overlap(framework: &Framework, a: &str, b: &str) -> HandsOnOverlap {
    let (a, b) = (framework.hands_on_of(a).cloned(), framework.hands_on_of(b).cloned());
    let common = a.as_ref().zip(b.as_ref()).and_then(|(a, b)| {
        let (low, high) = (a.min.max(b.min), a.max.min(b.max));
        (low <= high).then_some((low, high))
    });
    HandsOnOverlap { a, b, common }
}

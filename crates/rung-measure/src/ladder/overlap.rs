//! The four overlaps of two positions or roles, side by side and never merged into one number.

use rung_model::framework::{Framework, HandsOn, SplitClaim};

use super::{
    levels::{LevelDistance, level_distance, levels_of},
    standing::{NoSuchStanding, standing},
};
use crate::{distance, roles};

/// Levels, time, duties and hands-on work. A number nobody can know is `None`, never 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlaps {
    /// Required levels over the dimensions both define; [`LevelDistance::ruzicka`] is the overlap.
    pub levels: LevelDistance,
    /// Share of the week in common, 0-1: sum of the smaller shares.
    pub time: Option<f64>,
    /// Duties in common, 0-1: shared over all (Jaccard).
    pub duties: Option<f64>,
    /// The least and the most share of hands-on work that lies in both ranges.
    pub hands_on: Option<(f64, f64)>,
}

impl Overlaps {
    /// Width of the common hands-on range, 0-1; 0 where the ranges touch at one point.
    pub fn hands_on_width(&self) -> Option<f64> {
        self.hands_on.map(|(low, high)| high - low)
    }
}

/// The four overlaps of two positions or roles. Claims about a position stand before those about its whole role.
///
/// # Errors
/// [`NoSuchStanding`] where the framework has no such position or role.
pub fn overlap(framework: &Framework, a: &str, b: &str) -> Result<Overlaps, NoSuchStanding> {
    let (a, b) = (standing(framework, a)?, standing(framework, b)?);
    let levels = |position: Option<&str>| position.map(|id| levels_of(framework, id)).unwrap_or_default();
    let splits = split_for(framework, a.role(), a.position_id()).zip(split_for(framework, b.role(), b.position_id()));
    let ranges =
        hands_on_for(framework, a.role(), a.position_id()).zip(hands_on_for(framework, b.role(), b.position_id()));
    Ok(Overlaps {
        levels: level_distance(&levels(a.position_id()), &levels(b.position_id())),
        time: splits.map(|(a, b)| distance::overlap(&a.split, &b.split)),
        duties: roles::duty_overlap(framework, a.role(), b.role()).counts().jaccard(),
        hands_on: ranges.and_then(|(a, b)| {
            let (low, high) = (a.min.max(b.min), a.max.min(b.max));
            (low <= high).then_some((low, high))
        }),
    })
}

/// The split a position is read against: its own first claim, else that of its role.
fn split_for<'f>(framework: &'f Framework, role: &str, position: Option<&str>) -> Option<&'f SplitClaim> {
    let own = position.and_then(|id| framework.splits.iter().find(|claim| claim.position.as_deref() == Some(id)));
    own.or_else(|| framework.split_of(role))
}

/// The hands-on range of a position: its own first claim, else that of its role.
fn hands_on_for<'f>(framework: &'f Framework, role: &str, position: Option<&str>) -> Option<&'f HandsOn> {
    let own = position.and_then(|id| framework.hands_on.iter().find(|claim| claim.position.as_deref() == Some(id)));
    own.or_else(|| framework.hands_on_of(role))
}

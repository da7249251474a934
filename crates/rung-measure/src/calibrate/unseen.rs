//! What time without a trace is spent on, learned from days logged whole.

use std::collections::BTreeMap;

use rung_model::{activity::Activity, kind::ActivityMap};

use super::{
    LEAST_DAYS,
    days::{activity_of, whole_days},
};
use crate::{layout::Settings, recognition::Item};

/// A split of unseen time, and the days it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned {
    /// Shares of strategy, people and building in the time no source saw.
    pub split: [f64; 3],
    /// Whole days it was learned from.
    pub days: usize,
}

/// The minutes that logs of whole days have beyond what the sources show of the same days, split over the three
/// buckets. `None` with fewer than [`LEAST_DAYS`] days, or where the sources show all of it.
///
/// `settings` carries the priors in force, so that what calibration already mends is not counted twice.
pub fn learned(items: &[Item<'_>], settings: &Settings<'_>, map: &ActivityMap) -> Option<Learned> {
    let days = whole_days(items, settings);
    if days.len() < LEAST_DAYS {
        return None;
    }
    let mut beyond: BTreeMap<Activity, f64> = BTreeMap::new();
    for day in &days {
        for (activity, minutes) in &day.logged {
            *beyond.entry(*activity).or_default() += minutes;
        }
        for booking in day.infer(settings, settings.priors) {
            if let Some(activity) = activity_of(booking.kind) {
                *beyond.entry(activity).or_default() -= booking.minutes().point;
            }
        }
    }
    let mut split = [0.0; 3];
    for (activity, minutes) in beyond {
        let weights = map.weights(activity);
        for (part, weight) in split.iter_mut().zip(weights) {
            *part += weight * minutes;
        }
    }
    let split = split.map(|minutes: f64| minutes.max(0.0));
    let whole: f64 = split.iter().sum();
    (whole > 0.0).then(|| Learned { split: split.map(|minutes| minutes / whole), days: days.len() })
}

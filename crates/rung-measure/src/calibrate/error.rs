//! What a calibration is worth: every whole day estimated from the others, one by one.
//!
//! Estimates are reckoned once for a ladder of factors, then read between its steps, so that leaving a day
//! out costs nothing more.

use std::collections::BTreeSet;

use rung_model::{
    activity::Activity,
    prior::{CalibrationError, InstantKind, Prior},
};

use super::{
    FACTORS, LEAST_DAYS, SHRINK_DAYS,
    days::{WholeDay, activity_of},
    scaled, wanted,
};
use crate::layout::{Booking, Settings};

/// Steps of the ladder of factors, equally far on a log scale.
const STEPS: usize = 17;

/// One day and one kind of instant: what the log says, and what inference says at each factor.
struct Seen {
    wanted: f64,
    estimates: [f64; STEPS],
}

/// The error of days left out one by one; `None` with too few days, or none with instants on them.
pub(super) fn left_out(days: &[WholeDay<'_>], settings: &Settings<'_>) -> Option<CalibrationError> {
    if days.len() <= LEAST_DAYS {
        return None;
    }
    let mut sums = [[0.0; 2]; 3];
    let mut left_out = BTreeSet::new();
    for kind in InstantKind::ALL {
        let seen = seen(kind, days, settings);
        if seen.len() <= LEAST_DAYS {
            continue;
        }
        for (at, (day, own)) in seen.iter().enumerate() {
            let others: Vec<&Seen> =
                seen.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, (_, one))| one).collect();
            let factor = factor(&others);
            left_out.insert(*day);
            let [logged, assumed, calibrated] = &mut sums;
            logged[0] += own.wanted;
            let (plain, better) = (at_factor(own, 1.0), at_factor(own, factor));
            assumed[0] += (plain - own.wanted).abs();
            assumed[1] += plain - own.wanted;
            calibrated[0] += (better - own.wanted).abs();
            calibrated[1] += better - own.wanted;
        }
    }
    let [[logged, _], assumed, calibrated] = sums;
    (logged > 0.0).then(|| CalibrationError {
        days: left_out.len(),
        assumed: assumed[0] / logged,
        calibrated: calibrated[0] / logged,
        assumed_sum: assumed[1] / logged,
        calibrated_sum: calibrated[1] / logged,
    })
}

/// All days by their place, where a kind of instant takes time on enough of them.
fn seen(kind: InstantKind, days: &[WholeDay<'_>], settings: &Settings<'_>) -> Vec<(usize, Seen)> {
    let inferred = |booking: &&Booking| booking.prior == Some(kind) && booking.minutes().high > 0.0;
    let base: Vec<Vec<Booking>> = days.iter().map(|day| day.infer(settings, settings.priors)).collect();
    let with: Vec<usize> = (0..days.len()).filter(|day| base[*day].iter().any(|b| inferred(&b))).collect();
    if with.len() <= LEAST_DAYS {
        return Vec::new();
    }
    let activities: BTreeSet<Activity> = base
        .iter()
        .flat_map(|bookings| bookings.iter().filter(inferred))
        .filter_map(|booking| activity_of(booking.kind))
        .collect();
    let prior: Prior = settings.priors.get(kind);
    let estimate = |day: usize, step: usize| -> f64 {
        let mut priors = settings.priors.clone();
        priors.set(kind, scaled(prior, factor_at(step)));
        let booked = days[day].infer(settings, &priors);
        booked.iter().filter(inferred).map(|booking| booking.minutes().point).sum()
    };
    (0..days.len())
        .map(|day| {
            let estimates = std::array::from_fn(|step| estimate(day, step));
            (day, Seen { wanted: wanted(&days[day], &base[day], &activities), estimates })
        })
        .collect()
}

/// The factor of a step.
fn factor_at(step: usize) -> f64 {
    let (low, high) = FACTORS;
    low * (high / low).powf(step as f64 / (STEPS - 1) as f64)
}

/// The estimate of a day at a factor, read between two steps.
fn at_factor(seen: &Seen, factor: f64) -> f64 {
    let (low, high) = FACTORS;
    let at = (factor / low).ln() / (high / low).ln() * (STEPS - 1) as f64;
    let below = (at.max(0.0) as usize).min(STEPS - 2);
    let part = (at - below as f64).clamp(0.0, 1.0);
    seen.estimates[below] * (1.0 - part) + seen.estimates[below + 1] * part
}

/// The factor calibration would find on these days.
fn factor(days: &[&Seen]) -> f64 {
    let wanted: f64 = days.iter().map(|day| day.wanted).sum();
    let met = super::meet(wanted, |factor| days.iter().map(|day| at_factor(day, factor)).sum());
    let count = days.len() as f64;
    met.powf(count / (count + SHRINK_DAYS))
}

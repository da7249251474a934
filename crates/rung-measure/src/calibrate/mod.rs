//! Calibration: a person's own whole days, logged by hand, scale how long their instants are taken for.
//!
//! For each kind of instant that occurs on at least three whole days: what the log of all whole days says of the
//! activities those instants were recognised as, less what the calendar shows of them, is compared
//! with what inference would have said of these days. A day without a commit counts too: the next commit speaks for
//! it, and sums over weeks are what reports are made of. One factor for low, typical and cap is
//! sought that makes both sums agree, held to 0.1-10, and drawn towards 1 as if three more days had
//! agreed with the built-in priors: factor ^ (days / (days + 3)). MEASURE section 5 gives the
//! reason: uncalibrated estimates are off by -76 to +91 %, calibrated ones by -10 to +26 %.
//!
//! `error.rs` says what that is worth for this person: each logged day is estimated from the others. `unseen.rs`
//! learns from the same days what time without a trace is spent on.

mod days;
mod error;
mod unseen;

use std::collections::BTreeSet;

use rung_model::{
    activity::Activity,
    prior::{InstantKind, Prior, Priors},
};

use crate::{
    layout::{Basis, Booking, Settings},
    recognition::Item,
};
use days::{WholeDay, activity_of, whole_days};
pub use unseen::{Learned, learned};

/// Whole days needed before anything is scaled.
pub const LEAST_DAYS: usize = 3;
/// The smallest and the largest factor.
pub const FACTORS: (f64, f64) = (0.1, 10.0);
/// Days by which a factor is drawn towards 1.
const SHRINK_DAYS: f64 = 3.0;
/// Halvings of the range of factors: to well under a minute.
const STEPS: usize = 16;

/// The priors of `settings`, scaled by the whole days logged by hand within its span.
/// With fewer than [`LEAST_DAYS`] such days they come back unchanged;
/// [`Priors::calibrated_days`] says how many days they rest on.
pub fn calibrate(items: &[Item<'_>], settings: &Settings<'_>) -> Priors {
    let days = whole_days(items, settings);
    let mut priors = settings.priors.clone();
    if days.len() < LEAST_DAYS {
        return priors;
    }
    for kind in InstantKind::ALL {
        if let Some(factor) = factor_of(kind, &days, settings) {
            priors.set(kind, scaled(settings.priors.get(kind), factor));
        }
    }
    priors.calibrated_days = days.len();
    priors.error = error::left_out(&days, settings);
    priors
}

/// The factor for one kind of instant; `None` where it occurs on too few of the days.
fn factor_of(kind: InstantKind, days: &[WholeDay<'_>], settings: &Settings<'_>) -> Option<f64> {
    let base: Vec<Vec<Booking>> = days.iter().map(|day| day.infer(settings, settings.priors)).collect();
    let inferred = |booking: &&Booking| booking.prior == Some(kind) && booking.minutes().high > 0.0;
    let activities: BTreeSet<Activity> = base
        .iter()
        .flat_map(|bookings| bookings.iter().filter(inferred))
        .filter_map(|booking| activity_of(booking.kind))
        .collect();
    let with: Vec<usize> = (0..days.len()).filter(|day| base[*day].iter().any(|b| inferred(&b))).collect();
    if with.len() < LEAST_DAYS {
        return None;
    }
    let wanted: f64 = days.iter().zip(&base).map(|(day, base)| wanted(day, base, &activities)).sum();
    let estimate = |factor: f64| -> f64 {
        let mut priors = settings.priors.clone();
        priors.set(kind, scaled(settings.priors.get(kind), factor));
        let booked = days.iter().flat_map(|day| day.infer(settings, &priors));
        booked.filter(|booking| inferred(&booking)).map(|booking| booking.minutes().point).sum()
    };
    let count = with.len() as f64;
    Some(meet(wanted, estimate).powf(count / (count + SHRINK_DAYS)))
}

/// The minutes of `activities` that a day's log has beyond what its meetings show.
fn wanted(day: &WholeDay<'_>, base: &[Booking], activities: &BTreeSet<Activity>) -> f64 {
    let logged: f64 = activities.iter().filter_map(|activity| day.logged.get(activity)).sum();
    let in_meetings: f64 = base
        .iter()
        .filter(|b| b.basis == Basis::Meeting && activity_of(b.kind).is_some_and(|a| activities.contains(&a)))
        .map(|booking| booking.minutes().point)
        .sum();
    (logged - in_meetings).max(0.0)
}

/// The factor in [`FACTORS`] at which a rising estimate meets `wanted`, by halving on a log scale.
fn meet(wanted: f64, estimate: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = FACTORS;
    if estimate(low) >= wanted {
        return low;
    }
    if estimate(high) <= wanted {
        return high;
    }
    if estimate(1.0) == wanted {
        return 1.0;
    }
    for _ in 0..STEPS {
        let middle = (low * high).sqrt();
        if estimate(middle) < wanted { low = middle } else { high = middle }
    }
    (low * high).sqrt()
}

fn scaled(prior: Prior, factor: f64) -> Prior {
    Prior { low: prior.low * factor, typical: prior.typical * factor, cap: prior.cap * factor }
}

//! Calibration: a person's own whole days, logged by hand, scale how long their instants are taken for.
//!
//! For each kind of instant that occurs on at least three whole days: what the log says of the
//! activities those instants were recognised as, less what the calendar shows of them, is compared
//! with what inference would have said of the same days. One factor for low, typical and cap is
//! sought that makes both sums agree, held to 0.3-3, and drawn towards 1 as if three more days had
//! agreed with the built-in priors: factor ^ (days / (days + 3)). MEASURE section 5 gives the
//! reason: uncalibrated estimates are off by -76 to +91 %, calibrated ones by -10 to +26 %.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rung_model::{
    activity::Activity,
    evidence::{Object, When},
    kind::Kind,
    prior::{InstantKind, Prior, Priors},
};

use crate::{
    layout::{Basis, Booking, Settings, lay_out},
    recognition::Item,
};

/// Whole days needed before anything is scaled.
pub const LEAST_DAYS: usize = 3;
/// The smallest and the largest factor.
pub const FACTORS: (f64, f64) = (0.3, 3.0);
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
    priors
}

/// A whole day: what was logged, and the evidence inference would have had.
struct WholeDay<'a> {
    date: Date,
    logged: BTreeMap<Activity, f64>,
    others: Vec<Item<'a>>,
}

impl WholeDay<'_> {
    /// What inference makes of the day with these priors.
    fn infer(&self, settings: &Settings<'_>, priors: &Priors) -> Vec<Booking> {
        let day = Settings { priors, first: self.date, last: self.date, ..*settings };
        lay_out(&self.others, &day).into_iter().flat_map(|timeline| timeline.bookings).collect()
    }
}

fn whole_days<'a>(items: &[Item<'a>], settings: &Settings<'_>) -> Vec<WholeDay<'a>> {
    let local = |at: jiff::Timestamp| settings.zone.to_datetime(at).date();
    let day_of = |item: &Item<'_>| match item.evidence.when {
        When::Amount { day, .. } => day,
        When::Instant { at, .. } => local(at),
        When::Interval { start, .. } => local(start),
        When::AllDay { first, .. } => first,
    };
    let mut days: BTreeMap<Date, WholeDay<'a>> = BTreeMap::new();
    for item in items {
        if let Object::Logged(logged) = &item.evidence.object
            && logged.whole_day
        {
            let date = day_of(item);
            days.entry(date).or_insert_with(|| WholeDay { date, logged: BTreeMap::new(), others: Vec::new() });
        }
    }
    days.retain(|date, _| settings.first <= *date && *date <= settings.last);
    let mut seen = BTreeSet::new();
    for item in items {
        match (&item.evidence.object, item.evidence.when.clone()) {
            (Object::Logged(_), when) => {
                if let (Kind::Activity(activity), Some(day)) = (item.recognition.kind, days.get_mut(&day_of(item)))
                    && seen.insert(item.evidence.id)
                {
                    *day.logged.entry(activity).or_default() += minutes(&when);
                }
            }
            (_, When::Interval { start, end, .. }) => {
                for (_, day) in days.range_mut(local(start)..=local(end.max(start))) {
                    day.others.push(item.clone());
                }
            }
            (_, When::AllDay { first, after }) => {
                for (_, day) in days.range_mut(first..after.max(first)) {
                    day.others.push(item.clone());
                }
            }
            (_, When::Instant { .. } | When::Amount { .. }) => {
                if let Some(day) = days.get_mut(&day_of(item)) {
                    day.others.push(item.clone());
                }
            }
        }
    }
    days.into_values().collect()
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
    let wanted: f64 = with
        .iter()
        .map(|day| {
            let logged: f64 = activities.iter().filter_map(|activity| days[*day].logged.get(activity)).sum();
            let in_meetings: f64 = base[*day]
                .iter()
                .filter(|b| b.basis == Basis::Meeting && activity_of(b.kind).is_some_and(|a| activities.contains(&a)))
                .map(|booking| booking.minutes().point)
                .sum();
            (logged - in_meetings).max(0.0)
        })
        .sum();
    let estimate = |factor: f64| -> f64 {
        let mut priors = settings.priors.clone();
        priors.set(kind, scaled(settings.priors.get(kind), factor));
        let booked = with.iter().flat_map(|day| days[*day].infer(settings, &priors));
        booked.filter(|booking| inferred(&booking)).map(|booking| booking.minutes().point).sum()
    };
    let count = with.len() as f64;
    Some(meet(wanted, estimate).powf(count / (count + SHRINK_DAYS)))
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

fn activity_of(kind: Kind) -> Option<Activity> {
    match kind {
        Kind::Activity(activity) => Some(activity),
        Kind::Weights(_) | Kind::Unclassified | Kind::NotCounted(_) => None,
    }
}

fn minutes(when: &When) -> f64 {
    match when {
        When::Amount { minutes, .. } => f64::from(*minutes),
        When::Interval { start, end, .. } => ((end.as_second() - start.as_second()) as f64 / 60.0).max(0.0),
        When::Instant { .. } | When::AllDay { .. } => 0.0,
    }
}

fn scaled(prior: Prior, factor: f64) -> Prior {
    Prior { low: prior.low * factor, typical: prior.typical * factor, cap: prior.cap * factor }
}

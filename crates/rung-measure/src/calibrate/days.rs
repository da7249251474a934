//! Days logged whole by hand, with the evidence inference would have had.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rung_model::{
    activity::Activity,
    evidence::{Object, When},
    kind::Kind,
    prior::Priors,
};

use crate::{
    layout::{Booking, Settings, lay_out},
    recognition::Item,
};

/// A whole day: what was logged, and the evidence inference would have had.
pub(super) struct WholeDay<'a> {
    pub(super) date: Date,
    pub(super) logged: BTreeMap<Activity, f64>,
    pub(super) others: Vec<Item<'a>>,
}

impl WholeDay<'_> {
    /// What inference makes of the day with these priors.
    pub(super) fn infer(&self, settings: &Settings<'_>, priors: &Priors) -> Vec<Booking> {
        let day = Settings { priors, first: self.date, last: self.date, ..*settings };
        lay_out(&self.others, &day).into_iter().flat_map(|timeline| timeline.bookings).collect()
    }
}

/// The whole days within the span of the settings, oldest first.
pub(super) fn whole_days<'a>(items: &[Item<'a>], settings: &Settings<'_>) -> Vec<WholeDay<'a>> {
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

/// The one activity of a kind.
pub(super) fn activity_of(kind: Kind) -> Option<Activity> {
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

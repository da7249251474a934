//! The ledger entry of one day.

use jiff::civil::Date;
use rung_model::{
    activity::Activity,
    kind::{ActivityMap, Kind, NotCounted},
    manifest::SourceKind,
    minutes::Minutes,
};

use super::most;
use crate::{
    focus::Focus,
    layout::{Booking, Tally, Timeline},
    totals::Totals,
};

/// In-window and after-hours minutes.
type Sides = [Minutes; 2];

/// One day, added up.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) date: Date,
    working_day: bool,
    capacity: f64,
    away: f64,
    away_share: f64,
    /// True where the day has no working time: a weekend, a day off, a day wholly away.
    day_off: bool,
    /// By bucket: inside, outside.
    buckets: [Sides; 4],
    unclassified: Sides,
    activities: Vec<(Activity, Sides)>,
    hands_on: Sides,
    not_counted: Vec<(NotCounted, f64)>,
    by_source: Vec<(SourceKind, f64)>,
    double_booked: f64,
    focus: Focus,
    tally: Tally,
}

impl Entry {
    pub(super) fn of(timeline: &Timeline, map: &ActivityMap) -> Self {
        let mut entry = Self {
            date: timeline.day,
            working_day: timeline.working_day,
            capacity: timeline.capacity,
            away: timeline.away,
            away_share: timeline.away_share,
            day_off: timeline.window.is_none(),
            buckets: Default::default(),
            unclassified: Default::default(),
            activities: Vec::new(),
            hands_on: Default::default(),
            not_counted: Vec::new(),
            by_source: Vec::new(),
            double_booked: f64::from(timeline.double_booked),
            focus: timeline.focus,
            tally: timeline.tally,
        };
        if timeline.away > 0.0 {
            entry.not_counted.push((NotCounted::Ooo, timeline.away));
        }
        timeline.bookings.iter().for_each(|booking| entry.book(booking, map));
        most::stretches(timeline, map, |stretch| entry.raise(stretch));
        entry
    }

    /// Adds low and point of one booking. Low and point never overlap between bookings.
    fn book(&mut self, booking: &Booking, map: &ActivityMap) {
        let sure = |minutes: Minutes| Minutes { high: 0.0, ..minutes };
        let sides = [sure(booking.in_window), sure(booking.after_hours)];
        match booking.kind {
            // Time away is counted by the capacity it took.
            Kind::NotCounted(NotCounted::Ooo) => return,
            Kind::NotCounted(kind) => return add_to(&mut self.not_counted, kind, booking.minutes().point),
            Kind::Unclassified => add(&mut self.unclassified, sides),
            Kind::Activity(activity) => {
                add(sides_of(&mut self.activities, activity), sides);
                if activity.is_hands_on() {
                    add(&mut self.hands_on, sides);
                }
            }
            Kind::Weights(_) => {}
        }
        for (bucket, weight) in self.buckets.iter_mut().zip(map.of(booking.kind).unwrap_or_default()) {
            if weight > 0.0 {
                add(bucket, sides.map(|side| side * weight));
            }
        }
        add_to(&mut self.by_source, booking.source, booking.in_window.point);
    }

    /// Adds what a stretch allows at most.
    fn raise(&mut self, stretch: &most::Stretch) {
        let high = |share: f64| stretch.sides.map(|minutes| Minutes::new(0.0, 0.0, minutes * share));
        for (bucket, share) in self.buckets.iter_mut().zip(stretch.buckets) {
            if share > 0.0 {
                add(bucket, high(share));
            }
        }
        for activity in stretch.activities() {
            add(sides_of(&mut self.activities, activity), high(1.0));
        }
        if stretch.may_be_hands_on() {
            add(&mut self.hands_on, high(1.0));
        }
        if stretch.unclassified {
            add(&mut self.unclassified, high(1.0));
        }
    }

    /// Adds the day to the totals of a span.
    pub(super) fn add_to(&self, totals: &mut Totals) {
        totals.capacity += self.capacity;
        totals.working_days += u32::from(self.working_day);
        totals.away_days += self.away_share;
        for (index, [inside, outside]) in self.buckets.iter().enumerate() {
            totals.in_window[index] += *inside;
            totals.after_hours[index] += *outside;
        }
        totals.unclassified += self.unclassified[0];
        totals.unclassified_after += self.unclassified[1];
        for (activity, [inside, outside]) in &self.activities {
            if *inside != Minutes::ZERO {
                *totals.activities.entry(*activity).or_default() += *inside;
            }
            if *outside != Minutes::ZERO {
                *totals.activities_after.entry(*activity).or_default() += *outside;
            }
        }
        totals.hands_on += self.hands_on[0];
        for (kind, minutes) in &self.not_counted {
            *totals.not_counted.entry(*kind).or_default() += minutes;
        }
        totals.double_booked += self.double_booked;
        if self.day_off {
            let seen = self.buckets.iter().chain([&self.unclassified]);
            totals.days_off += seen.map(|[_, outside]| outside.point).sum::<f64>();
        }
        totals.cancelled_one_on_ones += self.tally.cancelled_one_on_ones;
        totals.commits += self.tally.commits;
        totals.assisted_commits += self.tally.assisted;
        for (kind, rows) in [SourceKind::Git, SourceKind::Calendar, SourceKind::Days].into_iter().zip(self.tally.rows) {
            if rows > 0 {
                *totals.rows.entry(kind.id()).or_default() += rows;
            }
        }
        for (kind, minutes) in &self.by_source {
            *totals.by_source.entry(kind.id()).or_default() += minutes;
        }
        totals.focus += self.focus;
    }
}

fn add(to: &mut Sides, sides: Sides) {
    for (side, minutes) in to.iter_mut().zip(sides) {
        *side += minutes;
    }
}

fn sides_of(list: &mut Vec<(Activity, Sides)>, activity: Activity) -> &mut Sides {
    let found = list.iter().position(|(held, _)| *held == activity);
    let index = found.unwrap_or_else(|| {
        list.push((activity, Sides::default()));
        list.len() - 1
    });
    &mut list[index].1
}

fn add_to<K: PartialEq>(list: &mut Vec<(K, f64)>, key: K, minutes: f64) {
    match list.iter_mut().find(|(held, _)| *held == key) {
        Some((_, held)) => *held += minutes,
        None => list.push((key, minutes)),
    }
}

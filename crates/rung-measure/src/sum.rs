//! Totals of several spans added up: how periods longer than a week are made of weeks.

use std::collections::BTreeMap;

use crate::{focus::Focus, totals::Totals};

/// The totals of all `spans` together, from the first day of the earliest to the last of the latest;
/// `None` where there are none. Readings are made anew from such a sum, never averaged (MEASURE section 7).
pub fn sum<'a>(spans: impl IntoIterator<Item = &'a Totals>) -> Option<Totals> {
    spans.into_iter().fold(None, |all, span| match all {
        None => Some(span.clone()),
        Some(mut all) => {
            add(&mut all, span);
            Some(all)
        }
    })
}

fn add(all: &mut Totals, span: &Totals) {
    all.first = all.first.min(span.first);
    all.last = all.last.max(span.last);
    all.capacity += span.capacity;
    all.working_days += span.working_days;
    all.away_days += span.away_days;
    for bucket in 0..4 {
        all.in_window[bucket] += span.in_window[bucket];
        all.after_hours[bucket] += span.after_hours[bucket];
    }
    all.unclassified += span.unclassified;
    all.unclassified_after += span.unclassified_after;
    merge(&mut all.activities, &span.activities);
    merge(&mut all.activities_after, &span.activities_after);
    all.hands_on += span.hands_on;
    merge(&mut all.not_counted, &span.not_counted);
    all.double_booked += span.double_booked;
    all.days_off += span.days_off;
    all.cancelled_one_on_ones += span.cancelled_one_on_ones;
    all.commits += span.commits;
    all.assisted_commits += span.assisted_commits;
    merge(&mut all.rows, &span.rows);
    merge(&mut all.by_source, &span.by_source);
    all.focus = Focus {
        meetings: all.focus.meetings + span.focus.meetings,
        focus: all.focus.focus + span.focus.focus,
        fragmented: all.focus.fragmented + span.focus.fragmented,
        days_with_block: all.focus.days_with_block + span.focus.days_with_block,
        days: all.focus.days + span.focus.days,
    };
}

fn merge<K: Ord + Copy, V: std::ops::AddAssign + Default + Copy>(all: &mut BTreeMap<K, V>, span: &BTreeMap<K, V>) {
    for (key, value) in span {
        *all.entry(*key).or_default() += *value;
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use rung_model::{activity::Activity, minutes::Minutes};

    use super::*;

    #[test]
    fn a_sum_spans_its_parts_and_adds_what_they_hold() {
        let mut a = Totals::empty(Date::constant(2026, 3, 9), Date::constant(2026, 3, 15));
        a.capacity = 2400.0;
        a.in_window[2] = Minutes::new(10.0, 20.0, 30.0);
        a.activities.insert(Activity::Coding, Minutes::new(10.0, 20.0, 30.0));
        let mut b = Totals::empty(Date::constant(2026, 3, 2), Date::constant(2026, 3, 8));
        b.capacity = 1920.0;
        b.in_window[2] = Minutes::exact(5.0);
        b.activities.insert(Activity::Coding, Minutes::exact(5.0));
        let both = sum([&a, &b]).unwrap();
        assert_eq!((both.first, both.last, both.capacity), (b.first, a.last, 4320.0));
        assert_eq!(both.in_window[2], Minutes::new(15.0, 25.0, 35.0));
        assert_eq!(both.activities[&Activity::Coding], Minutes::new(15.0, 25.0, 35.0));
        assert_eq!(sum([]), None);
    }
}

//! The laws of MEASURE section 12 that a day has to keep, on 10,000 random days each.

use jiff::SignedDuration;
use proptest::prelude::*;
use rung_measure::{
    book::book,
    layout::{Basis, Timeline},
    totals::Totals,
};
use rung_model::{
    activity::Activity::Roadmap,
    evidence::When,
    kind::{ActivityMap, Kind},
    minutes::Minutes,
    occurrence::Rsvp,
};

use crate::{
    language::*,
    random::{any_day, any_logged},
};

fn many() -> ProptestConfig {
    ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() }
}

fn totals_of(timeline: &Timeline) -> Totals {
    book(std::slice::from_ref(timeline), &ActivityMap::default()).totals(DAY, DAY)
}

/// Every amount with a range that a day has.
fn amounts(timeline: &Timeline, totals: &Totals) -> Vec<Minutes> {
    let bookings = timeline.bookings.iter().flat_map(|booking| [booking.in_window, booking.after_hours]);
    let activities = totals.activities.values().chain(totals.activities_after.values()).copied();
    let sums = [totals.unclassified, totals.unclassified_after, totals.hands_on];
    bookings.chain(activities).chain(totals.in_window).chain(totals.after_hours).chain(sums).collect()
}

/// Minutes that no slot has and that end at no instant, in order.
fn free_minutes(timeline: &Timeline, known: &[Known]) -> Vec<u16> {
    let begins = timeline.begins.as_second();
    let ends_at_instant = |minute: u16| {
        known.iter().any(|known| match known.evidence.when {
            When::Instant { at, .. } => (at.as_second() - begins) / 60 == i64::from(minute) + 1,
            _ => false,
        })
    };
    let taken = |minute: u16| timeline.slots.iter().any(|slot| slot.start <= minute && minute < slot.end);
    (0..timeline.length).filter(|minute| !taken(*minute) && !ends_at_instant(*minute)).collect()
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn a_day_holds_together(known in any_day(0..3)) {
        let timeline = lay_out_day(&known);
        let totals = totals_of(&timeline);
        for pair in timeline.slots.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start, "no overlap");
        }
        prop_assert!(timeline.slots.iter().all(|slot| slot.start < slot.end && slot.end <= timeline.length));
        let laid_out: u32 = timeline.slots.iter().map(|slot| u32::from(slot.minutes())).sum();
        prop_assert!(laid_out <= u32::from(timeline.length), "no more than the day");
        for minutes in amounts(&timeline, &totals) {
            prop_assert!(minutes.is_ordered(), "low <= point <= high: {minutes:?}");
            prop_assert!(minutes.high <= f64::from(timeline.length));
        }
        let booked = totals.observed();
        prop_assert!((booked - timeline.observed()).abs() < 1e-9);
        prop_assert!((booked + totals.unobserved() - totals.capacity.max(booked)).abs() < 1e-9);
        for booking in &timeline.bookings {
            let slots = timeline.slots.iter().filter(|slot| slot.evidence == booking.evidence);
            let shown: f64 = slots.map(|slot| f64::from(slot.minutes()) * slot.weight).sum();
            prop_assert_eq!(shown, booking.minutes().point, "a booking is what its slots show");
        }
    }

    #[test]
    fn order_and_repetition_change_nothing(known in any_day(0..3), turn in 0usize..40) {
        let once = lay_out_day(&known);
        let mut turned = known.clone();
        turned.reverse();
        let middle = turn % turned.len().max(1);
        turned.rotate_left(middle);
        prop_assert_eq!(&lay_out_day(&turned), &once);
        turned.extend(known);
        prop_assert_eq!(&lay_out_day(&turned), &once);
    }

    #[test]
    fn an_added_interval_in_free_time_never_lowers_coverage(
        known in any_day(0..3), pick in any::<prop::sample::Index>(), length in 1u16..120, by_hand in any::<bool>(),
    ) {
        let before = lay_out_day(&known);
        let free = free_minutes(&before, &known);
        prop_assume!(!free.is_empty());
        let start = free[pick.index(free.len())];
        let end = (start..start + length).find(|minute| free.binary_search(minute).is_err()).unwrap_or(start + length);
        let mut more = known;
        more.push(if by_hand {
            let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
            logged(&clock(start), &clock(end), Roadmap, false)
        } else {
            let moment = |minute: u16| at(DAY, "0:00") + SignedDuration::from_mins(minute.into());
            meeting_between(moment(start), moment(end), Rsvp::Accepted, Kind::Activity(Roadmap))
        });
        let (was, is) = (totals_of(&before), totals_of(&lay_out_day(&more)));
        prop_assert!(is.coverage() >= was.coverage() - 1e-12, "{} -> {}", was.coverage(), is.coverage());
    }

    #[test]
    fn logged_time_is_never_lost(known in any_day(0..3), own in any_logged()) {
        let mut known = known;
        known.retain(|known| known.evidence.source.as_ref() != "days:me");
        known.push(own.clone());
        let timeline = lay_out_day(&known);
        let logged: Vec<_> = timeline.bookings.iter().filter(|booking| booking.basis == Basis::Logged).collect();
        prop_assert_eq!(logged.len(), 1);
        let When::Interval { start, end, .. } = own.evidence.when else { unreachable!("logged with a start") };
        prop_assert_eq!(logged[0].minutes().point, ((end.as_second() - start.as_second()) / 60) as f64);
    }
}

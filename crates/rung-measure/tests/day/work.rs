//! Instants and logged time: what MEASURE section 5 says beyond the acceptance days.

use jiff::{ToSpan, civil::date, tz::TimeZone};
use rung_measure::layout::{Basis, Certainty, Remark};
use rung_model::{
    activity::Activity::*,
    bucket::Bucket,
    evidence::{Quality, RoleInEvent, Verb},
    kind::{Kind, NotCounted},
    minutes::Minutes,
    occurrence::Rsvp::{Accepted, Tentative},
};

use crate::language::*;

#[test]
fn a_co_author_gets_no_point_and_at_most_their_own_free_time() {
    let co = |clock: &str| commit(clock).role(RoleInEvent::CoAuthor);
    assert_eq!(whole(&totals(&[co("12:00")]), Bucket::Building), (0.0, 0.0, 120.0));
    let busy = [meeting("10:00", "11:30", Accepted, Roadmap), co("12:00")];
    assert_eq!(whole(&totals(&busy), Bucket::Building), (0.0, 0.0, 30.0));
    let with_own = [commit("12:00"), co("12:00")];
    assert_eq!(whole(&totals(&with_own), Bucket::Building), (5.0, 30.0, 120.0), "each minute once in the high");
    assert_eq!(totals(&with_own).commits, 1, "someone else's commit is not counted");
}

#[test]
fn assisted_and_late_commits_may_be_no_time() {
    let assisted = commit("12:00").commit(|c| c.assisted = true);
    let day = totals(std::slice::from_ref(&assisted));
    assert_eq!(whole(&day, Bucket::Building), (0.0, 30.0, 120.0));
    assert_eq!((day.commits, day.assisted_commits), (1, 1));
    let late = commit("12:00").commit(|c| c.lag_minutes = 1_441);
    assert_eq!(whole(&totals(std::slice::from_ref(&late)), Bucket::Building).0, 0.0);
    assert_eq!(lay_out_day(&[late]).bookings[0].certainty, Certainty::Doubtful);
    let in_time = commit("12:00").commit(|c| c.lag_minutes = 1_440);
    assert_eq!(whole(&totals(&[in_time]), Bucket::Building).0, 5.0);
}

#[test]
fn merges_and_bots_take_no_time() {
    let merge = instant(at(DAY, "12:00"), Verb::Merged, Coding).commit(|c| c.parents = vec!["a".into(), "b".into()]);
    let bot = commit("13:00").commit(|c| c.bot = true);
    let day = [merge, bot];
    assert_eq!((totals(&day).observed(), totals(&day).commits, totals(&day).rows["git"]), (0.0, 0, 2));
    let said: Vec<_> = lay_out_day(&day).notes.iter().map(|note| note.what).collect();
    assert_eq!(said, [Remark::Merge, Remark::Bot]);
}

#[test]
fn the_high_reaches_back_as_if_tentative_meetings_did_not_happen() {
    // Section 7. The meeting and the commit are of different buckets: each may have filled the hour.
    let known = [meeting("10:00", "11:00", Tentative, Roadmap), commit("11:30")];
    let day = totals(&known);
    assert_eq!(whole(&day, Bucket::Strategy), (0.0, 30.0, 60.0));
    assert_eq!(whole(&day, Bucket::Building), (5.0, 30.0, 120.0));
    // Of one bucket: the hour counts once.
    let known = [meeting("10:00", "11:00", Tentative, Design), commit("11:30")];
    assert_eq!(whole(&totals(&known), Bucket::Building), (5.0, 60.0, 120.0));
}

#[test]
fn the_reach_is_split_at_the_window() {
    let day = totals(&[commit("10:00")]);
    assert_eq!(day.bucket(Bucket::Building), Minutes::new(5.0, 30.0, 60.0));
    assert_eq!(day.after_hours[Bucket::Building.index()], Minutes::new(0.0, 0.0, 60.0));
    assert_eq!(day.hands_on, Minutes::new(5.0, 30.0, 60.0));
}

#[test]
fn weekends_are_after_hours() {
    let saturday = date(2026, 8, 8);
    let timelines = lay_out_days(&[instant(at(saturday, "12:00"), Verb::Committed, Coding)], saturday, saturday);
    let day = rung_measure::book::book(&timelines, &Default::default()).totals(saturday, saturday);
    assert_eq!((day.capacity, day.observed(), day.after_hours_total(), day.days_off), (0.0, 0.0, 30.0, 30.0));
    assert_eq!((day.working_days, day.focus.days), (0, 0));
}

#[test]
fn what_crosses_midnight_is_split() {
    let night = meeting_between(at(DAY, "23:00"), at(DAY, "25:30"), Accepted, Kind::Activity(Incident));
    let tomorrow = DAY.checked_add(1.day()).unwrap();
    let days = lay_out_days(std::slice::from_ref(&night), DAY, tomorrow);
    let lengths: Vec<f64> = days.iter().map(|day| day.bookings[0].minutes().point).collect();
    assert_eq!(lengths, [60.0, 90.0]);
    let rows: u32 = days.iter().map(|day| day.tally.rows[1]).sum();
    assert_eq!(rows, 1, "one row of evidence");
    assert_eq!(lay_out_days(&[night], tomorrow, tomorrow)[0].bookings.len(), 1, "cut at the edge of the span");
}

#[test]
fn logged_time_beats_meetings_and_inference() {
    let known = [
        logged("10:00", "11:00", Coaching, false),
        meeting("10:30", "11:30", Accepted, Roadmap),
        commit("10:45"),
        commit("14:00"),
    ];
    let day = totals(&known);
    assert_eq!(whole(&day, Bucket::People), (60.0, 60.0, 60.0));
    assert_eq!(whole(&day, Bucket::Strategy).1, 30.0);
    assert_eq!(whole(&day, Bucket::Building).1, 30.0, "the commit inside the log takes nothing");
    assert_eq!(day.by_source["days"], 60.0);
    let timeline = lay_out_day(&known);
    assert!(timeline.notes.iter().any(|note| note.what == Remark::InsideLogged(known[0].id())));
}

#[test]
fn amounts_go_into_free_time_and_beat_inference_of_their_kind() {
    let known = [
        meeting("9:00", "12:00", Accepted, Roadmap),
        commit("14:00"),
        amount(60, Coaching, false),
        amount(45, Coding, false),
    ];
    let timeline = lay_out_day(&known);
    let placed: Vec<_> =
        timeline.slots.iter().filter(|slot| slot.basis == Basis::Logged).map(|slot| (slot.start, slot.end)).collect();
    assert_eq!(placed.iter().map(|(start, end)| end - start).sum::<u16>(), 105);
    assert!(placed.iter().all(|(start, end)| *start >= 720 && *end <= 1050), "in the window, after the meeting");
    let day = totals(&known);
    assert_eq!(whole(&day, Bucket::Building), (45.0, 45.0, 45.0), "45 logged, nothing inferred beside it");
    assert_eq!(whole(&day, Bucket::People), (60.0, 60.0, 60.0));
    let others = totals(&[commit("14:00"), amount(300, Coaching, false)]);
    assert_eq!(whole(&others, Bucket::Building).1, 30.0, "where there is room, inference keeps its place");
}

#[test]
fn amounts_without_room_go_after_hours_and_then_are_left_out() {
    let long = [meeting("9:00", "17:30", Accepted, Roadmap), amount(60, Coaching, false)];
    let day = totals(&long);
    assert_eq!(day.after_hours[Bucket::People.index()].point, 60.0);
    let known = [amount(1_000, Coaching, false), amount(1_000, Hiring, false)];
    let timeline = lay_out_day(&known);
    assert_eq!(timeline.bookings.iter().map(|booking| booking.minutes().point).sum::<f64>(), 1_440.0);
    assert!(timeline.notes.iter().any(|note| note.what == Remark::NoRoom(560)));
}

#[test]
fn logged_absence_lowers_the_capacity() {
    let away = amount_on(DAY, 240, Kind::NotCounted(NotCounted::Ooo), false);
    let day = totals(&[away]);
    assert_eq!((day.capacity, day.away_days, day.observed()), (240.0, 0.5, 0.0));
}

#[test]
fn a_trailer_inside_private_time_is_no_sign_of_work() {
    let lunch = Known { kind: Kind::NotCounted(NotCounted::Personal), ..meeting("12:00", "13:00", Accepted, Coding) };
    let trailer = review("12:30").quality(Quality::Derived);
    let day = totals(&[lunch, trailer]);
    assert_eq!(whole(&day, Bucket::Building), (0.0, 20.0, 30.0), "the trailer's moment is not the reviewer's");
}

#[test]
fn weights_of_a_rule_spread_over_buckets() {
    let mixed = Known { kind: Kind::Weights([0.7, 0.3, 0.0, 0.0]), ..meeting("10:00", "11:00", Accepted, Roadmap) };
    let day = totals(&[mixed]);
    assert_eq!(whole(&day, Bucket::Strategy).1, 42.0);
    assert_eq!(whole(&day, Bucket::People).1, 18.0);
    assert_eq!(day.activities.len(), 0);
}

#[test]
fn totals_of_a_span_are_the_sum_of_its_days() {
    let days: Vec<Known> = (0..14)
        .flat_map(|offset| {
            let day = DAY.checked_add(offset.days()).unwrap();
            [
                instant(at(day, "11:00"), Verb::Committed, Coding),
                meeting_between(at(day, "13:00"), at(day, "14:00"), Accepted, Kind::Activity(OneOnOne)),
            ]
        })
        .collect();
    let last = DAY.checked_add(13.days()).unwrap();
    let ledger = rung_measure::book::book(&lay_out_in(&days, DAY, last, &TimeZone::UTC), &Default::default());
    let all = ledger.totals(DAY, last);
    let middle = DAY.checked_add(4.days()).unwrap();
    let (first, second) = (ledger.totals(DAY, middle), ledger.totals(middle.checked_add(1.day()).unwrap(), last));
    assert_eq!(all.observed(), first.observed() + second.observed());
    assert_eq!((all.working_days, all.capacity, all.commits), (10, 4_800.0, 14));
    assert_eq!(all.activities[&OneOnOne].point + all.activities_after[&OneOnOne].point, 14.0 * 60.0);
    assert_eq!(ledger.span(), Some((DAY, last)));
    assert_eq!(ledger.totals(date(2030, 1, 1), date(2030, 2, 1)).observed(), 0.0);
}

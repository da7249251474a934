//! Calibration on days logged whole by hand (MEASURE section 5).

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use rung_measure::{
    calibrate::{calibrate, learned},
    layout::Settings,
};
use rung_model::{
    activity::Activity::{Coaching, CodeReview, Coding, Roadmap},
    evidence::Verb,
    kind::{ActivityMap, Kind},
    occurrence::Rsvp,
    prior::{InstantKind, Priors},
    schedule::Schedule,
};

use crate::language::*;

fn day(offset: i64) -> Date {
    DAY.checked_add(offset.days()).expect("a day of 2026")
}

fn priors(known: &[Known]) -> Priors {
    let (schedule, priors) = (Schedule::default(), Priors::default());
    let settings = Settings { zone: &TimeZone::UTC, schedule: &schedule, priors: &priors, first: DAY, last: day(60) };
    calibrate(&items(known), &settings)
}

/// One lone commit a day, and `minutes` of coding logged on the same, whole, day.
fn logged_days(count: i64, minutes: u32) -> Vec<Known> {
    (0..count)
        .flat_map(|offset| {
            [
                instant(at(day(offset), "16:00"), Verb::Committed, Coding),
                amount_on(day(offset), minutes, Kind::Activity(Coding), true),
            ]
        })
        .collect()
}

#[test]
fn fewer_than_three_whole_days_change_nothing() {
    assert_eq!(priors(&logged_days(2, 90)), Priors::default());
}

#[test]
fn a_log_that_agrees_changes_nothing_but_says_so() {
    let calibrated = priors(&logged_days(12, 30));
    assert_eq!(calibrated.calibrated_days, 12);
    let typical = calibrated.get(InstantKind::Coding).typical;
    assert!((typical - 30.0).abs() < 0.5, "{typical}");
}

#[test]
fn twice_the_time_moves_the_prior_towards_twice() {
    let three = priors(&logged_days(3, 60)).get(InstantKind::Coding).typical;
    let thirty = priors(&logged_days(30, 60)).get(InstantKind::Coding).typical;
    assert!((three - 30.0 * 2.0_f64.sqrt()).abs() < 1.0, "half way on three days: {three}");
    assert!((thirty - 30.0 * 2.0_f64.powf(30.0 / 33.0)).abs() < 1.0, "nearly all the way on thirty: {thirty}");
    assert!(three < thirty && thirty < 60.0);
}

#[test]
fn factors_are_held_between_a_tenth_and_ten() {
    let most = priors(&logged_days(30, 480)).get(InstantKind::Coding);
    let least = priors(&logged_days(30, 1)).get(InstantKind::Coding);
    assert!(most.cap <= 1_200.0 && most.typical <= 300.0 && most.typical > 200.0, "{most:?}");
    assert!(least.typical >= 3.0 && least.typical < 4.0, "{least:?}");
    assert!(most.low <= most.typical && most.typical <= most.cap);
}

#[test]
fn kinds_without_instants_keep_their_priors() {
    let calibrated = priors(&logged_days(12, 60));
    assert_eq!(calibrated.get(InstantKind::CodeReview), Priors::default().get(InstantKind::CodeReview));
}

#[test]
fn what_the_calendar_already_shows_is_not_asked_of_instants() {
    let mut known = logged_days(12, 90);
    for offset in 0..12 {
        let (start, end) = (at(day(offset), "10:00"), at(day(offset), "11:00"));
        known.push(meeting_between(start, end, Rsvp::Accepted, Kind::Activity(Coding)));
    }
    let typical = priors(&known).get(InstantKind::Coding).typical;
    assert!((typical - 30.0).abs() < 0.5, "90 logged less 60 of pairing in the calendar: {typical}");
}

#[test]
fn order_and_repetition_change_nothing() {
    let mut known = logged_days(9, 70);
    known.push(instant(at(DAY, "11:00"), Verb::Reviewed, CodeReview));
    known.push(meeting("9:00", "9:30", Rsvp::Accepted, Roadmap));
    let straight = priors(&known);
    let mut twice: Vec<Known> = known.iter().rev().cloned().collect();
    twice.extend(known);
    assert_eq!(priors(&twice), straight);
}

#[test]
fn the_error_of_days_left_out_says_what_calibration_is_worth() {
    let error = priors(&logged_days(12, 60)).error.unwrap();
    assert_eq!(error.days, 12);
    // Every day says 60 where the assumption says 30: half is missed without calibration.
    assert!((error.assumed - 0.5).abs() < 0.01 && (error.assumed_sum + 0.5).abs() < 0.01, "{error:?}");
    // Eleven others move the prior to 30 x 2^(11/14); read between steps of the ladder.
    let expected = 1.0 - 2.0_f64.powf(11.0 / 14.0) / 2.0;
    assert!((error.calibrated - expected).abs() < 0.02, "{error:?}, expected {expected}");
    assert_eq!(priors(&logged_days(3, 60)).error, None);
}

#[test]
fn a_log_that_agrees_leaves_no_error() {
    let error = priors(&logged_days(8, 30)).error.unwrap();
    assert!(error.assumed < 0.01 && error.calibrated < 0.02, "{error:?}");
}

#[test]
fn whole_days_teach_what_no_source_sees() {
    let known: Vec<Known> = (0..4)
        .flat_map(|offset| {
            [
                instant(at(day(offset), "16:00"), Verb::Committed, Coding),
                amount_on(day(offset), 30, Kind::Activity(Coding), true),
                amount_on(day(offset), 90, Kind::Activity(Roadmap), true),
                amount_on(day(offset), 30, Kind::Activity(Coaching), true),
            ]
        })
        .collect();
    let (schedule, priors) = (Schedule::default(), Priors::default());
    let settings = Settings { zone: &TimeZone::UTC, schedule: &schedule, priors: &priors, first: DAY, last: day(60) };
    let learned = learned(&items(&known), &settings, &ActivityMap::default()).unwrap();
    assert_eq!((learned.split, learned.days), ([0.75, 0.25, 0.0], 4));
    let fewer: Vec<Known> = known.into_iter().take(8).collect();
    assert_eq!(rung_measure::calibrate::learned(&items(&fewer), &settings, &ActivityMap::default()), None);
}

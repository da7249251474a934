//! MEASURE section 7: shares, their ranges and the laws they keep.

use crate::support::{ALL_VISIBLE, reading, week_totals};
use proptest::prelude::*;
use rung_measure::{read, totals::Totals};
use rung_model::{bucket::Bucket, minutes::Minutes, share::Share};

fn ranged(low: [f64; 4], point: [f64; 4], high: [f64; 4]) -> Totals {
    let mut totals = week_totals(10, point);
    totals.in_window = std::array::from_fn(|i| Minutes::new(low[i], point[i], high[i]));
    totals
}

fn near(found: Share, low: f64, point: f64, high: f64) {
    let ok = [(found.low, low), (found.point, point), (found.high, high)].iter().all(|(a, b)| (a - b).abs() < 1e-9);
    assert!(ok, "{found:?} is not {low} {point} {high}");
}

#[test]
fn evidence_and_worst_case_follow_their_formulas() {
    let mut totals = ranged([100.0, 50.0, 26.0, 30.0], [105.0, 90.0, 145.0, 30.0], [120.0, 100.0, 240.0, 30.0]);
    totals.capacity = 480.0;
    totals.unclassified = Minutes::new(10.0, 20.0, 25.0);
    let reading = reading(totals);
    let building = reading.bucket(Bucket::Building);
    assert_eq!(building.minutes, Minutes::new(26.0, 145.0, 265.0));
    near(building.evidence.unwrap(), 26.0 / (26.0 + 145.0 + 125.0), 145.0 / 340.0, 265.0 / (265.0 + 150.0));
    near(building.worst, 26.0 / 480.0, 145.0 / 480.0, 1.0 - 180.0 / 480.0);
    near(reading.bucket(Bucket::Other).worst, 30.0 / 480.0, 30.0 / 480.0, 1.0 - 176.0 / 480.0);
    assert!((reading.coverage - 390.0 / 480.0).abs() < 1e-12);
    assert_eq!(reading.bucket(Bucket::Other).headline, None);
    assert_eq!(reading.bucket(Bucket::Other).evidence, None);
}

#[test]
fn under_forty_percent_there_are_minutes_but_no_headline() {
    let reading = reading(week_totals(10, [300.0, 300.0, 300.0, 0.0]));
    assert!(reading.coverage < 0.40);
    assert!(reading.buckets.iter().all(|b| b.headline.is_none()));
    assert_eq!(reading.hands_on, None);
    assert_eq!(reading.bucket(Bucket::People).minutes.point, 300.0);
}

/// MEASURE 11.4: people and strategy "cannot be seen", never 0 %.
#[test]
fn what_no_source_can_see_has_no_share() {
    let reading =
        read::read_period("w".to_owned(), week_totals(10, [0.0, 0.0, 1200.0, 0.0]), [false, false, true, true]);
    for bucket in [Bucket::Strategy, Bucket::People] {
        let found = reading.bucket(bucket);
        assert!(!found.visible && found.evidence.is_none() && found.headline.is_none());
        near(found.worst, 0.0, 0.0, 0.5);
    }
    let building = reading.bucket(Bucket::Building).headline.unwrap();
    assert!(building.low < 0.6 && building.high > 0.8, "unseen time may be anything: {building:?}");
}

#[test]
fn a_bucket_without_minutes_keeps_a_range_even_at_full_coverage() {
    for scale in [1.0, 0.5] {
        let reading = reading(week_totals(10, [1500.0 * scale, 0.0, 900.0 * scale, 0.0]));
        let people = reading.bucket(Bucket::People).headline.unwrap();
        assert!(people.point < 0.04 && people.width() > 0.005 && people.high < 0.15, "{people:?}");
    }
}

#[test]
fn hands_on_needs_a_source_that_shows_code() {
    let mut totals = week_totals(10, [900.0, 300.0, 600.0, 0.0]);
    totals.hands_on = Minutes::new(200.0, 300.0, 400.0);
    let hands_on = reading(totals.clone()).hands_on.unwrap();
    assert!(hands_on.holds(300.0 / 1800.0) && hands_on.width() < 0.25, "{hands_on:?}");
    totals.rows.remove("git");
    assert_eq!(reading(totals.clone()).hands_on, None);
    let quiet = read::read_knowing_code("w".to_owned(), totals, ALL_VISIBLE, true);
    assert!(quiet.hands_on.is_some());
}

#[test]
fn an_empty_week_says_nothing() {
    let mut totals = week_totals(10, [0.0; 4]);
    totals.capacity = 0.0;
    let reading = reading(totals);
    assert_eq!(reading.coverage, 0.0);
    assert!(reading.buckets.iter().all(|b| b.headline.is_none() && b.evidence.is_none()));
    near(reading.bucket(Bucket::People).worst, 0.0, 0.0, 1.0);
}

/// Against an independent simulation of the model (numpy, 200,000 draws: each bucket's minutes from the
/// beta distribution of a three-point estimate, unseen time from Dirichlet(8 x split)).
#[test]
fn the_quadrature_agrees_with_a_simulation_of_the_model() {
    let mut totals = ranged([240.0, 30.0, 10.0, 15.0], [240.0, 30.0, 50.0, 15.0], [240.0, 30.0, 180.0, 15.0]);
    totals.capacity = 480.0;
    let reading = reading(totals);
    for (bucket, low, point, high) in [
        (Bucket::Strategy, 0.624, 0.731, 0.827),
        (Bucket::People, 0.060, 0.091, 0.152),
        (Bucket::Building, 0.083, 0.178, 0.283),
    ] {
        let found = reading.bucket(bucket).headline.unwrap();
        for (found, expected) in [(found.low, low), (found.point, point), (found.high, high)] {
            assert!((found - expected).abs() < 0.003, "{bucket:?} {found} is not {expected}");
        }
    }
}

fn minutes() -> impl Strategy<Value = Minutes> {
    (0.0..900.0f64, 0.0..1.0f64, 0.0..1.5f64)
        .prop_map(|(point, down, up)| Minutes::new(point * (1.0 - down), point, point * (1.0 + up)))
}

fn any_totals() -> impl Strategy<Value = Totals> {
    (prop::array::uniform4(minutes()), minutes(), 0.0..3000.0f64).prop_map(|(in_window, unclassified, capacity)| {
        let mut totals = week_totals(10, [0.0; 4]);
        totals.in_window = in_window;
        totals.unclassified = unclassified * 0.2;
        totals.hands_on = in_window[2] * 0.6;
        totals.capacity = capacity;
        totals
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_share_is_ordered_and_the_headline_sums_to_one(totals in any_totals()) {
        let reading = reading(totals);
        let mut sum = 0.0;
        for found in &reading.buckets {
            for share in [found.evidence, found.headline, Some(found.worst)].into_iter().flatten() {
                prop_assert!(0.0 <= share.low && share.low <= share.point, "{share:?}");
                prop_assert!(share.point <= share.high && share.high <= 1.0 + 1e-12, "{share:?}");
            }
            sum += found.headline.map_or(0.0, |h| h.point);
        }
        if reading.bucket(Bucket::People).headline.is_some() {
            prop_assert!((sum - 1.0).abs() < 1e-9, "{sum}");
        }
        if let (Some(hands_on), Some(building)) = (reading.hands_on, reading.bucket(Bucket::Building).headline) {
            prop_assert!(hands_on.low <= hands_on.point && hands_on.point <= hands_on.high);
            prop_assert!(hands_on.point <= building.point + 0.06, "{hands_on:?} {building:?}");
        }
    }

    /// With exact minutes and nothing outside the three buckets, no assumption can leave the worst case,
    /// but for the twentieth of every week that is never taken as seen.
    #[test]
    fn the_headline_of_exact_minutes_lies_in_the_worst_case(parts in prop::array::uniform3(1.0..900.0f64), capacity in 0.0..3000.0f64) {
        let mut totals = week_totals(10, [parts[0], parts[1], parts[2], 0.0]);
        totals.capacity = capacity;
        let reading = reading(totals);
        for bucket in Bucket::SPLIT {
            let found = reading.bucket(bucket);
            if let Some(headline) = found.headline {
                prop_assert!(headline.low >= found.worst.low - 0.055, "{headline:?} {:?}", found.worst);
                prop_assert!(headline.high <= found.worst.high + 0.055, "{headline:?} {:?}", found.worst);
                prop_assert!(headline.low <= found.evidence.unwrap().point + 1e-9);
            }
        }
    }

    #[test]
    fn exchanging_buckets_exchanges_their_shares(totals in any_totals()) {
        let mut turned = totals.clone();
        turned.in_window = [totals.in_window[1], totals.in_window[2], totals.in_window[0], totals.in_window[3]];
        let (a, b) = (reading(totals), reading(turned));
        for (from, to) in [(0, 2), (1, 0), (2, 1)] {
            let (x, y) = (a.buckets[from].headline, b.buckets[to].headline);
            prop_assert_eq!(x.is_some(), y.is_some());
            if let (Some(x), Some(y)) = (x, y) {
                prop_assert!((x.low - y.low).abs() < 1e-4 && (x.point - y.point).abs() < 1e-9 && (x.high - y.high).abs() < 1e-4);
            }
        }
    }

    #[test]
    fn reading_twice_gives_the_same_bits(totals in any_totals()) {
        prop_assert_eq!(reading(totals.clone()), reading(totals));
    }

    #[test]
    fn seeing_more_of_the_same_narrows_the_headline(parts in prop::array::uniform3(60.0..600.0f64)) {
        let at = |scale: f64| {
            let mut totals = week_totals(10, [parts[0] * scale, parts[1] * scale, parts[2] * scale, 0.0]);
            totals.capacity = parts.iter().sum::<f64>();
            reading(totals).bucket(Bucket::People).headline.unwrap().width()
        };
        prop_assert!(at(0.9) < at(0.6) && at(0.6) < at(0.45));
    }
}

//! The figures of MEASURE section 9, and what becomes of them over weeks of a person.

use crate::support::{reading, split, week_totals, weeks};
use rung_measure::drift::{self, FLOOR, HAZARD, SLACK, THRESHOLD, TRIALS, changepoint, cusum};
use rung_model::{bucket::Bucket, share::Share, week::Week};

const BASELINE: [f64; 8] = [0.60, 0.58, 0.62, 0.61, 0.59, 0.60, 0.57, 0.63];
const AFTER: [f64; 6] = [0.59, 0.55, 0.52, 0.50, 0.47, 0.45];

#[test]
fn the_running_sum_has_the_published_values_at_each_floor() {
    for (floor, expected, alarm) in [
        (0.0, [0.0, 2.0, 5.5, 10.0, 16.0, 23.0], Some(2)),
        (0.05, [0.0, 0.5, 1.6, 3.1, 5.2, 7.7], Some(4)),
        (FLOOR, [0.0, 0.125, 0.625, 1.375, 2.5, 3.875], None),
    ] {
        let sums = cusum(&BASELINE, &AFTER, floor, SLACK, THRESHOLD);
        assert!((sums.mean - 0.60).abs() < 1e-9);
        assert!((sums.deviation - f64::max(0.02, floor)).abs() < 1e-9);
        for (found, expected) in sums.down.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6, "{:?}", sums.down);
        }
        assert!(sums.up.iter().all(|s| *s <= 1e-9), "{:?}", sums.up);
        assert_eq!(sums.alarm, alarm, "floor {floor}");
    }
}

#[test]
fn the_change_point_is_dated_to_week_nine() {
    let mut series = vec![split(0.3, 0.1, 0.6); 8];
    series.extend([split(0.6, 0.2, 0.2); 4]);
    let runs = changepoint(&series, TRIALS, HAZARD);
    for (t, length, probability) in [(8, 8, 0.9320), (9, 9, 0.8112), (10, 10, 0.4576), (11, 3, 0.6861), (12, 4, 0.7906)]
    {
        let run = &runs[t - 1];
        assert_eq!(run.most_probable, length, "t={t}");
        assert!((run.probability[length] - probability).abs() < 5e-5, "t={t}: {}", run.probability[length]);
    }
    assert_eq!(series.len() - runs[11].most_probable + 1, 9);
    assert!(runs.iter().all(|run| (run.probability[0] - HAZARD).abs() < 1e-12));
    assert!(runs.iter().all(|run| (run.probability.iter().sum::<f64>() - 1.0).abs() < 1e-9));
}

/// A little noise that repeats exactly, about 2 points either way.
fn noisy(base: [f64; 4], week: usize) -> [f64; 4] {
    const NOISE: [f64; 7] = [0.0, 40.0, -30.0, 15.0, -45.0, 30.0, -10.0];
    let n = NOISE[week % 7];
    [base[0] + n, base[1], base[2] - n, base[3]]
}

const BUILDING: [f64; 4] = [600.0, 200.0, 1000.0, 60.0];
const COORDINATING: [f64; 4] = [1300.0, 220.0, 280.0, 60.0];

#[test]
fn a_change_that_stays_is_found_and_dated() {
    let all = weeks((0..26).map(|i| noisy(if i < 10 { BUILDING } else { COORDINATING }, i)));
    let shift = drift::find(&all).unwrap();
    assert_eq!(shift.bucket, Bucket::Building);
    assert_eq!(shift.week, Week { year: 2026, week: 11 });
    assert!(shift.range.0 <= shift.week && shift.week <= shift.range.1, "{shift:?}");
    assert!(shift.week <= shift.alarm, "{shift:?}");
    assert_eq!(shift.weeks_since, 16);
    assert!(shift.before[2].point > 0.5 && shift.after[2].point < 0.25, "{shift:?}");
    for side in [shift.before, shift.after] {
        assert!((side.iter().map(|s| s.point).sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn steady_weeks_hold_no_shift() {
    assert_eq!(drift::find(&weeks((0..40).map(|i| noisy(BUILDING, i)))), None);
}

#[test]
fn too_few_weeks_hold_no_shift() {
    assert_eq!(drift::find(&weeks((0..8).map(|i| if i < 4 { BUILDING } else { COORDINATING }))), None);
    assert_eq!(drift::find(&[]), None);
}

#[test]
fn a_review_season_that_passes_is_no_shift() {
    let season = |i: usize| if (12..16).contains(&i) { COORDINATING } else { BUILDING };
    assert_eq!(drift::find(&weeks((0..26).map(|i| noisy(season(i), i)))), None);
}

#[test]
fn a_season_that_comes_back_a_year_later_is_no_shift() {
    let mut week = Week { year: 2025, week: 1 };
    let mut all = Vec::new();
    for i in 0..78usize {
        let season = (20..26).contains(&(i % 52));
        all.push((week, reading(week_totals(1, noisy(if season { COORDINATING } else { BUILDING }, i)))));
        week = week.next();
    }
    let without_last_year = drift::find(&all[26..]).unwrap();
    assert_eq!(without_last_year.week, all[72].0);
    assert_eq!(drift::find(&all), None, "the same six weeks looked alike a year earlier");
}

/// MEASURE section 9: at the floor of 8 points about 0.4 false alarms a person-year.
#[test]
fn steady_persons_rarely_seem_to_shift() {
    let base = reading(week_totals(1, BUILDING));
    let mut draws = crate::truth::Draws(0x5eed_0009);
    let mut found = 0u32;
    for _ in 0..200 {
        let mut week = Week { year: 2026, week: 1 };
        let mut year = Vec::new();
        for _ in 0..52 {
            let mut reading = base.clone();
            let noise: f64 = (0..6).map(|_| draws.between(-0.04, 0.04)).sum();
            for (bucket, share) in reading.buckets.iter_mut().zip([0.33 + noise, 0.11, 0.56 - noise]) {
                bucket.headline = Some(Share::new(0.0, share.clamp(0.0, 1.0), 1.0));
            }
            year.push((week, reading));
            week = week.next();
        }
        found += u32::from(drift::find(&year).is_some());
    }
    assert!(found <= 80, "{found} of 200 steady years");
}

#[test]
fn weeks_without_shares_are_skipped() {
    let mut all = weeks((0..26).map(|i| noisy(if i < 10 { BUILDING } else { COORDINATING }, i)));
    all[3].1 = reading(week_totals(4, [100.0, 0.0, 0.0, 0.0]));
    all[14].1 = reading(week_totals(15, [0.0; 4]));
    let shift = drift::find(&all).unwrap();
    assert_eq!((shift.week, shift.weeks_since), (Week { year: 2026, week: 11 }, 15));
}

//! Raising, dating and confirming a shift.

use rung_model::{bucket::Bucket, share::Share, split::Split, week::Week};

use super::{
    BASELINE_WEEKS, FLOOR, HAZARD, SLACK, THRESHOLD, TRIALS,
    changepoint::changepoint,
    cusum::cusum,
    season,
    series::{self, Point, mean},
};
use crate::{period::PeriodReading, read, shift::Shift, sum};

/// Least weeks of the regime before an onset.
const LEAST_BEFORE: usize = 4;
/// Weeks after an alarm that still help to date it.
const HINDSIGHT: usize = 8;
/// Latest weeks that must still show the change for it to be lasting.
const LATEST: usize = 4;
/// Probability of the range of weeks a shift is dated to.
const DATING: f64 = 0.9;

/// An alarm with its date, as positions in the series.
struct Alarm {
    start: usize,
    onset: usize,
    earliest: usize,
    latest: usize,
    raised: usize,
    index: usize,
}

/// Finds the latest lasting shift of the split over the weeks (MEASURE section 9), or `None`.
///
/// Weeks without shares, and those with under two days worked, are skipped. Each share is watched by a running sum against the first eight
/// weeks of the present regime (floor 8 points); an alarm is dated by the Bayesian change-point. The
/// search then starts anew from the alarm, so that the last of several shifts is the one reported. A
/// shift counts where its share has moved by 8 points or more, still does in the latest four weeks,
/// and the same weeks a year earlier, where they are there, did not look the same.
pub fn find(weeks: &[(Week, PeriodReading)]) -> Option<Shift> {
    find_with_last_year(weeks, &[])
}

/// As [`find`], with weeks of a year earlier that serve the comparison alone.
pub fn find_with_last_year(weeks: &[(Week, PeriodReading)], last_year: &[(Week, PeriodReading)]) -> Option<Shift> {
    let points = series::of(weeks);
    let known: Vec<Point> = series::of(last_year).into_iter().chain(points.iter().cloned()).collect();
    let (mut start, mut watch_from) = (0, BASELINE_WEEKS);
    let mut last: Option<Alarm> = None;
    while let Some(alarm) = raise(&points, start, watch_from) {
        let until = points.len().min(alarm.raised + HINDSIGHT);
        if moved(&points, &alarm, alarm.onset..until) && !recurs(&points, &known, &alarm) {
            (start, watch_from) = (alarm.raised, alarm.raised + BASELINE_WEEKS);
            last = Some(alarm);
        } else {
            watch_from = alarm.raised + 1;
        }
    }
    let alarm = last?;
    let latest = points.len().saturating_sub(LATEST).max(alarm.onset)..points.len();
    if !moved(&points, &alarm, latest) {
        return None;
    }
    describe(weeks, &points, &alarm)
}

/// The first alarm at or after `watch_from`, against the baseline that begins at `start`.
fn raise(points: &[Point], start: usize, watch_from: usize) -> Option<Alarm> {
    let baseline = points.get(start..start + BASELINE_WEEKS)?;
    let watched = points.get(watch_from..)?;
    let part = |points: &[Point], index: usize| points.iter().map(|p| p.split.parts()[index]).collect::<Vec<_>>();
    let (index, sums) = (0..3)
        .map(|index| (index, cusum(&part(baseline, index), &part(watched, index), FLOOR, SLACK, THRESHOLD)))
        .filter(|(_, sums)| sums.alarm.is_some())
        .min_by(|(_, a), (_, b)| {
            let strength = |sums: &super::Cusum| sums.alarm.map_or(0.0, |week| sums.up[week].max(sums.down[week]));
            a.alarm.cmp(&b.alarm).then(strength(b).total_cmp(&strength(a)))
        })?;
    let in_watched = sums.alarm?;
    let raised = watch_from + in_watched;
    let sum = if sums.up[in_watched] > sums.down[in_watched] { &sums.up } else { &sums.down };
    let began = watch_from + sum[..=in_watched].iter().rposition(|s| *s <= 0.0).map_or(0, |quiet| quiet + 1);
    Some(date(points, start, raised, began, index))
}

/// Dates an alarm: the most probable beginning of the regime a few weeks after it; where that is not
/// between the baseline and the alarm, the week the running sum left zero.
fn date(points: &[Point], start: usize, raised: usize, began: usize, index: usize) -> Alarm {
    let until = points.len().min(raised + HINDSIGHT);
    let splits: Vec<Split> = points[start..until].iter().map(|p| p.split).collect();
    let runs = changepoint(&splits, TRIALS, HAZARD);
    let dated = runs.last().and_then(|run| {
        let onset = until.checked_sub(run.most_probable)?;
        let (shortest, longest) = run.credible(DATING);
        let span = (until.saturating_sub(longest).max(start + 1), until.saturating_sub(shortest).min(raised));
        (start + LEAST_BEFORE..=raised).contains(&onset).then_some((onset, span.0.min(onset), span.1.max(onset)))
    });
    let (onset, earliest, latest) = dated.unwrap_or((began, began, raised));
    Alarm { start, onset, earliest, latest, raised, index }
}

/// True where the mean over `span` differs by the floor or more from that before the onset.
fn moved(points: &[Point], alarm: &Alarm, span: std::ops::Range<usize>) -> bool {
    let before = mean(&points[alarm.start..alarm.onset], alarm.index);
    (mean(&points[span], alarm.index) - before).abs() >= FLOOR
}

fn recurs(points: &[Point], known: &[Point], alarm: &Alarm) -> bool {
    let until = points.len().min(alarm.raised + HINDSIGHT);
    season::recurs(&points[alarm.onset..until], known, alarm.index)
}

fn describe(weeks: &[(Week, PeriodReading)], points: &[Point], alarm: &Alarm) -> Option<Shift> {
    let (old, new) = (&points[alarm.start..alarm.onset], &points[alarm.onset..]);
    let before = shares(weeks, old)?;
    let after = shares(weeks, new)?;
    let change = |i: usize| (after[i].point - before[i].point).abs();
    let most = (0..3).max_by(|a, b| change(*a).total_cmp(&change(*b)).then(b.cmp(a)))?;
    Some(Shift {
        bucket: Bucket::SPLIT[most],
        week: points[alarm.onset].week,
        range: (points[alarm.earliest].week, points[alarm.latest].week),
        alarm: points[alarm.raised].week,
        before,
        after,
        weeks_since: u32::try_from(new.len()).unwrap_or(u32::MAX),
    })
}

/// Headline shares over some weeks, made anew from their totals.
fn shares(weeks: &[(Week, PeriodReading)], points: &[Point]) -> Option<[Share; 3]> {
    let readings: Vec<&PeriodReading> = points.iter().map(|p| &weeks[p.at].1).collect();
    let totals = sum::sum(readings.iter().map(|r| &r.totals))?;
    let visible = readings.first()?.buckets.map(|b| b.visible);
    let reading = read::read_period(String::new(), totals, visible);
    let share = |bucket| reading.bucket(bucket).headline;
    Some([share(Bucket::Strategy)?, share(Bucket::People)?, share(Bucket::Building)?])
}

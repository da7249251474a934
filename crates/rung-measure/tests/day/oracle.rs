//! An independent oracle: the decision procedure of MEASURE section 5 written minute by minute, in its
//! plainest form, held against the layout on random days.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rung_model::{
    activity::Activity,
    evidence::{EvidenceId, Object, Verb, When},
    kind::Kind,
    minutes::Minutes,
    occurrence::{Occurrence, Rsvp},
    prior::{InstantKind, Priors},
};

use crate::{language::*, random::plain_day};

type Set = BTreeSet<i64>;

/// What one piece of evidence takes: least, best guess (with its weight), most.
struct Take {
    activity: Activity,
    low: Set,
    point: Set,
    weight: f64,
    high: Set,
}

fn minute(at: jiff::Timestamp) -> i64 {
    (at.as_second() - common_start()).div_euclid(60)
}

fn common_start() -> i64 {
    at(DAY, "0:00").as_second()
}

fn activity(known: &Known) -> Activity {
    match known.kind {
        Kind::Activity(activity) => activity,
        other => unreachable!("plain days hold activities only: {other:?}"),
    }
}

fn rank(occurrence: &Occurrence) -> Option<u8> {
    match occurrence.rsvp {
        Rsvp::Accepted | Rsvp::Organizer | Rsvp::Own => Some(1),
        Rsvp::Tentative => Some(2),
        Rsvp::NeedsAction => Some(3),
        Rsvp::Declined | Rsvp::Delegated => None,
    }
}

fn takes(known: &[Known]) -> Vec<Take> {
    let commits: Vec<i64> = known
        .iter()
        .filter(|known| known.evidence.verb == Verb::Committed)
        .filter_map(|known| match known.evidence.when {
            When::Instant { at, .. } => Some(minute(at)),
            _ => None,
        })
        .collect();
    // Intervals: (rank, length, start, id); logged time first.
    let mut intervals: Vec<(u8, i64, i64, EvidenceId, &Known)> = Vec::new();
    let mut instants: Vec<(i64, Verb, EvidenceId, &Known)> = Vec::new();
    for known in known {
        match (&known.evidence.object, &known.evidence.when) {
            (Object::Occurrence(occurrence), When::Interval { start, end, .. }) => {
                let (start, end) = (minute(*start), minute(*end).min(1_440));
                let Some(rank) = rank(occurrence) else { continue };
                if rank > 1 && commits.iter().any(|commit| start < *commit && *commit <= end) {
                    continue;
                }
                intervals.push((rank, end - start, start, known.id(), known));
            }
            (Object::Logged(_), When::Interval { start, end, .. }) => {
                intervals.push((0, minute(*end) - minute(*start), minute(*start), known.id(), known));
            }
            (_, When::Instant { at, .. }) => instants.push((minute(*at), known.evidence.verb, known.id(), known)),
            other => unreachable!("not on plain days: {other:?}"),
        }
    }
    intervals.sort_by_key(|(rank, length, start, id, _)| (*rank, *length, *start, *id));
    intervals.dedup_by_key(|interval| interval.3);
    instants.sort_by_key(|(minute, verb, id, _)| (*minute, *verb, *id));
    instants.dedup_by_key(|instant| instant.2);
    let mut out = Vec::new();
    let (mut sure, mut soft) = (Set::new(), Set::new());
    for (rank, length, start, _, known) in intervals {
        let all: Set = (start..start + length).collect();
        let slot: Set = all.iter().copied().filter(|m| !sure.contains(m) && !soft.contains(m)).collect();
        if rank <= 1 {
            sure.extend(&slot);
            out.push(Take {
                activity: activity(known),
                low: slot.clone(),
                high: slot.clone(),
                point: slot,
                weight: 1.0,
            });
        } else {
            soft.extend(&slot);
            let high = all.difference(&sure).copied().collect();
            out.push(Take { activity: activity(known), low: Set::new(), point: slot, weight: 0.5, high });
        }
    }
    let priors = Priors::default();
    let mut previous: Option<i64> = None;
    for (at, verb, _, known) in instants {
        if sure.contains(&(at - 1)) {
            continue;
        }
        let kind = if verb == Verb::Reviewed { InstantKind::CodeReview } else { InstantKind::of(activity(known)) };
        let prior = priors.get(kind);
        let cap = prior.cap as i64;
        let from = (at - cap).max(previous.unwrap_or(0)).max(0);
        let high: Set = (from..at).filter(|m| !sure.contains(m)).collect();
        let free: Vec<i64> = high.iter().copied().filter(|m| !soft.contains(m)).collect();
        let session = previous.is_some_and(|previous| at - previous <= cap);
        let want = if session { free.len() } else { free.len().min(prior.typical as usize) };
        let point: Set = free.iter().rev().take(want).copied().collect();
        let low: Set = point.iter().rev().take(prior.low as usize).copied().collect();
        out.push(Take { activity: activity(known), low, point, weight: 1.0, high });
        previous = Some(at);
    }
    out
}

/// Minutes by activity, inside and outside the window; the most of an activity counts a minute once.
fn oracle(known: &[Known]) -> [BTreeMap<Activity, Minutes>; 2] {
    let takes = takes(known);
    [true, false].map(|inside| {
        let side = |set: &Set| set.iter().filter(|m| (540..1_050).contains(*m) == inside).count() as f64;
        let mut sums: BTreeMap<Activity, (Minutes, Set)> = BTreeMap::new();
        for take in &takes {
            let (sum, high) = sums.entry(take.activity).or_default();
            sum.low += side(&take.low);
            sum.point += side(&take.point) * take.weight;
            high.extend(&take.high);
        }
        let whole = sums.into_iter().map(|(activity, (sum, high))| (activity, Minutes { high: side(&high), ..sum }));
        whole.filter(|(_, minutes)| *minutes != Minutes::ZERO).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_layout_agrees_with_the_oracle(known in plain_day()) {
        let totals = totals(&known);
        let [inside, outside] = oracle(&known);
        prop_assert_eq!(totals.activities, inside);
        prop_assert_eq!(totals.activities_after, outside);
    }
}

//! The same meeting in several calendars: one person, one meeting, the surest answer kept.

use std::collections::{BTreeMap, HashMap, hash_map::Entry};

use rung_model::{
    evidence::{Evidence, EvidenceId, Object, When},
    occurrence::{Occurrence, Rsvp},
};

use crate::recognition::Item;

/// What makes two occurrences the same meeting: their UID and either the instance of the series as
/// the file writes it, or the moment (two programs may write one instance differently).
#[derive(PartialEq, Eq, Hash)]
enum Instance<'a> {
    Recurrence(Option<&'a str>),
    Start(i64),
}

/// For each occurrence (by index) that is the same meeting as a surer one: that one's id.
/// Looks only where more than one calendar takes part; entries without a UID are never the same.
pub(super) fn twins(items: &[Item<'_>]) -> BTreeMap<usize, EvidenceId> {
    let mut found = BTreeMap::new();
    if !several_calendars(items) {
        return found;
    }
    let mut best: HashMap<(&str, Instance<'_>), &Evidence> = HashMap::with_capacity(items.len() * 2);
    let mut any = false;
    for item in items {
        for key in keys(item.evidence) {
            match best.entry(key) {
                Entry::Vacant(vacant) => {
                    vacant.insert(item.evidence);
                }
                Entry::Occupied(mut held) => {
                    any |= held.get().id != item.evidence.id;
                    if surety(item.evidence) > surety(held.get()) {
                        held.insert(item.evidence);
                    }
                }
            }
        }
    }
    if any {
        for (index, item) in items.iter().enumerate() {
            let held = keys(item.evidence).filter_map(|key| best.get(&key)).max_by_key(|held| surety(held));
            if let Some(held) = held.filter(|held| held.id != item.evidence.id) {
                found.insert(index, held.id);
            }
        }
    }
    found
}

fn several_calendars(items: &[Item<'_>]) -> bool {
    let mut sources = items.iter().filter(|item| occurrence(item.evidence).is_some()).map(|item| &item.evidence.source);
    let Some(first) = sources.next() else { return false };
    sources.any(|source| source != first)
}

fn occurrence(evidence: &Evidence) -> Option<&Occurrence> {
    match &evidence.object {
        Object::Occurrence(occurrence) => Some(occurrence),
        Object::Commit(_) | Object::Logged(_) | Object::Item(_) | Object::Entry(_) => None,
    }
}

fn keys(evidence: &Evidence) -> impl Iterator<Item = (&str, Instance<'_>)> {
    let named = occurrence(evidence).filter(|occurrence| !occurrence.uid.is_empty());
    named.into_iter().flat_map(|occurrence| {
        let uid = occurrence.uid.as_str();
        let start = match evidence.when {
            When::Interval { start, .. } => Some((uid, Instance::Start(start.as_second()))),
            When::Instant { .. } | When::AllDay { .. } | When::Amount { .. } => None,
        };
        start.into_iter().chain([(uid, Instance::Recurrence(occurrence.recurrence_id.as_deref()))])
    })
}

/// How much an entry says about its owner's part: a cancellation is final, an answer given beats
/// none, a named invitation beats a bare copy; a readable entry beats a private one. Ids break ties.
fn surety(evidence: &Evidence) -> (u8, bool, EvidenceId) {
    let Some(occurrence) = occurrence(evidence) else { return (0, false, evidence.id) };
    let rank = match occurrence.rsvp {
        _ if occurrence.cancelled => 7,
        Rsvp::Organizer => 6,
        Rsvp::Accepted => 5,
        Rsvp::Declined => 4,
        Rsvp::Delegated => 3,
        Rsvp::Tentative => 2,
        Rsvp::NeedsAction => 1,
        Rsvp::Own => 0,
    };
    (rank, !occurrence.private, evidence.id)
}

//! Entries of one person that overlap: told once for each person, resolved where days are laid out.

use std::{collections::BTreeMap, sync::Arc};

use jiff::Timestamp;
use rung_model::{
    evidence::{Evidence, EvidenceId, Object, When},
    problem::{Problem, Severity},
};

use crate::source::Query;

/// So many people are named.
const MOST_PEOPLE: usize = 20;

/// One stretch: its ends, its fact, its file and line.
type Stretch = (Timestamp, Timestamp, EvidenceId, Arc<str>, usize);

/// The stretches of every person.
#[derive(Default)]
pub(super) struct Overlaps(BTreeMap<String, Vec<Stretch>>);

impl Overlaps {
    /// Remembers those facts that people stated and that were asked for.
    pub(super) fn see(&mut self, facts: &[Evidence], query: &Query<'_>) {
        for fact in facts.iter().filter(|fact| query.wants(&fact.when)) {
            if let (When::Interval { start, end, .. }, Object::Entry(entry)) = (&fact.when, &fact.object)
                && !entry.automatic
            {
                let stretch = (*start, *end, fact.id, Arc::clone(&entry.file), entry.line);
                self.0.entry(fact.actor.key()).or_default().push(stretch);
            }
        }
    }

    /// A note for each person with entries that overlap; of many people the first ones.
    pub(super) fn notes(self) -> Vec<Problem> {
        let mut notes: Vec<Problem> = self.0.into_iter().filter_map(|(who, stretches)| note(&who, stretches)).collect();
        let more = notes.len().saturating_sub(MOST_PEOPLE);
        if more > 0 {
            notes.truncate(MOST_PEOPLE);
            if let Some(last) = notes.last_mut() {
                last.what = format!("{}; so do entries of {more} more people", last.what);
            }
        }
        notes
    }
}

fn note(who: &str, mut stretches: Vec<Stretch>) -> Option<Problem> {
    stretches.sort();
    stretches.dedup_by_key(|stretch| stretch.2);
    let mut until: Option<&Stretch> = None;
    let (mut count, mut first) = (0, None);
    for stretch in &stretches {
        if let Some(before) = until.filter(|before| stretch.0 < before.1) {
            count += 1;
            first.get_or_insert((before, stretch));
        }
        if until.is_none_or(|before| stretch.1 > before.1) {
            until = Some(stretch);
        }
    }
    let (before, (_, _, _, file, line)) = first?;
    let many = if count == 1 { "1 entry overlaps".to_owned() } else { format!("{count} entries overlap") };
    let place = if before.3 == *file { format!("line {}", before.4) } else { format!("{}:{}", before.3, before.4) };
    let what = format!("{many} an earlier one of {who}, first this one with the one at {place}");
    let mend = "nothing to do, each minute counts once; correct the log where an entry is wrong";
    Some(Problem::new(Severity::Note, &**file, "overlapping-entries", what, mend).at_line(*line))
}

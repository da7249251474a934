//! One comment or worklog in two forms of export, where each names its author in its own way.
//!
//! JSON tells id, login and name of an account; a table may tell any one of them. Of two entries of one issue, one
//! minute and one length, the one whose author is named by a word of the other's author is the same entry.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date};
use rung_model::evidence::{Evidence, Object, Verb, When};

use super::pool::{token, words};

/// What two forms of one entry have in common.
#[derive(PartialEq, Eq, Hash)]
struct Common {
    verb: Verb,
    project: Arc<str>,
    key: Arc<str>,
    start: Start,
    seconds: i64,
}

#[derive(PartialEq, Eq, Hash)]
enum Start {
    Minute(i64),
    Day(Date),
}

/// Leaves out what another entry says with more words about its author. `evidence` is sorted by time.
pub(super) fn leave_out(evidence: &mut Vec<Evidence>) {
    let mut left_out = HashSet::new();
    for minute in evidence.chunk_by(|a, b| together(&a.when, &b.when)).filter(|chunk| chunk.len() > 1) {
        let mut groups: HashMap<Common, Vec<&Evidence>> = HashMap::new();
        for fact in minute {
            if let Some(common) = common(fact) {
                groups.entry(common).or_default().push(fact);
            }
        }
        for group in groups.into_values().filter(|group| group.len() > 1) {
            left_out.extend(poorer(&group));
        }
    }
    if !left_out.is_empty() {
        evidence.retain(|fact| !left_out.contains(&fact.id));
    }
}

/// The facts of a group whose author a richer account of it stands for.
fn poorer<'e>(group: &[&'e Evidence]) -> Vec<rung_model::evidence::EvidenceId> {
    let count = |fact: &Evidence| words(&fact.actor).count();
    // By each word, the richest account that carries it.
    let mut richest: HashMap<String, usize> = HashMap::new();
    for fact in group {
        for word in words(&fact.actor) {
            let most = richest.entry(word.to_lowercase()).or_default();
            *most = (*most).max(count(fact));
        }
    }
    let is_poorer = |fact: &&&'e Evidence| richest.get(&token(&fact.actor)).is_some_and(|most| *most > count(fact));
    group.iter().filter(is_poorer).map(|fact| fact.id).collect()
}

/// Whether two facts that follow each other may have a minute in common; amounts stand at the start of their day.
fn together(a: &When, b: &When) -> bool {
    match (start(a), start(b)) {
        (Start::Minute(a), Start::Minute(b)) => a == b,
        _ => true,
    }
}

fn start(when: &When) -> Start {
    let minute = |at: &Timestamp| Start::Minute(at.as_second().div_euclid(60));
    match when {
        When::Instant { at, .. } | When::Interval { start: at, .. } => minute(at),
        When::AllDay { first: day, .. } | When::Amount { day, .. } => Start::Day(*day),
    }
}

fn common(fact: &Evidence) -> Option<Common> {
    let item = match &fact.object {
        Object::Item(event) if fact.verb == Verb::Commented => &event.item,
        Object::Entry(entry) => entry.item.as_ref()?,
        _ => return None,
    };
    let seconds = match &fact.when {
        When::Interval { start, end, .. } => end.as_second() - start.as_second(),
        When::Amount { minutes, .. } => i64::from(*minutes) * 60,
        _ => 0,
    };
    let (project, key) = (Arc::clone(&item.project), Arc::clone(&item.key));
    Some(Common { verb: fact.verb, project, key, start: start(&fact.when), seconds })
}

//! A squash gives way to the commits of its pull request, where a forge names them (MEASURE 11.7).

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use rung_model::{
    commit::Standing,
    evidence::{Evidence, Object, Quality},
};

/// Marks the commits that a pull request became on the main line and whose own commits are among the evidence:
/// of several as their squash, of one as its copy. A merge of two lines is none, and a pull request whose own commit
/// is the one on the main line was taken in as it is. Whatever the order of the evidence,
/// and however often it is done, the outcome is the same.
pub fn settle(evidence: &mut [Evidence]) {
    let mut became: HashMap<String, Vec<String>> = HashMap::new();
    for fact in evidence.iter() {
        if let Object::Item(event) = &fact.object
            && let Some(id) = &event.item.merged_as
            && !event.item.commits.contains(id)
        {
            became.entry(id.clone()).or_default().extend(event.item.commits.iter().cloned());
        }
    }
    if became.is_empty() {
        return;
    }
    let told: HashSet<String> = evidence
        .iter()
        .filter_map(|fact| match &fact.object {
            Object::Commit(commit) => Some(commit.id.clone()),
            _ => None,
        })
        .collect();
    for fact in evidence {
        let Object::Commit(commit) = &mut fact.object else { continue };
        let Some(own) = became.get(&commit.id).filter(|_| !commit.is_merge()) else { continue };
        let mut known: Vec<String> = own.iter().filter(|one| told.contains(*one)).cloned().collect();
        known.sort();
        known.dedup();
        let standing = match known.as_slice() {
            [] => continue,
            [only] => Standing::CopyOf(only.clone()),
            _ => Standing::SquashOf(known),
        };
        if matches!(standing, Standing::SquashOf(_)) {
            fact.quality = Quality::Squashed;
        }
        Arc::make_mut(commit).standing = standing;
    }
}

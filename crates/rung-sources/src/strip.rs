//! Minimising (PRIVACY P9): a fact without titles, names, addresses, labels and text, once it is known what it counts as.
//!
//! What stays is what laying out a day needs: when, how it is known, whether it was accepted, cancelled or folded from
//! others, and opaque ids by which a correction finds it again.

use std::sync::Arc;

use rung_model::{
    account::Account,
    commit::Commit,
    evidence::{Evidence, Object},
    logged::Logged,
    occurrence::Occurrence,
    time_entry::TimeEntry,
    work_item::{ItemEvent, WorkItem},
};

/// The fact, stripped.
pub fn strip(fact: &Evidence) -> Evidence {
    let object = match &fact.object {
        Object::Occurrence(one) => Object::Occurrence(Box::new(occurrence(one))),
        Object::Commit(one) => Object::Commit(Arc::new(commit(one))),
        Object::Item(one) => {
            Object::Item(Box::new(ItemEvent { item: Arc::new(item(&one.item)), change: one.change.clone() }))
        }
        Object::Entry(one) => Object::Entry(Box::new(entry(one))),
        Object::Logged(one) => Object::Logged(Box::new(Logged { note: None, ..(**one).clone() })),
    };
    Evidence { actor: nobody(), object, ..fact.clone() }
}

fn nobody() -> Arc<Account> {
    Arc::new(Account::default())
}

fn occurrence(one: &Occurrence) -> Occurrence {
    Occurrence { title: None, categories: Vec::new(), organizer: None, others: Vec::new(), ..one.clone() }
}

fn commit(one: &Commit) -> Commit {
    Commit {
        author: nobody(),
        committer: nobody(),
        co_authors: Vec::new(),
        reviewers: Vec::new(),
        paths: None,
        ..one.clone()
    }
}

fn item(one: &WorkItem) -> WorkItem {
    WorkItem { title: None, labels: Vec::new(), author: None, assignees: Vec::new(), ..one.clone() }
}

fn entry(one: &TimeEntry) -> TimeEntry {
    TimeEntry { title: None, tags: Vec::new(), item: one.item.as_deref().map(|own| Arc::new(item(own))), ..one.clone() }
}

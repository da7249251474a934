//! Identity: whose account is whose. Only safe rules bind; a likeness is a suggestion, never a merge.
//!
//! | step | file | what happens |
//! |---|---|---|
//! | see | `seen` | evidence gives accounts, with how much each did |
//! | relate | `graph` | the safe rules become edges; claims that speak against each other are listed |
//! | gather | `groups` | edges make people; the user's journal, replayed by `in_force`, wins |
//! | tell | `answer` | people, accounts of nobody, shares |
//! | suggest | `suggest` | names and logins that are alike, each with its reason |
//! | own | `own` | which accounts are the user's own (PRIVACY P20) |
//!
//! The same accounts, roster and journal give the same answer, in any order and however often
//! an account is handed in.

mod answer;
mod conflict;
mod graph;
mod groups;
mod in_force;
mod own;
mod plain;
mod seen;
mod suggest;
mod suggestion;
mod union;

use std::collections::BTreeSet;

use rung_model::identity::journal::JournalEntry;

pub use answer::{Found, Identities, Known, Share};
pub use conflict::{Conflict, Contradiction};
pub use graph::Configured;
pub use in_force::InForce;
pub use own::{Own, mine};
pub use seen::{Seen, accounts_of};
pub use suggestion::{Reason, Strength, Suggestion};

/// Whose accounts these are, from what is configured and what the user said.
pub fn resolve(seen: &[Seen], configured: &Configured<'_>, journal: &[JournalEntry]) -> Identities {
    let said = InForce::of(journal);
    let links = said.links();
    let named: Vec<&str> = links.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let graph = graph::Graph::of(seen, configured, &named);
    let mut conflicts: BTreeSet<Conflict> = graph.conflicts.clone();
    let groups = groups::by_journal(&graph, &said, &mut conflicts);
    let suggestions = suggest::likenesses(&graph, &groups, &said, configured);
    answer::tell(&graph, &groups, configured, suggestions, conflicts.into_iter().collect())
}

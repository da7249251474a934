//! Which accounts are the user's own: what a personal reading may hold (PRIVACY P20).

use std::collections::BTreeSet;

use rung_model::{
    evidence::Evidence,
    identity::journal::{Act, JournalEntry},
};

use super::{Configured, Seen, resolve};

/// Keys of the user's own accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    keys: BTreeSet<String>,
}

impl Own {
    /// What is configured as the user's own, and the accounts seen that safe rules bind to it.
    /// A link of the journal adds nothing: to make an account one's own is a deliberate act
    /// that reports state, and belongs into the settings. A parting takes away.
    pub fn of(seen: &[Seen], configured: &Configured<'_>, journal: &[JournalEntry]) -> Self {
        let partings = journal.iter().filter(|entry| matches!(entry.act, Act::Part(_) | Act::Rejoin(_)));
        let partings: Vec<JournalEntry> = partings.cloned().collect();
        let identities = resolve(seen, configured, &partings);
        let mut keys: BTreeSet<String> = configured.own.iter().cloned().collect();
        for person in identities.people.into_iter().filter(|person| person.me) {
            keys.extend(person.accounts.into_iter().map(|(account, _)| account.key));
        }
        Self { keys }
    }

    /// All of them, in order.
    pub fn keys(&self) -> Vec<String> {
        self.keys.iter().cloned().collect()
    }

    /// True where the account with this key is the user's.
    pub fn holds(&self, key: &str) -> bool {
        self.keys.contains(key)
    }
}

/// True where the fact is the user's own: its actor is an account of theirs.
pub fn mine(evidence: &Evidence, own: &Own) -> bool {
    own.holds(&evidence.actor.key())
}

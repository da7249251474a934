//! What a journal says in the end: each entry in its order, the later one wins.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::identity::journal::{Act, JournalEntry};

/// Links, partings and dismissals in force. Saying a thing twice says nothing new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    links: BTreeMap<(String, String), usize>,
    by_account: BTreeMap<String, BTreeSet<(String, String)>>,
    parted: BTreeSet<String>,
    dismissed: BTreeSet<(String, String)>,
}

impl InForce {
    /// Replays a journal.
    pub fn of(journal: &[JournalEntry]) -> Self {
        let mut state = Self::default();
        for (index, entry) in journal.iter().enumerate() {
            match &entry.act {
                Act::Link(a, b) if a != b => state.link(a, b, index),
                Act::Link(..) => {}
                Act::Unlink(account) => state.unlink(account),
                Act::Part(account) => _ = state.parted.insert(account.clone()),
                Act::Rejoin(account) => _ = state.parted.remove(account),
                Act::Dismiss(a, b) => _ = state.dismissed.insert(pair(a, b)),
                Act::Recall(a, b) => _ = state.dismissed.remove(&pair(a, b)),
            }
        }
        state
    }

    fn link(&mut self, a: &str, b: &str, index: usize) {
        let (first, second) = (a.to_owned(), b.to_owned());
        if self.links.remove(&(second.clone(), first.clone())).is_some() {
            self.by_account.entry(first.clone()).or_default().remove(&(second.clone(), first.clone()));
            self.by_account.entry(second.clone()).or_default().remove(&(second.clone(), first.clone()));
        }
        let both = (first, second);
        self.by_account.entry(both.0.clone()).or_default().insert(both.clone());
        self.by_account.entry(both.1.clone()).or_default().insert(both.clone());
        self.links.insert(both, index);
    }

    fn unlink(&mut self, account: &str) {
        for both in self.by_account.remove(account).unwrap_or_default() {
            let other = if both.0 == account { &both.1 } else { &both.0 };
            if let Some(links) = self.by_account.get_mut(other) {
                links.remove(&both);
                if links.is_empty() {
                    self.by_account.remove(other);
                }
            }
            self.links.remove(&both);
        }
    }

    /// Links by hand, the newest first.
    pub fn links(&self) -> Vec<(&str, &str)> {
        let mut links: Vec<_> = self.links.iter().map(|((a, b), at)| (*at, a.as_str(), b.as_str())).collect();
        links.sort_unstable_by(|a, b| b.cmp(a));
        links.into_iter().map(|(_, a, b)| (a, b)).collect()
    }

    /// True where a link by hand names the account.
    pub fn is_linked(&self, account: &str) -> bool {
        self.by_account.contains_key(account)
    }

    /// True where these two are linked by hand, in either order.
    pub fn are_linked(&self, a: &str, b: &str) -> bool {
        let both = |a: &str, b: &str| self.links.contains_key(&(a.to_owned(), b.to_owned()));
        both(a, b) || both(b, a)
    }

    /// Accounts no rule may bind.
    pub fn parted(&self) -> &BTreeSet<String> {
        &self.parted
    }

    /// Pairs not to be suggested; the smaller key first.
    pub fn dismissed(&self) -> &BTreeSet<(String, String)> {
        &self.dismissed
    }
}

fn pair(a: &str, b: &str) -> (String, String) {
    (a.min(b).to_owned(), a.max(b).to_owned())
}

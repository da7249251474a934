//! Accounts as nodes, and the safe rules as edges between them. No edge comes from a likeness.
//!
//! | edge | between |
//! |---|---|
//! | named | a person of the roster, or the user, and what the roster or their settings name |
//! | login | a login that is named so, and the one account that bears it |
//! | noreply | `ID+login@users.noreply.HOST` and the account `HOST:ID` |
//! | address | an account and the address it states, where no other account of its system states it |

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use rung_model::{
    account::Account,
    identity::{
        ground::Ground,
        key::{self, Noreply},
        person::PersonKey,
    },
    roster::Roster,
};

use super::{
    conflict::{Conflict, Contradiction},
    plain,
    seen::{Seen, both},
};

/// What is known of people before any evidence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Configured<'a> {
    /// The roster, where there is one.
    pub roster: Option<&'a Roster>,
    /// Keys of the user's own accounts and addresses.
    pub own: &'a [String],
}

/// Everything seen under one key.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub(super) key: String,
    pub(super) names: BTreeSet<String>,
    pub(super) logins: BTreeSet<String>,
    pub(super) addresses: BTreeSet<String>,
    pub(super) system: Option<Arc<str>>,
    pub(super) shown: Option<Account>,
    pub(super) rows: u64,
    pub(super) days: Option<(Date, Date)>,
    pub(super) sources: BTreeMap<Arc<str>, u64>,
}

/// Two nodes of one person, with the ground each is bound on.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    pub(super) ends: [usize; 2],
    pub(super) grounds: [Option<Ground>; 2],
    pub(super) named: bool,
}

/// Nodes, edges and what claims spoke against each other.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    pub(super) conflicts: BTreeSet<Conflict>,
    /// Place of each person of the roster: node to roster index.
    pub(super) people: BTreeMap<usize, usize>,
    /// The user's node.
    pub(super) me: Option<usize>,
    index: BTreeMap<String, usize>,
}

impl Graph {
    pub(super) fn of(seen: &[Seen], configured: &Configured<'_>, also: &[&str]) -> Self {
        let mut graph = Self::default();
        let mut seen: Vec<&Seen> = seen.iter().collect();
        seen.sort_unstable();
        seen.dedup();
        for one in seen {
            graph.take(one);
        }
        for key in also {
            graph.node(key);
        }
        let claimed = graph.claims(configured);
        graph.logins(&claimed);
        graph.noreplies();
        graph.addresses(&claimed);
        graph
    }

    pub(super) fn find(&self, key: &str) -> Option<usize> {
        self.index.get(key).copied()
    }

    fn node(&mut self, key: &str) -> usize {
        if let Some(at) = self.find(key) {
            return at;
        }
        let at = self.nodes.len();
        self.nodes.push(Node { key: key.to_owned(), ..Node::default() });
        self.index.insert(key.to_owned(), at);
        at
    }

    fn take(&mut self, seen: &Seen) {
        let at = self.node(&seen.account.key());
        let node = &mut self.nodes[at];
        let account = &seen.account;
        node.names.extend(account.name.clone());
        if let Some(handle) = &account.handle {
            node.system = Some(Arc::clone(&handle.system));
            node.logins.extend(handle.login.as_ref().map(|login| login.to_lowercase()));
            node.addresses.extend(account.address.clone());
        }
        let newest = |days: Option<(Date, Date)>| days.map(|(_, last)| last);
        if node.shown.is_none() || newest(seen.days) > newest(node.days) {
            node.shown = Some(account.clone());
        }
        node.days = both(node.days, seen.days);
        node.rows += seen.rows;
        for (source, rows) in &seen.sources {
            *node.sources.entry(Arc::clone(source)).or_default() += rows;
        }
    }

    /// Joins people with what names them; what two people claim joins nobody. Gives the keys claimed.
    fn claims(&mut self, configured: &Configured<'_>) -> BTreeMap<String, usize> {
        let mut claims: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (index, person) in configured.roster.iter().flat_map(|roster| &roster.people).enumerate() {
            let named = PersonKey::of_roster(&person.id);
            let at = self.node(&named);
            self.people.entry(at).or_insert(index);
            for key in person.addresses.iter().chain(&person.accounts) {
                claims.entry(key.clone()).or_default().insert(named.clone());
            }
        }
        let mut claimed = BTreeMap::new();
        for (key, by) in claims {
            let at = self.node(&key);
            claimed.insert(key.clone(), by.len());
            match by.first().filter(|_| by.len() == 1) {
                Some(person) => {
                    let person = self.node(person);
                    self.join_named(person, at, Ground::Roster { named: key });
                }
                None => {
                    self.conflicts.insert(Conflict {
                        key,
                        between: by.into_iter().collect(),
                        why: Contradiction::ClaimedTwice,
                    });
                }
            }
        }
        if !configured.own.is_empty() {
            let me = self.node(&PersonKey::Me.to_string());
            self.me = Some(me);
            for key in configured.own {
                let at = self.node(key);
                self.join_named(me, at, Ground::Settings { named: key.clone() });
                claimed.entry(key.clone()).or_insert(1);
            }
        }
        claimed
    }

    fn logins(&mut self, claimed: &BTreeMap<String, usize>) {
        let mut bearers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for node in &self.nodes {
            let address = key::is_address(&node.key).then(|| Noreply::parse(&node.key)).flatten();
            if let Some((said, id)) = address.and_then(|said| said.key().map(|id| (said, id))) {
                bearers.entry(format!("{}:@{}", said.system, said.login)).or_default().insert(id);
            }
            for login in node.system.iter().flat_map(|system| node.logins.iter().map(move |l| format!("{system}:@{l}")))
            {
                if login != node.key {
                    bearers.entry(login).or_default().insert(node.key.clone());
                }
            }
        }
        let mut named: BTreeMap<usize, Ground> = BTreeMap::new();
        for edge in self.edges.iter().filter(|edge| edge.named) {
            if let Some(ground) = &edge.grounds[1] {
                let surest = named.entry(edge.ends[1]).or_insert_with(|| ground.clone());
                *surest = ground.min(surest).clone();
            }
        }
        for (login, by) in bearers.into_iter().filter(|(login, _)| claimed.get(login) == Some(&1)) {
            if let Some(id) = by.first().filter(|_| by.len() == 1) {
                let ends = [self.node(&login), self.node(id)];
                let ground = named.get(&ends[0]).cloned();
                self.edges.push(Edge { ends, grounds: [None, ground], named: false });
            } else {
                let between = by.into_iter().collect();
                self.conflicts.insert(Conflict { key: login, between, why: Contradiction::BorneTwice });
            }
        }
    }

    fn noreplies(&mut self) {
        let said = self.nodes.iter().filter(|node| key::is_address(&node.key));
        let said: Vec<_> = said.filter_map(|n| Some((n.key.clone(), Noreply::parse(&n.key)?.key()?))).collect();
        for (address, id) in said {
            let ends = [self.node(&address), self.node(&id)];
            let ground = Some(Ground::Noreply { id });
            self.edges.push(Edge { ends, grounds: [ground.clone(), ground], named: false });
        }
    }

    fn addresses(&mut self, claimed: &BTreeMap<String, usize>) {
        let mut stated: BTreeMap<String, BTreeMap<Arc<str>, BTreeSet<String>>> = BTreeMap::new();
        for node in &self.nodes {
            let Some(system) = &node.system else { continue };
            for address in &node.addresses {
                let by = stated.entry(address.clone()).or_default();
                by.entry(Arc::clone(system)).or_default().insert(node.key.clone());
            }
        }
        for (address, by) in stated {
            let nobodys = plain::is_shared(&address) || Noreply::parse(&address).is_some_and(|said| said.id.is_none());
            if nobodys || claimed.get(&address).is_some_and(|people| *people > 1) {
                continue;
            }
            if by.values().any(|accounts| accounts.len() > 1) {
                let between = by.into_values().flatten().collect();
                self.conflicts.insert(Conflict { key: address, between, why: Contradiction::StatedTwice });
                continue;
            }
            let at = self.node(&address);
            for account in by.into_values().flatten() {
                let ground = Some(Ground::Address { address: address.clone() });
                let ends = [self.node(&account), at];
                self.edges.push(Edge { ends, grounds: [ground.clone(), ground], named: false });
            }
        }
    }

    fn join_named(&mut self, person: usize, account: usize, ground: Ground) {
        self.edges.push(Edge { ends: [person, account], grounds: [None, Some(ground)], named: true });
    }
}

//! The answer of a resolution: people with their accounts, accounts of nobody, and their share of each source.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use rung_model::identity::{ground::Ground, person::PersonKey};

use super::{
    conflict::Conflict,
    graph::{Configured, Graph, Node},
    groups::Groups,
    suggestion::Suggestion,
};

/// An account with how much it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its key.
    pub key: String,
    /// Its newest display name.
    pub name: Option<String>,
    /// Its newest login.
    pub login: Option<String>,
    /// Rows of evidence.
    pub rows: u64,
    /// First and last day.
    pub days: Option<(Date, Date)>,
    /// Rows by source.
    pub sources: BTreeMap<Arc<str>, u64>,
}

/// A person with their accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub key: PersonKey,
    /// Their name: the roster's, else that of an account, else a key.
    pub name: String,
    /// True for the user.
    pub me: bool,
    /// Accounts seen, by key, each with why it is theirs.
    pub accounts: Vec<(Known, Ground)>,
}

/// How much of a source belongs to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Id of the source.
    pub source: Arc<str>,
    /// Rows of accounts that are nobody's.
    pub unmatched: u64,
    /// All rows.
    pub rows: u64,
}

/// Whose accounts they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identities {
    /// People by name.
    pub people: Vec<Found>,
    /// Accounts that are nobody's, by name.
    pub unmatched: Vec<Known>,
    /// Each source's share of nobody, by id.
    pub shares: Vec<Share>,
    /// Likenesses, the strongest first.
    pub suggestions: Vec<Suggestion>,
    /// Claims that speak against each other.
    pub conflicts: Vec<Conflict>,
    pub(super) by_key: BTreeMap<String, (PersonKey, Ground)>,
}

impl Share {
    /// The part that is nobody's, from 0 to 1.
    pub fn part(&self) -> f64 {
        if self.rows == 0 { 0.0 } else { self.unmatched as f64 / self.rows as f64 }
    }
}

impl Known {
    /// What people call it: name, else login, else key.
    pub fn label(&self) -> &str {
        self.name.as_deref().or(self.login.as_deref()).unwrap_or(&self.key)
    }
}

impl Identities {
    /// Whose an account is and why; `None` for one that is nobody's. Accounts that were only
    /// named, by a roster or a journal, are known here too.
    pub fn person_of(&self, account: &str) -> Option<(&PersonKey, &Ground)> {
        self.by_key.get(account).map(|(person, ground)| (person, ground))
    }

    /// True where both accounts are one person's.
    pub fn same(&self, a: &str, b: &str) -> bool {
        a == b || self.person_of(a).is_some_and(|(one, _)| self.person_of(b).is_some_and(|(other, _)| one == other))
    }

    /// Every account seen, of people first.
    pub fn accounts(&self) -> impl Iterator<Item = &Known> {
        self.people.iter().flat_map(|person| person.accounts.iter().map(|(known, _)| known)).chain(&self.unmatched)
    }
}

pub(super) fn tell(
    graph: &Graph,
    groups: &Groups,
    configured: &Configured<'_>,
    suggestions: Vec<Suggestion>,
    conflicts: Vec<Conflict>,
) -> Identities {
    let mut answer = Identities { suggestions, conflicts, ..Identities::default() };
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (node, root) in groups.root.iter().enumerate() {
        members.entry(*root).or_default().push(node);
    }
    let mut shares: BTreeMap<Arc<str>, (u64, u64)> = BTreeMap::new();
    for (root, nodes) in members {
        let me = graph.me.is_some_and(|me| groups.root[me] == root);
        let mut seen: Vec<&Node> = nodes.iter().map(|at| &graph.nodes[*at]).filter(|n| n.shown.is_some()).collect();
        seen.sort_by(|a, b| a.key.cmp(&b.key));
        let key = match groups.person.get(&root) {
            Some(person) => PersonKey::roster_id(&graph.nodes[*person].key).map(|id| PersonKey::Roster(id.to_owned())),
            None if me => Some(PersonKey::Me),
            None if seen.len() > 1 => seen.first().map(|node| PersonKey::Accounts(node.key.clone())),
            None => None,
        };
        for (source, rows) in seen.iter().flat_map(|node| &node.sources) {
            let share = shares.entry(Arc::clone(source)).or_default();
            *share = (share.0 + if key.is_none() { *rows } else { 0 }, share.1 + rows);
        }
        let Some(key) = key else {
            answer.unmatched.extend(seen.into_iter().map(known));
            continue;
        };
        for at in nodes {
            if let Some(ground) = &groups.ground[at] {
                answer.by_key.insert(graph.nodes[at].key.clone(), (key.clone(), ground.clone()));
            }
        }
        let accounts: Vec<(Known, Ground)> =
            seen.into_iter().filter_map(|node| Some((known(node), answer.by_key.get(&node.key)?.1.clone()))).collect();
        let rostered = groups.person.get(&root).and_then(|person| graph.people.get(person));
        let name = rostered.and_then(|at| Some(configured.roster?.people.get(*at)?.name.clone()));
        let name = name.unwrap_or_else(|| newest_name(&accounts, &key));
        answer.people.push(Found { key, name, me, accounts });
    }
    answer.shares = shares.into_iter().map(|(source, (unmatched, rows))| Share { source, unmatched, rows }).collect();
    answer.people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.key.clone()));
    answer.unmatched.sort_by_cached_key(|known| (known.label().to_lowercase(), known.key.clone()));
    answer
}

fn newest_name(accounts: &[(Known, Ground)], key: &PersonKey) -> String {
    let mut named: Vec<&Known> = accounts.iter().map(|(known, _)| known).filter(|known| known.name.is_some()).collect();
    named.sort_by(|a, b| (b.days.map(|d| d.1), &a.key).cmp(&(a.days.map(|d| d.1), &b.key)));
    named.first().map_or_else(|| key.to_string(), |known| known.label().to_owned())
}

fn known(node: &Node) -> Known {
    let shown = node.shown.as_ref();
    let handle = shown.and_then(|account| account.handle.as_ref());
    Known {
        key: node.key.clone(),
        name: shown.and_then(|account| account.name.clone()).or_else(|| node.names.first().cloned()),
        login: handle.and_then(|handle| handle.login.as_deref()).map(str::to_owned),
        rows: node.rows,
        days: node.days,
        sources: node.sources.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_nobody_is_a_part_of_all_rows() {
        let share = Share { source: "git:ledger".into(), unmatched: 32, rows: 100 };
        assert!((share.part() - 0.32).abs() < 1e-9);
        assert!(Share { source: "git:ledger".into(), unmatched: 0, rows: 0 }.part().abs() < f64::EPSILON);
    }
}

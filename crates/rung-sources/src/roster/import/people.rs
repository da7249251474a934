//! References: what a source calls people and teams, and whom that means.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::roster::{Person, Team};

use crate::strict::Placed;

/// Most candidates that are offered.
const MOST: usize = 5;
/// Most names that a reference is compared with for likeness: more would make a large import slow.
const MOST_COMPARED: usize = 20_000;

/// Whom a reference means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// One, by their id.
    One(String),
    /// Nobody or several: candidates, best first.
    Unclear(Vec<String>),
}

/// What everybody is called.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By id, address, account or alias, compared without case.
    exact: BTreeMap<String, Vec<String>>,
    /// By name, compared without case and in any order of its words.
    names: BTreeMap<String, Vec<String>>,
}

impl Known {
    /// People by id, addresses, accounts and name.
    pub(super) fn people(people: &[Placed<Person>], aliases: &[(String, String)]) -> Self {
        let mut known = Self::default();
        for placed in people {
            let person = &placed.value;
            known.exactly(&person.id, &person.id);
            person.addresses.iter().for_each(|address| known.exactly(address, &person.id));
            add(&mut known.names, name_key(&person.name), &person.id);
        }
        known.aliases(aliases);
        known
    }

    /// Teams by id, handles and name.
    pub(super) fn teams(teams: &[Placed<Team>], aliases: &[(String, String)]) -> Self {
        let mut known = Self::default();
        for placed in teams {
            let team = &placed.value;
            known.exactly(&team.id, &team.id);
            team.handles.iter().for_each(|handle| known.exactly(handle, &team.id));
            add(&mut known.names, name_key(&team.name), &team.id);
        }
        known.aliases(aliases);
        known
    }

    fn aliases(&mut self, aliases: &[(String, String)]) {
        let own: BTreeSet<String> = self.exact.values().flatten().cloned().collect();
        for (alias, id) in aliases.iter().filter(|(_, id)| own.contains(id)) {
            self.exactly(alias, id);
        }
    }

    fn exactly(&mut self, name: &str, id: &str) {
        add(&mut self.exact, plain(name), id);
    }

    /// Whom `wanted` means, by id, address, account or whole name: one, or nobody in particular.
    pub(super) fn find(&self, wanted: &str) -> Found {
        let found: BTreeSet<&String> = [self.exact.get(&plain(wanted)), self.names.get(&name_key(wanted))]
            .into_iter()
            .flatten()
            .flatten()
            .collect();
        match found.len() {
            0 => Found::Unclear(self.near(wanted)),
            1 => Found::One(found.into_iter().cloned().collect()),
            _ => Found::Unclear(found.into_iter().take(MOST).cloned().collect()),
        }
    }

    /// Ids whose names are a slip away.
    fn near(&self, wanted: &str) -> Vec<String> {
        let wanted = plain(wanted);
        if wanted.is_empty() || wanted.len() > 100 {
            return Vec::new();
        }
        let length = wanted.chars().count();
        let allowed = (length / 4).max(1);
        let names = self.names.iter().chain(&self.exact).take(MOST_COMPARED);
        let mut near: Vec<(usize, &String)> = Vec::new();
        for (name, ids) in names.filter(|(name, _)| name.chars().count().abs_diff(length) <= allowed) {
            let distance =
                strsim::damerau_levenshtein(&wanted, name).min(strsim::damerau_levenshtein(&name_key(&wanted), name));
            if distance <= allowed {
                near.extend(ids.iter().map(|id| (distance, id)));
            }
        }
        near.sort();
        let mut ids: Vec<String> = Vec::new();
        for (_, id) in near {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids.truncate(MOST);
        ids
    }
}

fn add(map: &mut BTreeMap<String, Vec<String>>, key: String, id: &str) {
    let ids = map.entry(key).or_default();
    if !ids.iter().any(|own| own == id) {
        ids.push(id.to_owned());
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A name whatever the order of its words: "Aldana, Ines" is "Ines Aldana".
fn name_key(name: &str) -> String {
    let mut words: Vec<String> = name.replace(',', " ").split_whitespace().map(str::to_lowercase).collect();
    words.sort();
    words.join(" ")
}

/// A stable id of what a source gives as key: letters and digits of ASCII, `-` between them.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c.is_ascii_alphanumeric() || c == '_' {
            slug.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() > 100 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

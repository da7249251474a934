//! Nodes gathered into people along safe edges, and then along links by hand.
//!
//! Edges never make one person of two of the roster: where they would, only what the roster and
//! the settings name in so many words holds in that group, and the group is listed.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::identity::ground::Ground;

use super::{
    conflict::{Conflict, Contradiction},
    graph::Graph,
    in_force::InForce,
    union::Sets,
};

/// Who belongs with whom.
#[derive(Debug)]
pub(super) struct Groups {
    /// The node that stands for each node's group.
    pub(super) root: Vec<usize>,
    /// The surest ground each node is bound on.
    pub(super) ground: Vec<Option<Ground>>,
    /// The node of the person of the roster in each group that has one, by root.
    pub(super) person: BTreeMap<usize, usize>,
}

/// Groups by the rules alone; no edge that touches a node of `cut` is used.
pub(super) fn by_rules(graph: &Graph, cut: &BTreeSet<usize>, conflicts: &mut BTreeSet<Conflict>) -> Groups {
    let whole = |ends: &[usize; 2]| !ends.iter().any(|end| cut.contains(end));
    let mut sets = Sets::new(graph.nodes.len());
    for edge in graph.edges.iter().filter(|edge| whole(&edge.ends)) {
        sets.join(edge.ends[0], edge.ends[1]);
    }
    let mut people: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for person in graph.people.keys() {
        people.entry(sets.root(*person)).or_default().push(*person);
    }
    people.retain(|_, people| people.len() > 1);
    let joined = people;
    for people in joined.values() {
        let mut between: Vec<String> = people.iter().map(|at| graph.nodes[*at].key.clone()).collect();
        between.sort();
        let key = bridge(graph, &mut sets, people[0]);
        conflicts.insert(Conflict { key, between, why: Contradiction::PeopleJoined });
    }
    let by_roster: BTreeSet<usize> = graph
        .edges
        .iter()
        .filter(|edge| edge.named && graph.people.contains_key(&edge.ends[0]))
        .map(|edge| edge.ends[1])
        .collect();
    let mut bound = Sets::new(graph.nodes.len());
    let mut ground = vec![None; graph.nodes.len()];
    for edge in graph.edges.iter().filter(|edge| whole(&edge.ends)) {
        let in_so_many_words =
            edge.named && (graph.people.contains_key(&edge.ends[0]) || !by_roster.contains(&edge.ends[1]));
        if joined.contains_key(&sets.root(edge.ends[0])) && !in_so_many_words {
            continue;
        }
        bound.join(edge.ends[0], edge.ends[1]);
        for (end, on) in edge.ends.iter().zip(&edge.grounds) {
            surest(&mut ground[*end], on.as_ref());
        }
    }
    finish(graph, &mut bound, ground)
}

/// Groups by the rules and the journal, which wins where the two differ.
pub(super) fn by_journal(graph: &Graph, journal: &InForce, conflicts: &mut BTreeSet<Conflict>) -> Groups {
    let mut cut: BTreeSet<usize> = journal.parted().iter().filter_map(|key| graph.find(key)).collect();
    let links: Vec<[usize; 2]> =
        journal.links().iter().filter_map(|(a, b)| Some([graph.find(a)?, graph.find(b)?])).collect();
    let rules = by_rules(graph, &cut, &mut BTreeSet::new());
    let person = |node: usize| rules.person.get(&rules.root[node]);
    for [a, b] in &links {
        if let (Some(one), Some(other)) = (person(*a), person(*b))
            && one != other
            && let Some(moved) = [a, b].into_iter().find(|end| !graph.people.contains_key(end))
        {
            cut.insert(*moved);
        }
    }
    let mut groups = by_rules(graph, &cut, conflicts);
    let mut sets = Sets::new(graph.nodes.len());
    for (node, root) in groups.root.iter().enumerate() {
        sets.join(node, *root);
    }
    let mut people = groups.person.clone();
    for [a, b] in links {
        let roots = [sets.root(a), sets.root(b)];
        if let [Some(one), Some(other)] = roots.map(|root| people.get(&root))
            && one != other
        {
            let mut between = [one, other].map(|at| graph.nodes[*at].key.clone()).to_vec();
            between.sort();
            let key = graph.nodes[a].key.clone();
            conflicts.insert(Conflict { key, between, why: Contradiction::LinkJoinsPeople });
            continue;
        }
        let held = roots.iter().find_map(|root| people.get(root)).copied();
        sets.join(a, b);
        if let Some(person) = held {
            people.insert(sets.root(a), person);
        }
        for (end, with) in [(a, b), (b, a)] {
            surest(&mut groups.ground[end], Some(&Ground::Linked { with: graph.nodes[with].key.clone() }));
        }
    }
    finish(graph, &mut sets, groups.ground)
}

/// The smallest key that joins a group of several people without being any one's by name.
fn bridge(graph: &Graph, sets: &mut Sets, of: usize) -> String {
    let root = sets.root(of);
    let unnamed = graph.edges.iter().filter(|edge| !edge.named).flat_map(|edge| edge.ends);
    let in_group: BTreeSet<&str> =
        unnamed.filter(|end| sets.root(*end) == root).map(|end| graph.nodes[end].key.as_str()).collect();
    let own = graph.me.filter(|me| sets.root(*me) == root).map(|me| graph.nodes[me].key.as_str());
    in_group.first().copied().or(own).unwrap_or_default().to_owned()
}

fn surest(held: &mut Option<Ground>, on: Option<&Ground>) {
    if let Some(on) = on
        && held.as_ref().is_none_or(|held| on < held)
    {
        *held = Some(on.clone());
    }
}

fn finish(graph: &Graph, sets: &mut Sets, ground: Vec<Option<Ground>>) -> Groups {
    let root: Vec<usize> = (0..graph.nodes.len()).map(|node| sets.root(node)).collect();
    let person = graph.people.keys().map(|node| (root[*node], *node)).collect();
    Groups { root, ground, person }
}

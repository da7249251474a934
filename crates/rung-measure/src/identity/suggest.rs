//! Finds likenesses between people and accounts that no rule joins.
//!
//! Everybody is put under each name, login and local part they have; who meets under one is alike.
//! Under a common one all are compared with one of them only, so that the work grows with the
//! number of accounts and not with its square.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::identity::key::{self, Noreply};

use super::{
    graph::{Configured, Graph},
    groups::{self, Groups},
    in_force::InForce,
    plain,
    suggestion::{Reason, Strength, Suggestion},
};

/// More than this many people under one name or login make it a common one.
const FEW: usize = 8;

/// A meeting place: the kind of likeness and what is alike.
type Place = (Likeness, String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Name,
    There,
    Login,
    Local,
    Noreply,
}

/// One who stands at a place: the group, and what of theirs brought them there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stand {
    root: usize,
    /// The system, the domain or nothing: two at a place must differ in it.
    side: String,
    /// It is a mailbox or a machine of many.
    shared: bool,
}

pub(super) fn likenesses(
    graph: &Graph,
    groups: &Groups,
    said: &InForce,
    configured: &Configured<'_>,
) -> Vec<Suggestion> {
    let names = names(graph, groups, configured);
    let labels = labels(graph, groups);
    let dismissed: BTreeSet<(usize, usize)> = said
        .dismissed()
        .iter()
        .filter_map(|(a, b)| Some(ordered(groups.root[graph.find(a)?], groups.root[graph.find(b)?])))
        .collect();
    let uncut = (!said.parted().is_empty()).then(|| groups::by_rules(graph, &BTreeSet::new(), &mut BTreeSet::new()));
    let silent = |a: usize, b: usize| {
        let two_of_roster = groups.person.contains_key(&a) && groups.person.contains_key(&b);
        let parted = uncut.as_ref().is_some_and(|uncut| uncut.root[a] == uncut.root[b]);
        two_of_roster || parted || dismissed.contains(&ordered(a, b))
    };
    let mut found: BTreeMap<(usize, usize), BTreeMap<Reason, Strength>> = BTreeMap::new();
    for ((likeness, what), stands) in places(graph, groups, &names) {
        let many = stands.iter().map(|stand| stand.root).collect::<BTreeSet<_>>().len() > FEW;
        for (a, b) in pairs(&stands, groups, many) {
            let apart = a.root != b.root && (a.side != b.side || a.side.is_empty());
            if !apart || silent(a.root, b.root) {
                continue;
            }
            let alike = similar(&names, a.root, b.root);
            let Some((reason, strength)) = reason(likeness, &what, alike) else { continue };
            let strength = if many || a.shared || b.shared { Strength::Weak } else { strength };
            let held = found.entry(ordered(a.root, b.root)).or_default().entry(reason).or_insert(strength);
            *held = strength.max(*held);
        }
    }
    let mut suggestions: Vec<Suggestion> = found
        .into_iter()
        .map(|((a, b), reasons)| {
            let good = reasons.values().filter(|strength| **strength > Strength::Weak).count();
            let strength = [Strength::Weak, Strength::Fair, Strength::Strong][good.min(2)];
            let (a, b) = (labels[&a].clone(), labels[&b].clone());
            let (a, b) = if a <= b { (a, b) } else { (b, a) };
            Suggestion { a, b, strength, reasons: reasons.into_keys().collect() }
        })
        .collect();
    suggestions.sort_by(|x, y| y.strength.cmp(&x.strength).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b))));
    suggestions
}

/// What a likeness says, where it says anything. `alike` is how alike the names are.
fn reason(likeness: Likeness, what: &str, alike: Option<Strength>) -> Option<(Reason, Strength)> {
    let what = what.to_owned();
    Some(match likeness {
        Likeness::Name if plain::is_full(&what) => (Reason::SameName(what), Strength::Fair),
        Likeness::Name => (Reason::SameWord(what), Strength::Weak),
        Likeness::There => (Reason::SameLoginThere(what), Strength::Fair),
        Likeness::Login => {
            let strength = if plain::is_role(&what) { Strength::Weak } else { alike.unwrap_or(Strength::Weak) };
            (Reason::SameLogin(what), strength)
        }
        Likeness::Local => (Reason::SameLocalPart(what), alike?),
        Likeness::Noreply => (Reason::OldNoreply(what), Strength::Fair),
    })
}

fn places(
    graph: &Graph,
    groups: &Groups,
    names: &BTreeMap<usize, BTreeSet<String>>,
) -> BTreeMap<Place, BTreeSet<Stand>> {
    let mut places: BTreeMap<Place, BTreeSet<Stand>> = BTreeMap::new();
    let mut put = |likeness, what: String, root, side: &str, shared| {
        places.entry((likeness, what)).or_default().insert(Stand { root, side: side.to_owned(), shared });
    };
    let mut plainly: BTreeSet<(usize, String)> = BTreeSet::new();
    for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.shown.is_some()) {
        let root = groups.root[at];
        if !key::is_somebody(&node.key) {
            continue;
        }
        let addresses: Vec<&str> = if key::is_address(&node.key) {
            vec![&node.key]
        } else {
            node.addresses.iter().map(String::as_str).collect()
        };
        let shared =
            node.system.is_none() && addresses.iter().all(|address| plain::is_shared(address)) && !addresses.is_empty();
        for name in node.names.iter().map(|name| plain::name(name)).filter(|name| !name.is_empty()) {
            plainly.insert((root, name.clone()));
            put(Likeness::Name, name, root, "", shared);
        }
        for address in addresses {
            if let Some(said) = Noreply::parse(address) {
                if said.id.is_none() {
                    put(Likeness::Noreply, address.to_owned(), root, "address", false);
                }
            } else if let Some((local, domain)) = address.split_once('@') {
                put(Likeness::Local, local.to_owned(), root, domain, plain::is_shared(address));
            }
        }
        if let Some(system) = &node.system {
            let has_id = if key::handle(&node.key).is_some_and(|handle| handle.id.is_some()) { "id" } else { "login" };
            for login in &node.logins {
                put(Likeness::Login, login.clone(), root, system, plain::is_role(login));
                put(Likeness::There, format!("{system}:@{login}"), root, has_id, false);
                put(Likeness::Noreply, format!("{login}@users.noreply.{system}"), root, "account", false);
            }
        }
    }
    for (root, names) in names {
        for name in names.iter().filter(|name| !plainly.contains(&(*root, (*name).clone()))) {
            put(Likeness::Name, name.clone(), *root, "", false);
        }
    }
    places.retain(|_, stands| stands.len() > 1);
    places
}

/// All pairs of a few; of many, each with the first who has a person, else with the first.
fn pairs<'s>(stands: &'s BTreeSet<Stand>, groups: &Groups, many: bool) -> Vec<(&'s Stand, &'s Stand)> {
    let stands: Vec<&Stand> = stands.iter().collect();
    if many || stands.len() > 4 * FEW {
        let first = stands.iter().position(|stand| groups.person.contains_key(&stand.root)).unwrap_or(0);
        return stands.iter().map(|other| (stands[first], *other)).collect();
    }
    let later = |at: usize| stands.iter().skip(at + 1);
    stands.iter().enumerate().flat_map(|(at, one)| later(at).map(move |other| (*one, *other))).collect()
}

/// Compared names of each group: those of its accounts, and the roster's.
fn names(graph: &Graph, groups: &Groups, configured: &Configured<'_>) -> BTreeMap<usize, BTreeSet<String>> {
    let mut names: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| key::is_somebody(&node.key)) {
        names.entry(groups.root[at]).or_default().extend(node.names.iter().map(|name| plain::name(name)));
    }
    let people = configured.roster.map_or(&[][..], |roster| &roster.people);
    for (node, index) in &graph.people {
        names.entry(groups.root[*node]).or_default().extend(people.get(*index).map(|person| plain::name(&person.name)));
    }
    names.values_mut().for_each(|names| names.retain(|name| !name.is_empty()));
    names
}

/// How alike two groups' names are: a word in common, of full names or of any.
fn similar(names: &BTreeMap<usize, BTreeSet<String>>, a: usize, b: usize) -> Option<Strength> {
    let of = |root: usize| names.get(&root).into_iter().flatten().take(FEW);
    let alike = of(a)
        .flat_map(|one| of(b).map(move |other| (one, other)))
        .filter(|(one, other)| plain::are_similar(one, other));
    alike
        .map(|(one, other)| if plain::is_full(one) && plain::is_full(other) { Strength::Fair } else { Strength::Weak })
        .max()
}

/// What each group is called: the person of the roster, else its smallest account.
fn labels(graph: &Graph, groups: &Groups) -> BTreeMap<usize, String> {
    let mut labels: BTreeMap<usize, String> = BTreeMap::new();
    for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.shown.is_some()) {
        let label = labels.entry(groups.root[at]).or_insert_with(|| node.key.clone());
        if node.key < *label {
            label.clone_from(&node.key);
        }
    }
    for (root, person) in &groups.person {
        labels.insert(*root, graph.nodes[*person].key.clone());
    }
    labels
}

fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

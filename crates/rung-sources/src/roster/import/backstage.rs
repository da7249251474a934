//! A Backstage catalogue: Users and Groups, and what Components name as their owner.

use std::path::Path;

use rung_model::{
    problem::{Problem, Severity},
    roster::{Person, Team},
};

use super::{
    people::slug,
    pool::{Part, Pool},
    yaml::{self, Page},
};
use crate::{
    strict::Placed,
    tree::{Map, Node},
};

/// Kinds whose owner is counted.
const OWNED: [&str; 6] = ["component", "system", "api", "resource", "domain", "template"];

pub(super) fn read(path: &Path, pool: &mut Pool) {
    for text in yaml::files(path, &["yaml", "yml"], &mut pool.problems) {
        for page in yaml::pages(&text, &mut pool.problems) {
            let Some(root) = page.root.map() else { continue };
            let kind = yaml::text(root, "kind").unwrap_or_default().to_lowercase();
            let is_entity = yaml::text(root, "apiVersion").is_some_and(|version| version.starts_with("backstage.io/"));
            match kind.as_str() {
                _ if !is_entity => pool.not_used("document that is no entity of a catalogue"),
                "user" => user(&page, root, pool),
                "group" => group(&page, root, pool),
                kind if OWNED.contains(&kind) => component(&page, root, kind, pool),
                other => pool.not_used(&format!("entity of the kind {other}")),
            }
        }
    }
}

/// Name and namespace of an entity; a problem where it has no name.
fn named(page: &Page, root: &Map, pool: &mut Pool) -> Option<(String, String)> {
    let metadata = root.get("metadata").and_then(Node::map);
    let name = metadata.and_then(|map| yaml::text(map, "name"));
    if name.is_none() {
        let problem = Problem::new(
            Severity::Warning,
            page.file.as_str(),
            "missing-key",
            "an entity has no `metadata.name`; it is left out",
            "give it one",
        );
        pool.problems.push(problem.at_line(page.place(&page.root).line));
    }
    Some((name?, metadata.and_then(|map| yaml::text(map, "namespace")).unwrap_or_else(|| "default".to_owned())))
}

/// An id: the name, with its namespace where that is none of the usual.
fn id_of(name: &str, namespace: &str) -> String {
    if namespace.eq_ignore_ascii_case("default") { slug(name) } else { format!("{}-{}", slug(namespace), slug(name)) }
}

/// The whole reference of an entity, in lower case.
fn whole(kind: &str, namespace: &str, name: &str) -> String {
    format!("{kind}:{namespace}/{name}").to_lowercase()
}

/// A reference made whole: its kind and namespace are taken from where it stands where it has none.
fn reference(text: &str, kind: &str, namespace: &str) -> String {
    let (kind, rest) = text.split_once(':').unwrap_or((kind, text));
    let (namespace, name) = rest.split_once('/').unwrap_or((namespace, rest));
    whole(kind.trim(), namespace.trim(), name.trim())
}

fn user(page: &Page, root: &Map, pool: &mut Pool) {
    let Some((name, namespace)) = named(page, root, pool) else { return };
    let id = id_of(&name, &namespace);
    let spec = root.get("spec").and_then(Node::map);
    let profile = spec.and_then(|spec| spec.get("profile")).and_then(Node::map);
    let of_profile = |key: &str| profile.and_then(|profile| yaml::text(profile, key));
    let place = page.place(&page.root);
    pool.aliases.push((whole("user", &namespace, &name), id.clone()));
    pool.people.push(Placed {
        value: Person {
            name: of_profile("displayName").unwrap_or_else(|| name.clone()),
            addresses: of_profile("email")
                .filter(|text| text.contains('@'))
                .map(|text| text.to_lowercase())
                .into_iter()
                .collect(),
            line: place.line,
            id,
            ..Person::default()
        },
        place,
    });
    for (group, node) in spec.map(|spec| yaml::texts(spec, "memberOf")).unwrap_or_default() {
        let team = reference(&group, "group", &namespace);
        pool.of_group(page, node, &whole("user", &namespace, &name), &team);
    }
}

fn group(page: &Page, root: &Map, pool: &mut Pool) {
    let Some((name, namespace)) = named(page, root, pool) else { return };
    let id = id_of(&name, &namespace);
    let spec = root.get("spec").and_then(Node::map);
    let profile = spec.and_then(|spec| spec.get("profile")).and_then(Node::map);
    let own = whole("group", &namespace, &name);
    pool.aliases.push((own.clone(), id.clone()));
    pool.teams.push(Placed {
        place: page.place(&page.root),
        value: Team {
            name: profile.and_then(|profile| yaml::text(profile, "displayName")).unwrap_or_else(|| name.clone()),
            kind: spec.and_then(|spec| yaml::text(spec, "type")),
            handles: vec![own.clone()],
            id: id.clone(),
            ..Team::default()
        },
    });
    let Some(spec) = spec else { return };
    if let Some((_, node)) = spec.entry("parent")
        && let Some(parent) = yaml::words(node)
    {
        pool.parents.push((page.place(node), id.clone(), reference(&parent, "group", &namespace)));
    }
    for (child, node) in yaml::texts(spec, "children") {
        pool.children.push((page.place(node), id.clone(), reference(&child, "group", &namespace)));
    }
    for (member, node) in yaml::texts(spec, "members") {
        pool.of_group(page, node, &reference(&member, "user", &namespace), &own);
    }
}

fn component(page: &Page, root: &Map, kind: &str, pool: &mut Pool) {
    let Some((name, namespace)) = named(page, root, pool) else { return };
    let spec = root.get("spec").and_then(Node::map);
    let Some((_, node)) = spec.and_then(|spec| spec.entry("owner")) else {
        pool.not_used(&format!("{kind} without an owner"));
        return;
    };
    if let Some(owner) = yaml::words(node) {
        let owner = reference(&owner, "group", &namespace);
        pool.components.push((page.place(node), whole(kind, &namespace, &name), owner));
    }
}

impl Pool {
    /// Somebody is in a group, by references; which team that is, is known when all are read.
    fn of_group(&mut self, page: &Page, node: &Node, who: &str, group: &str) {
        self.groups.push(Part::of(page.place(node), who, group, None));
    }
}

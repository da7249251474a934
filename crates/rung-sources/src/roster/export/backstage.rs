//! Entities of a Backstage catalogue: a User a person, a Group a team.

use std::collections::BTreeMap;

use rung_model::roster::{At, Fact, Roster, Team};

use crate::tree::{Map, Node, to_yaml};

/// Users and Groups as they stand on the day.
pub fn backstage(roster: &Roster, at: At) -> String {
    let mut members: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for m in roster.memberships.iter().filter(|m| m.stands(at)) {
        members.entry(&m.person).or_default().push(&m.team);
    }
    let groups = roster.teams.iter().filter(|team| team.stands(at)).map(group);
    let users = roster.people.iter().map(|person| {
        let mut profile = Map::default();
        profile.set("displayName", person.name.as_str());
        if let Some(address) = person.addresses.first() {
            profile.set("email", address.as_str());
        }
        let mut spec = Map::default();
        spec.set("profile", profile);
        let teams = members.get(person.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        spec.set("memberOf", teams.iter().map(|team| Node::new(*team)).collect::<Vec<_>>());
        entity("User", &person.id, spec)
    });
    groups.chain(users).collect::<Vec<_>>().join("---\n")
}

fn group(team: &Team) -> String {
    let mut profile = Map::default();
    profile.set("displayName", team.name.as_str());
    let mut spec = Map::default();
    spec.set("type", team.kind.as_deref().unwrap_or("team"));
    spec.set("profile", profile);
    if let Some(parent) = &team.parent {
        spec.set("parent", parent.as_str());
    }
    spec.set("children", Vec::<Node>::new());
    entity("Group", &team.id, spec)
}

fn entity(kind: &str, name: &str, spec: Map) -> String {
    let mut metadata = Map::default();
    metadata.set("name", name);
    let mut map = Map::default();
    map.set("apiVersion", "backstage.io/v1alpha1");
    map.set("kind", kind);
    map.set("metadata", metadata);
    map.set("spec", spec);
    to_yaml(&Node::new(map))
}

//! `sigs.yaml`: groups with chairs and tech leads, and their subprojects.

use std::{collections::BTreeSet, path::Path};

use rung_model::roster::{Basis, Holding, Period, Person, Team};

use super::{
    people::slug,
    pool::{Part, Pool},
    yaml::{self, Page},
};
use crate::{
    strict::Placed,
    tree::{Map, Node},
};

/// The lists of groups, with the word for each.
const GROUPS: [(&str, &str); 4] = [
    ("sigs", "special interest group"),
    ("workinggroups", "working group"),
    ("usergroups", "user group"),
    ("committees", "committee"),
];

pub(super) fn read(path: &Path, pool: &mut Pool) {
    let mut known = BTreeSet::new();
    for text in yaml::files(path, &["yaml", "yml"], &mut pool.problems) {
        for page in yaml::pages(&text, &mut pool.problems) {
            let Some(root) = page.root.map() else { continue };
            if GROUPS.iter().all(|(key, _)| root.get(key).is_none()) {
                let what = "it holds no list of groups";
                pool.problems.push(yaml::not_this(
                    &page.file,
                    what,
                    "name a file with `sigs`, `workinggroups` or `committees`",
                ));
                continue;
            }
            for (key, kind) in GROUPS {
                for node in yaml::list(root, key) {
                    group(&page, node, kind, pool, &mut known);
                }
            }
        }
    }
}

fn group(page: &Page, node: &Node, kind: &str, pool: &mut Pool, known: &mut BTreeSet<String>) {
    let Some(map) = node.map() else { return };
    let Some(name) = yaml::text(map, "name") else {
        pool.not_used("group without a name");
        return;
    };
    let id = slug(&yaml::text(map, "dir").unwrap_or_else(|| name.clone()));
    let handles = map.get("contact").and_then(Node::map).map(|contact| yaml::list(contact, "teams"));
    let handles =
        handles.unwrap_or_default().iter().filter_map(|team| Some(format!("@{}", yaml::text(team.map()?, "name")?)));
    pool.teams.push(Placed {
        place: page.place(node),
        value: Team {
            id: id.clone(),
            name,
            kind: Some(kind.to_owned()),
            handles: handles.collect(),
            ..Team::default()
        },
    });
    if let Some(leadership) = map.get("leadership").and_then(Node::map) {
        leaders(page, leadership, &id, pool, known);
    }
    for node in yaml::list(map, "subprojects") {
        let Some(own) = node.map() else { continue };
        let Some(name) = yaml::text(own, "name") else { continue };
        let inner = format!("{id}-{}", slug(&name));
        let owners = yaml::texts(own, "owners").into_iter().map(|(url, _)| url).collect();
        pool.teams.push(Placed {
            place: page.place(node),
            value: Team {
                id: inner.clone(),
                name,
                parent: Some(id.clone()),
                kind: Some("subproject".to_owned()),
                handles: owners,
                ..Team::default()
            },
        });
        if let Some(leadership) = own.get("leadership").and_then(Node::map) {
            leaders(page, leadership, &inner, pool, known);
        }
        for node in yaml::list(own, "leads") {
            lead(page, node, &inner, Some("lead"), false, pool, known);
        }
    }
}

fn leaders(page: &Page, leadership: &Map, team: &str, pool: &mut Pool, known: &mut BTreeSet<String>) {
    let lists = [
        ("chairs", Some("chair"), false),
        ("tech_leads", Some("tech lead"), false),
        ("leads", Some("lead"), false),
        ("emeritus_leads", None, true),
    ];
    for (key, part, former) in lists {
        for node in yaml::list(leadership, key) {
            let Some(person) = lead(page, node, team, part, former, pool, known) else { continue };
            if key == "tech_leads" {
                pool.holdings.push(Placed {
                    place: page.place(node),
                    value: Holding {
                        person,
                        position: "tech_lead".to_owned(),
                        team: Some(team.to_owned()),
                        share: 1.0,
                        basis: Basis::Declared,
                        period: Period::default(),
                        known: Period::default(),
                    },
                });
            }
        }
    }
}

/// Somebody named with a login; they are a person of the roster from the first time on. Gives their id.
fn lead(
    page: &Page,
    node: &Node,
    team: &str,
    part: Option<&'static str>,
    former: bool,
    pool: &mut Pool,
    known: &mut BTreeSet<String>,
) -> Option<String> {
    let map = node.map()?;
    let login = yaml::text(map, "github").or_else(|| yaml::text(map, "name"))?;
    let id = slug(&login);
    if id.is_empty() {
        return None;
    }
    if known.insert(id.clone()) {
        pool.people.push(Placed {
            place: page.place(node),
            value: Person {
                name: yaml::text(map, "name").unwrap_or_else(|| login.clone()),
                addresses: yaml::text(map, "email")
                    .filter(|text| text.contains('@'))
                    .map(|text| text.to_lowercase())
                    .into_iter()
                    .collect(),
                accounts: yaml::text(map, "github")
                    .map(|login| format!("github.com:@{}", login.to_lowercase()))
                    .into_iter()
                    .collect(),
                line: page.place(node).line,
                id: id.clone(),
                ..Person::default()
            },
        });
    }
    let own = Part::of(page.place(node), &id, team, part);
    pool.parts.push(if former { own.past() } else { own });
    Some(id)
}

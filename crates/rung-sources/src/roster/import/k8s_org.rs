//! Files of a GitHub organisation: admins, members, and teams within teams.

use std::{collections::BTreeSet, path::Path};

use rung_model::roster::{Person, Team};

use super::{
    people::slug,
    pool::{Part, Pool},
    yaml::{self, Page},
};
use crate::{
    strict::{Place, Placed},
    tree::{Map, Node},
};

pub(super) fn read(path: &Path, pool: &mut Pool) {
    let mut known = BTreeSet::new();
    let mut texts = yaml::files(path, &["yaml", "yml"], &mut pool.problems);
    // Members first, so that everybody is told from where they are listed as one.
    texts.sort_by_key(|text| !text.file.ends_with("org.yaml"));
    // A folder of several organisations: each is a team of its own, for their teams share names.
    let organisations: Vec<&Path> = texts
        .iter()
        .filter(|text| text.file.ends_with("org.yaml"))
        .filter_map(|text| Path::new(&text.file).parent())
        .collect();
    for text in &texts {
        let own = organisations.iter().find(|folder| Path::new(&text.file).starts_with(folder));
        let own = own.and_then(|folder| folder.file_name()).filter(|_| organisations.len() > 1);
        let own = own.map(|name| name.to_string_lossy().into_owned());
        if let Some(name) = own.as_ref().filter(|_| text.file.ends_with("org.yaml")) {
            pool.teams.push(Placed {
                place: Place { file: text.file.clone(), line: 1 },
                value: Team {
                    id: slug(name),
                    name: name.clone(),
                    kind: Some("organisation".to_owned()),
                    ..Team::default()
                },
            });
        }
        for page in yaml::pages(text, &mut pool.problems) {
            let Some(root) = page.root.map() else { continue };
            let is_one = ["members", "admins", "teams"].iter().any(|key| root.get(key).is_some());
            if !is_one {
                pool.not_used("file without members and teams");
                continue;
            }
            if let Some(name) = root.entry("name").filter(|_| root.get("members").is_some())
                && let Some(text) = yaml::words(name.1)
            {
                let stated = Placed { place: page.place(name.1), value: text };
                pool.organisation.get_or_insert(stated);
            }
            let above = own.as_deref().map(slug);
            for (key, part) in [("admins", Some("admin")), ("members", None)] {
                for (login, node) in yaml::texts(root, key) {
                    person(&page, node, &login, pool, &mut known);
                    if let Some(above) = &above {
                        pool.parts.push(Part::of(page.place(node), &slug(&login), above, part));
                    }
                }
            }
            let prefix = above.as_ref().map_or_else(String::new, |above| format!("{above}/"));
            teams(&page, root, above.as_deref(), &prefix, pool, &mut known);
        }
    }
}

fn person(page: &Page, node: &Node, login: &str, pool: &mut Pool, known: &mut BTreeSet<String>) {
    let id = slug(login);
    if !id.is_empty() && known.insert(id.clone()) {
        let place = page.place(node);
        pool.people.push(Placed {
            value: Person {
                name: login.to_owned(),
                accounts: vec![format!("github.com:@{}", login.to_lowercase())],
                line: place.line,
                id,
                ..Person::default()
            },
            place,
        });
    }
}

fn teams(page: &Page, map: &Map, parent: Option<&str>, prefix: &str, pool: &mut Pool, known: &mut BTreeSet<String>) {
    let Some(inside) = map.get("teams").and_then(Node::map) else { return };
    for (key, node) in inside.iter() {
        let Some(own) = node.map() else {
            pool.not_used("team without anything in it");
            continue;
        };
        let id = format!("{prefix}{}", slug(&key.text));
        let place = page.line(key.line);
        let earlier = yaml::texts(own, "previously").into_iter().map(|(name, _)| format!("@{name}"));
        pool.teams.push(Placed {
            place,
            value: Team {
                id: id.clone(),
                name: key.text.clone(),
                parent: parent.map(str::to_owned),
                kind: Some("team".to_owned()),
                handles: earlier.collect(),
                ..Team::default()
            },
        });
        for (list, part) in [("maintainers", Some("maintainer")), ("members", None)] {
            for (login, node) in yaml::texts(own, list) {
                // Who is named in a team alone is a person too: the organisation's list may lie in another file.
                person(page, node, &login, pool, known);
                pool.parts.push(Part::of(page.place(node), &slug(&login), &id, part));
            }
        }
        teams(page, own, Some(&id), prefix, pool, known);
    }
}

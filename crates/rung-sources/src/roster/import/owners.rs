//! `OWNERS` files: each folder with one is a team of its approvers and reviewers; aliases are teams of their own.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

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
    strict::{Placed, load},
    tree::{Map, Node},
};

/// Most folders that are looked into.
const MOST_FOLDERS: usize = 200_000;

pub(super) fn read(path: &Path, pool: &mut Pool) {
    let (root, files) = if path.is_dir() {
        (path.to_owned(), found(path, pool))
    } else {
        (path.parent().map(Path::to_owned).unwrap_or_default(), vec![path.to_owned()])
    };
    let mut known = BTreeSet::new();
    let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.ends_with("OWNERS_ALIASES")) {
        let Some(text) = load(file, &mut pool.problems) else { continue };
        for page in yaml::pages(&text, &mut pool.problems) {
            let Some(map) = page.root.map().and_then(|map| map.get("aliases")).and_then(Node::map) else { continue };
            for (key, node) in map.iter() {
                let id = format!("alias-{}", slug(&key.text));
                team(&page, node, &id, &key.text, None, "alias", pool);
                let people: Vec<(String, &Node)> =
                    node.list().unwrap_or_default().iter().filter_map(|own| Some((yaml::words(own)?, own))).collect();
                for (login, own) in &people {
                    member(&page, own, login, &id, None, pool, &mut known);
                }
                aliases.insert(key.text.to_lowercase(), people.into_iter().map(|(login, _)| login).collect());
            }
        }
    }
    let folders: BTreeSet<PathBuf> =
        files.iter().filter(|file| file.ends_with("OWNERS")).map(|file| folder(&root, file)).collect();
    for file in files.iter().filter(|file| file.ends_with("OWNERS")) {
        let Some(text) = load(file, &mut pool.problems) else { continue };
        let own = folder(&root, file);
        let name = if own.as_os_str().is_empty() { ".".to_owned() } else { own.display().to_string() };
        let id = path_id(&own);
        let above = own.ancestors().skip(1).find(|above| folders.contains(*above)).map(path_id);
        for page in yaml::pages(&text, &mut pool.problems) {
            let Some(map) = page.root.map() else {
                let mend = "list approvers and reviewers under those keys";
                pool.problems.push(Problem::new(
                    Severity::Warning,
                    page.file.as_str(),
                    "not-owners",
                    "it holds no keys",
                    mend,
                ));
                continue;
            };
            let alone = map.get("options").and_then(Node::map).and_then(|options| options.get("no_parent_owners"));
            let alone = alone.is_some_and(|node| node.value == crate::tree::Value::Flag(true));
            let above = above.as_deref().filter(|_| !alone);
            team(&page, &page.root, &id, &name, above, "path", pool);
            parts(&page, map, &id, &aliases, pool, &mut known);
            for (_, filter) in map.get("filters").and_then(Node::map).map(Map::iter).into_iter().flatten() {
                if let Some(filter) = filter.map() {
                    parts(&page, filter, &id, &aliases, pool, &mut known);
                }
            }
        }
    }
}

fn parts(
    page: &Page,
    map: &Map,
    team: &str,
    aliases: &BTreeMap<String, Vec<String>>,
    pool: &mut Pool,
    known: &mut BTreeSet<String>,
) {
    let lists = [
        ("approvers", Some("approver"), false),
        ("reviewers", Some("reviewer"), false),
        ("emeritus_approvers", None, true),
        ("emeritus_reviewers", None, true),
    ];
    for (key, part, former) in lists {
        for (name, node) in yaml::texts(map, key) {
            if aliases.contains_key(&name.to_lowercase()) {
                pool.not_used("alias among owners: its people are in it through the alias");
                continue;
            }
            person(page, node, &name, pool, known);
            let own = Part::of(page.place(node), &slug(&name), team, part);
            pool.parts.push(if former { own.past() } else { own });
        }
    }
}

fn member(
    page: &Page,
    node: &Node,
    login: &str,
    team: &str,
    part: Option<&'static str>,
    pool: &mut Pool,
    known: &mut BTreeSet<String>,
) {
    person(page, node, login, pool, known);
    pool.parts.push(Part::of(page.place(node), &slug(login), team, part));
}

fn person(page: &Page, node: &Node, login: &str, pool: &mut Pool, known: &mut BTreeSet<String>) {
    let id = slug(login);
    if !id.is_empty() && known.insert(id.clone()) {
        let place = page.place(node);
        let accounts = vec![format!("github.com:@{}", login.to_lowercase())];
        pool.people.push(Placed {
            value: Person { name: login.to_owned(), accounts, line: place.line, id, ..Person::default() },
            place,
        });
    }
}

fn team(page: &Page, node: &Node, id: &str, name: &str, above: Option<&str>, kind: &str, pool: &mut Pool) {
    pool.teams.push(Placed {
        place: page.place(node),
        value: Team {
            id: id.to_owned(),
            name: name.to_owned(),
            parent: above.map(str::to_owned),
            kind: Some(kind.to_owned()),
            ..Team::default()
        },
    });
}

fn folder(root: &Path, file: &Path) -> PathBuf {
    file.parent().and_then(|folder| folder.strip_prefix(root).ok()).map(Path::to_owned).unwrap_or_default()
}

/// A path keeps its case and its signs in an id: two folders may differ in nothing else.
fn path_id(folder: &Path) -> String {
    if folder.as_os_str().is_empty() { "root".to_owned() } else { format!("root/{}", folder.display()) }
}

/// Every `OWNERS` and `OWNERS_ALIASES` under a folder, sorted.
fn found(path: &Path, pool: &mut Pool) -> Vec<PathBuf> {
    let (mut open, mut found, mut looked_at) = (vec![path.to_owned()], Vec::new(), 0);
    while let Some(folder) = open.pop() {
        looked_at += 1;
        if looked_at > MOST_FOLDERS {
            let what = format!("the folder holds more than {MOST_FOLDERS} folders, and the rest was not looked at");
            pool.problems.push(Problem::new(
                Severity::Error,
                path.display().to_string(),
                "too-many-files",
                what,
                "name a folder inside it",
            ));
            break;
        }
        let Ok(entries) = std::fs::read_dir(&folder) else {
            let mend = "check that you may read it";
            pool.problems.push(Problem::new(
                Severity::Error,
                folder.display().to_string(),
                "cannot-read",
                "the folder cannot be read",
                mend,
            ));
            continue;
        };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && name != ".git" && name != "node_modules" => open.push(entry.path()),
                Ok(kind) if kind.is_file() && (name == "OWNERS" || name == "OWNERS_ALIASES") => {
                    found.push(entry.path());
                }
                _ => {}
            }
        }
    }
    found.sort();
    found
}

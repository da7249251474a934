//! A folder with a file a person and a file a team, as the Rust project keeps it.

use std::{collections::BTreeMap, path::Path};

use rung_model::{
    problem::{Problem, Severity},
    roster::{Person, Team},
};

use super::{
    people::slug,
    pool::{Part, Pool},
    yaml,
};
use crate::{
    strict::{Place, Placed},
    tree::{self, Map, Node, Value},
};

pub(super) fn read(path: &Path, pool: &mut Pool) {
    for text in yaml::files(&path.join("people"), &["toml"], &mut pool.problems) {
        let Some(root) = parsed(&text.file, &text.text, pool) else { continue };
        person(&text.file, &root, pool);
    }
    let mut included: BTreeMap<String, usize> = BTreeMap::new();
    let files = yaml::files(&path.join("teams"), &["toml"], &mut pool.problems);
    for text in &files {
        if is_archived(path, &text.file) {
            pool.not_used("archived team");
            continue;
        }
        let Some(root) = parsed(&text.file, &text.text, pool) else { continue };
        team(&text.file, &root, pool, &mut included);
    }
    for (sort, count) in included {
        *pool.unused.entry(sort).or_default() += count;
    }
}

fn is_archived(path: &Path, file: &str) -> bool {
    let inside = Path::new(file).strip_prefix(path).unwrap_or(Path::new(file));
    inside.components().any(|part| part.as_os_str() == "archive")
}

fn parsed(file: &str, text: &str, pool: &mut Pool) -> Option<Map> {
    let (root, problems) = tree::toml(file, text);
    let fine = problems.iter().all(|problem| problem.severity < Severity::Error);
    pool.problems.extend(problems);
    match root.filter(|_| fine)?.value {
        Value::Map(map) => Some(map),
        _ => None,
    }
}

fn place(file: &str, line: usize) -> Place {
    Place { file: file.to_owned(), line: line.max(1) }
}

fn person(file: &str, root: &Map, pool: &mut Pool) {
    let Some(login) = yaml::text(root, "github") else {
        let mend = "give `github`, the login the teams name";
        pool.problems.push(Problem::new(
            Severity::Warning,
            file,
            "missing-key",
            "`github` is missing; the person is left out",
            mend,
        ));
        return;
    };
    let id = slug(&login);
    let line = root.entry("github").map_or(1, |(key, _)| key.line);
    let number = root.get("github-id").and_then(Node::whole);
    let value = Person {
        name: yaml::text(root, "name").unwrap_or_else(|| login.clone()),
        addresses: yaml::text(root, "email")
            .filter(|text| text.contains('@'))
            .map(|text| text.to_lowercase())
            .into_iter()
            .collect(),
        accounts: vec![
            number.map_or_else(|| format!("github.com:@{}", login.to_lowercase()), |id| format!("github.com:{id}")),
        ],
        line,
        id: id.clone(),
        ..Person::default()
    };
    pool.aliases.push((login, id));
    pool.people.push(Placed { place: place(file, line), value });
}

fn team(file: &str, root: &Map, pool: &mut Pool, included: &mut BTreeMap<String, usize>) {
    let Some(name) = yaml::text(root, "name") else {
        let what = "`name` is missing; the team is left out";
        pool.problems.push(Problem::new(Severity::Warning, file, "missing-key", what, "give the team a `name`"));
        return;
    };
    let id = slug(&name);
    let line = root.entry("name").map_or(1, |(key, _)| key.line);
    let website = root.get("website").and_then(Node::map);
    let shown = website.and_then(|site| yaml::text(site, "name")).unwrap_or_else(|| name.clone());
    pool.teams.push(Placed {
        place: place(file, line),
        value: Team {
            id: id.clone(),
            name: shown,
            kind: Some(yaml::text(root, "kind").unwrap_or_else(|| "team".to_owned())),
            ..Team::default()
        },
    });
    if let Some((key, above)) = root.entry("subteam-of")
        && let Some(above) = yaml::words(above)
    {
        pool.parents.push((place(file, key.line), id.clone(), slug(&above)));
    }
    let Some(people) = root.get("people").and_then(Node::map) else { return };
    let mut parts = |key: &str, part: Option<&'static str>, former: bool| {
        for node in yaml::list(people, key) {
            let login = yaml::words(node).or_else(|| node.map().and_then(|map| yaml::text(map, "github")));
            let Some(login) = login else { continue };
            let part = Part::of(place(file, node.line), &login, &id, part);
            pool.parts.push(if former { part.past() } else { part });
        }
    };
    parts("leads", Some("lead"), false);
    parts("members", None, false);
    parts("alumni", None, true);
    let others = yaml::list(people, "included-teams").len();
    if others > 0 {
        *included.entry("team included in another: its people are in it through their own".to_owned()).or_default() +=
            others;
    }
}

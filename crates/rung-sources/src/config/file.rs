//! Reading the settings file.

use std::path::{Path, PathBuf};

use rung_model::{
    manifest::SourceKind,
    problem::{Problem, Severity},
    schedule::Schedule,
};

use super::{Me, Settings};
use crate::strict::{Sheet, Table, load};

/// Every key there is.
const KEYS: [&str; 11] =
    ["me", "zone", "hours", "role", "git", "calendars", "days", "sources", "rules", "roster", "framework"];

pub(super) fn read(file: &Path) -> (Settings, Vec<Problem>) {
    let mut problems = Vec::new();
    if !file.exists() {
        return (Settings::default(), problems);
    }
    let Some(text) = load(file, &mut problems) else { return (Settings::default(), problems) };
    let sheet = Sheet::parse(&text);
    let root = sheet.root();
    root.only(&KEYS);
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut settings = Settings {
        me: me(&root),
        zone: root.zone("zone"),
        hours: hours(&root),
        role: root.label("role"),
        git: paths(&root, "git", folder),
        calendars: paths(&root, "calendars", folder),
        days: paths(&root, "days", folder),
        sources: sources(&root, folder),
        rules: paths(&root, "rules", folder),
        roster: root.text("roster").and_then(|text| path(&root, "roster", text, folder)),
        framework: root.text("framework").and_then(|text| path(&root, "framework", text, folder)),
        origins: std::collections::BTreeMap::new(),
    };
    for key in KEYS.into_iter().filter(|key| root.has(key)) {
        settings.origins.insert(key, root.place_of(key).to_string());
    }
    problems.extend(sheet.into_problems());
    (settings, problems)
}

fn me(root: &Table<'_>) -> Vec<Me> {
    let mut me: Vec<Me> = Vec::new();
    for entry in root.texts_or_tables("me") {
        let (address, added, place) = match entry {
            Err((text, place)) => (Some(text.to_owned()), None, place),
            Ok(table) => {
                table.only(&["address", "added"]);
                table.needs("address");
                (table.text("address").map(str::to_owned), table.date("added"), table.place())
            }
        };
        let Some(address) = address.map(|address| address.trim().to_lowercase()) else { continue };
        if !is_own_name(&address) {
            let what = format!("`{}` is no e-mail address and no account", address.escape_debug());
            let mend = "write it as name@domain, or an account as github.com:@login or github.com:123";
            root.add(place.problem(Severity::Error, "bad-address", what, mend).of_item("me"));
        } else if !me.iter().any(|known| known.address == address) {
            me.push(Me { address, added });
        }
    }
    me
}

/// True for what may be one's own: an e-mail address, or an account at a system, `github.com:@octo` or `github.com:123`.
pub fn is_own_name(text: &str) -> bool {
    let filled = |(one, other): (&str, &str)| !one.is_empty() && !other.is_empty() && other != "@";
    let named = text.split_once(':').map_or_else(|| text.split_once('@'), Some);
    !text.chars().any(char::is_whitespace) && named.is_some_and(filled)
}

fn hours(root: &Table<'_>) -> Option<String> {
    let text = root.text("hours")?;
    if Schedule::default().with_hours(text).is_none() {
        let mend = "write start and end of one day, such as \"09:00-17:30\"";
        root.refuse("hours", "bad-hours", format!("`{}` are no working hours", text.escape_debug()), mend);
        return None;
    }
    Some(text.to_owned())
}

fn paths(root: &Table<'_>, key: &str, folder: &Path) -> Vec<PathBuf> {
    root.texts(key).into_iter().filter_map(|(text, _)| path(root, key, text, folder)).collect()
}

/// `KIND:PATH` each, the path starting at the folder of the file.
fn sources(root: &Table<'_>, folder: &Path) -> Vec<String> {
    let read = |(text, _): (&str, crate::strict::Place)| {
        let known = |kind: &str| SourceKind::from_id(kind).is_some();
        let Some((kind, at)) = text.split_once(':').filter(|(kind, _)| known(kind)) else {
            let what = format!("`{}` names no kind of source", text.escape_debug());
            root.refuse("sources", "unknown-source", what, "write kind and path, such as \"jira:issues.json\"");
            return None;
        };
        let path = path(root, "sources", at, folder)?;
        Some(format!("{kind}:{}", path.display()))
    };
    root.texts("sources").into_iter().filter_map(read).collect()
}

fn path(root: &Table<'_>, key: &str, text: &str, folder: &Path) -> Option<PathBuf> {
    if text.is_empty() || text == "~" || text.starts_with("~/") {
        let what = format!("`{key}` names a path Rung does not resolve: {}", text.escape_debug());
        root.refuse(key, "unresolved-path", what, "write the path whole, or starting at the folder of this file");
        return None;
    }
    Some(folder.join(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (Settings, Vec<Problem>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        std::fs::write(&file, text).unwrap();
        let (mut settings, problems) = read(&file);
        let base = folder.path();
        let bare = |path: &PathBuf| path.strip_prefix(base).unwrap_or(path).to_owned();
        settings.git = settings.git.iter().map(bare).collect();
        settings.roster = settings.roster.as_ref().map(bare);
        settings.origins.values_mut().for_each(|origin| *origin = origin.rsplit('/').next().unwrap().to_owned());
        (settings, problems)
    }

    #[test]
    fn a_whole_file_is_read() {
        let (settings, problems) = read_text(
            "me = ['Ines@Home.example', { address = 'i@x.example', added = 2026-02-26 }]\nzone = 'Europe/Berlin'\n\
             hours = '8:30-16:00'\nrole = 'TL5'\ngit = ['/code/ledger', 'here']\nroster = 'people'\n",
        );
        assert_eq!(problems, []);
        let added = Some(jiff::civil::Date::constant(2026, 2, 26));
        let me = [("ines@home.example", None), ("i@x.example", added)];
        assert_eq!(settings.me, me.map(|(address, added)| Me { address: address.into(), added }));
        assert_eq!(settings.git, [PathBuf::from("/code/ledger"), PathBuf::from("here")]);
        assert_eq!(settings.roster, Some("people".into()));
        assert_eq!(settings.origins["hours"], "config.toml:3");
    }

    #[test]
    fn every_mistake_is_listed_at_its_line() {
        let (settings, problems) = read_text(
            "me = ['nobody', 3]\nzone = 'Mars/Base'\nhours = '9-5'\nroles = 'x'\ngit = 'here'\nroster = '~/r'\n",
        );
        let seen: Vec<_> = problems.iter().map(|p| (p.check, p.line.unwrap())).collect();
        let mut sorted = seen.clone();
        sorted.sort_by_key(|(_, line)| *line);
        assert_eq!(
            sorted,
            [
                ("wrong-type", 1),
                ("bad-address", 1),
                ("unknown-zone", 2),
                ("bad-hours", 3),
                ("unknown-key", 4),
                ("wrong-type", 5),
                ("unresolved-path", 6)
            ]
        );
        assert_eq!(settings.zone, None);
    }

    #[test]
    fn an_address_or_an_account_may_be_ones_own() {
        for own in ["ines@home.example", "github.com:@octo", "github.com:123", "jira.harbour.example:5b10ac8d"] {
            assert!(is_own_name(own), "{own}");
        }
        for none in ["nobody", "@x", "x@", "github.com:", ":123", "github.com:@", "a b@c"] {
            assert!(!is_own_name(none), "{none}");
        }
    }

    #[test]
    fn no_file_is_no_problem() {
        assert_eq!(read(Path::new("/nowhere/config.toml")), (Settings::default(), vec![]));
    }
}

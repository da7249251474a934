//! What the user said about accounts, from TOML: only ever added to, readable and editable by hand.
//!
//! ```toml
//! [[entry]]
//! at = "2026-03-02T09:30:00Z"
//! act = "link"                           # link, unlink, part, rejoin, dismiss, recall
//! accounts = ["ines@harbour.example", "github.com:7"]
//! by = "ines@harbour.example"
//! because = "she told me"
//! ```

use std::path::Path;

use rung_model::{
    identity::{
        journal::{Act, JournalEntry},
        key,
        person::PersonKey,
    },
    problem::{Problem, Severity},
};
use toml_edit::{Array, Item, Table as Written, Value};

use crate::{
    corrections::moment,
    strict::{Sheet, Table, load, one_of, with_table},
};

/// How to write an account.
pub(crate) const ACCOUNT: &str = "write an address, or a system and an id or login: `github.com:7`, `github.com:@octo`; `rung people list` shows them";

/// Reads a journal; a file that is not there holds none. An entry with anything wrong in it is left out.
pub fn read(path: &Path) -> (Vec<JournalEntry>, Vec<Problem>) {
    let mut problems = Vec::new();
    if !path.exists() {
        return (Vec::new(), problems);
    }
    let Some(text) = load(path, &mut problems) else { return (Vec::new(), problems) };
    let sheet = Sheet::parse(&text);
    let root = sheet.root();
    root.only(&["entry"]);
    let entries = root.tables("entry").iter().filter_map(|table| entry(&table.clone().called("entry"))).collect();
    problems.extend(sheet.into_problems());
    problems.sort_by_key(|problem| problem.line);
    (entries, problems)
}

/// The key of an account or of a person of the roster, as a user writes it.
pub fn named(text: &str) -> Option<String> {
    let person = PersonKey::roster_id(text.trim()).filter(|id| !id.is_empty());
    person.map(PersonKey::of_roster).or_else(|| key::normal(text))
}

fn entry(table: &Table<'_>) -> Option<JournalEntry> {
    table.only(&["at", "act", "accounts", "by", "because"]);
    table.needs("at");
    let (at, act) = (moment(table, "at"), table.need("act"));
    let mut accounts = Vec::new();
    let mut sound = true;
    for (text, place) in table.texts("accounts") {
        if let Some(account) = named(text) {
            accounts.push(account);
        } else {
            sound = false;
            let what = format!("`{}` names no account", text.escape_debug());
            table.add(place.problem(Severity::Error, "bad-account", what, ACCOUNT).of_item(table.what()));
        }
    }
    let act = act?;
    let Some(takes) = Act::takes(&act) else {
        let what = format!("`{}` is nothing that can be said of accounts", act.escape_debug());
        table.refuse("act", "unknown-act", what, one_of(&act, &Act::IDS));
        return None;
    };
    if sound && accounts.len() != takes {
        let what = format!("`{act}` takes {takes} in `accounts`, and there are {}", accounts.len());
        table.refuse("accounts", "accounts-count", what, "one account for unlink, part and rejoin; else two");
    }
    let act = Act::of(&act, &accounts).filter(|_| sound)?;
    Some(JournalEntry { at: at?, by: table.label("by"), because: table.label("because"), act })
}

/// The text with one more entry behind everything.
pub fn append(text: &str, one: &JournalEntry) -> String {
    let mut table = Written::new();
    let mut put = |key: &str, value: Value| {
        table.insert(key, Item::Value(value));
    };
    put("at", one.at.to_string().into());
    put("act", one.act.id().into());
    put("accounts", Value::Array(one.act.accounts().into_iter().collect::<Array>()));
    if let Some(by) = &one.by {
        put("by", by.as_str().into());
    }
    if let Some(because) = &one.because {
        put("because", because.as_str().into());
    }
    with_table(text, "entry", table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (Vec<JournalEntry>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("people.toml");
        std::fs::write(&file, text).unwrap();
        let (read, problems) = read(&file);
        (read, problems.iter().map(|p| format!("{} {}", p.line.unwrap_or(0), p.check)).collect())
    }

    #[test]
    fn what_is_written_is_read_back() {
        let entry = |act| JournalEntry {
            at: "2026-03-02T09:30:00Z".parse().unwrap(),
            by: Some("ines@harbour.example".into()),
            because: Some("she \"told\" me".into()),
            act,
        };
        let link = entry(Act::Link("person:ines".into(), "github.com:7".into()));
        let part = JournalEntry { by: None, because: None, ..entry(Act::Part("jira:5f".into())) };
        let text = append(&append("# mine\n", &link), &part);
        assert_eq!(read_text(&text), (vec![link, part], vec![]));
        assert!(text.starts_with("# mine\n"));
        assert!(!read(Path::new("no/such/people.toml")).0.iter().any(|_| true));
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let (read, problems) = read_text(
            "[[entry]]\nat = 'soon'\nact = 'link'\naccounts = ['octo', 'a@b.example']\n\
             [[entry]]\nat = '2026-03-02T09:30:00Z'\nact = 'merge'\naccounts = ['a@b.example']\n\
             [[entry]]\nat = '2026-03-02T09:30:00Z'\nact = 'link'\naccounts = ['a@b.example']\nwho = 1\n\
             [[entry]]\nact = 'part'\naccounts = ['A@b.example']\n",
        );
        assert_eq!(read, []);
        assert_eq!(
            problems,
            ["2 bad-moment", "4 bad-account", "7 unknown-act", "12 accounts-count", "13 unknown-key", "14 missing-key"]
        );
    }
}

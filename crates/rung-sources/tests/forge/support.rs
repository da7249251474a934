//! Files in a folder of their own, read as a forge's.

use std::path::Path;

use jiff::{civil::date, tz::TimeZone};
use rung_model::{
    evidence::{Evidence, Object, When},
    manifest::SourceKind,
};
use rung_sources::{forge, progress::Silent, read::Read, source::Query};
use serde_json::{Value, json};

/// Reads everything at `path`, 2026.
pub(crate) fn read_at(kind: SourceKind, path: &Path) -> Read {
    let query = Query { first: date(2026, 1, 1), last: date(2026, 12, 31), zone: &TimeZone::UTC };
    forge::read(kind, path, &query, &Silent)
}

/// Reads files of these names and texts.
pub(crate) fn read(kind: SourceKind, files: &[(&str, String)]) -> Read {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let mut read = read_at(kind, folder.path());
    for problem in &mut read.problems {
        problem.file = problem.file.rsplit('/').next().unwrap().to_owned();
    }
    read
}

/// A fact in one line: when, who, what, on what.
pub(crate) fn line(fact: &Evidence) -> String {
    let When::Instant { at, .. } = fact.when else { panic!("no instant: {fact:?}") };
    let handle = fact.actor.handle.as_ref().and_then(|handle| handle.login.as_deref());
    let who = handle.or(fact.actor.address.as_deref()).unwrap_or("-");
    let what = match &fact.object {
        Object::Item(event) => {
            let change = event.change.as_ref().map(|change| {
                format!(
                    " [{} {} -> {}]",
                    change.field,
                    change.from.as_deref().unwrap_or("-"),
                    change.to.as_deref().unwrap_or("-")
                )
            });
            format!("{} {}{}{}", event.item.kind.id(), event.item.project, event.item.key, change.unwrap_or_default())
        }
        Object::Commit(commit) => format!("commit {}", &commit.id[..4]),
        other => panic!("{other:?}"),
    };
    format!("{} {who} {} {} {what}", at.strftime("%d %H:%M"), fact.verb.id(), fact.role.id())
}

/// All facts, a line each.
pub(crate) fn lines(read: &Read) -> Vec<String> {
    read.evidence.iter().map(line).collect()
}

/// A user of GitHub.
pub(crate) fn user(login: &str, id: u32) -> Value {
    json!({ "login": login, "id": id, "type": "User" })
}

/// A pull request of `ines`, opened 2 March 2026.
pub(crate) fn pull(state: &str) -> Value {
    json!({
        "number": 7, "id": 700, "title": "Retry queue", "state": state, "user": user("ines", 1), "labels": [{"name": "payments"}],
        "html_url": "https://github.com/harbour/ledger/pull/7", "created_at": "2026-03-02T09:00:00Z",
        "updated_at": "2026-03-02T15:00:00Z", "head": { "sha": "aa" }, "base": { "ref": "main" }
    })
}

/// A delivery with its repository and who caused it.
#[expect(clippy::needless_pass_by_value, reason = "tests write values in place")]
pub(crate) fn delivery(action: &str, sender: Value, more: Value) -> Value {
    let mut all = json!({
        "action": action, "sender": sender,
        "repository": { "full_name": "harbour/ledger", "html_url": "https://github.com/harbour/ledger" }
    });
    for (key, value) in more.as_object().unwrap() {
        all[key] = value.clone();
    }
    all
}

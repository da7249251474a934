//! GitLab.

use rung_model::manifest::SourceKind::GitLab;
use serde_json::{Value, json};

use crate::support::{lines, read};

fn person(name: &str, id: u32) -> Value {
    json!({ "id": id, "name": name, "username": name.to_lowercase(), "email": "[REDACTED]" })
}

fn project() -> Value {
    json!({ "path_with_namespace": "harbour/ledger", "web_url": "https://gitlab.harbour.example/harbour/ledger" })
}

fn merge_request(action: &str, at: &str) -> Value {
    json!({ "id": 99, "iid": 4, "title": "Queue", "author_id": 1, "action": action, "state": "opened",
        "created_at": "2026-03-02 09:00:00 UTC", "updated_at": at })
}

#[test]
fn a_merge_request_by_hooks() {
    let hook = |action: &str, by: Value, at: &str| json!({ "object_kind": "merge_request", "user": by, "project": project(), "object_attributes": merge_request(action, at) });
    let mut update = hook("update", person("Boris", 3), "2026-03-02 10:00:00 UTC");
    update["changes"] = json!({ "labels": { "previous": [], "current": [{ "title": "payments" }] } });
    let mut pushed = hook("update", person("Ines", 1), "2026-03-02 10:05:00 UTC");
    pushed["changes"] = json!({});
    let note = json!({ "object_kind": "note", "user": person("Chen", 2), "project": project(),
        "object_attributes": { "id": 55, "noteable_type": "MergeRequest", "note": "SENTINEL", "created_at": "2026-03-02 12:00:00 UTC" },
        "merge_request": merge_request("", "2026-03-02 12:00:00 UTC") });
    let mut system = note.clone();
    system["object_attributes"]["system"] = json!(true);
    let texts = [
        hook("open", person("Ines", 1), "2026-03-02 09:00:00 UTC"),
        update,
        pushed,
        hook("approved", person("Chen", 2), "2026-03-02 11:00:00 UTC"),
        note,
        system,
        hook("merge", person("Chen", 2), "2026-03-02 13:00:00 UTC"),
    ];
    let read = read(GitLab, &[("hooks.jsonl", texts.map(|text| text.to_string()).join("\n"))]);
    assert_eq!(read.problems, []);
    assert_eq!(
        lines(&read),
        [
            "02 09:00 ines opened author pull_request harbour/ledger!4",
            "02 10:00 boris moved_issue subject pull_request harbour/ledger!4 [label - -> payments]",
            "02 11:00 chen reviewed reviewer pull_request harbour/ledger!4",
            "02 12:00 chen commented subject pull_request harbour/ledger!4",
            "02 13:00 chen merged subject pull_request harbour/ledger!4",
        ]
    );
    assert_eq!(read.unused.get("merge_request"), Some(&1));
    assert_eq!(read.unused.get("note"), Some(&1));
    assert!(!format!("{:?}", read.evidence).contains("SENTINEL"));
    assert!(read.evidence.iter().all(|fact| fact.actor.address.is_none()), "a redacted address is none");
}

#[test]
fn the_interface_tells_the_same_facts() {
    let merge = json!([{ "id": 99, "iid": 4, "project_id": 12, "title": "Queue", "author": person("Ines", 1), "state": "merged",
        "web_url": "https://gitlab.harbour.example/harbour/ledger/-/merge_requests/4", "source_branch": "queue",
        "created_at": "2026-03-02T09:00:00.000Z", "merged_at": "2026-03-02T13:00:00.000Z", "merge_user": person("Chen", 2),
        "updated_at": "2026-03-02T13:00:00.000Z", "labels": ["payments"] }]);
    let by_rest = read(GitLab, &[("mrs.json", merge.to_string())]);
    let hook = |action: &str, by: Value, at: &str| json!({ "object_kind": "merge_request", "user": by, "project": project(), "object_attributes": merge_request(action, at) });
    let hooks = [
        hook("open", person("Ines", 1), "2026-03-02 09:00:00 UTC").to_string(),
        hook("merge", person("Chen", 2), "2026-03-02 13:00:00 UTC").to_string(),
    ];
    let by_hook = read(GitLab, &[("hooks.jsonl", hooks.join("\n"))]);
    let ids = |read: &rung_sources::read::Read| read.evidence.iter().map(|fact| fact.id).collect::<Vec<_>>();
    assert_eq!(lines(&by_rest).len(), 2);
    assert_eq!(ids(&by_rest), ids(&by_hook));
}

#[test]
fn every_other_hook_is_counted_and_none_fails() {
    let kinds =
        ["pipeline", "build", "tag_push", "feature_flag", "emoji", "resource_access_token", "member", "milestone"];
    let texts: Vec<String> = kinds
        .iter()
        .map(|kind| json!({ "object_kind": kind, "user": person("Ines", 1), "project": project() }).to_string())
        .chain([json!({ "event_name": "user_add_to_group", "created_at": "x" }).to_string()])
        .collect();
    let read = read(GitLab, &[("hooks.jsonl", texts.join("\n"))]);
    assert_eq!((read.evidence.len(), read.problems.len()), (0, 0));
    assert_eq!(read.unused.values().sum::<u64>(), 9, "{:?}", read.unused);
}

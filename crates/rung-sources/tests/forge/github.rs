//! GitHub and Gitea.

use rung_model::manifest::SourceKind::{GitHub, Gitea};
use serde_json::json;

use crate::support::{delivery, lines, pull, read, user};

fn review() -> serde_json::Value {
    json!({
        "id": 71, "user": user("chen", 2), "state": "approved", "submitted_at": "2026-03-02T11:00:00Z",
        "html_url": "https://github.com/harbour/ledger/pull/7#pullrequestreview-71",
        "pull_request_url": "https://api.github.com/repos/harbour/ledger/pulls/7"
    })
}

#[test]
fn a_pull_request_from_open_to_merged_by_deliveries() {
    let merged = json!({
        "number": 7, "title": "Retry queue", "user": user("ines", 1), "merged": true, "merge_commit_sha": "bb", "state": "closed",
        "html_url": "https://github.com/harbour/ledger/pull/7", "created_at": "2026-03-02T09:00:00Z",
        "merged_at": "2026-03-02T16:00:00Z", "closed_at": "2026-03-02T16:00:00Z", "updated_at": "2026-03-02T16:00:01Z",
        "merged_by": user("chen", 2), "labels": [{ "name": "payments" }]
    });
    let comment = json!({ "id": 9, "user": user("ines", 1), "created_at": "2026-03-02T12:00:00Z", "diff_hunk": "@@" });
    let texts = [
        delivery("opened", user("ines", 1), json!({ "pull_request": pull("open") })),
        delivery("labeled", user("boris", 3), json!({ "pull_request": pull("open"), "label": { "name": "payments" } })),
        delivery("submitted", user("chen", 2), json!({ "pull_request": pull("open"), "review": review() })),
        delivery("created", user("ines", 1), json!({ "pull_request": pull("open"), "comment": comment })),
        delivery("synchronize", user("ines", 1), json!({ "pull_request": pull("open") })),
        delivery("closed", user("chen", 2), json!({ "pull_request": merged })),
    ];
    let read = read(GitHub, &[("all.jsonl", texts.map(|text| text.to_string()).join("\n"))]);
    assert_eq!(read.problems, []);
    assert_eq!(
        lines(&read),
        [
            "02 09:00 ines opened author pull_request harbour/ledger#7",
            "02 11:00 chen reviewed reviewer pull_request harbour/ledger#7",
            "02 12:00 ines commented author pull_request harbour/ledger#7",
            "02 15:00 boris moved_issue subject pull_request harbour/ledger#7 [label - -> payments]",
            "02 16:00 chen merged subject pull_request harbour/ledger#7",
        ]
    );
    assert_eq!(read.unused.get("pull_request"), Some(&1), "{:?}", read.unused);
    assert_eq!((read.manifest.rows, read.manifest.id.split(':').next().unwrap()), (5, "github"));
}

#[test]
fn the_same_acts_from_the_interface_and_from_a_tool_are_the_same_facts() {
    let by_hook = read(
        GitHub,
        &[(
            "r.json",
            delivery("submitted", user("chen", 2), json!({ "pull_request": pull("open"), "review": review() }))
                .to_string(),
        )],
    );
    let of_rest = read(
        GitHub,
        &[("pulls.json", json!([pull("open")]).to_string()), ("reviews.json", json!([review()]).to_string())],
    );
    let nested = json!({ "items": [{ "number": 7, "title": "Retry queue", "user": user("ines", 1), "base": { "ref": "main" },
        "html_url": "https://github.com/harbour/ledger/pull/7", "created_at": "2026-03-02T09:00:00Z", "reviews": [review()] }] });
    let of_tool = read(GitHub, &[("pulls.json", nested.to_string())]);
    let ids = |read: &rung_sources::read::Read| read.evidence.iter().map(|fact| fact.id).collect::<Vec<_>>();
    assert_eq!(ids(&by_hook).len(), 2);
    assert_eq!(ids(&by_hook), ids(&of_rest));
    assert_eq!(ids(&by_hook), ids(&of_tool));
}

#[test]
fn pushed_commits_are_the_facts_git_tells_and_automation_is_none() {
    let id = "a".repeat(40);
    let push = json!({
        "ref": "refs/heads/main", "before": "0", "pusher": { "name": "ines" }, "sender": user("ines", 1),
        "repository": { "full_name": "harbour/ledger", "html_url": "https://github.com/harbour/ledger" },
        "commits": [
            { "id": id, "distinct": true, "timestamp": "2026-03-02T10:30:00+01:00", "message": "Tune the queue",
              "author": { "name": "Ines Halvorsen", "email": "Ines@harbour.example", "username": "ines" } },
            { "id": "b".repeat(40), "distinct": false, "timestamp": "2026-03-02T10:31:00+01:00", "message": "x",
              "author": { "name": "Boris Adeyemi", "email": "boris@harbour.example" } },
            { "id": "c".repeat(40), "distinct": true, "timestamp": "2026-03-02T10:32:00+01:00", "message": "Bump",
              "author": { "name": "bumper[bot]", "email": "1+bumper[bot]@users.noreply.github.com" } }
        ]
    });
    let bot = json!({ "login": "bumper[bot]", "id": 9, "type": "Bot" });
    let opened = delivery(
        "closed",
        bot,
        json!({ "issue": { "number": 3, "title": "Old", "user": user("boris", 3),
        "html_url": "https://github.com/harbour/ledger/issues/3", "created_at": "2025-01-01T00:00:00Z",
        "closed_at": "2026-03-02T10:40:00Z", "updated_at": "2026-03-02T10:40:00Z" } }),
    );
    let read = read(GitHub, &[("push.json", push.to_string()), ("stale.json", opened.to_string())]);
    assert_eq!(lines(&read), ["02 09:30 ines@harbour.example committed author commit aaaa"]);
    assert_eq!(read.unused.get("by automation"), Some(&2), "{:?}", read.unused);
    let text = format!("{:?}", read.evidence);
    assert!(!text.contains("Tune the queue"), "messages are never kept: {text}");
}

#[test]
fn issues_releases_deployments_and_pages() {
    let issue = json!({ "number": 3, "title": "Slow", "user": user("boris", 3), "labels": [{ "name": "bug" }],
        "assignees": [user("chen", 2)], "html_url": "https://github.com/harbour/ledger/issues/3",
        "created_at": "2026-03-03T08:00:00Z", "closed_at": "2026-03-03T18:00:00Z", "updated_at": "2026-03-03T18:00:00Z" });
    let comment =
        json!({ "id": 31, "user": user("chen", 2), "created_at": "2026-03-03T09:00:00Z", "body": "SENTINEL body" });
    let release = json!({ "id": 1, "tag_name": "v1.2", "name": "Spring", "author": user("chen", 2), "draft": false,
        "html_url": "https://github.com/harbour/ledger/releases/tag/v1.2", "published_at": "2026-03-04T10:00:00Z" });
    let deployment = json!({ "id": 5, "creator": user("ines", 1), "environment": "production", "created_at": "2026-03-04T11:00:00Z",
        "url": "https://api.github.com/repos/harbour/ledger/deployments/5" });
    let texts = [
        delivery("created", user("chen", 2), json!({ "issue": issue, "comment": comment })),
        delivery("closed", user("chen", 2), json!({ "issue": issue })),
        delivery("published", user("chen", 2), json!({ "release": release })),
        delivery("created", user("ines", 1), json!({ "deployment": deployment })),
        delivery("created", user("ines", 1), json!({ "starred_at": "2026-03-04T11:00:00Z" })),
    ];
    let read = read(GitHub, &[("all.json", json!(texts).to_string())]);
    assert_eq!(
        lines(&read),
        [
            "03 08:00 boris opened author issue harbour/ledger#3",
            "03 09:00 chen commented assignee issue harbour/ledger#3",
            "03 18:00 chen moved_issue assignee issue harbour/ledger#3 [status - -> closed]",
            "04 10:00 chen deployed author release harbour/ledgerv1.2",
            "04 11:00 ines deployed author deployment harbour/ledger5",
        ]
    );
    assert!(!format!("{:?}", read.evidence).contains("SENTINEL"), "bodies are never kept");
    assert_eq!(read.unused.values().sum::<u64>(), 1, "{:?}", read.unused);
}

#[test]
fn gitea_speaks_the_same_and_its_reviews_are_known_by_their_sender() {
    let mut own = pull("open");
    own["html_url"] = json!("https://git.harbour.example/harbour/ledger/pulls/7");
    let mut sent = delivery(
        "reviewed",
        user("chen", 2),
        json!({ "pull_request": own, "review": { "type": "approved", "content": "" } }),
    );
    sent["repository"]["html_url"] = json!("https://git.harbour.example/harbour/ledger");
    let wrapped = json!({ "event": "pull_request_review_approved", "payload": sent });
    let mut wrapped_again = wrapped;
    wrapped_again["payload"]["action"] = json!("submitted");
    let read = read(Gitea, &[("a.json", wrapped_again.to_string()), ("b.json", wrapped_again.to_string())]);
    assert_eq!(
        lines(&read),
        [
            "02 09:00 ines opened author pull_request harbour/ledger#7",
            "02 15:00 chen reviewed reviewer pull_request harbour/ledger#7",
        ]
    );
    let handle = read.evidence[1].actor.handle.as_ref().unwrap();
    assert_eq!(handle.key(), "git.harbour.example:2");
}

//! Files that are broken: all problems at once, each with its line, and nothing else lost.

use rung_model::{
    evidence::Verb,
    manifest::SourceKind::{GitLab, Jira, Linear},
    problem::Severity,
};

use super::{checks, count, fixture_text, read, read_bytes, unused};

#[test]
fn broken_json_costs_only_what_is_broken() {
    let lines = concat!(
        "{\"key\": \"PAY-1\", \"fields\": {\"created\": \"2026-03-02T08:15:20.000+0100\", \"creator\": {\"name\": \"ines\"}}}\n",
        "{\"key\": \"PAY-2\", \"fields\": {\n",
        "{\"key\": \"PAY-3\", \"fields\": {\"created\": \"when?\", \"creator\": {\"name\": \"ines\"}}}\n",
        "{\"key\": \"PAY-4, \"fields\": 1}\n",
        "{\"key\": \"PAY-5\", \"fields\": {\"created\": \"2026-03-02T08:15:20.000+0100\", \"creator\": {\"name\": \"ines\"}}}\n",
    );
    let read = read_bytes(Jira, "a.jsonl", lines.as_bytes());
    assert_eq!(checks(&read), ["json-broken:2", "date-unreadable:3", "json-broken:4"]);
    assert_eq!(count(&read, Verb::Opened), 2);

    let whole = fixture_text("jira-search.json");
    let cut = &whole[..whole.find("\"PAY-2\"").unwrap()];
    let read = read_bytes(Jira, "a.json", cut.as_bytes());
    assert_eq!(checks(&read).len(), 1, "{:?}", read.problems);
    assert_eq!(count(&read, Verb::LoggedWork), 3, "what stood before is there");

    let read = read_bytes(Jira, "a.json", b"{\"issues\": oops}");
    assert_eq!((checks(&read), read.problems[0].severity), (vec!["json-broken:1".to_owned()], Severity::Error));
}

#[test]
fn deep_nesting_is_refused_and_ends() {
    let deep = format!("{{\"issues\": [{}{}]}}", "[".repeat(200_000), "]".repeat(200_000));
    let started = read_bytes(Jira, "a.json", deep.as_bytes());
    assert!(started.evidence.is_empty());
    let deep = format!("[{}1{}]", "{\"data\":".repeat(5_000), "}".repeat(5_000));
    for kind in [Jira, Linear] {
        assert_eq!(checks(&read_bytes(kind, "a.json", deep.as_bytes())), ["json-broken:1"]);
    }
}

#[test]
fn broken_tables_tell_every_row() {
    let table = concat!(
        "Issue key,Created,Creator,Log Work\n",
        "PAY-1,02/Mar/26 8:15 AM,Ines Halvorsen,;02/Mar/26 9:30 AM;ines;0\n",
        "PAY-2,soon,Ines Halvorsen,;02/Mar/26 9:30 AM;ines;-60\n",
        "PAY-3,02/Mar/26 8:15 AM,Ines Halvorsen\n",
        "PAY-4,02/Mar/26 8:15 AM,Ines, Halvorsen,x\n",
        ",02/Mar/26 8:15 AM,Ines Halvorsen,\n",
        "PAY-6,02/Mar/26 8:15 AM,Ines Halvorsen,;02/Mar/26 9:30 AM;ines;90000\n",
        "PAY-7,02/Mar/26 8:15 AM,Ines Halvorsen,2 hours\n",
        "PAY-8,02/Mar/26 8:15 AM,Ines Halvorsen,;02/Mar/26 9:30 AM;;3600\n",
        "PAY-9,02/Mar/26 8:15 AM,\"Ines Halvorsen,\n",
        "PAY-10,02/Mar/26 8:15 AM,Ines Halvorsen,;30/Feb/26 9:30 AM;ines;9223372036854775807\n",
    );
    let read = read_bytes(Jira, "a.csv", table.as_bytes());
    let mut told = checks(&read);
    told.sort();
    let expected = [
        "cell-unreadable:8",
        "date-unreadable:11",
        "date-unreadable:3",
        "issue-without-key:6",
        "quote-not-closed:10",
        "row-width:10",
        "row-width:4",
        "row-width:5",
        "worklog-over-a-day:7",
        "worklog-without-length:2",
        "worklog-without-length:3",
    ];
    assert_eq!(told, expected);
    assert_eq!((count(&read, Verb::Opened), count(&read, Verb::LoggedWork)), (7, 1));
    assert_eq!(unused(&read, "by automation"), 1);
}

#[test]
fn missing_columns_are_named() {
    for (kind, table, named) in [
        (Jira, "Summary,Status\nx,y\n", "`Issue key` or `Key` or"),
        (Jira, "Issue key,Status\nx,y\n", "`Created` or `Log Work` or `Comment`"),
        (Jira, "PAY-1,02/Mar/26 8:15 AM\n", "`Issue key`"),
        (Linear, "ID,Title\nPAY-1,x\n", "`Created`, nor `Creator`"),
        (GitLab, "Title,URL\nx,y\n", "`Issue ID`"),
    ] {
        let read = read_bytes(kind, "a.csv", table.as_bytes());
        assert_eq!(checks(&read), ["missing-columns:1"]);
        assert!(read.problems[0].what.contains(named), "{}", read.problems[0].what);
        assert_eq!(read.problems[0].severity, Severity::Error);
    }
}

#[test]
fn files_that_hold_nothing_are_told() {
    for kind in [Jira, Linear, GitLab] {
        assert_eq!(checks(&read_bytes(kind, "a.csv", b"")), ["no-rows:0"]);
        assert_eq!(checks(&read_bytes(kind, "a.json", b"\xEF\xBB\xBF \n")), ["no-rows:0"]);
        assert_eq!(checks(&read_bytes(kind, "a.csv", b"PK\x03\x04\0\0\0")), ["not-text:0"]);
        assert_eq!(checks(&read(kind, std::path::Path::new("no such file"))), ["cannot-read:0"]);
    }
    assert_eq!(checks(&read_bytes(GitLab, "a.json", b"{}")), ["not-a-table:0"]);
    assert_eq!(checks(&read_bytes(Jira, "a.json", b"{\"id\": 1}")), ["nothing-understood:0"]);
    let refused = b"{\"errorMessages\": [\"You do not have permission\"], \"errors\": {}}";
    assert_eq!(checks(&read_bytes(Jira, "a.json", refused)), ["answer-is-an-error:1"]);
    assert_eq!(checks(&read_bytes(Jira, "a.json", b"{\"issues\": [], \"total\": 0}")), Vec::<String>::new());
    let refused = b"{\"errors\": [{\"message\": \"Authentication required\"}]}";
    assert_eq!(checks(&read_bytes(Linear, "a.json", refused)), ["answer-is-an-error:1"]);
}

#[test]
fn what_is_missing_from_an_export_is_told() {
    let cut = br#"{"key": "PAY-1", "fields": {"worklog": {"total": 35, "worklogs": []}}}"#;
    assert_eq!(checks(&read_bytes(Jira, "a.json", cut)), ["issue-cut-short:0"]);
    let loose = br#"{"worklogs": [{"author": {"name": "ines"}, "started": "2026-03-02T09:30:00.000+0100", "timeSpentSeconds": 60}]}"#;
    assert_eq!(checks(&read_bytes(Jira, "logs.json", loose)), ["issue-not-told:1"]);
    let named = read_bytes(Jira, "PAY-7.json", loose);
    assert_eq!((checks(&named), named.evidence.len()), (vec!["issue-not-known:0".to_owned()], 1));
}

//! `--source KIND:PATH`: time logs and trackers beside git and calendars.

mod common;

use common::{Bench, ME};

const WINDOW: [&str; 4] = ["--since", "2026-11-09", "--until", "2026-11-13"];

/// Two worklogs of one issue, one of the user and one of a colleague.
const ISSUES: &str = r#"{"issues": [{"id": "10", "key": "PAY-7", "self": "https://jira.harbourline.example/rest/api/2/issue/10",
 "fields": {"summary": "Retry queue", "issuetype": {"name": "Bug"}, "created": "2026-11-09T09:00:00.000+0100",
  "reporter": {"accountId": "b1", "displayName": "Boris Lund", "emailAddress": "boris@harbourline.example"},
  "worklog": {"worklogs": [
   {"id": "1", "started": "2026-11-10T10:00:00.000+0100", "timeSpentSeconds": 5400,
    "author": {"accountId": "i1", "displayName": "Ines Halvorsen", "emailAddress": "ines@harbourline.example"}},
   {"id": "2", "started": "2026-11-10T13:00:00.000+0100", "timeSpentSeconds": 7200,
    "author": {"accountId": "b1", "displayName": "Boris Lund", "emailAddress": "boris@harbourline.example"}}]}}}]}"#;

#[test]
fn p20_only_ones_own_rows_of_a_tracker_are_measured() {
    let bench = Bench::new();
    bench.write("issues.json", ISSUES);
    let all = bench.rung(&["evidence", "--source", "jira:issues.json", "--from", "2026-11-01", "--to", "2026-12-01"]);
    assert_eq!(all.code, 0, "{}", all.err);
    assert!(all.out.contains("PAY-7") && all.out.contains("boris@harbourline.example"), "{}", all.out);
    let own = bench.rung(&[&["report", "--json", "--source", "jira:issues.json", "--me", ME][..], &WINDOW].concat());
    let json = own.json();
    let building = &json["window"]["buckets"]["building"];
    assert_eq!(building["point"], 90.0, "{building}");
    let sources = json["sources"].to_string();
    assert!(!json.to_string().contains("boris"), "a colleague is nowhere in the reading");
    assert!(sources.contains("jira:issues.json"), "{sources}");
}

#[test]
fn a_worklog_over_the_same_time_log_counts_once() {
    let bench = Bench::new();
    bench.write("issues.json", ISSUES);
    bench.write("log.csv", "date,start,end,task\n2026-11-10,10:30,11:30,Retry queue\n");
    let args = ["report", "--json", "--source", "jira:issues.json", "--source", "timelog:log.csv", "--me", ME];
    let json = bench.rung(&[&args[..], &WINDOW].concat()).json();
    let observed = json["window"]["observed"].as_f64().unwrap_or_default();
    assert_eq!(observed, 90.0, "{}", json["window"]);
}

#[test]
fn a_source_that_cannot_be_is_told_with_the_kinds_there_are() {
    let bench = Bench::new();
    for (named, wanted) in
        [("jirra:issues.json", "kinds are"), ("jira:", "kinds are"), ("jira:nowhere.json", "nowhere")]
    {
        let said = bench.rung(&["report", "--source", named, "--me", ME]);
        assert_eq!(said.code, 1, "{named}");
        assert!(said.err.contains(wanted) && !said.err.contains("panicked"), "{named}: {}", said.err);
    }
}

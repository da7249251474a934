//! ActivityWatch: time in front of an app while somebody was there, and nothing private.

use rung_model::manifest::SourceKind;

use crate::support::{entry, read, read_files, said, told};

/// A bucket's events as minutes after nine: start, length, fields.
fn bucket(id: &str, kind: &str, host: &str, events: &[(f64, f64, &str)]) -> String {
    let events: Vec<String> = events
        .iter()
        .enumerate()
        .map(|(number, (start, length, fields))| {
            let at = jiff::Timestamp::from_second(1_772_442_000).unwrap()
                + jiff::SignedDuration::from_secs_f64(start * 60.0);
            format!(r#"{{"id":{number},"timestamp":"{at}","duration":{},"data":{{{fields}}}}}"#, length * 60.0)
        })
        .collect();
    format!(
        r#""{id}":{{"id":"{id}","type":"{kind}","client":"x","hostname":"{host}","events":[{}]}}"#,
        events.join(",")
    )
}

fn export(buckets: &[String]) -> String {
    format!(r#"{{"buckets":{{{}}}}}"#, buckets.join(","))
}

const CODE: &str = r#""app":"Code","title":"ledger secret-plan.rs""#;
const WEB: &str = r#""app":"Firefox","title":"Salary of Boris""#;
const HERE: &str = r#""status":"not-afk""#;
const AWAY: &str = r#""status":"afk""#;

fn day() -> String {
    export(&[
        bucket(
            "aw-watcher-window_quay",
            "currentwindow",
            "quay",
            &[(0.0, 10.0, CODE), (11.0, 9.0, CODE), (20.0, 10.0, WEB), (30.0, 30.0, CODE), (70.0, 0.0, CODE)],
        ),
        bucket(
            "aw-watcher-afk_quay",
            "afkstatus",
            "quay",
            &[(0.0, 40.0, HERE), (40.0, 15.0, AWAY), (55.0, 45.0, HERE)],
        ),
        bucket(
            "aw-watcher-web-firefox",
            "web.tab.current",
            "unknown",
            &[(20.0, 10.0, r#""url":"https://harbour.example/salaries","title":"Salary of Boris""#)],
        ),
        bucket(
            "aw-watcher-vscode_quay",
            "app.editor.activity",
            "quay",
            &[(2.0, 6.0, r#""file":"/secret/a.rs","project":"/secret/place/ledger","language":"rust""#)],
        ),
        bucket("aw-stopwatch", "general.stopwatch", "quay", &[(0.0, 5.0, r#""label":"tea","running":false"#)]),
    ])
}

#[test]
fn only_time_when_somebody_was_there_counts_and_neighbours_are_one() {
    let log = read(SourceKind::ActivityWatch, "aw.json", &day());
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02T09:00:00Z 2 | Code | - |  | Ines Halvorsen :1
    2026-03-02T09:02:00Z 6 | Code | ledger |  | Ines Halvorsen :1
    2026-03-02T09:08:00Z 12 | Code | - |  | Ines Halvorsen :1
    2026-03-02T09:20:00Z 10 | Firefox | - |  | Ines Halvorsen :1
    2026-03-02T09:30:00Z 10 | Code | - |  | Ines Halvorsen :1
    2026-03-02T09:55:00Z 5 | Code | - |  | Ines Halvorsen :1
    ");
    insta::assert_snapshot!(said(&log), @r"
    1 x an event without length
    1 x general.stopwatch event
    ");
    assert!(log.evidence.iter().all(|fact| entry(fact).automatic));
}

/// PRIVACY P9: titles of windows, addresses of pages, names of files stay in the file.
#[test]
fn p9_no_title_address_or_file_name_leaves_an_export() {
    let log = read(SourceKind::ActivityWatch, "aw.json", &day());
    let all = format!("{log:?}");
    for private in ["secret", "Salary", "salaries", "https", "tea", "a.rs"] {
        assert!(!all.contains(private), "{private}");
    }
}

#[test]
fn without_a_watcher_for_absence_nothing_counts_and_that_is_told() {
    let window = bucket("aw-watcher-window_quay", "currentwindow", "quay", &[(0.0, 10.0, CODE)]);
    let log = read(SourceKind::ActivityWatch, "aw.json", &export(&[window]));
    assert_eq!(log.evidence.len(), 0);
    insta::assert_snapshot!(said(&log), @"Warning no-afk-bucket nothing tells when somebody was at the computer quay, so 1 events are left out");
}

#[test]
fn browsers_and_editors_count_by_themselves_where_no_window_is_known() {
    let log = read(
        SourceKind::ActivityWatch,
        "aw.json",
        &export(&[
            bucket("aw-watcher-web-chrome_quay", "web.tab.current", "quay", &[(0.0, 5.0, r#""url":"https://x""#)]),
            bucket("aw-watcher-vim_quay", "app.editor.activity", "quay", &[(5.0, 5.0, r#""project":"ledger""#)]),
            bucket("aw-watcher-afk_quay", "afkstatus", "quay", &[(0.0, 60.0, HERE)]),
        ]),
    );
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02T09:00:00Z 5 | chrome | - |  | Ines Halvorsen :1
    2026-03-02T09:05:00Z 5 | vim | ledger |  | Ines Halvorsen :1
    ");
}

#[test]
fn where_windows_are_watched_a_browser_fills_no_gaps_between_them() {
    let page = r#""url":"https://x""#;
    let log = read(
        SourceKind::ActivityWatch,
        "aw.json",
        &export(&[
            bucket("aw-watcher-window_quay", "currentwindow", "quay", &[(0.0, 5.0, CODE), (9.0, 5.0, WEB)]),
            bucket("aw-watcher-web-chrome_quay", "web.tab.current", "quay", &[(0.0, 40.0, page)]),
            bucket("aw-watcher-afk_quay", "afkstatus", "quay", &[(0.0, 60.0, HERE)]),
        ]),
    );
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02T09:00:00Z 5 | Code | - |  | Ines Halvorsen :1
    2026-03-02T09:09:00Z 5 | Firefox | - |  | Ines Halvorsen :1
    2026-03-02T09:19:00Z 21 | chrome | - |  | Ines Halvorsen :1
    ");
}

#[test]
fn exports_that_overlap_and_buckets_in_files_of_their_own_say_the_same_as_one() {
    let window = |events: &[_]| bucket("aw-watcher-window_quay", "currentwindow", "quay", events);
    let afk = bucket("aw-watcher-afk_quay", "afkstatus", "quay", &[(0.0, 60.0, HERE)]);
    let whole = export(&[window(&[(0.0, 20.0, CODE), (20.0, 10.0, WEB), (30.0, 5.0, CODE)]), afk.clone()]);
    let one = read(SourceKind::ActivityWatch, "aw.json", &whole);
    let early = export(&[window(&[(0.0, 12.0, CODE)])]);
    let late = export(&[window(&[(0.0, 20.0, CODE), (20.0, 10.0, WEB), (30.0, 5.0, CODE)])]);
    let parts = export(&[afk]);
    let split = read_files(
        SourceKind::ActivityWatch,
        &[("c.json", early.as_bytes()), ("b.json", late.as_bytes()), ("a.json", parts.as_bytes())],
    );
    assert_eq!(told(&one), told(&split));
    let ids = |log: &rung_sources::read::Read| log.evidence.iter().map(|fact| fact.id).collect::<Vec<_>>();
    assert_eq!(ids(&one), ids(&split));
}

#[test]
fn broken_events_are_counted_and_the_others_read() {
    let text = export(&[
        r#""aw-watcher-window_quay":{"type":"currentwindow","hostname":"quay","events":[7,{"timestamp":"soon","duration":1,"data":{}},
          {"timestamp":"2026-03-02T09:00:00Z","duration":"long","data":{}},{"timestamp":"2026-03-02T09:00:00Z","duration":-5,"data":{"app":"Code"}},
          {"timestamp":"2026-03-02T09:00:00Z","duration":60,"data":{"app":"Code"}},{"timestamp":"2026-03-02T09:00:00Z","duration":60}]}"#
            .to_owned(),
        bucket("aw-watcher-afk_quay", "afkstatus", "quay", &[(0.0, 60.0, HERE)]),
    ]);
    let log = read(SourceKind::ActivityWatch, "aw.json", &text);
    assert_eq!(log.evidence.len(), 1);
    insta::assert_snapshot!(said(&log), @"Error bad-event 5 events have no moment, length or fields; the first is number 1");
}

//! A correction from the first look to taking it back, and a finding that is put off, as a user does it.

mod common;

use common::{Bench, ME, calendar, event};

/// The window of the calendar below.
const WINDOW: [&str; 4] = ["--since", "2026-11-09", "--until", "2026-11-13"];

fn bench(uid: &str) -> Bench {
    let bench = Bench::new();
    write(&bench, uid);
    bench
}

/// A calendar of five days with the same event at ten.
fn write(bench: &Bench, uid: &str) {
    let events: String = (9..=13)
        .map(|day| {
            let at = |hour: u32| format!("202611{day:02}T{hour:02}0000");
            event(&format!("{uid}-{day}"), &at(10), &at(11), "Heron mapping", "")
        })
        .collect();
    bench.write("me.ics", calendar(&events));
}

fn args<'a>(bench: &Bench, command: &[&'a str], file: &'a str) -> common::Said {
    bench.rung(&[command, &["--calendar", file, "--me", ME], &WINDOW].concat())
}

#[test]
fn a_correction_shows_its_minutes_first_survives_a_new_export_and_is_taken_back() {
    let bench = bench("a");
    let looked = args(&bench, &["correct", "Heron mapping", "design", "--on", "2026-11-10"], "me.ics");
    assert_eq!(looked.code, 0, "{}", looked.err);
    assert!(looked.out.contains("would move") && looked.out.contains("Nothing was changed"), "{}", looked.out);
    assert_eq!(bench.rung(&["correct", "list", "--json"]).json(), serde_json::json!([]));

    let several = args(&bench, &["correct", "Heron mapping", "design"], "me.ics");
    assert_eq!(several.code, 1);
    assert!(several.err.contains("5 things") && several.err.contains("--on"), "{}", several.err);

    let kept = args(
        &bench,
        &["correct", "Heron mapping", "design", "--on", "2026-11-10", "--because", "drawing the map", "--yes"],
        "me.ics",
    );
    assert_eq!(kept.code, 0, "{}", kept.err);
    let listed = bench.rung(&["correct", "list", "--json"]).json();
    assert_eq!((&listed[0]["id"], &listed[0]["set"]), (&"c-1".into(), &"design".into()));
    let day = ["explain", "2026-11-10"];
    let explained = args(&bench, &day, "me.ics");
    assert!(explained.out.contains("design") && explained.out.contains("c-1"), "{}", explained.out);

    // The same calendar exported anew, with other UIDs: asked, not applied.
    write(&bench, "b");
    let asked = args(&bench, &day, "me.ics");
    let report = args(&bench, &["report", "--json"], "me.ics");
    let problems = report.json()["problems"].to_string();
    assert!(!asked.out.contains("c-1 "), "{}", asked.out);
    assert!(problems.contains("rung correct confirm c-1 'b-10'"), "{problems}");
    assert_eq!(bench.rung(&["correct", "confirm", "c-1", "b-10"]).code, 0);
    let confirmed = args(&bench, &day, "me.ics");
    assert!(confirmed.out.contains("c-1"), "{}", confirmed.out);

    assert_eq!(bench.rung(&["correct", "undo", "c-1"]).code, 0);
    let undone = args(&bench, &day, "me.ics");
    assert!(!undone.out.contains("c-1"), "{}", undone.out);
    assert!(bench.rung(&["correct", "list"]).out.contains("taken back"));
    assert_eq!(bench.rung(&["correct", "undo", "c-1"]).code, 1);
}

#[test]
fn a_finding_is_answered_by_its_key_and_nothing_else() {
    let bench = bench("a");
    let unknown = args(&bench, &["findings", "snooze", "no-such-finding", "2027-01-01"], "me.ics");
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("no finding"), "{}", unknown.err);
    assert_eq!(bench.rung(&["findings", "history", "--json"]).json(), serde_json::json!([]));
    assert_eq!(bench.rung(&["findings", "undo", "hybrid-load"]).code, 1);
    let invented = bench.rung(&["findings", "dispute", "role-reading", "--example"]);
    assert_eq!(invented.code, 2, "{}", invented.err);
}

#[test]
fn a_file_of_corrections_with_a_mistake_stops_before_anything_is_written() {
    let bench = bench("a");
    let file = bench.write("home/config/rung/corrections.toml", "[[correction]]\nid = 'c-1'\nmade = 'soon'\n");
    let refused = args(&bench, &["correct", "Heron mapping", "design", "--on", "2026-11-10", "--yes"], "me.ics");
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("corrections.toml:3") && refused.err.contains("bad-moment"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(file).unwrap(), "[[correction]]\nid = 'c-1'\nmade = 'soon'\n");
}

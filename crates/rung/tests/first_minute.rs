//! The first minute: `rung report --example` tells the story of one invented tech lead.

mod common;

use common::Bench;

#[test]
fn the_drifted_tech_lead_gets_a_verdict() {
    let bench = Bench::new();
    let json = bench.rung(&["report", "--example", "--json"]).json();
    assert_eq!(json["role"]["id"], "tech_lead");
    assert_eq!(json["verdict"]["kind"], "looks_like", "{}", json["verdict"]);
    assert_eq!(json["verdict"]["families"][0], "coordination");
    assert_eq!(json["verdict"]["as_held"], false);
    let sentence = json["verdict"]["sentence"].as_str().unwrap();
    assert!(sentence.contains("coordination role") && sentence.contains("tech lead"), "{sentence}");
    assert!(
        sentence.to_lowercase().contains("look like") || sentence.to_lowercase().contains("looks like"),
        "{sentence}"
    );
    let margin = json["verdict"]["margin"].as_f64().unwrap();
    assert!(margin >= 0.11, "the gate opens with room: {margin}");
    assert_eq!(json["drift"]["bucket"], "strategy");
    let checks: Vec<&str> = json["findings"].as_array().unwrap().iter().map(|f| f["check"].as_str().unwrap()).collect();
    for check in ["role-reading", "hands-on-range", "drift"] {
        assert!(checks.contains(&check), "{checks:?}");
    }
}

#[test]
fn ten_runs_give_the_same_bytes() {
    let bench = Bench::new();
    let run = |n: usize| {
        let page = bench.path(&format!("run{n}.html"));
        let said = bench.rung(&["report", "--example", "--json", "--html", &page.display().to_string()]);
        assert_eq!(said.code, 0, "{}", said.err);
        (said.out, std::fs::read_to_string(page).unwrap())
    };
    let first = run(0);
    assert!(first.1.starts_with("<!DOCTYPE html>"));
    for n in 1..10 {
        assert!(run(n) == first, "run {n} differs");
    }
}

#[test]
fn the_terminal_reading_shows_every_part() {
    let bench = Bench::new();
    let said = bench.rung(&["report", "--example"]);
    assert_eq!(said.code, 0, "{}", said.err);
    for part in [
        "everyone in it is invented",
        "Seen:",
        "The split",
        "How much of your week each role would share",
        "Week by week",
        "What the hours went into",
        "What each source can see",
        "What this reading rests on",
    ] {
        assert!(said.out.contains(part), "{part} is missing in\n{}", said.out);
    }
    assert!(!said.out.contains('\x1b'), "no colour where output is no terminal");
}

//! Help, topics, exit codes and refusals: what a newcomer meets first.

mod common;

use common::Bench;

#[test]
fn help_teaches_with_an_example_for_every_command() {
    let bench = Bench::new();
    let help = bench.rung(&["--help"]);
    assert_eq!(help.code, 0);
    for command in [
        "report",
        "roles",
        "correct",
        "findings",
        "framework",
        "explain",
        "evidence",
        "classify",
        "rules",
        "log",
        "init",
        "config",
        "completions",
        "help",
    ] {
        assert!(help.out.contains(&format!("\n  {command}")), "{command} is missing in {}", help.out);
        let one = bench.rung(&["help", command]);
        assert_eq!(one.code, 0, "{command}");
        assert!(one.out.contains("Example") || ["completions", "help"].contains(&command), "{command}: {}", one.out);
    }
    for topic in ["calendar", "sources", "roster", "rules", "days", "privacy", "json", "exit-codes"] {
        assert!(bench.rung(&["help", topic]).out.lines().count() > 5, "{topic}");
    }
    let calendar = bench.rung(&["help", "calendar"]).out;
    assert!(["Google", "Outlook", "Apple"].iter().all(|name| calendar.contains(name)));
}

#[test]
fn exit_codes_are_those_documented() {
    let bench = Bench::new();
    assert_eq!(bench.rung(&["--version"]).code, 0);
    assert_eq!(bench.rung(&["report"]).code, 1, "nothing to read");
    assert_eq!(bench.rung(&["report", "--nonsense"]).code, 2);
    assert_eq!(bench.rung(&["help", "nonsense"]).code, 2);
    let bad =
        bench.write("bad.toml", "[[rule]]\nid = \"x\"\nmatch = { title = \"(\" }\nset = { activity = \"codign\" }\n");
    assert_eq!(bench.rung(&["rules", "check", &bad.display().to_string()]).code, 3);
}

#[test]
fn what_init_writes_can_be_read_as_it_is_and_nothing_is_overwritten() {
    let bench = Bench::new();
    bench.write("team/rules.toml", "# mine\n");
    let said = bench.rung(&["init", "team"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("kept") && std::fs::read_to_string(bench.path("team/rules.toml")).unwrap() == "# mine\n");
    let file = bench
        .write("me.ics", common::calendar(&common::event("a", "20261112T090000Z", "20261112T100000Z", "Roadmap", "")));
    let report = bench.rung(&[
        "report",
        "--calendar",
        &file.display().to_string(),
        "--roster",
        "team/roster.toml",
        "--rules",
        "team/rules.toml",
        "--days",
        "team/days.toml",
        "--json",
        "--since",
        "2026-11-09",
        "--until",
        "2026-11-15",
    ]);
    assert_eq!(report.code, 0, "{}", report.err);
}

#[test]
fn an_unknown_role_is_answered_with_those_there_are() {
    let bench = Bench::new();
    let said = bench.rung(&["roles", "show", "EM4"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("no level 4") && said.err.contains("EM5"), "{}", said.err);
    let said = bench.rung(&["roles", "show", "wizard"]);
    assert!(said.err.contains("wizard") && said.err.contains("tech_lead"), "{}", said.err);
}

#[test]
fn a_day_can_be_logged_and_shown() {
    let bench = Bench::new();
    for args in [
        ["log", "2026-11-12", "coding", "2h30m", "--start", "9:30"],
        ["log", "2026-11-12", "one-on-one", "45m", "--note", "weekly"],
    ] {
        let said = bench.rung(&args);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let shown = bench.rung(&["log", "show", "--json"]).json();
    assert_eq!(shown[0]["entries"][0]["minutes"], 150);
    assert_eq!(shown[0]["entries"][0]["start"], "09:30");
    assert_eq!(shown[0]["entries"][1]["activity"], "one_on_one");
    assert!(bench.rung(&["log", "show"]).out.contains("2:30"));
    assert_eq!(bench.rung(&["log", "2026-02-31", "coding", "1h"]).code, 1);
    assert_eq!(bench.rung(&["log", "today", "codign", "1h"]).code, 1);
}

#[test]
fn a_rule_can_be_added_and_decides() {
    let bench = Bench::new();
    let said = bench.rung(&[
        "rules",
        "add",
        "--file",
        "r.toml",
        "--title",
        "(?i)^zorblax",
        "--activity",
        "alignment",
        "--why",
        "weekly call",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let line = bench.rung(&["classify", "Zorblax weekly", "--rules", "r.toml", "--json"]).json();
    assert_eq!((line["activity"].as_str(), line["bucket"].as_str()), (Some("alignment"), Some("strategy")));
    assert_eq!(line["abstained"], false);
    let without = bench.rung(&["classify", "Zorblax qwx", "--json"]).json();
    assert_eq!(without["abstained"], true);
    assert!(without["activity"].is_null());
}

#[test]
fn completions_are_written_for_the_usual_shells() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(bench.rung(&["completions", shell]).out.contains("report"), "{shell}");
    }
}

//! What a report from git alone may say, and what it must not (issue acceptance 7).

mod common;

use common::Bench;

#[test]
fn a_git_only_report_gives_no_verdict_and_never_says_0_percent_people() {
    let bench = Bench::new();
    let dir = bench.busy_repository("ledger", 12);
    let json = bench
        .rung_in(&dir, &["report", "--since", "2026-08-03", "--until", "2026-10-25", "--json", "--role", "tech_lead"])
        .json();
    assert_eq!(json["verdict"]["kind"], "not_enough");
    for bucket in ["people", "strategy"] {
        let people = &json["window"]["buckets"][bucket];
        assert_eq!(people["visible"], false);
        assert!(people["headline_share"].is_null() && people["evidence_share"].is_null(), "{people}");
    }
    assert_eq!(json["window"]["buckets"]["building"]["visible"], true);
    assert!(json["window"]["buckets"]["building"]["point"].as_f64().unwrap() > 0.0);

    let page = bench.path("out.html");
    let page_arg = page.display().to_string();
    let text = bench.rung_in(&dir, &["report", "--since", "2026-08-03", "--until", "2026-10-25", "--html", &page_arg]);
    assert_eq!(text.code, 0, "{}", text.err);
    let html = std::fs::read_to_string(page).unwrap();
    for said in [&text.out, &html] {
        assert!(said.contains("cannot be seen"), "{said}");
        assert!(said.contains("Not enough to say"), "{said}");
        assert!(!said.contains("People 0\u{a0}%") && !said.contains("People: 0"), "{said}");
    }
    assert!(text.out.contains("rung help calendar"), "{}", text.out);
}

#[test]
fn inside_a_checkout_that_repository_and_the_address_of_its_git_config_are_taken() {
    let bench = Bench::new();
    let dir = bench.repository("ledger", &["2026-11-12T10:00:00+01:00"]);
    let below = dir.join("src");
    let json = bench.rung_in(&below, &["report", "--since", "2026-11-09", "--until", "2026-11-15", "--json"]).json();
    assert_eq!(json["who"]["addresses"][0], common::ME);
    assert_eq!(json["window"]["commits"], 1);
    assert_eq!(json["sources"][0]["kind"], "git");
    assert_eq!(json["zone"], "Europe/Berlin");
}

#[test]
fn acceptance_day_4_of_measure_section_11() {
    let bench = Bench::new();
    let day = ["2026-11-12T10:00:00+01:00", "2026-11-12T11:30:00+01:00", "2026-11-12T15:00:00+01:00"];
    let dir = bench.repository("ledger", &day);
    let json = bench.rung_in(&dir, &["report", "--since", "2026-11-12", "--until", "2026-11-12", "--json"]).json();
    let building = &json["window"]["buckets"]["building"];
    assert_eq!(
        (building["low"].as_f64(), building["point"].as_f64(), building["high"].as_f64()),
        (Some(15.0), Some(150.0), Some(330.0))
    );
    let in_window = &building["in_window"];
    assert_eq!(
        (in_window["low"].as_f64(), in_window["point"].as_f64(), in_window["high"].as_f64()),
        (Some(15.0), Some(150.0), Some(270.0))
    );
    assert_eq!((json["window"]["coverage"].as_f64().unwrap() * 100.0).round(), 31.0);
    assert_eq!(json["verdict"]["kind"], "not_enough");
}

#[test]
fn a_person_without_evidence_is_wholly_unobserved() {
    let bench = Bench::new();
    let dir = bench.repository("ledger", &["2026-01-12T10:00:00+01:00"]);
    let json = bench.rung_in(&dir, &["report", "--since", "2026-11-09", "--until", "2026-11-15", "--json"]).json();
    assert_eq!(json["window"]["observed"], 0.0);
    assert_eq!(json["window"]["coverage"], 0.0);
    assert_eq!(json["window"]["unobserved"], 2400.0);
    let text = bench.rung_in(&dir, &["report", "--since", "2026-11-09", "--until", "2026-11-15"]);
    assert_eq!(text.code, 0, "{}", text.err);
}

#[test]
fn without_a_role_all_candidates_are_shown_and_how_to_name_ones_own() {
    let bench = Bench::new();
    let dir = bench.busy_repository("ledger", 2);
    let said = bench.rung_in(&dir, &["report", "--since", "2026-08-03", "--until", "2026-08-16"]);
    assert!(said.out.contains("--role"), "{}", said.out);
    let json = bench.rung_in(&dir, &["report", "--since", "2026-08-03", "--until", "2026-08-16", "--json"]).json();
    assert!(json["role"].is_null());
    for role in ["Tech lead", "Engineering manager", "Product manager"] {
        assert!(said.out.contains(role), "{role} is missing in {}", said.out);
    }
}

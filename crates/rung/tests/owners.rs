//! `rung owners`: owned, explicitly unowned and unmatched are three things.

mod common;

use common::Bench;

const FILE: &str = "*.rs @harbour/ledger-team\n/docs/adr/ ines@harbourline.example\n/src/generated/\n";

fn bench() -> Bench {
    let bench = Bench::new();
    for (path, text) in [
        ("ledger/.github/CODEOWNERS", FILE),
        ("ledger/src/pay.rs", "a\n"),
        ("ledger/src/generated/api.rs", "b\n"),
        ("ledger/docs/adr/0007.md", "c\n"),
        ("ledger/deploy/main.tf", "d\n"),
    ] {
        bench.write(path, text);
    }
    bench.repository("ledger", &["2026-11-10T10:00:00+01:00"]);
    bench
}

#[test]
fn a_repository_is_counted_by_class_and_what_nobody_is_named_for_is_listed() {
    let bench = bench();
    let json = bench.rung(&["owners", "--git", "ledger", "--json"]).json();
    let total = &json["total"];
    assert_eq!((&total["owned"], &total["explicitly_unowned"], &total["unmatched"]), (&3.into(), &1.into(), &2.into()));
    let decisions = json["classes"].as_array().expect("classes").iter().find(|class| class["class"] == "decisions");
    assert_eq!(decisions.expect("decision records")["owned"], 1);
    let said = bench.rung(&["owners", "--git", "ledger"]);
    assert!(said.out.contains("@harbour/ledger-team") && said.out.contains("deploy/"), "{}", said.out);
}

#[test]
fn a_path_is_told_with_the_line_that_decides() {
    let bench = bench();
    let said = bench.rung(&["owners", "--git", "ledger", "src/pay.rs", "src/generated/api.rs", "deploy/main.tf"]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(lines[0].contains("@harbour/ledger-team") && lines[0].contains("CODEOWNERS:1"), "{}", said.out);
    assert!(lines[1].contains("explicitly nobody") && lines[1].contains("CODEOWNERS:3"), "{}", said.out);
    assert!(lines[2].contains("no line speaks of it") && lines[2].contains("infrastructure"), "{}", said.out);
}

#[test]
fn a_bare_repository_is_read_from_head_and_one_without_the_file_is_told() {
    let bench = bench();
    let dir = bench.path("");
    bench.git(&dir, "2026-11-10T10:00:00+01:00", &["clone", "-q", "--bare", "ledger", "bare.git"]);
    let json = bench.rung(&["owners", "--git", "bare.git", "--json"]).json();
    assert_eq!((&json["file"], &json["total"]["owned"]), (&"HEAD:.github/CODEOWNERS".into(), &3.into()));
    bench.repository("other", &["2026-11-10T10:00:00+01:00"]);
    let said = bench.rung(&["owners", "--git", "other"]);
    assert!(said.code == 1 && said.err.contains("no-codeowners") && !said.err.contains("panicked"), "{}", said.err);
}

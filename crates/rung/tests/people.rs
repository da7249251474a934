//! `rung people`, as a user meets it: what binds, what is only alike, what is said and taken back.

mod common;

use common::Bench;
use serde_json::Value;

const WINDOW: [&str; 4] = ["--since", "2026-11-09", "--until", "2026-11-13"];

/// Two pull requests: one of the account whose id is in an address of git, one of somebody else.
const PULLS: &str = r#"[
 {"number": 7, "title": "Retry queue", "html_url": "https://github.com/harbour/ledger/pull/7",
  "user": {"login": "ines-h", "id": 4711, "type": "User"},
  "created_at": "2026-11-10T09:00:00Z", "updated_at": "2026-11-10T09:00:00Z"},
 {"number": 8, "title": "Dead letters", "html_url": "https://github.com/harbour/ledger/pull/8",
  "user": {"login": "boris", "id": 9, "type": "User"},
  "created_at": "2026-11-10T11:00:00Z", "updated_at": "2026-11-10T11:00:00Z"}]"#;

const ROSTER: &str = r#"
[[person]]
id = "boris"
name = "Boris Lund"
addresses = ["boris@harbourline.example"]
accounts = ["github.com:@boris"]
"#;

fn bench() -> (Bench, std::path::PathBuf) {
    let bench = Bench::new();
    bench.write("pulls.json", PULLS);
    bench.write("roster.toml", ROSTER);
    let dir = bench.repository("ledger", &["2026-11-10T10:00:00+01:00"]);
    for (name, address) in
        [("Ines Halvorsen", "4711+old-login@users.noreply.github.com"), ("Ines Halvorsen", "i@x.example")]
    {
        bench.write("ledger/more.txt", address);
        bench.git(&dir, "2026-11-11T10:00:00+01:00", &["add", "-A"]);
        let author = format!("{name} <{address}>");
        bench.git(&dir, "2026-11-11T10:00:00+01:00", &["commit", "-q", "--author", &author, "-m", "More"]);
    }
    (bench, dir)
}

fn people(bench: &Bench, what: &str) -> Value {
    let args =
        ["people", what, "--json", "--git", "ledger", "--source", "github:pulls.json", "--roster", "roster.toml"];
    bench.rung(&[&args[..], &WINDOW].concat()).json()
}

fn accounts(person: &Value) -> Vec<(&str, &str)> {
    fn text(value: &Value) -> &str {
        value.as_str().expect("a text")
    }
    let all = person["accounts"].as_array().expect("accounts");
    all.iter().map(|account| (text(&account["key"]), text(&account["ground"]["id"]))).collect()
}

#[test]
fn safe_rules_bind_a_likeness_is_suggested_and_a_link_is_taken_back() {
    let (bench, _) = bench();
    let before = people(&bench, "list");
    let of = |list: &Value, account: &str| {
        let all = list["people"].as_array().expect("people").clone();
        let is = |person: &Value| accounts(person).iter().any(|(key, _)| *key == account);
        all.into_iter().find(is).unwrap_or_else(|| panic!("no {account} in {list}"))
    };
    assert_eq!(of(&before, "github.com:9")["name"], "Boris Lund");
    assert_eq!(accounts(&of(&before, "github.com:9")), [("github.com:9", "roster")]);
    let hidden = ("4711+old-login@users.noreply.github.com", "noreply");
    assert_eq!(accounts(&of(&before, "github.com:4711")), [hidden, ("github.com:4711", "noreply")]);
    assert_eq!(accounts(&of(&before, "ines@harbourline.example")), [("ines@harbourline.example", "settings")]);
    let suggested = people(&bench, "suggest");
    let reasons = suggested["suggestions"].to_string();
    assert!(reasons.contains("i@x.example") && reasons.contains("both are called"), "{reasons}");
    let unmatched = people(&bench, "unmatched");
    assert!(unmatched["accounts"].to_string().contains("i@x.example"), "{unmatched}");

    let linked = bench.rung(&["people", "link", "i@x.example", "github.com:4711", "--because", "she told me"]);
    assert_eq!(linked.code, 0, "{}", linked.err);
    assert!(linked.out.contains("rung people unlink github.com:4711"), "{}", linked.out);
    let after = people(&bench, "list");
    assert!(after.to_string().contains(r#""id":"linked""#), "{after}");
    bench.rung(&["people", "unlink", "i@x.example"]);
    assert_eq!(people(&bench, "list"), before, "as it was");
    assert_eq!(people(&bench, "unmatched"), unmatched, "as it was");
    let said = bench.rung(&["people", "journal", "--json"]).json();
    let acts: Vec<&str> = said.as_array().expect("entries").iter().filter_map(|one| one["act"].as_str()).collect();
    assert_eq!(acts, ["link", "unlink"]);
    assert_eq!(said[0]["because"], "she told me");
}

#[test]
fn unlinking_what_a_rule_binds_parts_it_and_rejoining_takes_that_back() {
    let (bench, _) = bench();
    let parted = bench.rung(&["people", "unlink", "github.com:9"]);
    assert!(parted.out.contains("no rule binds github.com:9"), "{}", parted.out);
    assert!(people(&bench, "unmatched")["accounts"].to_string().contains("github.com:9"));
    bench.rung(&["people", "rejoin", "github.com:9"]);
    assert!(!people(&bench, "unmatched")["accounts"].to_string().contains("github.com:9"));
}

#[test]
fn what_names_no_account_is_refused_and_nothing_is_kept() {
    let bench = Bench::new();
    for args in [
        &["people", "link", "octo", "i@x.example"][..],
        &["people", "link", "i@x.example", "I@x.example"],
        &["people", "link", "person:a", "person:b"],
        &["people", "dismiss", "", "i@x.example"],
    ] {
        let said = bench.rung(args);
        assert_eq!(said.code, 1, "{args:?} {}", said.err);
        assert!(said.err.contains("ACCOUNT") && !said.err.contains("panicked"), "{}", said.err);
    }
    assert_eq!(bench.rung(&["people", "journal", "--json"]).json(), serde_json::json!([]));
    bench.write("home/config/rung/people.toml", "[[entry]]\nact = 'merge'\nat = '2026-03-02T09:30:00Z'\n");
    let broken = bench.rung(&["people", "link", "i@x.example", "github.com:1"]);
    assert_eq!(broken.code, 1);
    assert!(broken.err.contains("people.toml:2") && broken.err.contains("unknown-act"), "{}", broken.err);
}

#[test]
fn ones_own_commits_under_an_address_of_the_forge_are_measured_too() {
    let (bench, _) = bench();
    bench.rung(&["config", "me", "add", "github.com:@ines-h"]);
    let args = ["report", "--json", "--git", "ledger", "--source", "github:pulls.json"];
    let report = bench.rung(&[&args[..], &WINDOW].concat()).json();
    let rows = |kind: &str| {
        let sources = report["sources"].as_array().expect("sources").clone();
        sources.into_iter().find(|one| one["kind"] == kind).map(|one| one["rows"].clone()).unwrap_or_default()
    };
    // Of three commits two: her own address of git, and the id of the account with her login; i@x.example is nobody's.
    assert_eq!((rows("git"), rows("github")), (2.into(), 1.into()), "{}", report["sources"]);
}

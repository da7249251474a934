//! The privacy rules of figures about several people, in the command line too: a report gets mailed around.

mod common;

use common::Bench;
use serde_json::Value;

fn map(bench: &Bench, team: &str, more: &[&str]) -> Value {
    bench.rung(&[&["team", "map", team, "--example", "--evidence", "--json"], more].concat()).json()
}

#[test]
fn p3_a_team_under_five_is_shown_as_the_one_above_and_it_is_said() {
    let bench = Bench::new();
    let ledger = map(&bench, "ledger", &[]);
    let evidence = &ledger["evidence"];
    assert_eq!(evidence["counted"], 3);
    assert_eq!((&evidence["shown_for"]["id"], &evidence["shown_for"]["above"]), (&"payments".into(), &true.into()));
    assert_eq!(evidence["said"], "shown for Payments (12) because Ledger has 3");
    // Of eight people in Settlement, nothing is shown either: beside Payments, Ledger's three would be what is left.
    let settlement = map(&bench, "settlement", &[]);
    assert_eq!(settlement["evidence"]["counted"], 8);
    assert_eq!(settlement["evidence"]["shown_for"]["id"], "payments");
}

#[test]
fn p3_k_is_never_below_four() {
    let bench = Bench::new();
    for least in ["0", "3"] {
        let said = bench.rung(&["org", "rollup", "--example", "--evidence", "--least", least]);
        assert!(said.code == 2 && said.out.is_empty(), "{}", said.err);
    }
    let none = bench.rung(&["org", "rollup", "--example", "--evidence", "--least", "13", "--json"]).json();
    for team in none["time"]["teams"].as_array().expect("teams") {
        assert_eq!((&team["shown_for"], &team["shares"]), (&Value::Null, &serde_json::json!([])), "{team}");
    }
}

#[test]
fn p16_nobody_is_measured_unless_it_is_asked_for() {
    let bench = Bench::new();
    let map = bench.rung(&["team", "map", "ledger", "--example", "--json"]).json();
    assert_eq!(map["evidence"], Value::Null);
    for duty in map["responsibilities"].as_array().expect("responsibilities") {
        assert_eq!(duty["sight"], Value::Null);
    }
    assert_eq!(bench.rung(&["org", "rollup", "--example", "--json"]).json()["time"], Value::Null);
}

#[test]
fn p1_what_ones_own_evidence_says_is_for_oneself_alone() {
    let bench = Bench::new();
    assert_eq!(map(&bench, "settlement", &[])["evidence"]["own"], Value::Null);
    let own = map(&bench, "settlement", &["--me"]);
    let lines = own["evidence"]["own"].as_array().expect("one asked about oneself");
    assert!(lines.iter().any(|line| line["id"] == "architecture" && line["says"] == "nominal"), "{lines:?}");
    // In a team of three, one's own share would tell of the two others.
    assert_eq!(map(&bench, "ledger", &["--me"])["evidence"]["own"], Value::Null);
    // No page carries it.
    let page = bench.path("team.html").display().to_string();
    bench.rung(&["team", "map", "settlement", "--example", "--evidence", "--me", "--html", &page]);
    let html = std::fs::read_to_string(page).expect("the page");
    assert!(!html.contains("in name only") && !html.contains("For you alone"));
}

#[test]
fn p1_p7_no_figure_of_one_person_and_no_order_by_one() {
    let bench = Bench::new();
    let rollup = bench.rung(&["org", "rollup", "--example", "--evidence", "--json"]).json();
    for team in rollup["time"]["teams"].as_array().expect("teams") {
        let people = team["shown_for"]["people"].as_u64().expect("some are shown");
        assert!(people >= 5, "{team}");
    }
    let roster: Vec<String> =
        rollup["spans"].as_array().expect("spans").iter().map(|s| s["manager"]["id"].to_string()).collect();
    assert_eq!(roster, ["\"ruth-okonedo\"", "\"marta-quintero\"", "\"caleb-osei\""], "in the roster's order");
    let text = rollup.to_string().to_lowercase();
    for word in ["rank", "score", "percentile"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn p18_shares_of_several_people_carry_their_range_and_coverage_in_steps_of_five() {
    let rollup = Bench::new().rung(&["org", "rollup", "--example", "--evidence", "--json"]).json();
    let payments = &rollup["time"]["teams"][0];
    assert!(payments["coverage"].as_f64().is_some_and(|seen| seen >= 0.4));
    let shares = payments["shares"].as_array().expect("shares");
    assert_eq!(shares.len(), 3);
    for share in shares {
        let part = |key: &str| share[key].as_f64().expect("a number");
        assert!(part("low") <= part("point") && part("point") <= part("high"), "{share}");
        let steps = part("point") * 20.0;
        assert!((steps - steps.round()).abs() < 1e-9, "{share}");
    }
}

#[test]
fn the_optimiser_never_takes_what_was_measured() {
    let bench = Bench::new();
    let plain = bench.rung(&["team", "split", "settlement", "--example", "--json"]).out;
    // The command has no option that would give it evidence.
    let refused = bench.rung(&["team", "split", "settlement", "--example", "--evidence"]);
    assert_eq!(refused.code, 2);
    assert!(!plain.contains("sight") && !plain.contains("coverage"));
}

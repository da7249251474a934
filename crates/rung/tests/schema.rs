//! What the commands print is valid under the published schemas.

mod common;

use common::Bench;
use serde_json::Value;

fn schema(name: &str) -> jsonschema::Validator {
    let path = format!("{}/../../schema/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a published schema");
    jsonschema::validator_for(&serde_json::from_str(&text).expect("JSON")).expect("a schema")
}

fn holds(name: &str, document: &Value) {
    let problems: Vec<String> =
        schema(name).iter_errors(document).map(|e| format!("{} at {}", e, e.instance_path())).take(5).collect();
    assert!(problems.is_empty(), "{name}: {problems:?}");
}

#[test]
fn every_json_answer_is_valid() {
    let bench = Bench::new();
    holds("report.v1.json", &bench.rung(&["report", "--example", "--json"]).json());
    holds("roles.v1.json", &bench.rung(&["roles", "list", "--json"]).json());
    holds("roles.v1.json", &bench.rung(&["roles", "show", "TL5", "--json"]).json());
    holds("roles-compare.v1.json", &bench.rung(&["roles", "compare", "tech_lead", "em", "pm", "--json"]).json());
    holds("roles-overlap.v1.json", &bench.rung(&["roles", "overlap", "--json"]).json());
    holds("roles-paths.v1.json", &bench.rung(&["roles", "paths", "junior", "director", "--json"]).json());
    holds("explain.v1.json", &bench.rung(&["explain", "2026-10-14", "--example", "--json"]).json());
    holds("classify.v1.json", &bench.rung(&["classify", "Sprint planning", "--json"]).json());
    let listed = bench.rung(&["evidence", "--example", "--json", "--from", "2026-10-01", "--to", "2026-10-08"]);
    assert!(listed.out.lines().count() > 10, "{}", listed.err);
    let line = schema("evidence.v1.json");
    for text in listed.out.lines() {
        let document: Value = serde_json::from_str(text).expect("one object a line");
        assert!(line.is_valid(&document), "{text}");
    }
    holds("people-list.v1.json", &bench.rung(&["people", "list", "--example", "--json"]).json());
    holds("people-unmatched.v1.json", &bench.rung(&["people", "unmatched", "--example", "--json"]).json());
    holds("people-suggest.v1.json", &bench.rung(&["people", "suggest", "--example", "--json"]).json());
    let said = bench.rung(&["people", "dismiss", "a@x.example", "b@x.example", "--json"]).json();
    holds("people-journal.v1.json", &said);
    holds("org-check.v1.json", &bench.rung(&["org", "check", "--example", "--json"]).json());
    holds("org-tree.v1.json", &bench.rung(&["org", "tree", "--example", "--json"]).json());
    holds("org-show.v1.json", &bench.rung(&["org", "show", "caleb-osei", "--example", "--json"]).json());
    holds("org-diff.v1.json", &bench.rung(&["org", "diff", "2024-01-01", "2026-11-01", "--example", "--json"]).json());
    holds("org-rollup.v1.json", &bench.rung(&["org", "rollup", "--example", "--evidence", "--json"]).json());
    holds("team-show.v1.json", &bench.rung(&["team", "show", "ledger", "--example", "--json"]).json());
    holds("team-map.v1.json", &bench.rung(&["team", "map", "ledger", "--example", "--json"]).json());
    holds(
        "team-map.v1.json",
        &bench.rung(&["team", "map", "settlement", "--example", "--evidence", "--me", "--json"]).json(),
    );
    holds("team-split.v1.json", &bench.rung(&["team", "split", "ledger", "--example", "--json"]).json());
    holds("team-contract.v1.json", &bench.rung(&["team", "contract", "ledger", "--example", "--json"]).json());
    bench.write("people.csv", "name,manager\nAnna,\nBela,Ana\n");
    holds("org-import.v1.json", &bench.rung(&["org", "import", "people.csv", "--json"]).json());
}

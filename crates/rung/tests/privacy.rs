//! The privacy rules, as far as personal mode meets them. Each test is named in PRIVACY.md.

mod common;

use common::{Bench, ME, calendar, event};

fn report(bench: &Bench) -> (serde_json::Value, String, String) {
    let page = bench.path("privacy.html");
    let text = bench.rung(&["report", "--example", "--explain", "--html", &page.display().to_string()]);
    let json = bench.rung(&["report", "--example", "--json"]).json();
    (json, text.out, std::fs::read_to_string(page).expect("the page"))
}

#[test]
fn p1_only_ones_own_address_is_measured() {
    let bench = Bench::new();
    let dir = bench.repository("ledger", &["2026-11-12T10:00:00+01:00"]);
    bench.git(
        &dir,
        "2026-11-12T12:00:00+01:00",
        &[
            "-c",
            "user.email=boris@harbourline.example",
            "-c",
            "user.name=Boris Lund",
            "commit",
            "-q",
            "--allow-empty",
            "-m",
            "Tune",
        ],
    );
    let refused = bench.rung_in(&dir, &["report", "--me", "boris@harbourline.example"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.out.is_empty() && refused.err.contains("rung config me add boris@harbourline.example"),
        "{}",
        refused.err
    );
    let own = bench.rung_in(&dir, &["report", "--json", "--since", "2026-11-12", "--until", "2026-11-12"]).json();
    assert_eq!(own["window"]["commits"], 1, "the colleague's commit is not counted");
    assert_eq!(own["who"]["addresses"], serde_json::json!([ME]));
}

#[test]
fn p20_an_added_address_is_stamped_on_every_form_of_the_report() {
    let bench = Bench::new();
    let dir = bench.repository("ledger", &["2026-11-12T10:00:00+01:00"]);
    assert_eq!(bench.rung(&["config", "me", "add", "Ines@Home.example"]).code, 0);
    let page = bench.path("out.html").display().to_string();
    let window = ["--since", "2026-11-12", "--until", "2026-11-12"];
    let text = bench.rung_in(&dir, &[&["report", "--html", &page][..], &window].concat());
    let json = bench.rung_in(&dir, &[&["report", "--json"][..], &window].concat()).json();
    assert_eq!(json["who"]["added_by_hand"], serde_json::json!(["ines@home.example"]));
    assert!(
        text.out.to_lowercase().contains("added by hand") && text.out.contains("ines@home.example"),
        "{}",
        text.out
    );
    let html = std::fs::read_to_string(page).expect("the page");
    assert!(html.to_lowercase().contains("added by hand") && html.contains("ines@home.example"));
}

#[test]
fn p6_the_report_document_holds_no_time_of_day() {
    let (json, ..) = report(&Bench::new());
    let mut document = json;
    document.as_object_mut().expect("an object").remove("made");
    document.as_object_mut().expect("an object").remove("assumptions");
    let text = document.to_string();
    let clock = regex_like_clock(&text);
    assert!(clock.is_none(), "a time of day in the document: {clock:?}");
}

/// The first `HH:MM` in a text, where there is one.
fn regex_like_clock(text: &str) -> Option<String> {
    text.as_bytes().windows(5).find_map(|w| {
        let digits = w[0].is_ascii_digit() && w[1].is_ascii_digit() && w[3].is_ascii_digit() && w[4].is_ascii_digit();
        (digits && w[2] == b':').then(|| String::from_utf8_lossy(w).into_owned())
    })
}

#[test]
fn p7_nothing_is_called_a_score_or_a_rank() {
    let (json, text, html) = report(&Bench::new());
    let visible = html.split("</style>").nth(1).expect("a body").to_lowercase();
    for said in [json.to_string().to_lowercase(), text.to_lowercase(), visible] {
        for word in ["score", "percentile", "ranking", "productivity", "performer"] {
            assert!(!said.contains(word), "{word}");
        }
    }
}

#[test]
fn p8_a_rule_is_tried_before_it_is_used() {
    let bench = Bench::new();
    let rules = bench.write(
        "mine.toml",
        "[[rule]]\nid = \"mine\"\nmatch = { title = \"(?i)sync\" }\nset = { activity = \"learning\" }\n",
    );
    let before = bench.rung(&["report", "--example", "--json"]).out;
    let tried = bench.rung(&["rules", "try", "--example", &rules.display().to_string()]);
    assert_eq!(tried.code, 0, "{}", tried.err);
    assert!(tried.out.contains("would move") && tried.out.contains("Nothing was changed"), "{}", tried.out);
    assert_eq!(bench.rung(&["report", "--example", "--json"]).out, before);
}

#[test]
fn p9_a_private_title_reaches_no_answer() {
    let bench = Bench::new();
    let private = event(
        "p1",
        "20261112T090000Z",
        "20261112T100000Z",
        "SENTINELTITLE",
        "CLASS:PRIVATE\r\nDESCRIPTION:SENTINELTEXT\r\nLOCATION:SENTINELPLACE\r\n",
    );
    let open = event("p2", "20261112T110000Z", "20261112T120000Z", "Roadmap", "DESCRIPTION:SENTINELTEXT\r\n");
    let file = bench.write("me.ics", calendar(&format!("{private}{open}"))).display().to_string();
    let page = bench.path("out.html").display().to_string();
    let window = ["--since", "2026-11-12", "--until", "2026-11-12"];
    let mut said = String::new();
    for args in [
        vec!["report", "--calendar", &file, "--html", &page, "--explain"],
        vec!["report", "--calendar", &file, "--json"],
        vec!["explain", "2026-11-12", "--calendar", &file],
        vec!["explain", "2026-11-12", "--calendar", &file, "--json"],
    ] {
        let answer = bench.rung(&[&args[..], &window].concat());
        assert_eq!(answer.code, 0, "{}", answer.err);
        said.push_str(&answer.out);
        said.push_str(&answer.err);
    }
    let listed = bench.rung(&["evidence", "--calendar", &file, "--from", "2026-11-12", "--to", "2026-11-13", "--json"]);
    said.push_str(&listed.out);
    said.push_str(&std::fs::read_to_string(page).expect("the page"));
    assert!(said.contains("Roadmap"), "the open event is there");
    assert!(!said.contains("SENTINEL"), "a private or unneeded text came through");
    assert!(
        bench.rung(&["explain", "SENTINELTITLE", "--calendar", &file]).code == 1,
        "it cannot be searched for either"
    );
}

#[test]
fn p9_a_commit_message_reaches_no_answer() {
    let bench = Bench::new();
    let dir = bench.repository("ledger", &["2026-11-12T10:00:00+01:00"]);
    let page = bench.path("out.html").display().to_string();
    let window = ["--since", "2026-11-12", "--until", "2026-11-12"];
    let mut said = bench.rung_in(&dir, &[&["report", "--explain", "--html", &page][..], &window].concat()).out;
    said.push_str(&bench.rung_in(&dir, &["evidence", "--json"]).out);
    said.push_str(&bench.rung_in(&dir, &["explain", "2026-11-12"]).out);
    said.push_str(&std::fs::read_to_string(page).expect("the page"));
    assert!(said.contains("committed") && !said.contains("SENTINELMESSAGE"));
}

#[test]
fn p10_the_page_says_whose_it_is() {
    let (_, _, html) = report(&Bench::new());
    assert!(html.contains("This file is yours") && html.contains("Nobody else can see it"), "visible to");
    assert!(html.contains("keeps no copy"), "retained until");
}

#[test]
fn p13_everything_about_me_comes_out_as_json() {
    let bench = Bench::new();
    let listed = bench.rung(&["evidence", "--example", "--json", "--from", "2026-10-01", "--to", "2026-11-01"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    let kinds: std::collections::BTreeSet<String> = listed
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("one object a line")["verb"].to_string())
        .collect();
    assert!(kinds.contains("\"attended\"") && kinds.contains("\"committed\""), "{kinds:?}");
}

#[test]
fn p15_no_finding_speaks_of_health() {
    let (json, text, html) = report(&Bench::new());
    let visible = html.split("</style>").nth(1).expect("a body").to_lowercase();
    for said in [json.to_string().to_lowercase(), text.to_lowercase(), visible] {
        for word in ["burnout", "burn-out", "stress", "depress", "exhaust", "emotion", "mental health"] {
            assert!(!said.contains(word), "{word}");
        }
    }
}

#[test]
fn p16_after_hours_findings_are_for_oneself() {
    let (json, ..) = report(&Bench::new());
    for finding in json["findings"].as_array().expect("findings") {
        assert_eq!(finding["audience"], "oneself", "{finding}");
    }
}

#[test]
fn p18_every_share_has_a_range_and_coverage() {
    let (json, ..) = report(&Bench::new());
    for period in json["weeks"].as_array().expect("weeks").iter().chain([&json["window"]]) {
        assert!(period["coverage"].is_number());
        for bucket in period["buckets"].as_object().expect("buckets").values() {
            for share in ["headline_share", "evidence_share", "worst_case_share"] {
                let share = &bucket[share];
                if !share.is_null() {
                    let (low, point, high) = (share["low"].as_f64(), share["point"].as_f64(), share["high"].as_f64());
                    assert!(low <= point && point <= high, "{share}");
                }
            }
        }
    }
}

#[test]
fn p18_below_the_gate_there_is_no_share() {
    let bench = Bench::new();
    let file = bench
        .write("me.ics", calendar(&event("a", "20261112T090000Z", "20261112T100000Z", "Roadmap", "")))
        .display()
        .to_string();
    let json =
        bench.rung(&["report", "--calendar", &file, "--since", "2026-11-09", "--until", "2026-11-15", "--json"]).json();
    assert!(json["window"]["coverage"].as_f64().expect("coverage") < 0.4);
    for bucket in json["window"]["buckets"].as_object().expect("buckets").values() {
        assert!(bucket["headline_share"].is_null(), "{bucket}");
    }
    assert_eq!(json["verdict"]["kind"], "not_enough");
}

#[test]
fn p19_no_crate_that_calls_out_is_linked() {
    let lock =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock")).expect("the lock file");
    // A server answers; none of these calls out but `ureq`, which reads the addresses of calendars that are connected.
    for name in ["reqwest", "curl", "isahc", "openssl", "hyper-rustls", "hyper-tls"] {
        assert!(!lock.contains(&format!("name = \"{name}\"\n")), "{name} is in the lock file");
    }
}

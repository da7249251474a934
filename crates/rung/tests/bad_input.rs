//! Bad input: a clear error or an honest partial result, never a panic (issue acceptance 9).

mod common;

use common::{Bench, calendar, event};

/// Exit code 0 or 1, no panic, and something said.
fn survives(bench: &Bench, args: &[&str]) -> common::Said {
    let said = bench.rung(args);
    assert!(said.code == 0 || said.code == 1, "{args:?}: exit {} {}", said.code, said.err);
    assert!(!said.err.contains("panicked"), "{args:?}: {}", said.err);
    assert!(said.code == 0 || said.err.starts_with("error") || said.err.contains("error"), "{args:?}: {}", said.err);
    said
}

#[test]
fn calendars() {
    let bench = Bench::new();
    let good = calendar(&event("a", "20261112T090000Z", "20261112T100000Z", "Roadmap", ""));
    let every_second = event("s", "20261112T090000Z", "20261112T090000Z", "Tick", "RRULE:FREQ=SECONDLY\r\n");
    let exdates: String = (0..10_000)
        .map(|n| format!("EXDATE:2026{:02}{:02}T0900{:02}Z\r\n", n / 800 % 12 + 1, n % 28 + 1, n % 60))
        .collect();
    let many = event("x", "20260101T090000Z", "20260101T100000Z", "Daily", &format!("RRULE:FREQ=DAILY\r\n{exdates}"));
    let backwards = event("b", "20261112T100000Z", "20261112T090000Z", "Backwards", "");
    let utf16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("bom", [b"\xef\xbb\xbf".to_vec(), good.clone().into_bytes()].concat()),
        ("utf16", [b"\xff\xfe".to_vec(), utf16].concat()),
        ("latin1", good.replace("Roadmap", "R\u{00fc}ckblick").chars().map(|c| c as u8).collect()),
        ("nul", good.replace("Roadmap", "Road\0map").into_bytes()),
        ("html", b"<!DOCTYPE html><html><title>Sign in</title></html>".to_vec()),
        (
            "long line",
            calendar(&event("a", "20261112T090000Z", "20261112T100000Z", &"x".repeat(10_000_000), "")).into_bytes(),
        ),
        ("every second", calendar(&every_second).into_bytes()),
        ("exdates", calendar(&many).into_bytes()),
        ("backwards", calendar(&backwards).into_bytes()),
        ("truncated", good.as_bytes()[..good.len() / 2].to_vec()),
        ("names", good.replace("Roadmap", "\u{202e}gnitset \u{1f469}\u{200d}\u{1f4bb}").into_bytes()),
    ];
    for (name, bytes) in cases {
        let file = bench.write(&format!("{name}.ics"), bytes).display().to_string();
        survives(&bench, &["report", "--calendar", &file, "--since", "2026-11-09", "--until", "2026-11-15", "--json"]);
        survives(&bench, &["evidence", "--calendar", &file, "--from", "2026-11-12", "--to", "2026-11-13", "--json"]);
    }
    let html = bench.path("html.ics").display().to_string();
    let said = bench.rung(&["report", "--calendar", &html]);
    assert_eq!(said.code, 1, "nothing else to read");
    assert!(said.err.contains("html.ics"), "{}", said.err);
}

#[test]
fn repositories() {
    let bench = Bench::new();
    std::fs::create_dir_all(bench.path("unborn")).unwrap();
    bench.git(&bench.path("unborn"), "2026-01-01T00:00:00Z", &["init", "-q"]);
    std::fs::create_dir_all(bench.path("plain")).unwrap();
    let full = bench.repository("full", &["2026-11-10T10:00:00+01:00", "2026-11-12T10:00:00+01:00"]);
    let url = format!("file://{}", full.display());
    bench.git(&bench.path("home"), "2026-01-01T00:00:00Z", &["clone", "-q", "--depth", "1", &url, "../shallow"]);
    bench.git(&bench.path("home"), "2026-01-01T00:00:00Z", &["clone", "-q", "--bare", &url, "../bare"]);
    bench.git(&full, "1970-01-01T00:00:00Z", &["commit", "-q", "--allow-empty", "-m", "epoch"]);
    bench.git(&full, "@4294967295 +0000", &["commit", "-q", "--allow-empty", "-m", "far"]);
    let window = ["--since", "2026-11-09", "--until", "2026-11-15", "--json"];
    for name in ["unborn", "plain", "full", "shallow", "bare", "nowhere"] {
        survives(&bench, &[&["report", "--git", name][..], &window].concat());
        survives(&bench, &["evidence", "--git", name, "--json"]);
    }
    let said = bench.rung(&["report", "--git", "plain"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("plain"), "{}", said.err);
    let partial = bench.rung(&[&["report", "--git", "full", "--git", "plain"][..], &window].concat());
    assert_eq!(partial.code, 0, "what can be read is read: {}", partial.err);
    let json = partial.json();
    assert_eq!(json["window"]["commits"], 2);
    assert!(json["problems"].as_array().unwrap().iter().any(|p| p["file"].as_str().unwrap().contains("plain")));
}

#[test]
fn rosters_rules_and_days_list_every_problem_with_its_line() {
    let bench = Bench::new();
    let roster = "[[person]]\nid = \"a\"\nname = \"Ada Lund\"\naddresses = [\"ada@h.example\"]\nzone = \"Mars/Olympus\"\n\n[[person]]\nid = \"a\"\nname = \"Bo Lund\"\n\n[[reports_to]]\nperson = \"a\"\nmanager = \"a\"\n\n[[holding]]\nperson = \"ghost\"\nposition = \"TL5\"\nshare = -1\n";
    let roster = bench.write("roster.toml", roster).display().to_string();
    let file = bench
        .write("me.ics", calendar(&event("a", "20261112T090000Z", "20261112T100000Z", "Roadmap", "")))
        .display()
        .to_string();
    let said = bench.rung(&["report", "--calendar", &file, "--roster", &roster]);
    assert_eq!(said.code, 1);
    for line in [":5:", ":7:", ":11:", ":18:"] {
        assert!(said.err.contains(&format!("roster.toml{line}")), "{line} is missing in\n{}", said.err);
    }
    let rules = "[[rule]]\nid = \"x\"\nmatch = { titel = \"a\" }\nset = { activity = \"codign\" }\n[[rule]]\nid = \"x\"\nmatch = { title = \"(\" }\nset = { exclude = true }\n";
    let rules = bench.write("rules.toml", rules).display().to_string();
    let said = bench.rung(&["rules", "check", &rules]);
    assert_eq!(said.code, 3);
    assert!(
        said.err.contains("titel") && said.err.contains("codign") && said.err.contains("rules.toml:7"),
        "{}",
        said.err
    );
    let days = bench.write("days.toml", "[[day]]\ndate = 2026-02-31\nentries = []\n").display().to_string();
    let said = bench.rung(&["report", "--calendar", &file, "--days", &days]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("days.toml:2"), "{}", said.err);
}

#[test]
fn odd_bytes_in_every_text_file() {
    let bench = Bench::new();
    let file = bench
        .write("me.ics", calendar(&event("a", "20261112T090000Z", "20261112T100000Z", "Roadmap", "")))
        .display()
        .to_string();
    let cases: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"\xef\xbb\xbf# only a comment\n".to_vec(),
        b"\xff\xfe[\0[\0".to_vec(),
        b"name = \"R\xfcck\"\n".to_vec(),
        b"a = \"\0\"\n".to_vec(),
        vec![b'['; 20_000],
        [b"a = \"".to_vec(), vec![b'x'; 10_000_000], b"\"\n".to_vec()].concat(),
        b"= = =\n[[rule]]\n[[rule]\n".to_vec(),
    ];
    for (index, bytes) in cases.into_iter().enumerate() {
        let odd = bench.write(&format!("odd{index}.toml"), bytes).display().to_string();
        for option in ["--roster", "--rules", "--days"] {
            survives(
                &bench,
                &[
                    "report",
                    "--calendar",
                    &file,
                    option,
                    &odd,
                    "--since",
                    "2026-11-09",
                    "--until",
                    "2026-11-15",
                    "--json",
                ],
            );
        }
    }
}

//! The bad-input list for forges: everything is told with its line, what can be read is read, nothing panics.

use std::path::Path;

use rung_model::manifest::SourceKind::{GitHub, GitLab};
use serde_json::json;

use crate::support::{delivery, lines, pull, read, read_at, user};

fn told(read: &rung_sources::read::Read) -> Vec<String> {
    read.problems.iter().map(|p| format!("{}:{} {}", p.file, p.line.unwrap_or(0), p.check)).collect()
}

#[test]
fn broken_lines_are_told_and_the_others_are_read() {
    let good = delivery("opened", user("ines", 1), json!({ "pull_request": pull("open") })).to_string();
    let text = format!("{good}\n{{\"action\": \"opened\", \n{good}\n{{\"nothing\": \"known\"}}\n\"text\"\n");
    let read = read(GitHub, &[("a.jsonl", text)]);
    assert_eq!(lines(&read).len(), 1);
    let told = told(&read);
    assert!(
        told.iter().any(|line| line.starts_with("a.jsonl:2 json-broken") || line.starts_with("a.jsonl:3 json-broken")),
        "{told:?}"
    );
    assert!(told.contains(&"a.jsonl:4 unknown-payload".to_owned()), "{told:?}");
}

#[test]
fn odd_files_are_told() {
    let deep = format!("{}1{}", "[".repeat(3000), "]".repeat(3000));
    let cases: [(&str, String, &str); 6] = [
        ("empty.json", String::new(), "no-rows"),
        ("blank.json", "  \n".to_owned(), "no-rows"),
        ("table.json", "a,b\n1,2\n".to_owned(), "not-json"),
        ("zip.json", "PK\u{3}\u{4}\0\0".to_owned(), "not-text"),
        ("deep.json", deep, "json-broken"),
        ("cut.json", "[{\"number\": 7, \"title\": \"x".to_owned(), "json-broken"),
    ];
    for (name, text, check) in cases {
        let read = read(GitHub, &[(name, text)]);
        assert!(told(&read).iter().any(|line| line.contains(check)), "{name}: {:?}", told(&read));
        assert!(read.evidence.is_empty());
    }
    let nowhere = read_at(GitLab, Path::new("/nowhere/at/all.json"));
    assert!(nowhere.problems.iter().any(|p| p.check == "cannot-read"), "{:?}", nowhere.problems);
}

#[test]
fn fields_of_a_wrong_kind_are_no_work_and_no_failure() {
    let mut odd = pull("open");
    odd["user"] = json!(null);
    odd["title"] = json!(12);
    odd["labels"] = json!("none");
    odd["created_at"] = json!("yesterday");
    let mut ghost = pull("open");
    ghost["user"] = json!({ "login": "" });
    for pull in [odd, ghost, json!({ "number": "seven", "title": [], "user": {}, "base": 1 })] {
        let sent = delivery("opened", json!(3), json!({ "pull_request": pull })).to_string();
        let read = read(GitHub, &[("a.json", sent)]);
        assert_eq!((read.evidence.len(), told(&read)), (0, vec![]));
    }
}

#[test]
fn a_byte_order_mark_and_other_files_in_the_folder_are_no_trouble() {
    let good = delivery("opened", user("ines", 1), json!({ "pull_request": pull("open") })).to_string();
    let read = read(GitHub, &[("a.json", format!("\u{feff}{good}")), ("notes.md", "# x".to_owned())]);
    assert_eq!((lines(&read).len(), told(&read)), (1, vec![]));
    assert_eq!(read.unused.get("file of another kind"), Some(&1));
}

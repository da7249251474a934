//! The law of imports: everything twice, shuffled or split over files, changes nothing.

use proptest::prelude::*;
use rung_model::{
    evidence::{Evidence, Object},
    manifest::SourceKind::{Jira, Linear},
};
use serde_json::{Value, json};

use super::read_files;

/// A fact without the place it was read from.
fn facts(evidence: Vec<Evidence>) -> Vec<Evidence> {
    let placeless = |mut fact: Evidence| {
        if let Object::Entry(entry) = &mut fact.object {
            entry.file = "".into();
            entry.line = 0;
        }
        fact
    };
    evidence.into_iter().map(placeless).collect()
}

fn person(of: u8) -> Value {
    let (name, id) = [("Ines Halvorsen", "aa"), ("Boris Adeyemi", "bb"), ("Chen Ruo", "cc"), ("Chen Ruo", "dd")]
        [usize::from(of % 4)];
    json!({"accountId": format!("712020:{id}-00000"), "displayName": name})
}

fn at(minute: u16) -> String {
    format!("2026-03-{:02}T{:02}:{:02}:00.000+0100", 1 + minute / 1440 % 28, minute / 60 % 24, minute % 60)
}

prop_compose! {
    fn issue()(
        made in (any::<u8>(), any::<u16>()),
        logs in prop::collection::vec((any::<u8>(), 0_u16..4, 1_u8..3), 0..6),
        talk in prop::collection::vec((any::<u8>(), 0_u16..4), 0..4),
        moves in prop::collection::vec((any::<u8>(), any::<u16>()), 0..4),
    ) -> Value {
        let author = |of: u8| person(of);
        let logs: Vec<Value> = logs.iter().enumerate().map(|(n, (who, start, hours))| json!({"id": (n + 8).to_string(),
            "author": author(*who), "started": at(*start), "timeSpentSeconds": u32::from(*hours) * 3600})).collect();
        let talk: Vec<Value> = talk.iter().enumerate().map(|(n, (who, start))| json!({"id": (n + 8).to_string(),
            "author": author(*who), "created": at(*start), "body": "x"})).collect();
        let moves: Vec<Value> = moves.iter().enumerate().map(|(n, (who, start))| json!({"id": (n + 8).to_string(),
            "author": author(*who), "created": at(*start), "items": [{"field": "status", "from": "1", "to": n.to_string()}]})).collect();
        json!({"fields": {"summary": "x", "created": at(made.1), "creator": author(made.0),
            "worklog": {"worklogs": logs}, "comment": {"comments": talk}}, "changelog": {"histories": moves}})
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn jira_twice_shuffled_and_split_changes_nothing(
        issues in prop::collection::vec(issue(), 1..6),
        order in prop::collection::vec((any::<u8>(), 0_usize..4), 12),
        apart in any::<bool>(),
    ) {
        let named: Vec<Value> = issues.into_iter().enumerate().map(|(n, mut issue)| {
            issue["key"] = json!(format!("PAY-{n}"));
            issue["id"] = json!((100 + n).to_string());
            issue
        }).collect();
        let plain = read_files(Jira, &[("all.json", &json!({"issues": named}).to_string())]);
        prop_assert!(plain.problems.is_empty(), "{:?}", plain.problems);
        // Each issue twice, in any order, over up to four files; perhaps with its worklogs on a page of their own.
        let mut twice: Vec<(u8, usize, Value)> = named.iter().chain(&named).zip(&order)
            .map(|(issue, (rank, file))| (*rank, *file, issue.clone())).collect();
        twice.sort_by_key(|(rank, ..)| *rank);
        let mut files: Vec<String> = vec![String::new(); 8];
        for (_, file, mut issue) in twice {
            if apart {
                let mut logs = issue["fields"]["worklog"].take();
                for log in logs["worklogs"].as_array_mut().unwrap() {
                    log["issueId"] = issue["id"].clone();
                }
                files[file + 4].push_str(&format!("{logs}\n"));
            }
            files[file].push_str(&format!("{issue}\n"));
        }
        let names = ["h", "c", "e", "a", "b", "g", "d", "f"].map(|name| format!("{name}.jsonl"));
        let files: Vec<(&str, &str)> = names.iter().zip(&files).filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let again = read_files(Jira, &files);
        prop_assert!(again.problems.is_empty(), "{:?}", again.problems);
        let (plain, again) = (facts(plain.evidence), facts(again.evidence));
        for (a, b) in plain.iter().zip(&again) {
            prop_assert_eq!((a.id, a.verb, &a.actor, &a.when, a.role), (b.id, b.verb, &b.actor, &b.when, b.role));
        }
        prop_assert_eq!(plain.len(), again.len());
    }
}

#[test]
fn tables_twice_and_split_change_nothing() {
    let table = super::fixture_text("jira-export.csv");
    let whole = read_files(Jira, &[("a.csv", &table)]);
    let (head, rows) = table.split_once('\n').unwrap();
    let at = rows.find("\"Chargebacks").unwrap();
    let (first, second) = (format!("{head}\n{}", &rows[..at]), format!("{head}\n{}", &rows[at..]));
    let split = read_files(Jira, &[("b.csv", &first), ("a.csv", &second), ("c.csv", &table)]);
    assert_eq!(whole.evidence.len(), 9);
    assert_eq!(facts(split.evidence), facts(whole.evidence));

    let linear = super::fixture_text("linear.json");
    let once = read_files(Linear, &[("a.json", &linear)]);
    let twice = read_files(Linear, &[("a.json", &linear), ("b.json", &format!("{linear}\n{linear}"))]);
    assert_eq!(facts(twice.evidence), facts(once.evidence));
}

//! Reading everything twice, shuffled, or split over files changes nothing.

use proptest::prelude::*;
use rung_model::manifest::SourceKind::GitHub;
use serde_json::{Value, json};

use crate::support::{delivery, pull, read, user};

fn pool() -> Vec<Value> {
    let comment = |id: u32, login: &str| json!({ "id": id, "user": user(login, id % 3), "created_at": format!("2026-03-02T1{}:00:00Z", id % 10) });
    let mut renamed = pull("open");
    renamed["title"] = json!("Retry queue, second try");
    renamed["updated_at"] = json!("2026-03-05T15:00:00Z");
    renamed["labels"] = json!([{ "name": "bug" }]);
    let mut all = vec![
        delivery("opened", user("ines", 1), json!({ "pull_request": pull("open") })),
        delivery("edited", user("ines", 1), json!({ "pull_request": renamed })),
        delivery("labeled", user("chen", 2), json!({ "pull_request": renamed, "label": { "name": "bug" } })),
        json!([pull("closed"), renamed]),
    ];
    for id in 0..6 {
        let name = ["ines", "chen", "boris"][id as usize % 3];
        all.push(delivery(
            "created",
            user(name, id),
            json!({ "pull_request": pull("open"), "comment": comment(id, name) }),
        ));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_order_any_split_and_twice_is_the_same(
        order in Just((0..10_usize).chain(0..10).collect::<Vec<_>>()).prop_shuffle(),
        cut in 1..19_usize,
    ) {
        let pool = pool();
        let text = |order: &[usize]| order.iter().map(|at| pool[*at].to_string()).collect::<Vec<_>>().join("\n");
        let straight: Vec<usize> = (0..10).collect();
        let once = read(GitHub, &[("a.jsonl", text(&straight))]);
        let other = read(GitHub, &[("b.jsonl", text(&order[..cut])), ("c/d.jsonl", text(&order[cut..]))]);
        prop_assert_eq!(once.problems.len() + other.problems.len(), 0);
        prop_assert!(once.evidence.len() > 6);
        let plain = |read: &rung_sources::read::Read| {
            read.evidence.iter().map(|fact| format!("{:?} {:?} {:?} {:?}", fact.id, fact.verb, fact.when, fact.object)).collect::<Vec<_>>()
        };
        prop_assert_eq!(plain(&once), plain(&other));
    }
}

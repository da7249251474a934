//! MEASURE 11.7: three commits of a pull request and their squash on main are three instants.

use rung_model::{
    commit::Standing,
    evidence::{Evidence, Object, Quality},
    manifest::SourceKind::GitHub,
};
use rung_sources::forge::settle;
use serde_json::{Value, json};

use crate::support::{read, user};

fn commit(letter: &str, parents: usize) -> Value {
    json!({ "sha": letter.repeat(40), "html_url": "https://github.com/harbour/ledger/commit/x",
        "commit": { "author": { "name": "Ines", "email": "ines@harbour.example", "date": "2026-03-02T10:00:00Z" }, "message": "m" },
        "parents": vec![json!({ "sha": "0".repeat(40) }); parents] })
}

fn evidence(own: &[&str], became: &str, parents: usize) -> Vec<Evidence> {
    let pull = json!({ "number": 7, "title": "Q", "user": user("ines", 1), "base": {}, "merge_commit_sha": became.repeat(40),
        "html_url": "https://github.com/harbour/ledger/pull/7", "created_at": "2026-03-02T09:00:00Z",
        "merged_at": "2026-03-02T16:00:00Z", "merged_by": user("ines", 1),
        "commits": own.iter().map(|letter| commit(letter, 1)).collect::<Vec<_>>() });
    read(GitHub, &[("pull.json", pull.to_string()), ("main.json", json!([commit(became, parents)]).to_string())])
        .evidence
}

fn standings(evidence: &[Evidence]) -> Vec<(String, Standing)> {
    let commits = evidence.iter().filter_map(|fact| match &fact.object {
        Object::Commit(commit) => Some((commit.id[..1].to_owned(), commit.standing.clone())),
        _ => None,
    });
    let mut all: Vec<_> = commits.filter(|(_, standing)| *standing != Standing::Original).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[test]
fn a_squash_gives_way_to_its_commits() {
    let mut facts = evidence(&["a", "b", "c"], "f", 1);
    settle(&mut facts);
    let own = ["a", "b", "c"].map(|letter| letter.repeat(40)).to_vec();
    assert_eq!(standings(&facts), [("f".to_owned(), Standing::SquashOf(own))]);
    let squash = facts.iter().find(|fact| matches!(&fact.object, Object::Commit(c) if c.id.starts_with('f'))).unwrap();
    assert_eq!(squash.quality, Quality::Squashed);
    let once = facts.clone();
    settle(&mut facts);
    assert_eq!(facts, once, "done twice it is the same");
    let mut turned: Vec<Evidence> = once.iter().rev().cloned().collect();
    settle(&mut turned);
    assert_eq!(standings(&turned), standings(&once));
}

#[test]
fn one_commit_is_a_copy_and_a_merge_or_a_rebase_is_no_squash() {
    let mut one = evidence(&["a"], "f", 1);
    settle(&mut one);
    assert_eq!(standings(&one), [("f".to_owned(), Standing::CopyOf("a".repeat(40)))]);
    let mut merge = evidence(&["a", "b"], "f", 2);
    settle(&mut merge);
    assert_eq!(standings(&merge), []);
    // Fast-forwarded: the last of its own commits is the one on the main line, and the others are still its own.
    let mut rebased = evidence(&["a", "b"], "b", 1);
    settle(&mut rebased);
    assert_eq!(standings(&rebased), []);
}

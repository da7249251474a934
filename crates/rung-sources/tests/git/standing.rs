//! What stands for what: squashes, rebased copies, and commits that only look like them.

use rung_model::{commit::Standing, evidence::Quality};

use crate::made::{By, Made, ada, commit_of, commits, read};

/// Commits that are work of their own: what a measurement counts.
fn instants(made: &Made) -> usize {
    commits(&read(made.dir())).iter().filter(|commit| counts(&commit.standing)).count()
}

fn counts(standing: &Standing) -> bool {
    matches!(standing, Standing::Original | Standing::Squash)
}

fn standing_of(made: &Made, id: &str) -> Standing {
    commits(&read(made.dir())).into_iter().find(|commit| commit.id == id).expect("a commit of it").standing.clone()
}

/// Three commits of Ada on branch `work`; their ids.
fn three_on_a_branch(made: &Made) -> Vec<String> {
    made.git(&["checkout", "-q", "-b", "work"]);
    (1..=3)
        .map(|part| made.commit_file(&ada(part * 600), &format!("part{part}"), "1\n", &format!("Part {part}")))
        .collect()
}

#[test]
fn a_squash_stands_for_its_branch() {
    // MEASURE 11.7: three PR commits and their squash on main are 3 instants.
    let made = Made::new();
    let root = By::new("Cy Example <cy@team.example>", 0);
    made.commit_file(&root, "readme", "1\n", "Start");
    let parts = three_on_a_branch(&made);
    made.git(&["checkout", "-q", "main"]);
    made.git_by(&ada(200), &["merge", "-q", "--squash", "work"]);
    let squash = made.commit(&ada(3_600), "Parts (#7)");
    assert_eq!(standing_of(&made, &squash), Standing::SquashOf(parts));
    assert_eq!(instants(&made), 1 + 3, "the start and three parts");
    let read = read(made.dir());
    assert_eq!(read.evidence.len(), 5, "every commit is a row");
    let row = read.evidence.iter().find(|row| commit_of(row).id == squash).expect("the squash");
    assert_eq!(row.quality, Quality::Squashed);
}

#[test]
fn a_squash_is_known_though_main_moved_on() {
    let made = Made::new();
    made.commit_file(&ada(0), "shared", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "Start");
    made.git(&["checkout", "-q", "-b", "work"]);
    made.commit_file(&ada(60), "shared", "1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n", "Ten");
    made.commit_file(&ada(120), "shared", "1\n2\n3\n4\n5\n6\n7\n8\n9\nten\neleven\n", "Eleven");
    made.git(&["checkout", "-q", "main"]);
    made.commit_file(&ada(180), "shared", "one\n2\n3\n4\n5\n6\n7\n8\n9\n", "Meanwhile");
    made.git_by(&ada(200), &["merge", "-q", "--squash", "work"]);
    let squash = made.commit(&ada(240), "Count further");
    assert!(matches!(standing_of(&made, &squash), Standing::SquashOf(parts) if parts.len() == 2));
    assert_eq!(instants(&made), 4);
}

#[test]
fn a_squash_without_its_branch_is_only_marked() {
    let made = Made::new();
    made.commit_file(&ada(0), "readme", "1\n", "Start");
    let pressed = ada(60).committed("GitHub <noreply@github.com>", 60);
    let button = made.commit_file(&pressed, "a", "1\n", "Add a (#12)");
    let listed = made.commit_file(&ada(120), "b", "1\n", "Add b (#13)\n\n* one\n\n* two\n");
    let plain = made.commit_file(&ada(180), "c", "1\n", "Fix it (#14)");
    assert_eq!(standing_of(&made, &button), Standing::Squash);
    assert_eq!(standing_of(&made, &listed), Standing::Squash);
    assert_eq!(standing_of(&made, &plain), Standing::Original);
}

#[test]
fn rebased_copies_count_once() {
    // MEASURE 11.7: rebased copies are N, not 2N.
    let made = Made::new();
    made.commit_file(&ada(0), "readme", "1\n", "Start");
    let parts = three_on_a_branch(&made);
    made.git(&["checkout", "-q", "main"]);
    made.commit_file(&ada(5_000), "meanwhile", "1\n", "Meanwhile");
    for part in &parts {
        made.git_by(&ada(0).committed("Ada Example <ada@team.example>", 7_200), &["cherry-pick", part]);
    }
    assert_eq!(instants(&made), 2 + 3);
    let head = made.git(&["rev-parse", "HEAD"]);
    assert_eq!(standing_of(&made, &head), Standing::CopyOf(parts[2].clone()));
}

#[test]
fn a_rebase_that_resolved_a_conflict_is_a_copy() {
    let made = Made::new();
    made.commit_file(&ada(0), "file", "1\n", "Start");
    made.git(&["checkout", "-q", "-b", "work"]);
    let first = made.commit_file(&ada(60), "file", "2\n", "Count");
    made.git(&["checkout", "-q", "main"]);
    made.commit_file(&ada(120), "file", "one\n", "Words");
    let later = made.commit_file(&ada(60).committed("Ada Example <ada@team.example>", 600), "file", "two\n", "Count");
    assert_eq!(standing_of(&made, &later), Standing::CopyOf(first));
}

#[test]
fn a_script_that_commits_in_one_second_loses_nothing() {
    let made = Made::new();
    for turn in 0..6 {
        made.commit_file(&ada(0), "counter", &format!("{}\n", turn % 2), "Update");
    }
    for _ in 0..3 {
        made.commit(&ada(0), "Update");
    }
    assert_eq!(instants(&made), 9);
}

#[test]
fn lines_appended_in_one_second_are_each_work() {
    let made = Made::new();
    let mut content = String::new();
    for _ in 0..4 {
        content.push_str("again\n");
        made.commit_file(&ada(0), "log", &content, "Append");
    }
    assert_eq!(instants(&made), 4);
}

#[test]
fn two_branches_in_one_second_are_two_works() {
    let made = Made::new();
    made.commit_file(&ada(0), "file", "1\n", "Start");
    for branch in ["left", "right"] {
        made.git(&["checkout", "-q", "-b", branch, "main"]);
        made.commit_file(&ada(60), "file", &format!("{branch}\n"), "Bump");
    }
    assert_eq!(instants(&made), 3);
}

#[test]
fn another_author_is_another_work() {
    let made = Made::new();
    made.commit_file(&ada(0), "file", "1\n", "Start");
    for (branch, person) in [("left", "Ada Example <ada@team.example>"), ("right", "Bo Example <bo@team.example>")] {
        made.git(&["checkout", "-q", "-b", branch, "main"]);
        made.commit_file(&By::new(person, 60).committed("Cy <cy@team.example>", 90), "file", "2\n", "Bump");
    }
    assert_eq!(instants(&made), 3);
}

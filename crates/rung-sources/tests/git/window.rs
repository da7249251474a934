//! What a query leaves out: windows, other people, branches, details of paths.

use jiff::Timestamp;
use rung_model::{commit::PathClasses, evidence::Verb};
use rung_sources::{
    git::{self, Branches, PathDetail, Query},
    progress::{Progress, Silent},
};

use crate::made::{By, DAY, Made, ada, commit_of, commits};

fn read(made: &Made, query: &Query) -> rung_sources::read::Read {
    git::read(made.dir(), query, &Silent).expect("a repository")
}

#[test]
fn only_the_window_and_only_those_asked_for() {
    let made = Made::new();
    for hour in 0..6 {
        made.commit_file(&ada(hour * 3_600), "a", &hour.to_string(), "Ada's");
        made.commit_file(
            &By::new("Bo <bo@team.example>", hour * 3_600 + 60),
            "b",
            &hour.to_string(),
            "Bo's\n\nReviewed-by: Ada Example <ada@team.example>\n",
        );
    }
    let query = Query {
        since: Timestamp::from_second(DAY + 3_600).ok(),
        until: Timestamp::from_second(DAY + 3 * 3_600).ok(),
        addresses: Some(vec!["ADA@team.example".to_owned()]),
        paths: PathDetail::Full,
        lines: true,
        branches: Branches::Auto,
    };
    let read = read(&made, &query);
    let verbs: Vec<Verb> = read.evidence.iter().map(|row| row.verb).collect();
    assert_eq!(verbs, [Verb::Committed, Verb::Reviewed, Verb::Committed, Verb::Reviewed]);
    assert!(read.evidence.iter().all(|row| row.actor.address.as_deref() == Some("ada@team.example")));
    assert_eq!(commits(&read)[0].lines, Some((1, 1)));
    assert_eq!(read.manifest.rows, 4);
}

#[test]
fn branches_are_read_where_there_is_a_work_tree() {
    let made = Made::new();
    made.commit_file(&ada(0), "a", "1\n", "Start");
    made.git(&["checkout", "-q", "-b", "side"]);
    made.commit_file(&ada(60), "b", "1\n", "Side");
    made.git(&["checkout", "-q", "main"]);
    let bare = made.beside("bare.git");
    made.git(&["clone", "-q", "--bare", ".", bare.to_str().expect("UTF-8")]);
    let count = |dir: &std::path::Path, branches| {
        git::read(dir, &Query { branches, ..Query::default() }, &Silent).expect("a repository").evidence.len()
    };
    assert_eq!(count(made.dir(), Branches::Auto), 2);
    assert_eq!(count(made.dir(), Branches::Head), 1);
    assert_eq!(count(&bare, Branches::Auto), 1);
    assert_eq!(count(&bare, Branches::All), 2);
}

#[test]
fn paths_are_told_as_far_as_asked_for() {
    let made = Made::new();
    made.write("src/lib.rs", "1\n");
    made.commit_file(&ada(0), "tests/it.rs", "1\n", "Start");
    let of = |paths| {
        let read = read(&made, &Query { paths, ..Query::default() });
        let commit = commit_of(&read.evidence[0]);
        (commit.paths.clone(), commit.classes)
    };
    let both = PathClasses::CODE.with(PathClasses::TESTS);
    assert_eq!(of(PathDetail::None), (None, PathClasses::default()));
    assert_eq!(of(PathDetail::Classes), (None, both));
    assert_eq!(of(PathDetail::Full), (Some(vec!["src/lib.rs".to_owned(), "tests/it.rs".to_owned()]), both));
}

#[test]
fn two_readings_are_the_same_and_two_clones_one_fact() {
    let made = Made::new();
    for turn in 0..40 {
        made.commit_file(&ada(turn % 7 * 60), "a", &turn.to_string(), "Turn");
    }
    let query = Query { paths: PathDetail::Full, lines: true, ..Query::default() };
    let first = read(&made, &query);
    assert_eq!(first.evidence, read(&made, &query).evidence);
    assert!(first.evidence.is_sorted_by_key(|row| match row.when {
        rung_model::evidence::When::Instant { at, .. } => (at, row.id),
        _ => panic!("an instant"),
    }));
    let clone = made.beside("another name");
    made.git(&["clone", "-q", ".", clone.to_str().expect("UTF-8")]);
    let second = git::read(&clone, &query, &Silent).expect("a repository");
    assert_eq!(second.manifest.id.as_ref(), "git:another name");
    let ids = |read: &rung_sources::read::Read| read.evidence.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(&first), ids(&second));
}

#[test]
fn progress_adds_up() {
    #[derive(Default)]
    struct Heard(std::sync::Mutex<Vec<(String, Option<u64>, u64)>>);
    impl Progress for Heard {
        fn begin(&self, what: &str, total: Option<u64>) {
            self.0.lock().expect("no panic").push((what.to_owned(), total, 0));
        }
        fn advance(&self, steps: u64) {
            self.0.lock().expect("no panic").last_mut().expect("begun").2 += steps;
        }
        fn end(&self) {}
    }
    let made = Made::new();
    for turn in 0..5 {
        made.commit_file(&ada(turn), "a", &turn.to_string(), "Turn");
    }
    let heard = Heard::default();
    git::read(made.dir(), &Query::default(), &heard).expect("a repository");
    let heard = heard.0.into_inner().expect("no panic");
    assert_eq!(heard, [("Reading commits".to_owned(), None, 5), ("Reading changes".to_owned(), Some(5), 5)]);
}

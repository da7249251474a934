//! Whose commit it is: mailmaps, co-authors, reviewers, bots, agents, and odd names.

use rung_model::evidence::{Quality, RoleInEvent, Verb, When, Zone};
use rung_sources::git;

use crate::made::{By, Made, ada, checks, commit_of, commits, read};

#[test]
fn the_mailmap_of_head_counts_in_bare_and_linked_directories() {
    let made = Made::new();
    made.write(".mailmap", "Ada Proper <ada@team.example> <ada@home.example>\n");
    made.commit(
        &By::new("ada <ADA@home.example>", 0),
        "Start\n\nReviewed-by: x <ada@home.example>\nCo-authored-by: Bo <bo@team.example>\n",
    );
    let bare = made.beside("bare.git");
    made.git(&["clone", "-q", "--bare", ".", bare.to_str().expect("UTF-8")]);
    let linked = made.beside("linked");
    made.git(&["worktree", "add", "-q", "--detach", linked.to_str().expect("UTF-8")]);
    std::fs::remove_file(linked.join(".mailmap")).expect("the checked out file");
    for dir in [made.dir(), bare.as_path(), linked.as_path()] {
        let read = read(dir);
        let author = &commits(&read)[0].author;
        assert_eq!(author.name.as_deref(), Some("Ada Proper"), "{}", dir.display());
        assert_eq!(author.address.as_deref(), Some("ada@team.example"));
        assert_eq!(read.evidence.len(), 2, "who reviews the own commit is no reviewer");
    }
}

#[test]
fn one_row_for_each_author_co_author_and_reviewer() {
    let made = Made::new();
    let by = By { authored: "1704067200 +0530".to_owned(), ..ada(0) }.committed("Cy <cy@team.example>", 172_800);
    made.commit(&by, "Add\n\nCo-authored-by: Bo <Bo@team.example>\nReviewed-by: Di <di@team.example>\nReviewed-by: Di <di@team.example>\n");
    let read = read(made.dir());
    let rows: Vec<_> = read
        .evidence
        .iter()
        .map(|row| (row.role, row.verb, row.quality, row.actor.address.clone().expect("an address")))
        .collect();
    assert_eq!(rows.len(), 3);
    assert!(rows.contains(&(RoleInEvent::Author, Verb::Committed, Quality::Exact, "ada@team.example".to_owned())));
    assert!(rows.contains(&(RoleInEvent::CoAuthor, Verb::Committed, Quality::Exact, "bo@team.example".to_owned())));
    assert_eq!(rows[2], (RoleInEvent::Reviewer, Verb::Reviewed, Quality::Derived, "di@team.example".to_owned()));
    let When::Instant { at, zone } = &read.evidence[2].when else { panic!("an instant") };
    assert_eq!((at.as_second(), zone), (1_704_240_000, &Zone::Offset(0)), "a review is dated by the committer");
    let author = read.evidence.iter().find(|row| row.role == RoleInEvent::Author).expect("an author");
    assert!(matches!(author.when, When::Instant { zone: Zone::Offset(19_800), .. }));
    assert_eq!(commit_of(author).lag_minutes, 2_880);
}

#[test]
fn a_merge_is_told_and_takes_no_time() {
    let made = Made::new();
    made.commit_file(&ada(0), "a", "1\n", "Start");
    made.git(&["checkout", "-q", "-b", "side"]);
    made.commit_file(&ada(60), "b", "1\n", "Side");
    made.git(&["checkout", "-q", "main"]);
    made.git_by(&ada(120), &["merge", "-q", "--no-ff", "-m", "Join", "side"]);
    let read = read(made.dir());
    assert_eq!(read.evidence.len(), 3);
    let merge = &read.evidence[2];
    assert_eq!(merge.verb, Verb::Merged);
    assert_eq!(commit_of(merge).paths.as_deref(), Some(&["b".to_owned()][..]), "against the first parent");
}

#[test]
fn bots_are_marked_and_never_credited() {
    let made = Made::new();
    let bot = By::new("dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", 0);
    made.commit_file(&bot, "a", "1\n", "Bump");
    made.commit_file(
        &ada(60),
        "a",
        "2\n",
        "Fix\n\nCo-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>\n",
    );
    let read = read(made.dir());
    let found = commits(&read);
    assert!(found[0].bot && !found[1].bot);
    assert!(found[1].co_authors.is_empty());
    assert!(!found[0].assisted, "a bot is no coding agent");
}

#[test]
fn assisted_work_belongs_to_the_human_who_commits_it() {
    let made = Made::new();
    let agent = "Claude <noreply@anthropic.com>";
    made.commit_file(&By::new(agent, 0).committed("Ada Example <ada@team.example>", 0), "a", "1\n", "Written for Ada");
    made.commit_file(&ada(60), "a", "2\n", &format!("With help\n\nCo-authored-by: {agent}\n"));
    made.commit_file(&ada(120), "a", "3\n", "With help\n\nAssisted-by: some-model:1\n");
    made.commit_file(&ada(180), "a", "4\n", "Alone\n\nSigned-off-by: Ada Example <ada@team.example>\n");
    let read = read(made.dir());
    assert_eq!(commits(&read).iter().map(|commit| commit.assisted).collect::<Vec<_>>(), [true, true, true, false]);
    assert!(read.evidence.iter().all(|row| row.actor.address.as_deref() == Some("ada@team.example")));
    assert_eq!(commits(&read)[0].author.address.as_deref(), Some("noreply@anthropic.com"), "what was written stays");
    assert!(commits(&read).iter().all(|commit| commit.co_authors.is_empty() && !commit.bot));
}

#[test]
fn names_in_old_encodings_are_read() {
    let made = Made::new();
    made.raw_commit(
        b"J\xF6rg <j@x.example> 1 +0100",
        b"J\xF6rg <j@x.example> 1 +0100",
        b"encoding ISO-8859-1\n\nReviewed-by is no trailer\n\nReviewed-by: Zo\xEB <z@x.example>\n",
    );
    made.raw_commit(b"J\xF6rg <j@x.example> 2 +0100", b"J\xF6rg <j@x.example> 2 +0100", b"\nno encoding\n");
    made.raw_commit("J\u{f6}rg <j@x.example> 3 +0100".as_bytes(), b"x <j@x.example> 3 +0100", b"\nUTF-8\n");
    let read = read(made.dir());
    for commit in commits(&read) {
        assert_eq!(commit.author.name.as_deref(), Some("J\u{f6}rg"));
    }
    assert!(read.evidence.iter().any(|row| row.actor.name.as_deref() == Some("Zo\u{eb}")));
}

#[test]
fn a_mailmap_that_runs_in_a_circle_is_followed_once() {
    let made = Made::new();
    made.write(".mailmap", "<a@x.example> <b@x.example>\n<b@x.example> <a@x.example>\n");
    made.commit(&By::new("A <a@x.example>", 0), "One");
    made.commit(&By::new("B <b@x.example>", 60), "Two");
    let read = read(made.dir());
    let addresses: Vec<_> = commits(&read).iter().map(|commit| commit.author.address.clone().expect("one")).collect();
    assert_eq!(addresses, ["b@x.example", "a@x.example"]);
    assert!(checks(&read).is_empty());
}

#[test]
fn the_address_of_the_settings_is_found() {
    let made = Made::new();
    made.git(&["config", "user.email", "Ada@Team.example"]);
    made.git(&["config", "author.email", "ada@home.example"]);
    made.git(&["config", "committer.email", "ada@team.example"]);
    made.write("deep/er/file", "1\n");
    let found = git::config_addresses(&made.dir().join("deep/er"));
    assert!(found.starts_with(&["ada@team.example".to_owned(), "ada@home.example".to_owned()]), "{found:?}");
    let root = git::discover(&made.dir().join("deep/er")).expect("a repository");
    assert_eq!(root.canonicalize().expect("a folder"), made.dir().canonicalize().expect("a folder"));
    let bare = Made::with(&["--bare"]);
    assert_eq!(
        git::discover(bare.dir()).expect("a repository").canonicalize().expect("a folder"),
        bare.dir().canonicalize().expect("a folder")
    );
}

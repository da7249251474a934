//! Repositories that lack something: an honest part of the history, the lack named, no panic.
//! The list is that of PRIVACY "Bad input".

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use rung_model::problem::Severity;
use rung_sources::{
    git::{self, Branches, GitError, PathDetail, Query},
    progress::Silent,
    read::Read,
};

use crate::made::{By, Made, ada, checks, commits, read};

fn everything(dir: &Path) -> Result<Read, GitError> {
    let query = Query { paths: PathDetail::Full, lines: true, branches: Branches::All, ..Query::default() };
    git::read(dir, &query, &Silent)
}

/// Where git keeps a loose object.
fn loose(made: &Made, id: &str) -> PathBuf {
    made.dir().join(".git/objects").join(&id[..2]).join(&id[2..])
}

fn remove(path: &Path) {
    fs::remove_file(path).expect("a loose object");
}

#[test]
fn no_repository_is_a_clear_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = everything(folder.path()).expect_err("no repository");
    assert!(matches!(error, GitError::NotARepository(_)));
    assert!(error.to_string().contains("is not a git repository; name the directory"), "{error}");
    assert!(matches!(everything(&folder.path().join("absent")), Err(GitError::NotARepository(_))));
    assert_eq!(git::discover(&folder.path().join("absent")), None);
    let made = Made::new();
    fs::write(made.dir().join(".git/config"), "[core\nrepositoryformatversion = \u{0}").expect("a file");
    let error = everything(made.dir()).expect_err("broken settings");
    assert!(matches!(error, GitError::Unreadable { .. }), "{error}");
}

#[test]
fn empty_and_unborn() {
    let made = Made::new();
    let empty = everything(made.dir()).expect("a repository");
    assert!(empty.evidence.is_empty());
    assert_eq!(checks(&empty), ["empty"]);
    assert_eq!((empty.manifest.rows, empty.manifest.days), (0, None));
    made.commit(&ada(0), "On main");
    made.git(&["checkout", "-q", "--orphan", "unborn"]);
    let unborn = everything(made.dir()).expect("a repository");
    assert_eq!(unborn.evidence.len(), 1, "other branches are there");
}

#[test]
fn shallow() {
    let made = Made::new();
    for turn in 0..5 {
        made.commit_file(&ada(turn * 60), "a", &turn.to_string(), "Turn");
    }
    let clone = made.beside("shallow");
    let url = format!("file://{}", made.dir().display());
    made.git(&["clone", "-q", "--depth", "2", &url, clone.to_str().expect("UTF-8")]);
    let read = everything(&clone).expect("a repository");
    assert_eq!(read.evidence.len(), 2);
    assert_eq!(checks(&read), ["shallow"]);
    assert_eq!(commits(&read)[0].paths, None, "what the first one changed is unknown");
    assert_eq!(commits(&read)[1].lines, Some((1, 1)));
}

#[test]
fn a_clone_without_blobs_or_trees() {
    let made = Made::new();
    made.git(&["config", "uploadpack.allowFilter", "true"]);
    for turn in 0..3 {
        made.commit_file(&ada(turn * 60), "src/a.rs", &turn.to_string(), "Turn");
    }
    let url = format!("file://{}", made.dir().display());
    let without = |filter: &str, name: &str| {
        let clone = made.beside(name);
        made.git(&["clone", "-q", "--bare", "--filter", filter, &url, clone.to_str().expect("UTF-8")]);
        everything(&clone).expect("a repository")
    };
    let no_blobs = without("blob:none", "blobless");
    assert_eq!(checks(&no_blobs), ["missing-blob"]);
    assert!(commits(&no_blobs).iter().all(|commit| commit.lines.is_none() && commit.paths.is_some()));
    let no_trees = without("tree:0", "treeless");
    assert_eq!(checks(&no_trees), ["missing-tree"]);
    assert_eq!(no_trees.evidence.len(), 3);
    assert!(no_trees.problems[0].what.starts_with("3 commits' folders"), "{}", no_trees.problems[0]);
}

#[test]
fn missing_and_damaged_objects() {
    let made = Made::new();
    let first = made.commit_file(&ada(0), "a", "1\n", "One");
    let second = made.commit_file(&ada(60), "a", "2\n", "Two");
    let third = made.commit_file(&ada(120), "a", "3\n", "Three");
    remove(&loose(&made, &first));
    let gap = everything(made.dir()).expect("a repository");
    assert_eq!(
        commits(&gap).iter().map(|commit| commit.id.clone()).collect::<Vec<_>>(),
        [second.clone(), third.clone()]
    );
    assert_eq!(checks(&gap), ["missing-commit"]);
    assert_eq!(gap.problems[0].item.as_deref(), Some(first.as_str()));
    assert_eq!(gap.problems[0].severity, Severity::Warning);
    let damaged = loose(&made, &second);
    remove(&damaged);
    fs::write(&damaged, b"not an object").expect("a file");
    let read = everything(made.dir()).expect("a repository");
    assert_eq!(commits(&read).len(), 1);
    assert_eq!(checks(&read), ["damaged-commit"]);
    let tree = made.git(&["rev-parse", "HEAD^{tree}"]);
    remove(&loose(&made, &tree));
    assert_eq!(commits(&everything(made.dir()).expect("a repository")).len(), 1);
    remove(&loose(&made, &third));
    let nothing = everything(made.dir()).expect("a repository");
    assert!(nothing.evidence.is_empty() && !nothing.problems.is_empty());
}

#[test]
fn references_to_nowhere() {
    let made = Made::new();
    made.commit(&ada(0), "One");
    fs::write(made.dir().join(".git/refs/heads/bad"), "nonsense\n").expect("a file");
    fs::write(made.dir().join(".git/refs/heads/gone"), "1234567890123456789012345678901234567890\n").expect("a file");
    let read = everything(made.dir()).expect("a repository");
    assert_eq!(read.evidence.len(), 1);
    assert!(!read.problems.is_empty());
    fs::write(made.dir().join(".git/HEAD"), "ref: refs/heads/gone\n").expect("a file");
    assert!(everything(made.dir()).is_ok());
}

#[test]
fn sha_256() {
    let made = Made::with(&["--object-format=sha256"]);
    made.commit_file(&ada(0), "src/a.rs", "1\n", "One");
    made.commit_file(&ada(60), "src/a.rs", "2\n", "Two");
    made.git(&["gc", "-q"]);
    let read = everything(made.dir()).expect("a repository");
    assert!(checks(&read).is_empty());
    let found = commits(&read);
    assert_eq!(found[1].id.len(), 64);
    assert_eq!(found[1].parents, [found[0].id.clone()]);
    assert_eq!((found[1].paths.as_deref(), found[1].lines), (Some(&["src/a.rs".to_owned()][..]), Some((1, 1))));
}

#[test]
fn dates_of_all_kinds() {
    let made = Made::new();
    for date in ["0 +0000", "4294967296 -1200", "-86400 +0100", "99999999999999999 +0000", "soon", "", "1 +99999"] {
        let line = format!("Ada <ada@x.example> {date}");
        made.raw_commit(line.as_bytes(), line.as_bytes(), b"\nsame\n");
    }
    made.raw_commit(b"nobody", b"", b"\nsame\n");
    let read = read(made.dir());
    assert_eq!(read.evidence.len(), 8, "every commit is a row");
    assert_eq!(checks(&read), ["unreadable-date"]);
    assert!(read.problems[0].what.starts_with("4 commits"), "{}", read.problems[0]);
    assert!(read.manifest.days.is_some());
}

#[test]
fn a_commit_of_a_hundred_thousand_files() {
    let made = Made::new();
    let blob = made.object("blob", b"1\n");
    let index: String = (0..100_000).map(|file| format!("100644 {blob}\tfolder{}/file{file}\n", file % 100)).collect();
    made.git_with(&["update-index", "--index-info"], index.as_bytes());
    made.git_by(&ada(0), &["commit", "-q", "-m", "Everything"]);
    let read = everything(made.dir()).expect("a repository");
    assert_eq!(commits(&read)[0].paths.as_ref().map(Vec::len), Some(100_000));
    assert_eq!(commits(&read)[0].lines, Some((100_000, 0)));
}

#[test]
fn trees_that_claim_billions_of_paths_or_no_end() {
    let made = Made::new();
    let blob = made.object("blob", b"1\n");
    let ten = |mode: &str, kind: &str, id: &str| -> String {
        let entries: String = (0..10).map(|entry| format!("{mode} {kind} {id}\tentry{entry}\n")).collect();
        made.git_with(&["mktree", "--missing"], entries.as_bytes())
    };
    let mut tree = ten("100644", "blob", &blob);
    for _ in 0..9 {
        tree = ten("040000", "tree", &tree);
    }
    let bomb = made.git_by(&ada(0), &["commit-tree", &tree, "-m", "Ten thousand million files"]);
    made.git(&["update-ref", "refs/heads/main", &bomb]);
    let read = read(made.dir());
    assert_eq!(checks(&read), ["too-many-paths"]);
    assert_eq!(commits(&read)[0].paths, None);
}

#[test]
fn flipped_bytes_never_panic() {
    let made = Made::new();
    for turn in 0..12 {
        made.write(&format!("src/file{}.rs", turn % 3), format!("{turn}\n").repeat(40));
        made.commit(&By::new("Bo <bo@x.example>", turn * 60), "Turn\n\nReviewed-by: Ada <ada@x.example>\n");
    }
    made.git(&["gc", "-q", "--aggressive"]);
    let whole = everything(made.dir()).expect("a repository");
    let ids: BTreeSet<_> = whole.evidence.iter().map(|row| row.id).collect();
    let folder = made.dir().join(".git/objects/pack");
    let packs: Vec<PathBuf> = fs::read_dir(folder)
        .expect("packs")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "pack" || end == "idx"))
        .collect();
    assert_eq!(packs.len(), 2);
    for path in packs {
        let good = fs::read(&path).expect("a pack");
        fs::remove_file(&path).expect("write-protected");
        for at in (0..good.len()).step_by(good.len() / 150 + 1) {
            let mut bad = good.clone();
            bad[at] ^= 0x55;
            fs::write(&path, &bad).expect("a file");
            // What is damaged may be missing or, where names are damaged, read wrongly; it is never more.
            if let Ok(read) = everything(made.dir()) {
                assert!(read.evidence.len() <= ids.len(), "byte {at} of {}", path.display());
            }
        }
        fs::write(&path, &good).expect("a file");
    }
    assert_eq!(everything(made.dir()).expect("a repository").evidence, whole.evidence);
}

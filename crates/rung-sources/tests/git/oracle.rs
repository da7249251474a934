//! Paths, people and trailers equal what git tells (the oracles of MEASURE section 5), on a
//! repository made to be difficult and on those listed in `RUNG_GIT_ORACLES`, colons between.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Stdio,
};

use rung_model::evidence::RoleInEvent;
use rung_sources::{
    git::{self, Branches, PathDetail, Query},
    progress::Silent,
    read::Read,
};

use crate::made::{By, Made, ada, command, commit_of, commits};

/// Everything HEAD reaches, for everyone.
fn all(dir: &Path) -> Read {
    let query = Query { paths: PathDetail::Full, branches: Branches::Head, ..Query::default() };
    git::read(dir, &query, &Silent).expect("a repository")
}

fn output(dir: &Path, arguments: &[&str]) -> Vec<u8> {
    let output =
        command(dir, arguments).stderr(Stdio::null()).output().expect("the git program is needed for this test");
    assert!(output.status.success(), "git {arguments:?} in {}", dir.display());
    output.stdout
}

/// Text as Rung reads it: UTF-8, else Latin-1.
fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec())
        .unwrap_or_else(|_| encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned())
}

/// Paths by commit, as `git log --name-only` lists them.
fn paths_of_git(dir: &Path) -> BTreeMap<String, Vec<String>> {
    let log = output(
        dir,
        &[
            "-c",
            "core.quotePath=false",
            "log",
            "-z",
            "--name-only",
            "--no-renames",
            "--diff-merges=first-parent",
            "--format=%x01%H",
            "HEAD",
        ],
    );
    let mut found = BTreeMap::new();
    for record in log.split(|byte| *byte == 1).skip(1) {
        let mut fields = record.split(|byte| *byte == 0).map(|field| field.strip_prefix(b"\n").unwrap_or(field));
        let id = text(fields.next().expect("an id"));
        let paths = fields.filter(|field| !field.is_empty());
        found.insert(id, paths.map(|path| String::from_utf8_lossy(path).into_owned()).collect());
    }
    found
}

/// Commits by author, as `git shortlog` counts them: name, address in lower case.
fn people_of_git(dir: &Path) -> BTreeMap<(String, String), usize> {
    let log = output(dir, &["-c", "mailmap.blob=HEAD:.mailmap", "shortlog", "-sne", "HEAD"]);
    let mut found = BTreeMap::new();
    for line in log.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let line = text(line);
        let (count, person) = line.split_once('\t').expect("a count");
        let (name, address) = person.rsplit_once('<').expect("an address");
        let address = address.trim_end_matches('>').trim().to_lowercase();
        *found.entry((name.trim().to_owned(), address)).or_default() +=
            count.trim().parse::<usize>().expect("a number");
    }
    found
}

/// Addresses of reviewers by commit, as `git log` finds the trailers, after `.mailmap`.
fn reviewers_of_git(dir: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let log =
        output(dir, &["log", "--format=%x01%H%x02%(trailers:key=Reviewed-by,valueonly,unfold,separator=%x02)", "HEAD"]);
    let mut named = BTreeMap::new();
    for record in log.split(|byte| *byte == 1).skip(1) {
        let record = text(record);
        let mut fields = record.trim_end().split('\u{2}');
        let id = fields.next().expect("an id").to_owned();
        let people: Vec<String> =
            fields.filter(|person| person.contains('<') && person.contains('>')).map(str::to_owned).collect();
        if !people.is_empty() {
            named.insert(id, people);
        }
    }
    let mapped = map(dir, &named.values().flatten().cloned().collect());
    named
        .into_iter()
        .map(|(id, people)| (id, people.iter().filter_map(|person| mapped.get(person).cloned()).collect()))
        .collect()
}

/// The address each person has after `.mailmap`.
fn map(dir: &Path, people: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for chunk in people.iter().collect::<Vec<_>>().chunks(200) {
        let bare: Vec<String> =
            chunk.iter().map(|person| person[..=person.find('>').expect("filtered")].to_owned()).collect();
        let mut arguments: Vec<&str> = vec!["-c", "mailmap.blob=HEAD:.mailmap", "check-mailmap"];
        arguments.extend(bare.iter().map(String::as_str));
        let answer = text(&output(dir, &arguments));
        assert_eq!(answer.lines().count(), chunk.len(), "one answer for each of {chunk:?}");
        for (person, line) in chunk.iter().zip(answer.lines()) {
            let (_, address) = line.split_once('<').expect("an address");
            found.insert((*person).clone(), address.trim_end_matches('>').trim().to_lowercase());
        }
    }
    found
}

fn paths_equal(dir: &Path, read: &Read) {
    let expected = paths_of_git(dir);
    let found: BTreeMap<String, Vec<String>> = commits(read)
        .into_iter()
        .map(|commit| (commit.id.clone(), commit.paths.clone().expect("paths were asked for")))
        .collect();
    for (id, paths) in &expected {
        assert_eq!(found.get(id), Some(paths), "paths of {id} in {}", dir.display());
    }
    assert_eq!(found.len(), expected.len(), "commits of {}", dir.display());
}

fn people_equal(dir: &Path, read: &Read) {
    let mut found: BTreeMap<(String, String), usize> = BTreeMap::new();
    for commit in commits(read) {
        let account = commit.author.as_ref().clone();
        *found.entry((account.name.unwrap_or_default(), account.address.unwrap_or_default())).or_default() += 1;
    }
    assert_eq!(found, people_of_git(dir), "people of {}", dir.display());
}

fn reviewers_equal(dir: &Path, read: &Read) {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in read.evidence.iter().filter(|row| row.role == RoleInEvent::Reviewer) {
        if let Some(address) = &row.actor.address {
            found.entry(commit_of(row).id.clone()).or_default().insert(address.clone());
        }
    }
    let authors: BTreeMap<String, String> = commits(read)
        .into_iter()
        .map(|commit| (commit.id.clone(), commit.author.address.clone().unwrap_or_default()))
        .collect();
    let mut expected = reviewers_of_git(dir);
    for (id, people) in &mut expected {
        people.retain(|address| authors.get(id) != Some(address) && !address.contains("[bot]") && !address.is_empty());
    }
    expected.retain(|_, people| !people.is_empty());
    for id in found.keys().chain(expected.keys()) {
        assert_eq!(found.get(id), expected.get(id), "reviewers of {id} in {}", dir.display());
    }
}

/// One of everything that has gone wrong in somebody's reader.
fn difficult() -> Made {
    let made = Made::new();
    let bo = |seconds| By::new("bo <Bo@Old.example>", seconds);
    made.write(
        ".mailmap",
        "# who is who\nBo Proper <bo@new.example> <bo@old.example>\n<ada@team.example> <ADA@home.example>\n\
         Ada Example <ada@team.example> adda <ada@typo.example>\nCy <cy@x.example> # a remark\n\
         <a@loop.example> <b@loop.example>\n<b@loop.example> <a@loop.example>\nbroken <\n<> <>\n",
    );
    made.commit_file(&ada(0), "a", "1\n", "one");
    made.commit_file(
        &bo(60),
        "folder/b c",
        "1\n",
        "two\n\nReviewed-by: Ada Example <ADA@home.example>\nSigned-off-by: bo <Bo@Old.example>\n",
    );
    made.commit_file(&By::new("adda <ada@typo.example>", 120), "a.c", "x\n", "three");
    std::fs::remove_file(made.dir().join("a")).expect("a file");
    made.commit_file(&By::new("other <ada@typo.example>", 180), "a/now a folder", "1\n", "a file becomes a folder");
    made.git(&["update-index", "--chmod=+x", "a.c"]);
    made.git_by(
        &By::new("x <a@loop.example>", 240),
        &["commit", "-q", "-m", "only a mode\n\nsome words\nReviewed-by: No Block <no@x.example>"],
    );
    made.git(&["update-index", "--add", "--cacheinfo", "120000", &made.object("blob", b"a.c"), "link"]);
    made.git(&["update-index", "--add", "--cacheinfo", "160000", "1234567890123456789012345678901234567890", "module"]);
    made.git_by(&By::new("y <B@loop.example>", 300), &["commit", "-q", "-m", "a link and a submodule"]);
    for side in ["one", "two", "three"] {
        made.git(&["checkout", "-q", "-f", "-b", side, "main"]);
        made.commit_file(&ada(360), &format!("{side} \u{e9}\u{1f980}"), "1\n", side);
    }
    made.git(&["checkout", "-q", "-f", "main"]);
    made.git_by(&ada(400), &["merge", "-q", "--no-ff", "-m", "octopus", "one", "two", "three"]);
    made.git(&["checkout", "-q", "--orphan", "apart"]);
    made.commit_file(&bo(420), "from afar", "1\n", "another root");
    made.git(&["checkout", "-q", "-f", "main"]);
    made.git_by(&ada(430), &["merge", "-q", "--allow-unrelated-histories", "-m", "two roots", "apart"]);
    old_modes(&made);
    made.raw_commit(
        b"J\xF6rg <joerg@x.example> 1704067900 +0100",
        b"J\xF6rg <joerg@x.example> 1704067900 +0100",
        b"encoding ISO-8859-1\n\nLatin\n",
    );
    made.raw_commit(
        b"J\xF6rg <joerg@x.example> 1704067910 +0100",
        b"Cy <cy@x.example> 1704067910 +0100",
        b"\nno encoding named\n",
    );
    made.raw_commit(b"  spaced  out   <  cy@x.example> 0 +0000", b"Cy <cy@x.example> 0 +0000", b"\n1970\n");
    made.raw_commit(b"Far <far@x.example> 4294967296 -1200", b"Far <far@x.example> 4294967296 -1200", b"\n2106\n");
    made
}

/// A tree as an old tool wrote it, and the same tree in today's modes: nothing changed.
fn old_modes(made: &Made) {
    let blob = |content: &[u8]| hex(&made.object("blob", content));
    let inner = [&b"100664 deep\0"[..], &blob(b"1")].concat();
    let inner = hex(&made.object("tree", &inner));
    let tree = [&b"100664 a\0"[..], &blob(b"1"), b"040000 sub\0", &inner].concat();
    let tree = made.object("tree", &tree);
    let first = made.git_by(&ada(500), &["commit-tree", &tree, "-p", "HEAD", "-m", "old modes"]);
    made.git(&["reset", "-q", "--hard", &first]);
    let inner = [&b"100644 deep\0"[..], &blob(b"1")].concat();
    let inner = hex(&made.object("tree", &inner));
    let tree = [&b"100644 a\0"[..], &blob(b"2"), b"40000 sub\0", &inner].concat();
    let tree = made.object("tree", &tree);
    let second = made.git_by(&ada(510), &["commit-tree", &tree, "-p", "HEAD", "-m", "new modes, one change"]);
    made.git(&["reset", "-q", "--hard", &second]);
}

fn hex(id: &str) -> Vec<u8> {
    (0..id.len()).step_by(2).map(|at| u8::from_str_radix(&id[at..at + 2], 16).expect("hexadecimal")).collect()
}

#[test]
fn paths_people_and_trailers_equal_git() {
    let made = difficult();
    let packed = made.beside("packed.git");
    made.git(&["clone", "-q", "--bare", ".", packed.to_str().expect("UTF-8")]);
    made.git(&["--git-dir", packed.to_str().expect("UTF-8"), "repack", "-q", "-a", "-d", "-f"]);
    let listed = std::env::var("RUNG_GIT_ORACLES").unwrap_or_default();
    let mut places = vec![made.dir().to_owned(), packed];
    places.extend(listed.split(':').filter(|place| !place.is_empty()).map(PathBuf::from));
    for dir in places {
        let read = all(&dir);
        paths_equal(&dir, &read);
        people_equal(&dir, &read);
        reviewers_equal(&dir, &read);
    }
}

#[test]
fn lines_equal_numstat() {
    let made = Made::new();
    made.commit_file(&ada(0), "a", "1\n2\n3\n", "one");
    made.commit_file(&ada(10), "a", "1\ntwo\n3\n4", "two");
    made.commit_file(&ada(20), "b", "x\0y\n", "binary");
    made.commit_file(&ada(30), "b", "text\n", "binary to text");
    std::fs::remove_file(made.dir().join("a")).expect("a file");
    made.commit(&ada(40), "gone");
    let query = Query { lines: true, ..Query::default() };
    let read = git::read(made.dir(), &query, &Silent).expect("a repository");
    for commit in commits(&read) {
        let log = made.git(&["show", "--format=", "--numstat", "--no-renames", &commit.id]);
        let mut expected = (0, 0);
        for line in log.lines() {
            let mut fields = line.split('\t').map(|field| field.parse::<u32>().unwrap_or(0));
            expected.0 += fields.next().expect("added");
            expected.1 += fields.next().expect("removed");
        }
        assert_eq!(commit.lines, Some(expected), "{log}");
    }
}

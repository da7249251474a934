//! The cache: the same answer with it, without it and after it was deleted or damaged; one's own rows alone.

mod common;

use std::{fs, path::PathBuf};

use common::Bench;

const PULLS: &str = r#"[
 {"number": 7, "title": "Retry queue", "html_url": "https://github.com/harbour/ledger/pull/7",
  "user": {"login": "ines-h", "id": 4711, "type": "User", "email": "ines@harbourline.example"},
  "created_at": "2026-11-10T09:00:00Z", "updated_at": "2026-11-10T09:00:00Z"},
 {"number": 8, "title": "SENTINELOTHER", "html_url": "https://github.com/harbour/ledger/pull/8",
  "user": {"login": "boris", "id": 9, "type": "User", "name": "SENTINELBORIS"},
  "created_at": "2026-11-10T11:00:00Z", "updated_at": "2026-11-10T11:00:00Z"}]"#;

const REPORT: [&str; 10] = [
    "report",
    "--json",
    "--git",
    "ledger",
    "--source",
    "github:pulls.json",
    "--since",
    "2026-11-09",
    "--until",
    "2026-11-13",
];

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("pulls.json", PULLS);
    bench.repository("ledger", &["2026-11-10T10:00:00+01:00", "2026-11-11T10:00:00+01:00"]);
    bench
}

fn kept(bench: &Bench) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![bench.path("home/.cache/rung")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// The report without the moment it was made at.
fn report(bench: &Bench) -> serde_json::Value {
    let said = bench.rung(&REPORT);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut json = said.json();
    json.as_object_mut().expect("an object").remove("made");
    json
}

#[test]
fn the_answer_is_the_same_from_the_cache_after_its_loss_and_after_damage() {
    let bench = bench();
    let first = report(&bench);
    let files = kept(&bench);
    assert_eq!(files.len(), 2, "the repository and the forge: {files:?}");
    assert_eq!(report(&bench), first, "from the cache");
    assert_eq!(kept(&bench), files, "nothing new");
    for file in &files {
        let whole = fs::read(file).expect("an entry");
        fs::write(file, &whole[..whole.len() / 2]).expect("half of it");
    }
    assert_eq!(report(&bench), first, "from halves");
    fs::remove_dir_all(bench.path("home/.cache")).expect("it is there");
    assert_eq!(report(&bench), first, "from nothing");
}

#[test]
fn what_changed_is_read_anew_and_what_did_not_is_not() {
    let bench = bench();
    let first = report(&bench);
    let before = kept(&bench);
    bench.write("pulls.json", PULLS.replace("2026-11-10T09", "2026-11-12T09"));
    let second = report(&bench);
    assert_ne!(first["weeks"], serde_json::Value::Null);
    assert_eq!(kept(&bench).len(), before.len() + 1, "one entry more, for the forge");
    bench.write("ledger/src/new.rs", "// new\n");
    let dir = bench.path("ledger");
    bench.git(&dir, "2026-11-12T15:00:00+01:00", &["add", "-A"]);
    bench.git(&dir, "2026-11-12T15:00:00+01:00", &["commit", "-q", "-m", "New"]);
    assert_ne!(report(&bench)["window"], second["window"], "a new commit is seen");
}

#[test]
fn p20_the_cache_holds_ones_own_rows_alone_and_is_ones_own() {
    let bench = bench();
    report(&bench);
    let files = kept(&bench);
    let holds = |text: &str| {
        files.iter().any(|file| {
            let bytes = fs::read(file).expect("an entry");
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        })
    };
    assert!(holds("Retry queue"), "it holds what is one's own");
    assert!(!holds("SENTINELOTHER") && !holds("SENTINELBORIS") && !holds("boris"), "and nobody else's");
    assert!(!holds("SENTINELMESSAGE"), "no message of a commit");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &PathBuf| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert!(files.iter().all(|file| mode(file) == 0o600));
        assert_eq!(mode(&bench.path("home/.cache/rung")), 0o700);
    }
}

#[test]
fn it_is_turned_off_and_moved_by_a_variable() {
    let bench = bench();
    let off = bench.rung_with(&[("RUNG_CACHE", "off")], &REPORT);
    assert_eq!(off.code, 0, "{}", off.err);
    assert_eq!(kept(&bench), Vec::<PathBuf>::new());
    let moved = bench.path("elsewhere");
    let said = bench.rung_with(&[("RUNG_CACHE", &moved.display().to_string())], &REPORT);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(moved.join("v1").is_dir() && kept(&bench).is_empty());
}

#[test]
fn two_at_once_and_one_that_is_killed_leave_it_whole() {
    let bench = bench();
    let first = report(&bench);
    fs::remove_dir_all(bench.path("home/.cache")).expect("it is there");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| assert_eq!(report(&bench), first));
        }
        for millis in [5, 20, 60] {
            let bench = &bench;
            scope.spawn(move || bench.killed_after(&REPORT, millis));
        }
    });
    assert_eq!(report(&bench), first);
}

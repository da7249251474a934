//! Trackers read from files: what comes out, in every form, and what is said about files that are broken.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod broken;
mod corpus;
mod forms;
mod once;
mod seen;

use std::path::{Path, PathBuf};

use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};
use rung_model::{
    evidence::{Evidence, Object, Verb},
    manifest::SourceKind,
};
use rung_sources::{progress::Silent, read::Read, source::Query, tracker};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tracker/fixtures").join(name)
}

fn fixture_text(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap()
}

/// Reads in the zone the fixtures were exported in.
fn read(kind: SourceKind, path: &Path) -> Read {
    read_days(kind, path, date(2026, 1, 1), date(2026, 12, 31))
}

fn read_days(kind: SourceKind, path: &Path, first: Date, last: Date) -> Read {
    let zone = TimeZone::get("Europe/Oslo").unwrap();
    tracker::read(kind, path, &Query { first, last, zone: &zone }, &Silent)
}

/// Reads files of these names and texts as one source.
fn read_files(kind: SourceKind, files: &[(&str, &str)]) -> Read {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export");
    std::fs::create_dir(&path).unwrap();
    for (name, text) in files {
        std::fs::write(path.join(name), text).unwrap();
    }
    read(kind, &path)
}

fn read_bytes(kind: SourceKind, name: &str, bytes: &[u8]) -> Read {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    read(kind, &path)
}

fn count(read: &Read, verb: Verb) -> usize {
    read.evidence.iter().filter(|fact| fact.verb == verb).count()
}

/// The key of the item a fact is about.
fn key(fact: &Evidence) -> String {
    match &fact.object {
        Object::Item(event) => event.item.key.to_string(),
        Object::Entry(entry) => entry.item.as_ref().map(|item| item.key.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

fn unused(read: &Read, what: &str) -> u64 {
    read.unused.get(what).copied().unwrap_or(0)
}

fn checks(read: &Read) -> Vec<String> {
    read.problems.iter().map(|problem| format!("{}:{}", problem.check, problem.line.unwrap_or(0))).collect()
}

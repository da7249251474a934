//! The corpora of the fuzz targets for calendars and for files written by hand, replayed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, path::PathBuf};

use rung_sources::probe;

fn corpus(name: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty(), "{name} has no corpus");
    files
}

#[test]
fn the_corpus_of_calendars_is_read_without_a_panic() {
    for file in corpus("calendar") {
        probe::calendar(&fs::read(file).unwrap());
    }
}

#[test]
fn the_corpus_of_files_written_by_hand_is_read_without_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    for file in corpus("declared") {
        let copy = folder.path().join("copy.toml");
        fs::copy(file, &copy).unwrap();
        probe::declared(&copy);
    }
}

//! Every input that fuzzing found worth keeping, read again.

use std::path::Path;

use rung_sources::owners::probe;

#[test]
fn the_corpus_of_the_fuzz_target_holds_its_laws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/owners");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 5, "the corpus is there");
    for file in files {
        probe(&std::fs::read(&file).unwrap());
    }
}

//! What fuzzing found, and what it starts from, replayed.

#[test]
fn the_corpus_holds_the_law() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/forge");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        rung_sources::forge::probe(&std::fs::read(entry.unwrap().path()).unwrap());
        files += 1;
    }
    assert!(files >= 6, "{files}");
}

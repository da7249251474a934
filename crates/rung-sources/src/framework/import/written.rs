//! For tests: an import of files that are written in the test.

use super::{Imported, import};
use crate::progress::Silent;

/// Imports files of these names and texts.
pub(super) fn imported(files: &[(&str, &str)]) -> Imported {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    import(folder.path(), Some("made"), &Silent)
}

/// The problems of one check, as `file:line what`.
pub(super) fn said(imported: &Imported, check: &str) -> Vec<String> {
    let of = imported.problems.iter().filter(|problem| problem.check == check);
    of.map(|problem| format!("{}:{} {}", problem.file, problem.line.unwrap_or(0), problem.what)).collect()
}

/// A folder of published samples, where it is there.
pub(super) fn sample(name: &str) -> Option<Imported> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/frameworks").join(name);
    path.exists().then(|| import(&path, None, &Silent))
}

//! Importing texts, files and samples.

use std::path::{Path, PathBuf};

use rung_sources::{
    framework::import::{Imported, import},
    progress::Silent,
};

/// Imports files of a folder made for the purpose.
pub(crate) fn imported(files: &[(&str, &str)]) -> Imported {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    match files {
        [(only, _)] => import(&folder.path().join(only), None, &Silent),
        _ => import(folder.path(), Some("test"), &Silent),
    }
}

/// A published sample, where the samples are at hand.
pub(crate) fn sample(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/frameworks").join(name);
    path.exists().then_some(path)
}

/// Imports a sample, where it is at hand.
pub(crate) fn of_sample(name: &str) -> Option<Imported> {
    sample(name).map(|path| import(&path, None, &Silent))
}

/// The problems of one check, as `line: what`.
pub(crate) fn told(imported: &Imported, check: &str) -> Vec<String> {
    let of = imported.problems.iter().filter(|problem| problem.check == check);
    of.map(|problem| format!("{}: {}", problem.line.unwrap_or(0), problem.what)).collect()
}

/// roles, positions, levels, dimensions, cells.
pub(crate) fn counts(imported: &Imported) -> (usize, usize, usize, usize, usize) {
    let counts = imported.report.counts;
    (counts.roles, counts.positions, counts.levels, counts.dimensions, counts.cells)
}

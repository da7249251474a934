//! `framework fmt`: files laid out anew.

use std::path::{Path, PathBuf};

use rung_model::problem::{Problem, Severity};
use rung_sources::framework;

/// What became of one file.
#[derive(Clone, Debug)]
pub struct LaidOut {
    /// The file.
    pub file: PathBuf,
    /// Whether its layout differs from the one of the format.
    pub changed: bool,
    /// What keeps it from being laid out; then it is left as it is.
    pub problems: Vec<Problem>,
}

/// Lays out files, and the framework files directly in folders. With `write` they are written, else only looked at.
pub fn lay_out(paths: &[PathBuf], write: bool) -> Vec<LaidOut> {
    paths.iter().flat_map(|path| files(path)).map(|file| one(file, write)).collect()
}

fn one(file: PathBuf, write: bool) -> LaidOut {
    let failed = |file: PathBuf, error: &std::io::Error| {
        let mend = "check the name, and that you may read and write it";
        let problem = Problem::new(Severity::Error, file.display().to_string(), "cannot-read", error.to_string(), mend);
        LaidOut { file, changed: false, problems: vec![problem] }
    };
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => return failed(file, &error),
    };
    match framework::fmt(&file, &text) {
        Err(problems) => LaidOut { file, changed: false, problems },
        Ok(new) => {
            let changed = new != text;
            if changed
                && write
                && let Err(error) = std::fs::write(&file, new)
            {
                return failed(file, &error);
            }
            LaidOut { file, changed, problems: Vec::new() }
        }
    }
}

/// The file itself, or the files of a folder that a framework is read from.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file() && framework::is_framework_file(path)).collect();
    files.sort();
    files
}

//! What people declare: rosters, rules, days, frameworks, read from files as they would write them.

mod days;
mod framework;
mod framework_file;
mod mutations;
mod roster;
mod roster_checks;
mod roster_written;
mod rules;

use std::path::PathBuf;

use rung_model::problem::Problem;
use tempfile::TempDir;

/// A folder with one file in it, removed at the end.
struct Written {
    folder: TempDir,
    name: &'static str,
}

impl Written {
    fn new(name: &'static str, text: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join(name), text).expect("a file in it");
        Self { folder, name }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(self.name)
    }

    /// The problems as shown, without the folder.
    fn shown(&self, problems: &[Problem]) -> String {
        let folder = format!("{}/", self.folder.path().display());
        problems.iter().map(|problem| format!("{problem}\n").replace(&folder, "")).collect()
    }
}

/// Line and check of each problem.
fn checks(problems: &[Problem]) -> Vec<(usize, &'static str)> {
    problems.iter().map(|problem| (problem.line.unwrap_or(0), problem.check)).collect()
}

//! Published organisations and HR exports: counted right, unresolved references listed and never attached, exported and
//! read back.

mod bad_input;
mod export;
mod formats;
mod hr;

use std::{fs, path::Path};

use rung_sources::{
    framework,
    roster::import::{Columns, Format, Imported, import},
};
use tempfile::TempDir;

/// Files in a folder, imported.
pub(crate) fn of(format: Option<Format>, files: &[(&str, &str)]) -> (TempDir, Imported) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
    let path = match files {
        [(name, _)] if !name.contains('/') => folder.path().join(name),
        _ => folder.path().to_owned(),
    };
    let imported = import(&path, format, &Columns::default(), &framework::builtin());
    (folder, imported)
}

/// An HR export from bytes.
pub(crate) fn hr(bytes: impl AsRef<[u8]>) -> Imported {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.csv");
    fs::write(&file, bytes).expect("a file");
    let mut imported = import(&file, None, &Columns::default(), &framework::builtin());
    let name =
        |file: &str| Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for problem in imported.problems.iter_mut().chain(&mut imported.cycles).chain(&mut imported.duplicates) {
        problem.file = name(&problem.file);
    }
    imported
}

/// Line and check of each problem.
pub(crate) fn told(problems: &[rung_model::problem::Problem]) -> Vec<(usize, &'static str)> {
    problems.iter().map(|problem| (problem.line.unwrap_or(0), problem.check)).collect()
}

//! The files of a source: one, or those of a folder that may hold an export.

use std::path::{Path, PathBuf};

use rung_model::problem::{Problem, Severity};

/// Folders within folders that are looked into.
const DEEP: usize = 16;
/// How files of exports end.
const ENDINGS: [&str; 6] = ["csv", "tsv", "txt", "json", "jsonl", "ndjson"];
/// How tables end.
const TABLES: [&str; 3] = ["csv", "tsv", "txt"];

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Files, by name.
    pub(crate) files: Vec<PathBuf>,
    /// What could not be looked into.
    pub(crate) problems: Vec<Problem>,
    /// Files of other kinds.
    pub(crate) others: u64,
}

/// The files at `path`: itself, or all of a folder, hidden ones left out.
pub(crate) fn files(path: &Path) -> Found {
    let mut found = Found::default();
    if !path.is_dir() {
        found.files.push(path.to_owned());
        return found;
    }
    let mut folders = vec![(path.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                let what = format!("the folder cannot be read: {error}");
                let mend = "make it readable, or leave it out";
                found.problems.push(Problem::new(Severity::Error, name(&folder), "cannot-read", what, mend));
                continue;
            }
        };
        for entry in entries.flatten() {
            let at = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if at.is_dir() {
                if depth < DEEP && !at.is_symlink() {
                    folders.push((at, depth + 1));
                }
                continue;
            }
            let ending = at.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
                found.files.push(at);
            } else {
                found.others += 1;
            }
        }
    }
    // Tables last: where both tell one fact, JSON tells more of who did it.
    found.files.sort_by_key(|file| (is_table(file), file.clone()));
    if found.files.is_empty() && found.problems.is_empty() {
        let mend = "name a file, or a folder with .csv, .json or .jsonl files";
        found.problems.push(Problem::new(Severity::Error, name(path), "no-files", "the folder holds no export", mend));
    }
    found
}

/// Whether the name of a file says that it is a table.
pub(super) fn is_table(file: &Path) -> bool {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| TABLES.contains(&ending.as_str()))
}

/// A path as it is shown.
pub(crate) fn name(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_exports_by_name() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("more")).unwrap();
        for file in ["b.JSON", "a.csv", "more/c.jsonl", ".hidden.csv", "notes.pdf"] {
            std::fs::write(folder.path().join(file), "x").unwrap();
        }
        let found = files(folder.path());
        let names: Vec<_> = found.files.iter().map(|file| file.strip_prefix(folder.path()).unwrap()).collect();
        assert_eq!(names, ["b.JSON", "more/c.jsonl", "a.csv"].map(Path::new));
        assert_eq!((found.others, found.problems.len()), (1, 0));
    }

    #[test]
    fn an_empty_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(files(folder.path()).problems[0].check, "no-files");
    }
}

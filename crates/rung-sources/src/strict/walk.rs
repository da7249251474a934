//! Every file of a folder and of the folders in it, within limits.

use std::path::{Path, PathBuf};

use rung_model::problem::{Problem, Severity};

use super::{Text, file::load_published};

/// Most entries of folders that are looked at.
const MOST_LOOKED_AT: usize = 200_000;

/// How much of a folder is read at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Files.
    pub(crate) files: usize,
    /// Bytes in all.
    pub(crate) bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { files: 5_000, bytes: 64 << 20 }
    }
}

/// Reads a file whatever its name, or each file in a folder and in the folders inside it whose
/// name has one of `endings` (`"md"`), sorted by path. Left out are hidden files and folders,
/// `node_modules`, and links to folders.
pub(crate) fn load_any(path: &Path, endings: &[&str], limits: Limits, problems: &mut Vec<Problem>) -> Vec<Text> {
    list_any(path, endings, limits, problems).iter().filter_map(|path| load_published(path, problems)).collect()
}

/// The paths that [`load_any`] reads.
pub(crate) fn list_any(path: &Path, endings: &[&str], limits: Limits, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let folder = path.display().to_string();
    let mut refuse = |severity, check, what: String, mend: &str| {
        problems.push(Problem::new(severity, folder.as_str(), check, what, mend));
    };
    let mut walk = Walk { endings, found: Vec::new(), looked_at: 0, unread: Vec::new() };
    walk.run(path);
    for (path, error) in &walk.unread {
        let what = format!("the folder {} cannot be read: {error}", path.display());
        refuse(Severity::Error, "cannot-read", what, "check that you may read it");
    }
    if walk.looked_at > MOST_LOOKED_AT {
        let what = format!("the folder holds more than {MOST_LOOKED_AT} files, and the rest was not looked at");
        refuse(Severity::Error, "too-many-files", what, "name the folder that holds the framework alone");
    }
    let mut found = walk.found;
    found.sort();
    if found.is_empty() {
        let what = format!("the folder holds no file to read; looked for those that end in .{}", endings.join(", ."));
        refuse(Severity::Error, "nothing-to-read", what, "name the file itself, or another folder");
    }
    if found.len() > limits.files {
        let what = format!("the folder holds {} files to read, and only the first {} are", found.len(), limits.files);
        refuse(Severity::Error, "too-many-files", what, "name a folder with fewer files, or the file itself");
        found.truncate(limits.files);
    }
    let (mut fit, mut bytes) = (0, 0_u64);
    for path in &found {
        bytes += std::fs::metadata(path).map_or(0, |meta| meta.len());
        if bytes > limits.bytes {
            let left = found.len() - fit;
            let what =
                format!("the folder has more than {} MB, and the last {left} files are left out", limits.bytes >> 20);
            refuse(Severity::Error, "too-large", what, "name a folder with fewer files, or the file itself");
            break;
        }
        fit += 1;
    }
    found.truncate(fit);
    found
}

struct Walk<'e> {
    endings: &'e [&'e str],
    found: Vec<PathBuf>,
    looked_at: usize,
    unread: Vec<(PathBuf, std::io::Error)>,
}

impl Walk<'_> {
    fn run(&mut self, path: &Path) {
        let mut waiting = vec![path.to_owned()];
        while let Some(folder) = waiting.pop() {
            let entries = match std::fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) => {
                    self.unread.push((folder, error));
                    continue;
                }
            };
            for entry in entries.filter_map(Result::ok) {
                self.looked_at += 1;
                if self.looked_at > MOST_LOOKED_AT {
                    return;
                }
                let name = entry.file_name();
                if name.to_string_lossy().starts_with('.') || name == "node_modules" {
                    continue;
                }
                let path = entry.path();
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => waiting.push(path),
                    Ok(_) if self.wanted(&path) && path.is_file() => self.found.push(path),
                    _ => {}
                }
            }
        }
    }

    fn wanted(&self, path: &Path) -> bool {
        let ending = path.extension().map(|ending| ending.to_string_lossy());
        ending.is_some_and(|ending| self.endings.iter().any(|wanted| ending.eq_ignore_ascii_case(wanted)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, load_any};

    #[test]
    fn folders_are_read_to_their_depth_within_the_limits() {
        let folder = tempfile::tempdir().unwrap();
        for inner in ["b/c", ".git", "node_modules/x"] {
            std::fs::create_dir_all(folder.path().join(inner)).unwrap();
        }
        for name in ["z.md", "b/c/a.MD", "b/one.yml", ".git/a.md", "node_modules/x/a.md", ".hidden.md", "b/d.txt"] {
            std::fs::write(folder.path().join(name), "12345678").unwrap();
        }
        let read = |endings: &[&str], limits| {
            let mut problems = Vec::new();
            let texts = load_any(folder.path(), endings, limits, &mut problems);
            let root = format!("{}/", folder.path().display());
            let names: Vec<_> = texts.iter().map(|text| text.file.replace(&root, "")).collect();
            (names, problems.iter().map(|problem| problem.check).collect::<Vec<_>>())
        };
        let all = ["b/c/a.MD", "b/one.yml", "z.md"].map(str::to_owned);
        let endings = ["md", "yml"];
        assert_eq!(read(&endings, Limits::default()), (all.to_vec(), vec![]));
        let few = Limits { files: 2, ..Limits::default() };
        assert_eq!(read(&endings, few), (all[..2].to_vec(), vec!["too-many-files"]));
        let small = Limits { bytes: 20, ..Limits::default() };
        assert_eq!(read(&endings, small), (all[..2].to_vec(), vec!["too-large"]));
        assert_eq!(read(&["csv"], Limits::default()), (vec![], vec!["nothing-to-read"]));
        let mut problems = Vec::new();
        let one = load_any(&folder.path().join("b/d.txt"), &endings, Limits::default(), &mut problems);
        assert_eq!((one.len(), problems), (1, vec![]));
    }
}

//! The house as text: every source and document file with its path from the root.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// One text file.
#[derive(Debug)]
pub(crate) struct File {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// All files tidy looks at.
#[derive(Debug, Default)]
pub(crate) struct House {
    /// Sorted by path.
    pub(crate) files: Vec<File>,
}

const ENDINGS: [&str; 8] = ["rs", "toml", "md", "css", "txt", "yml", "json", "mjs"];

impl House {
    /// Reads the tree below `root`, without `target`, `.git` and `node_modules`.
    pub(crate) fn read(root: &Path) -> io::Result<Self> {
        let mut house = Self::default();
        let mut open: Vec<PathBuf> = vec![root.to_owned()];
        while let Some(dir) = open.pop() {
            for entry in fs::read_dir(dir)? {
                let path = entry?.path();
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                if path.is_dir() {
                    if !["target", ".git", "node_modules"].contains(&name.as_str()) {
                        open.push(path);
                    }
                } else if ENDINGS.contains(&name.rsplit('.').next().unwrap_or_default()) || path.ends_with(".ci/run") {
                    let shown = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                    house.files.push(File { path: shown, text: fs::read_to_string(&path)? });
                }
            }
        }
        house.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(house)
    }

    /// The Rust files.
    pub(crate) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// The file at `path`.
    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl File {
    /// Folder of the workspace member it belongs to: `rung-model`, `example`, `tidy`.
    pub(crate) fn member(&self) -> &str {
        let path = self.path.strip_prefix("crates/").unwrap_or(&self.path);
        path.split('/').next().unwrap_or_default()
    }

    /// True for tests, benchmarks and example programs that live apart from the code.
    pub(crate) fn is_test(&self) -> bool {
        ["/tests/", "/benches/", "/examples/"].iter().any(|folder| self.path.contains(folder))
    }
}

//! The files of a repository at one moment, and the git trees they make.

use std::{collections::BTreeMap, fs, path::Path, rc::Rc};

use gix::{
    ObjectId,
    objs::{
        Kind, Tree,
        tree::{Entry, EntryKind},
    },
};

use super::objects::Objects;
use crate::ExampleError;

/// How many lines a file of the example keeps.
const LINES: usize = 14;

/// A file: its text and the id of its blob.
#[derive(Clone)]
struct File {
    text: Rc<str>,
    blob: ObjectId,
}

/// Files by path, one folder level at a time.
#[derive(Clone, Default)]
pub(super) struct Files(BTreeMap<&'static str, BTreeMap<String, File>>);

impl Files {
    /// Adds a line to a file; the oldest line goes once it is long enough.
    pub(super) fn append(
        &mut self,
        objects: &mut Objects,
        folder: &'static str,
        name: &str,
        line: &str,
    ) -> Result<(), ExampleError> {
        let files = self.0.entry(folder).or_default();
        let old = files.get(name).map_or("", |file| &file.text);
        let skip = old.lines().count().saturating_sub(LINES - 1);
        let mut text: String = old.split_inclusive('\n').skip(skip).collect();
        text.push_str(line);
        text.push('\n');
        let blob = objects.keep_bytes(Kind::Blob, text.as_bytes().to_vec())?;
        files.insert(name.to_owned(), File { text: text.into(), blob });
        Ok(())
    }

    /// True where the root holds this file.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.get("").is_some_and(|files| files.contains_key(name))
    }

    /// Writes the files themselves below `directory`.
    pub(super) fn check_out(&self, directory: &Path) -> Result<(), ExampleError> {
        for (folder, files) in &self.0 {
            let folder = if folder.is_empty() { directory.to_path_buf() } else { directory.join(folder) };
            fs::create_dir_all(&folder).map_err(ExampleError::at(&folder))?;
            for (name, file) in files {
                let path = folder.join(name);
                fs::write(&path, file.text.as_bytes()).map_err(ExampleError::at(path))?;
            }
        }
        Ok(())
    }

    /// Keeps the trees; the id of the root.
    pub(super) fn keep(&self, objects: &mut Objects) -> Result<ObjectId, ExampleError> {
        let mut root: Vec<Entry> = Vec::new();
        let mut below: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
        for (folder, files) in &self.0 {
            let entries = files.iter().map(|(name, file)| Entry {
                mode: EntryKind::Blob.into(),
                filename: name.as_str().into(),
                oid: file.blob,
            });
            match folder.split_once('/') {
                _ if folder.is_empty() => root.extend(entries),
                None => below.entry(folder).or_default().extend(entries),
                Some((above, inner)) => {
                    let oid = tree(objects, entries.collect())?;
                    below.entry(above).or_default().push(Entry {
                        mode: EntryKind::Tree.into(),
                        filename: inner.into(),
                        oid,
                    });
                }
            }
        }
        for (folder, entries) in below {
            let oid = tree(objects, entries)?;
            root.push(Entry { mode: EntryKind::Tree.into(), filename: folder.into(), oid });
        }
        tree(objects, root)
    }
}

fn tree(objects: &mut Objects, mut entries: Vec<Entry>) -> Result<ObjectId, ExampleError> {
    entries.sort();
    objects.keep(&Tree { entries })
}

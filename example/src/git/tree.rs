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

/// The files of one folder, and the tree they make once it was asked for.
#[derive(Clone, Default)]
struct Folder {
    files: BTreeMap<Rc<str>, File>,
    tree: Option<ObjectId>,
}

/// Files by folder, at most two levels deep. Cheap to clone: what does not change is shared.
#[derive(Clone, Default)]
pub(super) struct Files(BTreeMap<&'static str, Rc<Folder>>);

impl Files {
    /// Adds a line to a file; the oldest line goes once it is long enough.
    pub(super) fn append(
        &mut self,
        objects: &mut Objects,
        folder: &'static str,
        name: &str,
        line: &str,
    ) -> Result<(), ExampleError> {
        let folder = Rc::make_mut(self.0.entry(folder).or_default());
        let old = folder.files.get(name).map_or("", |file| &file.text);
        let skip = old.lines().count().saturating_sub(LINES - 1);
        let mut text: String = old.split_inclusive('\n').skip(skip).collect();
        text.push_str(line);
        text.push('\n');
        let blob = objects.keep_bytes(Kind::Blob, text.as_bytes().to_vec())?;
        folder.files.insert(name.into(), File { text: text.into(), blob });
        folder.tree = None;
        Ok(())
    }

    /// True where the root holds this file.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.get("").is_some_and(|folder| folder.files.contains_key(name))
    }

    /// Writes the files themselves below `directory`.
    pub(super) fn check_out(&self, directory: &Path) -> Result<(), ExampleError> {
        for (name, folder) in &self.0 {
            let place = if name.is_empty() { directory.to_path_buf() } else { directory.join(name) };
            fs::create_dir_all(&place).map_err(ExampleError::at(&place))?;
            for (name, file) in &folder.files {
                let path = place.join(&**name);
                fs::write(&path, file.text.as_bytes()).map_err(ExampleError::at(path))?;
            }
        }
        Ok(())
    }

    /// Keeps the trees; the id of the root.
    pub(super) fn keep(&mut self, objects: &mut Objects) -> Result<ObjectId, ExampleError> {
        let mut root = Vec::new();
        let mut below: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
        for (name, folder) in self.0.iter_mut().rev() {
            match name.split_once('/') {
                Some((above, inner)) => {
                    let oid = folder_tree(folder, objects, Vec::new())?;
                    below.entry(above).or_default().push(folder_entry(inner, oid));
                }
                None if name.is_empty() => root.extend(entries(folder)),
                None => {
                    let oid = folder_tree(folder, objects, below.remove(name).unwrap_or_default())?;
                    root.push(folder_entry(name, oid));
                }
            }
        }
        for (name, entries) in below {
            root.push(folder_entry(name, tree(objects, entries)?));
        }
        tree(objects, root)
    }
}

/// The tree of a folder with the trees below it; remembered where there are none.
fn folder_tree(folder: &mut Rc<Folder>, objects: &mut Objects, below: Vec<Entry>) -> Result<ObjectId, ExampleError> {
    if let (Some(known), true) = (folder.tree, below.is_empty()) {
        return Ok(known);
    }
    let alone = below.is_empty();
    let oid = tree(objects, entries(folder).chain(below).collect())?;
    if alone {
        Rc::make_mut(folder).tree = Some(oid);
    }
    Ok(oid)
}

fn entries(folder: &Folder) -> impl Iterator<Item = Entry> {
    folder.files.iter().map(|(name, file)| Entry {
        mode: EntryKind::Blob.into(),
        filename: (&**name).into(),
        oid: file.blob,
    })
}

fn folder_entry(name: &str, oid: ObjectId) -> Entry {
    Entry { mode: EntryKind::Tree.into(), filename: name.into(), oid }
}

fn tree(objects: &mut Objects, mut entries: Vec<Entry>) -> Result<ObjectId, ExampleError> {
    entries.sort();
    objects.keep(&Tree { entries })
}

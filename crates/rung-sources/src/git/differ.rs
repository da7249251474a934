//! What one commit changed: the two trees compared, folder by folder.

use std::rc::Rc;

use gix::{
    ObjectId, Repository,
    hash::oid,
    hashtable::HashMap,
    objs::{Find, Kind},
};

use super::tree::{self, Entry, Malformed, Mode};

/// How deep folders may nest, as in git (`core.maxTreeDepth`).
const DEEPEST: usize = 2_048;

/// How many paths of one commit are told. Beyond it the commit is an attack or an accident:
/// a few kilobytes of trees that name each other can claim billions of paths.
const MOST_PATHS: usize = 300_000;

/// Why a comparison could not be finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// An object is missing, damaged or of another kind.
    Object,
    /// Too deep or too many paths.
    TooMuch,
}

impl From<Malformed> for Lack {
    fn from(_: Malformed) -> Self {
        Self::Object
    }
}

/// One side of a changed path.
pub(super) type Side<'a> = Option<(Mode, &'a oid)>;

/// A path that differs; a side that is absent did not have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub(super) path: &'a [u8],
    pub(super) before: Side<'a>,
    pub(super) after: Side<'a>,
}

/// Compares trees and reads blobs, remembering what it read last.
pub(super) struct Differ {
    repository: Repository,
    id_length: usize,
    read: Remembered,
    buffer: Vec<u8>,
}

impl Differ {
    /// A differ that remembers up to `memory` bytes of objects.
    pub(super) fn new(repository: Repository, memory: usize) -> Self {
        let id_length = repository.object_hash().len_in_bytes();
        Self { repository, id_length, read: Remembered::new(memory), buffer: Vec::new() }
    }

    /// Calls `tell` for every path that differs between two trees, in git's order.
    /// `None` as `before` is the empty tree.
    pub(super) fn compare(
        &mut self,
        before: Option<&oid>,
        after: &oid,
        tell: &mut dyn FnMut(Change<'_>),
    ) -> Result<(), Lack> {
        let mut left = MOST_PATHS;
        let mut path = Vec::new();
        let mut counted = |change: Change<'_>| {
            tell(change);
            left = left.checked_sub(1).ok_or(Lack::TooMuch)?;
            Ok(())
        };
        self.folder(before, Some(after), &mut path, 0, &mut counted)
    }

    fn folder(
        &mut self,
        before: Option<&oid>,
        after: Option<&oid>,
        path: &mut Vec<u8>,
        depth: usize,
        tell: &mut dyn FnMut(Change<'_>) -> Result<(), Lack>,
    ) -> Result<(), Lack> {
        if before == after {
            return Ok(());
        }
        if depth > DEEPEST {
            return Err(Lack::TooMuch);
        }
        let old = before.map(|id| self.object(id, Kind::Tree)).transpose()?;
        let new = after.map(|id| self.object(id, Kind::Tree)).transpose()?;
        let id_length = self.id_length;
        tree::compare(old.as_deref().unwrap_or_default(), new.as_deref().unwrap_or_default(), id_length, |was, is| {
            let length = path.len();
            let name = was.or(is).map_or(&b""[..], |entry| entry.name);
            path.extend_from_slice(name);
            let was_tree = was.filter(|entry| entry.mode.is_tree());
            let is_tree = is.filter(|entry| entry.mode.is_tree());
            if was_tree.is_some() || is_tree.is_some() {
                path.push(b'/');
                let outcome = self.folder(was_tree.map(id), is_tree.map(id), path, depth + 1, tell);
                path.truncate(length);
                return outcome;
            }
            let outcome = tell(Change { path, before: was.map(side), after: is.map(side) });
            path.truncate(length);
            outcome
        })
    }

    /// The bytes of an object of this kind.
    pub(super) fn object(&mut self, id: &oid, kind: Kind) -> Result<Rc<[u8]>, Lack> {
        if let Some(known) = self.read.get(id) {
            return Ok(known);
        }
        if kind == Kind::Tree && id.is_empty_tree() {
            return Ok(Rc::from(&[][..]));
        }
        match self.repository.objects.try_find(id, &mut self.buffer) {
            Ok(Some(found)) if found.kind == kind => {
                let bytes: Rc<[u8]> = Rc::from(found.data);
                self.read.put(id.to_owned(), &bytes);
                Ok(bytes)
            }
            Ok(_) | Err(_) => Err(Lack::Object),
        }
    }
}

fn id<'a>(entry: Entry<'a>) -> &'a oid {
    oid::from_bytes_unchecked(entry.id)
}

fn side<'a>(entry: Entry<'a>) -> (Mode, &'a oid) {
    (entry.mode, id(entry))
}

/// Objects read lately, in two generations: when the younger is full it becomes the older,
/// and the older is forgotten. What is asked for again moves to the younger.
struct Remembered {
    younger: HashMap<ObjectId, Rc<[u8]>>,
    older: HashMap<ObjectId, Rc<[u8]>>,
    bytes: usize,
    most: usize,
}

impl Remembered {
    fn new(memory: usize) -> Self {
        Self { younger: HashMap::default(), older: HashMap::default(), bytes: 0, most: memory / 2 }
    }

    fn get(&mut self, id: &oid) -> Option<Rc<[u8]>> {
        if let Some(known) = self.younger.get(id) {
            return Some(Rc::clone(known));
        }
        let (id, known) = self.older.remove_entry(id)?;
        self.put(id, &known);
        Some(known)
    }

    fn put(&mut self, id: ObjectId, bytes: &Rc<[u8]>) {
        if bytes.len() > self.most / 4 {
            return;
        }
        self.bytes += bytes.len() + size_of::<ObjectId>();
        if self.bytes > self.most {
            self.older = std::mem::take(&mut self.younger);
            self.bytes = bytes.len();
        }
        self.younger.insert(id, Rc::clone(bytes));
    }
}

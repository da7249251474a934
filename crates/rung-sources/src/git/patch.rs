//! The patch of a commit, kept only while commits are compared with each other.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use gix::{ObjectId, hash::oid, objs::Kind};

use super::{
    changes::{Changes, trees},
    differ::Differ,
    history::{CommitNumber, History},
    line_count,
    tree::Mode,
};

/// How many paths a patch may have to be compared; larger ones are imports, not work.
const MOST_PATHS: usize = 10_000;

/// One side of a path.
type Held = Option<(Mode, ObjectId)>;

/// The paths a patch changes, with what they held before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch(Vec<(Vec<u8>, Held, Held)>);

impl Patch {
    /// True where nothing changed.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True where both change the same paths.
    pub(super) fn same_paths(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| a.0 == b.0)
    }

    /// True where both leave the same paths with the same content.
    pub(super) fn same_outcome(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| a.0 == b.0 && a.2 == b.2)
    }

    /// Hash of the set of paths, as in [`super::changes::Changed::print`].
    pub(super) fn print(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (path, _, _) in &self.0 {
            path[..].hash(&mut hasher);
        }
        hasher.finish()
    }
}

/// Reads patches as they are needed.
pub(super) struct Patches<'a> {
    history: &'a History,
    differ: Differ,
    changes: &'a Changes,
    prints: HashMap<CommitNumber, Option<u64>>,
}

impl<'a> Patches<'a> {
    /// A reader of patches; what `changes` knows is not read again.
    pub(super) fn new(history: &'a History, differ: Differ, changes: &'a Changes) -> Self {
        Self { history, differ, changes, prints: HashMap::new() }
    }

    /// The patch of a commit against its first parent; `None` where it cannot be known or is huge.
    pub(super) fn of(&mut self, number: CommitNumber) -> Option<Patch> {
        let (before, after) = trees(self.history, number)?;
        self.between(before, after)
    }

    /// The patch from one tree to another.
    pub(super) fn between(&mut self, before: Option<&oid>, after: &oid) -> Option<Patch> {
        let held = |side: Option<(Mode, &oid)>| side.map(|(mode, id)| (mode, id.to_owned()));
        let mut paths = Vec::new();
        let outcome = self.differ.compare(before, after, &mut |change| {
            if paths.len() <= MOST_PATHS {
                paths.push((change.path.to_vec(), held(change.before), held(change.after)));
            }
        });
        (outcome.is_ok() && paths.len() <= MOST_PATHS).then_some(Patch(paths))
    }

    /// Hash of the paths a commit changed, read only once.
    pub(super) fn print(&mut self, number: CommitNumber) -> Option<u64> {
        if let Some(changed) = self.changes.get(&number).filter(|changed| changed.print.is_some()) {
            return changed.print;
        }
        if let Some(known) = self.prints.get(&number) {
            return *known;
        }
        let print = self.of(number).map(|patch| patch.print());
        self.prints.insert(number, print);
        print
    }

    /// True where both patches add and remove the same lines in the same paths,
    /// whatever else the files hold. False where a file cannot be read.
    pub(super) fn same_lines(&mut self, a: &Patch, b: &Patch) -> bool {
        a.same_paths(b) && matches!((self.lines(a), self.lines(b)), (Some(a), Some(b)) if a == b)
    }

    fn lines(&mut self, patch: &Patch) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        for (_, before, after) in &patch.0 {
            let mut text = |held: &Held| match held.filter(|(mode, _)| mode.is_blob()) {
                Some((_, id)) => self.differ.object(&id, Kind::Blob).ok().map(Some),
                None => Some(None),
            };
            let (old, new) = (text(before)?, text(after)?);
            line_count::hash_patch(old.as_deref().unwrap_or_default(), new.as_deref().unwrap_or_default(), &mut hasher);
            hasher.write_u8(0);
        }
        Some(hasher.finish())
    }
}

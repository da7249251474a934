//! What each commit changed, on all cores: each thread takes stretches of neighbouring
//! commits, newest first, so that what it read for one serves the next.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    num::NonZeroUsize,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use gix::{ObjectId, hash::oid, objs::Kind};
use rung_model::commit::PathClasses;

use super::{
    classes,
    differ::{Differ, Lack, Side},
    history::{CommitNumber, History},
    line_count,
    open::Opened,
    query::{PathDetail, Query},
    rows::Wanted,
    trouble::{Trouble, Troubles},
};
use crate::progress::Progress;

/// How many threads read at most; each costs memory.
const MOST_THREADS: usize = 8;

/// How many commits a thread takes at a time, at most.
const STRETCH: usize = 2_048;

/// How many paths each thread remembers the class of.
const REMEMBERED_PATHS: usize = 100_000;

/// What one commit changed against its first parent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Changed {
    /// The paths, where they were asked for.
    pub(super) paths: Option<Vec<String>>,
    /// Their classes.
    pub(super) classes: PathClasses,
    /// Lines added and removed, where they were asked for and can be known.
    pub(super) lines: Option<(u32, u32)>,
    /// Hash of the set of paths; `None` where the paths are unknown.
    pub(super) print: Option<u64>,
}

/// Changes of the commits asked for, by commit.
pub(super) type Changes = HashMap<CommitNumber, Changed>;

/// Compares each commit of `wanted` with its first parent.
pub(super) fn read(
    opened: &Opened,
    history: &History,
    wanted: &Wanted,
    query: &Query,
    troubles: &mut Troubles,
    progress: &dyn Progress,
) -> Changes {
    let wanted = wanted.numbers();
    if wanted.is_empty() || query.paths == PathDetail::None && !query.lines {
        return Changes::new();
    }
    progress.begin("Reading changes", Some(wanted.len() as u64));
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let stretch = wanted.len().div_ceil(cores * 4).clamp(64, STRETCH);
    let threads = cores.min(MOST_THREADS).min(wanted.len().div_ceil(stretch));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut worker = Worker::new(opened, history, query, opened.memory_of_one(threads));
        let mut done = Vec::new();
        while let Some(part) = wanted.chunks(stretch).nth(next.fetch_add(1, Ordering::Relaxed)) {
            for number in part {
                done.push((*number, worker.changed(*number)));
            }
            progress.advance(part.len() as u64);
        }
        (done, worker.troubles)
    };
    let mut changes = Changes::with_capacity(wanted.len());
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for thread in running {
            match thread.join() {
                Ok((done, noted)) => {
                    changes.extend(done);
                    troubles.merge(noted);
                }
                Err(_) => troubles.note(Trouble::Abandoned, String::new()),
            }
        }
    });
    progress.end();
    changes
}

/// The trees to compare for a commit: its first parent's, `None` for none, and its own.
/// `None` where the parent cannot be known.
pub(super) fn trees(history: &History, number: CommitNumber) -> Option<(Option<&oid>, &oid)> {
    let node = history.node(number)?;
    if node.cut {
        return None;
    }
    let before = match node.parents.first() {
        Some(parent) => Some(&*history.node(*parent)?.tree),
        None => None,
    };
    Some((before, &node.tree))
}

/// One thread's reader.
struct Worker<'a> {
    history: &'a History,
    query: &'a Query,
    differ: Differ,
    classes: HashMap<Box<[u8]>, PathClasses>,
    troubles: Troubles,
}

/// The blobs of a changed file, as far as each side has one.
type Blobs = (Option<ObjectId>, Option<ObjectId>);

impl<'a> Worker<'a> {
    fn new(opened: &Opened, history: &'a History, query: &'a Query, memory: usize) -> Self {
        let differ = Differ::new(opened.handle(memory), memory / 4);
        Self { history, query, differ, classes: HashMap::new(), troubles: Troubles::default() }
    }

    fn changed(&mut self, number: CommitNumber) -> Changed {
        let Some((before, after)) = trees(self.history, number) else { return Changed::default() };
        let count_lines = self.query.lines && self.history.node(number).is_some_and(|node| node.parents.len() < 2);
        let mut changed = Changed::default();
        let mut paths = (self.query.paths == PathDetail::Full).then(Vec::new);
        let mut hasher = DefaultHasher::new();
        let mut blobs = Vec::new();
        let known = &mut self.classes;
        let outcome = self.differ.compare(before, after, &mut |change| {
            changed.classes = changed.classes.with(class_of(known, change.path));
            change.path.hash(&mut hasher);
            if let Some(paths) = &mut paths {
                paths.push(String::from_utf8_lossy(change.path).into_owned());
            }
            if count_lines {
                blobs.push((blob(change.before), blob(change.after)));
            }
        });
        if let Err(lack) = outcome {
            let trouble = match lack {
                Lack::Object => Trouble::MissingTree,
                Lack::TooMuch => Trouble::TooMuch,
            };
            self.troubles.note(trouble, self.history.hex(number));
            return Changed::default();
        }
        if count_lines {
            changed.lines = self.lines(&blobs);
            if changed.lines.is_none() {
                self.troubles.note(Trouble::MissingBlob, self.history.hex(number));
            }
        }
        changed.print = Some(hasher.finish());
        changed.paths = paths;
        changed
    }

    /// Lines added and removed over all files; `None` where a blob cannot be read.
    fn lines(&mut self, blobs: &[Blobs]) -> Option<(u32, u32)> {
        let mut total = (0_u32, 0_u32);
        for (before, after) in blobs {
            let mut text = |id: &Option<ObjectId>| match id {
                Some(id) => self.differ.object(id, Kind::Blob).ok().map(Some),
                None => Some(None),
            };
            let (before, after) = (text(before)?, text(after)?);
            let (added, removed) =
                line_count::count(before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default());
            total = (total.0.saturating_add(added), total.1.saturating_add(removed));
        }
        Some(total)
    }
}

/// The blob of a side; a submodule's commit has none.
fn blob(side: Side<'_>) -> Option<ObjectId> {
    side.filter(|(mode, _)| mode.is_blob()).map(|(_, id)| id.to_owned())
}

fn class_of(known: &mut HashMap<Box<[u8]>, PathClasses>, path: &[u8]) -> PathClasses {
    if let Some(class) = known.get(path) {
        return *class;
    }
    if known.len() >= REMEMBERED_PATHS {
        known.clear();
    }
    let class = classes::of(path);
    known.insert(path.into(), class);
    class
}

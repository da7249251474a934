//! A folder of a repository through time: what it held at the end of each week or day of its history.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use gix::{ObjectId, Repository, objs::Kind};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rung_model::week::Week;

use super::{
    GitError,
    commit_text::CommitText,
    listing::object,
    open,
    query::Branches,
    starts,
    tree::{Entries, Mode},
    trouble::Troubles,
};

/// Bytes of unpacked objects that are remembered.
const MEMORY: usize = 64 << 20;

/// How close together snapshots lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// The last of each day.
    Day,
    /// The last of each ISO week.
    Week,
}

/// The snapshots of a folder, oldest first.
pub struct Snapshots {
    repository: Repository,
    /// Day of the commit (UTC), and the folder's tree.
    found: Vec<(Date, ObjectId)>,
    /// What lies in the folder that was written last: path and object.
    written: BTreeMap<PathBuf, ObjectId>,
}

/// The snapshots of the folder `inside` (from the root of the repository; empty for all of it) along the first parents
/// of HEAD. Neighbours that hold the same are one.
///
/// # Errors
/// [`GitError`] where `dir` holds no repository, or one that cannot be opened at all.
pub fn snapshots(dir: &Path, inside: &Path, every: Every) -> Result<Snapshots, GitError> {
    let repository = open::open(dir)?.handle(MEMORY);
    let mut found: Vec<(Date, ObjectId)> = Vec::new();
    let mut next = starts::find(&repository, Branches::Head, &mut Troubles::default()).head;
    while let Some(commit) = next.take().and_then(|id| object(&repository, id, Kind::Commit)) {
        let Some(text) = CommitText::parse(&commit) else { break };
        next = text.parents.first().and_then(|parent| ObjectId::from_hex(parent).ok());
        let Some(day) = day(text.committer) else { continue };
        let root = ObjectId::from_hex(text.tree).ok();
        let Some(tree) = root.and_then(|root| below(&repository, root, inside)) else { continue };
        let same = |last: Date| match every {
            Every::Day => last == day,
            Every::Week => Week::of(last) == Week::of(day),
        };
        // Newest first: the first seen of a week is its last. Clocks that ran ahead are passed over.
        match found.last().copied() {
            Some((last, _)) if same(last) || day > last => {}
            _ => found.push((day, tree)),
        }
    }
    found.reverse();
    found.dedup_by(|later, earlier| later.1 == earlier.1);
    Ok(Snapshots { repository, found, written: BTreeMap::new() })
}

impl Snapshots {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Makes `folder` hold the snapshot `at` and nothing else that an earlier call wrote there; gives its day. Links and
    /// names that would lead out of the folder are left out.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn unpack(&mut self, at: usize, folder: &Path) -> io::Result<Option<Date>> {
        let Some((day, tree)) = self.found.get(at).copied() else { return Ok(None) };
        let mut wanted = BTreeMap::new();
        self.list(tree, &mut PathBuf::new(), &mut wanted);
        for gone in self.written.keys().filter(|path| !wanted.contains_key(*path)) {
            fs::remove_file(folder.join(gone))?;
        }
        for (path, id) in wanted.iter().filter(|(path, id)| self.written.get(*path) != Some(id)) {
            let Some(bytes) = object(&self.repository, *id, Kind::Blob) else { continue };
            let file = folder.join(path);
            if let Some(above) = file.parent() {
                fs::create_dir_all(above)?;
            }
            fs::write(file, bytes)?;
        }
        self.written = wanted;
        Ok(Some(day))
    }

    fn list(&self, tree: ObjectId, above: &mut PathBuf, wanted: &mut BTreeMap<PathBuf, ObjectId>) {
        let Some(bytes) = object(&self.repository, tree, Kind::Tree) else { return };
        for entry in Entries::new(&bytes, self.repository.object_hash().len_in_bytes()).map_while(Result::ok) {
            let Some(name) = std::str::from_utf8(entry.name).ok().filter(|name| is_plain(name)) else { continue };
            let Ok(id) = ObjectId::try_from(entry.id) else { continue };
            above.push(name);
            match entry.mode {
                Mode::Tree => self.list(id, above, wanted),
                Mode::Link => {}
                mode if mode.is_blob() => {
                    wanted.insert(above.clone(), id);
                }
                _ => {}
            }
            above.pop();
        }
    }
}

/// A name of one part, which leads nowhere else on any system.
fn is_plain(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.eq_ignore_ascii_case(".git") && !name.contains(['/', '\\', ':', '\0'])
}

fn day(signature: &[u8]) -> Option<Date> {
    let text = String::from_utf8_lossy(signature);
    let seconds: i64 = text.rsplit(' ').nth(1)?.parse().ok()?;
    Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date())
}

/// The tree of a folder inside another.
fn below(repository: &Repository, root: ObjectId, inside: &Path) -> Option<ObjectId> {
    let mut at = root;
    for part in inside.components() {
        let name = part.as_os_str().as_encoded_bytes();
        let tree = object(repository, at, Kind::Tree)?;
        let entry = Entries::new(&tree, repository.object_hash().len_in_bytes())
            .map_while(Result::ok)
            .find(|entry| entry.name == name && entry.mode.is_tree())?;
        at = ObjectId::try_from(entry.id).ok()?;
    }
    Some(at)
}

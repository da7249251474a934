//! Entries on disk. An entry is written beside its place and moved there whole, and is read only where its sum is
//! right: two processes and a kill at any moment leave either the whole entry or none.

use std::{
    fs::{self, File, FileTimes},
    hash::{BuildHasher, Hasher, RandomState},
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Once},
    time::{Duration, SystemTime},
};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::key::Key;

/// Version of the way entries are written.
const VERSION: &str = "v1";
/// Most bytes that entries may take together; those used longest ago go first.
const MOST: u64 = 2 << 30;
/// Entries not used for this long go.
const UNUSED: Duration = Duration::from_secs(60 * 24 * 60 * 60);
/// After this time a file that was never moved to its place is left from a process that is gone.
const LEFT: Duration = Duration::from_secs(60 * 60);

/// A folder of entries by key. Anything in it may be deleted at any time.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
    program: String,
    now: SystemTime,
    tidied: Arc<Once>,
}

impl Cache {
    /// A cache in `folder`, which is made when something is kept. `program` tells the program apart from other
    /// versions of it: what one has kept no other reads. `now` is the time entries are used at.
    pub fn at(folder: impl Into<PathBuf>, program: impl Into<String>, now: Timestamp) -> Self {
        Self { folder: folder.into(), program: program.into(), now: now.into(), tidied: Arc::new(Once::new()) }
    }

    /// What tells this program from others.
    pub(super) fn program(&self) -> &str {
        &self.program
    }

    /// What is kept under a key. An entry that is not whole is none.
    pub(super) fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let path = self.path(key);
        let mut bytes = fs::read(&path).ok()?;
        let (sum, rest) = bytes.split_at_checked(32)?;
        if Sha256::digest(rest)[..] != *sum {
            return None;
        }
        bytes.drain(..32);
        // Its time of change is the time of its last use; where that cannot be set, it only goes earlier.
        let _ = File::options()
            .append(true)
            .open(&path)
            .and_then(|file| file.set_times(FileTimes::new().set_modified(self.now)));
        Some(bytes)
    }

    /// Keeps bytes under a key, and tidies up the first time. A cache that cannot be written is none: no error.
    pub(super) fn put(&self, key: &Key, bytes: &[u8]) {
        let path = self.path(key);
        let Some(folder) = path.parent() else { return };
        // Keys that the system makes new each time: no two processes and threads write one file.
        let own = RandomState::new().build_hasher().finish();
        let beside = folder.join(format!(".{own:016x}.new"));
        let written = make_private(&self.folder).and_then(|()| fs::create_dir_all(folder)).and_then(|()| {
            let mut file = private_file(&beside)?;
            file.write_all(&Sha256::digest(bytes))?;
            file.write_all(bytes)?;
            drop(file);
            fs::rename(&beside, &path)
        });
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        self.tidied.call_once(|| self.tidy());
    }

    /// Removes what was not used for long, what is over the room there is, and what other versions left.
    pub fn tidy(&self) {
        let older = |at: SystemTime, than: Duration| self.now.duration_since(at).is_ok_and(|age| age > than);
        let mut entries = Vec::new();
        for path in files(&self.folder) {
            let Ok(known) = path.metadata() else { continue };
            let changed = known.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            let unfinished = path.extension().is_some_and(|ending| ending == "new");
            let foreign = !path.starts_with(self.folder.join(VERSION));
            if older(changed, if unfinished { LEFT } else { UNUSED }) || foreign {
                let _ = fs::remove_file(&path);
            } else if !unfinished {
                entries.push((changed, known.len(), path));
            }
        }
        entries.sort();
        let mut total: u64 = entries.iter().map(|(_, size, _)| size).sum();
        for (_, size, path) in entries {
            if total <= MOST {
                break;
            }
            if fs::remove_file(path).is_ok() {
                total -= size;
            }
        }
    }

    fn path(&self, key: &Key) -> PathBuf {
        let name = key.to_string();
        self.folder.join(VERSION).join(&name[..2]).join(&name[2..])
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn private_file(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> std::io::Result<File> {
    File::options().write(true).create_new(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(folder: &Path) -> Cache {
        Cache::at(folder, "test", "2026-11-16T06:10:00Z".parse().unwrap())
    }

    fn key(text: &str) -> Key {
        Key::of(&at(Path::new("")), &[text.as_bytes()])
    }

    #[test]
    fn what_was_kept_is_given_back_and_a_broken_entry_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = at(&folder.path().join("deep/er"));
        assert_eq!(cache.get(&key("a")), None);
        cache.put(&key("a"), b"some facts");
        cache.put(&key("a"), b"some facts");
        assert_eq!(cache.get(&key("a")).as_deref(), Some(&b"some facts"[..]));
        assert_eq!(cache.get(&key("b")), None);
        let path = cache.path(&key("a"));
        let whole = fs::read(&path).unwrap();
        for broken in [&whole[..10], &whole[..whole.len() - 1], &[&whole[..], b"x"].concat(), b""] {
            fs::write(&path, broken).unwrap();
            assert_eq!(cache.get(&key("a")), None);
        }
        fs::remove_dir_all(folder.path()).unwrap();
        assert_eq!(cache.get(&key("a")), None);
        cache.put(&key("a"), b"again");
        assert_eq!(cache.get(&key("a")).as_deref(), Some(&b"again"[..]));
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a-file");
        fs::write(&file, "").unwrap();
        let cache = at(&file);
        cache.put(&key("a"), b"x");
        cache.tidy();
        assert_eq!(cache.get(&key("a")), None);
    }

    #[test]
    fn what_is_old_left_or_of_another_version_goes() {
        let folder = tempfile::tempdir().unwrap();
        let cache = at(folder.path());
        for name in ["kept", "old"] {
            cache.put(&key(name), name.as_bytes());
        }
        let age = |path: &Path, days: u64| {
            let at = cache.now - Duration::from_secs(days * 24 * 60 * 60);
            File::options().append(true).open(path).unwrap().set_modified(at).unwrap();
        };
        age(&cache.path(&key("old")), 61);
        let left = folder.path().join("v1/.7-0.new");
        let fresh = folder.path().join("v1/.8-0.new");
        let foreign = folder.path().join("v0");
        for file in [&left, &fresh, &foreign] {
            fs::write(file, "half").unwrap();
        }
        age(&left, 1);
        age(&fresh, 0);
        age(&cache.path(&key("kept")), 0);
        cache.tidy();
        assert!(!left.exists() && !foreign.exists() && fresh.exists());
        assert_eq!((cache.get(&key("old")), cache.get(&key("kept")).is_some()), (None, true));
    }

    #[test]
    fn many_writers_of_one_entry_leave_it_whole() {
        let folder = tempfile::tempdir().unwrap();
        let cache = at(folder.path());
        let bytes = vec![7_u8; 1 << 20];
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..8 {
                        cache.put(&key("a"), &bytes);
                        assert_eq!(cache.get(&key("a")).as_deref(), Some(&bytes[..]));
                    }
                });
            }
        });
        assert_eq!(files(folder.path()).len(), 1);
    }
}

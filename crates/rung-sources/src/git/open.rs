//! Opening a repository without trusting it: no hooks, no commands, no included files.

use std::path::{Path, PathBuf};

use gix::{
    Repository, ThreadSafeRepository, discover::upwards, odb::pack::cache::lru::MemoryCappedHashmap, open::Options,
    sec::trust::Mapping,
};
use thiserror::Error;

/// Why a repository cannot be read at all.
#[derive(Debug, Error)]
pub enum GitError {
    /// There is no repository.
    #[error("{} is not a git repository; name the directory of a checkout, a bare repository or a `.git`", .0.display())]
    NotARepository(PathBuf),
    /// There is one, and it does not open.
    #[error("{} could not be opened as a git repository: {reason}; `git fsck` in it may tell more", .path.display())]
    Unreadable {
        /// The directory as it was named.
        path: PathBuf,
        /// What the reader says is wrong.
        reason: String,
    },
}

/// The largest single object that is read, in bytes; a larger one counts as unreadable.
/// A damaged header may claim any size, and this one is allocated before it is found out.
const LARGEST_OBJECT: &str = "gitoxide.objects.allocLimit=268435456";

/// An open repository and what it is called.
pub(crate) struct Opened {
    /// The repository, shared between threads.
    pub(crate) shared: ThreadSafeRepository,
    /// The directory as the user named it.
    pub(crate) named: String,
    /// The last part of its path.
    pub(crate) name: String,
}

impl Opened {
    /// A handle for one thread that remembers up to `memory` bytes of unpacked objects, and
    /// never looks for packs a second time: in a partial clone each missing object would.
    pub(crate) fn handle(&self, memory: usize) -> Repository {
        let mut repository = self.shared.to_thread_local();
        repository.objects.refresh_never();
        repository.objects.set_pack_cache(move || Box::new(MemoryCappedHashmap::new(memory)));
        repository
    }

    /// Bytes each of `threads` threads may remember: 32 MiB on two cores, less on many.
    /// Twice as much saves no time that can be measured, and costs a quarter of the memory
    /// a history of 100,000 commits may take (300 MB).
    pub(crate) fn memory_of_one(&self, threads: usize) -> usize {
        (64 << 20) / threads.max(2)
    }
}

/// Opens the repository at `dir` (a checkout, a bare directory or a `.git`), not above it.
pub(crate) fn open(dir: &Path) -> Result<Opened, GitError> {
    let options = Options::isolated().config_overrides([LARGEST_OBJECT]);
    let shared = ThreadSafeRepository::open_opts(dir, options).map_err(|error| {
        if gix::discover::is_git(&dir.join(".git")).is_err() && gix::discover::is_git(dir).is_err() {
            GitError::NotARepository(dir.to_owned())
        } else {
            GitError::Unreadable { path: dir.to_owned(), reason: error.to_string() }
        }
    })?;
    Ok(Opened { shared, named: dir.display().to_string(), name: name_of(dir) })
}

/// The repository's name: the last part of its path, without `.git`.
fn name_of(dir: &Path) -> String {
    let full = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    let own = if full.ends_with(".git") { full.parent().unwrap_or(&full) } else { &full };
    let last = own.file_name().map_or_else(|| "repository".into(), |name| name.to_string_lossy());
    last.strip_suffix(".git").filter(|stem| !stem.is_empty()).unwrap_or(&last).to_owned()
}

/// The directory to give to [`crate::git::read`] for the repository that `dir` lies in:
/// its work tree, or the bare directory itself. `None` where `dir` lies in none.
pub fn discover(dir: &Path) -> Option<PathBuf> {
    let (path, _trust) = gix::discover::upwards_opts(dir, upwards::Options::default()).ok()?;
    let (git_dir, work_tree) = path.into_repository_and_work_tree_directories();
    Some(work_tree.unwrap_or(git_dir))
}

/// The addresses the owner of the repository at `dir` commits with: `user.email`,
/// `author.email` and `committer.email` of its settings and of the user's own,
/// lower-cased, each once, the most specific first. Empty where none is set.
///
/// Only files are read; `include` is followed as git does, so that an address
/// set for some directories only is found. Where `dir` lies in no repository, the user's own
/// settings are read alone.
pub fn config_addresses(dir: &Path) -> Vec<String> {
    let by_trust = || Mapping::<Options>::default();
    let Ok(shared) = ThreadSafeRepository::discover_opts(dir, upwards::Options::default(), by_trust()) else {
        let own = gix::config::File::from_globals().unwrap_or_default();
        return addresses(|key| own.string(key).map(|value| value.to_string()));
    };
    let repository = shared.to_thread_local();
    let config = repository.config_snapshot();
    addresses(|key| config.string(key).map(|value| value.to_string()))
}

/// The addresses settings name, lower-cased, each once, the most specific first.
fn addresses(setting: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for key in ["user.email", "author.email", "committer.email"] {
        let address = setting(key).unwrap_or_default().trim().to_lowercase();
        if !address.is_empty() && !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

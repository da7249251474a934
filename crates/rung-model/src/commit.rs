//! A commit as evidence: who, which paths, and what kind of commit it is.

use std::sync::Arc;

use crate::account::Account;

/// Kinds of paths a commit touched, as a small set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PathClasses(pub u16);

impl PathClasses {
    /// Source code.
    pub const CODE: Self = Self(1);
    /// Tests.
    pub const TESTS: Self = Self(1 << 1);
    /// Documentation.
    pub const DOCS: Self = Self(1 << 2);
    /// Architecture decision records.
    pub const DECISIONS: Self = Self(1 << 3);
    /// Design documents and proposals.
    pub const DESIGN: Self = Self(1 << 4);
    /// Build, continuous integration, deployment, infrastructure.
    pub const INFRASTRUCTURE: Self = Self(1 << 5);
    /// Everything else: images, vendored or generated files, lock files.
    pub const OTHER: Self = Self(1 << 6);

    /// Each class with its machine name.
    pub const NAMED: [(Self, &'static str); 7] = [
        (Self::CODE, "code"),
        (Self::TESTS, "tests"),
        (Self::DOCS, "docs"),
        (Self::DECISIONS, "decisions"),
        (Self::DESIGN, "design"),
        (Self::INFRASTRUCTURE, "infrastructure"),
        (Self::OTHER, "other"),
    ];

    /// The union of both sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True where all of `other` is in this set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True where this set is not empty and lies within `other`.
    pub const fn only(self, other: Self) -> bool {
        self.0 != 0 && self.0 & !other.0 == 0
    }

    /// The machine names in this set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED.into_iter().filter(move |(class, _)| self.has(*class)).map(|(_, name)| name)
    }
}

/// Whether a commit is itself, or stands for others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Its own piece of work.
    #[default]
    Original,
    /// The same patch as another commit already counted (rebase, cherry-pick).
    CopyOf(String),
    /// A squash whose own commits are known and counted instead.
    SquashOf(Vec<String>),
    /// Looks like a squash; its commits are not known.
    Squash,
}

/// What is known of one commit. Messages are read for trailers and then dropped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commit {
    /// Name of the repository: the last part of its path.
    pub repository: Arc<str>,
    /// Full object id, hexadecimal.
    pub id: String,
    /// Full object ids of the parents.
    pub parents: Vec<String>,
    /// Author after `.mailmap`.
    pub author: Arc<Account>,
    /// Committer after `.mailmap`.
    pub committer: Arc<Account>,
    /// `Co-authored-by` accounts after `.mailmap`, people only.
    pub co_authors: Vec<Arc<Account>>,
    /// `Reviewed-by` accounts after `.mailmap`, people only.
    pub reviewers: Vec<Arc<Account>>,
    /// Paths changed against the first parent; `None` where they were not asked for.
    pub paths: Option<Vec<String>>,
    /// Kinds of paths changed; empty where paths were not read.
    pub classes: PathClasses,
    /// Lines added and removed, where they were asked for and every blob is there.
    pub lines: Option<(u32, u32)>,
    /// Made by or with a coding agent.
    pub assisted: bool,
    /// Author is on the bot list or ends in `[bot]`.
    pub bot: bool,
    /// Minutes from author date to committer date; over 1,440 is low quality.
    pub lag_minutes: i64,
    /// Whether it stands for other commits, or another stands for it.
    pub standing: Standing,
}

impl Commit {
    /// True for a commit with several parents.
    pub fn is_merge(&self) -> bool {
        self.parents.len() > 1
    }
}

//! `rung owners` as JSON.

use rung_sources::owners::Ownership;
use schemars::JsonSchema;
use serde::Serialize;

use crate::owners::{self, Answer};

/// `rung owners`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung owners, version 1")]
pub struct Owners {
    /// Version of this document.
    pub version: u32,
    /// The file that was read.
    pub file: String,
    /// How many patterns it has.
    pub patterns: usize,
    /// Counts of all paths.
    pub total: Count,
    /// Counts by class of path.
    pub classes: Vec<Class>,
    /// Paths by owner.
    pub owners: Vec<Owner>,
    /// Each path that was asked for; of a whole repository, those that are owned by nobody.
    pub paths: Vec<Path>,
}

/// How many paths are whose.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Count {
    /// Owned by somebody.
    pub owned: usize,
    /// Taken out of ownership by a line.
    pub explicitly_unowned: usize,
    /// No line speaks of them.
    pub unmatched: usize,
}

/// A class of paths.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Class {
    /// `code`, `tests`, `docs`, `decisions`, `design`, `infrastructure` or `other`.
    pub class: String,
    /// Counts.
    #[serde(flatten)]
    pub count: Count,
}

/// An owner with how many paths are theirs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Owner {
    /// As the file writes it.
    pub owner: String,
    /// Paths.
    pub paths: usize,
}

/// One path.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Path {
    /// The path.
    pub path: String,
    /// Its classes.
    pub classes: Vec<String>,
    /// `owned`, `explicitly_unowned` or `unmatched`.
    pub state: String,
    /// Its owners.
    pub owners: Vec<String>,
    /// The line that decides.
    pub line: Option<usize>,
}

impl From<owners::Count> for Count {
    fn from(count: owners::Count) -> Self {
        Self { owned: count.owned, explicitly_unowned: count.unowned, unmatched: count.unmatched }
    }
}

impl From<&owners::Line> for Path {
    fn from(line: &owners::Line) -> Self {
        let (state, owners, at) = match &line.ownership {
            Ownership::Owned(owners, at) => ("owned", owners.iter().map(ToString::to_string).collect(), Some(*at)),
            Ownership::ExplicitlyUnowned(at) => ("explicitly_unowned", Vec::new(), Some(*at)),
            Ownership::Unmatched => ("unmatched", Vec::new(), None),
        };
        let classes = line.class.names().map(str::to_owned).collect();
        Self { path: line.path.clone(), classes, state: state.to_owned(), owners, line: at }
    }
}

impl Owners {
    /// The document; `whole` where a whole repository was looked at.
    pub fn of(answer: &Answer, whole: bool) -> Self {
        let shown = answer.lines.iter().filter(|line| !whole || !matches!(line.ownership, Ownership::Owned(..)));
        let class = |(class, count): (&str, owners::Count)| Class { class: class.to_owned(), count: count.into() };
        let owner = |(owner, paths): (String, usize)| Owner { owner, paths };
        Self {
            version: super::VERSION,
            file: answer.file.clone(),
            patterns: answer.patterns,
            total: answer.total().into(),
            classes: answer.by_class().into_iter().map(class).collect(),
            owners: answer.by_owner().into_iter().map(owner).collect(),
            paths: shown.map(Path::from).collect(),
        }
    }
}

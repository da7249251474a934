//! What to ask of a repository.

use jiff::Timestamp;

/// How much to tell of the paths a commit changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PathDetail {
    /// Nothing: people and trailers only.
    None,
    /// The classes of the paths.
    #[default]
    Classes,
    /// The classes and every path.
    Full,
}

/// Which branches to read besides the history of HEAD.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Branches {
    /// The local branches too where there is a work tree, HEAD alone in a bare directory.
    #[default]
    Auto,
    /// The history of HEAD alone.
    Head,
    /// The local branches too.
    All,
}

/// What to read. The default is everyone's whole history with classes of paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// First moment of the window; `None` for the beginning of the history.
    pub since: Option<Timestamp>,
    /// The moment after the last; `None` for its end.
    pub until: Option<Timestamp>,
    /// Whose rows to return, by keys of accounts after `.mailmap`; `None` for everyone's.
    pub addresses: Option<Vec<String>>,
    /// How much to tell of paths.
    pub paths: PathDetail,
    /// Whether to count the lines added and removed; costs more than all the rest.
    pub lines: bool,
    /// Which branches to read.
    pub branches: Branches,
}

impl Query {
    /// True where `at` lies in the window.
    pub fn covers(&self, at: Timestamp) -> bool {
        self.since.is_none_or(|since| since <= at) && self.until.is_none_or(|until| at < until)
    }
}

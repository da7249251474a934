//! Time a person logged by hand.

use std::sync::Arc;

use crate::kind::Kind;

/// One entry of a days file: minutes of an activity on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// What the person said it was.
    pub kind: Kind,
    /// The file it stands in.
    pub file: Arc<str>,
    /// Line of the entry, from 1.
    pub line: usize,
    /// True where the person says the day is logged whole: then it calibrates.
    pub whole_day: bool,
    /// The person's own note.
    pub note: Option<String>,
}

//! What a source can ever see. Without it nobody can tell "did not happen" from "cannot be seen".

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use crate::activity::Activity;

/// The shapes of source there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// A git repository.
    Git,
    /// An iCalendar file.
    Calendar,
    /// Days logged by hand.
    Days,
}

impl SourceKind {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Git => "git",
            Self::Calendar => "calendar",
            Self::Days => "days",
        }
    }

    /// The name people read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Git => "Git",
            Self::Calendar => "Calendar",
            Self::Days => "Days logged by hand",
        }
    }
}

/// What one source handed over and what it can ever see.
#[derive(Clone, Debug, PartialEq)]
pub struct Manifest {
    /// Stable id: `git:NAME`, `calendar:NAME`, `days:NAME`.
    pub id: Arc<str>,
    /// Its shape.
    pub kind: SourceKind,
    /// The file or directory as the user named it.
    pub path: String,
    /// First and last day it has facts for; `None` where it has none.
    pub days: Option<(Date, Date)>,
    /// The newest fact in it.
    pub newest: Option<Timestamp>,
    /// Activities it can ever see.
    pub sees: Vec<Activity>,
    /// In words: what it can see.
    pub can_see: &'static str,
    /// In words: what it can never see.
    pub never_sees: &'static str,
    /// How many rows of evidence it gave.
    pub rows: usize,
}

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
    /// GitHub: webhook deliveries or a REST export.
    GitHub,
    /// GitLab: webhook deliveries, a REST export, or an issue list as CSV.
    GitLab,
    /// Gitea or Forgejo: webhook deliveries or a REST export.
    Gitea,
    /// Jira: issues with changes, comments and worklogs, as JSON or CSV.
    Jira,
    /// Linear: issues as JSON or CSV.
    Linear,
    /// A plain time log as CSV.
    TimeLog,
    /// Timewarrior.
    Timewarrior,
    /// ActivityWatch.
    ActivityWatch,
    /// Toggl Track.
    Toggl,
}

impl SourceKind {
    /// Every shape, in display order.
    pub const ALL: [Self; 12] = [
        Self::Git,
        Self::Calendar,
        Self::Days,
        Self::GitHub,
        Self::GitLab,
        Self::Gitea,
        Self::Jira,
        Self::Linear,
        Self::TimeLog,
        Self::Timewarrior,
        Self::ActivityWatch,
        Self::Toggl,
    ];

    /// The shape with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Git => "git",
            Self::Calendar => "calendar",
            Self::Days => "days",
            Self::GitHub => "github",
            Self::GitLab => "gitlab",
            Self::Gitea => "gitea",
            Self::Jira => "jira",
            Self::Linear => "linear",
            Self::TimeLog => "timelog",
            Self::Timewarrior => "timewarrior",
            Self::ActivityWatch => "activitywatch",
            Self::Toggl => "toggl",
        }
    }

    /// The name people read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Git => "Git",
            Self::Calendar => "Calendar",
            Self::Days => "Days logged by hand",
            Self::GitHub => "GitHub",
            Self::GitLab => "GitLab",
            Self::Gitea => "Gitea",
            Self::Jira => "Jira",
            Self::Linear => "Linear",
            Self::TimeLog => "Time log",
            Self::Timewarrior => "Timewarrior",
            Self::ActivityWatch => "ActivityWatch",
            Self::Toggl => "Toggl Track",
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

//! A piece of work as a forge or a tracker keeps it: a pull request, an issue, a release.

use std::sync::Arc;

use crate::account::Account;

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkItemKind {
    /// A pull or merge request.
    PullRequest,
    /// An issue, story, task, epic.
    Issue,
    /// A thread of discussion that is no issue.
    Discussion,
    /// A published release.
    Release,
    /// A deployment or a rollout.
    Deployment,
    /// A document or wiki page.
    Document,
    /// An incident or alert.
    Incident,
}

impl WorkItemKind {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::PullRequest => "pull_request",
            Self::Issue => "issue",
            Self::Discussion => "discussion",
            Self::Release => "release",
            Self::Deployment => "deployment",
            Self::Document => "document",
            Self::Incident => "incident",
        }
    }

    /// The name people read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PullRequest => "pull request",
            Self::Issue => "issue",
            Self::Discussion => "discussion",
            Self::Release => "release",
            Self::Deployment => "deployment",
            Self::Document => "document",
            Self::Incident => "incident",
        }
    }
}

/// One work item; shared between the facts about it.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkItem {
    /// What sort of thing it is.
    pub kind: WorkItemKind,
    /// Where it lives: `harbour/ledger` at a forge, the project's key at a tracker.
    pub project: Arc<str>,
    /// Its name there: `#12`, `PAY-7`, `v1.2`.
    pub key: Arc<str>,
    /// Its title, where the source has one.
    pub title: Option<Arc<str>>,
    /// Its labels, as the source writes them.
    pub labels: Vec<Arc<str>>,
    /// The type a tracker gives it: `Bug`, `Story`, `Epic`.
    pub type_name: Option<Arc<str>>,
    /// Who opened it, where known.
    pub author: Option<Arc<Account>>,
    /// Who it is assigned to.
    pub assignees: Vec<Arc<Account>>,
    /// Full object ids of a pull request's own commits, where the source has them.
    pub commits: Vec<String>,
    /// The commit on the main line a pull request became.
    pub merged_as: Option<String>,
}

impl WorkItem {
    /// An item of which only kind, project and key are known.
    pub fn new(kind: WorkItemKind, project: impl Into<Arc<str>>, key: impl Into<Arc<str>>) -> Self {
        Self {
            kind,
            project: project.into(),
            key: key.into(),
            title: None,
            labels: Vec::new(),
            type_name: None,
            author: None,
            assignees: Vec::new(),
            commits: Vec::new(),
            merged_as: None,
        }
    }
}

/// A field that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field: `status`, `assignee`, `label`.
    pub field: Arc<str>,
    /// Its value before; `None` where it had none or the source does not say.
    pub from: Option<Arc<str>>,
    /// Its value after; `None` where it has none.
    pub to: Option<Arc<str>>,
}

/// Something that happened to a work item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemEvent {
    /// The item.
    pub item: Arc<WorkItem>,
    /// What was changed, for a change.
    pub change: Option<Change>,
}

//! Sources that other programs recorded: forges, trackers, time logs, by their kind.

use std::{path::Path, sync::Arc};

use rung_model::{account::Account, manifest::SourceKind};

use crate::{progress::Progress, read::Read, source::Query, timelog, tracker};

/// The kinds [`read`] takes, in display order.
pub const KINDS: [SourceKind; 9] = [
    SourceKind::GitHub,
    SourceKind::GitLab,
    SourceKind::Gitea,
    SourceKind::Jira,
    SourceKind::Linear,
    SourceKind::TimeLog,
    SourceKind::Timewarrior,
    SourceKind::ActivityWatch,
    SourceKind::Toggl,
];

/// Reads a file or folder of `kind`: the facts of everyone in it. What names nobody, as most time logs do, is of
/// `person`. GitLab's list of issues as CSV is told from its other exports by its ending.
pub fn read(kind: SourceKind, path: &Path, person: &Arc<Account>, query: &Query<'_>, progress: &dyn Progress) -> Read {
    match kind {
        SourceKind::Jira | SourceKind::Linear => tracker::read(kind, path, query, progress),
        SourceKind::GitLab if is_table(path) => tracker::read(kind, path, query, progress),
        SourceKind::GitHub | SourceKind::GitLab | SourceKind::Gitea => crate::forge::read(kind, path, query, progress),
        _ => timelog::read(kind, path, person, query, progress),
    }
}

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

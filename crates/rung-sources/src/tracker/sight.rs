//! What each tracker can ever see.

use rung_model::{activity::Activity, manifest::SourceKind};

use crate::source::Sight;

/// Work on issues may be of any of these: an issue's type and labels, or a worklog's words, tell which.
const SEES: &[Activity] = &[
    Activity::Coding,
    Activity::Design,
    Activity::Testing,
    Activity::Release,
    Activity::Incident,
    Activity::Support,
    Activity::TechnicalDocs,
    Activity::Roadmap,
    Activity::Alignment,
    Activity::Capacity,
    Activity::Process,
];

/// What a source of a kind can see.
pub(super) fn sight(kind: SourceKind) -> Sight {
    let (sees, can_see, never_sees): (&[Activity], _, _) = match kind {
        SourceKind::Linear => (
            SEES,
            "issues made, changed and commented on, by whom; as CSV only who made them",
            "the time they took, work that no issue stands for, meetings and talk",
        ),
        SourceKind::GitLab => (
            SEES,
            "issues made, by whom",
            "who changed or closed them, when time was spent on them, merge requests, meetings and talk",
        ),
        _ => (
            SEES,
            "issues made, changed and commented on, and time logged on them; as CSV no changes",
            "work that no issue stands for and nobody logged, meetings and talk",
        ),
    };
    Sight { kind, sees, can_see, never_sees }
}

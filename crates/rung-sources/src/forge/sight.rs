//! What each forge can ever see.

use rung_model::{activity::Activity, manifest::SourceKind};

use crate::source::Sight;

const SEES: &[Activity] = &[
    Activity::Coding,
    Activity::CodeReview,
    Activity::Design,
    Activity::Testing,
    Activity::Release,
    Activity::Incident,
    Activity::Support,
    Activity::TechnicalDocs,
    Activity::Roadmap,
    Activity::Process,
];

/// What a source of a kind can see.
pub(super) fn sight(kind: SourceKind) -> Sight {
    Sight {
        kind,
        sees: SEES,
        can_see: "pull requests and issues opened, reviewed, commented on, changed and merged, releases, deployments, and \
            commits that were pushed",
        never_sees: "how long reading and writing took, work before the first push, meetings and talk",
    }
}

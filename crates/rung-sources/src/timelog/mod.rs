//! Time logs: plain tables, Timewarrior, ActivityWatch, Toggl Track.
//!
//! ```text
//! files.rs           a file is a page; what overlaps is told at the end
//! table/             CSV of any tool: columns by their names, each row an entry
//! timewarrior.rs     month files and exports
//! toggl.rs           JSON of its interface and its reports; its CSV is a table
//! activitywatch/     buckets of watchers: time of an app in front, while somebody was there
//! reading.rs         entry -> evidence, with an id that no file name changes
//! ```
//!
//! An entry is taken as it stands: what overlaps is resolved where days are laid out, and an entry over midnight
//! stays one stretch.

mod activitywatch;
mod entry;
mod files;
mod json;
mod length;
mod moment;
mod overlap;
mod probe;
mod reading;
mod stretch;
mod table;
mod timewarrior;
mod toggl;

use std::{path::Path, sync::Arc};

use rung_model::{account::Account, activity::Activity, manifest::SourceKind};

use self::files::Files;
pub use self::probe::probe;
use crate::{
    progress::Progress,
    read::Read,
    source::{self, Query, Sight},
};

/// Reads a time log: a file, or a folder of files. Entries are of `person`, but for those that name who they are of.
/// A kind that is no time log is read as a plain table.
pub fn read(kind: SourceKind, path: &Path, person: &Arc<Account>, query: &Query<'_>, progress: &dyn Progress) -> Read {
    source::drain(&mut Files::new(kind, path, person, *query), &sight(kind), path, query, progress)
}

/// What a time log can ever see.
fn sight(kind: SourceKind) -> Sight {
    match kind {
        SourceKind::ActivityWatch => Sight {
            kind,
            sees: &[Activity::Coding, Activity::Design, Activity::Testing, Activity::TechnicalDocs],
            can_see: "which app was in front on this computer while somebody was there",
            never_sees: "what was done in the app, and all work away from this computer",
        },
        SourceKind::Timewarrior | SourceKind::Toggl => Sight {
            kind,
            sees: Activity::ALL,
            can_see: "what the person started and stopped the clock for, of any kind",
            never_sees: "what the clock was not running for",
        },
        _ => Sight {
            kind,
            sees: Activity::ALL,
            can_see: "whatever was written into the log, of any kind",
            never_sees: "what was not written into the log",
        },
    }
}

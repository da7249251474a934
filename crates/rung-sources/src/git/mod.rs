//! Git: commits, who made them, what they touched, and what stands for what.
//!
//! One repository becomes evidence in five steps:
//!
//! | step | file | what happens |
//! |---|---|---|
//! | open | `open` | the directory is opened without hooks, commands or anyone else's settings |
//! | walk | `starts`, `history` | every commit once, newest first: people, trailers, dates |
//! | compare | `changes` | paths, classes and lines against the first parent, on all cores |
//! | weigh | `copies`, `squash` | copies and squashes stand for work told elsewhere |
//! | tell | `rows`, `manifest` | one row for each author, co-author and reviewer |
//!
//! Messages are read for trailers and a hash of the subject, then dropped (PRIVACY P9).
//! No git program is ever started. How to read fast and right: MEASURE section 5.

mod agents;
mod changes;
mod classes;
mod commit_text;
mod copies;
mod differ;
mod history;
mod ident;
mod line_count;
mod listing;
mod mailmap;
mod manifest;
mod message;
mod open;
mod patch;
mod people;
mod query;
mod rows;
mod snapshots;
mod squash;
mod starts;
mod state;
mod text;
mod trailers;
mod tree;
mod trouble;

use std::{collections::BTreeMap, path::Path, sync::Arc};

pub use listing::{Listing, class_of, file, listing};
pub use manifest::nothing;
pub use open::{GitError, config_addresses, discover};
pub use query::{Branches, PathDetail, Query};
pub(crate) use rows::fact_id as commit_fact_id;
pub use snapshots::{Every, Snapshots, snapshots};
pub use state::state;

use self::{
    differ::Differ,
    patch::Patches,
    people::People,
    rows::Wanted,
    trouble::{Trouble, Troubles},
};
use crate::{progress::Progress, read::Read};

/// Reads the repository in or at `dir` as `query` asks, telling `progress` how far it is.
///
/// An empty, shallow or damaged repository is read as far as it goes; what is missing is
/// listed in the problems of the answer. Rows outside the query's window, or of nobody asked
/// for, are not returned.
///
/// # Errors
/// [`GitError`] where `dir` holds no repository, or one that cannot be opened at all.
pub fn read(dir: &Path, query: &Query, progress: &dyn Progress) -> Result<Read, GitError> {
    let opened = open::open(dir)?;
    let mut troubles = Troubles::default();
    let repository = opened.handle(opened.memory_of_one(1) / 2);
    let starts = starts::find(&repository, query.branches, &mut troubles);
    let people = People::new(&starts::mailmap(&repository, starts.head));
    let history = history::walk(&repository, &starts, people, &mut troubles, progress);
    drop(repository);
    if history.order.is_empty() && starts.head.is_none() {
        troubles.note(Trouble::Empty, String::new());
    }
    let wanted = Wanted::find(&history, query);
    let changes = changes::read(&opened, &history, &wanted, query, &mut troubles, progress);
    let standings = {
        let memory = opened.memory_of_one(1) / 2;
        let mut patches = Patches::new(&history, Differ::new(opened.handle(memory), memory), &changes);
        let mut found = copies::find(&history, &wanted, &mut patches);
        squash::find(&history, &wanted, &mut patches, &mut found);
        found
    };
    let source: Arc<str> = format!("git:{}", opened.name).into();
    let name: Arc<str> = opened.name.as_str().into();
    let evidence = rows::tell(&history, &wanted, query, (&source, &name), changes, standings);
    let manifest = manifest::of(&source, &opened.named, &evidence);
    Ok(Read { evidence, manifest, problems: troubles.into_problems(&opened.named), unused: BTreeMap::new() })
}

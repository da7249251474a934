//! Forges: GitHub, GitLab, Gitea and Forgejo, from webhook deliveries and from what their interfaces answer.
//!
//! ```text
//! path -> files -> values (JSON, JSON lines, elements of a list)
//!      -> a delivery or a record, by its header or by what it holds
//!      -> acts (facts.rs): opened, reviewed, commented, merged, moved, released, deployed; commits as git tells them
//!      -> what is known of each work item, put together from all files
//! ```
//!
//! Bodies of comments and descriptions, and messages of commits, are never kept.

mod facts;
mod github;
mod gitlab;
mod json;
mod known;
mod sight;
mod squash;
mod stream;

use std::{collections::HashMap, path::Path, sync::Arc};

use rung_model::{
    evidence::{Evidence, Object},
    manifest::SourceKind,
    work_item::WorkItem,
};

use self::{
    facts::{Facts, ItemKey},
    stream::Stream,
};
use crate::{
    progress::{Progress, Silent},
    read::Read,
    source::{Query, drain},
    tracker::files,
};
pub use squash::settle;

/// Reads deliveries or answers of a forge at `path`, a file or a folder of files. Any kind that is no forge is read as
/// GitHub.
pub fn read(kind: SourceKind, path: &Path, query: &Query<'_>, progress: &dyn Progress) -> Read {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let facts = Facts::of(kind, format!("{}:{name}", kind.id()).into());
    finish(Stream::of(kind, path, files::files(path), facts), kind, path, query, progress)
}

fn finish(mut stream: Stream, kind: SourceKind, path: &Path, query: &Query<'_>, progress: &dyn Progress) -> Read {
    let mut read = drain(&mut stream, &sight::sight(kind), path, query, progress);
    know(&mut read.evidence, &stream.into_items());
    read
}

/// Gives every fact about a work item what is known of it from all files.
fn know(evidence: &mut [Evidence], items: &HashMap<ItemKey, Arc<WorkItem>>) {
    for fact in evidence {
        if let Object::Item(event) = &mut fact.object {
            let key = (event.item.kind, Arc::clone(&event.item.project), Arc::clone(&event.item.key));
            if let Some(item) = items.get(&key) {
                event.item = Arc::clone(item);
            }
        }
    }
}

/// Holds any bytes to the law of this room, for fuzzing: no panic, and read twice they say the same.
///
/// # Panics
/// Where the law is broken.
pub fn probe(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let kind = [SourceKind::GitHub, SourceKind::GitLab, SourceKind::Gitea][usize::from(*first) % 3];
    let days = (jiff::civil::Date::MIN, jiff::civil::Date::MAX);
    let query = Query { first: days.0, last: days.1, zone: &jiff::tz::TimeZone::UTC };
    let of = |texts: &[&[u8]]| {
        let facts = Facts::of(kind, "forge:probe".into());
        finish(Stream::of_texts(kind, texts, facts), kind, Path::new("probe"), &query, &Silent)
    };
    let (once, twice) = (of(&[rest]), of(&[rest, rest]));
    assert!(once.evidence == twice.evidence, "read twice it says something else");
}

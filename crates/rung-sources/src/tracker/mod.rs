//! Issue trackers: Jira, Linear and GitLab's issues, from the files they export.
//!
//! ```text
//! path -> files -> text (UTF-8) -> elements (JSON) --> jira, linear -----+-> facts -> pages
//!                              \-> rows (CSV) -> head -> jira, linear, gitlab /
//! ```
//!
//! Nothing here reads what people wrote in a description or a comment; a worklog's own short words are its title.

mod dates;
pub(crate) mod elements;
mod facts;
pub(crate) mod files;
mod gitlab;
mod header;
mod jira;
mod linear;
mod pool;
pub(crate) mod quote;
mod rows;
mod same;
mod sight;
mod soft;
mod stream;
mod table;
pub(crate) mod text;
pub(crate) mod walk;
mod whole_days;

use std::{path::Path, sync::Arc};

use jiff::tz::TimeZone;
use rung_model::manifest::SourceKind;

use self::{facts::Facts, stream::Stream};
use crate::{
    progress::{Progress, Silent},
    read::Read,
    source::{Query, drain},
};

/// Reads the exports of a tracker at `path`, a file or a folder of files. `kind` is Jira, Linear, or GitLab for its
/// issues as CSV; any other kind is read as Jira.
pub fn read(kind: SourceKind, path: &Path, query: &Query<'_>, progress: &dyn Progress) -> Read {
    let kind = if matches!(kind, SourceKind::Linear | SourceKind::GitLab) { kind } else { SourceKind::Jira };
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let facts = Facts::of(kind, format!("{}:{name}", kind.id()).into(), query.zone);
    let stream = Stream::of(kind, path, files::files(path), facts);
    finish(stream, kind, path, query, progress)
}

fn finish(mut stream: Stream, kind: SourceKind, path: &Path, query: &Query<'_>, progress: &dyn Progress) -> Read {
    let mut read = drain(&mut stream, &sight::sight(kind), path, query, progress);
    if !stream.tells_times() {
        whole_days::amounts(&mut read.evidence, query.zone);
    }
    let fullest = stream.fullest();
    read.evidence.iter_mut().for_each(|fact| fullest.put(&mut fact.actor));
    same::leave_out(&mut read.evidence);
    read.manifest.rows = read.evidence.len();
    read
}

/// Holds any bytes to the law of this room, for fuzzing: no panic, and read twice they say the same.
///
/// # Panics
/// Where the law is broken.
pub fn probe(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let kind = [SourceKind::Jira, SourceKind::Linear, SourceKind::GitLab][usize::from(*first) % 3];
    let once = read_text(kind, rest);
    let again = read_text(kind, rest);
    assert_eq!(once.evidence, again.evidence);
    assert_eq!(once.problems, again.problems);
    let mut twice = rest.to_vec();
    twice.push(b'\n');
    twice.extend_from_slice(rest);
    let ids = |read: &Read| read.evidence.iter().map(|fact| fact.id).collect::<Vec<_>>();
    let whole = once.problems.is_empty() && rest.first().is_some_and(|byte| matches!(byte, b'{' | b'['));
    if whole {
        assert_eq!(ids(&once), ids(&read_text(kind, &twice)), "what stands there twice counts once");
    }
}

fn read_text(kind: SourceKind, bytes: &[u8]) -> Read {
    let facts = Facts::of(kind, Arc::from(kind.id()), &TimeZone::UTC);
    let stream = Stream::of_text(kind, bytes, facts);
    let query = Query { first: jiff::civil::Date::MIN, last: jiff::civil::Date::MAX, zone: &TimeZone::UTC };
    finish(stream, kind, Path::new("text"), &query, &Silent)
}

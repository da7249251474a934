//! What becomes of the traces: changes of one to four commits, reviewed or not, landed in one
//! of two repositories directly, by rebase, by merge or as a squash.

mod landing;
mod machines;
mod pieces;

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{
    diary::{Diary, Place},
    random::Random,
};

/// Who a commit says it is by, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Name.
    pub(crate) name: String,
    /// Address.
    pub(crate) address: String,
    /// Moment.
    pub(crate) at: Timestamp,
    /// Offset east of UTC in seconds, as git writes it.
    pub(crate) offset: i32,
}

/// One commit's worth of work.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// Author.
    pub(crate) author: Signature,
    /// Where it goes.
    pub(crate) place: Place,
    /// First line of the message.
    pub(crate) subject: String,
    /// Trailers, in order.
    pub(crate) trailers: Vec<String>,
}

/// How a change reaches the main line.
#[derive(Clone, Debug)]
pub(crate) enum Landing {
    /// As committed, by the author.
    Direct,
    /// Rebased by the reviewer, who becomes the committer. True where the branch stays as it was.
    Rebased(Signature, bool),
    /// By a merge commit of the reviewer.
    Merged(Signature),
    /// As one commit by the reviewer. True where the branch stays.
    Squashed(Signature, bool),
}

/// A change on its way into a repository.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Commits, oldest first; at least one.
    pub(crate) pieces: Vec<Piece>,
    /// Name of its branch.
    pub(crate) branch: String,
    /// How it lands.
    pub(crate) landing: Landing,
    /// When it lands.
    pub(crate) lands: Timestamp,
}

/// The changes of each repository in the order they land.
pub(crate) fn histories(seed: u64, diaries: &BTreeMap<&'static str, Diary>) -> BTreeMap<&'static str, Vec<Change>> {
    let (waiting, reviews) = pieces::gather(seed, diaries);
    let mut random = Random::of(seed, &["landing"]);
    let mut histories = landing::land(&mut random, waiting, &reviews);
    for (repository, changes) in &mut histories {
        changes.extend(machines::changes(seed, repository));
        changes.sort_by(|a, b| (a.lands, &a.branch).cmp(&(b.lands, &b.branch)));
    }
    histories
}

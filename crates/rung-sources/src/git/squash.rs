//! Squashes: one commit on the main line that stands for the commits of a branch.
//!
//! Where the branch is still there its commits are told and the squash stands for them
//! (MEASURE 11.7). Where it is not, a commit that looks like a forge's squash is marked.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::commit::Standing;

use super::{
    history::{CommitNumber, History, Node},
    message::SquashMark,
    patch::{Patch, Patches},
    rows::Wanted,
};

/// A branch outside HEAD's history.
struct Branch {
    /// Its commits without merges, oldest first.
    commits: Vec<CommitNumber>,
    /// What it changes since it left the main line.
    patch: Patch,
    /// When its tip was committed.
    finished: i64,
}

/// Adds to `found` which commits of `wanted` are squashes, and of what. A commit that is known
/// to be a copy is left as it is.
pub(super) fn find(
    history: &History,
    wanted: &Wanted,
    patches: &mut Patches<'_>,
    found: &mut BTreeMap<CommitNumber, Standing>,
) {
    let head: BTreeSet<CommitNumber> = if history.tips.is_empty() {
        BTreeSet::new()
    } else {
        history.order[..history.of_head].iter().copied().collect()
    };
    for tip in &history.tips {
        if let Some(branch) = branch(history, patches, &head, *tip)
            && let Some((squash, standing)) = squash_of(history, wanted, patches, (&branch, &head), found)
        {
            found.insert(squash, standing);
        }
    }
    for number in wanted.numbers() {
        if history.node(*number).is_some_and(|node| looks_like_one(history, node)) {
            found.entry(*number).or_insert(Standing::Squash);
        }
    }
}

/// True for a commit made by a forge's squash button, as far as it can be seen.
fn looks_like_one(history: &History, node: &Node) -> bool {
    node.parents.len() == 1
        && match node.squash {
            SquashMark::None => false,
            SquashMark::Number => history.people.get(node.committer).forge,
            SquashMark::Sure => true,
        }
}

/// The branch that ends at `tip`; `None` where it never was on the main line or is one commit
/// of several parents.
fn branch(
    history: &History,
    patches: &mut Patches<'_>,
    head: &BTreeSet<CommitNumber>,
    tip: CommitNumber,
) -> Option<Branch> {
    let mut own = BTreeSet::from([tip]);
    let mut queue = vec![tip];
    let mut left_at: Option<CommitNumber> = None;
    while let Some(number) = queue.pop() {
        let node = history.node(number)?;
        for parent in &node.parents {
            if head.contains(parent) {
                // Where the main line was merged into the branch, the newest merge counts.
                let newer = |other: CommitNumber| committed(history, *parent) > committed(history, other);
                if left_at.is_none_or(newer) {
                    left_at = Some(*parent);
                }
            } else if own.insert(*parent) {
                queue.push(*parent);
            }
        }
    }
    let base = history.node(left_at?)?;
    let patch = patches.between(Some(&base.tree), &history.node(tip)?.tree)?;
    let mut commits: Vec<CommitNumber> =
        own.into_iter().filter(|number| history.node(*number).is_some_and(|node| node.parents.len() < 2)).collect();
    commits.sort_by_key(|number| (committed(history, *number), std::cmp::Reverse(*number)));
    (!patch.is_empty() && !commits.is_empty()).then(|| Branch { commits, patch, finished: committed(history, tip) })
}

/// The commit of the main line that stands for `branch`.
fn squash_of(
    history: &History,
    wanted: &Wanted,
    patches: &mut Patches<'_>,
    (branch, head): (&Branch, &BTreeSet<CommitNumber>),
    found: &BTreeMap<CommitNumber, Standing>,
) -> Option<(CommitNumber, Standing)> {
    let authors: BTreeSet<_> =
        branch.commits.iter().filter_map(|number| history.node(*number)).map(|node| node.author).collect();
    let print = branch.patch.print();
    for number in wanted.numbers().iter().filter(|number| head.contains(number)) {
        let Some(node) = history.node(*number) else { continue };
        let by_them = authors.contains(&node.author)
            || node.credits.as_ref().is_some_and(|credits| credits.co_authors.iter().any(|id| authors.contains(id)));
        if node.parents.len() != 1
            || node.committed.seconds < branch.finished
            || !(by_them || looks_like_one(history, node))
            || found.contains_key(number)
            || patches.print(*number) != Some(print)
        {
            continue;
        }
        let Some(patch) = patches.of(*number) else { continue };
        if patch.same_outcome(&branch.patch) || patches.same_lines(&patch, &branch.patch) {
            let standing = match branch.commits.as_slice() {
                [only] => Standing::CopyOf(history.hex(*only)),
                several => Standing::SquashOf(several.iter().map(|number| history.hex(*number)).collect()),
            };
            return Some((*number, standing));
        }
    }
    None
}

fn committed(history: &History, number: CommitNumber) -> i64 {
    history.node(number).map_or(i64::MIN, |node| node.committed.seconds)
}

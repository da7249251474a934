//! Rebased and cherry-picked copies: the same work committed again is told once.
//!
//! A rebase keeps author, author date and subject. Scripts make commits that share all three
//! as well, so equal keys alone prove nothing; MEASURE section 5 wants each commit once, and
//! a false merge would lose work.

use std::collections::{BTreeMap, HashSet};

use rung_model::commit::Standing;

use super::{
    history::{CommitNumber, History},
    ident::Moment,
    patch::{Patch, Patches},
    people::PersonId,
    rows::Wanted,
};

/// How many commits are looked at to tell whether one is an ancestor of another.
/// Copies lie close together; where the search takes longer they count as two pieces of work.
const FARTHEST: usize = 50_000;

/// What a rebase leaves alone.
type Key = (PersonId, Moment, u64);

/// Which commits are copies, and of which; only works that have a commit in `wanted` are looked at.
pub(super) fn find(history: &History, wanted: &Wanted, patches: &mut Patches<'_>) -> BTreeMap<CommitNumber, Standing> {
    let key = |number: &CommitNumber| {
        let node = history.node(*number).filter(|node| node.parents.len() < 2)?;
        Some(((node.author, node.authored, node.subject), *number))
    };
    let mut keyed: Vec<(Key, CommitNumber)> = history.order.iter().filter_map(key).collect();
    keyed.sort_by_key(|(key, _)| *key);
    let mut found = BTreeMap::new();
    let worth = |group: &&[(Key, CommitNumber)]| group.len() > 1 && group.iter().any(|(_, number)| wanted.has(*number));
    for group in keyed.chunk_by(|a, b| a.0 == b.0).filter(worth) {
        let mut group: Vec<CommitNumber> = group.iter().map(|(_, number)| *number).collect();
        // The first is the one committed first; of two at once, the one HEAD reaches first.
        group.sort_by_key(|number| history.node(*number).map(|node| node.committed.seconds));
        let mut originals: Vec<(CommitNumber, Patch)> = Vec::new();
        for number in group {
            let Some(patch) = patches.of(number) else { continue };
            let original =
                originals.iter().find(|(first, whole)| is_copy(history, patches, (*first, whole), (number, &patch)));
            match original {
                Some((first, _)) => {
                    found.insert(number, Standing::CopyOf(history.hex(*first)));
                }
                None => originals.push((number, patch)),
            }
        }
    }
    found
}

/// True where `later` is the work of `first` committed again.
fn is_copy(
    history: &History,
    patches: &mut Patches<'_>,
    (first, first_patch): (CommitNumber, &Patch),
    (later, later_patch): (CommitNumber, &Patch),
) -> bool {
    if !first_patch.same_paths(later_patch) {
        return false;
    }
    // Whatever commits again keeps the author's date and sets the committer's.
    let again = [first, later]
        .into_iter()
        .any(|number| history.node(number).is_some_and(|node| node.authored.seconds != node.committed.seconds));
    if !again && first_patch.is_empty() {
        return false;
    }
    let in_line = is_ancestor(history, first, later) || is_ancestor(history, later, first);
    let same = first_patch == later_patch || patches.same_lines(first_patch, later_patch);
    if in_line { again && same && !first_patch.is_empty() } else { again || same }
}

/// True where `old` is reached from `new`, or where that cannot be told in reasonable time.
fn is_ancestor(history: &History, old: CommitNumber, new: CommitNumber) -> bool {
    let Some(limit) = history.node(old).map(|node| node.committed.seconds) else { return true };
    let mut seen = HashSet::from([new]);
    let mut queue = vec![new];
    while let Some(number) = queue.pop() {
        if number == old || seen.len() > FARTHEST {
            return true;
        }
        let Some(node) = history.node(number) else { continue };
        // A child is hardly ever committed a day before its parent, whatever the clocks say.
        if node.committed.seconds < limit - 86_400 {
            continue;
        }
        queue.extend(node.parents.iter().filter(|parent| seen.insert(**parent)));
    }
    false
}

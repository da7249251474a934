//! What stands in the tree of HEAD: the paths of all files, and the text of one.

use std::path::Path;

use gix::{
    ObjectId, Repository,
    objs::{Find, Kind},
};

use super::{
    GitError, classes,
    commit_text::CommitText,
    open,
    query::Branches,
    starts,
    tree::{Entries, Mode},
    trouble::Troubles,
};
use rung_model::commit::PathClasses;

/// Bytes of unpacked objects that are remembered.
const MEMORY: usize = 32 << 20;

/// The files of HEAD.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Paths of files and links, `/` between their parts, in git's order; bytes that are no UTF-8 are replaced.
    pub paths: Vec<String>,
    /// Folders that could not be read, such as those a partial clone left out.
    pub unread: usize,
}

/// Lists the files of HEAD, without a work tree too.
///
/// # Errors
/// [`GitError`] where `dir` holds no repository, or one that cannot be opened at all.
pub fn listing(dir: &Path) -> Result<Listing, GitError> {
    let repository = open::open(dir)?.handle(MEMORY);
    let mut listing = Listing::default();
    if let Some(tree) = tree_of_head(&repository) {
        walk(&repository, tree, &mut Vec::new(), &mut listing);
    }
    Ok(listing)
}

/// The text of a file of HEAD; `None` where it has none.
///
/// # Errors
/// As [`listing`].
pub fn file(dir: &Path, path: &str) -> Result<Option<Vec<u8>>, GitError> {
    let repository = open::open(dir)?.handle(MEMORY);
    let read = || {
        let mut at = tree_of_head(&repository)?;
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            let tree = object(&repository, at, Kind::Tree)?;
            let entry = Entries::new(&tree, repository.object_hash().len_in_bytes())
                .map_while(Result::ok)
                .find(|entry| entry.name == part.as_bytes() && entry.mode.is_tree() == parts.peek().is_some())?;
            at = ObjectId::try_from(entry.id).ok()?;
        }
        object(&repository, at, Kind::Blob)
    };
    Ok(read())
}

/// The class of a path of a repository: code, tests, decision records, design documents, infrastructure.
pub fn class_of(path: &str) -> PathClasses {
    classes::of(path.as_bytes())
}

fn tree_of_head(repository: &Repository) -> Option<ObjectId> {
    let head = starts::find(repository, Branches::Head, &mut Troubles::default()).head?;
    let commit = object(repository, head, Kind::Commit)?;
    ObjectId::from_hex(CommitText::parse(&commit)?.tree).ok()
}

fn walk(repository: &Repository, tree: ObjectId, above: &mut Vec<u8>, listing: &mut Listing) {
    let Some(bytes) = object(repository, tree, Kind::Tree) else {
        listing.unread += 1;
        return;
    };
    for entry in Entries::new(&bytes, repository.object_hash().len_in_bytes()).map_while(Result::ok) {
        let length = above.len();
        above.extend_from_slice(entry.name);
        match (entry.mode, ObjectId::try_from(entry.id)) {
            (Mode::Tree, Ok(inner)) => {
                above.push(b'/');
                walk(repository, inner, above, listing);
            }
            (mode, _) if mode.is_blob() => listing.paths.push(String::from_utf8_lossy(above).into_owned()),
            _ => {}
        }
        above.truncate(length);
    }
}

pub(super) fn object(repository: &Repository, id: ObjectId, kind: Kind) -> Option<Vec<u8>> {
    let mut buffer = Vec::new();
    let found = repository.objects.try_find(&id, &mut buffer).ok()??;
    (found.kind == kind).then(|| found.data.to_vec())
}

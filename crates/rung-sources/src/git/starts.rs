//! Where the walk starts: HEAD, branches, the place where a clone was cut, and `.mailmap`.

use gix::{
    ObjectId, Repository,
    objs::{Find, Kind},
};

use super::{
    commit_text::CommitText,
    history::Starts,
    query::Branches,
    tree,
    trouble::{Trouble, Troubles},
};

/// Finds the starting points. A reference that cannot be read is noted and left out.
pub(super) fn find(repository: &Repository, branches: Branches, troubles: &mut Troubles) -> Starts {
    let head = match repository.head().and_then(|mut head| Ok(head.try_peel_to_id()?.map(gix::Id::detach))) {
        Ok(head) => head,
        Err(_) => {
            troubles.note(Trouble::BadReference, "HEAD".to_owned());
            None
        }
    };
    let wanted = match branches {
        Branches::Head => false,
        Branches::All => true,
        Branches::Auto => repository.workdir().is_some(),
    };
    let branches = if wanted { tips(repository, troubles) } else { Vec::new() };
    Starts { head, branches, cut: cut(repository) }
}

/// The commits of all local branches, in the order of their names.
fn tips(repository: &Repository, troubles: &mut Troubles) -> Vec<ObjectId> {
    let mut found = Vec::new();
    let mut read = || -> gix::Result<()> {
        for branch in repository.references()?.local_branches()?.peeled()? {
            match branch {
                Ok(branch) => found.push(branch.id().detach()),
                Err(_) => troubles.note(Trouble::BadReference, "a branch".to_owned()),
            }
        }
        Ok(())
    };
    if read().is_err() {
        troubles.note(Trouble::BadReference, "all branches".to_owned());
    }
    found
}

/// The commits whose parents were left out when the repository was cloned.
fn cut(repository: &Repository) -> Vec<ObjectId> {
    let text = std::fs::read_to_string(repository.common_dir().join("shallow")).unwrap_or_default();
    text.lines().filter_map(|line| ObjectId::from_hex(line.trim().as_bytes()).ok()).collect()
}

/// The text of `.mailmap` in the tree of `head`; empty where there is none.
///
/// The tree is read and not the work tree: in a bare or linked directory there is none, and
/// what is checked out may lack it (MEASURE section 5).
pub(super) fn mailmap(repository: &Repository, head: Option<ObjectId>) -> Vec<u8> {
    let read = || {
        let commit = object(repository, head?, Kind::Commit)?;
        let tree = ObjectId::from_hex(CommitText::parse(&commit)?.tree).ok()?;
        let tree = object(repository, tree, Kind::Tree)?;
        let entry = tree::Entries::new(&tree, repository.object_hash().len_in_bytes())
            .map_while(Result::ok)
            .find(|entry| entry.name == b".mailmap" && !entry.mode.is_tree())?;
        object(repository, ObjectId::try_from(entry.id).ok()?, Kind::Blob)
    };
    read().unwrap_or_default()
}

/// The bytes of an object of this kind.
fn object(repository: &Repository, id: ObjectId, kind: Kind) -> Option<Vec<u8>> {
    let mut buffer = Vec::new();
    let found = repository.objects.try_find(&id, &mut buffer).ok()??;
    (found.kind == kind).then(|| found.data.to_vec())
}

//! What a reading of a repository depends on: where its walk starts, and which objects are there.

use std::{fs, path::Path};

use super::{open, query::Branches, starts, trouble::Troubles};

/// Bytes that are equal only while the repository would be read the same. `None` for one that does not open, or whose
/// references cannot all be read.
pub fn state(dir: &Path, branches: Branches) -> Option<Vec<u8>> {
    let opened = open::open(dir).ok()?;
    let repository = opened.handle(1 << 20);
    let mut troubles = Troubles::default();
    let starts = starts::find(&repository, branches, &mut troubles);
    if !troubles.into_problems(&opened.named).is_empty() {
        return None;
    }
    let mut bytes = opened.name.into_bytes();
    for ids in [&starts.head.into_iter().collect::<Vec<_>>(), &starts.branches, &starts.cut] {
        bytes.extend((ids.len() as u64).to_le_bytes());
        ids.iter().for_each(|id| bytes.extend(id.as_slice()));
    }
    // A clone that left objects out gets them in packs of their own; a pack that is lost takes objects with it.
    let packs = fs::read_dir(repository.objects.store_ref().path().join("pack"));
    let mut packs: Vec<_> = packs.into_iter().flatten().flatten().map(|entry| entry.file_name()).collect();
    packs.sort();
    for pack in packs {
        bytes.extend(pack.as_encoded_bytes());
        bytes.push(0);
    }
    Some(bytes)
}

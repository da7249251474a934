//! All entries of the lexicon in one list; an entry is known by its place in it.

use std::sync::LazyLock;

use super::{absent, building, customer, entry::Entry, hiring, other, people, ritual, strategy, traps};

/// The entries of all tables.
pub(super) static ENTRIES: LazyLock<Vec<&'static Entry>> = LazyLock::new(|| {
    [
        people::ENTRIES,
        hiring::ENTRIES,
        building::ENTRIES,
        ritual::ENTRIES,
        strategy::ENTRIES,
        customer::ENTRIES,
        other::ENTRIES,
        absent::ENTRIES,
        traps::ENTRIES,
    ]
    .into_iter()
    .flatten()
    .collect()
});

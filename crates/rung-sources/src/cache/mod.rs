//! A local cache of what sources gave: a second report over the same files need not read them again.
//!
//! ```text
//! contents of a source + what was asked of it + this very program -> key -> an entry, or none
//! ```
//!
//! An entry is found by the sum of all it depends on, so it is never out of date; it is written once, whole, and is
//! read only where its own sum is right. Deleting any of it at any time costs a reading and nothing else.

mod entry;
mod facts;
mod key;
mod parts;
mod reader;
mod single;
mod store;
mod writer;

pub use key::{Key, contents};
pub use parts::{Part, Parts};
pub use single::{about_from_bytes, about_to_bytes, fact_from_bytes, fact_to_bytes};
pub use store::Cache;

use self::{reader::Reader, writer::Writer};
use crate::read::Read;

/// What some sources handed over, with the names that were worked out from them.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// One a source, in their order.
    pub reads: Vec<Read>,
    /// Names.
    pub names: Vec<String>,
}

impl Kept {
    /// What is kept under a key, else what `read` gives, which is kept. Without a cache or a key it is read.
    pub fn or_read<E>(
        cache: Option<&Cache>,
        key: Option<Key>,
        read: impl FnOnce() -> Result<Self, E>,
    ) -> Result<Self, E> {
        let Some((cache, key)) = cache.zip(key) else { return read() };
        if let Some(kept) = cache.get(&key).and_then(|bytes| Self::from_bytes(&bytes)) {
            return Ok(kept);
        }
        let kept = read()?;
        cache.put(&key, &kept.to_bytes());
        Ok(kept)
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.list(&self.names, |writer, name| writer.text(name));
        writer.list(&self.reads, entry::write);
        writer.into_bytes()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::of(bytes);
        let names = reader.list(Reader::owned)?;
        let reads = reader.list(entry::read)?;
        reader.is_over().then_some(Self { reads, names })
    }
}

#[cfg(test)]
mod tests;

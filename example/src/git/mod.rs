//! Git repositories: objects in one pack, references in one file.
//!
//! Objects are encoded and hashed by `gix`; nothing of the machine's own git settings can reach
//! them, so the same history gives the same bytes everywhere.

mod objects;
mod pack;
mod repository;
mod tree;

pub(crate) use repository::write;

//! One value tree with lines, read from TOML, YAML 1.2, JSON and the constants of JavaScript or
//! TypeScript, and written as TOML, YAML and JSON.
//!
//! Two nodes are equal when they say the same: lines and the order of keys do not count. Readers
//! return a tree together with every problem they can know of; an error among them means that
//! there is no tree.

mod map;
mod node;

pub(crate) use map::{Key, Map};
pub(crate) use node::{Node, Value};

/// Deepest nesting that is read: what any reader accepts, every writer can write.
pub(crate) const DEEPEST: usize = 64;

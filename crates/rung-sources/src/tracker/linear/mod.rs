//! Linear: answers of its GraphQL interface as JSON, and its own export as CSV.

mod node;
mod read;
mod row;

pub(super) use read::value;
pub(super) use row::{Columns, NEEDED};

/// Lists whose elements are read one by one.
pub(super) const LISTS: &[&str] = &["issues", "nodes"];
/// The system all accounts belong to.
const SYSTEM: &str = "linear.app";

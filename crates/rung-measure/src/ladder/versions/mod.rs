//! What changed between two versions of a framework, and which assessed people that touches.
//!
//! | file | what it holds |
//! |---|---|
//! | `record` | any record of any table as one shape: id, name, place, text, fields |
//! | `tables`, `matrix`, `claims`, `links` | every table of a framework as such records |
//! | `matching` | which record of the new version is which of the old |
//! | `diff` | added, removed, changed, renamed, moved |
//! | `touches` | the assessed people a change concerns |

mod claims;
mod diff;
mod links;
mod matching;
mod matrix;
mod record;
mod tables;
mod touches;

pub use diff::{Change, FieldChange, RecordName, VersionDiff, versions};
pub use matching::{MatchedBy, SAME_FROM};
pub use touches::{Assessed, Touch, touches};

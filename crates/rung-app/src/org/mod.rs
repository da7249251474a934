//! The organisation: who holds which role, who carries what, and a better split.
//!
//! | file | action |
//! |---|---|
//! | [`open()`] | read a roster with its framework |
//! | [`team`] | one team: people, map, role mix, split |
//! | [`consistent`] | the roster against CODEOWNERS and a Backstage catalogue |
//! | [`answers`] | what leads answered blind, and their reveal |
//! | [`import`] | a roster from another tool or a published organisation |
//! | [`lay_out`] | roster files in the layout of Rung |
//! | [`evidence`] | what a team's evidence says, from five people up |
//! | [`published`] | what was made public of eight weeks, frozen |
//! | [`contract`] | who carries what from a day on, to sign |
//! | `words` | changes, reasons and states in words |

pub mod answers;
pub mod consistent;
pub mod contract;
pub mod evidence;
pub mod import;
mod layout;
mod open;
pub mod published;
pub mod team;
pub(crate) mod words;

pub use layout::{LaidOut, files, lay_out};
pub use open::{Opened, open};
pub use words::shown;

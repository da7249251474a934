//! The example organisation: invented people, real files, known truth.
//!
//! Harbourline does not exist. From a script of who does what ([`organisation`]) this library
//! lives through a year minute by minute, and writes the traces that happen to remain as real
//! files ([`Organisation::write`]): git repositories, .ics calendars as Google and Outlook write
//! them, roster, rules and logged days. What really happened stays known ([`Truth`]), so that a
//! test can hold Rung's ranges against it.
//!
//! The same seed gives the same bytes. Nothing here knows how Rung estimates, and no product
//! code reads anything but the files.

mod big;
mod clock;
mod diary;
mod error;
mod files;
mod git;
mod history;
mod ics;
mod organisation;
mod plan;
mod random;
mod script;
mod truth;
mod written;

pub use big::{BigFiles, Size, write_big};
pub use error::ExampleError;
pub use organisation::{Organisation, SEED, organisation};
pub use truth::{TrueDay, Truth};
pub use written::{PersonFiles, Written};

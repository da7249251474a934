//! The built-in title lexicon (English): what a title alone says, or an honest abstention.
//!
//! ```text
//! "Re: [External] Weekly Incident Review Meeting"
//!   clean   Weekly Incident Review Meeting
//!   words   weekly | incident review meeting
//!   phrases incident (sure), incident review (sure)     longer hides shorter
//!   vote    every sure phrase left says "incident"      -> incident
//! ```
//!
//! A title of two ends (`"design: traits"`) is also read by its label alone. Words for time kept
//! free win over what it is kept for, and a retrospective listed beside rituals is one of them.
//!
//! Sure phrases that point to different buckets, a trap, an unknown word beside a phrase that
//! is only to be trusted alone, another script: each leads to an abstention with its reason.
//! The tables are data: one or two files per bucket, one for traps; a new entry is a line.

mod absent;
mod building;
mod clean;
mod customer;
mod entry;
mod hiring;
mod label;
mod other;
mod people;
mod phrase;
mod ritual;
mod shape;
mod strategy;
mod tables;
mod traps;
mod usual;
mod verdict;
mod words;

pub(crate) use entry::Sense;
pub(crate) use verdict::{Abstention, Humans, Lexicon, Verdict};
pub(crate) use words::words as plain_words;

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
//! Sure phrases that point to different buckets, a trap, an unknown word beside a phrase that
//! is only to be trusted alone, another script: each leads to an abstention with its reason.
//! The tables are data: one file per bucket, one for traps; a new entry is a line.

mod absent;
mod building;
mod clean;
mod entry;
mod other;
mod people;
mod phrase;
mod shape;
mod strategy;
mod traps;
mod usual;
mod verdict;
mod words;

pub(crate) use entry::Sense;
pub(crate) use verdict::{Abstention, Humans, Lexicon, Verdict};
pub(crate) use words::words as plain_words;

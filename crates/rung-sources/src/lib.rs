//! The doors into Rung: one file per format. Each returns evidence, people or
//! frameworks, with every problem found on the way and a manifest of what the
//! source can ever see.
//!
//! This crate knows no database, no markup and no arithmetic.

pub mod answers;
pub mod cache;
pub mod config;
pub mod corrections;
pub mod days;
mod document;
#[cfg(feature = "fetch")]
pub mod fetch;
pub mod forge;
pub mod framework;
pub mod git;
pub mod ics;
pub mod init;
pub mod journal;
pub mod owners;
pub mod probe;
pub mod progress;
pub mod read;
pub mod recorded;
pub mod roster;
pub mod rules;
pub mod source;
mod strict;
pub mod strip;
pub mod timelog;
pub mod tracker;
mod tree;

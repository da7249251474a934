//! The arithmetic of Rung: pure functions from evidence to a reading.
//!
//! Same evidence, same rules, same result, on any machine, in any order of input.
//! This crate knows no disk, no clock, no terminal and no markup; time and
//! randomness are arguments.

pub mod book;
pub mod bounds;
mod builtin;
pub mod calibrate;
pub mod corrections;
pub mod credible;
mod declared;
pub mod distance;
pub mod drift;
mod facts;
pub mod finding;
pub mod findings;
pub mod fit;
pub mod focus;
mod glob;
pub mod headline;
pub mod identity;
mod labels;
pub mod ladder;
pub mod layout;
mod lexicon;
mod matcher;
mod memo;
mod minute_set;
pub mod org;
pub mod own;
pub mod period;
pub mod posterior;
pub mod presence;
pub mod read;
pub mod recognise;
pub mod recognition;
pub mod relation;
pub mod roles;
mod seniority;
pub mod sentence;
pub mod shift;
mod spread;
mod structural;
pub mod sum;
pub mod totals;
pub mod unseen;
pub mod words;

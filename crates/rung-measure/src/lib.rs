//! The arithmetic of Rung: pure functions from evidence to a reading.
//!
//! Same evidence, same rules, same result, on any machine, in any order of input.
//! This crate knows no disk, no clock, no terminal and no markup; time and
//! randomness are arguments.

pub mod book;
pub mod bounds;
pub mod calibrate;
pub mod credible;
pub mod distance;
pub mod drift;
pub mod finding;
pub mod findings;
pub mod fit;
pub mod focus;
pub mod headline;
pub mod layout;
mod minute_set;
pub mod period;
pub mod posterior;
pub mod presence;
pub mod read;
pub mod recognition;
pub mod roles;
pub mod sentence;
pub mod shift;
mod spread;
pub mod sum;
pub mod totals;
pub mod unseen;
pub mod words;

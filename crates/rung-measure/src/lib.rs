//! The arithmetic of Rung: pure functions from evidence to a reading.
//!
//! Same evidence, same rules, same result, on any machine, in any order of input.
//! This crate knows no disk, no clock, no terminal and no markup; time and
//! randomness are arguments.

pub mod finding;
pub mod fit;
pub mod focus;
pub mod period;
pub mod recognition;
pub mod shift;
pub mod totals;

//! What one can do with Rung: one function per action.
//!
//! Gathers sources, asks the arithmetic, and returns answers. This crate never
//! prints, knows no command line, no markup and no clock.

pub mod answer;

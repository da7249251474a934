//! What one can do with Rung: one function per action.
//!
//! Gathers sources, asks the arithmetic, and returns answers. This crate never
//! prints, knows no command line, no markup and no clock: `now` is an argument.
//!
//! | room | action |
//! |---|---|
//! | [`report`] | where the weeks went, read against a role |
//! | [`explain`] | every minute of a day, or one event through time |
//! | [`evidence`] | the normalised facts |
//! | [`classify`] | what the rules make of a title |
//! | [`rules`] | check, try and add rules |
//! | [`owners`] | whose paths are by CODEOWNERS |
//! | [`people`] | whose accounts are whose |
//! | [`org`] | the organisation as of a day, a team's responsibilities, a better split |
//! | [`log`] | log a day by hand |
//! | [`roles`] | the catalogue: show, compare, overlap, paths, level diff, nearest |
//! | [`framework`] | import, validate, lay out, convert, compare frameworks |
//! | [`example`] | the example organisation as a request |
//! | [`server`] | everything a page or the API can do |
//! | [`access`] | who may see what: the only place that decides it |
//! | [`me`], [`request`], [`gather`] | whom to measure, what was asked, what the sources gave |
//! | [`wire`] | versioned JSON: the only types serialised outward |

pub mod access;
pub mod answer;
pub mod answers;
mod assumptions;
pub mod classify;
pub mod corrections;
pub mod dice;
pub mod error;
pub mod evidence;
pub mod example;
pub mod explain;
pub mod framework;
pub mod gather;
mod held;
pub mod log;
pub mod me;
mod measured;
pub mod org;
pub mod organisation;
pub mod owners;
pub mod people;
pub mod report;
pub mod request;
pub mod roles;
pub mod rules;
pub mod server;
mod sharpen;
pub mod wire;

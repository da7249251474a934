//! Version 1 of the wire types. Fields are only ever added.

pub mod amount;
pub mod answers;
pub mod classify;
pub mod contract;
pub mod corrections;
pub mod evidence;
pub mod explain;
pub mod fit;
pub mod framework;
pub mod import;
pub mod ladder;
pub mod org;
pub mod owners;
pub mod people;
pub mod report;
pub mod roles;
pub mod rollup;
pub mod rules;
pub mod server;
pub mod shared;
pub mod split;
pub mod team;
pub mod versions;

/// The version stamped on every document.
pub const VERSION: u32 = 1;

//! Answers as terminal text.

pub(crate) mod bar;
pub(crate) mod framework;
pub(crate) mod import;
pub(crate) mod ink;
pub(crate) mod org;
pub(crate) mod print;
pub(crate) mod report;
pub(crate) mod roles;
pub(crate) mod team;

//! Time logs of every kind: what is understood, what is told, and that no change of files changes anything.

mod activitywatch;
mod bad_input;
mod corpus;
mod laws;
mod support;
mod tables;
mod timewarrior;
mod toggl;

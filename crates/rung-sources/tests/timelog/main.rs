//! Time logs of every kind: what is understood, what is told, and that no change of files changes anything.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its files has to stop")]

mod activitywatch;
mod bad_input;
mod corpus;
mod laws;
mod support;
mod tables;
mod timewarrior;
mod toggl;

//! Forges: GitHub, GitLab and Gitea, from deliveries and answers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod corpus;
mod github;
mod gitlab;
mod laws;
mod squash;
mod support;

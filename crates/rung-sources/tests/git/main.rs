//! The git source beside git itself, on repositories made here with pinned names and dates.
//! These tests need the `git` program; Rung does not.

mod damage;
mod made;
mod mailmap;
mod oracle;
mod people;
mod standing;
mod window;

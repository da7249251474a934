//! The TOML files: roster, rules, days logged by hand.

mod days;
mod roster;
mod rules;

pub(crate) use days::{LOGGED, days};
pub(crate) use roster::roster;
pub(crate) use rules::rules;

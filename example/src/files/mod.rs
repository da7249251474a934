//! The text files: roster, rules, days logged by hand, what forge, tracker and time log tell.

mod days;
mod forge;
mod responsibilities;
mod roster;
mod rules;
mod time_log;
mod tracker;

pub(crate) use days::{LOGGED, days};
pub(crate) use forge::{HOST, account, pulls};
pub(crate) use roster::roster;
pub(crate) use rules::rules;
pub(crate) use time_log::{RUNS_A_CLOCK, time_log};
pub(crate) use tracker::tickets;

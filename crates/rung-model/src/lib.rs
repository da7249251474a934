//! The words of Rung: plain values and the checks on them.
//!
//! Everything else in the workspace speaks in these types. This crate knows no
//! disk, no clock, no terminal and no markup; it cannot be asynchronous.
//!
//! | room | what it holds |
//! |---|---|
//! | [`bucket`], [`activity`], [`kind`] | what time is spent on |
//! | [`minutes`], [`share`], [`split`] | amounts, always with a range |
//! | [`account`], [`evidence`], [`commit`], [`occurrence`], [`logged`], [`manifest`] | dated facts and what a source can ever see |
//! | [`roster`], [`schedule`] | people, teams, holdings, working hours |
//! | [`identity`] | whose account is whose |
//! | [`rule`], [`prior`], [`days`] | a person's corrections and assumptions |
//! | [`framework`] | roles, splits, duties, skills, paths |
//! | [`week`], [`problem`] | calendar periods; what is wrong with an input |

pub mod account;
pub mod activity;
pub mod answer_to;
pub mod bucket;
pub mod commit;
pub mod correction;
pub mod days;
pub mod evidence;
pub mod framework;
pub mod identity;
pub mod kind;
pub mod logged;
pub mod manifest;
pub mod minutes;
pub mod occurrence;
pub mod prior;
pub mod problem;
pub mod roster;
pub mod rule;
pub mod schedule;
pub mod share;
pub mod split;
pub mod time_entry;
pub mod week;
pub mod work_item;

//! The organisation at a point of both times: who is in which team, reports to whom, holds what; roll-up, role mix,
//! difference of two days, and which aggregates may be shown.
//!
//! | file | what it holds |
//! |---|---|
//! | [`view`] | the roster as of a day, indexed |
//! | [`rollup`] | spans, layers, vacancies, acting roles, teams without leads, unowned responsibilities |
//! | [`mix`] | what a team's roles add up to, who holds two, when that should end |
//! | [`diff`] | what changed between two days |
//! | [`publish`] | which teams' figures may be shown, so that nobody is found by subtraction |
//! | [`block`] | eight weeks: the grain of everything shown of several people |

pub mod block;
pub mod diff;
pub mod mix;
pub mod publish;
pub mod rollup;
pub mod view;

//! Who carries what on a team: states of responsibilities, loads of people, and a better split.
//!
//! Inputs are declared alone: hours, capacity, eligibility, wishes. What was measured of anybody is never one
//! (PRIVACY, last rule).
//!
//! | file | what it holds |
//! |---|---|
//! | [`case`] | a team's responsibilities and leads as numbers |
//! | [`eligible`] | how well a responsibility suits somebody, where the team does not say |
//! | [`map`] | unowned, contested, shared, single point; load against capacity |
//! | [`propose`] | the least overload by moves allowed, exact or with its gap |
//! | [`seen`] | what evidence says at team level, and of oneself |

pub mod case;
pub mod eligible;
pub mod map;
pub mod propose;
pub mod seen;

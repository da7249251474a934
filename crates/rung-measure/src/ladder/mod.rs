//! Ladders: what positions ask, how two of them or two versions of a framework differ, and what a profile scores.
//!
//! | file | what it holds |
//! |---|---|
//! | [`similarity`], [`word_diff`] | how alike two texts are, and what changed between them |
//! | [`standing`] | which position or role a text means |
//! | [`requirements`] | what a position asks, with what its role takes over from others |
//! | [`levels`], [`pairs`], [`nearest`], [`monotone`], [`overlap`] | numbers beside each other |
//! | [`statements`], [`level_diff`] | only what differs between two positions or roles |
//! | [`points`], [`steps`], [`weighted`] | levels turned into points, bands and titles |
//! | [`versions`] | what changed between two versions of a framework, and whom it touches |

mod inheritance;
pub mod level_diff;
pub mod levels;
pub mod monotone;
pub mod nearest;
pub mod overlap;
pub mod pairs;
pub mod points;
pub mod requirements;
pub mod scoring;
pub mod similarity;
pub mod standing;
pub mod statements;
pub mod steps;
pub mod versions;

pub mod weighted;
pub mod word_diff;

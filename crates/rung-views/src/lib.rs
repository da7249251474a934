//! The windows of Rung: data in, markup out.
//!
//! Every function here is pure: the same answer gives the same bytes. Nothing is read, fetched or
//! measured here, and no page needs a script or loads anything.
//!
//! | room | what it holds |
//! |---|---|
//! | [`report`] | the static report: one HTML file about one person's weeks |
//! | [`org`] | the organisation: tree, roll-up, teams, contract |
//! | [`web`] | pages of the server |
//! | [`frame`] | what stands around a page: a file that loads nothing, or a page of the server |
//! | [`plot`] | the plots, inline SVG with title, description and numbers |
//! | [`words`] | numbers, dates and roles in words, shared with the terminal |
//!
//! Plots are fluid: x in percent, y in pixels, one drawing for all widths; only the ternary plot has a
//! second, narrow drawing. Colour means bucket and nothing else.

pub mod frame;
pub mod org;
mod parts;
pub mod plot;
pub mod report;
pub mod site;
mod tone;
pub mod web;
pub mod words;

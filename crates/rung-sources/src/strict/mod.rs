//! Strict reading with places: reads a TOML, YAML or JSON file so that every problem names its
//! file, line and mend.
//!
//! `serde` stops at the first unknown key; people who edit files by hand want all of them at
//! once. So a [`Sheet`] holds the parsed tree with its lines, a [`Table`] hands out its
//! values by key, and whatever is wrong on the way is collected.
//!
//! Severities: *error* = the statement cannot be understood (syntax, type, unknown key, a value
//! out of range); *warning* = understood, but it contradicts another and was left out; *note* =
//! read with a guess, nothing is lost.

mod civil;
mod file;
mod getters;
mod hidden;
mod near;
mod sheet;
mod table;
mod walk;
mod write;

pub(crate) use civil::zone_named;
pub(crate) use file::{Text, load, load_folder, load_published};
pub(crate) use hidden::{is_plain, without_hidden};
pub(crate) use near::{did_you_mean, one_of};
pub(crate) use sheet::Sheet;
pub(crate) use table::Table;
pub(crate) use walk::{Limits, list_any, load_any};
pub(crate) use write::{behind, date_value, push_line, with_table};

pub(crate) use rung_model::framework::Place;

/// A statement with the place it stands at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed<T> {
    /// Where.
    pub(crate) place: Place,
    /// What.
    pub(crate) value: T,
}

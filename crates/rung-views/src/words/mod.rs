//! The words for numbers: plain text, shared by page and terminal.
//!
//! No-break spaces (U+00A0) keep a number and its unit together; ranges carry an en dash.
//! Whole percents; hours to one decimal a week, none over a window (the look: "Words for numbers").

mod amount;
mod date;
mod list;
mod role;
mod share;

pub use amount::{
    clock, duration, hours, hours_range, hours_with_range, weekly, weekly_change, weekly_range, working_hours,
};
pub use date::{date, day, moment, month, months, quarter, roughly, span};
pub use list::{capital, count, list, lower_first, numeral};
pub use role::{a_role, plural_role, role_name, short_role};
pub use share::{about, percent, points, range, tenths, triple, with_range};

/// A space that no line breaks at.
pub const NBSP: char = '\u{a0}';

/// Said of a bucket that no connected source can ever see; never "0 %".
pub const CANNOT_BE_SEEN: &str = "cannot be seen with these sources";

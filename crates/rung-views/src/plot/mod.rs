//! Plots as inline SVG: each is `role="img"` with a title and a description that holds the numbers.
//!
//! Shares are 0-1 and become percent of the width; heights are pixels.

mod axis;
mod change;
mod coverage;
mod focus;
pub(crate) mod mark;
pub mod overlap;
pub(crate) mod range;
mod roles;
mod sprite;
pub mod ternary;
mod weeks;

pub(crate) use change::{Extent, change_bar, range_bar};
pub(crate) use coverage::coverage_bar;
pub(crate) use focus::focus_strip;
pub(crate) use range::{Band, RangeRow, range_bars};
pub(crate) use roles::{RoleRow, role_bars};
pub(crate) use sprite::sprite;
pub(crate) use weeks::{WeekColumn, WeekShift, week_columns};

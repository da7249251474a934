//! Dates and times as exports write them, in several languages and orders.
//!
//! ```text
//! text -> [`Written`]: numbers, a month's name, a clock, an offset -> with the order of the file -> [`Moment`]
//! ```

mod clock;
mod iso;
mod month;
mod order;
mod written;

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{Offset, TimeZone},
};
use rung_model::evidence::Zone;

pub(super) use iso::iso;
pub(super) use order::{Order, Tally};
pub(super) use written::Written;

/// A date, with its time where one is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// The date and time; midnight where no time is written.
    pub(super) at: DateTime,
    /// Whether a time is written.
    pub(super) timed: bool,
    /// Seconds east of UTC, where they are written.
    pub(super) offset: Option<i32>,
}

impl Moment {
    /// The moment; a time without an offset is read in `zone`.
    pub(super) fn instant(&self, zone: &TimeZone) -> Option<(Timestamp, Zone)> {
        match self.offset {
            Some(0) => Offset::UTC.to_timestamp(self.at).ok().map(|at| (at, Zone::Utc)),
            Some(seconds) => {
                let at = Offset::from_seconds(seconds).ok()?.to_timestamp(self.at).ok()?;
                Some((at, Zone::Offset(seconds)))
            }
            None => zone.to_timestamp(self.at).ok().map(|at| (at, Zone::Floating)),
        }
    }

    /// Its day as written.
    pub(super) fn day(&self) -> Date {
        self.at.date()
    }
}

/// Why a text gives no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoMoment {
    /// Day and month cannot be told apart.
    Undecided,
    /// It is no date.
    NoDate,
}

/// The moment a text means, with the order of day and month of its file.
pub(super) fn moment(text: &str, order: Order) -> Result<Moment, NoMoment> {
    iso(text).map_or_else(|| Written::of(text).ok_or(NoMoment::NoDate)?.moment(order), Ok)
}

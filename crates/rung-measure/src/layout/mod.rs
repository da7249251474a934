//! Laying out: a person's evidence becomes days on which no minute is in two places (MEASURE sections 4 and 5).
//!
//! ```text
//! evidence   |--accepted--|        c     |--tentative--|   c        c = commit
//!                  |-accepted-|
//! slots      |--accepted--|acc|  [.c]    |--  half   --|[..c]       [..c] = reckoned backwards
//! reaches                    [.....c][...........c......    c]       the most each may have filled
//! ```
//! The order of decisions on a day: time away; meetings and logged time, surest first; amounts
//! logged without a time; instants, each ending a block of work; what is left of entries that do not say what was
//! done, and of planned blocks.
//! Everything depends on the set of evidence alone: order and repetition change nothing.

mod absence;
mod amounts;
mod aside;
mod civil;
mod gather;
mod instants;
mod meetings;
mod note;
mod same_meeting;
mod sheet;
mod timeline;

use jiff::{civil::Date, tz::TimeZone};
use rung_model::{prior::Priors, schedule::Schedule};

pub use note::{Note, Remark};
pub use timeline::{Basis, Booking, Certainty, Reach, Slot, Tally, Timeline};

use crate::recognition::Item;

/// What a layout needs to know beside the evidence.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'a> {
    /// The zone all days are counted in.
    pub zone: &'a TimeZone,
    /// Working hours.
    pub schedule: &'a Schedule,
    /// How long instants are assumed to take.
    pub priors: &'a Priors,
    /// First day.
    pub first: Date,
    /// Last day, included.
    pub last: Date,
}

/// Lays out one person's evidence: one timeline a civil day, `first..=last`, also for days
/// without any. Evidence outside these days is left out; what crosses their edge is cut there,
/// and what crosses local midnight is split.
pub fn lay_out(items: &[Item<'_>], settings: &Settings<'_>) -> Vec<Timeline> {
    let days = civil::Days::of(settings);
    let rows = gather::rows(items, &days);
    let mut rest = rows.as_slice();
    let mut timelines = Vec::with_capacity(days.list.len());
    for (index, day) in days.list.iter().enumerate() {
        let (own, later) = rest.split_at(rest.iter().take_while(|row| row.day as usize == index).count());
        rest = later;
        timelines.push(sheet::Sheet::new(day, own, settings).lay_out());
    }
    timelines
}

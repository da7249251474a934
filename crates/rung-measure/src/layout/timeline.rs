//! A timeline: one civil day of a person, laid out so that no minute is in two places.

use jiff::{Timestamp, civil::Date};
use rung_model::{evidence::EvidenceId, kind::Kind, manifest::SourceKind, minutes::Minutes, prior::InstantKind};

use super::note::Note;
use crate::{focus::Focus, recognition::Recognition};

/// What a stretch of time rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// A calendar occurrence.
    Meeting,
    /// An instant, reckoned backwards (MEASURE section 5).
    Inferred,
    /// Time logged by hand.
    Logged,
}

/// How sure the minutes of a stretch are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The person said so.
    Stated,
    /// A time log or a tracker has it.
    Recorded,
    /// Scheduled and accepted: presumed attended.
    Presumed,
    /// Scheduled, tentative or not answered: half a minute a minute.
    Unsure,
    /// Reckoned from an instant and its prior.
    Estimated,
    /// Reckoned from an instant of low quality: may be no time at all.
    Doubtful,
}

impl Certainty {
    /// The words shown.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Stated => "logged by hand",
            Self::Recorded => "recorded in a time log",
            Self::Presumed => "scheduled, presumed attended",
            Self::Unsure => "tentative or not answered",
            Self::Estimated => "estimated",
            Self::Doubtful => "estimated, low quality",
        }
    }
}

/// A stretch of the day given to one piece of evidence. Slots of a day never overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// First minute, elapsed since local midnight (on a day with a clock change this is not the clock).
    pub start: u16,
    /// The minute after the last.
    pub end: u16,
    /// The evidence that takes the time.
    pub evidence: EvidenceId,
    /// What the time counts as: the recognised kind, or unclassified where the entry is private.
    pub kind: Kind,
    /// What the evidence was recognised as, by which rule of which origin.
    pub recognition: Recognition,
    /// What it rests on.
    pub basis: Basis,
    /// How sure its minutes are.
    pub certainty: Certainty,
    /// Best guess per minute: 1, or 0.5 where the meeting is tentative or not answered.
    pub weight: f64,
}

impl Slot {
    /// Its length on the clock, minutes.
    pub const fn minutes(&self) -> u16 {
        self.end - self.start
    }
}

/// What one piece of evidence adds up to on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    /// The evidence.
    pub evidence: EvidenceId,
    /// What its minutes count as.
    pub kind: Kind,
    /// What they rest on.
    pub basis: Basis,
    /// The shape of source they come from.
    pub source: SourceKind,
    /// How sure they are.
    pub certainty: Certainty,
    /// The prior that was used, for an instant.
    pub prior: Option<InstantKind>,
    /// Minutes inside working time.
    pub in_window: Minutes,
    /// Minutes outside working time.
    pub after_hours: Minutes,
}

impl Booking {
    /// Minutes inside and outside working time together.
    pub fn minutes(&self) -> Minutes {
        self.in_window + self.after_hours
    }
}

/// A stretch that a piece of evidence may have filled at most. Reaches of different evidence may
/// overlap: an instant reaches back into a tentative meeting, as if that had not happened. A bucket
/// counts each such minute once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// First minute.
    pub start: u16,
    /// The minute after the last.
    pub end: u16,
    /// What the time would count as.
    pub kind: Kind,
}

/// Counts of a day that are not minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of evidence by [`SourceKind`]. A row over several days counts on its first.
    pub rows: [u32; SourceKind::ALL.len()],
    /// The person's own commits, without merges, copies and bots.
    pub commits: u32,
    /// Of those, made by or with a coding agent.
    pub assisted: u32,
    /// 1:1s that were cancelled or declined.
    pub cancelled_one_on_ones: u32,
}

/// One civil day, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The day.
    pub day: Date,
    /// The moment it begins: minute `m` of a slot is this plus `m` minutes.
    pub begins: Timestamp,
    /// Its length in minutes: 1,440, or 1,380 and 1,500 where the clock changes.
    pub length: u16,
    /// The working window in elapsed minutes; `None` on a day off and on a day wholly away.
    pub window: Option<(u16, u16)>,
    /// True on a working weekday of the person, away or not.
    pub working_day: bool,
    /// Working time: the window less time away, in order. Minutes in here are in-window.
    pub working: Vec<(u16, u16)>,
    /// Minutes that could be worked: the window less lunch and time away.
    pub capacity: f64,
    /// Minutes by which time away lowered the capacity.
    pub away: f64,
    /// `away` as a share of a full day's capacity, 0 to 1.
    pub away_share: f64,
    /// True where the day was logged whole by hand: nothing is inferred on it.
    pub logged_whole: bool,
    /// Who has which minute, in order, without overlap. Time that is not counted is shown too.
    pub slots: Vec<Slot>,
    /// What each piece of evidence adds up to, in the order it was laid out.
    pub bookings: Vec<Booking>,
    /// The most each piece of evidence may have filled, by start.
    pub reaches: Vec<Reach>,
    /// Everything an explanation of the day has to say beside its slots.
    pub notes: Vec<Note>,
    /// Minutes that two or more meetings claimed.
    pub double_booked: u32,
    /// Free time and its fragments; nothing on days off.
    pub focus: Focus,
    /// Counts that are not minutes.
    pub tally: Tally,
}

impl Timeline {
    /// How many of the minutes `start..end` lie inside and outside working time.
    pub fn split(&self, start: u16, end: u16) -> (u16, u16) {
        let inside: u16 = self.working.iter().map(|(from, to)| end.min(*to).saturating_sub(start.max(*from))).sum();
        (inside, end.saturating_sub(start) - inside)
    }

    /// Best guess of the minutes seen inside working time, unclassified included.
    pub fn observed(&self) -> f64 {
        let seen = self.bookings.iter().filter(|booking| !matches!(booking.kind, Kind::NotCounted(_)));
        seen.map(|booking| booking.in_window.point).sum()
    }

    /// Working time without any evidence, minutes.
    pub fn unobserved(&self) -> f64 {
        (self.capacity - self.observed()).max(0.0)
    }
}

//! Presence: how surely a scheduled minute of one calendar occurrence was spent there (MEASURE section 4).
//!
//! Minutes are *scheduled, presumed attended*; no calendar file can show who joined. What can be
//! said of an occurrence alone is said here. What depends on the rest of the day (a commit inside
//! a tentative meeting, a meeting during an absence, overlaps) is decided by [`crate::layout`].

use rung_model::{
    minutes::Minutes,
    occurrence::{Busy, Occurrence, Rsvp},
};

/// Where an occurrence puts its owner. The order is the order in which overlapping meetings are
/// laid out: surer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// Accepted, called by the owner, or the owner's own entry: weight 1.
    Sure,
    /// Tentatively accepted, or the event itself is tentative: weight 0.5.
    Tentative,
    /// Not answered: weight 0.5, behind the tentative ones.
    Unanswered,
    /// A block the calendar itself marks as focus time: books nothing by itself.
    Focus,
    /// Out of office: lowers the capacity, books nothing.
    Away,
    /// A whole-day entry: books nothing.
    AllDay,
    /// Shows the owner as free or working elsewhere: books nothing.
    Free,
    /// Declined, or delegated to someone else: books nothing.
    Declined,
    /// Cancelled: books nothing.
    Cancelled,
}

impl Presence {
    /// The weight of one scheduled minute, low / point / high, each 0 to 1.
    pub const fn weight(self) -> Minutes {
        match self {
            Self::Sure => Minutes::exact(1.0),
            Self::Tentative | Self::Unanswered => Minutes::new(0.0, 0.5, 1.0),
            Self::Focus | Self::Away | Self::AllDay | Self::Free | Self::Declined | Self::Cancelled => Minutes::ZERO,
        }
    }

    /// True where the occurrence can take time at all.
    pub const fn takes_time(self) -> bool {
        matches!(self, Self::Sure | Self::Tentative | Self::Unanswered)
    }
}

/// Where an occurrence puts its owner, by the table of MEASURE section 4.
/// `all_day` is true for whole civil days.
pub fn presence(occurrence: &Occurrence, all_day: bool) -> Presence {
    if occurrence.cancelled {
        return Presence::Cancelled;
    }
    let answer = answer(occurrence);
    if answer == Presence::Declined {
        return answer;
    }
    match occurrence.busy {
        Busy::OutOfOffice => Presence::Away,
        _ if all_day => Presence::AllDay,
        Busy::Free | Busy::Elsewhere => Presence::Free,
        Busy::Focus => Presence::Focus,
        Busy::Busy => answer,
    }
}

/// What the owner's answer alone says: sure, tentative, unanswered or declined.
///
/// A plain acceptance outranks a tentative event; an entry of the owner's own that is marked
/// tentative is tentative.
pub fn answer(occurrence: &Occurrence) -> Presence {
    match occurrence.rsvp {
        Rsvp::Declined | Rsvp::Delegated => Presence::Declined,
        Rsvp::Accepted => Presence::Sure,
        Rsvp::Tentative => Presence::Tentative,
        Rsvp::NeedsAction => Presence::Unanswered,
        Rsvp::Organizer | Rsvp::Own if occurrence.tentative => Presence::Tentative,
        Rsvp::Organizer | Rsvp::Own => Presence::Sure,
    }
}

/// The weight of one scheduled minute of `occurrence`, low / point / high, each 0 to 1.
pub fn weight(occurrence: &Occurrence, all_day: bool) -> Minutes {
    presence(occurrence, all_day).weight()
}

//! One occurrence of a calendar event, as its owner's calendar shows it.

use std::sync::Arc;

use crate::account::Account;

/// What the owner answered to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rsvp {
    /// The owner called the meeting.
    Organizer,
    /// Accepted.
    Accepted,
    /// Tentatively accepted.
    Tentative,
    /// Not answered.
    NeedsAction,
    /// Declined.
    Declined,
    /// Sent someone else.
    Delegated,
    /// The owner is not named, and no attendee is: the owner's own entry.
    Own,
}

impl Rsvp {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Organizer => "organizer",
            Self::Accepted => "accepted",
            Self::Tentative => "tentative",
            Self::NeedsAction => "needs_action",
            Self::Declined => "declined",
            Self::Delegated => "delegated",
            Self::Own => "own",
        }
    }
}

/// How the owner's time shows to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Busy {
    /// Busy.
    Busy,
    /// Free (`TRANSP:TRANSPARENT` or Outlook's FREE).
    Free,
    /// Out of office (Outlook's OOF, Google's out-of-office event).
    OutOfOffice,
    /// Working elsewhere.
    Elsewhere,
    /// Marked as focus time by the calendar itself.
    Focus,
}

/// Another human at the event. Rooms and resources are dropped before this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub account: Arc<Account>,
    /// What they answered.
    pub rsvp: Rsvp,
}

/// One occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// UID of the event.
    pub uid: String,
    /// Start of the instance this one is or replaces, as the file writes it, for one of a series.
    pub recurrence_id: Option<String>,
    /// Title; `None` where the event is private (then it is never stored).
    pub title: Option<String>,
    /// `CATEGORIES`.
    pub categories: Vec<String>,
    /// True where the event recurs.
    pub recurring: bool,
    /// The owner's answer.
    pub rsvp: Rsvp,
    /// How the owner's time shows.
    pub busy: Busy,
    /// `STATUS:CANCELLED`, or removed from its series and still listed.
    pub cancelled: bool,
    /// `STATUS:TENTATIVE`.
    pub tentative: bool,
    /// `CLASS:PRIVATE` or `CONFIDENTIAL`.
    pub private: bool,
    /// Who called it, where named.
    pub organizer: Option<Arc<Account>>,
    /// The other humans, without the owner and without rooms; sorted by address.
    pub others: Vec<Attendee>,
    /// True where any event of the same file names an attendee.
    pub file_names_attendees: bool,
}

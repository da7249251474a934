//! Notes: what an explanation of a day says beside its slots, above all why evidence took no time.

use std::fmt;

use rung_model::{
    evidence::EvidenceId,
    kind::{Kind, NotCounted},
};

/// One remark about one piece of evidence on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// The evidence it is about.
    pub evidence: EvidenceId,
    /// What the evidence was recognised as.
    pub kind: Kind,
    /// The minute of the day it concerns, where it has one.
    pub at: Option<u16>,
    /// The remark.
    pub what: Remark,
}

/// What there is to say. Every variant that ends in "no time" took 0 minutes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// An instant inside an accepted meeting: multitasking, no time.
    InsideMeeting(EvidenceId),
    /// An instant inside time logged by hand: no time of its own.
    InsideLogged(EvidenceId),
    /// The person logged this kind of work on this day by hand: inference gives way, no time.
    LoggedInstead,
    /// The day was logged whole by hand: no time beside what was logged.
    LoggedWhole,
    /// Declined or delegated: no time.
    Declined,
    /// Cancelled: no time.
    Cancelled,
    /// Shown as free or working elsewhere: no time.
    Free,
    /// A whole-day entry: no time.
    AllDay,
    /// Out of office or a holiday: lowers the capacity by these minutes.
    Away(u16),
    /// A meeting during time away: 0, at most these minutes.
    DuringAway(u16),
    /// A tentative meeting the person committed inside: no time.
    CommittedInside,
    /// A tentative or unanswered meeting: half its minutes, between none and all.
    Unsure,
    /// Private: its time is seen, its kind is not.
    Private,
    /// These minutes went to what overlaps it and is surer, shorter or earlier.
    DoubleBooked {
        /// Minutes lost.
        minutes: u16,
        /// The first of those they went to.
        to: EvidenceId,
    },
    /// A planned block or reminder gave these minutes to meetings and work.
    Yielded(u16),
    /// These minutes of it are known and not counted.
    Aside(NotCounted, u16),
    /// The same meeting in another calendar: counted once, there.
    SameMeeting(EvidenceId),
    /// An entry without length: no time.
    NoLength,
    /// A merge: no time.
    Merge,
    /// The same change as another commit: no time.
    Copy,
    /// A squash whose own commits are counted instead: no time.
    SquashKnown,
    /// A squash whose commits are not known: the typical prior only.
    Squash,
    /// By a bot: no time.
    Bot,
    /// Taken out by a rule: no time.
    Excluded,
    /// Co-author of someone else's commit: 0, at most these minutes.
    CoAuthor(u16),
    /// Made by or with a coding agent: low 0.
    Assisted,
    /// Committed over a day after it was authored: low 0.
    Late,
    /// Concluded from a trailer: its moment is the committer's, low 0.
    Derived,
    /// Opens a session: the typical prior, as far as there was free time.
    Opens,
    /// Follows another instant: the free time since then.
    Follows(EvidenceId),
    /// An amount logged without a time of day: these minutes were put into free time.
    Placed(u16),
    /// An amount logged by hand that found no room in the day: minutes left out.
    NoRoom(u16),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InsideMeeting(_) => write!(f, "inside an accepted meeting: the minutes stay with the meeting"),
            Self::InsideLogged(_) => write!(f, "inside time logged by hand: the minutes stay with the log"),
            Self::LoggedInstead => write!(f, "this kind of work was logged by hand that day: nothing inferred"),
            Self::LoggedWhole => write!(f, "the day was logged whole by hand: only the log counts"),
            Self::Declined => write!(f, "declined: no time"),
            Self::Cancelled => write!(f, "cancelled: no time"),
            Self::Free => write!(f, "shown as free or elsewhere: no time"),
            Self::AllDay => write!(f, "all-day entry: no time"),
            Self::Away(minutes) => write!(f, "away: capacity lowered by {minutes} min"),
            Self::DuringAway(minutes) => write!(f, "during time away: 0 min (0-{minutes})"),
            Self::CommittedInside => write!(f, "tentative, and a commit inside it: no time"),
            Self::Unsure => write!(f, "tentative or not answered: half its minutes"),
            Self::Private => write!(f, "private: seen, kind unknown"),
            Self::DoubleBooked { minutes, .. } => write!(f, "overlap: {minutes} min counted once, elsewhere"),
            Self::Yielded(minutes) => write!(f, "gave {minutes} min to meetings and work inside it"),
            Self::Aside(_, minutes) => write!(f, "known and not counted: {minutes} min"),
            Self::SameMeeting(_) => write!(f, "the same meeting in another calendar: counted once"),
            Self::NoLength => write!(f, "no length: no time"),
            Self::Merge => write!(f, "merge: no time"),
            Self::Copy => write!(f, "the same change as another commit: counted once"),
            Self::SquashKnown => write!(f, "squash: its own commits are counted instead"),
            Self::Squash => write!(f, "squash of unknown commits: the typical prior only"),
            Self::Bot => write!(f, "by a bot: no time"),
            Self::Excluded => write!(f, "taken out by a rule: no time"),
            Self::CoAuthor(minutes) => write!(f, "co-author: 0 min (0-{minutes})"),
            Self::Assisted => write!(f, "made with a coding agent: may be no time"),
            Self::Late => write!(f, "committed over a day after it was written: may be no time"),
            Self::Derived => write!(f, "from a trailer, at the committer's time: may be no time"),
            Self::Opens => write!(f, "opens a session: the typical prior"),
            Self::Follows(_) => write!(f, "follows other work: the free time since then"),
            Self::Placed(minutes) => write!(f, "logged without a time of day: {minutes} min put into free time"),
            Self::NoRoom(minutes) => write!(f, "logged, but no room left in the day: {minutes} min left out"),
        }
    }
}

//! Evidence: one dated fact from a source, and everything needed to explain it later.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use crate::{
    account::Account, commit::Commit, logged::Logged, occurrence::Occurrence, time_entry::TimeEntry,
    work_item::ItemEvent,
};

/// A stable 128-bit identity: a hash of source, native id and revision.
/// The same fact read twice has the same id, in any order, on any machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EvidenceId(pub u128);

impl EvidenceId {
    /// Hashes the parts that identify a fact. FNV-1a over 128 bits, with a
    /// separator after each part so that ("ab","c") differs from ("a","bc").
    pub fn of(parts: &[&[u8]]) -> Self {
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013B;
        let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        let mut eat = |byte: u8| hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        for part in parts {
            part.iter().copied().for_each(&mut eat);
            (part.len() as u64).to_le_bytes().into_iter().for_each(&mut eat);
        }
        Self(hash)
    }
}

impl std::fmt::Display for EvidenceId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// The zone a time was written in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// An IANA name, e.g. `Europe/Berlin`.
    Named(Arc<str>),
    /// A fixed offset east of UTC in seconds, as git writes it.
    Offset(i32),
    /// Written as UTC.
    Utc,
    /// No zone given: read in the owner's zone.
    Floating,
}

/// When a fact holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// A moment: a commit, a review.
    Instant {
        /// The moment.
        at: Timestamp,
        /// The zone it was written in.
        zone: Zone,
    },
    /// A stretch with both ends known: a meeting, a logged hour.
    Interval {
        /// First moment.
        start: Timestamp,
        /// The moment after the last; equal to `start` for an entry without length.
        end: Timestamp,
        /// The zone the start was written in.
        zone: Zone,
    },
    /// Whole civil days of the owner.
    AllDay {
        /// First day.
        first: Date,
        /// The day after the last.
        after: Date,
    },
    /// An amount of time on a day, without a place in it (a day logged by hand).
    Amount {
        /// The day.
        day: Date,
        /// Minutes.
        minutes: u32,
    },
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// A commit.
    Committed,
    /// A commit with several parents, or a pull request taken in; takes no time.
    Merged,
    /// A pull request, issue or discussion opened.
    Opened,
    /// A review.
    Reviewed,
    /// A comment.
    Commented,
    /// A release published or a deployment started.
    Deployed,
    /// An alert or incident taken on.
    Acknowledged,
    /// A page or document changed.
    EditedDoc,
    /// A field of an issue changed: its status, its assignee, a label.
    MovedIssue,
    /// A calendar occurrence.
    Attended,
    /// Work logged by hand or by a tracker.
    LoggedWork,
}

impl Verb {
    /// All verbs, in the order that settles instants of one minute.
    pub const ALL: [Self; 11] = [
        Self::Committed,
        Self::Merged,
        Self::Opened,
        Self::Reviewed,
        Self::Commented,
        Self::Deployed,
        Self::Acknowledged,
        Self::EditedDoc,
        Self::MovedIssue,
        Self::Attended,
        Self::LoggedWork,
    ];

    /// The verb with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.id() == id)
    }

    /// What was done, as people say it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::EditedDoc => "edited",
            Self::MovedIssue => "moved",
            Self::LoggedWork => "logged work on",
            Self::Acknowledged => "took on",
            other => other.id(),
        }
    }

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Merged => "merged",
            Self::Opened => "opened",
            Self::Reviewed => "reviewed",
            Self::Commented => "commented",
            Self::Deployed => "deployed",
            Self::Acknowledged => "acknowledged",
            Self::EditedDoc => "edited_doc",
            Self::MovedIssue => "moved_issue",
            Self::Attended => "attended",
            Self::LoggedWork => "logged_work",
        }
    }
}

/// The actor's part in the fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleInEvent {
    /// Wrote the commit.
    Author,
    /// Named in a `Co-authored-by` trailer.
    CoAuthor,
    /// Reviewed it: on a forge, or named in a `Reviewed-by` trailer.
    Reviewer,
    /// Holds the work item.
    Assignee,
    /// Called the meeting.
    Organizer,
    /// Was invited to the meeting.
    Attendee,
    /// The person the record is about (own calendar without attendees, a logged day).
    Subject,
}

impl RoleInEvent {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::CoAuthor => "co_author",
            Self::Reviewer => "reviewer",
            Self::Assignee => "assignee",
            Self::Organizer => "organizer",
            Self::Attendee => "attendee",
            Self::Subject => "subject",
        }
    }
}

/// How a fact came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// As the source recorded it.
    Exact,
    /// Concluded from something else (a review from a trailer).
    Derived,
    /// Several pieces of work folded into one.
    Squashed,
    /// Taken over from another tool.
    Imported,
}

impl Quality {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Derived => "derived",
            Self::Squashed => "squashed",
            Self::Imported => "imported",
        }
    }
}

/// What the fact is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// A commit; shared between the rows of its author, co-authors and reviewers.
    Commit(Arc<Commit>),
    /// A calendar occurrence.
    Occurrence(Box<Occurrence>),
    /// Time logged by hand.
    Logged(Box<Logged>),
    /// Something that happened to a work item of a forge or tracker.
    Item(Box<ItemEvent>),
    /// An entry of a time log or a worklog.
    Entry(Box<TimeEntry>),
}

/// One dated fact. Append-only and idempotent: see [`EvidenceId`].
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Identity of the fact.
    pub id: EvidenceId,
    /// The source it came from: the manifest's id.
    pub source: Arc<str>,
    /// What was done.
    pub verb: Verb,
    /// The account that did it.
    pub actor: Arc<Account>,
    /// Its part in the fact.
    pub role: RoleInEvent,
    /// When.
    pub when: When,
    /// How it is known.
    pub quality: Quality,
    /// What it is about.
    pub object: Object,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_same_for_the_same_parts_and_for_no_others() {
        let id = EvidenceId::of(&[b"git:ledger", b"abc", b"author"]);
        assert_eq!(id, EvidenceId::of(&[b"git:ledger", b"abc", b"author"]));
        let others: [&[&[u8]]; 5] = [
            &[b"git:ledger", b"abcauthor"],
            &[b"git:ledgera", b"bc", b"author"],
            &[b"git:ledger", b"abc", b"author", b""],
            &[b"author", b"abc", b"git:ledger"],
            &[],
        ];
        for other in others {
            assert_ne!(id, EvidenceId::of(other), "{other:?}");
        }
    }

    /// Stored ids must never change: this one was written down when the hash was made.
    #[test]
    fn the_hash_is_fnv_1a_over_128_bits() {
        assert_eq!(EvidenceId::of(&[]).to_string(), "6c62272e07bb014262b821756295c58d");
        assert_eq!(EvidenceId::of(&[b"a"]).to_string(), "19c3dbf8e5061a5c61631051cd9ca0c5");
    }
}

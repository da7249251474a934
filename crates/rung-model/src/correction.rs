//! A person's own corrections: what one event, a series of events, or another fact really was.
//!
//! They are kept apart from what sources say, so that reading a source again keeps them, and they are never
//! deleted: taking one back is a date on it.

use jiff::{Timestamp, civil::Date};

use crate::{evidence::EvidenceId, kind::Kind};

/// What a correction is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// One occurrence of a calendar event.
    Occurrence {
        /// UID of the event.
        uid: String,
        /// The day of the occurrence in its owner's zone.
        day: Date,
    },
    /// Every occurrence of a calendar event.
    Series {
        /// UID of the event.
        uid: String,
    },
    /// Any other fact, by its identity: a commit, a review, a time entry.
    Fact(EvidenceId),
}

/// How an event looked when it was corrected: what is left to know it by where its UID has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Its title; `None` for a private event, whose title is never kept.
    pub title: Option<String>,
    /// Address of its organizer, where the calendar names one.
    pub organizer: Option<String>,
    /// Local start, minutes after midnight; `None` for whole days.
    pub start: Option<u16>,
    /// Length in minutes; `None` for whole days.
    pub minutes: Option<u32>,
}

/// One correction.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Stable id: `c-1`.
    pub id: String,
    /// When it was made.
    pub made: Timestamp,
    /// What it is about.
    pub target: Target,
    /// Other UIDs the person has confirmed to be the same event.
    pub also: Vec<String>,
    /// How the event looked.
    pub look: Look,
    /// What it is.
    pub set: Kind,
    /// Why, in the person's words.
    pub why: Option<String>,
    /// When it was taken back.
    pub undone: Option<Timestamp>,
    /// Where it stands: `corrections.toml:12`.
    pub origin: String,
}

impl Correction {
    /// True where it has not been taken back.
    pub const fn holds(&self) -> bool {
        self.undone.is_none()
    }

    /// Every UID the event is known by; none for other facts.
    pub fn uids(&self) -> impl Iterator<Item = &str> {
        let own = match &self.target {
            Target::Occurrence { uid, .. } | Target::Series { uid } => Some(uid.as_str()),
            Target::Fact(_) => None,
        };
        own.into_iter().chain(self.also.iter().map(String::as_str))
    }
}

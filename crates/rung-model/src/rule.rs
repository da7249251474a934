//! Recognition rules: what a title, a path or an attendee list says about the kind of work.
//!
//! The first rule that matches wins; [`Level`] orders rules of different origin
//! (MEASURE section 3).

use jiff::civil::Date;

use crate::{evidence::EvidenceId, kind::Kind};

/// Where a rule comes from. Earlier beats later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The person's own correction of one occurrence.
    Occurrence,
    /// The person's own correction of a series.
    Series,
    /// The person's own rule.
    Personal,
    /// A rule of the team.
    Team,
    /// A rule of the organisation.
    Organisation,
    /// A category the event itself carries.
    Declared,
    /// Follows from structure: two humans and a reporting line, a path class.
    Structural,
    /// The built-in title lexicon.
    Lexicon,
    /// Nothing matched.
    Unclassified,
}

impl Level {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Occurrence => "occurrence",
            Self::Series => "series",
            Self::Personal => "personal",
            Self::Team => "team",
            Self::Organisation => "organisation",
            Self::Declared => "declared",
            Self::Structural => "structural",
            Self::Lexicon => "lexicon",
            Self::Unclassified => "unclassified",
        }
    }

    /// The level with this machine name, among those a rules file may state.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Occurrence, Self::Series, Self::Personal, Self::Team, Self::Organisation]
            .into_iter()
            .find(|level| level.id() == id)
    }
}

/// How the other attendee of a two-person event relates to the owner, by the roster on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Reports to the owner.
    Report,
    /// Reports to a report of the owner.
    SkipReport,
    /// The owner's own manager, or a manager above.
    Manager,
    /// Same manager, or same team.
    Peer,
    /// In the roster, on none of the owner's lines.
    OffLine,
    /// Not in the roster, same domain as the owner.
    Unknown,
    /// Not in the roster, another domain.
    External,
}

impl Relation {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::SkipReport => "skip_report",
            Self::Manager => "manager",
            Self::Peer => "peer",
            Self::OffLine => "off_line",
            Self::Unknown => "unknown",
            Self::External => "external",
        }
    }

    /// The relation with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Report, Self::SkipReport, Self::Manager, Self::Peer, Self::OffLine, Self::Unknown, Self::External]
            .into_iter()
            .find(|relation| relation.id() == id)
    }
}

/// An inclusive range of whole numbers, written `3`, `2..8`, `2..` or `..8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Smallest value that matches.
    pub min: u32,
    /// Largest value that matches.
    pub max: u32,
}

impl Span {
    /// Reads `3`, `2..8`, `2..` or `..8`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let Some((from, to)) = text.split_once("..") else {
            let n = text.parse().ok()?;
            return Some(Self { min: n, max: n });
        };
        let min = if from.trim().is_empty() { 0 } else { from.trim().parse().ok()? };
        let max = if to.trim().is_empty() { u32::MAX } else { to.trim().trim_start_matches('=').parse().ok()? };
        (min <= max).then_some(Self { min, max })
    }

    /// True where `n` lies in the range.
    pub const fn holds(self, n: u32) -> bool {
        self.min <= n && n <= self.max
    }
}

/// What a rule looks at. Every condition given must hold; none given matches nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// Regular expression (linear time) over the title.
    pub title: Option<String>,
    /// Number of humans at the event, the owner included.
    pub attendees: Option<Span>,
    /// Whether someone from another domain takes part.
    pub external: Option<bool>,
    /// Regular expression over the organizer's address.
    pub organizer: Option<String>,
    /// A category the event carries, compared without case.
    pub category: Option<String>,
    /// UID of the series.
    pub series: Option<String>,
    /// One fact by its identity; set by corrections, not in files.
    pub fact: Option<EvidenceId>,
    /// UID of the series and the day of one occurrence.
    pub occurrence: Option<(String, Date)>,
    /// How the other attendee relates to the owner (two-person events).
    pub relation: Option<Relation>,
    /// Whether the event recurs.
    pub recurring: Option<bool>,
    /// Length in minutes.
    pub minutes: Option<Span>,
    /// Verb of the evidence: `committed`, `reviewed`, `attended`, or another of [`crate::evidence::Verb`].
    pub verb: Option<String>,
    /// Glob over changed paths (`docs/adr/**`): matches where all changed paths do.
    pub path: Option<String>,
    /// Name of the repository or project.
    pub repository: Option<String>,
    /// A label of a work item, its type, or a tag of a time entry, compared without case.
    pub label: Option<String>,
}

/// A rule as read from a file or built in.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Stable id, unique in its file.
    pub id: String,
    /// Where it stands in the order of precedence.
    pub level: Level,
    /// What it looks at.
    pub when: Match,
    /// What a match is recognised as.
    pub set: Kind,
    /// Why, in the author's words.
    pub why: Option<String>,
    /// Where it comes from, e.g. `rules.toml:12` or `built in`.
    pub origin: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_people_write_them() {
        let span = |min, max| Some(Span { min, max });
        assert_eq!(Span::parse("3"), span(3, 3));
        assert_eq!(Span::parse(" 2..8 "), span(2, 8));
        assert_eq!(Span::parse("2..=8"), span(2, 8));
        assert_eq!(Span::parse("2.."), span(2, u32::MAX));
        assert_eq!(Span::parse("..8"), span(0, 8));
        for text in ["", "8..2", "-1", "a..b", "1..2..3", "4294967296", "2...8"] {
            assert_eq!(Span::parse(text), None, "{text}");
        }
        assert!(Span { min: 2, max: 8 }.holds(2) && Span { min: 2, max: 8 }.holds(8));
        assert!(!Span { min: 2, max: 8 }.holds(1) && !Span { min: 2, max: 8 }.holds(9));
    }

    /// MEASURE section 3: occurrence > series > personal > team > organisation > declared >
    /// structural > lexicon > unclassified.
    #[test]
    fn levels_stand_in_the_order_of_precedence() {
        use Level::{Declared, Lexicon, Occurrence, Organisation, Personal, Series, Structural, Team, Unclassified};
        let order = [Occurrence, Series, Personal, Team, Organisation, Declared, Structural, Lexicon, Unclassified];
        assert!(order.is_sorted_by(|a, b| a < b));
        assert_eq!(Level::from_id("team"), Some(Team));
        assert_eq!(Level::from_id("lexicon"), None);
    }
}

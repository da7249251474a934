//! The roster: people, teams, reporting lines and holdings, each with the days it holds.

use jiff::civil::Date;

use crate::schedule::Schedule;

/// Days a fact holds: from its first day up to, not including, `until`. Absent = open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// First day.
    pub from: Option<Date>,
    /// The day after the last.
    pub until: Option<Date>,
}

impl Period {
    /// True where the fact holds on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// True where both hold on some common day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_before = |a: Option<Date>, b: Option<Date>| match (a, b) {
            (Some(from), Some(until)) => from < until,
            _ => true,
        };
        starts_before(self.from, other.until) && starts_before(other.from, self.until)
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Stable id, unique in the roster.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Addresses that are this person, lower-cased.
    pub addresses: Vec<String>,
    /// IANA zone, where stated.
    pub zone: Option<String>,
    /// Working hours, where stated.
    pub schedule: Option<Schedule>,
    /// Line in the file, from 1.
    pub line: usize,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Stable id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// The team above.
    pub parent: Option<String>,
}

/// A person's part in a team.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// Person id.
    pub person: String,
    /// Team id.
    pub team: String,
    /// Share of the person's time, 0-1.
    pub share: f64,
    /// When.
    pub period: Period,
}

/// A reporting line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportsTo {
    /// Person id of the report.
    pub person: String,
    /// Person id of the manager.
    pub manager: String,
    /// False for a dotted line.
    pub solid: bool,
    /// When.
    pub period: Period,
}

/// On what ground a position is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// By title.
    #[default]
    Title,
    /// Declared in the team, without the title.
    Declared,
    /// Standing in for somebody.
    Acting,
    /// On trial.
    Trial,
}

impl Basis {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Declared => "declared",
            Self::Acting => "acting",
            Self::Trial => "trial",
        }
    }

    /// The basis with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Title, Self::Declared, Self::Acting, Self::Trial].into_iter().find(|basis| basis.id() == id)
    }
}

/// A person in a position in a team for a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Person id.
    pub person: String,
    /// Role or position id of the framework.
    pub position: String,
    /// Team id.
    pub team: Option<String>,
    /// Share of the person's time, 0-1.
    pub share: f64,
    /// On what ground.
    pub basis: Basis,
    /// When.
    pub period: Period,
}

/// The whole roster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Name of the organisation, where stated.
    pub organisation: Option<String>,
    /// People.
    pub people: Vec<Person>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Memberships.
    pub memberships: Vec<Membership>,
    /// Reporting lines.
    pub lines: Vec<ReportsTo>,
    /// Holdings.
    pub holdings: Vec<Holding>,
}

impl Roster {
    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The one person who claims `address`; `None` where nobody or several do.
    pub fn person_at(&self, address: &str) -> Option<&Person> {
        let mut claims = self.people.iter().filter(|p| p.addresses.iter().any(|a| a.eq_ignore_ascii_case(address)));
        let first = claims.next()?;
        claims.next().is_none().then_some(first)
    }

    /// The person's solid-line manager on `day`.
    pub fn manager_of(&self, person: &str, day: Date) -> Option<&Person> {
        let line = self.lines.iter().find(|l| l.solid && l.person == person && l.period.holds_on(day))?;
        self.person(&line.manager)
    }

    /// Ids of those whose solid-line manager is `person` on `day`, in file order.
    pub fn reports_of(&self, person: &str, day: Date) -> Vec<&str> {
        self.lines
            .iter()
            .filter(|l| l.solid && l.manager == person && l.period.holds_on(day))
            .map(|l| l.person.as_str())
            .collect()
    }

    /// What the person holds on `day`, largest share first, then file order.
    pub fn holdings_of(&self, person: &str, day: Date) -> Vec<&Holding> {
        let mut held: Vec<&Holding> =
            self.holdings.iter().filter(|h| h.person == person && h.period.holds_on(day)).collect();
        held.sort_by(|a, b| b.share.total_cmp(&a.share));
        held
    }

    /// Teams the person belongs to on `day`, in file order.
    pub fn teams_of(&self, person: &str, day: Date) -> Vec<&Team> {
        self.memberships
            .iter()
            .filter(|m| m.person == person && m.period.holds_on(day))
            .filter_map(|m| self.teams.iter().find(|team| team.id == m.team))
            .collect()
    }
}

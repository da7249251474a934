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
    /// Accounts elsewhere that are this person, by key: `github.com:123`, `github.com:@octo`.
    pub accounts: Vec<String>,
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(from: Option<i8>, until: Option<i8>) -> Period {
        let day = |day| Date::constant(2026, 1, day);
        Period { from: from.map(day), until: until.map(day) }
    }

    #[test]
    fn a_period_ends_the_day_before_until() {
        let both = period(Some(5), Some(8));
        let held: Vec<i8> = (1..=10).filter(|day| both.holds_on(Date::constant(2026, 1, *day))).collect();
        assert_eq!(held, [5, 6, 7]);
        assert!(Period::default().holds_on(Date::MIN) && Period::default().holds_on(Date::MAX));
        assert!(!both.overlaps(&period(Some(8), None)));
        assert!(both.overlaps(&period(None, Some(6))));
        assert!(both.overlaps(&Period::default()));
    }

    #[test]
    fn an_address_two_people_claim_is_nobodys() {
        let person = |id: &str, address: &str| Person {
            id: id.to_owned(),
            name: id.to_owned(),
            addresses: vec![address.to_owned()],
            accounts: Vec::new(),
            zone: None,
            schedule: None,
            line: 1,
        };
        let people = vec![person("a", "x@h.example"), person("b", "x@h.example"), person("c", "c@h.example")];
        let roster = Roster { people, ..Roster::default() };
        assert_eq!(roster.person_at("x@h.example"), None);
        assert_eq!(roster.person_at("C@H.example").map(|person| person.id.as_str()), Some("c"));
    }

    #[test]
    fn managers_change_on_the_day_the_line_does() {
        let line =
            |manager: &str, solid, period| ReportsTo { person: "b".into(), manager: manager.into(), solid, period };
        let person = |id: &str| Person {
            id: id.to_owned(),
            name: id.to_owned(),
            addresses: Vec::new(),
            accounts: Vec::new(),
            zone: None,
            schedule: None,
            line: 1,
        };
        let roster = Roster {
            people: ["a", "b", "c"].map(person).to_vec(),
            lines: vec![
                line("c", false, Period::default()),
                line("a", true, period(None, Some(5))),
                line("c", true, period(Some(5), None)),
            ],
            ..Roster::default()
        };
        let manager = |day| roster.manager_of("b", Date::constant(2026, 1, day)).map(|person| person.id.as_str());
        assert_eq!((manager(4), manager(5)), (Some("a"), Some("c")));
        assert_eq!(roster.reports_of("a", Date::constant(2026, 1, 4)), ["b"]);
        assert!(roster.reports_of("a", Date::constant(2026, 1, 5)).is_empty());
    }

    proptest! {
        #[test]
        fn periods_overlap_where_they_share_a_day(
            a in (prop::option::of(1..28_i8), prop::option::of(1..28_i8)),
            b in (prop::option::of(1..28_i8), prop::option::of(1..28_i8)),
        ) {
            let runs_forward = |(from, until): (Option<i8>, Option<i8>)| from.zip(until).is_none_or(|(f, u)| f < u);
            prop_assume!(runs_forward(a) && runs_forward(b));
            let (a, b) = (period(a.0, a.1), period(b.0, b.1));
            let mut days = (1..=28).map(|day| Date::constant(2026, 1, day)).chain([Date::MIN, Date::MAX]);
            let common = days.any(|day| a.holds_on(day) && b.holds_on(day));
            prop_assert_eq!(a.overlaps(&b), common);
            prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        }
    }
}

//! The roster: people, teams, reporting lines, holdings and responsibilities, each with the days it holds and the days it
//! was believed.

mod change;
mod duty;
mod holding;
mod line;
mod period;
mod person;
mod restate;
mod team;

use jiff::civil::Date;

pub use change::{Change, Refused};
pub use duty::{Capacity, Fit, Mode, Ownership, TeamDuty, Wish};
pub use holding::{Basis, Holding, Opening, Vacancy};
pub use line::ReportsTo;
pub use period::{At, Fact, Period};
pub use person::{Employment, Leave, Person};
pub use restate::restate;
pub use team::{Membership, Team};

/// The whole roster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Name of the organisation, where stated.
    pub organisation: Option<String>,
    /// People.
    pub people: Vec<Person>,
    /// Employments, where stated.
    pub employments: Vec<Employment>,
    /// Leaves of weeks or months.
    pub leaves: Vec<Leave>,
    /// Teams. The same id may stand for several times, one after the other.
    pub teams: Vec<Team>,
    /// Memberships.
    pub memberships: Vec<Membership>,
    /// Reporting lines.
    pub lines: Vec<ReportsTo>,
    /// Holdings.
    pub holdings: Vec<Holding>,
    /// Positions decided on, filled or not.
    pub vacancies: Vec<Vacancy>,
    /// What teams must carry.
    pub duties: Vec<TeamDuty>,
    /// What leads have to give.
    pub capacities: Vec<Capacity>,
    /// Who has declared what.
    pub ownerships: Vec<Ownership>,
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

    /// The team with this id as it is believed now: where it stood several times, the latest.
    pub fn team(&self, id: &str) -> Option<&Team> {
        self.teams.iter().filter(|team| team.id == id && team.current()).max_by_key(|team| team.period.from)
    }

    /// The person's solid-line manager on `day`.
    pub fn manager_of(&self, person: &str, day: Date) -> Option<&Person> {
        let at = At::day(day);
        let line = self.lines.iter().find(|l| l.solid && l.person == person && l.stands(at))?;
        self.person(&line.manager)
    }

    /// Ids of those whose solid-line manager is `person` on `day`, in file order.
    pub fn reports_of(&self, person: &str, day: Date) -> Vec<&str> {
        let at = At::day(day);
        let lines = self.lines.iter().filter(|l| l.solid && l.manager == person && l.stands(at));
        lines.map(|l| l.person.as_str()).collect()
    }

    /// What the person holds on `day`, largest share first, then file order.
    pub fn holdings_of(&self, person: &str, day: Date) -> Vec<&Holding> {
        let at = At::day(day);
        let mut held: Vec<&Holding> = self.holdings.iter().filter(|h| h.person == person && h.stands(at)).collect();
        held.sort_by(|a, b| b.share.total_cmp(&a.share));
        held
    }

    /// Teams the person belongs to on `day`, in file order.
    pub fn teams_of(&self, person: &str, day: Date) -> Vec<&Team> {
        let at = At::day(day);
        let memberships = self.memberships.iter().filter(|m| m.person == person && m.stands(at));
        memberships.filter_map(|m| self.teams.iter().find(|team| team.id == m.team)).collect()
    }
}

#[cfg(test)]
mod tests;

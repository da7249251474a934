//! A roster as read, before it is checked: every statement with its place.

use rung_model::roster::{
    Capacity, Employment, Holding, Leave, Membership, Ownership, Person, ReportsTo, Roster, Team, TeamDuty, Vacancy,
};

use super::{duty, person, statement};
use crate::strict::{Placed, Table};

/// Everything the files state, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) organisation: Option<Placed<String>>,
    pub(super) people: Vec<Placed<Person>>,
    pub(super) employments: Vec<Placed<Employment>>,
    pub(super) leaves: Vec<Placed<Leave>>,
    pub(super) teams: Vec<Placed<Team>>,
    pub(super) memberships: Vec<Placed<Membership>>,
    pub(super) lines: Vec<Placed<ReportsTo>>,
    pub(super) holdings: Vec<Placed<Holding>>,
    pub(super) vacancies: Vec<Placed<Vacancy>>,
    pub(super) duties: Vec<Placed<TeamDuty>>,
    pub(super) capacities: Vec<Placed<Capacity>>,
    pub(super) ownerships: Vec<Placed<Ownership>>,
}

/// The tables of a roster file, as its keys.
pub(super) const TABLES: [&str; 12] = [
    "organisation",
    "team",
    "person",
    "employment",
    "leave",
    "membership",
    "reports_to",
    "holding",
    "position",
    "responsibility",
    "capacity",
    "ownership",
];

impl Draft {
    /// Adds what one file states.
    pub(super) fn take(&mut self, root: &Table<'_>) {
        root.only(&TABLES);
        if let Some(name) = root.label("organisation") {
            let stated = Placed { place: root.place_of("organisation"), value: name };
            self.organisation.get_or_insert(stated);
        }
        for table in root.tables("person") {
            person::take(&table, self);
        }
        let all = |key, read: &mut dyn FnMut(&Table<'_>)| root.tables(key).iter().for_each(read);
        all("team", &mut |table| self.teams.extend(statement::team(table)));
        all("employment", &mut |table| self.employments.extend(statement::employment(table)));
        all("leave", &mut |table| self.leaves.extend(statement::leave(table)));
        all("membership", &mut |table| self.memberships.extend(statement::membership(table)));
        all("reports_to", &mut |table| self.lines.extend(statement::reports_to(table)));
        all("holding", &mut |table| self.holdings.extend(statement::holding(table)));
        all("position", &mut |table| self.vacancies.extend(statement::vacancy(table)));
        all("responsibility", &mut |table| self.duties.extend(duty::duty(table)));
        all("capacity", &mut |table| self.capacities.extend(duty::capacity(table)));
        all("ownership", &mut |table| self.ownerships.extend(duty::ownership(table)));
    }

    /// The roster without places.
    pub(super) fn into_roster(self) -> Roster {
        fn bare<T>(placed: Vec<Placed<T>>) -> Vec<T> {
            placed.into_iter().map(|placed| placed.value).collect()
        }
        Roster {
            organisation: self.organisation.map(|placed| placed.value),
            people: bare(self.people),
            employments: bare(self.employments),
            leaves: bare(self.leaves),
            teams: bare(self.teams),
            memberships: bare(self.memberships),
            lines: bare(self.lines),
            holdings: bare(self.holdings),
            vacancies: bare(self.vacancies),
            duties: bare(self.duties),
            capacities: bare(self.capacities),
            ownerships: bare(self.ownerships),
        }
    }
}

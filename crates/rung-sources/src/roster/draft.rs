//! A roster as read, before it is checked: every statement with its place.

use rung_model::roster::{Holding, Membership, Person, ReportsTo, Roster, Team};

use super::{person, statement};
use crate::strict::{Placed, Table};

/// Everything the files state, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) organisation: Option<Placed<String>>,
    pub(super) people: Vec<Placed<Person>>,
    pub(super) teams: Vec<Placed<Team>>,
    pub(super) memberships: Vec<Placed<Membership>>,
    pub(super) lines: Vec<Placed<ReportsTo>>,
    pub(super) holdings: Vec<Placed<Holding>>,
}

impl Draft {
    /// Adds what one file states.
    pub(super) fn take(&mut self, root: &Table<'_>) {
        root.only(&["organisation", "team", "person", "membership", "reports_to", "holding"]);
        if let Some(name) = root.label("organisation") {
            let stated = Placed { place: root.place_of("organisation"), value: name };
            self.organisation.get_or_insert(stated);
        }
        for table in root.tables("team") {
            self.teams.extend(statement::team(&table));
        }
        for table in root.tables("person") {
            person::take(&table, self);
        }
        for table in root.tables("membership") {
            self.memberships.extend(statement::membership(&table));
        }
        for table in root.tables("reports_to") {
            self.lines.extend(statement::reports_to(&table));
        }
        for table in root.tables("holding") {
            self.holdings.extend(statement::holding(&table));
        }
    }

    /// The roster without places.
    pub(super) fn into_roster(self) -> Roster {
        fn bare<T>(placed: Vec<Placed<T>>) -> Vec<T> {
            placed.into_iter().map(|placed| placed.value).collect()
        }
        Roster {
            organisation: self.organisation.map(|placed| placed.value),
            people: bare(self.people),
            teams: bare(self.teams),
            memberships: bare(self.memberships),
            lines: bare(self.lines),
            holdings: bare(self.holdings),
        }
    }
}

//! Changes of an organisation: hired, moved, split, merged, corrected, left. Each is recorded on a day, for days before
//! or behind it, and can be asked for as it was believed at any time.

use jiff::civil::Date;
use thiserror::Error;

use super::{Employment, Fact, Holding, Membership, Period, Person, ReportsTo, Roster, Team, restate};

/// A change. `period` is when it holds; a past one back-dates or corrects, an ended one holds for a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Somebody comes.
    Hire {
        /// Who. Their id must be new.
        person: Box<Person>,
        /// First day.
        from: Date,
    },
    /// Somebody's teams are these and no other over those days.
    Move {
        /// Person id.
        person: String,
        /// Team ids with the share of time in each.
        teams: Vec<(String, f64)>,
        /// When.
        period: Period,
    },
    /// Somebody's solid-line manager is this one over those days.
    Report {
        /// Person id.
        person: String,
        /// Person id of the manager; absent = nobody.
        manager: Option<String>,
        /// When.
        period: Period,
    },
    /// Somebody holds this position and no other over those days.
    Hold {
        /// Person id.
        person: String,
        /// What they hold; its own times and person do not count. Absent = nothing.
        holding: Option<Box<Holding>>,
        /// When.
        period: Period,
    },
    /// A team is there, of this name and parent, over those days.
    Found {
        /// The team; its own times do not count.
        team: Box<Team>,
        /// When.
        period: Period,
    },
    /// Some people of a team become a team of their own.
    Split {
        /// Team id.
        team: String,
        /// The new team; its own times do not count.
        into: Box<Team>,
        /// Person ids.
        people: Vec<String>,
        /// First day.
        from: Date,
    },
    /// A team becomes part of another: its people and the teams under it go there.
    Merge {
        /// Team id of the one that ends.
        team: String,
        /// Team id of the one that stays.
        into: String,
        /// First day.
        from: Date,
    },
    /// Somebody goes: everything stated of them ends.
    Leave {
        /// Person id.
        person: String,
        /// The first day they are gone.
        day: Date,
    },
}

/// Why a change cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// It would be recorded before something that is recorded already.
    #[error("the record goes up to {0}; a change is recorded on that day or later")]
    Earlier(Date),
    /// The id is taken.
    #[error("the id `{0}` is taken; give another")]
    Taken(String),
    /// A person is not known.
    #[error("the person `{0}` is not in the roster")]
    NoPerson(String),
    /// A team is not known.
    #[error("the team `{0}` is not in the roster")]
    NoTeam(String),
    /// A person would manage themselves, or a team would hold itself.
    #[error("`{0}` would come to stand above itself")]
    Circle(String),
}

impl Roster {
    /// Records a change on the day `on`.
    ///
    /// # Errors
    /// [`Refused`], and then nothing is changed.
    pub fn record(&mut self, change: &Change, on: Date) -> Result<(), Refused> {
        if let Some(last) = self.recorded_until().filter(|last| on < *last) {
            return Err(Refused::Earlier(last));
        }
        self.possible(change)?;
        match change {
            Change::Hire { person, from } => {
                self.people.push((**person).clone());
                let period = Period::since(*from);
                let id = person.id.clone();
                self.employments.push(Employment { person: id, fte: 1.0, period, known: Period::since(on) });
            }
            Change::Move { person, teams, period } => {
                let new = teams.iter().map(|(team, share)| member(person, team, *share, *period));
                restate(&mut self.memberships, |m| m.person == *person, *period, on, new);
            }
            Change::Report { person, manager, period } => {
                let new = manager.iter().map(|manager| line(person, manager, *period));
                restate(&mut self.lines, |l| l.solid && l.person == *person, *period, on, new);
            }
            Change::Hold { person, holding, period } => {
                let new = holding.iter().map(|h| Holding { person: person.clone(), period: *period, ..(**h).clone() });
                restate(&mut self.holdings, |h| h.person == *person, *period, on, new);
            }
            Change::Found { team, period } => self.found(team, *period, on),
            Change::Split { team, into, people, from } => {
                let period = Period::since(*from);
                self.found(into, period, on);
                self.take_over(team, &into.id, Some(people), period, on);
            }
            Change::Merge { team, into, from } => {
                let period = Period::since(*from);
                self.take_over(team, into, None, period, on);
                self.adopt(team, into, period, on);
                restate(&mut self.teams, |t| t.id == *team, period, on, None);
            }
            Change::Leave { person, day } => {
                let gone = Period::since(*day);
                restate(&mut self.employments, |e| e.person == *person, gone, on, None);
                restate(&mut self.leaves, |l| l.person == *person, gone, on, None);
                restate(&mut self.memberships, |m| m.person == *person, gone, on, None);
                restate(&mut self.lines, |l| l.person == *person || l.manager == *person, gone, on, None);
                restate(&mut self.holdings, |h| h.person == *person, gone, on, None);
                restate(&mut self.capacities, |c| c.person == *person, gone, on, None);
                restate(&mut self.ownerships, |o| o.person == *person, gone, on, None);
            }
        }
        Ok(())
    }

    /// The last day something is recorded on; `None` where nothing says when.
    pub fn recorded_until(&self) -> Option<Date> {
        fn last<T: Fact>(facts: &[T]) -> Option<Date> {
            facts.iter().flat_map(|fact| [fact.known().from, fact.known().until]).flatten().max()
        }
        [
            last(&self.employments),
            last(&self.leaves),
            last(&self.teams),
            last(&self.memberships),
            last(&self.lines),
            last(&self.holdings),
            last(&self.vacancies),
            last(&self.duties),
            last(&self.capacities),
            last(&self.ownerships),
        ]
        .into_iter()
        .flatten()
        .max()
    }

    fn possible(&self, change: &Change) -> Result<(), Refused> {
        let person = |id: &String| self.person(id).map(|_| ()).ok_or_else(|| Refused::NoPerson(id.clone()));
        let team = |id: &String| self.team(id).map(|_| ()).ok_or_else(|| Refused::NoTeam(id.clone()));
        match change {
            Change::Hire { person, .. } if self.person(&person.id).is_some() => Err(Refused::Taken(person.id.clone())),
            Change::Hire { .. } => Ok(()),
            Change::Move { person: id, teams, .. } => {
                person(id)?;
                teams.iter().try_for_each(|(id, _)| team(id))
            }
            Change::Report { person: id, manager, .. } => {
                person(id)?;
                match manager {
                    Some(manager) if manager == id => Err(Refused::Circle(id.clone())),
                    Some(manager) => person(manager),
                    None => Ok(()),
                }
            }
            Change::Hold { person: id, .. } | Change::Leave { person: id, .. } => person(id),
            Change::Found { team: new, .. } => match &new.parent {
                Some(parent) if *parent == new.id => Err(Refused::Circle(new.id.clone())),
                Some(parent) => team(parent),
                None => Ok(()),
            },
            Change::Split { team: id, into, people, .. } => {
                team(id)?;
                people.iter().try_for_each(person)?;
                if self.teams.iter().any(|team| team.id == into.id) {
                    Err(Refused::Taken(into.id.clone()))
                } else {
                    Ok(())
                }
            }
            Change::Merge { team: id, into, .. } if id == into => Err(Refused::Circle(id.clone())),
            Change::Merge { team: id, into, .. } => team(id).and_then(|()| team(into)),
        }
    }

    fn found(&mut self, team: &Team, period: Period, on: Date) {
        restate(&mut self.teams, |t| t.id == team.id, period, on, [team.at_times(period, Period::default())]);
    }

    /// Memberships of `team`, of these people or of all, become memberships of `into` where they are not in it already.
    fn take_over(&mut self, team: &str, into: &str, people: Option<&[String]>, over: Period, on: Date) {
        let concerned = |m: &Membership| m.team == team && people.is_none_or(|people| people.contains(&m.person));
        let current = || self.memberships.iter().filter(|m| m.current());
        let mut new = Vec::new();
        for old in current().filter(|m| concerned(m)) {
            let Some(common) = old.period.common(&over) else { continue };
            let mut gaps = vec![common];
            for there in current().filter(|m| m.team == into && m.person == old.person) {
                gaps = gaps.iter().flat_map(|gap| gap.without(&there.period)).collect();
            }
            new.extend(gaps.into_iter().map(|period| Membership { team: into.to_owned(), period, ..old.clone() }));
        }
        restate(&mut self.memberships, concerned, over, on, new);
    }

    /// Teams under `team` come under `into`; `into` itself, where it was one of them, comes under what was above.
    fn adopt(&mut self, team: &str, into: &str, over: Period, on: Date) {
        let current = || self.teams.iter().filter(|t| t.current());
        let mut new = Vec::new();
        for child in current().filter(|t| t.parent.as_deref() == Some(team)) {
            let Some(common) = child.period.common(&over) else { continue };
            if child.id != into {
                new.push(Team { parent: Some(into.to_owned()), period: common, ..child.clone() });
                continue;
            }
            let mut gaps = vec![common];
            for above in current().filter(|t| t.id == team) {
                let Some(period) = common.common(&above.period) else { continue };
                gaps = gaps.iter().flat_map(|gap| gap.without(&period)).collect();
                new.push(Team { parent: above.parent.clone().filter(|above| above != into), period, ..child.clone() });
            }
            new.extend(gaps.into_iter().map(|period| Team { parent: None, period, ..child.clone() }));
        }
        restate(&mut self.teams, |t| t.parent.as_deref() == Some(team), over, on, new);
    }
}

fn member(person: &str, team: &str, share: f64, period: Period) -> Membership {
    Membership { person: person.to_owned(), team: team.to_owned(), share, part: None, period, known: Period::default() }
}

fn line(person: &str, manager: &str, period: Period) -> ReportsTo {
    ReportsTo {
        person: person.to_owned(),
        manager: manager.to_owned(),
        solid: true,
        interim: false,
        period,
        known: Period::default(),
    }
}

//! How the other human of a two-person event relates to the owner, by the roster on that day.

use std::collections::HashMap;

use jiff::civil::Date;
use rung_model::{
    account::Account,
    roster::{Period, Roster},
    rule::Relation,
};

/// Longest chain of managers that is followed; a circle in the roster ends here.
const LONGEST_CHAIN: usize = 32;

/// A roster indexed for asking about lines and teams again and again.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    people: HashMap<String, usize>,
    /// Who claims an address; `None` where several do.
    addresses: HashMap<String, Option<usize>>,
    above: Vec<Vec<Line>>,
    teams: Vec<Vec<(String, Period)>>,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    manager: usize,
    solid: bool,
    period: Period,
}

impl Lines {
    /// Indexes a roster. Lines and memberships of people it does not list are left out.
    pub fn of(roster: &Roster) -> Self {
        let mut lines = Self::default();
        for (at, person) in roster.people.iter().enumerate() {
            lines.people.entry(person.id.clone()).or_insert(at);
            for address in &person.addresses {
                let claim = lines.addresses.entry(address.to_lowercase()).or_insert(Some(at));
                if *claim != Some(at) {
                    *claim = None;
                }
            }
        }
        lines.above = vec![Vec::new(); roster.people.len()];
        lines.teams = vec![Vec::new(); roster.people.len()];
        for line in &roster.lines {
            if let (Some(&person), Some(&manager)) = (lines.people.get(&line.person), lines.people.get(&line.manager))
                && let Some(above) = lines.above.get_mut(person)
            {
                above.push(Line { manager, solid: line.solid, period: line.period });
            }
        }
        for membership in &roster.memberships {
            if let Some(teams) = lines.people.get(&membership.person).and_then(|&at| lines.teams.get_mut(at)) {
                teams.push((membership.team.clone(), membership.period));
            }
        }
        lines
    }

    /// The position in the roster of the one person who claims `address`, or of the person `id`.
    pub(crate) fn find(&self, id: Option<&str>, addresses: &[String]) -> Option<usize> {
        id.and_then(|id| self.people.get(id).copied())
            .or_else(|| addresses.iter().find_map(|address| self.at_address(address)))
    }

    /// The position in the roster of the one person who claims `address`.
    pub(crate) fn at_address(&self, address: &str) -> Option<usize> {
        match self.addresses.get(address) {
            Some(claim) => *claim,
            None => self.addresses.get(&address.to_lowercase()).copied().flatten(),
        }
    }

    /// Solid-line managers of `person` on `day`, nearest first.
    pub(crate) fn chain(&self, person: usize, day: Date) -> impl Iterator<Item = usize> {
        std::iter::successors(self.manager(person, day), move |&at| self.manager(at, day)).take(LONGEST_CHAIN)
    }

    fn manager(&self, person: usize, day: Date) -> Option<usize> {
        let above = self.above.get(person)?;
        above.iter().find(|line| line.solid && line.period.holds_on(day)).map(|line| line.manager)
    }

    fn dotted(&self, person: usize, manager: usize, day: Date) -> bool {
        self.above
            .get(person)
            .is_some_and(|above| above.iter().any(|line| line.manager == manager && line.period.holds_on(day)))
    }

    fn share_a_team(&self, one: usize, other: usize, day: Date) -> bool {
        let teams =
            |at: usize| self.teams.get(at).into_iter().flatten().filter(move |(_, period)| period.holds_on(day));
        teams(one).any(|(team, _)| teams(other).any(|(same, _)| same == team))
    }

    /// The relation of `other` to `me`, both in the roster; `None` for oneself.
    pub(crate) fn between(&self, me: usize, other: usize, day: Date) -> Option<Relation> {
        if me == other {
            return None;
        }
        let relation = match self.chain(other, day).position(|manager| manager == me) {
            Some(0) => Relation::Report,
            Some(_) => Relation::SkipReport,
            None if self.chain(me, day).any(|manager| manager == other) => Relation::Manager,
            None if self.dotted(other, me, day) => Relation::Report,
            None if self.dotted(me, other, day) => Relation::Manager,
            None => {
                let same_manager = self.manager(me, day).is_some_and(|above| self.manager(other, day) == Some(above));
                if same_manager || self.share_a_team(me, other, day) { Relation::Peer } else { Relation::OffLine }
            }
        };
        Some(relation)
    }
}

/// The domain of an address, lower case.
fn domain(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain).filter(|domain| !domain.is_empty())
}

/// True where both addresses are of one organisation: the same domain, or one below the other.
fn same_organisation(one: &str, other: &str) -> bool {
    let below = |inner: &str, outer: &str| {
        inner.len() > outer.len()
            && inner.get(inner.len() - outer.len()..).is_some_and(|end| end.eq_ignore_ascii_case(outer))
            && inner.as_bytes().get(inner.len() - outer.len() - 1) == Some(&b'.')
    };
    one.eq_ignore_ascii_case(other) || below(one, other) || below(other, one)
}

/// Whether `other` is of another domain than all of `own`; `None` where either is not known.
pub fn is_external(own: &[String], other: &Account) -> Option<bool> {
    let other = domain(other.address.as_deref()?)?;
    let mut own = own.iter().filter_map(|address| domain(address)).peekable();
    own.peek()?;
    Some(!own.any(|domain| same_organisation(domain, other)))
}

/// How `other` relates to the owner on `day` (MEASURE section 3).
///
/// `me` is the owner's person id, `own` the owner's addresses; either finds the owner in the
/// roster. A dotted line counts as a line where no solid one says otherwise. Above and below
/// reach to any depth. `None` for oneself, for someone without an address, and where the
/// roster knows the other but not the owner.
pub fn relation(lines: &Lines, me: Option<&str>, own: &[String], other: &Account, day: Date) -> Option<Relation> {
    relation_from(lines, lines.find(me, own), own, other, day)
}

/// The same for an owner already found in the roster.
pub(crate) fn relation_from(
    lines: &Lines,
    me: Option<usize>,
    own: &[String],
    other: &Account,
    day: Date,
) -> Option<Relation> {
    if other.has_one_of(own) {
        return None;
    }
    match lines.at_address(other.address.as_deref()?) {
        Some(other) => lines.between(me?, other, day),
        None => is_external(own, other).map(|external| if external { Relation::External } else { Relation::Unknown }),
    }
}

//! Who may see what: the one place where that is decided.
//!
//! ```text
//! asker + what it is about + the roster as of today -> standings -> cells of the table -> how far
//! ```
//!
//! Standings are those of today: a former manager has none from the end date on, a future one none before the start, and
//! who is not here (any more, or yet) has none at all.

mod table;

use rung_measure::org::{rollup, view::View};

pub use table::{Cell, Object, ROWS, Reach, Standing, cell};

/// What one wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// See it.
    Read,
    /// Change it.
    Write,
}

/// Who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asker {
    /// True for who is logged in.
    pub known: bool,
    /// The person of the roster they are.
    pub person: Option<String>,
    /// Sets the server up.
    pub administrator: bool,
    /// Of the works council.
    pub council: bool,
    /// The team they are human resources of, with all under it; `*` is everybody.
    pub scope: Option<String>,
    /// True where the organisation shows its framework to the world.
    pub open_framework: bool,
}

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    /// The organisation: nobody of it more than another.
    Organisation,
    /// A team, by id.
    Team(&'a str),
    /// A person, by id.
    Person(&'a str),
}

/// The standings of an asker, today.
pub fn standings(asker: &Asker, about: About<'_>, view: &View<'_>) -> Vec<Standing> {
    if !asker.known {
        return vec![Standing::Nobody];
    }
    let mut all = Vec::new();
    if let Some(own) = asker.person.as_deref().and_then(|id| view.person(id)).filter(|own| view.people[*own].here) {
        all.extend(personal(own, about, view));
    }
    // What is one's own stays one's own: to see, export and erase it, also after one left.
    if let (About::Person(person), Some(own)) = (about, asker.person.as_deref())
        && person == own
        && !all.contains(&Standing::Subject)
    {
        all.push(Standing::Subject);
    }
    if asker.scope.as_deref().is_some_and(|scope| in_scope(scope, about, view)) {
        all.push(Standing::HumanResources);
    }
    if asker.administrator {
        all.push(Standing::Administrator);
    }
    if asker.council {
        all.push(Standing::Council);
    }
    all
}

/// What follows from one's place in the roster.
fn personal(own: usize, about: About<'_>, view: &View<'_>) -> Vec<Standing> {
    let mut all = vec![Standing::Peer];
    match about {
        // Everybody is a subject of what holds for all.
        About::Organisation => all.push(Standing::Subject),
        About::Person(person) => {
            let Some(other) = view.person(person) else { return all };
            if other == own {
                all.push(Standing::Subject);
                return all;
            }
            if !view.people[other].here {
                return all;
            }
            match lines_between(other, own, view) {
                Some(1) => all.push(Standing::Manager),
                Some(_) => all.push(Standing::SkipLevel),
                None => {}
            }
            if teams_of(other, view).any(|team| leads(own, team, view)) {
                all.push(Standing::TeamLead);
            }
        }
        About::Team(team) => {
            let Some(team) = view.team(team) else { return all };
            if view.teams[team].members.contains(&own) {
                all.push(Standing::Subject);
            }
            if leads(own, team, view) {
                all.push(Standing::TeamLead);
            }
            let members = &view.teams[team].members;
            let lines: Vec<Option<usize>> = members
                .iter()
                .filter(|member| **member != own)
                .map(|member| lines_between(*member, own, view))
                .collect();
            if lines.contains(&Some(1)) {
                all.push(Standing::Manager);
            }
            if lines.iter().any(|line| line.is_some_and(|line| line > 1)) {
                all.push(Standing::SkipLevel);
            }
        }
    }
    all
}

/// Solid lines from a person up to another; `None` where none lead there.
fn lines_between(person: usize, above: usize, view: &View<'_>) -> Option<usize> {
    let mut at = person;
    for steps in 1..=view.people.len() {
        at = view.people[at].manager?;
        if at == above {
            return Some(steps);
        }
    }
    None
}

fn teams_of<'v>(person: usize, view: &'v View<'_>) -> impl Iterator<Item = usize> + 'v {
    view.people[person].memberships.iter().filter_map(|membership| view.team(&membership.team))
}

/// Whether somebody leads a team, technically or its people.
fn leads(person: usize, team: usize, view: &View<'_>) -> bool {
    let leads = rollup::leads(view, team);
    leads.tech.contains(&person) || leads.people.contains(&person)
}

/// Whether a scope of human resources holds what is asked about.
fn in_scope(scope: &str, about: About<'_>, view: &View<'_>) -> bool {
    if scope == "*" {
        return true;
    }
    let Some(top) = view.team(scope) else { return false };
    let under = |mut team: usize| {
        for _ in 0..=view.teams.len() {
            if team == top {
                return true;
            }
            match view.teams[team].parent {
                Some(parent) => team = parent,
                None => return false,
            }
        }
        false
    };
    match about {
        About::Organisation => false,
        About::Team(team) => view.team(team).is_some_and(under),
        About::Person(person) => view.person(person).is_some_and(|person| teams_of(person, view).any(under)),
    }
}

/// How far an asker's right to do something with an object reaches; `None` where there is none.
pub fn reach(asker: &Asker, verb: Verb, object: Object, about: About<'_>, view: &View<'_>) -> Option<Reach> {
    if !asker.known {
        return (asker.open_framework && (verb, object) == (Verb::Read, Object::Framework)).then_some(Reach::Whole);
    }
    let of = |standing: Standing| match verb {
        Verb::Read => cell(object, standing).read,
        Verb::Write => cell(object, standing).write,
    };
    standings(asker, about, view).into_iter().filter_map(of).max()
}

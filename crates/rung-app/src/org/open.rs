//! Reading a roster with its framework, and finding people and teams in it.

use std::path::{Path, PathBuf};

use rung_measure::org::view::View;
use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::{At, Roster},
};
use rung_sources::roster;

use crate::error::AppError;

/// A roster as read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it is.
    pub path: PathBuf,
    /// What it says; what contradicts itself is left out.
    pub roster: Roster,
    /// What its positions and responsibilities are looked up in.
    pub framework: Framework,
    /// Every problem met.
    pub problems: Vec<Problem>,
}

/// Reads a roster.
///
/// # Errors
/// [`AppError::Inputs`] where there is nobody in it to speak of, and that is a fault of the files.
pub fn open(path: &Path, framework: Framework) -> Result<Opened, AppError> {
    let (roster, problems) = roster::read_with(path, &framework);
    if roster.people.is_empty() && problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(AppError::Inputs(problems));
    }
    Ok(Opened { path: path.to_owned(), roster, framework, problems })
}

impl Opened {
    /// The organisation at a point of both times.
    pub fn view(&self, at: At) -> View<'_> {
        View::of(&self.roster, &self.framework, at)
    }

    /// The team called so: by id, else by name where one alone has it.
    ///
    /// # Errors
    /// [`AppError::NoSuch`] and [`AppError::Ambiguous`].
    pub fn team(&self, view: &View<'_>, called: &str) -> Result<usize, AppError> {
        if let Some(at) = view.team(called) {
            return Ok(at);
        }
        let named = |at: &usize| alike(&view.teams[*at].team.name, called);
        let ids = |at: &usize| view.teams[*at].team.id.clone();
        one("team", called, &(0..view.teams.len()).filter(named).collect::<Vec<_>>(), ids, || {
            view.teams.iter().map(|team| team.team.id.clone()).collect()
        })
    }

    /// The person called so: by id or address, else by name where one alone has it.
    ///
    /// # Errors
    /// [`AppError::NoSuch`] and [`AppError::Ambiguous`].
    pub fn person(&self, view: &View<'_>, called: &str) -> Result<usize, AppError> {
        if let Some(at) = view.person(called) {
            return Ok(at);
        }
        if let Some(at) = self.roster.person_at(called).and_then(|person| view.person(&person.id)) {
            return Ok(at);
        }
        let named = |at: &usize| alike(&view.people[*at].person.name, called);
        let ids = |at: &usize| view.people[*at].person.id.clone();
        one("person", called, &(0..view.people.len()).filter(named).collect::<Vec<_>>(), ids, || {
            view.people.iter().map(|person| person.person.id.clone()).collect()
        })
    }
}

fn alike(name: &str, called: &str) -> bool {
    name.trim().to_lowercase() == called.trim().to_lowercase()
}

fn one(
    what: &'static str,
    called: &str,
    found: &[usize],
    id: impl Fn(&usize) -> String,
    known: impl Fn() -> Vec<String>,
) -> Result<usize, AppError> {
    match found {
        [only] => Ok(*only),
        [] => Err(AppError::NoSuch { what, id: called.to_owned(), known: near(called, known()) }),
        _ => Err(AppError::Ambiguous { asked: called.to_owned(), fits: found.iter().map(id).collect() }),
    }
}

/// Ids that begin alike first; a dozen at most.
fn near(called: &str, mut known: Vec<String>) -> Vec<String> {
    let start: String = called.to_lowercase().chars().take(2).collect();
    known.sort_by_key(|id| !id.to_lowercase().starts_with(&start));
    known.truncate(12);
    known
}

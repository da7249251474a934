//! What each lead answers alone about a team's responsibilities, and the reveal when all have.
//!
//! An answer is a file of its own, `answers/TEAM/PERSON.toml` in the roster's folder. Nothing of it is shown before every
//! lead has answered everything: then all are shown together.

use std::{collections::BTreeMap, fs, path::PathBuf};

use rung_measure::own::map::State;
use rung_model::{problem::Problem, roster::Mode};
use rung_sources::roster::answers::{self, Said};

use super::{open::Opened, team::TeamMap};
use crate::error::AppError;

/// What came of asking.
#[derive(Clone, Debug)]
pub enum Reveal {
    /// Somebody has not answered everything; person ids with how many answers are missing.
    Waiting {
        /// Who is awaited.
        missing: Vec<(String, usize)>,
        /// Who has answered.
        done: Vec<String>,
    },
    /// All have.
    Open {
        /// By responsibility, what each lead said, in the case's order.
        rows: Vec<Row>,
    },
}

/// What the leads said of one responsibility.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The responsibility.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// Person ids who say it is theirs.
    pub own: Vec<String>,
    /// Person ids who say they take part.
    pub contribute: Vec<String>,
    /// What that makes of it.
    pub state: State,
}

fn folder(opened: &Opened, team: &str) -> Result<PathBuf, AppError> {
    if opened.path.is_dir() {
        Ok(opened.path.join(rung_sources::roster::ANSWERS).join(part(team)))
    } else {
        Err(AppError::NeedsFolder { path: opened.path.display().to_string() })
    }
}

/// An id as one part of a path, which leads nowhere else.
fn part(id: &str) -> String {
    id.chars().map(|c| if c.is_alphanumeric() || "-_@+".contains(c) { c } else { '-' }).collect()
}

/// Writes a blank answer for a lead and says where it is.
///
/// # Errors
/// [`AppError::NoSuch`] where they are no lead, [`AppError::Exists`] where they have one already, [`AppError::File`]
/// where it cannot be written, and where the roster is a single file.
pub fn blank(opened: &Opened, map: &TeamMap, person: &str) -> Result<PathBuf, AppError> {
    let leads = || map.case.leads.iter().map(|lead| lead.person.clone()).collect::<Vec<_>>();
    if !leads().iter().any(|lead| lead == person) {
        return Err(AppError::NoSuch { what: "lead", id: person.to_owned(), known: leads() });
    }
    let folder = folder(opened, &map.team)?;
    let file = folder.join(format!("{}.toml", part(person)));
    let at = |cause| AppError::File { path: file.display().to_string(), cause };
    if file.exists() {
        return Err(AppError::Exists { path: file.display().to_string() });
    }
    fs::create_dir_all(&folder).map_err(at)?;
    let duties: Vec<(&str, &str)> = map.case.duties.iter().map(|duty| (duty.id.as_str(), duty.name.as_str())).collect();
    fs::write(&file, answers::blank(&map.team, person, &duties)).map_err(at)?;
    Ok(file)
}

/// Reads what was answered.
///
/// # Errors
/// [`AppError::NeedsFolder`] where the roster is a single file.
pub fn reveal(opened: &Opened, map: &TeamMap) -> Result<(Reveal, Vec<Problem>), AppError> {
    let duties: Vec<&str> = map.case.duties.iter().map(|duty| duty.id.as_str()).collect();
    let (answers, problems) = answers::read(&folder(opened, &map.team)?, &map.team, &duties);
    let said: BTreeMap<&str, &BTreeMap<String, Said>> = answers.iter().map(|a| (a.person.as_str(), &a.said)).collect();
    let (mut missing, mut done) = (Vec::new(), Vec::new());
    for lead in map.case.leads.iter().filter(|lead| lead.capacity.is_some()) {
        let answered =
            said.get(lead.person.as_str()).map_or(0, |said| duties.iter().filter(|d| said.contains_key(**d)).count());
        if answered == duties.len() {
            done.push(lead.person.clone());
        } else {
            missing.push((lead.person.clone(), duties.len() - answered));
        }
    }
    if !missing.is_empty() {
        return Ok((Reveal::Waiting { missing, done }, problems));
    }
    let mut case = map.case.clone();
    for duty in &mut case.duties {
        let who = |mode: Mode| {
            let says = |lead: &&str| said.get(lead).and_then(|said| said.get(&duty.id)) == Some(&Said::Has(mode));
            let leads = map.case.leads.iter().enumerate().filter(|(_, lead)| says(&lead.person.as_str()));
            leads.map(|(at, _)| at).collect::<Vec<_>>()
        };
        (duty.owners, duty.contributors) = (who(Mode::Own), who(Mode::Contribute));
    }
    let states = rung_measure::own::map::Map::of(&case).states;
    let ids = |places: &[usize]| places.iter().map(|lead| case.leads[*lead].person.clone()).collect();
    let rows = case.duties.iter().zip(states).map(|(duty, state)| Row {
        duty: duty.id.clone(),
        name: duty.name.clone(),
        own: ids(&duty.owners),
        contribute: ids(&duty.contributors),
        state,
    });
    Ok((Reveal::Open { rows: rows.collect() }, problems))
}

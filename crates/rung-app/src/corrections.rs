//! `correct`: what one event, a series or another fact really was. Shown before it is applied; never lost.

use std::{collections::BTreeMap, fs, path::Path};

use jiff::{Timestamp, civil::Date};
use rung_measure::corrections::{day_of, look_of};
use rung_model::{
    correction::{Correction, Target},
    evidence::{Evidence, Object},
    kind::Kind,
    problem::{Problem, Severity},
    rule::{Level, Match, Rule},
};
use rung_sources::{corrections, progress::Progress};

use crate::{
    error::AppError,
    explain::{evidence_name, is_meant},
    measured::Facts,
    request::Request,
    rules::{Tried, compare},
};

/// What to correct.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Part of a title, a UID, the start of a commit's id or of an evidence id.
    pub what: String,
    /// The day of the occurrence; needed where the event stands on several days and `series` is not set.
    pub on: Option<Date>,
    /// Every occurrence of the event.
    pub series: bool,
    /// What it is.
    pub set: Kind,
    /// Why.
    pub why: Option<String>,
}

/// A correction that was not applied yet, and what it would move.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The correction.
    pub correction: Correction,
    /// What it is about, in words.
    pub about: String,
    /// Minutes it would move.
    pub tried: Tried,
}

/// Works out a correction and the minutes it would move in the window of the request. Writes nothing.
///
/// # Errors
/// [`AppError::NothingFound`], [`AppError::Ambiguous`], or as [`crate::report::report`].
pub fn propose(file: &Path, wanted: &Wanted, request: &Request, progress: &dyn Progress) -> Result<Proposal, AppError> {
    let known = list(file)?;
    let facts = Facts::gather(request, progress)?;
    propose_on(&facts, &known, wanted, request, &file.display().to_string())
}

/// [`propose`] on facts and corrections that are at hand; `origin` is where it will stand.
pub(crate) fn propose_on(
    facts: &Facts,
    known: &[Correction],
    wanted: &Wanted,
    request: &Request,
    origin: &str,
) -> Result<Proposal, AppError> {
    let (target, example) = target(facts, wanted)?;
    let correction = Correction {
        id: corrections::next_id(known),
        made: request.now,
        also: Vec::new(),
        look: look_of(example, &facts.zone).unwrap_or_default(),
        set: wanted.set,
        why: wanted.why.clone(),
        undone: None,
        origin: origin.to_owned(),
        target,
    };
    let about = match &correction.target {
        Target::Occurrence { day, .. } => format!("{} on {}", evidence_name(example), day.strftime("%-d %b %Y")),
        Target::Series { .. } => format!("every {}", evidence_name(example)),
        Target::Fact(_) => evidence_name(example),
    };
    let rules = facts.declared.rules.clone();
    let mut changed = facts.corrections.clone();
    changed.insert(0, rule(&correction));
    let before = facts.measure(request, rules.clone())?;
    let after = facts.measure_with(request, changed, rules)?;
    let tried = compare(facts, &before, &after, &request.framework.activities);
    Ok(Proposal { correction, about, tried })
}

fn rule(one: &Correction) -> Rule {
    let (level, when) = match &one.target {
        Target::Occurrence { uid, day } => {
            (Level::Occurrence, Match { occurrence: Some((uid.clone(), *day)), ..Match::default() })
        }
        Target::Series { uid } => (Level::Series, Match { series: Some(uid.clone()), ..Match::default() }),
        Target::Fact(id) => (Level::Occurrence, Match { fact: Some(*id), ..Match::default() }),
    };
    Rule { id: one.id.clone(), level, when, set: one.set, why: one.why.clone(), origin: one.origin.clone() }
}

/// The one thing that is meant, with a piece of its evidence.
fn target<'f>(facts: &'f Facts, wanted: &Wanted) -> Result<(Target, &'f Evidence), AppError> {
    let day = |fact: &Evidence| day_of(&fact.when, &facts.zone);
    let inside = |fact: &&Evidence| (facts.first..=facts.last).contains(&day(fact));
    let found: Vec<&Evidence> = facts
        .evidence
        .iter()
        .filter(|fact| is_meant(fact, &wanted.what))
        .filter(inside)
        .filter(|fact| wanted.on.is_none_or(|on| day(fact) == on))
        .collect();
    let mut events: BTreeMap<&str, &Evidence> = BTreeMap::new();
    for fact in &found {
        if let Object::Occurrence(event) = &fact.object {
            events.entry(&event.uid).or_insert(fact);
        }
    }
    let others: Vec<&&Evidence> = found.iter().filter(|fact| !matches!(fact.object, Object::Occurrence(_))).collect();
    let ambiguous = || {
        let line = |fact: &Evidence| format!("{}  {}  {}", day(fact), evidence_name(fact), id_of(fact));
        let fits = found.iter().map(|fact| line(fact)).collect();
        AppError::Ambiguous { asked: wanted.what.clone(), fits }
    };
    match (events.first_key_value(), others.as_slice()) {
        (None, []) => Err(AppError::NothingFound(wanted.what.clone())),
        (None, [only]) => Ok((Target::Fact(only.id), **only)),
        (Some((uid, example)), []) if events.len() == 1 => {
            let mut days: Vec<Date> = found.iter().map(|fact| day(fact)).collect();
            days.sort_unstable();
            days.dedup();
            match days.as_slice() {
                _ if wanted.series => Ok((Target::Series { uid: (*uid).to_owned() }, *example)),
                [only] => Ok((Target::Occurrence { uid: (*uid).to_owned(), day: *only }, *example)),
                _ => Err(ambiguous()),
            }
        }
        _ => Err(ambiguous()),
    }
}

fn id_of(fact: &Evidence) -> String {
    match &fact.object {
        Object::Occurrence(event) => event.uid.clone(),
        _ => fact.id.to_string(),
    }
}

/// Writes a correction into its file, which is made where there is none.
///
/// # Errors
/// [`AppError::Inputs`] where the file has errors (it is left as it is), [`AppError::File`].
pub fn apply(file: &Path, one: &Correction) -> Result<(), AppError> {
    list(file)?;
    write(file, |text| corrections::append(text, one))
}

/// All corrections, those taken back too, in file order.
///
/// # Errors
/// [`AppError::Inputs`] with all problems.
pub fn list(file: &Path) -> Result<Vec<Correction>, AppError> {
    let (read, problems) = corrections::read(file);
    refuse(problems)?;
    Ok(read)
}

/// Takes a correction back; it stays in the file with the moment it was taken back.
///
/// # Errors
/// [`AppError::NoSuch`] where none that holds has this id; as [`list`].
pub fn undo(file: &Path, id: &str, now: Timestamp) -> Result<(), AppError> {
    needs(&list(file)?, id)?;
    write(file, |text| corrections::undo(text, id, now))
}

/// Says that the event with `uid` is the one a correction is about.
///
/// # Errors
/// As [`undo`].
pub fn confirm(file: &Path, id: &str, uid: &str) -> Result<(), AppError> {
    needs(&list(file)?, id)?;
    write(file, |text| corrections::confirm(text, id, uid))
}

fn needs(known: &[Correction], id: &str) -> Result<(), AppError> {
    let holding: Vec<String> = known.iter().filter(|one| one.holds()).map(|one| one.id.clone()).collect();
    if holding.iter().any(|one| one == id) {
        return Ok(());
    }
    Err(AppError::NoSuch { what: "correction", id: id.to_owned(), known: holding })
}

fn refuse(problems: Vec<Problem>) -> Result<(), AppError> {
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(AppError::Inputs(problems));
    }
    Ok(())
}

/// Changes the text of a file; it is made where there is none.
pub(crate) fn write(file: &Path, change: impl FnOnce(&str) -> String) -> Result<(), AppError> {
    let failed = |cause| AppError::File { path: file.display().to_string(), cause };
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(cause) => return Err(failed(cause)),
    };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let beside = file.with_extension("toml.new");
    fs::write(&beside, change(&text)).map_err(failed)?;
    fs::rename(&beside, file).map_err(failed)
}

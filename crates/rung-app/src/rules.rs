//! `rules`: check a rules file, try what it would move, add a rule.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use rung_measure::recognise::{Context, Recogniser};
use rung_model::{
    bucket::Bucket,
    evidence::{Evidence, Object},
    kind::ActivityMap,
    problem::{Problem, Severity},
    rule::{Level, Rule},
};
use rung_sources::{progress::Progress, rules};

use crate::{
    error::AppError,
    explain::{entry_name, kind_name},
    measured::{Facts, Measured},
    request::Request,
};

/// What a rules file holds.
#[derive(Clone, Debug)]
pub struct Checked {
    /// How many rules were read.
    pub rules: usize,
    /// Every problem, regular expressions included.
    pub problems: Vec<Problem>,
}

/// Minutes that rules would move, before they are used (PRIVACY P8: a suggestion, decided by the person).
#[derive(Clone, Debug)]
pub struct Tried {
    /// By title or kind of evidence, most minutes first.
    pub moves: Vec<Move>,
    /// Point minutes by bucket in [`Bucket::ALL`] order, then unclassified: before and after.
    pub before: [f64; 5],
    /// As `before`, with the rules.
    pub after: [f64; 5],
}

/// One title whose kind would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The title, or what the evidence is.
    pub what: String,
    /// Pieces of evidence concerned.
    pub count: usize,
    /// Best-guess minutes they hold, inside and outside working hours.
    pub minutes: f64,
    /// What it was recognised as.
    pub from: String,
    /// What it would be.
    pub to: String,
    /// Id of the rule that decides.
    pub rule: String,
}

/// Checks a rules file: its form, and that every pattern compiles.
pub fn check(file: &Path) -> Checked {
    let (read, mut problems) = rules::read(file, Level::Personal);
    let count = read.len();
    let context = Context { roster: None, me: None, addresses: &[], zone: None };
    if let Err(bad) = Recogniser::new(read, context) {
        problems.extend(bad.into_iter().filter(|p| !problems.contains(p)).collect::<Vec<_>>());
    }
    Checked { rules: count, problems }
}

/// Measures with and without the rules of `file` and says what they move.
///
/// # Errors
/// [`AppError::Inputs`] where the rules have errors; as [`crate::report::report`] otherwise.
pub fn try_file(file: &Path, request: &Request, progress: &dyn Progress) -> Result<Tried, AppError> {
    let checked = check(file);
    if checked.problems.iter().any(|p| p.severity == Severity::Error) {
        return Err(AppError::Inputs(checked.problems));
    }
    let (new, _) = rules::read(file, Level::Personal);
    let facts = Facts::gather(request, progress)?;
    let rules_now = facts.declared.rules.clone();
    let with: Vec<Rule> = new.into_iter().chain(rules_now.iter().cloned()).collect();
    let before = facts.measure(request, rules_now)?;
    let after = facts.measure(request, with)?;
    Ok(compare(&facts, &before, &after, &request.framework.activities))
}

/// What is different between two measurements of the same facts.
pub(crate) fn compare(facts: &Facts, before: &Measured<'_>, after: &Measured<'_>, map: &ActivityMap) -> Tried {
    let minutes = after.minutes_by_evidence();
    let minutes_before = before.minutes_by_evidence();
    let mut moves: BTreeMap<(String, String, String, String), (usize, f64)> = BTreeMap::new();
    for (old, new) in before.items.iter().zip(&after.items) {
        if old.recognition.kind == new.recognition.kind {
            continue;
        }
        let what = evidence_group(old.evidence);
        let key = (
            what,
            kind_name(old.recognition.kind, map),
            kind_name(new.recognition.kind, map),
            new.recognition.rule.to_string(),
        );
        let id = old.evidence.id;
        let held = minutes.get(&id).copied().unwrap_or(0.0).max(minutes_before.get(&id).copied().unwrap_or(0.0));
        let entry = moves.entry(key).or_default();
        *entry = (entry.0 + 1, entry.1 + held);
    }
    let mut moves: Vec<Move> = moves
        .into_iter()
        .map(|((what, from, to, rule), (count, minutes))| Move { what, count, minutes, from, to, rule })
        .collect();
    moves.sort_by(|a, b| b.minutes.total_cmp(&a.minutes).then_with(|| a.what.cmp(&b.what)));
    let sums = |measured: &Measured<'_>| {
        let totals = measured.ledger.totals(facts.first, facts.last);
        let mut sums = [0.0; 5];
        for bucket in Bucket::ALL {
            sums[bucket.index()] = totals.bucket(bucket).point;
        }
        sums[4] = totals.unclassified.point;
        sums
    };
    Tried { before: sums(before), after: sums(after), moves }
}

/// What pieces of evidence are listed under: their title, or verb and repository.
fn evidence_group(evidence: &Evidence) -> String {
    match &evidence.object {
        Object::Occurrence(event) => event.title.clone().unwrap_or_else(|| "(private)".to_owned()),
        Object::Commit(commit) => format!("{} in {}", evidence.verb.id(), commit.repository),
        Object::Logged(_) => "logged by hand".to_owned(),
        Object::Item(event) => {
            format!("{} {} in {}", evidence.verb.id(), event.item.kind.name(), event.item.project)
        }
        Object::Entry(entry) => entry_name(entry),
    }
}

/// Rules of an organisation, from files.
///
/// # Errors
/// [`AppError::Inputs`] where one of them has errors in it.
pub fn of_organisation(files: &[PathBuf]) -> Result<Vec<Rule>, AppError> {
    let (mut all, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        let (read, found) = rules::read(file, Level::Organisation);
        all.extend(read);
        problems.extend(found);
    }
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(AppError::Inputs(problems));
    }
    Ok(all)
}

/// Adds a rule to a rules file, keeping what stands in it, comments included. Makes the file where there is none.
///
/// # Errors
/// [`AppError::Inputs`] where the file or the new rule has errors (the file is left as it is);
/// [`AppError::File`] where it cannot be read or written.
pub fn add(file: &Path, rule: &Rule) -> Result<(), AppError> {
    let failed = |cause| AppError::File { path: file.display().to_string(), cause };
    let text = match fs::read_to_string(file) {
        Ok(text) => {
            let checked = check(file);
            if checked.problems.iter().any(|p| p.severity == Severity::Error) {
                return Err(AppError::Inputs(checked.problems));
            }
            text
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(cause) => return Err(failed(cause)),
    };
    let context = Context { roster: None, me: None, addresses: &[], zone: None };
    Recogniser::new(vec![rule.clone()], context).map_err(AppError::Inputs)?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(file, rules::append(&text, rule)).map_err(failed)
}

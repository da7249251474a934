//! `findings`: what a person answers to a finding, kept with them and never lost.

use std::path::Path;

use jiff::Timestamp;
use rung_model::{answer_to::AnswerTo, problem::Severity};
use rung_sources::answers;

use crate::{corrections::write, error::AppError};

/// All answers, those taken back too, in file order.
///
/// # Errors
/// [`AppError::Inputs`] with all problems.
pub fn list(file: &Path) -> Result<Vec<AnswerTo>, AppError> {
    let (read, problems) = answers::read(file);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(AppError::Inputs(problems));
    }
    Ok(read)
}

/// Keeps an answer; `known` are the keys of the findings there are now.
///
/// # Errors
/// [`AppError::NoSuch`] where no finding has the key of the answer; as [`list`].
pub fn give(file: &Path, answer: &AnswerTo, known: &[String]) -> Result<(), AppError> {
    list(file)?;
    if !known.contains(&answer.finding) {
        return Err(AppError::NoSuch { what: "finding", id: answer.finding.clone(), known: known.to_vec() });
    }
    write(file, |text| answers::append(text, answer))
}

/// Takes every answer to a finding back.
///
/// # Errors
/// [`AppError::NoSuch`] where no answer to it holds; as [`list`].
pub fn undo(file: &Path, finding: &str, now: Timestamp) -> Result<(), AppError> {
    let holding: Vec<String> =
        list(file)?.into_iter().filter(|answer| answer.undone.is_none()).map(|answer| answer.finding).collect();
    if !holding.iter().any(|one| one == finding) {
        return Err(AppError::NoSuch { what: "answer to", id: finding.to_owned(), known: holding });
    }
    write(file, |text| answers::undo(text, finding, now))
}

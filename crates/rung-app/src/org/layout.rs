//! Roster files in the layout of Rung.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rung_model::problem::{Problem, Severity};
use rung_sources::roster;

use crate::error::AppError;

/// What became of a file.
#[derive(Clone, Debug, Default)]
pub struct LaidOut {
    /// True where its layout was another.
    pub changed: bool,
    /// Why it could not be laid out.
    pub problems: Vec<Problem>,
}

/// The files of a roster.
///
/// # Errors
/// [`AppError::Inputs`] where the folder cannot be read.
pub fn files(roster: &Path) -> Result<Vec<PathBuf>, AppError> {
    let mut problems = Vec::new();
    let files = roster::files(roster, &mut problems);
    if problems.is_empty() { Ok(files) } else { Err(AppError::Inputs(problems)) }
}

/// Lays out a file; writes it where it changes and `write` is set.
pub fn lay_out(file: &Path, write: bool) -> LaidOut {
    let failed = |what: String| {
        let mend = "check the name, and that it may be read and written";
        let problem = Problem::new(Severity::Error, file.display().to_string(), "cannot-read", what, mend);
        LaidOut { changed: false, problems: vec![problem] }
    };
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => return failed(format!("it cannot be read: {error}")),
    };
    match roster::fmt(file, &text) {
        Err(problems) => LaidOut { changed: false, problems },
        Ok(laid_out) if laid_out == text => LaidOut::default(),
        Ok(laid_out) => match if write { fs::write(file, laid_out) } else { Ok(()) } {
            Ok(()) => LaidOut { changed: true, problems: Vec::new() },
            Err(error) => failed(format!("it cannot be written: {error}")),
        },
    }
}

//! `framework`: import, validate, lay out, convert and compare career frameworks.

mod assessed;
mod laid_out;

use std::path::{Path, PathBuf};

use rung_measure::ladder::versions::{self, Assessed, Touch, VersionDiff};
use rung_model::{
    framework::{Framework, check},
    problem::{Problem, Severity},
};
use rung_sources::{
    framework::{self, Notation, import::Report},
    progress::Progress,
};

use crate::error::AppError;
pub use assessed::assessed;
pub use laid_out::{LaidOut, lay_out};

/// A framework that was opened: Rung's own format, or any published shape.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What it says.
    pub framework: Framework,
    /// Everything to say about it: of the files, of the import, and of the checks across tables.
    pub problems: Vec<Problem>,
    /// How it was imported; absent for a framework in Rung's own format.
    pub report: Option<Report>,
}

/// Opens a framework with every problem of it, checks included. `id` names what is imported.
pub fn open(path: &Path, id: Option<&str>, progress: &dyn Progress) -> Opened {
    let framework::Opened { framework, places, mut problems, report } = framework::open(path, id, progress);
    problems.extend(check::check(&framework, &places));
    problems.sort_by(|a, b| (&a.file, a.line, a.check).cmp(&(&b.file, b.line, b.check)));
    problems.dedup();
    Opened { framework, problems, report }
}

/// Opens a framework to work with it: the built-in one where none is named. Its problems come with it, as long as
/// none of them keeps it from being used.
///
/// # Errors
/// [`AppError::Inputs`] with every problem where one is an error.
pub fn usable(path: Option<&Path>, progress: &dyn Progress) -> Result<(Framework, Vec<Problem>), AppError> {
    let Some(path) = path else { return Ok((framework::builtin(), Vec::new())) };
    let opened = open(path, None, progress);
    if opened.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(AppError::Inputs(opened.problems));
    }
    Ok((opened.framework, opened.problems))
}

/// Two versions of a framework and whom the changes between them touch.
#[derive(Clone, Debug)]
pub struct Versions {
    /// What changed.
    pub diff: VersionDiff,
    /// The assessed people each change touches.
    pub touches: Vec<Touch>,
    /// Assessed people whose position the earlier version does not have.
    pub unknown: Vec<Assessed>,
}

/// Compares two versions.
pub fn versions(old: &Framework, new: &Framework, people: &[Assessed]) -> Versions {
    let diff = versions::versions(old, new);
    let touches = versions::touches(old, new, &diff, people);
    let known = |row: &&Assessed| old.position(&row.position).or_else(|| old.find_position(&row.position)).is_none();
    Versions { diff, touches, unknown: people.iter().filter(known).cloned().collect() }
}

/// The framework in another notation.
pub fn convert(framework: &Framework, notation: Notation) -> String {
    framework::to_text(framework, notation)
}

/// Writes an imported framework as TOML into a folder, called by its id; gives the file.
///
/// # Errors
/// [`AppError::File`] where it cannot be written.
pub fn keep(framework: &Framework, folder: &Path) -> Result<PathBuf, AppError> {
    let file = folder.join(format!("{}.toml", file_name(&framework.id)));
    write(&file, &framework::to_text(framework, Notation::Toml))?;
    Ok(file)
}

/// Writes a file, making the folders above it.
///
/// # Errors
/// [`AppError::File`] where it cannot be written.
pub fn write(file: &Path, text: &str) -> Result<(), AppError> {
    let failed = |cause| AppError::File { path: file.display().to_string(), cause };
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(file, text).map_err(failed)
}

/// An id as a file name: letters, digits, `-` and `_`.
fn file_name(id: &str) -> String {
    let name: String = id.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).collect();
    let name = name.trim_matches('-').to_owned();
    if name.is_empty() { "framework".to_owned() } else { name }
}

//! A roster from another tool or a published organisation, and back.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::At,
};
use rung_sources::{
    git::{self, Every},
    progress::Progress,
    roster::{
        self, export,
        import::{self, Columns, Format, Imported},
    },
};

use super::open::Opened;
use crate::{error::AppError, gather::unreadable};

/// Reads an organisation; `columns` is the user's own mapping of an HR export.
///
/// # Errors
/// [`AppError::BadValue`] where the mapping cannot be read.
pub fn import(path: &Path, format: Option<&str>, columns: &str, framework: &Framework) -> Result<Imported, AppError> {
    let columns = Columns::parse(columns).map_err(|why| AppError::BadValue {
        option: "--columns",
        value: columns.to_owned(),
        why,
    })?;
    Ok(import::import(path, format.and_then(Format::from_id), &columns, framework))
}

/// Reads every snapshot of a folder's git history: what stood in each becomes the days it held. A folder in none of the
/// formats is taken for a roster of Rung's own.
///
/// # Errors
/// [`AppError::BadValue`] where the mapping cannot be read, [`AppError::Inputs`] where the folder lies in no repository,
/// [`AppError::File`] where a snapshot cannot be written out.
pub fn history(
    path: &Path,
    format: Option<&str>,
    columns: &str,
    every: Every,
    framework: &Framework,
    progress: &dyn Progress,
) -> Result<Imported, AppError> {
    let failed = |cause| AppError::File { path: path.display().to_string(), cause };
    let root = git::discover(path).unwrap_or_else(|| path.to_owned());
    let (whole, top) = (fs::canonicalize(path).map_err(failed)?, fs::canonicalize(&root).map_err(failed)?);
    let inside = whole.strip_prefix(&top).unwrap_or(Path::new("")).to_owned();
    let mut snapshots =
        git::snapshots(&root, &inside, every).map_err(|error| AppError::Inputs(vec![unreadable(&root, &error)]))?;
    let folder = tempfile::Builder::new().prefix("rung-history-").tempdir().map_err(failed)?;
    let (mut days, mut latest) = (Vec::new(), None);
    progress.begin("snapshots of the history", Some(snapshots.len() as u64));
    for at in 0..snapshots.len() {
        let Some(day) = snapshots.unpack(at, folder.path()).map_err(failed)? else { continue };
        let detected = format.and_then(Format::from_id).or_else(|| Format::detect(folder.path()));
        let format = detected.unwrap_or(Format::Toml);
        let imported = import(folder.path(), Some(format.id()), columns, framework)?;
        days.push((day, imported.roster.clone()));
        latest = Some(imported);
        progress.advance(1);
    }
    progress.end();
    let Some(latest) = latest else {
        let what = "its history holds no such folder";
        let mend = "name a folder that is committed, or read it without --history";
        let problem = Problem::new(Severity::Error, path.display().to_string(), "no-history", what, mend);
        return Err(AppError::Inputs(vec![problem]));
    };
    Ok(Imported { roster: roster::through_time(&days), ..latest })
}

/// Writes what was understood into a folder that holds no roster yet, and says which files were written.
///
/// # Errors
/// [`AppError::Exists`] where one of the files is there, [`AppError::File`] where one cannot be written.
pub fn keep(imported: &Imported, folder: &Path) -> Result<Vec<PathBuf>, AppError> {
    let files = roster::write(&imported.roster);
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    if let Some(there) = paths.iter().find(|path| path.exists()) {
        return Err(AppError::Exists { path: there.display().to_string() });
    }
    let failed = |path: &Path| {
        let path = path.display().to_string();
        |cause| AppError::File { path, cause }
    };
    fs::create_dir_all(folder).map_err(failed(folder))?;
    for (path, (_, text)) in paths.iter().zip(&files) {
        fs::write(path, text).map_err(failed(path))?;
    }
    Ok(paths)
}

/// The roster as another tool reads it: `csv` and `backstage` as it stands on the day, `toml` whole.
pub fn exported(opened: &Opened, at: At, format: &str) -> String {
    match format {
        "csv" => export::csv(&opened.roster, at),
        "backstage" => export::backstage(&opened.roster, at),
        _ => roster::one_file(&opened.roster),
    }
}

//! A roster from another tool or a published organisation, and back.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rung_model::{framework::Framework, roster::At};
use rung_sources::roster::{
    self, export,
    import::{self, Columns, Format, Imported},
};

use super::open::Opened;
use crate::error::AppError;

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

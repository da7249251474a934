//! `rung org import`: a roster of an HR export or a published organisation.

use std::path::Path;

use rung_app::{error::AppError, framework, org::import, wire::v1::import as wire};
use rung_model::problem::Severity;
use rung_sources::git::Every;

use crate::{
    cli::OrgArgs,
    outcome::Stop,
    progress::Bar,
    surroundings::Surroundings,
    terminal::{self, ink::Ink, print},
};

/// What to import.
pub(super) struct Asked<'a> {
    pub(super) path: &'a Path,
    pub(super) format: Option<&'a str>,
    pub(super) columns: &'a str,
    /// The folder's git history too, and how closely.
    pub(super) history: Option<Every>,
    /// Where to write it.
    pub(super) output: Option<&'a Path>,
}

pub(super) fn run(args: &OrgArgs, asked: &Asked<'_>) -> Result<(), Stop> {
    let Asked { path, format, columns, history, output } = *asked;
    let around = Surroundings::look()?;
    let named = args.roster.framework.as_deref().or(around.settings.framework.as_deref());
    let (framework, _) = framework::usable(named, &Bar::default())?;
    let imported = match history {
        Some(every) => import::history(path, format, columns, every, &framework, &Bar::default())?,
        None => import::import(path, format, columns, &framework)?,
    };
    if imported.roster.people.is_empty() && imported.problems.iter().any(|p| p.severity == Severity::Error) {
        return Err(AppError::Inputs(imported.problems).into());
    }
    let written = output.map(|folder| import::keep(&imported, folder)).transpose()?.unwrap_or_default();
    let shown = wire::Imported::of(&imported, &written);
    if args.roster.json {
        return Ok(print::json(&shown)?);
    }
    Ok(print::answer(&terminal::import::imported(&shown, Ink::of_stdout()))?)
}

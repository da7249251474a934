//! `rung org import`: a roster of an HR export or a published organisation.

use std::path::Path;

use rung_app::{error::AppError, framework, org::import, wire::v1::import as wire};
use rung_model::problem::Severity;

use crate::{
    cli::OrgArgs,
    outcome::Stop,
    progress::Bar,
    surroundings::Surroundings,
    terminal::{self, ink::Ink, print},
};

pub(super) fn run(
    args: &OrgArgs,
    path: &Path,
    format: Option<&str>,
    columns: &str,
    output: Option<&Path>,
) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let named = args.roster.framework.as_deref().or(around.settings.framework.as_deref());
    let (framework, _) = framework::usable(named, &Bar::default())?;
    let imported = import::import(path, format, columns, &framework)?;
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

//! `rung report`: read your weeks against your role.

use std::fs;

use rung_app::{error::AppError, report, wire::v1};

use super::request;
use crate::{
    cli::ReportArgs,
    outcome::{self, Stop},
    progress::Bar,
    terminal::{self, ink::Ink, print},
};

pub(crate) fn run(args: &ReportArgs) -> Result<(), Stop> {
    let asked = request::of(&args.sources, args.role.as_deref(), args.framework.as_deref())?;
    let mut report = report::report(&asked.request, &Bar::default())?;
    if let Some(example) = &asked.example {
        report = example.scrubbed(report);
    }
    if let Some(file) = &args.html {
        fs::write(file, rung_views::report::page(&report))
            .map_err(|cause| AppError::File { path: file.display().to_string(), cause })?;
        print::complain(&format!("wrote {}", file.display()));
    }
    if args.json {
        return Ok(print::json(&v1::report::Report::from(&report))?);
    }
    outcome::problems(&report.problems);
    Ok(print::answer(&terminal::report::text(&report, args.explain, Ink::of_stdout(), terminal::ink::columns()))?)
}

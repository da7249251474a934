//! `rung framework import | validate | fmt | show | render | diff | convert | schema`.

mod render;

use std::path::{Path, PathBuf};

use rung_app::{error::AppError, framework, wire::v1::framework as wire};
use rung_model::problem::{Problem, Severity};
use rung_sources::framework::{self as sources, Notation};

use crate::{
    cli::{FrameworkAction, FrameworkArgs},
    outcome::{self, Stop},
    progress::Bar,
    terminal::{self, ink::Ink, print},
};

pub(crate) fn run(args: &FrameworkArgs) -> Result<(), Stop> {
    let json = args.json;
    match &args.action {
        FrameworkAction::Import { path, id, output } => import(path, id.as_deref(), output.as_deref(), json),
        FrameworkAction::Validate { paths, strict } => validate(paths, *strict, json),
        FrameworkAction::Fmt { paths, check } => fmt(paths, *check),
        FrameworkAction::Show { path } => show(path.as_deref(), json),
        FrameworkAction::Render { path, format, plot, output } => render::run(path, format, plot, output.as_deref()),
        FrameworkAction::Diff { old, new, assessed } => diff(old, new, assessed.as_deref(), json),
        FrameworkAction::Convert { path, to, output } => convert(path, to, output.as_deref()),
        FrameworkAction::Schema => Ok(print::answer(&sources::json_schema())?),
    }
}

fn import(path: &Path, id: Option<&str>, output: Option<&Path>, json: bool) -> Result<(), Stop> {
    let opened = framework::open(path, id, &Bar::default());
    let nothing = sources::import::Counts::of(&opened.framework) == sources::import::Counts::default();
    if nothing {
        let mut problems = opened.problems;
        if !problems.iter().any(|problem| problem.severity == Severity::Error) {
            let what = "no framework was recognised in it";
            let mend = "`rung help framework` shows the format and the shapes that are read";
            problems.push(Problem::new(Severity::Error, path.display().to_string(), "nothing-understood", what, mend));
        }
        return Err(AppError::Inputs(problems).into());
    }
    let written = output.map(|folder| framework::keep(&opened.framework, folder)).transpose()?;
    let written = written.map(|file| file.display().to_string());
    if json {
        let document = wire::Imported::of(&opened.framework, opened.report.as_ref(), written, &opened.problems);
        return Ok(print::json(&document)?);
    }
    let text = terminal::framework::imported(&opened, written.as_deref(), Ink::of_stdout());
    Ok(print::answer(&text)?)
}

fn validate(paths: &[PathBuf], strict: bool, json: bool) -> Result<(), Stop> {
    let bar = Bar::default();
    let problems: Vec<Problem> = paths.iter().flat_map(|path| framework::open(path, None, &bar).problems).collect();
    let counts =
        |problem: &Problem| problem.severity == Severity::Error || (strict && problem.severity == Severity::Warning);
    let bad = problems.iter().any(counts);
    if json {
        print::json(&wire::Validated::of(&problems))?;
    } else {
        print::answer(&terminal::framework::validated(&problems))?;
    }
    if bad { Err(Stop::Found) } else { Ok(()) }
}

fn fmt(paths: &[PathBuf], check: bool) -> Result<(), Stop> {
    let files = framework::lay_out(paths, !check);
    let mut lines = String::new();
    for file in &files {
        outcome::problems(&file.problems);
        if file.changed {
            let word = if check { "would change" } else { "laid out" };
            lines.push_str(&format!("{}: {word}\n", file.file.display()));
        }
    }
    if files.iter().any(|file| !file.problems.is_empty()) || (check && files.iter().any(|file| file.changed)) {
        if !lines.is_empty() {
            print::answer(&lines)?;
        }
        return Err(Stop::Found);
    }
    if lines.is_empty() {
        lines = match files.len() {
            0 => "no framework file found\n".to_owned(),
            1 => "1 file, laid out already\n".to_owned(),
            many => format!("{many} files, all laid out already\n"),
        };
    }
    Ok(print::answer(&lines)?)
}

fn show(path: Option<&Path>, json: bool) -> Result<(), Stop> {
    let (framework, _) = framework::usable(path, &Bar::default())?;
    if json {
        return Ok(print::json(&wire::Shown::of(&framework))?);
    }
    Ok(print::answer(&terminal::framework::shown(&framework, Ink::of_stdout()))?)
}

fn diff(old: &Path, new: &Path, assessed: Option<&Path>, json: bool) -> Result<(), Stop> {
    let bar = Bar::default();
    let people = match assessed {
        None => Vec::new(),
        Some(path) => framework::assessed(path).map_err(AppError::Inputs)?,
    };
    let (before, _) = framework::usable(Some(old), &bar)?;
    let (after, _) = framework::usable(Some(new), &bar)?;
    let versions = framework::versions(&before, &after, &people);
    if json {
        return Ok(print::json(&rung_app::wire::v1::versions::Versions::from(&versions))?);
    }
    Ok(print::answer(&terminal::framework::versions(&versions, assessed.is_some(), Ink::of_stdout()))?)
}

fn convert(path: &Path, to: &str, output: Option<&Path>) -> Result<(), Stop> {
    let (framework, _) = framework::usable(Some(path), &Bar::default())?;
    let text = match Notation::of_ending(to) {
        Some(notation) => framework::convert(&framework, notation),
        None => rung_views::site::csv(&framework),
    };
    put(output, &text)
}

/// Writes to a file, saying so on standard error, or to standard output.
fn put(output: Option<&Path>, text: &str) -> Result<(), Stop> {
    match output {
        None => Ok(print::answer(text)?),
        Some(file) => {
            framework::write(file, text)?;
            print::complain(&format!("wrote {}", file.display()));
            Ok(())
        }
    }
}

//! `rung org`: the organisation as of a day.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rung_app::{
    error::AppError,
    org::{self, Opened, consistent},
    wire::v1::org as wire,
};
use rung_measure::org::{diff, view::View};
use rung_model::problem::{Problem, Severity};
use rung_sources::git::Every;

use super::{request, roster};
use crate::{
    cli::{OrgAction, OrgArgs},
    outcome::{self, Stop},
    terminal::{self, ink::Ink, print},
};

pub(crate) fn run(args: &OrgArgs) -> Result<(), Stop> {
    let json = args.roster.json;
    if let OrgAction::Fmt { paths, check } = &args.action
        && !paths.is_empty()
    {
        return fmt(paths, *check);
    }
    if let OrgAction::Import { path, format, columns, history, every, dry_run, output } = &args.action {
        let output = output.as_deref().filter(|_| !dry_run);
        let asked = super::import::Asked {
            path,
            format: format.as_deref(),
            columns,
            history: history.then_some(if every == "day" { Every::Day } else { Every::Week }),
            output,
        };
        return super::import::run(args, &asked);
    }
    let asked = roster::open(&args.roster, matches!(args.action, OrgAction::Check { .. }))?;
    let (opened, at) = (&asked.opened, asked.at);
    match &args.action {
        OrgAction::Check { codeowners, backstage } => {
            let view = opened.view(at);
            let mut more = Vec::new();
            if let Some(file) = codeowners {
                more.extend(consistent::codeowners(opened, &view, file));
            }
            if let Some(path) = backstage {
                more.extend(consistent::backstage(opened, &view, path));
            }
            check(&asked, more, json)
        }
        OrgAction::Show { who } => show(opened, &opened.view(at), who.as_deref(), json),
        OrgAction::AsOf { day, who } => {
            show(opened, &opened.view(roster::on(at, request::day_of("DATE", day)?)), who.as_deref(), json)
        }
        OrgAction::Tree { team } => {
            let view = opened.view(at);
            let team = team.as_deref().map(|team| opened.team(&view, team)).transpose()?;
            let tree = wire::Tree::of(opened, &view, team);
            if json {
                return Ok(print::json(&tree)?);
            }
            Ok(print::answer(&terminal::org::tree(&tree, Ink::of_stdout()))?)
        }
        OrgAction::Diff { before, after } => {
            let (before, after) = (request::day_of("DATE", before)?, request::day_of("DATE", after)?);
            if after < before {
                return Err(Stop::Usage(format!("{after} is before {before}; name the earlier day first")));
            }
            let (before, after) = (opened.view(roster::on(at, before)), opened.view(roster::on(at, after)));
            let changes = diff::diff(&opened.roster, &before, &after);
            let shown = wire::Diff::of(opened, &before, &after, &changes);
            if json {
                return Ok(print::json(&shown)?);
            }
            Ok(print::answer(&terminal::org::diff(&shown))?)
        }
        OrgAction::Fmt { check, .. } => fmt(&org::files(&opened.path)?, *check),
        OrgAction::Rollup { team, evidence } => {
            let view = opened.view(at);
            let team = team.as_deref().map(|team| opened.team(&view, team)).transpose()?;
            let mut rollup = wire::Rollup::of(opened, &view, team);
            if let Some(observed) = roster::observe(&asked, evidence)? {
                rollup.time = Some(wire::Time::of(&view, &observed.published, team));
            }
            if json {
                return Ok(print::json(&rollup)?);
            }
            Ok(print::answer(&terminal::org::rollup(&rollup, Ink::of_stdout()))?)
        }
        OrgAction::Import { .. } => Ok(()),
        OrgAction::Export { format } => Ok(print::answer(&org::import::exported(opened, at, format))?),
        OrgAction::Render { output } => render(opened, &opened.view(at), output),
    }
}

fn check(asked: &roster::Asked, more: Vec<Problem>, json: bool) -> Result<(), Stop> {
    let mut opened = asked.opened.clone();
    opened.problems.extend(more);
    if let Some(example) = &asked.example {
        opened.problems.iter_mut().for_each(|problem| problem.file = example.scrub(&problem.file));
    }
    if json {
        print::json(&wire::Checked::of(&opened))?;
    } else {
        let mut text: String = opened.problems.iter().map(|problem| format!("{problem}\n")).collect();
        let count = |severity| opened.problems.iter().filter(|problem| problem.severity == severity).count();
        text.push_str(&format!(
            "{} people, {} teams: {} errors, {} warnings, {} notes\n",
            opened.roster.people.len(),
            opened.roster.teams.len(),
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Note)
        ));
        print::answer(&text)?;
    }
    let bad = opened.problems.iter().any(|problem| problem.severity > Severity::Note);
    if bad { Err(Stop::Found) } else { Ok(()) }
}

fn show(opened: &Opened, view: &View<'_>, who: Option<&str>, json: bool) -> Result<(), Stop> {
    let Some(who) = who else {
        let rollup = wire::Rollup::of(opened, view, None);
        if json {
            return Ok(print::json(&rollup)?);
        }
        let tree = wire::Tree::of(opened, view, None);
        return Ok(print::answer(&terminal::org::short(&rollup, &tree, Ink::of_stdout()))?);
    };
    match opened.person(view, who) {
        Ok(person) => {
            let person = wire::Person::of(opened, view, person);
            if json {
                return Ok(print::json(&person)?);
            }
            Ok(print::answer(&terminal::org::person(&person, Ink::of_stdout()))?)
        }
        Err(AppError::NoSuch { .. }) if opened.team(view, who).is_ok() => {
            let team = opened.team(view, who)?;
            super::team::show(opened, view, team, json)
        }
        Err(error) => Err(error.into()),
    }
}

fn fmt(paths: &[PathBuf], check: bool) -> Result<(), Stop> {
    let (mut changed, mut bad, mut said) = (false, false, String::new());
    for path in paths {
        let laid_out = org::lay_out(path, !check);
        outcome::problems(&laid_out.problems);
        bad |= !laid_out.problems.is_empty();
        changed |= laid_out.changed;
        if laid_out.changed {
            said.push_str(&format!("{}: {}\n", path.display(), if check { "would change" } else { "laid out" }));
        }
    }
    if !said.is_empty() {
        print::answer(&said)?;
    }
    if bad || check && changed { Err(Stop::Found) } else { Ok(()) }
}

fn render(opened: &Opened, view: &View<'_>, output: &Path) -> Result<(), Stop> {
    let pages = rung_views::org::site(opened, view);
    for page in &pages {
        let file = output.join(&page.path);
        let at = |cause| AppError::File { path: file.display().to_string(), cause };
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(at)?;
        }
        fs::write(&file, page.html()).map_err(at)?;
    }
    Ok(print::answer(&format!("{} pages: {}", pages.len(), output.join("index.html").display()))?)
}

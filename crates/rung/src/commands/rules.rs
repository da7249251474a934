//! `rung rules check | try | add`.

use std::path::Path;

use rung_app::{
    error::AppError,
    log,
    rules::{self, Tried},
    wire::v1,
};
use rung_model::{
    problem::Severity,
    rule::{Level, Match, Rule, Span},
};
use rung_views::words;

use super::request;
use crate::{
    cli::RulesAction,
    outcome::{self, Stop},
    progress::Bar,
    surroundings::Surroundings,
    terminal::print,
};

pub(crate) fn run(action: &RulesAction) -> Result<(), Stop> {
    match action {
        RulesAction::Check { file, json } => check(file, *json),
        RulesAction::Try { file, sources, json } => {
            let asked = request::of(sources, None, None)?;
            let tried = rules::try_file(file, &asked.request, &Bar::default())?;
            if *json {
                return Ok(print::json(&v1::rules::Tried::from(&tried))?);
            }
            Ok(print::answer(&text(&tried))?)
        }
        RulesAction::Add { file, title, activity, attendees, why } => {
            add(file.as_deref(), title, activity, attendees.as_deref(), why.clone())
        }
    }
}

fn check(file: &Path, json: bool) -> Result<(), Stop> {
    let checked = rules::check(file);
    let bad = checked.problems.iter().any(|p| p.severity == Severity::Error);
    if json {
        let problems: Vec<_> = checked.problems.iter().map(v1::report::Problem::from).collect();
        print::json(&serde_json::json!({ "version": v1::VERSION, "rules": checked.rules, "problems": problems }))?;
    } else {
        outcome::problems(&checked.problems);
        let noun = if checked.rules == 1 { "rule" } else { "rules" };
        print::answer(&format!("{}: {} {noun}, {} problems", file.display(), checked.rules, checked.problems.len()))?;
    }
    if bad { Err(Stop::Found) } else { Ok(()) }
}

fn text(tried: &Tried) -> String {
    if tried.moves.is_empty() {
        return "These rules would move nothing in the window.\n".to_owned();
    }
    let total: f64 = tried.moves.iter().map(|m| m.minutes).sum();
    let mut out = format!("These rules would move {}:\n\n{}", words::hours(total), moved(tried));
    out.push_str("\nNothing was changed. To use them: --rules FILE, or name the file in your settings.\n");
    out
}

/// What moves where, and the sums before and after.
pub(super) fn moved(tried: &Tried) -> String {
    let mut out = String::new();
    for one in &tried.moves {
        out.push_str(&format!(
            "  {:>6} {:>4}x  {:<40} {} -> {}  [{}]\n",
            format!("{:.0} min", one.minutes),
            one.count,
            one.what,
            one.from,
            one.to,
            one.rule
        ));
    }
    out.push_str("\n  working hours        before    after\n");
    for (index, name) in ["strategy", "people", "building", "other", "kind unknown"].into_iter().enumerate() {
        let (before, after) = (words::hours(tried.before[index]), words::hours(tried.after[index]));
        out.push_str(&format!("  {name:<18} {before:>8} {after:>8}\n"));
    }
    out
}

fn add(
    file: Option<&Path>,
    title: &str,
    activity: &str,
    attendees: Option<&str>,
    why: Option<String>,
) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let file = file
        .map(Path::to_owned)
        .or_else(|| around.settings.rules.first().cloned())
        .unwrap_or_else(|| around.settings_file.with_file_name("rules.toml"));
    let attendees = attendees
        .map(|text| {
            Span::parse(text).ok_or_else(|| AppError::BadValue {
                option: "--attendees",
                value: text.to_owned(),
                why: "give a number or a range such as 2..8".to_owned(),
            })
        })
        .transpose()?;
    let rule = Rule {
        id: slug(title),
        level: Level::Personal,
        when: Match { title: Some(title.to_owned()), attendees, ..Match::default() },
        set: log::kind(activity)?,
        why,
        origin: "the command line".to_owned(),
    };
    rules::add(&file, &rule)?;
    Ok(print::answer(&format!("added rule {} to {}", rule.id, file.display()))?)
}

/// A readable id from a title pattern: `(?i)^platform <> ` becomes `platform`.
fn slug(title: &str) -> String {
    let plain = title.replace("(?i)", "");
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 1)
        .take(5)
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "rule".to_owned() } else { words.join("-") }
}

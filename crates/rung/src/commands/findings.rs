//! `rung findings`: findings by key, and what the person answers to them.

use std::path::Path;

use jiff::civil::Date;
use rung_app::{answers, error::AppError, report, wire::v1};
use rung_model::answer_to::{AnswerTo, Reply};
use rung_views::words;

use super::request;
use crate::{
    cli::{FindingsAction, FindingsArgs, SourceArgs},
    outcome::Stop,
    progress::Bar,
    surroundings::Surroundings,
    terminal::print,
};

pub(crate) fn run(args: &FindingsArgs) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let file = request::answers_file(&around);
    match &args.action {
        None => list(args),
        Some(FindingsAction::Snooze { key, again, because, sources }) => {
            let reply = Reply::Snoozed { until: day(again)? };
            let answer = AnswerTo { finding: key.clone(), made: around.now, reply, why: because.clone(), undone: None };
            give(&file, &answer, sources)
        }
        Some(FindingsAction::Dispute { key, because, sources }) => {
            let (reply, why) = (Reply::Disputed, because.clone());
            let answer = AnswerTo { finding: key.clone(), made: around.now, reply, why, undone: None };
            give(&file, &answer, sources)
        }
        Some(FindingsAction::Undo { key }) => {
            answers::undo(&file, key, around.now)?;
            Ok(print::answer(&format!("your answer to {key} is taken back; the history keeps it"))?)
        }
        Some(FindingsAction::History { json }) => history(&file, *json),
    }
}

fn day(text: &str) -> Result<Date, AppError> {
    let why = "give a day such as 2026-12-01".to_owned();
    text.parse().map_err(|_| AppError::BadValue { option: "DATE", value: text.to_owned(), why })
}

fn list(args: &FindingsArgs) -> Result<(), Stop> {
    let asked = request::of(&args.sources, args.role.as_deref(), None)?;
    let report = report::report(&asked.request, &Bar::default())?;
    let wire = v1::report::Report::from(&report);
    if args.json {
        return Ok(print::json(&serde_json::json!({
            "version": v1::VERSION, "findings": wire.findings, "snoozed": wire.snoozed
        }))?);
    }
    let mut out = String::new();
    for finding in &wire.findings {
        let disputed = if finding.disputed.is_some() { "  (you dispute this)" } else { "" };
        out.push_str(&format!("{:<28} {}{disputed}\n", finding.key, finding.headline));
    }
    for one in &report.snoozed {
        let until = words::date(one.until);
        out.push_str(&format!("{:<28} put off until {until}: {}\n", one.finding.key(), one.finding.headline));
    }
    if out.is_empty() {
        out.push_str("no pattern stands out\n");
    }
    Ok(print::answer(&out)?)
}

fn give(file: &Path, answer: &AnswerTo, sources: &SourceArgs) -> Result<(), Stop> {
    let asked = request::of(sources, None, None)?;
    if asked.example.is_some() {
        return Err(Stop::Usage("the example is invented: its findings are nobody's to answer".to_owned()));
    }
    let report = report::report(&asked.request, &Bar::default())?;
    let shown = report.findings.iter().map(rung_measure::finding::Finding::key);
    let known: Vec<String> = shown.chain(report.snoozed.iter().map(|one| one.finding.key())).collect();
    answers::give(file, answer, &known)?;
    let said = match answer.reply {
        Reply::Snoozed { until } => format!("{} stays away until {}", answer.finding, words::date(until)),
        Reply::Disputed => format!("{} is shown as disputed from now on", answer.finding),
    };
    Ok(print::answer(&said)?)
}

fn history(file: &Path, json: bool) -> Result<(), Stop> {
    let all: Vec<v1::answers::Answer> = answers::list(file)?.iter().map(v1::answers::Answer::from).collect();
    if json {
        return Ok(print::json(&all)?);
    }
    let mut out = String::new();
    for one in &all {
        let why = one.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        let undone = one.undone.as_ref().map(|at| format!("  (taken back {at})")).unwrap_or_default();
        out.push_str(&format!("{}  {}  {}{why}{undone}\n", one.made, one.finding, one.reply));
    }
    if all.is_empty() {
        out.push_str("you have answered no finding yet\n");
    }
    Ok(print::answer(&out)?)
}

//! `rung log`: a day by hand.

use std::path::PathBuf;

use jiff::{civil::Date, tz::TimeZone};
use rung_app::{error::AppError, log};
use rung_model::{days::LoggedDay, kind::Kind};
use rung_views::words;

use crate::{
    cli::{LogAction, LogArgs},
    outcome::Stop,
    surroundings::Surroundings,
    terminal::print,
};

pub(crate) fn run(args: &LogArgs) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    if let Some(LogAction::Show { file, json }) = &args.action {
        return show(&days_file(file.as_ref(), &around), *json);
    }
    let (Some(date), Some(activity), Some(duration)) = (&args.date, &args.activity, &args.duration) else {
        return Err(Stop::Usage("give a day, an activity and a duration: rung log yesterday coding 2h30m".to_owned()));
    };
    let file = days_file(args.file.as_ref(), &around);
    let entry = log::Entry {
        date: day(date, &around)?,
        kind: log::kind(activity)?,
        minutes: log::duration(duration)?,
        start: args.start.as_deref().map(start).transpose()?,
        note: args.note.clone(),
        whole: args.whole,
    };
    log::add(&file, &entry)?;
    let whole = if entry.whole { "; the day is logged whole" } else { "" };
    let said = format!(
        "{}: {} {}{whole}, in {}",
        words::date(entry.date),
        activity,
        words::hours(f64::from(entry.minutes)),
        file.display()
    );
    Ok(print::answer(&said)?)
}

/// The file named, else the first of the settings, else `days.toml` beside the settings.
fn days_file(named: Option<&PathBuf>, around: &Surroundings) -> PathBuf {
    named
        .or_else(|| around.settings.days.first())
        .cloned()
        .unwrap_or_else(|| around.settings_file.with_file_name("days.toml"))
}

fn day(text: &str, around: &Surroundings) -> Result<Date, AppError> {
    let zone = around.settings.zone.as_deref().unwrap_or(&around.zone);
    let today = around.now.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC)).date();
    match text {
        "today" => Ok(today),
        "yesterday" => Ok(today.yesterday().unwrap_or(today)),
        _ => text.parse().map_err(|_| AppError::BadValue {
            option: "DATE",
            value: text.to_owned(),
            why: "give today, yesterday or a day such as 2026-11-12".to_owned(),
        }),
    }
}

fn start(text: &str) -> Result<u16, AppError> {
    let parsed = text
        .split_once(':')
        .and_then(|(hours, minutes)| Some((hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?)))
        .filter(|(hours, minutes)| *hours < 24 && *minutes < 60);
    parsed.map(|(hours, minutes)| hours * 60 + minutes).ok_or_else(|| AppError::BadValue {
        option: "--start",
        value: text.to_owned(),
        why: "give a time of day such as 9:30".to_owned(),
    })
}

fn show(file: &std::path::Path, json: bool) -> Result<(), Stop> {
    let days = log::show(file)?;
    if json {
        return Ok(print::json(&days.iter().map(document).collect::<Vec<_>>())?);
    }
    let mut out = String::new();
    for day in &days {
        let whole = if day.whole { "  (logged whole)" } else { "" };
        out.push_str(&format!("{}{whole}\n", words::date(day.date)));
        for entry in &day.entries {
            let start = entry.start.map_or(String::new(), |at| format!(" from {}", words::clock(at)));
            let note = entry.note.as_deref().map_or(String::new(), |note| format!("  {note}"));
            let length = format!("{}:{:02}", entry.minutes / 60, entry.minutes % 60);
            out.push_str(&format!("  {length:>5} {}{start}{note}\n", name(entry.kind)));
        }
    }
    if days.is_empty() {
        out.push_str("no day is logged yet; `rung log yesterday coding 2h30m` logs one\n");
    }
    Ok(print::answer(&out)?)
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Activity(activity) => activity.id(),
        Kind::NotCounted(what) => what.id(),
        Kind::Weights(_) => "mixed",
        Kind::Unclassified => "unknown",
    }
}

fn document(day: &LoggedDay) -> serde_json::Value {
    let entries: Vec<_> = day
        .entries
        .iter()
        .map(|entry| {
            serde_json::json!({
                "activity": name(entry.kind), "minutes": entry.minutes,
                "start": entry.start.map(words::clock), "note": entry.note,
            })
        })
        .collect();
    serde_json::json!({ "date": day.date.to_string(), "whole": day.whole, "entries": entries })
}

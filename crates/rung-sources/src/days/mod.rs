//! Days logged by hand, from TOML: evidence of weight 1, and what priors are calibrated on.
//!
//! ```toml
//! [[day]]
//! date = 2026-02-26            # needed, one [[day]] per day
//! whole = true                 # optional: nothing is missing; such days calibrate; else false
//! entries = [                  # needed
//!   { activity = "coding", minutes = 90, start = "09:30", note = "retry queue" },
//!   { activity = "one_on_one", minutes = 30 },
//! ]
//! ```
//!
//! `activity` is the machine name of an activity, or `ooo`, `personal`, `travel`, `focus`, or
//! `unclassified` for work of no stated kind; in its place `weights = { strategy = 0.5, people = 0.5 }`
//! shares an entry out over buckets. `minutes` 1 to 1,440; `start` optional local time `H:MM`; `note` optional, stays with the person.

mod append;
mod evidence;

use std::{collections::BTreeMap, path::Path};

use jiff::civil::Date;
use rung_model::{
    days::{DayEntry, LoggedDay},
    kind::Kind,
    problem::{Problem, Severity},
};

use crate::{
    rules::{kind_named, weights},
    strict::{Place, Sheet, Table, Text, load},
};
pub use append::{Addition, append};
pub use evidence::evidence;

/// Reads a days file. Entries with anything wrong in them are left out.
pub fn read(path: &Path) -> (Vec<LoggedDay>, Vec<Problem>) {
    let mut problems = Vec::new();
    let Some(text) = load(path, &mut problems) else { return (Vec::new(), problems) };
    parse(&text, problems)
}

/// [`read`] for what is no file: `name` is what problems call it.
pub fn read_text(name: &str, text: &str) -> (Vec<LoggedDay>, Vec<Problem>) {
    parse(&Text::of(name, text), Vec::new())
}

fn parse(text: &Text, mut problems: Vec<Problem>) -> (Vec<LoggedDay>, Vec<Problem>) {
    let sheet = Sheet::parse(text);
    let root = sheet.root();
    root.only(&["day"]);
    let mut days = Vec::new();
    let mut seen: BTreeMap<Date, Place> = BTreeMap::new();
    for table in root.tables("day") {
        let Some(day) = day(&table) else { continue };
        if let Some(first) = seen.get(&day.date) {
            let what = format!("{} is logged by {first} already; this one is left out", day.date);
            let mend = "put all entries of a day into one [[day]]";
            table.add(table.place().problem(Severity::Error, "day-twice", what, mend));
            continue;
        }
        seen.insert(day.date, table.place());
        days.push(day);
    }
    problems.extend(sheet.into_problems());
    problems.sort_by_key(|problem| problem.line);
    (days, problems)
}

fn day(table: &Table<'_>) -> Option<LoggedDay> {
    table.only(&["date", "whole", "entries"]);
    table.needs("date");
    table.needs("entries");
    let date = table.date("date");
    let named = date.map_or_else(|| "a day".to_owned(), |date| date.to_string());
    let entries: Vec<DayEntry> =
        table.tables("entries").into_iter().filter_map(|inner| entry(&inner.called(named.clone()))).collect();
    let sum: u32 = entries.iter().map(|entry| entry.minutes).sum();
    if sum > 1440 {
        let what = format!("its entries add up to {sum} minutes, more than a day has");
        let mend = "check the minutes; the entries are still used as they are";
        table.add(table.place().problem(Severity::Warning, "day-too-long", what, mend).of_item(named.clone()));
    }
    overlapping(table, &entries, &named);
    Some(LoggedDay { date: date?, whole: table.flag("whole").unwrap_or(false), entries })
}

fn entry(table: &Table<'_>) -> Option<DayEntry> {
    table.only(&["activity", "weights", "minutes", "start", "note"]);
    table.needs("minutes");
    let kind = if table.has("weights") && !table.has("activity") {
        table.table("weights").and_then(|inner| weights(&inner)).map(Kind::Weights)
    } else {
        table.needs("activity");
        kind_named(table, "activity").filter(|_| alone(table))
    };
    let (minutes, note) = (table.whole("minutes", 1, 1440), table.label("note"));
    let start = match table.text("start") {
        Some(text) => Some(start(table, text)?),
        None => None,
    };
    Some(DayEntry { kind: kind?, minutes: minutes?, start, note, line: table.place().line })
}

/// True where no weights stand beside the activity.
fn alone(table: &Table<'_>) -> bool {
    if table.has("weights") {
        table.refuse("weights", "one-outcome", "an activity and weights are given", "give one of the two");
    }
    !table.has("weights")
}

fn start(table: &Table<'_>, text: &str) -> Option<u16> {
    let start = rung_model::schedule::clock(text).filter(|start| *start < 1440);
    if start.is_none() {
        let what = format!("`start` is no time of day: {}", text.escape_debug());
        table.refuse("start", "bad-start", what, "write hours and minutes, such as \"09:30\"");
    }
    start
}

/// Says where two entries with a start claim the same minutes.
fn overlapping(table: &Table<'_>, entries: &[DayEntry], named: &str) {
    let mut started: Vec<(u32, u32, usize)> = entries
        .iter()
        .filter_map(|entry| Some((u32::from(entry.start?), u32::from(entry.start?) + entry.minutes, entry.line)))
        .collect();
    started.sort_unstable();
    let mut busy_until = 0;
    for (from, until, line) in started {
        if from < busy_until {
            let place = Place { line, ..table.place() };
            let what = "it starts before an earlier entry ends; the shared minutes count once";
            let mend = "correct the start or the minutes";
            table.add(place.problem(Severity::Note, "overlapping-entries", what, mend).of_item(named));
        }
        busy_until = busy_until.max(until);
    }
}

//! Logs in a temporary folder, read as Rung reads them.

use std::sync::Arc;

use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};
use rung_model::{
    account::Account,
    evidence::{Evidence, Object, When},
    manifest::SourceKind,
    time_entry::TimeEntry,
};
use rung_sources::{progress::Silent, read::Read, source::Query, timelog};

pub(crate) fn ines() -> Arc<Account> {
    Arc::new(Account::new("Ines Halvorsen", "ines@harbour.example"))
}

/// These files of one folder, as a log of Ines in Berlin, the year 2026.
pub(crate) fn read_files(kind: SourceKind, files: &[(&str, &[u8])]) -> Read {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let query = Query { first: date(2026, 1, 1), last: date(2026, 12, 31), zone: &zone };
    let path = match files {
        [(name, _)] => folder.path().join(name),
        _ => folder.path().to_owned(),
    };
    timelog::read(kind, &path, &ines(), &query, &Silent)
}

/// One file.
pub(crate) fn read(kind: SourceKind, name: &str, text: &str) -> Read {
    read_files(kind, &[(name, text.as_bytes())])
}

pub(crate) fn entry(fact: &Evidence) -> &TimeEntry {
    match &fact.object {
        Object::Entry(entry) => entry,
        other => panic!("no entry: {other:?}"),
    }
}

/// Each fact on a line: when, what, project, tags, who.
pub(crate) fn told(read: &Read) -> String {
    let lines = read.evidence.iter().map(|fact| {
        let entry = entry(fact);
        let when = match &fact.when {
            When::Interval { start, end, .. } => format!("{start} {}", end.duration_since(*start).as_secs() / 60),
            When::Amount { day, minutes } => format!("{day} amount {minutes}"),
            other => format!("{other:?}"),
        };
        let tags: Vec<&str> = entry.tags.iter().map(|tag| &**tag).collect();
        let text = |text: &Option<Arc<str>>| text.as_deref().unwrap_or("-").to_owned();
        let who = fact.actor.name.as_deref().unwrap_or("?");
        format!(
            "{when} | {} | {} | {} | {who} :{}",
            text(&entry.title),
            text(&entry.project),
            tags.join("+"),
            entry.line
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Problems and what was not used, each on a line.
pub(crate) fn said(read: &Read) -> String {
    let problems = read.problems.iter().map(|problem| {
        let line = problem.line.map_or(String::new(), |line| format!(":{line}"));
        format!("{:?} {}{line} {}", problem.severity, problem.check, problem.what)
    });
    let unused = read.unused.iter().map(|(what, count)| format!("{count} x {what}"));
    problems.chain(unused).collect::<Vec<_>>().join("\n")
}

/// The names of the checks.
pub(crate) fn checks(read: &Read) -> Vec<&'static str> {
    read.problems.iter().map(|problem| problem.check).collect()
}

pub(crate) fn day(day: i8) -> Date {
    date(2026, 3, day)
}

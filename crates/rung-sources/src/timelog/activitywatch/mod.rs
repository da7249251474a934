//! ActivityWatch: which app was in front, counted only while its watcher for absence says that somebody was there.
//!
//! Titles of windows, addresses of pages and names of files are never taken out of the file (PRIVACY P9). What stays
//! is the name of the app, and the project an editor says it has open.

mod file;
mod presence;
mod spans;
mod watch;

use std::path::PathBuf;

use jiff::Timestamp;
use rung_model::{
    evidence::Zone,
    problem::{Problem, Severity},
};

use self::watch::Watch;
use super::{
    entry::Entry,
    reading::{Log, Reading},
    stretch::interval,
};
use crate::source::Page;

/// The stretches of all files together: a bucket may be split over several of them.
pub(super) fn page(log: &Log<'_>, paths: &[PathBuf]) -> Page {
    let mut problems = Vec::new();
    let mut watch = Watch::default();
    for path in paths {
        match file::load(path) {
            Ok(bytes) => watch.take(&path.display().to_string(), &bytes),
            Err(problem) => problems.push(*problem),
        }
    }
    let mut page = of_watch(log, watch);
    problems.append(&mut page.problems);
    Page { problems, ..page }
}

/// The stretches of one text.
pub(super) fn page_of(log: &Log<'_>, file: &str, bytes: &[u8]) -> Page {
    let mut watch = Watch::default();
    watch.take(file, bytes);
    of_watch(log, watch)
}

fn of_watch(log: &Log<'_>, watch: Watch) -> Page {
    let outcome = watch.outcome();
    let mut pages = Vec::new();
    for (file, stretches) in outcome.stretches {
        let mut reading = Reading::new(log, &file);
        for stretch in stretches {
            let moment = |at| Timestamp::from_millisecond(at).ok();
            let (Some(start), Some(end)) = (moment(stretch.start), moment(stretch.end)) else { continue };
            let entry = Entry {
                title: stretch.app.to_string(),
                project: stretch.project.as_deref().unwrap_or_default().to_owned(),
                host: stretch.host.to_string(),
                automatic: true,
                line: 1,
                ..Entry::default()
            };
            reading.add(&entry, interval(start, end, Zone::Utc));
        }
        pages.push(reading.finish());
    }
    let mut page = Page { problems: outcome.problems, unused: outcome.unused, ..Page::default() };
    for one in pages {
        page.evidence.extend(one.evidence);
        page.problems.extend(one.problems);
    }
    page
}

/// A problem of an export.
fn problem(severity: Severity, file: &str, check: &'static str, what: String, mend: &str) -> Problem {
    Problem::new(severity, file, check, what, mend)
}

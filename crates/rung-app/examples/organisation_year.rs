//! Writes a big organisation, reads it back and measures everybody: the program that speed and memory are told by.
//!
//! `organisation_year DIR [PEOPLE] [DAYS]`; files that are there already are used as they are. What was read is kept in
//! `DIR/cache`: run it twice to see what that saves.

use std::{env, error::Error, path::Path, time::Instant};

use example::{Size, write_big};
use jiff::tz::TimeZone;
use rung_app::organisation::{Whole, measure};
use rung_model::{kind::ActivityMap, manifest::SourceKind};
use rung_sources::{cache::Cache, progress::Silent, roster};

#[expect(clippy::print_stdout, reason = "a program that tells how long something took")]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, rest @ ..] = arguments.as_slice() else { return Err("name a folder".into()) };
    let number = |at: usize, default: u32| rest.get(at).map_or(Ok(default), |text| text.parse());
    let size = Size { people: number(0, 500)?, days: number(1, 365)? };
    let begun = Instant::now();
    let files = write_big(Path::new(folder), size)?;
    println!("written in {:.1} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    let (roster, problems) = roster::read(&files.roster);
    println!(
        "{} people, {} problems, {} bytes a fact",
        roster.people.len(),
        problems.len(),
        size_of::<rung_model::evidence::Evidence>()
    );
    let whole = Whole {
        roster,
        rules: Vec::new(),
        journal: Vec::new(),
        cache: Some(Cache::at(Path::new(folder).join("cache"), "organisation_year", jiff::Timestamp::UNIX_EPOCH)),
        sources: vec![(SourceKind::GitHub, files.github), (SourceKind::Jira, files.jira)],
        calendars: files.calendars,
        first: files.days.0,
        last: files.days.1,
        zone: TimeZone::UTC,
        activities: ActivityMap::default(),
        threads: 2,
    };
    let measured = measure(&whole, &Silent)?;
    let rows: usize = measured.people.iter().map(|one| one.rows).sum();
    let peak = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = peak.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM unknown").to_owned();
    println!(
        "{rows} rows of {} people measured in {:.1} s, {} unmatched, {} problems, {peak}",
        measured.people.len(),
        begun.elapsed().as_secs_f64(),
        measured.unmatched,
        measured.problems.len()
    );
    Ok(())
}

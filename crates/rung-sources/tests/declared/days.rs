//! Days files and their mistakes.

use rung_model::{activity::Activity, days::LoggedDay, kind::Kind};
use rung_sources::days::read;

use crate::{Written, checks};

fn of(text: &str) -> (Vec<LoggedDay>, Vec<(usize, &'static str)>) {
    let file = Written::new("days.toml", text);
    let (days, problems) = read(&file.path());
    (days, checks(&problems))
}

#[test]
fn a_day_is_read_with_its_entries_and_lines() {
    let (days, problems) = of("[[day]]\ndate = 2026-02-26\nwhole = true\nentries = [\n\
        { activity = 'coding', minutes = 90, start = '9:30', note = 'queue' },\n\
        { weights = { strategy = 0.5, people = 0.5 }, minutes = 30 },\n\
        { activity = 'unclassified', minutes = 15 },\n]\n");
    assert_eq!(problems, []);
    let day = &days[0];
    assert!(day.whole);
    assert_eq!(day.entries[0].kind, Kind::Activity(Activity::Coding));
    assert_eq!((day.entries[0].start, day.entries[0].line), (Some(570), 5));
    assert_eq!(day.entries[1].kind, Kind::Weights([0.5, 0.5, 0.0, 0.0]));
    assert_eq!((day.entries[2].kind, day.entries[2].line), (Kind::Unclassified, 7));
}

#[test]
fn every_mistake_has_its_line_and_spoils_only_its_entry() {
    let (days, problems) = of("[[day]]\ndate = 2026-02-26\nentries = [\n\
        { activity = 'codding', minutes = 90 },\n\
        { activity = 'coding', minutes = 0 },\n\
        { activity = 'coding', minutes = 1441 },\n\
        { activity = 'coding', minutes = 30, start = '24:00' },\n\
        { activity = 'coding', weights = { people = 1.0 }, minutes = 30 },\n\
        { minutes = 30 },\n\
        { activity = 'coding', minutes = 60, start = '09:00' },\n\
        { activity = 'admin', minutes = 60, start = '09:30' },\n\
        'coding 30',\n]\n\
        [[day]]\ndate = 2026-02-26\nentries = []\n\
        [[day]]\nentries = []\n\
        [[day]]\ndate = 2026-02-27\nentries = [{ activity = 'ooo', minutes = 1000 }, { activity = 'ooo', minutes = 500 }]\n");
    assert_eq!(
        problems,
        [
            (4, "unknown-activity"),
            (5, "out-of-range"),
            (6, "out-of-range"),
            (7, "bad-start"),
            (8, "one-outcome"),
            (9, "missing-key"),
            (11, "overlapping-entries"),
            (12, "wrong-type"),
            (14, "day-twice"),
            (17, "missing-key"),
            (19, "day-too-long"),
        ]
    );
    assert_eq!(days.iter().map(|day| day.entries.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_file_that_is_not_there_is_a_problem() {
    let (days, problems) = read(std::path::Path::new("nowhere/days.toml"));
    assert!(days.is_empty());
    assert_eq!(checks(&problems), [(0, "cannot-read")]);
}

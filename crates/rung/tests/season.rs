//! The year-on-year guard from real files: a season that comes back is no drift, a change that does not is one.

mod common;

use common::{Bench, ME, calendar, event};
use jiff::{ToSpan, civil::Date};

/// A year and a half of weeks; in the weeks of `season` the days are full of interviews, in the others of design.
fn write(bench: &Bench, name: &str, season: impl Fn(Date) -> bool) {
    let mut events = String::new();
    let mut day = Date::constant(2025, 5, 19);
    while day < Date::constant(2026, 11, 14) {
        let weekday = day.weekday().to_monday_zero_offset();
        if weekday < 5 {
            let (people, building) = if season(day) { (5, 1) } else { (1, 5) };
            let mut hour = 9;
            for (title, hours) in [("Interview: backend engineer", people), ("Architecture design session", building)] {
                let at = |hour: i32| format!("{}T{hour:02}0000", day.strftime("%Y%m%d"));
                events.push_str(&event(&format!("{title}-{day}"), &at(hour), &at(hour + hours), title, ""));
                hour += hours;
            }
        }
        day = day.checked_add(1.day()).expect("a date");
    }
    bench.write(name, calendar(&events));
}

fn report(bench: &Bench, file: &str) -> serde_json::Value {
    let args = ["report", "--json", "--calendar", file, "--me", ME, "--since", "26w", "--until", "2026-11-13"];
    let said = bench.rung(&args);
    assert_eq!(said.code, 0, "{}", said.err);
    said.json()
}

/// Keys of the findings of drift.
fn drifts(report: &serde_json::Value) -> Vec<String> {
    let findings = report["findings"].as_array().expect("findings");
    let keys = findings.iter().filter_map(|one| one["key"].as_str());
    keys.filter(|key| key.starts_with("drift")).map(str::to_owned).collect()
}

#[test]
fn a_season_that_comes_back_every_year_is_no_drift() {
    let bench = Bench::new();
    let autumn = |day: Date| day.month() >= 9;
    write(&bench, "seasonal.ics", autumn);
    let seasonal = report(&bench, "seasonal.ics");
    assert_eq!(drifts(&seasonal), Vec::<String>::new());
    assert!(seasonal["assumptions"].to_string().contains("a year earlier"), "{}", seasonal["assumptions"]);
    write(&bench, "new.ics", |day| autumn(day) && day.year() == 2026);
    let new = drifts(&report(&bench, "new.ics"));
    assert!(matches!(new.as_slice(), [only] if only.contains("W36")), "{new:?}");
}

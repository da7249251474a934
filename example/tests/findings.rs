//! The findings of MEASURE section 10 that one person's report can show: each is raised for the one
//! the script means it for, and for nobody else.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod pipeline;

use std::collections::{BTreeMap, BTreeSet};

use example::{PersonFiles, SEED, organisation};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use pipeline::LAST;
use rung_measure::{
    drift,
    finding::Severity,
    findings::{self, FindingInput},
    fit::{GateFacts, fit},
    period::PeriodReading,
    read::read_period,
};
use rung_model::{framework::Framework, week::Week};

/// First day of the window a report shows by default: 26 weeks.
const SINCE: Date = date(2026, 5, 18);

/// The checks raised for one person. A role reading that says no more than what the person
/// holds is no finding to act on and is left out.
fn raised(
    sources: &pipeline::Organisation,
    framework: &Framework,
    written: &example::Written,
    person: &PersonFiles,
) -> BTreeSet<&'static str> {
    let ledger = sources.measure(written, person, true).0;
    let read = |label: &str, first, last| -> PeriodReading {
        read_period(label.to_owned(), ledger.totals(first, last), [true; 4])
    };
    let window = read("window", SINCE, LAST);
    let weeks: Vec<(Week, PeriodReading)> = SINCE
        .series(7.days())
        .take_while(|monday| *monday <= LAST)
        .map(|monday| (Week::of(monday), read("week", monday, monday.saturating_add(6.days()))))
        .collect();
    let shift = drift::find(&weeks);
    let around = shift.as_ref().map(|shift| {
        let turn = shift.week.monday();
        (read("before", SINCE, turn.saturating_sub(1.day())), read("since", turn, LAST))
    });
    let present = around.as_ref().map_or(&window, |(_, since)| since);
    let position = sources.roster.holdings_of(&person.id, LAST).first().map(|held| held.position.clone());
    let held = position.and_then(|position| framework.find_role(&position)).map(|role| role.id.clone()).unwrap();
    let facts = GateFacts {
        weeks: weeks.iter().filter(|(_, r)| r.totals.first >= present.totals.first && r.totals.observed() > 0.0).count()
            as u32,
        hours: present.totals.observed() / 60.0,
        source_kinds: present.totals.rows.values().filter(|rows| **rows > 0).count() as u32,
        has_calendar: present.totals.rows.get("calendar").is_some_and(|rows| *rows > 0),
    };
    let fit = fit(present, &facts, framework, Some(&held));
    let findings = findings::find(&FindingInput {
        framework,
        held: Some(&held),
        window: &window,
        weeks: &weeks,
        shift: shift.as_ref(),
        around_shift: around.as_ref().map(|(before, since)| (before, since)),
        fit: &fit,
        reports_now: u32::try_from(sources.roster.reports_of(&person.id, LAST).len()).ok(),
        evidence: &BTreeMap::new(),
    });
    let raised = findings.iter().filter(|f| f.check != "role-reading" || f.severity != Severity::Knowing);
    raised.map(|finding| finding.check).collect()
}

#[test]
fn each_finding_is_raised_for_the_one_it_is_meant_for() {
    let dir = tempfile::tempdir().unwrap();
    let written = organisation(SEED).write(dir.path()).unwrap();
    let sources = pipeline::Organisation::read(&written);
    let framework = rung_sources::framework::builtin();
    let mut whose: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    for person in &written.people {
        for check in raised(&sources, &framework, &written, person) {
            whose.entry(check).or_default().push(&person.id);
        }
    }
    let meant = BTreeMap::from([
        ("role-reading", vec!["ines-halvorsen"]),
        ("hands-on-range", vec!["ines-halvorsen"]),
        ("drift", vec!["ines-halvorsen"]),
        ("no-focus-block", vec!["ines-halvorsen"]),
        ("hybrid-load", vec!["caleb-osei"]),
        ("displacement", vec!["hana-sato"]),
        ("after-hours", vec!["lena-brandt"]),
        ("too-many-reports", vec!["marta-quintero"]),
    ]);
    assert_eq!(whose, meant);
}

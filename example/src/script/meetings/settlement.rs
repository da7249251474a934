//! The Settlement team's rhythm, on Berlin time.

use jiff::{
    ToSpan,
    civil::Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday},
};
use rung_model::activity::Activity;

use super::{CALEB, HANA, INES, JONAS_S, LENA, MARTA, PRIYA, SOFIA, TOBI};
use crate::{
    clock::SHIFT,
    script::{
        desk::DISPLACED,
        series::{Guest, Series, Work},
    },
};

const TEAM: &[&str] = &[INES, PRIYA, JONAS_S, TOBI, SOFIA, HANA];
const FEES: &[Guest] = &[("Gwen Ashdown", "gwen.ashdown@harbourline.example")];
const MAKERS: &[&str] = &[PRIYA, JONAS_S, TOBI, SOFIA];

/// A meeting Ines is part of until July; after it the others go on without her.
fn until_july(series: Series) -> [Series; 2] {
    let mut since = series.clone().from(SHIFT);
    since.key.push_str("-since-july");
    since.asked.retain(|person| *person != INES);
    [series.until(SHIFT.saturating_sub(1.day())), since]
}

pub(super) fn meetings() -> Vec<Series> {
    let new = Series::new;
    let ritual = |title, asked: &[&'static str]| new(title, MARTA, asked, Work::Ritual(MARTA));
    let mut all = steady();
    all.extend(until_july(ritual("Sprint planning", TEAM).weeks(2, &[Monday]).at(10, 0, 60).room("Skerry")));
    all.extend(until_july(ritual("Backlog refinement", TEAM).weeks(1, &[Wednesday]).at(11, 0, 60)));
    let demo = ritual("Sprint demo", &[TEAM, &[LENA]].concat()).weeks(2, &[Friday]).at(14, 0, 45);
    all.extend(until_july(demo.room("Skerry").skipped(0.1)));
    all
}

/// What stays the same all year, and what is Hana's.
fn steady() -> Vec<Series> {
    let new = Series::new;
    vec![
        new("Settlement stand-up", MARTA, TEAM, Work::Ritual(MARTA))
            .weeks(1, &[Monday, Tuesday, Wednesday, Thursday])
            .at(9, 30, 15)
            .skipped(0.08),
        new("Sprint retrospective", MARTA, TEAM, Work::All(Activity::Process))
            .weeks(2, &[Friday])
            .at(15, 0, 60)
            .room("Skerry"),
        new("Bug triage", PRIYA, MAKERS, Work::All(Activity::Support)).weeks(1, &[Tuesday]).at(11, 15, 30),
        new("Architecture review", HANA, &[INES, PRIYA, CALEB, MARTA], Work::All(Activity::Design))
            .weeks(2, &[Tuesday])
            .at(15, 0, 60),
        new("Incident review", MARTA, &[INES, HANA, PRIYA, CALEB], Work::All(Activity::Incident))
            .weeks(2, &[Thursday])
            .at(15, 15, 45),
        new("Engineering standards working group", INES, &[HANA, CALEB], Work::All(Activity::Vision))
            .weeks(2, &[Thursday])
            .at(16, 15, 45)
            .until(SHIFT),
        new("Cross-team sync: Settlement / Ledger", INES, &[HANA, CALEB], Work::All(Activity::Alignment))
            .weeks(1, &[Monday])
            .at(15, 0, 45)
            .until(SHIFT),
        new("Design review: payout netting", INES, &[PRIYA, HANA, JONAS_S], Work::All(Activity::Design))
            .weeks(1, &[Thursday])
            .at(13, 30, 60)
            .until(SHIFT),
        new("Design review: settlement windows", HANA, &[PRIYA, JONAS_S, TOBI], Work::All(Activity::Design))
            .weeks(1, &[Thursday])
            .at(14, 0, 45)
            .from(SHIFT),
        new("Pairing: Priya / Sofia", PRIYA, &[SOFIA], Work::All(Activity::Pairing))
            .weeks(1, &[Thursday])
            .at(10, 0, 90),
        new("Pairing: Tobi / Jonas", TOBI, &[JONAS_S], Work::All(Activity::Pairing))
            .weeks(2, &[Wednesday])
            .at(14, 0, 90),
        new("Project status: netting windows", PRIYA, MAKERS, Work::All(Activity::Status))
            .weeks(1, &[Monday])
            .at(14, 0, 45),
        new("Cross-team sync: Settlement / Fees", JONAS_S, &[TOBI, PRIYA, SOFIA], Work::All(Activity::Alignment))
            .guests(FEES)
            .weeks(1, &[Thursday])
            .at(15, 0, 45),
        new("Stakeholder update: settlement files", INES, &[TOBI], Work::All(Activity::Alignment))
            .guests(FEES)
            .weeks(1, &[Tuesday])
            .at(13, 30, 45)
            .until(SHIFT),
        new("Technical strategy working group", HANA, &[INES], Work::All(Activity::Vision))
            .weeks(1, &[Friday])
            .at(13, 0, 60)
            .until(SHIFT),
        new("Technical strategy: Payments", HANA, &[PRIYA], Work::All(Activity::Vision))
            .weeks(1, &[Friday])
            .at(9, 15, 60)
            .from(SHIFT),
        new("Roadmap sync: netting", PRIYA, &[LENA], Work::All(Activity::Roadmap)).weeks(1, &[Friday]).at(11, 0, 45),
        new("Settlement tech talk", TOBI, TEAM, Work::All(Activity::Learning))
            .monthly(2, Friday)
            .at(11, 0, 45)
            .skipped(0.2),
        new("Settlement team lunch", MARTA, TEAM, Work::All(Activity::TeamBuilding))
            .monthly(-1, Thursday)
            .at(12, 0, 75),
        new("Chart room", MARTA, &[PRIYA, HANA, LENA], Work::OneOf(MIXED)).weeks(2, &[Wednesday]).at(16, 30, 30),
        new(
            "Migration planning",
            HANA,
            &[PRIYA, TOBI],
            Work::OneOf(&[(Activity::Design, 0.6), (Activity::Roadmap, 0.4)]),
        )
        .weeks(1, &[Wednesday])
        .at(13, 30, 60)
        .from(DISPLACED),
    ]
}

const MIXED: &[(Activity, f64)] = &[(Activity::Support, 0.4), (Activity::Status, 0.35), (Activity::Process, 0.25)];

//! Small frameworks and readings that the tests of this crate are made of.

use jiff::civil::Date;
use rung_measure::{fit::GateFacts, period::PeriodReading, read, totals::Totals};
use rung_model::{
    framework::{Basis, Family, Framework, HandsOn, Role, SplitClaim, Track},
    minutes::Minutes,
    split::Split,
    week::Week,
};

/// Every bucket can be seen.
pub(crate) const ALL_VISIBLE: [bool; 4] = [true; 4];

pub(crate) fn split(strategy: f64, people: f64, building: f64) -> Split {
    Split::of(strategy, people, building).expect("shares sum to more than 0")
}

/// TL 30/10/60, EM 30/50/20, PM 80/10/10 stand for their families; beside them a TPM, a director, and
/// a junior engineer without a split.
pub(crate) fn framework() -> Framework {
    let mut framework = Framework { id: "small".to_owned(), ..Framework::default() };
    for (id, name, family, stands, parts, k) in [
        ("tech_lead", "Tech lead", Family::Technical, true, [0.3, 0.1, 0.6], 20.0),
        ("em", "Engineering manager", Family::People, true, [0.3, 0.5, 0.2], 20.0),
        ("pm", "Product manager", Family::Coordination, true, [0.8, 0.1, 0.1], 20.0),
        ("tpm", "Technical programme manager", Family::Coordination, false, [0.75, 0.15, 0.1], 16.0),
        ("architect", "Architect", Family::Technical, false, [0.5, 0.1, 0.4], 14.0),
        ("director", "Director", Family::Direction, true, [0.5, 0.45, 0.05], 20.0),
    ] {
        framework.roles.push(role(id, name, Some(family), stands));
        framework.splits.push(SplitClaim {
            k,
            basis: Basis::Sourced,
            source: Some("B".to_owned()),
            ..SplitClaim::exact(id, parts).expect("shares sum to more than 0")
        });
    }
    framework.roles.push(role("junior", "Junior engineer", None, false));
    for (id, min, max) in [("tech_lead", 0.3, 0.7), ("em", 0.0, 0.3)] {
        framework.hands_on.push(HandsOn {
            role: id.to_owned(),
            min,
            max,
            basis: Basis::Sourced,
            source: Some("C".to_owned()),
            ..HandsOn::default()
        });
    }
    framework
}

pub(crate) fn role(id: &str, name: &str, family: Option<Family>, stands_for_family: bool) -> Role {
    Role {
        id: id.to_owned(),
        name: name.to_owned(),
        track: Some(Track::Ic),
        family,
        stands_for_family,
        ..Role::default()
    }
}

/// Totals of the `n`th week of 2026 with 40 working hours: exact minutes in the window by bucket.
pub(crate) fn week_totals(n: i8, in_window: [f64; 4]) -> Totals {
    let monday = Week { year: 2026, week: n }.monday();
    span_totals(monday, monday.saturating_add(jiff::Span::new().days(6)), 1, in_window)
}

pub(crate) fn span_totals(first: Date, last: Date, weeks: u32, in_window: [f64; 4]) -> Totals {
    let mut totals = Totals::empty(first, last);
    totals.capacity = 2400.0 * f64::from(weeks);
    totals.working_days = 5 * weeks;
    totals.in_window = in_window.map(Minutes::exact);
    totals.rows.insert("git", 10);
    totals.rows.insert("calendar", 20);
    totals.focus.days = 5 * weeks;
    totals.focus.days_with_block = 5 * weeks;
    totals.focus.focus = 900.0 * f64::from(weeks);
    totals
}

pub(crate) fn reading(totals: Totals) -> PeriodReading {
    read::read_period("test".to_owned(), totals, ALL_VISIBLE)
}

/// The weeks of 2026 from the first on, each with these minutes.
pub(crate) fn weeks(minutes: impl IntoIterator<Item = [f64; 4]>) -> Vec<(Week, PeriodReading)> {
    minutes
        .into_iter()
        .enumerate()
        .map(|(i, minutes)| {
            let n = i8::try_from(i + 1).expect("a year of weeks");
            (Week { year: 2026, week: n }, reading(week_totals(n, minutes)))
        })
        .collect()
}

/// Facts that open the gate.
pub(crate) const OPEN: GateFacts = GateFacts { weeks: 12, hours: 300.0, source_kinds: 2, has_calendar: true };

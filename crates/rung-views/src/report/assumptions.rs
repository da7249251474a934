//! Assumptions: what the reading rests on, every prior printed.

use jiff::civil::Weekday;
use maud::{Markup, html};
use rung_model::{prior::InstantKind, schedule::Schedule};

use super::lens::Lens;
use crate::{
    parts::{self, head, noted},
    words,
};

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let report = lens.report;
    parts::section(
        "assumptions",
        &html! {
            (head("assumptions", "Assumptions", "What this reading rests on", ""))
            div.cols.c-2 {
                ul.plain.note {
                    li { (noted(&hours(&report.schedule))) }
                    li { "All days are counted in " (report.zone) "." }
                    @for assumption in &report.assumptions { li { (noted(assumption)) } }
                }
                (priors(lens))
            }
        },
    )
}

fn hours(schedule: &Schedule) -> String {
    let days: Vec<&str> = schedule.days.iter().map(|day| weekday(*day)).collect();
    let monday_to_friday = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let days = if days == monday_to_friday { "Monday to Friday".to_owned() } else { words::list(&days) };
    let lunch = if schedule.lunch > 0 { format!(", {} minutes for lunch", schedule.lunch) } else { String::new() };
    let capacity = schedule.capacity() / 60.0;
    let stated = if schedule.assumed { " Nobody stated these hours; change them with `--hours`." } else { "" };
    format!(
        "Working hours {}–{}, {days}{lunch}: {capacity} hours a day.{stated}",
        words::clock(schedule.start),
        words::clock(schedule.end)
    )
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn priors(lens: &Lens<'_>) -> Markup {
    let priors = &lens.report.priors;
    html! {
        div.stack {
            table.priors {
                caption {
                    "Minutes of work that one trace ends, where nothing better is known. "
                    @if priors.calibrated_days > 0 {
                        "Calibrated on " (words::count(priors.calibrated_days, "day", "days")) " logged by hand."
                    } @else {
                        "Not calibrated: no day has been logged by hand yet."
                    }
                }
                thead { tr {
                    th scope="col" { "Trace" }
                    th.n scope="col" { "Least" }
                    th.n scope="col" { "Typical" }
                    th.n scope="col" { "Most" }
                } }
                tbody {
                    @for kind in InstantKind::ALL {
                        @let prior = priors.get(kind);
                        tr {
                            th scope="row" { (words::capital(kind.name())) }
                            @for minutes in [prior.low, prior.typical, prior.cap] { td.n { (format!("{minutes:.0}")) } }
                        }
                    }
                }
            }
        }
    }
}

//! Assumptions: what the reading rests on, every prior printed.

use maud::{Markup, html};
use rung_model::prior::InstantKind;

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
                    @for assumption in &report.assumptions { li { (noted(assumption)) } }
                }
                (priors(lens))
            }
        },
    )
}

fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", 100.0 * share)
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
                        @if let Some(error) = &priors.error {
                            " Left out one by one, a day is missed by " (percent(error.calibrated)) " of its minutes; without calibration by " (percent(error.assumed)) "."
                        }
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

//! Problems met while reading: where, what, and how to mend it. Left out where there are none.

use maud::{Markup, html};
use rung_model::problem::{Problem, Severity};

use super::lens::Lens;
use crate::{
    parts::{self, head, noted},
    words,
};

/// More than so many fold away.
const OPEN: usize = 12;

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let problems = &lens.report.problems;
    if problems.is_empty() {
        return Markup::default();
    }
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    let headline = match sorted.len() {
        1 => "One thing could not be read as it stands".to_owned(),
        many => format!("{} things could not be read as they stand", words::capital(&words::numeral(many))),
    };
    let (open, folded) = sorted.split_at(sorted.len().min(OPEN));
    parts::section(
        "problems",
        &html! {
            (head("problems", "Problems met", &headline, "The rest was used. Each says where it is and how to mend it."))
            (list(open))
            @if !folded.is_empty() {
                details.more { summary { (words::count(folded.len(), "more problem", "more problems")) } (list(folded)) }
            }
        },
    )
}

fn list(problems: &[&Problem]) -> Markup {
    html! {
        ul.problems {
            @for problem in problems {
                li {
                    span.sev { svg aria-hidden="true" focusable="false" { use href=(shape(problem.severity)) {} } (word(problem.severity)) }
                    div {
                        p.note { b { (noted(&words::capital(&problem.what))) "." } " " (noted(&words::capital(&problem.mend))) "." }
                        p.small { bdi.path { (problem.file) @if let Some(line) = problem.line { ":" (line) } } @if let Some(item) = &problem.item { ", " bdi { (item) } } }
                    }
                }
            }
        }
    }
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Not used",
        Severity::Warning => "Left out in part",
        Severity::Note => "Read with a guess",
    }
}

const fn shape(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "#sv-3",
        Severity::Warning => "#sv-2",
        Severity::Note => "#sv-1",
    }
}

//! Small parts that several pages share.

use maud::{Markup, html};
use rung_measure::ladder::requirements::Requirement;
use rung_model::{bucket::Bucket, framework::Basis};

use crate::{
    plot::mark::{bar, pct},
    words,
};

/// A place of the matrix that says nothing: not assessed, which is not 0.
pub(super) fn not_assessed() -> Markup {
    html! {
        svg.none aria-hidden="true" focusable="false" { rect.b-x.framed width="100%" height="100%" {} }
        " –" span.vh { " not assessed" }
    }
}

/// What a position asks on a dimension, short: its level in words, else how many statements.
pub(super) fn asked(ask: &Requirement) -> String {
    match (ask.level, &ask.level_name) {
        (Some(level), Some(name)) => format!("{name} ({level})"),
        (Some(0), None) => "none (0)".to_owned(),
        (Some(level), None) => format!("level {level}"),
        (None, _) => words::count(ask.statements.len(), "statement", "statements"),
    }
}

/// A week as one bar, with its numbers in words beside it.
pub(super) fn week(shares: [f64; 3], note: &str) -> Markup {
    let names = Bucket::SPLIT.into_iter().zip(shares);
    let told: Vec<String> =
        names.map(|(bucket, share)| format!("{} {}", bucket.name(), words::percent(share))).collect();
    let classes = ["b-s", "b-p", "b-b"];
    let starts = [0.0, shares[0], shares[0] + shares[1]];
    html! {
        svg.plot width="100%" height="22" aria-hidden="true" focusable="false" {
            @for ((class, start), share) in classes.into_iter().zip(starts).zip(shares) { (bar(start, share, 0.0, 22.0, class)) }
            @for start in starts.into_iter().skip(1) { line.cut x1=(pct(start)) x2=(pct(start)) y1="0" y2="22" {} }
        }
        p.small { (words::list(&told)) @if !note.is_empty() { "; " (note) } }
    }
}

/// Who says a number: "sourced (C)" or "our synthesis".
pub(super) fn said_by(basis: Basis, source: Option<&str>, note: Option<&str>) -> String {
    let mut said = basis.words().to_owned();
    if let Some(source) = source {
        said.push_str(&format!(" ({source})"));
    }
    if let Some(note) = note {
        said.push_str(&format!(": {note}"));
    }
    said
}

/// A link from a page in a folder, or the bare name where there is no page.
pub(super) fn link(up: &str, (name, to): (String, Option<String>)) -> Markup {
    html! { @if let Some(to) = to { a href={ (up) (to) } { (name) } } @else { (name) } }
}

/// A section with its heading.
pub(super) fn part(id: &str, heading: &str, note: &str, inner: &Markup) -> Markup {
    html! {
        section id=(id) aria-labelledby={ (id) "-h" } {
            div.sec { h2 id={ (id) "-h" } { (heading) } @if !note.is_empty() { p.note { (note) } } }
            (inner)
        }
    }
}

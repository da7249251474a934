//! Small parts that several pages share.

use maud::{Markup, html};
use rung_measure::ladder::requirements::Requirement;
use rung_model::{
    bucket::Bucket,
    framework::{Basis, HandsOn, Part, SplitClaim},
    share::Share,
};

use super::book::Book;
use crate::{
    parts::{caption, prose},
    plot::{
        RangeRow,
        mark::{Anchor, Plot, bar, pct, text},
        range_bars,
    },
    tone::Tone,
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

/// Links to roles or levels by id, with commas between them.
pub(super) fn links<'i>(book: &Book<'_>, up: &str, ids: impl IntoIterator<Item = &'i str>) -> Markup {
    html! { @for (n, id) in ids.into_iter().enumerate() { @if n > 0 { ", " } (link(up, book.named(id))) } }
}

/// Texts one under another.
pub(super) fn list<'t>(texts: impl Iterator<Item = &'t str>) -> Markup {
    html! { ul.plain { @for text in texts { li { (prose(text)) } } } }
}

/// A week as one claim states it: one bar where it is exact, else a bar a bucket with its range.
pub(super) fn claimed(id: &str, name: &str, claim: &SplitClaim) -> Markup {
    let said = said_by(claim.basis, claim.source.as_deref(), claim.note.as_deref());
    let parts = claim.parts.iter().map(|(bucket, part)| format!("{} {}", bucket.name(), stated(part)));
    let told = words::list(&parts.collect::<Vec<_>>());
    if claim.parts.is_empty() || claim.parts.values().all(Part::is_exact) {
        return week(claim.split.parts(), &said);
    }
    let row = |(bucket, part): (&Bucket, &Part)| RangeRow {
        name: (bucket.name(), ""),
        class: Tone::Of(*bucket).class(),
        value: stated(part),
        now: Some(Share::new(part.least(), part.point(), part.most())),
        before: None,
        blank: None,
        band: None,
        labels: None,
    };
    let rows: Vec<RangeRow> = claim.parts.iter().map(row).collect();
    html! { (range_bars(id, &format!("The week of {}", words::a_role(name)), &told, &rows, true)) p.small { (said) } }
}

/// A part as it was stated: a range, a share, or its one known end.
pub(super) fn stated(part: &Part) -> String {
    match (part.mean, part.min, part.max) {
        (_, Some(min), Some(max)) => words::range(min, max),
        (Some(mean), ..) => words::percent(mean),
        (None, Some(min), None) => format!("{} or more", words::percent(min)),
        (None, None, Some(max)) => format!("up to {}", words::percent(max)),
        (None, None, None) => "not stated".to_owned(),
    }
}

/// Hands-on ranges on one axis, each with who says so.
pub(super) fn hands_on(id: &str, claims: &[(String, &HandsOn)]) -> Markup {
    const PITCH: f64 = 50.0;
    let marks = html! { @for (row, (name, claim)) in claims.iter().enumerate() {
        @let y = PITCH * row as f64;
        @let width = (claim.max - claim.min).clamp(0.008, 1.0);
        (text(0.0, 0.0, y + 13.0, Anchor::Start, "k m", &html! { (short(name)) }))
        (text(1.0, 0.0, y + 13.0, Anchor::End, "m", &html! { tspan.wo { (said_by(claim.basis, claim.source.as_deref(), None)) "  " } tspan.k { (words::range(claim.min, claim.max)) } }))
        (bar(0.0, 1.0, y + 20.0, 16.0, "wash"))
        (bar(claim.min.clamp(0.0, 1.0 - width), width, y + 20.0, 16.0, "ink"))
    } };
    let told: Vec<String> =
        claims.iter().map(|(name, claim)| format!("{name} {}", words::range(claim.min, claim.max))).collect();
    let notes = claims.iter().filter_map(|(name, claim)| Some((name, claim.note.as_deref()?)));
    html! {
        figure {
            (caption("Hands-on coding", "Share of the week, from least to most."))
            (Plot { id, title: "Hands-on coding", desc: &told.join("; "), height: (PITCH * claims.len() as f64 - 8.0).max(1.0) }.draw(&marks))
            @for (name, note) in notes { p.small { @if claims.len() > 2 { (name) ": " } (prose(note)) } }
        }
    }
}

/// A name that leaves room for numbers beside it.
pub(super) fn short(name: &str) -> String {
    let kept: String = name.chars().take(34).collect();
    if kept.len() < name.len() { format!("{}…", kept.trim_end()) } else { kept }
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

//! Findings: patterns in work, each with severity, confidence and reasons.

use maud::{Markup, html};
use rung_measure::finding::{Confidence, Finding, Severity};

use super::{Live, lens::Lens};
use crate::{
    frame::token,
    parts::{self, head, noted, prose},
    words,
};

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let findings = &lens.report.findings;
    let (headline, note) = match findings.len() {
        0 if !lens.sees_anything() => ("Nothing was seen, so no pattern can be told".to_owned(), ""),
        0 => (
            "No pattern stands out".to_owned(),
            "Rung looked at the role’s shares, coding, drift, load, focus, evenings and the number of reports. What cannot be seen cannot stand out: the sources below say what that is.",
        ),
        1 => ("One pattern to look at first".to_owned(), NOTE),
        many => (format!("{} patterns to look at first", words::capital(&words::numeral(many))), NOTE),
    };
    parts::section(
        "findings",
        &html! {
            (head("findings", "Findings", &headline, if lens.live.is_some() && note == NOTE { SERVED } else { note }))
            @if !findings.is_empty() {
                ol.findings { @for (index, finding) in findings.iter().enumerate() { (item(index, finding, lens)) } }
            }
            @for one in &lens.report.snoozed {
                p.note {
                    "Put off until " (words::date(one.until)) @if let Some(why) = &one.why { ": " (why) } " (" (one.finding.check) ")"
                    @if let Some(live) = lens.live { " " form.inline action="/me/findings" method="post" { (token(live.csrf)) input type="hidden" name="key" value=(one.finding.key()); button.link type="submit" name="say" value="undo" { "Show it now" } } }
                }
            }
        },
    )
}

const NOTE: &str = "They describe work, not you. Nobody else sees them unless you hand this file on.";

const SERVED: &str = "They describe work, not you. Nobody else sees them unless you share a snapshot that shows them.";

fn item(index: usize, finding: &Finding, lens: &Lens<'_>) -> Markup {
    let disputed = lens.report.disputed.get(&finding.key());
    html! {
        li.finding id={ "f" (index + 1) } {
            div.meta {
                span.sev { svg aria-hidden="true" focusable="false" { use href=(shape(finding.severity)) {} } (finding.severity.words()) }
                span.conf { (dots(finding.confidence)) (finding.confidence.words()) }
            }
            div.stack {
                h3 { (prose(&finding.headline)) }
                p.note { (noted(&finding.text)) }
                @if let Some(answer) = disputed {
                    p.note { strong { "You dispute this" } @if let Some(why) = &answer.why { ": " (why) } }
                }
                @if let Some(live) = lens.live { (answers(index, finding, disputed.is_some(), live)) }
            }
            div {
                ul.ev { @for reason in &finding.reasons { li { (noted(&reason.text)) } } }
                details.why open {
                    summary { "Why Rung says this" span.vh { ": " (finding.headline) } }
                    p.small { (noted(&finding.because)) @let facts = facts(finding); @if facts > 0 { " It rests on " (words::count(facts, "piece", "pieces")) " of evidence." } }
                }
            }
        }
    }
}

/// What one may say to a finding, where a server keeps it.
fn answers(index: usize, finding: &Finding, disputed: bool, live: Live<'_>) -> Markup {
    let key = finding.key();
    html! {
        details.answer {
            summary { "Answer" span.vh { ": " (finding.headline) } }
            form.form action="/me/findings" method="post" {
                (token(live.csrf))
                input type="hidden" name="key" value=(key);
                div.field { label for={ "why-" (index) } { "Why" } input id={ "why-" (index) } name="why" type="text" autocomplete="off"; }
                div.row {
                    button.btn type="submit" name="say" value="dispute" { "It is not so" }
                    button.btn type="submit" name="say" value="snooze" { "Not for four weeks" }
                    @if disputed { button.link type="submit" name="say" value="undo" { "Take my answer back" } }
                }
            }
        }
    }
}

/// How many facts stand behind a finding.
fn facts(finding: &Finding) -> usize {
    let mut ids: Vec<_> = finding.reasons.iter().flat_map(|reason| &reason.evidence).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

const fn shape(severity: Severity) -> &'static str {
    match severity {
        Severity::Acting => "#sv-3",
        Severity::Watching => "#sv-2",
        Severity::Knowing => "#sv-1",
    }
}

fn dots(confidence: Confidence) -> Markup {
    let full = match confidence {
        Confidence::Firm => 3,
        Confidence::Fair => 2,
        Confidence::Thin => 1,
    };
    html! {
        svg viewBox="0 0 34 10" aria-hidden="true" focusable="false" {
            @for place in 0..3 {
                use href=(if place < full { "#dot-1" } else { "#dot-0" }) x=(place * 12) width="10" height="10" {}
            }
        }
    }
}

//! Sources: what each can see, what it never will, and which one is missing.

use maud::{Markup, html};
use rung_app::answer::SourceLine;

use super::lens::Lens;
use crate::{
    parts::{self, head, prose},
    words,
};

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let sources = &lens.report.sources;
    let headline =
        if sources.is_empty() { "No source was given" } else { "What each source can see, and what it never will" };
    parts::section(
        "sources",
        &html! {
            (head("sources", "Sources", headline, ""))
            table.cards.sources {
                thead { tr {
                    th scope="col" { "Source" }
                    th scope="col" { "Can see" }
                    th scope="col" { "Can never see" }
                    th.n scope="col" { "Share of working time" }
                } }
                tbody {
                    @for source in sources { (row(source)) }
                    @if !lens.has_calendar() { (missing()) }
                }
            }
        },
    )
}

fn row(source: &SourceLine) -> Markup {
    let manifest = &source.manifest;
    html! {
        tr {
            th scope="row" {
                (manifest.kind.name())
                span.who { bdi.path { (manifest.path) } }
                span.who {
                    @match manifest.days {
                        Some((first, last)) => { (prose(&words::span(first, last))) ", " }
                        None => "no dated facts, ",
                    }
                    (words::count(source.rows as usize, "fact", "facts")) " of yours"
                }
            }
            td data-l="Can see" { (prose(&words::capital(manifest.can_see))) }
            td data-l="Can never see" { (prose(&words::capital(manifest.never_sees))) }
            td.n data-l="Share of working time" {
                @if source.rows == 0 || source.share <= 0.0 { "none" } @else { (words::percent(source.share)) }
            }
        }
    }
}

/// The calendar nobody gave: the one source that would show two buckets.
fn missing() -> Markup {
    html! {
        tr {
            th scope="row" { "Calendar" span.who { "not given" } }
            td data-l="Can see" { "Nothing, because none was given. It would show meetings, 1:1s, interviews and time away: strategy and people. " code { "rung help calendar" } " tells how to export one." }
            td data-l="Can never see" { "What was said; work between meetings" }
            td.n data-l="Share of working time" { "not seen" }
        }
    }
}

//! Sharpen the picture: what would change the reading most, with the command that does it.

use maud::{Markup, html};

use super::lens::Lens;
use crate::{
    parts::{self, command, head, noted, prose},
    words,
};

/// The section; left out where there is nothing to sharpen.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let steps = &lens.report.sharpen;
    let Some(first) = steps.first() else { return Markup::default() };
    let headline = format!("What would help most: {}", words::lower_first(first.headline.trim_end_matches('.')));
    parts::section(
        "sharpen",
        &html! {
            (head("sharpen", "Sharpen the picture", &headline, "In order of how much each would change."))
            ol.steps {
                @for step in steps {
                    li { div {
                        h3 { (prose(step.headline.trim_end_matches('.'))) }
                        p.note { (noted(&step.text)) }
                        @if !step.command.is_empty() && lens.live.is_none() { p.do { (command(&step.command)) } }
                    } }
                }
            }
            @if lens.live.is_some() { p.acts.apart { a.btn href="/me/sources" { "Connect a source" } a.btn href="/me/log" { "Log a day" } } }
            (unknown(lens))
        },
    )
}

/// Titles no rule knows: only in the person's own report.
fn unknown(lens: &Lens<'_>) -> Markup {
    let titles = &lens.report.unknown_titles;
    html! {
        @if !titles.is_empty() {
            details.twin.titles {
                summary { (words::capital(&words::count(titles.len(), "recurring title", "recurring titles"))) " no rule knows" }
                div.scroll tabindex="0" role="region" aria-label="Recurring titles no rule knows" {
                    table {
                        caption { "Hours in this window. Titles stay in this file." }
                        thead { tr { th scope="col" { "Title" } th scope="col" { "Hours" } } }
                        tbody {
                            @for (title, minutes) in titles {
                                tr { th scope="row" { @if lens.live.is_some() { a href={ "/me/correct?series=yes&what=" (crate::web::part(title)) } { bdi { (title) } } } @else { bdi { (title) } } } td { (words::hours(*minutes)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

//! Paths between roles: the graph, and the same as a list.

use maud::{PreEscaped, html};
use rung_model::framework::{Edge, EdgeKind};

use super::{
    Page,
    bits::{link, part},
    book::Book,
    graph,
    shell::Sheet,
};
use crate::words::NBSP;

pub(super) fn page(book: &Book<'_>) -> Page {
    let picture = graph::svg(book);
    let edges: Vec<&Edge> = book.framework.edges.iter().filter(|edge| edge.kind == EdgeKind::Path).collect();
    let main = html! {
        @if edges.is_empty() {
            (part("none", "No path is stated", "This framework does not say which role leads to which.", &html! {}))
        } @else {
            (part("graph", "From role to role", "Dashed: no source says how long it takes.", &html! {
                @if let Some(picture) = picture { div.drawn.across.scroll tabindex="0" role="region" aria-label="Paths between roles" { (PreEscaped(picture)) } }
                ul.plain { @for edge in edges { li {
                    (link("", book.named(&edge.from))) " → " (link("", book.named(&edge.to))) ": " (duration(edge))
                    @if let Some(note) = &edge.note { span.pair { (note) } }
                } } }
            }))
        }
    };
    let path = "paths.html".to_owned();
    Sheet { path, kicker: "Paths", title: "Which role leads to which", lede: "" }.draw(book, &main)
}

/// How long a step takes; never 0 where nobody says.
pub(super) fn duration(edge: &Edge) -> String {
    match edge.years {
        None => "duration not known".to_owned(),
        Some(years) if (years.min - years.max).abs() < 1e-9 => format!("{}{NBSP}years", years.min),
        Some(years) => format!("{}–{}{NBSP}years", years.min, years.max),
    }
}

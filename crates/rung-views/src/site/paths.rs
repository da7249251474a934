//! Paths between roles: the graph, and the same as a list.

use std::collections::HashMap;

use maud::{Markup, PreEscaped, html};
use rung_model::framework::{Edge, EdgeKind};

use super::{
    Page,
    bits::{link, part},
    book::Book,
    graph,
    shell::Sheet,
};
use crate::{
    parts::prose,
    words::{self, NBSP},
};

pub(super) fn page(book: &Book<'_>) -> Page {
    let picture = graph::svg(book);
    let edges: Vec<&Edge> = book.framework.edges.iter().filter(|edge| edge.kind == EdgeKind::Path).collect();
    let known = edges.iter().filter(|edge| edge.years.is_some()).count();
    let lede = match edges.len() {
        0 => String::new(),
        many => format!(
            "{}; how long it takes is stated for {known}.",
            words::capital(&words::count(many, "step", "steps"))
        ),
    };
    let main = html! {
        @if edges.is_empty() {
            (part("none", "No path is stated", "This framework does not say which role leads to which.", &html! {}))
        } @else {
            (part("graph", "From role to role", "Dashed: no source says how long it takes.", &html! {
                @if let Some(picture) = picture { div.drawn.across.scroll tabindex="0" role="region" aria-label="Paths between roles" { (PreEscaped(picture)) } }
                (by_start(book, &edges))
            }))
        }
    };
    let path = "paths.html".to_owned();
    Sheet { path, kicker: "Paths", title: "Which role leads to which", lede: &lede }.draw(book, &main)
}

/// The steps by where they begin, from the top down.
fn by_start(book: &Book<'_>, edges: &[&Edge]) -> Markup {
    let mut starts: Vec<(&str, Vec<&Edge>)> = Vec::new();
    let mut place: HashMap<&str, usize> = HashMap::new();
    for edge in edges {
        let at = *place.entry(&edge.from).or_insert_with(|| {
            starts.push((&edge.from, Vec::new()));
            starts.len() - 1
        });
        if let Some((_, of)) = starts.get_mut(at) {
            of.push(edge);
        }
    }
    html! {
        ul.starts { @for (id, of) in &starts { li {
            span.box { (link("", book.named(id))) }
            ul { @for edge in of { li { (link("", book.named(&edge.to))) (taken(edge)) } } }
        } } }
    }
}

/// A step's line, its duration, and what to keep in mind.
pub(super) fn taken(edge: &Edge) -> Markup {
    html! {
        span.pair {
            svg.way width="34" height="10" aria-hidden="true" focusable="false" {
                path.inkline.dash[edge.years.is_none()] d="M0 5H28" {}
                path.ink d="M27 1l7 4-7 4z" {}
            }
            (prose(&duration(edge))) @if let Some(note) = &edge.note { ", " (prose(note)) }
        }
    }
}

/// How long a step takes; never 0 where nobody says.
pub(super) fn duration(edge: &Edge) -> String {
    match edge.years {
        None => "duration not known".to_owned(),
        Some(years) if (years.min - years.max).abs() < 1e-9 => {
            format!("{}{NBSP}{}", years.min, if years.min == 1.0 { "year" } else { "years" })
        }
        Some(years) => format!("{}–{}{NBSP}years", years.min, years.max),
    }
}

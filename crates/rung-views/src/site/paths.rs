//! Paths between roles, with how long a step takes where anyone says.

use maud::html;
use rung_model::framework::{Edge, EdgeKind};

use super::{Page, book::Book, draw, frame};
use crate::parts::{Twin, head, section};

/// How long a step takes, in words; what nobody says is not known, never 0.
pub(super) fn years(edge: &Edge) -> String {
    match edge.years {
        None => "not known how long".to_owned(),
        Some(years) if years.min < years.max => format!("{}–{} years", years.min, years.max),
        Some(years) => format!("{} {}", years.min, if years.min == 1.0 { "year" } else { "years" }),
    }
}

/// The page, where there is any edge.
pub(super) fn page(book: &Book<'_>) -> Option<Page> {
    let framework = book.framework;
    if framework.edges.is_empty() {
        return None;
    }
    let rows = framework.edges.iter().map(|edge| {
        let kind = if edge.kind == EdgeKind::Path { years(edge) } else { "reports to".to_owned() };
        let name = format!("{} to {}", book.role_name(&edge.from), book.role_name(&edge.to));
        (name, vec![kind, edge.sources.join(", "), edge.note.clone().unwrap_or_default()])
    });
    let twin = Twin {
        summary: "The steps as a table",
        caption: "Steps between roles",
        heads: &["Step", "How long", "Sources", "Note"],
        rows: rows.collect(),
    };
    let main = html! {
        div.hero {
            p.kicker { "Paths" }
            h1 { "Where one may go from each role" }
            p.lede { "A dashed line is a step nobody gives a duration for: not known, which is not 0." }
        }
        (section("graph", &html! {
            (head("graph", "Paths", "Steps between roles", "Read from left to right; years stand on the line."))
            div.wide-only { (draw::graph(book)) }
            ul.asks.small-only { @for edge in framework.edges.iter().filter(|edge| edge.kind == EdgeKind::Path) {
                li { (book.role_name(&edge.from)) " to " (book.role_name(&edge.to)) ": " (years(edge)) }
            } }
            (twin.draw())
        }))
    };
    let leaf = frame::Leaf {
        path: "paths.html".to_owned(),
        title: format!("Paths · {}", framework.name),
        description: "Steps between roles and how long they take.".to_owned(),
        way: "Paths",
    };
    Some(frame::draw(book, leaf, &main))
}

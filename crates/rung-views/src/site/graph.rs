//! The graph of paths, left to right, with durations on the edges.

use std::collections::HashMap;

use maud::html;
use rung_model::framework::{Edge, EdgeKind};

use super::{book::Book, drawing::file, paths::duration};
use crate::plot::mark::num;

/// Room of a column and a row.
const COLUMN: f64 = 240.0;
const ROW: f64 = 84.0;
const TALL: f64 = 52.0;
const WIDE: f64 = 150.0;

/// The graph as a complete file; `None` without a path.
pub(super) fn svg(book: &Book<'_>) -> Option<String> {
    let edges: Vec<&Edge> =
        book.framework.edges.iter().filter(|e| e.kind == EdgeKind::Path && e.from != e.to).collect();
    let mut ids: Vec<&str> = Vec::new();
    let mut number: HashMap<&str, usize> = HashMap::new();
    for id in edges.iter().flat_map(|edge| [edge.from.as_str(), edge.to.as_str()]) {
        number.entry(id).or_insert_with(|| {
            ids.push(id);
            ids.len() - 1
        });
    }
    if ids.is_empty() {
        return None;
    }
    let pairs: Vec<(usize, usize, &Edge)> = edges
        .iter()
        .filter_map(|edge| Some((*number.get(edge.from.as_str())?, *number.get(edge.to.as_str())?, *edge)))
        .collect();
    let columns = columns(ids.len(), &pairs);
    let mut filled: HashMap<usize, usize> = HashMap::new();
    let places: Vec<(f64, f64)> = columns
        .iter()
        .map(|column| {
            let row = filled.entry(*column).or_default();
            *row += 1;
            (12.0 + COLUMN * *column as f64, 20.0 + ROW * (*row - 1) as f64)
        })
        .collect();
    let at = |n: usize| places.get(n).copied().unwrap_or_default();
    let ports = ports(&pairs);
    let told: Vec<String> = pairs
        .iter()
        .map(|(_, _, e)| format!("{} to {}: {}", book.named(&e.from).0, book.named(&e.to).0, duration(e)))
        .collect();
    let marks = html! {
        @for ((from, to, edge), port) in pairs.iter().zip(&ports) {
            @let ((x1, y1), (x2, y2)) = (at(*from), at(*to));
            @let (x1, y1, y2) = (x1 + WIDE, y1 + TALL / 2.0, y2 + port);
            path.d-l.d-d[edge.years.is_none()] d={ "M" (num(x1)) " " (num(y1)) "C" (num(x1 + 60.0)) " " (num(y1)) " " (num(x2 - 60.0)) " " (num(y2)) " " (num(x2)) " " (num(y2)) } {}
            path.d-c d={ "M" (num(x2)) " " (num(y2)) "l-8 -4v8z" } {}
        }
        @for ((_, to, edge), port) in pairs.iter().zip(&ports) {
            @let (x2, y2) = at(*to);
            @let y2 = y2 + port;
            text.d-q.d-e.d-o x=(num(x2 - 12.0)) y=(num(y2 + 4.0)) { (if edge.years.is_none() { "not known".to_owned() } else { duration(edge) }) }
        }
        @for (n, id) in ids.iter().enumerate() {
            @let (x, y) = at(n);
            @let name: String = book.named(id).0.chars().take(40).collect();
            @let squeezed = (crate::plot::mark::ems(&name) * 13.0 > WIDE - 14.0).then(|| num(WIDE - 14.0));
            rect.d-b x=(num(x)) y=(num(y)) width=(num(WIDE)) height=(num(TALL)) rx="5" {}
            text.d-t.d-m x=(num(x + WIDE / 2.0)) y=(num(y + TALL / 2.0 + 4.5)) textLength=[squeezed] lengthAdjust="spacingAndGlyphs" { (name) }
        }
    };
    let width = places.iter().map(|(x, _)| x + WIDE + 12.0).fold(300.0, f64::max);
    let height = places.iter().map(|(_, y)| y + TALL + 14.0).fold(80.0, f64::max);
    Some(file("Paths between roles", &told.join("; "), width, height, &marks).into_string())
}

/// The column of each node: one right of whatever leads to it. Circles stop after as many rounds as nodes, at most 30.
fn columns(many: usize, edges: &[(usize, usize, &Edge)]) -> Vec<usize> {
    let mut columns = vec![0_usize; many];
    let last = many.min(30) - 1;
    for _ in 0..last {
        let mut moved = false;
        for (from, to, _) in edges {
            let wanted = (columns.get(*from).copied().unwrap_or(0) + 1).min(last);
            if let Some(column) = columns.get_mut(*to).filter(|column| **column < wanted) {
                *column = wanted;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    columns
}

/// How far down the box of its target each edge arrives, so that labels keep apart.
fn ports(edges: &[(usize, usize, &Edge)]) -> Vec<f64> {
    let mut total: HashMap<usize, usize> = HashMap::new();
    edges.iter().for_each(|(_, to, _)| *total.entry(*to).or_default() += 1);
    let mut seen: HashMap<usize, usize> = HashMap::new();
    let port = |(_, to, _): &(usize, usize, &Edge)| {
        let many = total.get(to).copied().unwrap_or(1) as f64;
        let before = seen.entry(*to).or_default();
        let place = *before as f64 - (many - 1.0) / 2.0;
        *before += 1;
        TALL / 2.0 + place * (TALL / many).min(12.5)
    };
    edges.iter().map(port).collect()
}

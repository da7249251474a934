//! Paths as a graph: left to right, years on the line, dashed where nobody says.

use std::collections::HashMap;

use maud::{Markup, html};
use rung_model::framework::{Edge, EdgeKind};

use super::Sheet;
use crate::{
    plot::mark::{ems, num},
    site::{book::Book, paths::years},
};

const COLUMN: f64 = 300.0;
const ROW: f64 = 76.0;
const BOX: f64 = 38.0;

/// The graph in a page.
pub(crate) fn graph(book: &Book<'_>) -> Markup {
    html! { @if let Some(sheet) = sheet(book) { figure { div.heat { (sheet.inline()) } } } }
}

/// The same as a drawing; `None` where there is no path.
pub(super) fn sheet(book: &Book<'_>) -> Option<Sheet> {
    let edges: Vec<&Edge> = book.framework.edges.iter().filter(|edge| edge.kind == EdgeKind::Path).collect();
    if edges.is_empty() {
        return None;
    }
    let mut ids: Vec<&str> = Vec::new();
    for id in edges.iter().flat_map(|edge| [edge.from.as_str(), edge.to.as_str()]) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let columns = columns(&ids, &edges);
    let mut filled: HashMap<usize, usize> = HashMap::new();
    let mut at: HashMap<&str, (f64, f64, f64)> = HashMap::new();
    for id in &ids {
        let column = columns.get(id).copied().unwrap_or(0);
        let row = filled.entry(column).or_default();
        let width = ems(book.role_name(id)).mul_add(14.5, 28.0);
        at.insert(id, (8.0 + COLUMN * column as f64, 24.0 + ROW * *row as f64, width));
        *row += 1;
    }
    let deep = filled.values().copied().max().unwrap_or(1);
    let wide = filled.keys().copied().max().unwrap_or(0) + 1;
    let marks = html! {
        @for edge in &edges {
            @if let (Some((x1, y1, w1)), Some((x2, y2, _))) = (at.get(edge.from.as_str()), at.get(edge.to.as_str())) {
                @let (from, to) = ((x1 + w1, y1 + BOX / 2.0), (*x2, y2 + BOX / 2.0));
                @let bend = ((to.0 - from.0) / 2.0).abs().max(30.0);
                path.edge.unknown[edge.years.is_none()] d={
                    "M" (num(from.0)) " " (num(from.1)) " C" (num(from.0 + bend)) " " (num(from.1)) " " (num(to.0 - bend)) " " (num(to.1)) " " (num(to.0)) " " (num(to.1))
                } {}
                path.c d={ "M" (num(to.0)) " " (num(to.1)) "l-7 -4v8z" } {}
                @if edge.years.is_some() {
                    text.q x=(num(f64::midpoint(from.0, to.0))) y=(num(f64::midpoint(from.1, to.1) - 6.0)) text-anchor="middle" { (years(edge)) }
                }
            }
        }
        @for id in &ids {
            @if let Some((x, y, width)) = at.get(id) {
                rect.node x=(num(*x)) y=(num(*y)) width=(num(*width)) height=(num(BOX)) rx="4" {}
                text.k x=(num(x + width / 2.0)) y=(num(y + 24.0)) text-anchor="middle" { (book.role_name(id)) }
            }
        }
    };
    let words: Vec<String> = edges
        .iter()
        .map(|edge| format!("{} to {}: {}", book.role_name(&edge.from), book.role_name(&edge.to), years(edge)))
        .collect();
    Some(Sheet {
        id: "graph".to_owned(),
        title: "Steps between roles".to_owned(),
        desc: words.join("; "),
        width: COLUMN * wide as f64,
        height: 48.0 + ROW * deep as f64,
        marks,
    })
}

/// How far right each stands: one further than the furthest that leads to it, at most as many as there are.
fn columns<'e>(ids: &[&'e str], edges: &[&'e Edge]) -> HashMap<&'e str, usize> {
    let mut columns: HashMap<&str, usize> = ids.iter().map(|id| (*id, 0)).collect();
    for _ in 0..ids.len().min(64) {
        let mut moved = false;
        for edge in edges {
            let from = columns.get(edge.from.as_str()).copied().unwrap_or(0);
            let to = columns.get(edge.to.as_str()).copied().unwrap_or(0);
            if to <= from && from + 1 < ids.len() {
                columns.insert(&edge.to, from + 1);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    columns
}

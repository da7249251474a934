//! The graph of paths: left to right, the duration on the edge, dashed where nobody says.

use std::collections::HashMap;

use maud::html;
use rung_model::framework::{Edge, EdgeKind};

use super::{
    book::Book,
    drawing::file,
    layers::{Grid, layered},
    paths::duration,
};
use crate::plot::mark::{ems, num};

/// The width a graph fills where its columns allow.
const FULL: f64 = 1116.0;
/// Room between two columns: a duration fits.
const GAP: f64 = 72.0;
const NARROWEST: f64 = 84.0;
const WIDEST: f64 = 170.0;
/// Height of a line of a name, and of an edge's place at a box.
const LINE: f64 = 16.0;
const FONT: f64 = 13.0;
/// Room between two boxes of a column.
const APART: f64 = 22.0;
/// Most nodes that are drawn: of more, the list says more.
const MOST: usize = 80;

/// A box with the lines of its name.
struct Node {
    x: f64,
    y: f64,
    height: f64,
    lines: Vec<String>,
}

impl Node {
    fn middle(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

/// The graph as a complete file; `None` without a path, or with too many roles to draw.
pub(super) fn svg(book: &Book<'_>) -> Option<String> {
    let edges: Vec<&Edge> =
        book.framework.edges.iter().filter(|e| e.kind == EdgeKind::Path && e.from != e.to).collect();
    let grid = layered(&edges.iter().map(|edge| (edge.from.as_str(), edge.to.as_str())).collect::<Vec<_>>());
    if edges.is_empty() || grid.nodes.len() > MOST {
        return None;
    }
    let columns = grid.columns.len().max(1) as f64;
    let wide = ((FULL + GAP) / columns - GAP).clamp(NARROWEST, WIDEST);
    let (nodes, height) = nodes(book, &grid, &edges, wide);
    let (outs, ins) = (ports(&edges, &nodes, false), ports(&edges, &nodes, true));
    let drawn = edges.iter().enumerate().filter_map(|(n, edge)| {
        let (from, to) = (nodes.get(edge.from.as_str())?, nodes.get(edge.to.as_str())?);
        Some((*edge, (from.x + wide, *outs.get(&n)?), (to.x, *ins.get(&n)?)))
    });
    let drawn: Vec<_> = drawn.collect();
    let marks = html! {
        @for (edge, (x1, y1), (x2, y2)) in &drawn {
            @let bend = if x2 > x1 { ((x2 - x1) / 2.0).clamp(24.0, 90.0) } else { 80.0 };
            path.d-l.d-d[edge.years.is_none()] d={ "M" (num(*x1)) " " (num(*y1)) "C" (num(x1 + bend)) " " (num(*y1)) " " (num(x2 - bend)) " " (num(*y2)) " " (num(x2 - 6.0)) " " (num(*y2)) } {}
            path.d-c d={ "M" (num(*x2)) " " (num(*y2)) "l-8 -4v8z" } {}
        }
        @for (edge, _, (x2, y2)) in &drawn {
            text.d-q.d-e.d-o x=(num(x2 - 11.0)) y=(num(y2 + 4.0)) { (if edge.years.is_none() { "not known".to_owned() } else { duration(edge) }) }
        }
        @for id in &grid.nodes { @if let Some(node) = nodes.get(id) {
            rect.d-b x=(num(node.x)) y=(num(node.y)) width=(num(wide)) height=(num(node.height)) rx="6" {}
            @let first = node.middle() + 4.5 - LINE * (node.lines.len() as f64 - 1.0) / 2.0;
            @for (n, words) in node.lines.iter().enumerate() {
                text.d-t.d-k.d-m x=(num(node.x + wide / 2.0)) y=(num(first + LINE * n as f64)) { (words) }
            }
        } }
    };
    let told: Vec<String> = edges
        .iter()
        .map(|edge| format!("{} to {}: {}", book.named(&edge.from).0, book.named(&edge.to).0, duration(edge)))
        .collect();
    let width = columns * (wide + GAP) - GAP + 4.0;
    Some(file("Paths between roles", &told.join("; "), width, height, &marks).into_string())
}

/// Where each box stands, and how tall the whole is.
fn nodes<'e>(book: &Book<'_>, grid: &Grid<'e>, edges: &[&'e Edge], wide: f64) -> (HashMap<&'e str, Node>, f64) {
    let mut degree: HashMap<&str, [usize; 2]> = HashMap::new();
    for edge in edges {
        degree.entry(&edge.from).or_default()[0] += 1;
        degree.entry(&edge.to).or_default()[1] += 1;
    }
    let mut columns: Vec<(f64, Vec<(&str, Node)>)> = Vec::new();
    for (n, ids) in grid.columns.iter().enumerate() {
        let mut y = 0.0;
        let mut of = Vec::new();
        for id in ids {
            let lines = wrapped(&book.named(id).0, wide - 10.0);
            let [out, into] = degree.get(id).copied().unwrap_or_default();
            let height = (LINE * lines.len() as f64 + 18.0).max(LINE * out.max(into) as f64 + 14.0);
            of.push((*id, Node { x: 2.0 + (wide + GAP) * n as f64, y, height, lines }));
            y += height + APART;
        }
        columns.push((y - APART, of));
    }
    let height = columns.iter().map(|(tall, _)| *tall).fold(0.0, f64::max);
    let mut nodes = HashMap::new();
    for (tall, of) in columns {
        for (id, mut node) in of {
            node.y += 6.0 + (height - tall) / 2.0;
            nodes.insert(id, node);
        }
    }
    (nodes, height + 12.0)
}

/// Where each edge touches its box: spread over the side, in the order of the far ends.
fn ports(edges: &[&Edge], nodes: &HashMap<&str, Node>, into: bool) -> HashMap<usize, f64> {
    let mut at: HashMap<&str, Vec<(f64, usize)>> = HashMap::new();
    for (n, edge) in edges.iter().enumerate() {
        let (here, there) = if into { (&edge.to, &edge.from) } else { (&edge.from, &edge.to) };
        if let Some(far) = nodes.get(there.as_str()) {
            at.entry(here).or_default().push((far.middle(), n));
        }
    }
    let mut ports = HashMap::new();
    for (id, mut touching) in at {
        let Some(node) = nodes.get(id) else { continue };
        touching.sort_by(|a, b| a.0.total_cmp(&b.0));
        let many = touching.len() as f64;
        for (place, (_, n)) in touching.into_iter().enumerate() {
            ports.insert(n, node.middle() + LINE * (place as f64 - (many - 1.0) / 2.0));
        }
    }
    ports
}

/// A name in lines that fit a box; a word that does not is cut.
fn wrapped(name: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace().take(12) {
        let word = fitted(word, room);
        match lines.last_mut() {
            Some(line) if (ems(line) + ems(&word) + 0.4) * FONT <= room => *line = format!("{line} {word}"),
            _ => lines.push(word),
        }
    }
    lines.truncate(4);
    lines
}

/// A word, cut where it is wider than a box.
fn fitted(word: &str, room: f64) -> String {
    if word.len() < 200 && ems(word) * FONT <= room {
        return word.to_owned();
    }
    let most = (room / (FONT * 0.62)).max(4.0) as usize;
    word.chars().take(most - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_wrapped_and_long_words_cut() {
        assert_eq!(wrapped("Technical programme manager", 90.0), ["Technical", "programme", "manager"]);
        assert_eq!(wrapped("Tech lead", 120.0), ["Tech lead"]);
        assert!(wrapped(&"x".repeat(300), 90.0)[0].chars().count() < 15);
    }
}

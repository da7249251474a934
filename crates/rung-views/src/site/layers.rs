//! A directed graph in columns: each node right of what leads to it, ordered so that few edges cross.

use std::collections::{HashMap, HashSet};

/// Times the columns are put in order, there and back.
const SWEEPS: usize = 6;

/// Nodes by column.
pub(super) struct Grid<'g> {
    /// Every node, in the order it comes up.
    pub(super) nodes: Vec<&'g str>,
    /// The nodes of each column, from the top.
    pub(super) columns: Vec<Vec<&'g str>>,
}

/// Lays a graph out; an edge that closes a circle does not push.
pub(super) fn layered<'g>(edges: &[(&'g str, &'g str)]) -> Grid<'g> {
    let mut nodes = Vec::new();
    let mut seen = HashSet::new();
    for id in edges.iter().flat_map(|(from, to)| [*from, *to]) {
        if seen.insert(id) {
            nodes.push(id);
        }
    }
    let forward = forward(&nodes, edges);
    let depth = depth(&nodes, &forward);
    let mut columns: Vec<Vec<&str>> = Vec::new();
    for id in &nodes {
        let at = depth.get(id).copied().unwrap_or(0);
        if columns.len() <= at {
            columns.resize_with(at + 1, Vec::new);
        }
        if let Some(column) = columns.get_mut(at) {
            column.push(id);
        }
    }
    for _ in 0..SWEEPS {
        order(&mut columns, &forward, false);
        order(&mut columns, &forward, true);
    }
    Grid { nodes, columns }
}

/// The edges without those that close a circle, found by a walk that keeps its own stack.
fn forward<'g>(nodes: &[&'g str], edges: &[(&'g str, &'g str)]) -> Vec<(&'g str, &'g str)> {
    let mut after: HashMap<&str, Vec<&'g str>> = HashMap::new();
    for (from, to) in edges {
        after.entry(from).or_default().push(to);
    }
    let (mut open, mut done): (HashSet<&str>, HashSet<&str>) = Default::default();
    let mut kept = Vec::new();
    for start in nodes {
        let mut stack = vec![(*start, 0)];
        while let Some((id, next)) = stack.pop() {
            if next == 0 && (done.contains(id) || !open.insert(id)) {
                continue;
            }
            match after.get(id).and_then(|all| all.get(next)) {
                Some(to) => {
                    stack.push((id, next + 1));
                    if !open.contains(to) {
                        kept.push((id, *to));
                        if !done.contains(to) {
                            stack.push((*to, 0));
                        }
                    }
                }
                None => {
                    open.remove(id);
                    done.insert(id);
                }
            }
        }
    }
    kept
}

/// How far right each node stands: the longest way to it.
fn depth<'g>(nodes: &[&'g str], edges: &[(&'g str, &'g str)]) -> HashMap<&'g str, usize> {
    let mut waits: HashMap<&str, usize> = nodes.iter().map(|id| (*id, 0)).collect();
    let mut after: HashMap<&str, Vec<&'g str>> = HashMap::new();
    for (from, to) in edges {
        *waits.entry(to).or_default() += 1;
        after.entry(from).or_default().push(to);
    }
    let mut depth: HashMap<&str, usize> = HashMap::new();
    let mut ready: Vec<&str> = nodes.iter().copied().filter(|id| waits.get(id) == Some(&0)).collect();
    while let Some(id) = ready.pop() {
        let here = depth.get(id).copied().unwrap_or(0);
        for to in after.get(id).into_iter().flatten() {
            let there = depth.entry(to).or_default();
            *there = (*there).max(here + 1);
            if let Some(open) = waits.get_mut(to) {
                *open -= 1;
                if *open == 0 {
                    ready.push(to);
                }
            }
        }
    }
    depth
}

/// Puts each column in the order of the middles of its neighbours.
fn order<'g>(columns: &mut [Vec<&'g str>], edges: &[(&'g str, &'g str)], back: bool) {
    let mut near: HashMap<&str, Vec<&str>> = HashMap::new();
    for (from, to) in edges {
        let (here, there) = if back { (from, to) } else { (to, from) };
        near.entry(here).or_default().push(there);
    }
    let mut known: HashMap<&str, f64> = HashMap::new();
    columns.iter().for_each(|column| remember(&mut known, column));
    let many = columns.len();
    for step in 0..many {
        let at = if back { many - 1 - step } else { step };
        let Some(column) = columns.get_mut(at) else { continue };
        let middle = |id: &str| {
            let all: Vec<f64> = near.get(id).into_iter().flatten().filter_map(|far| known.get(far)).copied().collect();
            if all.is_empty() {
                known.get(id).copied().unwrap_or(0.0)
            } else {
                all.iter().sum::<f64>() / all.len() as f64
            }
        };
        column.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
        remember(&mut known, column);
    }
}

/// Notes how far down its column each node stands, 0-1.
fn remember<'g>(known: &mut HashMap<&'g str, f64>, column: &[&'g str]) {
    known.extend(column.iter().enumerate().map(|(n, id)| (*id, (n as f64 + 0.5) / column.len() as f64)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_right_of_what_leads_to_it() {
        assert_eq!(layered(&[("a", "b"), ("b", "c"), ("a", "c")]).columns, [["a"], ["b"], ["c"]]);
    }

    #[test]
    fn circles_end() {
        assert_eq!(layered(&[("a", "b"), ("b", "a"), ("b", "c")]).columns, [["a"], ["b"], ["c"]]);
    }

    #[test]
    fn rows_follow_their_neighbours() {
        let grid = layered(&[("a", "d"), ("b", "c"), ("a", "d")]);
        assert_eq!(grid.columns, [["a", "b"], ["d", "c"]]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let names: Vec<String> = (0..20_000).map(|n| n.to_string()).collect();
        let nodes: Vec<&str> = names.iter().map(String::as_str).collect();
        let edges: Vec<(&str, &str)> = nodes.windows(2).map(|pair| (pair[0], pair[1])).collect();
        assert_eq!(depth(&nodes, &forward(&nodes, &edges)).get("19999"), Some(&19_999));
    }
}

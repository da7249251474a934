//! Axis charts: positions that each stand at a named level of every axis.
//!
//! `defined.rs` and `tables.rs` find the axes with their levels, `known.rs` and `infer.rs` stand in where no page
//! defines them, `chart.rs` reads the positions where
//! `index.rs` says that the names occur, `title.rs` their names, `write.rs` makes the records, and `around.rs`
//! takes what stands around them: ladder tables, lists of roles, what the axes mean.

mod around;
mod chart;
mod defined;
mod index;
mod infer;
mod known;
mod role;
mod set;
mod tables;
mod title;
mod write;

use std::collections::HashSet;

use super::{
    draft::Draft,
    page::Page,
    parts::{Part, parts},
};
use chart::Chart;
use index::Index;

/// Fewest levels of an axis.
const LEVELS: usize = 2;
/// Fewest axes.
const AXES: usize = 2;
/// Most levels of an axis, and most axes: what has more is something else.
const MOST_LEVELS: usize = 30;
const MOST_AXES: usize = 40;

/// The pages with their outlines, and which of them are read.
#[derive(Debug)]
struct Pages<'p> {
    pages: &'p [Page],
    parts: Vec<Vec<Part<'p>>>,
}

pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    let pages = Pages { pages, parts: pages.iter().map(parts).collect() };
    let mut sets = defined::sets(&pages);
    let mut charts: Vec<Chart<'_>> = Vec::new();
    let mut seen = HashSet::new();
    let index = Index::of(&pages);
    sets.retain(|set| {
        let mut found = chart::charts(&pages, set, &index, draft);
        found.retain(|chart| seen.insert((chart.page, chart.line)));
        let kept = !found.is_empty() || set.stands_alone;
        charts.append(&mut found);
        kept
    });
    if sets.is_empty() {
        let Some(set) = known::set(&pages, draft).or_else(|| infer::set(&pages, draft)) else { return };
        charts = chart::charts(&pages, &set, &index, draft);
        sets.push(set);
    }
    for set in &mut sets {
        let page = pages.pages.iter().position(|page| page.file == set.file);
        defined::includes(page.and_then(|page| pages.parts.get(page)).map_or(&[], Vec::as_slice), set);
    }
    charts.sort_by_key(|chart| (chart.page, chart.line));
    write::all(&pages, &sets, &charts, draft);
    around::take(&pages, &sets, draft);
}

/// The folder of a file, without the last `/`; empty for files at the top.
fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests;

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
    naming::plain,
    page::Page,
    parts::{Part, parts},
};
use chart::Chart;
use index::Index;
use set::{Axis, Set};

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
    drop_lists_of_axes(&mut sets);
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
    drop_samples(&mut charts);
    write::all(&pages, &sets, &charts, draft);
    around::take(&pages, &sets, draft);
}

/// Takes out axes whose levels are the axes of another set: a page that only lists them.
fn drop_lists_of_axes(sets: &mut Vec<Set<'_>>) {
    let names: Vec<HashSet<String>> =
        sets.iter().map(|set| set.axes.iter().map(|axis| plain(&axis.name)).collect()).collect();
    let lists_another = |at: usize, axis: &Axis| {
        let known = |names: &HashSet<String>| {
            axis.levels.iter().filter(|level| names.contains(&plain(&level.name))).count() * 2 > axis.levels.len()
        };
        names.iter().enumerate().any(|(other, names)| other != at && known(names))
    };
    let mut at = 0;
    sets.retain(|set| {
        let lists = set.axes.iter().any(|axis| lists_another(at, axis));
        at += 1;
        !lists
    });
}

/// Takes out charts without code or number where all others have one: an example in the running text.
fn drop_samples(charts: &mut Vec<Chart<'_>>) {
    let numbered = |chart: &Chart<'_>| chart.title.code.is_some() || chart.title.rank.is_some();
    let many = charts.iter().filter(|chart| numbered(chart)).count();
    if many >= 10 && many * 10 >= charts.len() * 9 {
        charts.retain(numbered);
    }
}

/// The folder of a file, without the last `/`; empty for files at the top.
fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests;

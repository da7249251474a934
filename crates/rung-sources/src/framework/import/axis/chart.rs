//! The positions of a set of axes: a heading with a level of each axis below it, or a row of a table.

use std::collections::HashSet;

use super::{
    super::{
        draft::Draft,
        named::{Mark, Named, named, of_words},
        naming::title_of,
        parts::{Part, Thing, flat},
    },
    Pages,
    defined::{is_link, said},
    folder,
    index::Index,
    set::{Found, Set},
    tables::head_and_body,
    title::{Title, title},
};
use crate::document::{Cell, Grid, Item, Rich};

/// A position with its levels.
#[derive(Clone, Debug)]
pub(super) struct Chart<'p> {
    /// Its page.
    pub(super) page: usize,
    /// The heading it stands under, where it has one: the part of the position itself.
    pub(super) part: Option<usize>,
    /// The part its table or list stands in.
    pub(super) inside: usize,
    pub(super) title: Title,
    pub(super) line: usize,
    /// The number of its set.
    pub(super) set: usize,
    pub(super) entries: Vec<Entry>,
    /// Lines of entries that name no level.
    pub(super) odd: Vec<(usize, usize)>,
    /// Levels that the axis they stand on does not have.
    pub(super) strange: Vec<Strange>,
    pub(super) things: Vec<Thing<'p>>,
}

/// A level that its axis does not have.
#[derive(Clone, Debug)]
pub(super) struct Strange {
    pub(super) axis: usize,
    /// The level as the page writes it.
    pub(super) word: String,
    pub(super) text: String,
    pub(super) line: usize,
}

/// A level a position stands at.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) found: Found,
    /// The level as the page writes it.
    pub(super) word: String,
    pub(super) text: String,
    pub(super) criteria: Vec<String>,
    pub(super) line: usize,
    pub(super) broken: bool,
}

/// The positions that stand on these axes: those of pages in the folder of the set and below it.
pub(super) fn charts<'p>(pages: &Pages<'p>, set: &Set<'_>, index: &Index, draft: &Draft) -> Vec<Chart<'p>> {
    let home = folder(&set.file);
    let own: HashSet<usize> = set.things.iter().map(Thing::addr).collect();
    let mut charts = Vec::new();
    for (n, places) in index.places(set) {
        let (Some(page), Some(parts)) = (pages.pages.get(n), pages.parts.get(n)) else { continue };
        let inside = home.is_empty() || page.file.starts_with(&format!("{home}/"));
        if !inside {
            continue;
        }
        let first = charts.len();
        for at in places {
            let start = charts.len();
            charts.extend(of_list(parts, at, set, draft).filter(|chart| enough(&chart.entries, set)));
            if charts.len() == start {
                charts.extend(of_headings(parts, at, set, draft));
            }
            for (_, grid) in parts[at].tables().filter(|(_, grid)| !holds(grid, &own)) {
                charts.extend(of_table(parts, at, grid, set, draft));
            }
            for chart in &mut charts[start..] {
                chart.page = n;
                chart.set = set.number;
                if chart.title.name.is_empty() {
                    let (text, line) = title_of(page);
                    (chart.title, chart.line) = (title(&text), line);
                }
            }
        }
        let thin = beside(parts, n, &charts[first..], set, draft);
        charts.extend(thin);
    }
    charts
}

/// Positions beside charts, by their headings, that have few levels or none.
fn beside<'p>(parts: &[Part<'p>], page: usize, charts: &[Chart<'p>], set: &Set<'_>, draft: &Draft) -> Vec<Chart<'p>> {
    let own: HashSet<usize> = charts.iter().filter_map(|chart| chart.part).collect();
    let holders: HashSet<usize> =
        own.iter().filter_map(|at| parts.get(*at)).filter(|part| part.level > 0).map(|part| part.parent).collect();
    let mut thin = Vec::new();
    if holders.is_empty() {
        return thin;
    }
    for (at, part) in parts.iter().enumerate().skip(1) {
        let title = title(part.title);
        let numbered = title.rank.is_some() || title.code.is_some();
        if numbered && holders.contains(&part.parent) && !own.contains(&at) {
            let found = of_list(parts, at, set, draft);
            thin.extend(found.map(|chart| Chart { page, set: set.number, ..chart }));
        }
    }
    thin
}

/// Whether a table is what the axes were read from.
fn holds(grid: &Grid, own: &HashSet<usize>) -> bool {
    grid.rows.iter().flat_map(|row| &row.cells).any(|cell| own.contains(&Thing::Cell(cell).addr()))
}

/// Whether so many of the axes are enough to be a chart.
fn enough(entries: &[Entry], set: &Set<'_>) -> bool {
    let mut axes: Vec<usize> = entries.iter().map(|entry| entry.found.axis).collect();
    axes.sort_unstable();
    let all = axes.len();
    axes.dedup();
    axes.len() >= 2 && axes.len() * 5 >= set.axes.len() * 3 && axes.len() * 3 >= all * 2
}

fn of_list<'p>(parts: &[Part<'p>], at: usize, set: &Set<'_>, draft: &Draft) -> Option<Chart<'p>> {
    let part = parts.get(at).filter(|part| part.block.is_some_and(|block| !draft.is_taken(block)))?;
    let items: Vec<&'p Item> = part.lists().flat_map(|(_, items)| items).collect();
    let mut chart = chart_of(part, at);
    for (place, item) in items.into_iter().enumerate() {
        let found = named(&item.text).and_then(|name| entry(&name, place, set, &chart.entries));
        let Some(mut entry) = found else {
            match strange(&item.text, item.line, set) {
                Some(strange) => {
                    chart.strange.push(strange);
                    chart.things.push(Thing::Item(item));
                }
                None => chart.odd.push((place, item.line)),
            }
            continue;
        };
        entry.line = item.line;
        entry.criteria = item.children.iter().flat_map(flat).map(|child| child.text.text.clone()).collect();
        chart.entries.push(entry);
        chart.things.extend(flat(item).into_iter().map(Thing::Item));
    }
    Some(chart)
}

/// A line that names an axis and a level it does not have.
fn strange(text: &Rich, line: usize, set: &Set<'_>) -> Option<Strange> {
    let name = named(text)?;
    let axis = set.axis(&name.name)?;
    let behind = of_words(&name.rest)?;
    let short = behind.name.split(' ').count() <= 4 && set.level_on(axis, &behind.name).is_none();
    short.then_some(Strange { axis, word: behind.name, text: behind.rest, line })
}

/// A name as a level of an axis, or as an axis with its level behind it.
fn entry(name: &Named, place: usize, set: &Set<'_>, before: &[Entry]) -> Option<Entry> {
    let used: Vec<usize> = before.iter().map(|entry| entry.found.axis).collect();
    let broken = name.mark == Mark::Broken;
    let of = |found, word: &str, text: &str| {
        let (word, text, criteria) = (word.to_owned(), text.to_owned(), Vec::new());
        Entry { found, word, text, criteria, line: 0, broken }
    };
    if let Some(axis) = set.axis(&name.name) {
        let behind = of_words(&name.rest).or_else(|| of_words(name.rest.split(['.', ',', ';']).next()?))?;
        let found = set.level_on(axis, &behind.name)?;
        return Some(of(found, &behind.name, &behind.rest));
    }
    let found = set.level(&name.name, place, &used)?;
    let sure = found.exact || name.mark != Mark::Plain;
    sure.then(|| of(found, &name.name, &name.rest))
}

fn chart_of<'p>(part: &Part<'p>, at: usize) -> Chart<'p> {
    Chart {
        page: 0,
        part: Some(at),
        inside: at,
        title: title(part.title),
        line: part.line,
        set: 0,
        entries: Vec::new(),
        odd: Vec::new(),
        strange: Vec::new(),
        things: part.block.map(Thing::Block).into_iter().collect(),
    }
}

/// Headings of axes below a position, each with the level in it or as the one heading below it.
fn of_headings<'p>(parts: &[Part<'p>], at: usize, set: &Set<'_>, draft: &Draft) -> Option<Chart<'p>> {
    let part = parts.get(at).filter(|part| part.block.is_none_or(|block| !draft.is_taken(block)))?;
    let mut chart = chart_of(part, at);
    for child in part.children.iter().filter_map(|child| parts.get(*child)) {
        let Some(head) = of_words(child.title) else { continue };
        let Some(axis) = set.axis(&head.name) else { continue };
        let below: Vec<&Part<'p>> = child.children.iter().filter_map(|child| parts.get(*child)).collect();
        let levels: Vec<(Named, &Part<'p>)> = below
            .into_iter()
            .filter_map(|part| Some((of_words(part.title)?, part)))
            .filter(|(name, part)| !is_link(part, &name.name))
            .collect();
        let read = match levels.as_slice() {
            [(name, level)] => set.level_on(axis, &name.name).map(|found| (found, name.clone(), *level)),
            [] => behind(set, axis, &head).map(|(found, name)| (found, name, child)),
            _ => None,
        };
        let Some((found, name, place)) = read else {
            chart.odd.push((axis, child.line));
            continue;
        };
        let (text, criteria, more) = said(place, &name.rest);
        chart.things.extend(child.block.into_iter().chain(place.block).map(Thing::Block));
        chart.things.extend(more);
        let line = place.line;
        chart.entries.push(Entry { found, word: name.name, text, criteria, line, broken: false });
    }
    enough(&chart.entries, set).then_some(chart)
}

/// The level in a heading such as "Technology: Adopts", or "Technology (2)".
fn behind(set: &Set<'_>, axis: usize, head: &Named) -> Option<(Found, Named)> {
    let name = of_words(&head.rest)?;
    Some((set.level_on(axis, &name.name)?, name))
}

/// Positions down and axes across, the other way round, or axes down with the level and a text.
fn of_table<'p>(parts: &[Part<'p>], at: usize, grid: &'p Grid, set: &Set<'_>, draft: &Draft) -> Vec<Chart<'p>> {
    let Some((head, body)) = head_and_body(grid) else { return Vec::new() };
    let axis = |cell: &Cell| named(&cell.text).and_then(|name| set.axis(&name.name));
    let across: Vec<Option<usize>> = head.cells.iter().map(axis).collect();
    let down: Vec<Option<usize>> = body.iter().map(|row| row.cells.first().and_then(axis)).collect();
    let many = |axes: &[Option<usize>]| axes.iter().flatten().count();
    if many(&across).max(many(&down)) * 5 < set.axes.len() * 3
        || grid.rows.iter().any(|row| row.cells.iter().any(|cell| draft.is_taken(cell)))
    {
        return Vec::new();
    }
    let mut charts = Vec::new();
    if many(&across) >= many(&down) {
        for row in body {
            let cells = across.iter().copied().zip(&row.cells).skip(1);
            charts.extend(row.cells.first().and_then(|name| of_cells(name, cells, set)));
        }
    } else {
        for n in 1..head.cells.len() {
            let cells = down.iter().copied().zip(body.iter().filter_map(|row| row.cells.get(n)));
            charts.extend(head.cells.get(n).and_then(|name| of_cells(name, cells, set)));
        }
        let levels = ["level", "stufe", "niveau", "nivel", "name", "current", "expectation", "expected"];
        if let [only] = charts.as_mut_slice()
            && levels.contains(&super::super::naming::plain(&only.title.name).as_str())
            && let Some(part) = parts.get(at)
        {
            (only.title, only.line, only.part) = (title(part.title), part.line, Some(at));
            only.things.extend(part.block.map(Thing::Block));
        }
    }
    charts.iter_mut().for_each(|chart| chart.inside = at);
    if !charts.is_empty() {
        let heads = grid.rows.iter().take(grid.head_rows.max(1)).flat_map(|row| &row.cells).map(Thing::Cell);
        let firsts = body.iter().filter_map(|row| row.cells.first()).map(Thing::Cell);
        charts[0].things.extend(heads.chain(firsts));
    }
    charts
}

fn of_cells<'p>(
    name: &'p Cell,
    cells: impl Iterator<Item = (Option<usize>, &'p Cell)>,
    set: &Set<'_>,
) -> Option<Chart<'p>> {
    let mut entries = Vec::new();
    let mut odd = Vec::new();
    let mut things = vec![Thing::Cell(name)];
    for (axis, cell) in cells.filter_map(|(axis, cell)| Some((axis?, cell))) {
        let read = named(&cell.text).and_then(|name| Some((set.level_on(axis, &name.name)?, name)));
        let Some((found, name)) = read else {
            odd.push((axis, cell.line));
            continue;
        };
        things.push(Thing::Cell(cell));
        let (word, text, broken) = (name.name, name.rest, name.mark == Mark::Broken);
        entries.push(Entry { found, word, text, criteria: Vec::new(), line: cell.line, broken });
    }
    let (title, line) = (title(&name.text.text), name.line);
    let chart =
        Chart { page: 0, part: None, inside: 0, title, line, set: 0, entries, odd, strange: Vec::new(), things };
    enough(&chart.entries, set).then_some(chart)
}

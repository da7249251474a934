//! Tables: levels as columns or as rows.

use rung_model::framework::DimensionKind;

use super::fill::{Said, is_blank};
use crate::{
    document::{Block, BlockKind, Document, Grid, Row},
    framework::import::{
        draft::Draft,
        level::{level_of, likeness, ranks},
        naming::{plain, role_in, role_of, undecorated},
        page::Page,
    },
};

/// How many of the labels must read as levels.
const LEVELS_FROM: f64 = 0.5;
/// Heads of columns that hold notes, not a level or a competency.
const NOTES: [&str; 8] = ["notes", "note", "comments", "comment", "remarks", "examples", "links", "references"];
/// Heads of columns that name a level in words.
const TITLES: [&str; 7] = ["title", "titles", "name", "position", "job title", "role", "level name"];
/// Words of a first head cell that say nothing of the group of a table.
const SAYS_NOTHING: [&str; 14] = [
    "category",
    "competency",
    "competencies",
    "skill",
    "skills",
    "area",
    "dimension",
    "criteria",
    "level",
    "levels",
    "topic",
    "attribute",
    "level skill",
    "competency level",
];

/// A table with the headings above it.
struct Found<'p> {
    grid: &'p Grid,
    above: Vec<(&'p Block, u8, String)>,
    way: Way,
    labels: Vec<String>,
}

/// How a table lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Levels are columns, after so many columns of names.
    Columns(usize),
    /// Levels are rows, after so many columns of names.
    Rows(usize),
}

/// Reads every matrix among the tables of a page; true where there is one. `beside` says that the page's headings hold
/// levels of their own: then its tables are of another role.
pub(super) fn import(page: &Page, beside: bool, draft: &mut Draft) -> bool {
    let Some(document) = page.blocks() else { return false };
    let mut found = find(document, draft);
    if beside {
        let heads = headings_of(document);
        found.retain(|table| !is_overview(table, &heads));
    }
    if found.is_empty() {
        return false;
    }
    draft.recognise(page);
    let (title, line) = role_of(page);
    let mut sets: Vec<Vec<String>> = Vec::new();
    for table in &found {
        let set: Vec<String> = table.labels.iter().map(|label| plain(label)).collect();
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    for table in &found {
        for (block, ..) in &table.above {
            draft.take(*block);
        }
        let set: Vec<String> = table.labels.iter().map(|label| plain(label)).collect();
        let shared = if sets.len() > 1 || beside { common_heading(&found, &set) } else { None };
        let name = shared.map(|at| role_in(&table.above[at].2)).filter(|name| !plain(name).is_empty());
        let at = shared.map_or(line, |at| table.above[at].0.line);
        let role = draft.role(name.as_ref().unwrap_or(&title), &page.file, at);
        let below = shared.map_or(0, |at| at + 1);
        let heading = table.above.get(below..).and_then(<[_]>::last).map(|(_, _, text)| text.as_str());
        let group = heading.filter(|heading| found.len() > 1 && plain(heading) != plain(&title)).map(role_in);
        match table.way {
            Way::Columns(names) => columns(page, table, names, &role, group.as_deref(), draft),
            Way::Rows(names) => rows(page, table, names, &role, draft),
        }
    }
    true
}

/// The headings of a page, as they are compared.
fn headings_of(document: &Document) -> Vec<String> {
    let heads = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Heading { text, .. } => Some(plain(&text.text)),
        _ => None,
    });
    heads.collect()
}

/// Whether a table lists in its rows the levels that headings of the page tell of: `L3` above `## L3: Senior Engineer`.
fn is_overview(table: &Found<'_>, heads: &[String]) -> bool {
    let told = |label: &&String| {
        let label = plain(label);
        heads.iter().any(|head| *head == label || head.strip_prefix(&label).is_some_and(|rest| rest.starts_with(' ')))
    };
    matches!(table.way, Way::Rows(_)) && table.labels.iter().filter(told).count() * 3 >= table.labels.len() * 2
}

/// Keeps what overviews say of levels that are known by now as `x-<head>`; a page's headings are read before.
pub(super) fn overviews(page: &Page, draft: &mut Draft) {
    let Some(document) = page.blocks() else { return };
    let heads = headings_of(document);
    for table in find(document, draft).iter().filter(|table| is_overview(table, &heads)) {
        let (head, body) = parts(table.grid);
        let Some(labels) = head.last() else { continue };
        draft.recognise(page);
        head.iter().flat_map(|row| &row.cells).for_each(|cell| draft.take(cell));
        for row in body {
            let Some(label) = row.cells.first().map(|cell| plain(&cell.text.text)) else { continue };
            let of = |title: &String| {
                let title = plain(title);
                title == label || title.strip_prefix(&label).is_some_and(|rest| rest.starts_with(' '))
            };
            let here = |from: &rung_model::framework::Provenance| {
                from.origin.as_ref().is_some_and(|origin| origin.file == page.file)
            };
            let mut known = draft.framework.positions.iter().filter(|one| here(&one.from) && one.titles.iter().any(of));
            let Some(id) = known.next().map(|position| position.id.clone()) else { continue };
            for (cell, head) in row.cells.iter().zip(&labels.cells) {
                draft.take(cell);
                let (value, key) = (draft.text(&cell.text.text), plain(&head.text.text).replace(' ', "-"));
                if let Some(position) = draft.position_mut(&id).filter(|_| plain(&value) != label && !key.is_empty()) {
                    position.from.extra.insert(format!("x-{key}"), value.into());
                }
            }
        }
    }
}

/// How far down the headings above all tables with these levels are the same: the place of the last one.
fn common_heading(found: &[Found<'_>], set: &[String]) -> Option<usize> {
    let same = |table: &&Found<'_>| table.labels.iter().map(|label| plain(label)).eq(set.iter().cloned());
    let mut tables = found.iter().filter(same);
    let first = tables.next()?;
    let mut depth = first.above.len();
    for table in tables {
        let alike = first.above.iter().zip(&table.above).take_while(|(a, b)| std::ptr::eq(a.0, b.0)).count();
        depth = depth.min(alike);
    }
    depth.checked_sub(1)
}

fn find<'p>(document: &'p Document, draft: &Draft) -> Vec<Found<'p>> {
    let mut above: Vec<(&Block, u8, String)> = Vec::new();
    let mut found = Vec::new();
    for block in &document.blocks {
        match &block.kind {
            BlockKind::Heading { level, text } => {
                above.retain(|(_, own, _)| own < level);
                above.push((block, *level, undecorated(&text.text)));
            }
            BlockKind::Table(grid) => {
                let free = grid.rows.iter().flat_map(|row| &row.cells).all(|cell| !draft.is_taken(cell));
                if let Some((way, labels)) = free.then(|| lies(grid)).flatten() {
                    found.push(Found { grid, above: above.clone(), way, labels });
                }
            }
            _ => {}
        }
    }
    found
}

/// Where the levels of a table are, with their labels.
fn lies(grid: &Grid) -> Option<(Way, Vec<String>)> {
    let (head, body) = parts(grid);
    let head = head.last()?;
    if body.is_empty() || grid.width() < 2 {
        return None;
    }
    let heads: Vec<String> = head.cells.iter().map(|cell| undecorated(&cell.text.text)).collect();
    let mut across = (0.0, 0, Vec::new());
    for names in 0..=3_usize {
        let labels: Vec<String> =
            heads.iter().skip(names).filter(|label| !is_notes(label) && !is_blank(label)).cloned().collect();
        let starts = heads.get(names).is_some_and(|label| level_of(label).is_some());
        let like = likeness(&labels.iter().map(String::as_str).collect::<Vec<_>>());
        if starts && like >= LEVELS_FROM {
            across = (like, names, labels);
            break;
        }
    }
    if names_levels(body) {
        return None;
    }
    let down_labels: Vec<String> = body
        .iter()
        .filter_map(|row| row.cells.first())
        .filter(|cell| !cell.repeated && !is_blank(&cell.text.text))
        .map(|cell| undecorated(&cell.text.text))
        .collect();
    let down = likeness(&down_labels.iter().map(String::as_str).collect::<Vec<_>>());
    if across.0 >= LEVELS_FROM && across.0 >= down {
        return Some((Way::Columns(across.1), across.2));
    }
    if down >= LEVELS_FROM && grid.width() >= 3 {
        let titles = heads.iter().skip(1).take_while(|label| TITLES.contains(&plain(label).as_str())).count();
        return Some((Way::Rows(1 + titles), down_labels));
    }
    None
}

/// Whether the places of a table hold hardly anything but names of levels: it says which stand as high, or indexes
/// pages, and asks nothing.
fn names_levels(body: &[Row]) -> bool {
    let texts = body.iter().flat_map(|row| row.cells.iter().skip(1)).map(|cell| cell.text.text.as_str());
    let filled: Vec<&str> = texts.filter(|text| text.chars().any(char::is_alphabetic)).collect();
    let levels = filled.iter().filter(|text| level_of(text).is_some()).count();
    !filled.is_empty() && levels * 10 >= filled.len() * 6
}

/// Head and body; where the page says nothing of a head its first row is it.
fn parts(grid: &Grid) -> (&[Row], &[Row]) {
    if grid.head_rows == 0 {
        return grid.rows.split_at(grid.rows.len().min(1));
    }
    (grid.head(), grid.body())
}

fn is_notes(label: &str) -> bool {
    NOTES.contains(&plain(label).as_str())
}

fn columns(page: &Page, table: &Found<'_>, names: usize, role: &str, group: Option<&str>, draft: &mut Draft) {
    let (head, body) = parts(table.grid);
    let Some(labels) = head.last() else { return };
    head.iter().flat_map(|row| &row.cells).for_each(|cell| draft.take(cell));
    let level_cells: Vec<(usize, &crate::document::Cell)> = labels
        .cells
        .iter()
        .enumerate()
        .skip(names)
        .filter(|(_, cell)| !is_blank(&cell.text.text) && !is_notes(&undecorated(&cell.text.text)))
        .collect();
    let texts: Vec<String> = level_cells.iter().map(|(_, cell)| undecorated(&cell.text.text)).collect();
    let ranks = ranks(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let positions: Vec<(usize, String)> = level_cells
        .iter()
        .zip(texts.iter().zip(ranks))
        .map(|((at, cell), (text, rank))| (*at, draft.position(role, text, Some(rank), &page.file, cell.line)))
        .collect();
    let corner = labels.cells.first().filter(|_| names > 0).map(|cell| undecorated(&cell.text.text));
    let corner = corner.filter(|text| !text.is_empty() && !SAYS_NOTHING.contains(&plain(text).as_str()));
    let mut under: Option<String> = corner.or_else(|| group.map(str::to_owned));
    let mut seen: Vec<String> = Vec::new();
    for row in body {
        let mut leading = row.cells.iter().take(names).map(|cell| undecorated(&cell.text.text)).collect::<Vec<_>>();
        row.cells.iter().take(names).for_each(|cell| draft.take(cell));
        let filled = positions.iter().filter_map(|(at, _)| row.cells.get(*at));
        let says = filled.clone().any(|cell| !cell.repeated && !is_blank(&cell.text.text));
        let own: Vec<String> = leading.drain(..).filter(|text| !text.is_empty()).collect();
        if !says {
            filled.for_each(|cell| draft.take(cell));
            if let Some(text) = own.first() {
                under = Some(text.clone());
            }
            continue;
        }
        let name = match (own.last(), names) {
            (Some(name), _) => name.clone(),
            (None, _) => group.or(under.as_deref()).unwrap_or("Expectations").to_owned(),
        };
        let area = if own.len() > 1 { own.first().cloned() } else { under.clone().filter(|area| *area != name) };
        let key = format!("{}\n{}", area.as_deref().map(plain).unwrap_or_default(), plain(&name));
        let dimension = if seen.contains(&key) {
            draft.dimension_again(&name, area.as_deref(), DimensionKind::Skill, &page.file, row.line)
        } else {
            draft.dimension(&name, area.as_deref(), DimensionKind::Skill, &page.file, row.line)
        };
        seen.push(key);
        for (at, position) in &positions {
            if let Some(cell) = row.cells.get(*at) {
                let mut said = Said::default();
                said.place(cell, draft);
                said.into_cell(position, &dimension, &page.file, draft);
            }
        }
    }
}

fn rows(page: &Page, table: &Found<'_>, names: usize, role: &str, draft: &mut Draft) {
    let (head, body) = parts(table.grid);
    let Some(labels) = head.last() else { return };
    head.iter().flat_map(|row| &row.cells).for_each(|cell| draft.take(cell));
    let dimensions: Vec<(usize, String)> = labels
        .cells
        .iter()
        .enumerate()
        .skip(names)
        .filter(|(_, cell)| !is_blank(&cell.text.text))
        .map(|(at, cell)| {
            let name = undecorated(&cell.text.text);
            (at, draft.dimension(&name, None, DimensionKind::Skill, &page.file, cell.line))
        })
        .collect();
    let ranks = ranks(&table.labels.iter().map(String::as_str).collect::<Vec<_>>());
    let mut next = ranks.into_iter();
    let mut position: Option<String> = None;
    for row in body {
        let Some(first) = row.cells.first() else { continue };
        row.cells.iter().take(names).for_each(|cell| draft.take(cell));
        if !first.repeated && !is_blank(&first.text.text) {
            let label = undecorated(&first.text.text);
            let id = draft.position(role, &label, next.next(), &page.file, row.line);
            let titles: Vec<String> =
                row.cells.iter().take(names).skip(1).map(|cell| draft.text(&cell.text.text)).collect();
            if let Some(position) = draft.position_mut(&id) {
                let more = titles.into_iter().filter(|title| !is_blank(title) && !position.titles.contains(title));
                let more: Vec<String> = more.collect();
                position.titles.extend(more);
            }
            position = Some(id);
        }
        let Some(position) = &position else { continue };
        let wide = row.cells.iter().skip(names).filter(|cell| cell.repeated).count();
        if wide > 0 && wide + 1 >= row.cells.len().saturating_sub(names) {
            let text = row.cells.get(names).map(|cell| draft.text(&cell.text.text)).unwrap_or_default();
            row.cells.iter().skip(names).for_each(|cell| draft.take(cell));
            if let Some(position) = draft.position_mut(position)
                && position.definition.is_empty()
            {
                position.definition = text;
            }
            continue;
        }
        for (at, dimension) in &dimensions {
            if let Some(cell) = row.cells.get(*at).filter(|cell| !cell.repeated) {
                let mut said = Said::default();
                said.place(cell, draft);
                said.into_cell(position, dimension, &page.file, draft);
            }
        }
    }
}

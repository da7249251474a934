//! Axes and their levels in tables: one column or one row for each axis, or one table for each.

use super::{
    super::{
        named::{Mark, named},
        naming::plain,
        parts::Thing,
    },
    LEVELS,
    set::{Axis, Level},
};
use crate::document::{Cell, Grid, Row};

/// Most words of a level that carries no emphasis.
const WORDS: usize = 3;

/// Heads of a table that says what the levels of one scale are: no axes.
const EXPLAINS: [&str; 8] =
    ["name", "meaning", "means", "description", "definition", "indicator", "indicators", "what it means"];

/// Words that open heads of an overview of levels: what they are called, how long they take, what they pay.
const OVERVIEW: [&str; 12] = [
    "title",
    "titles",
    "job",
    "role",
    "experience",
    "years",
    "typical",
    "time",
    "salary",
    "pay",
    "compensation",
    "grade",
];

/// Whether a head says that its table tells about levels, and is no axis.
fn explains(head: &str) -> bool {
    let words = plain(head);
    EXPLAINS.contains(&words.as_str()) || words.split(' ').next().is_some_and(|first| OVERVIEW.contains(&first))
}

/// A table of all axes: levels down and axes across, or the other way round.
pub(super) fn axes(grid: &Grid) -> Vec<(Axis, Vec<Thing<'_>>)> {
    let Some((head, body)) = head_and_body(grid) else { return Vec::new() };
    let down = body.iter().all(|row| row.cells.first().is_some_and(|cell| is_number(&cell.text.text)));
    let across = head.cells.iter().skip(1).all(|cell| is_number(&cell.text.text));
    if down && head.cells.iter().skip(1).any(|cell| explains(&cell.text.text)) {
        return Vec::new();
    }
    let lines: Vec<(&Cell, Vec<&Cell>, Vec<&Cell>)> = match (down, across) {
        (true, false) => (1..head.cells.len())
            .filter_map(|n| {
                let cells = body.iter().filter_map(|row| row.cells.get(n)).collect();
                let numbers = body.iter().filter_map(|row| row.cells.first()).chain(head.cells.first()).collect();
                Some((head.cells.get(n)?, cells, numbers))
            })
            .collect(),
        (false, true) => body
            .iter()
            .filter_map(|row| {
                Some((row.cells.first()?, row.cells.iter().skip(1).collect(), head.cells.iter().collect()))
            })
            .collect(),
        _ => return Vec::new(),
    };
    let read: Option<Vec<_>> = lines.into_iter().map(|(name, cells, others)| of_cells(name, &cells, &others)).collect();
    read.unwrap_or_default()
}

fn of_cells<'p>(name: &'p Cell, cells: &[&'p Cell], others: &[&'p Cell]) -> Option<(Axis, Vec<Thing<'p>>)> {
    let head = named(&name.text)?;
    let levels: Vec<Level> = cells
        .iter()
        .filter(|cell| !plain(&cell.text.text).is_empty())
        .map(|cell| level(cell))
        .collect::<Option<_>>()?;
    let things = cells.iter().chain(others).map(|cell| Thing::Cell(cell)).chain([Thing::Cell(name)]);
    let text = Some(head.rest).filter(|rest| !rest.is_empty());
    (levels.len() >= LEVELS).then(|| (Axis { name: head.name, text, line: name.line, levels }, things.collect()))
}

fn level(cell: &Cell) -> Option<Level> {
    let found = named(&cell.text)?;
    let fits = found.mark != Mark::Plain || found.name.split(' ').count() <= WORDS;
    fits.then(|| Level { name: found.name, text: found.rest, criteria: Vec::new(), line: cell.line })
}

/// The levels of one axis: `| 1 | Adopts | what it means |` or `| Adopts | what it means |`.
pub(super) fn levels(grid: &Grid) -> Option<(Vec<Level>, Vec<Thing<'_>>)> {
    let (head, body) = head_and_body(grid)?;
    let numbered = body.iter().all(|row| row.cells.first().is_some_and(|cell| is_number(&cell.text.text)));
    let name_at = usize::from(numbered);
    if !(name_at + 1..=name_at + 2).contains(&head.cells.len()) {
        return None;
    }
    let row = |row: &Row| {
        let name = level(row.cells.get(name_at)?)?;
        let text = row.cells.get(name_at + 1).map_or(name.text, |cell| cell.text.text.clone());
        Some(Level { text, ..Level { name: name.name, line: row.line, ..Level::default() } })
    };
    let levels: Vec<Level> = body.iter().map(row).collect::<Option<_>>()?;
    let things = grid.rows.iter().flat_map(|row| &row.cells).map(Thing::Cell).collect();
    (levels.len() >= LEVELS).then_some((levels, things))
}

/// The last row of the head, or the first row where the page does not say, and the rows below it.
pub(super) fn head_and_body(grid: &Grid) -> Option<(&Row, &[Row])> {
    let head = grid.head_rows.max(1);
    let body = grid.rows.get(head..).filter(|body| !body.is_empty())?;
    Some((grid.rows.get(head - 1)?, body))
}

/// `3`, `Level 3`, `L3`.
fn is_number(text: &str) -> bool {
    let words = plain(text);
    let last = words.rsplit(' ').next().unwrap_or_default();
    let digits = last.trim_start_matches(|c: char| c.is_alphabetic());
    words.split(' ').count() <= 2
        && !digits.is_empty()
        && digits.len() <= 2
        && last.len() - digits.len() <= 3
        && digits.chars().all(|c| c.is_ascii_digit())
}

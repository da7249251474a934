//! Tables of weights: a row per track whose numbers add up to 100, or a column per track.

use super::{
    super::{
        draft::Draft,
        fields::number_in,
        naming::{plain, role_of, undecorated},
        page::Page,
    },
    data::says_weights,
    is_whole, push_weights,
};
use crate::document::{BlockKind, Grid, Row};

/// Most tracks, so that a column per track is told from a table of numbers.
const MOST_COLUMNS: usize = 60;

/// Takes every table of weights of a page.
pub(super) fn read(page: &Page, draft: &mut Draft) {
    let Some(document) = page.blocks() else { return };
    for block in &document.blocks {
        let BlockKind::Table(grid) = &block.kind else { continue };
        let Some((head, body)) = head_and_body(grid) else { continue };
        if grid.width() > MOST_COLUMNS || body.iter().any(|row| row.cells.iter().any(|cell| draft.is_taken(cell))) {
            continue;
        }
        let numbers =
            (1..grid.width()).filter(|at| body.iter().all(|row| number(row, *at).is_some())).collect::<Vec<_>>();
        if numbers.is_empty() || numbers.len() + 1 < grid.width() && numbers.len() < 3 {
            continue;
        }
        let by_row = body.iter().filter(|row| is_whole(numbers.iter().filter_map(|at| number(row, *at)))).count();
        let by_column = numbers.iter().all(|at| is_whole(body.iter().filter_map(|row| number(row, *at))));
        let labelled = body.iter().all(|row| !plain(text(row, 0)).is_empty());
        if labelled && numbers.len() > 1 && by_row * 5 >= body.len() * 4 {
            for row in body {
                let parts: Vec<(String, f64)> =
                    numbers.iter().filter_map(|at| Some((text(head, *at).to_owned(), number(row, *at)?))).collect();
                let role = draft.role(&undecorated(text(row, 0)), &page.file, row.line);
                push_weights(Some(role), &parts, &page.file, row.line, draft);
            }
        } else if labelled && numbers.len() > 1 && by_column && body.len() > 1 {
            for at in &numbers {
                let parts: Vec<(String, f64)> =
                    body.iter().filter_map(|row| Some((text(row, 0).to_owned(), number(row, *at)?))).collect();
                let role = draft.role(&undecorated(text(head, *at)), &page.file, head.line);
                push_weights(Some(role), &parts, &page.file, head.line, draft);
            }
        } else if labelled && body.len() > 1 && says_weights(text(head, 1)) {
            let parts: Vec<(String, f64)> =
                body.iter().filter_map(|row| Some((text(row, 0).to_owned(), number(row, 1)?))).collect();
            if !is_whole(parts.iter().map(|(_, part)| *part)) {
                continue;
            }
            let (name, line) = role_of(page);
            let role = draft.role(&name, &page.file, line);
            push_weights(Some(role), &parts, &page.file, head.line, draft);
        } else {
            continue;
        }
        draft.recognise(page);
        let used = |at: usize| at == 0 || numbers.contains(&at);
        for row in std::iter::once(head).chain(body) {
            row.cells.iter().enumerate().filter(|(at, _)| used(*at)).for_each(|(_, cell)| draft.take(cell));
        }
        draft.take(block);
    }
}

/// The first row, and those below it that say anything.
pub(super) fn head_and_body(grid: &Grid) -> Option<(&Row, &[Row])> {
    let (head, body) = grid.rows.split_first()?;
    (!body.is_empty() && grid.width() > 1).then_some((head, body))
}

pub(super) fn text(row: &Row, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| cell.text.text.trim())
}

pub(super) fn number(row: &Row, at: usize) -> Option<f64> {
    number_in(text(row, at))
}

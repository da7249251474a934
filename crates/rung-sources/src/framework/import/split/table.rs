//! A table of roles or positions and activities with a share in each cell.

use super::{
    super::{
        draft::Draft,
        naming::{plain, undecorated},
        page::Page,
        parts::{Part, upwards},
    },
    about_time,
    bucket::bucket,
    claim::{Share, known, push, whom},
    share::{Written, read as share},
};
use crate::document::{Block, BlockKind, Cell, Grid};

/// A column or row of shares: its name, and activity with share.
type Line<'g> = (&'g Cell, Vec<(&'g Cell, &'g Cell)>);

/// Reads a table, where the words around say that it is about time.
pub(super) fn read(page: &Page, parts: &[Part<'_>], at: usize, (block, grid): (&Block, &Grid), draft: &mut Draft) {
    let cells = || grid.rows.iter().flat_map(|row| &row.cells);
    let head = grid.head_rows.max(1);
    let (Some(top), Some(body)) = (grid.rows.get(head - 1), grid.rows.get(head..)) else { return };
    if cells().any(|cell| draft.is_taken(cell)) || body.is_empty() || top.cells.len() < 2 {
        return;
    }
    let inner = || body.iter().flat_map(|row| row.cells.iter().skip(1));
    let said = inner().filter(|cell| !plain(&cell.text.text).is_empty()).count();
    let read: Vec<Written> = inner().filter_map(|cell| share(&cell.text.text)).collect();
    if read.len() < 2 || read.len() * 10 < said * 7 {
        return;
    }
    let before = parts.get(at).map_or(&[][..], |part| part.blocks.as_slice());
    let near = before.iter().take_while(|other| !std::ptr::eq(**other, block)).filter_map(|other| match &other.kind {
        BlockKind::Paragraph(text) => Some(text.text.as_str()),
        _ => None,
    });
    let titles = upwards(parts, at).map(|part| part.title);
    let heads = top.cells.iter().map(|cell| cell.text.text.as_str());
    let (title, _) = super::super::naming::title_of(page);
    if !about_time(near.chain(titles).chain(heads).chain([title.as_str()])) {
        return;
    }
    let percent = read.iter().any(|one| one.percent || one.most() > 1.0);
    let columns: Vec<Line<'_>> = (1..top.cells.len())
        .filter_map(|n| {
            let shares = body.iter().filter_map(|row| Some((row.cells.first()?, row.cells.get(n)?))).collect();
            Some((top.cells.get(n)?, shares))
        })
        .collect();
    let rows: Vec<Line<'_>> = body
        .iter()
        .filter_map(|row| Some((row.cells.first()?, top.cells.iter().zip(&row.cells).skip(1).collect())))
        .collect();
    let lines = if turned(&columns, &rows, percent, draft) { rows } else { columns };
    let mut made = false;
    for (name, shares) in lines {
        made |= line(page, name, &shares, percent, draft);
    }
    if made {
        draft.recognise(page);
        top.cells.iter().for_each(|cell| draft.take(cell));
        body.iter().filter_map(|row| row.cells.first()).for_each(|cell| draft.take(cell));
        parts.get(at).and_then(|part| part.block).into_iter().for_each(|block| draft.take(block));
    }
}

/// Whether roles are the rows: activities are what the lists of words know and what adds up to a whole.
fn turned(columns: &[Line<'_>], rows: &[Line<'_>], percent: bool, draft: &Draft) -> bool {
    let score = |lines: &[Line<'_>]| {
        let whole = lines.iter().filter(|(_, shares)| adds_up(shares, percent)).count();
        let roles = lines.iter().filter(|(name, _)| known(&name.text.text, draft).is_some()).count();
        let activities = lines.first().map_or(0, |(_, shares)| {
            shares.iter().filter(|(activity, _)| bucket(&activity.text.text).is_some()).count() * 2
        });
        let of = lines.first().map_or(1, |(_, shares)| shares.len()).max(1);
        (whole + 2 * roles) as f64 / lines.len().max(1) as f64 + activities as f64 / of as f64
    };
    score(rows) > score(columns)
}

fn adds_up(shares: &[(&Cell, &Cell)], percent: bool) -> bool {
    let parts = shares.iter().filter_map(|(_, cell)| share(&cell.text.text)).map(|one| one.part(percent));
    let (least, most) = parts.fold((0.0, 0.0), |(least, most), part| (least + part.least(), most + part.most()));
    least <= 1.1 && most >= 0.9
}

fn line(page: &Page, name: &Cell, cells: &[(&Cell, &Cell)], percent: bool, draft: &mut Draft) -> bool {
    let mut shares = Vec::new();
    let mut taken = Vec::new();
    for (activity, cell) in cells {
        if let Some(written) = share(&cell.text.text) {
            let (part, activity) = (written.part(percent), undecorated(&activity.text.text));
            shares.push(Share { activity, part, written: cell.text.text.clone() });
            taken.push(*cell);
        }
    }
    if shares.is_empty() || plain(&name.text.text).is_empty() {
        return false;
    }
    let whom = whom(&undecorated(&name.text.text), page, name.line, draft);
    let made = push(whom, &shares, page, name.line, draft);
    taken.into_iter().filter(|_| made).for_each(|cell| draft.take(cell));
    made
}

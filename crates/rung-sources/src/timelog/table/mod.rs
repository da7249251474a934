//! A table of entries: CSV with commas, semicolons, tabs or bars, in whatever order its columns stand.
//!
//! A row with a start and an end is a stretch in the zone asked for; one with a day and a length an amount of it.

mod columns;
mod rows;

use csv::{ReaderBuilder, StringRecord};

use self::columns::{Column, Columns};
use super::{
    moment::{Order, is_open, proves},
    reading::{Reading, shown},
};
use crate::document::{separator, told_separator, unclosed_quote};

/// So many rows may stand before the head.
const BEFORE_HEAD: usize = 20;

/// A row and its line.
struct Row {
    line: usize,
    cells: StringRecord,
}

/// Reads a table.
pub(super) fn read(reading: &mut Reading<'_, '_>, text: &str) {
    let rows = split(reading, text);
    let head = rows.iter().take(BEFORE_HEAD).position(|row| Columns::of(&row.cells).tell_time());
    let Some((head, rest)) = head.and_then(|at| Some((rows.get(at)?, rows.get(at + 1..)?))) else {
        return without_head(reading, rows.first());
    };
    let columns = Columns::of(&head.cells);
    let unknown: Vec<String> = columns.unknown(&head.cells).map(|name| format!("`{}`", shown(name))).collect();
    if !unknown.is_empty() {
        let what = format!("columns that are not used: {}", unknown.join(", "));
        let mend = "nothing to do; name them Description, Project, Tags or Person if they are";
        reading.note(head.line, "unknown-column", what, mend);
    }
    let order = order(reading, &columns, rest);
    for row in rest {
        rows::read(reading, &columns, order, row.line, &row.cells);
    }
}

fn split(reading: &mut Reading<'_, '_>, text: &str) -> Vec<Row> {
    let (told, start) = told_separator(text).map_or((None, 0), |(sign, end)| (Some(sign), end));
    let body = text.get(start..).unwrap_or_default();
    let sign = told.unwrap_or_else(|| separator(body));
    let first_line = 1 + text.get(..start).unwrap_or_default().matches('\n').count();
    if let Some(at) = unclosed_quote(body, sign) {
        let line = first_line + body.get(..at).unwrap_or_default().matches('\n').count();
        let what = "a quote opens a cell and does not close, so all that follows is in that cell";
        let mend = "close the quote, or double it where it is part of the text";
        reading.refuse(line, "quote-not-closed", what, mend);
    }
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(sign).from_reader(body.as_bytes());
    let (mut rows, mut cells) = (Vec::new(), StringRecord::new());
    let (mut before, mut line) = (0, first_line);
    // The text is UTF-8 and rows may differ in length, so no record can fail; an end is an end.
    while reader.read_record(&mut cells).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(body.len()).min(body.len());
        let taken = body.get(before..end).unwrap_or_default();
        let blank = taken.len() - taken.trim_start_matches(['\n', '\r']).len();
        let breaks = |text: Option<&str>| text.unwrap_or_default().matches('\n').count();
        let own = line + breaks(taken.get(..blank));
        line += breaks(Some(taken));
        before = end;
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { line: own, cells: cells.clone() });
        }
    }
    rows
}

fn without_head(reading: &mut Reading<'_, '_>, first: Option<&Row>) {
    let Some(first) = first else {
        return reading.refuse(1, "no-rows", "the file has no row", "export the log again, with its entries");
    };
    let cells: Vec<String> = first.cells.iter().take(8).map(|cell| format!("`{}`", shown(cell))).collect();
    let what = format!("no row names the columns; the first one is: {}", cells.join(", "));
    let mend = "write a first row such as Date,Start,End,Description or Date,Minutes,Description";
    reading.refuse(first.line, "no-head", what, mend);
}

/// Whether days or months stand first in dates that could be read both ways.
fn order(reading: &mut Reading<'_, '_>, columns: &Columns, rows: &[Row]) -> Order {
    let dates = || {
        rows.iter().flat_map(|row| {
            let cell = |column| columns.cell(column, &row.cells);
            [cell(Column::Day), cell(Column::Start), cell(Column::EndDay), cell(Column::End)]
                .map(|text| (row.line, text))
        })
    };
    if let Some(proven) = dates().find_map(|(_, text)| proves(text)) {
        return proven;
    }
    if let Some((line, text)) = dates().find(|(_, text)| is_open(text)) {
        let what = format!("dates such as {} were read with the day first", shown(text));
        let mend = "if the month stands first, write dates as year-month-day";
        reading.note(line, "day-or-month", what, mend);
    }
    Order::DayFirst
}

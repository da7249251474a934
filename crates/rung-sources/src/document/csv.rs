//! Reads comma-, semicolon- and tab-separated values as a page of one table.
//!
//! No row is taken for the head: which one is, the caller decides. Lines within a quoted cell are its paragraphs, or
//! its bullets.

use csv::{ReaderBuilder, StringRecord};
use rung_model::problem::{Problem, Severity};

use super::{
    Block, BlockKind, Document, Grid, Row,
    build::{
        cell::OpenCell,
        rich_text::Source,
        run::{Look, Run},
        table::OpenTable,
    },
    lines::Lines,
    separator::{separator, unclosed_quote},
};

/// Reads separated values; the separator is found out where none is given.
pub(crate) fn csv(file: &str, text: &str, delimiter: Option<u8>) -> Result<Document, Vec<Problem>> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (told, start) = told_separator(&text[mark..]).map_or((None, mark), |(sign, end)| (Some(sign), mark + end));
    let body = &text[start..];
    if body.contains('\0') {
        let what = "the file holds bytes that no table of text has";
        let mend = "save the table as CSV in UTF-8";
        return Err(vec![Problem::new(Severity::Error, file, "not-text", what, mend)]);
    }
    if body.trim().is_empty() {
        let mend = "export the table again, with its rows";
        return Err(vec![Problem::new(Severity::Error, file, "no-rows", "the file has no row", mend)]);
    }
    let sign = delimiter.or(told).unwrap_or_else(|| separator(body));
    let mut page = Document { file: file.to_owned(), ..Document::default() };
    let lines = Lines::of(text);
    if let Some(at) = unclosed_quote(body, sign) {
        let what = "a quote opens a cell and does not close, so all that follows is in that cell";
        let mend = "close the quote, or double it where it is part of the text";
        let line = lines.at(start + at);
        page.notes.push(Problem::new(Severity::Warning, file, "quote-not-closed", what, mend).at_line(line));
    }
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(sign).from_reader(body.as_bytes());
    let mut table = OpenTable::at(lines.at(start + body.len() - body.trim_start_matches(['\n', '\r']).len()));
    let mut record = StringRecord::new();
    let mut before = 0;
    // The text is UTF-8 and rows may differ in length, so no record can fail; an end is an end.
    while reader.read_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(body.len()).min(body.len());
        let blank = body.get(before..end).map_or(0, |row| row.len() - row.trim_start_matches(['\n', '\r']).len());
        table.push_row(row(&record, lines.at(start + before + blank)));
        before = end;
    }
    let (grid, note) = table.close(file);
    page.notes.extend(note);
    page.blocks.push(block(grid));
    Ok(page)
}

fn block(grid: Grid) -> Block {
    Block { line: grid.line, kind: BlockKind::Table(grid) }
}

/// A row; cells know the lines that quoted line ends put them on.
fn row(record: &StringRecord, line: usize) -> Row {
    let mut at = line;
    let cell = |field: &str| {
        let mut run = Run::default();
        let (mut start, first) = (0, at);
        for text in field.split_inclusive('\n') {
            let end = start + text.len();
            if text.trim().is_empty() {
                run.end_paragraph();
            } else {
                run.text(text, at, start..end, Look::default());
                run.end_line();
            }
            at += usize::from(text.ends_with('\n'));
            start = end;
        }
        OpenCell::plain(first, run).close(Source { text: field, hrefs: &[] })
    };
    let cells = record.iter().map(cell).collect();
    Row { line, cells }
}

/// The separator that a first line like `sep=;` tells, and where that line ends.
pub(crate) fn told_separator(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    match line.trim_end().strip_prefix("sep=")?.as_bytes() {
        [sign] if sign.is_ascii() => Some((*sign, line.len())),
        _ => None,
    }
}

//! Separated values, some thousand whole rows at a time.

use std::io::{BufRead, Cursor, ErrorKind, Read as _};

use csv::{ByteRecord, ReaderBuilder};
use rung_model::problem::{Problem, Severity};

use super::text::{decode, guessed_encoding};
use crate::document::separator::{Quotes, separator};

/// Bytes after which a piece ends with its row.
const PIECE: usize = 512 << 10;
/// How many quotes that never close are mended.
const MENDS: usize = 8;

/// One row of cells.
#[derive(Default)]
pub(super) struct Row {
    /// The line on which it begins.
    pub(super) line: usize,
    /// The text of all cells, one after the other.
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl Row {
    /// Its cells.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.width()).map(|at| self.whole_cell(at).unwrap_or_default())
    }

    /// How many cells it has.
    pub(super) fn width(&self) -> usize {
        self.ends.len()
    }

    /// A cell without blanks around it; `None` where it is empty or the table has no such column.
    pub(super) fn cell(&self, at: Option<usize>) -> Option<&str> {
        self.whole_cell(at?).map(str::trim).filter(|cell| !cell.is_empty())
    }

    fn whole_cell(&self, at: usize) -> Option<&str> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?)
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }
}

/// The rows of a text.
pub(super) struct Rows {
    text: Box<dyn BufRead>,
    name: String,
    sign: u8,
    line: usize,
    mends: usize,
    told_encoding: bool,
}

impl Rows {
    /// The rows of `text`; the separator is found out, or told by a first line such as `sep=;`.
    pub(super) fn of(mut text: Box<dyn BufRead>, name: &str) -> Self {
        let (mut sign, mut line) = (b',', 1);
        if let Ok(sample) = text.fill_buf() {
            let told = sample.strip_prefix(b"sep=").and_then(|rest| {
                let end = rest.iter().position(|byte| *byte == b'\n')?;
                Some((*rest.first()?, end + 5)).filter(|_| end <= 2)
            });
            match told {
                Some((told, used)) => {
                    (sign, line) = (told, 2);
                    text.consume(used);
                }
                None => sign = separator(&String::from_utf8_lossy(sample)),
            }
        }
        Self { text, name: name.to_owned(), sign, line, mends: 0, told_encoding: false }
    }

    /// The next rows, blank ones left out; `None` at the end.
    pub(super) fn next(&mut self, problems: &mut Vec<Problem>) -> Option<Vec<Row>> {
        let first = self.line;
        let bytes = self.piece(problems)?;
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.sign)
            .buffer_capacity(bytes.len().clamp(1, 64 << 10))
            .from_reader(bytes.as_slice());
        let (mut rows, mut record) = (Vec::new(), ByteRecord::new());
        let (mut line, mut before) = (first, 0);
        // Rows may differ in length and the bytes are in memory: no record can fail; an end is an end.
        while reader.read_byte_record(&mut record).unwrap_or(false) {
            let end = usize::try_from(reader.position().byte()).unwrap_or(bytes.len()).min(bytes.len());
            let taken = bytes.get(before..end).unwrap_or_default();
            let blank = taken.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
            let start = line + blank.filter(|byte| **byte == b'\n').count();
            line += taken.iter().filter(|byte| **byte == b'\n').count();
            before = end;
            if record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                rows.push(self.row(&record, start, problems));
            }
        }
        Some(rows)
    }

    fn row(&mut self, record: &ByteRecord, line: usize, problems: &mut Vec<Problem>) -> Row {
        let mut row =
            Row { line, text: String::with_capacity(record.as_slice().len()), ends: Vec::with_capacity(record.len()) };
        for bytes in record {
            let (text, guessed) = decode(bytes);
            if guessed && !std::mem::replace(&mut self.told_encoding, true) {
                problems.push(guessed_encoding(&self.name, line));
            }
            row.push(&text);
        }
        row
    }

    /// Whole rows, at least as many as a piece holds.
    fn piece(&mut self, problems: &mut Vec<Problem>) -> Option<Vec<u8>> {
        let (mut bytes, mut quotes) = (Vec::new(), Quotes::default());
        // Where the row begins that is open, and the line on which its open quote stands.
        let (mut row, mut row_line, mut opened) = (0, self.line, self.line);
        loop {
            let start = bytes.len();
            match self.text.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    let mend = "make the file readable, or leave it out";
                    let what = format!("the file cannot be read to its end: {error}");
                    problems.push(Problem::new(Severity::Error, &self.name, "cannot-read", what, mend));
                    break;
                }
            }
            let was = quotes.inside;
            for &byte in bytes.get(start..).unwrap_or_default() {
                quotes.next(byte, self.sign);
            }
            if quotes.inside && !was {
                opened = self.line;
            }
            self.line += usize::from(bytes.last() == Some(&b'\n'));
            if !quotes.inside {
                (row, row_line) = (bytes.len(), self.line);
                if row >= PIECE {
                    break;
                }
            }
        }
        if quotes.inside {
            self.mend(&mut bytes, row, row_line, opened, problems);
        }
        (!bytes.is_empty()).then_some(bytes)
    }

    /// A quote never closes: its row ends with its line, and what follows is read again.
    fn mend(&mut self, bytes: &mut Vec<u8>, row: usize, row_line: usize, opened: usize, problems: &mut Vec<Problem>) {
        let what = "a quote opens a cell and does not close";
        let mend = "close the quote, or double it where it is part of the text";
        problems.push(Problem::new(Severity::Warning, &self.name, "quote-not-closed", what, mend).at_line(opened));
        self.mends += 1;
        let skipped = bytes.get(row..).unwrap_or_default().split_inclusive(|byte| *byte == b'\n');
        let kept: usize = skipped.take(opened - row_line + 1).map(<[u8]>::len).sum();
        let cut = (row + kept).min(bytes.len());
        if self.mends > MENDS {
            let what = "what follows is not read, since too many quotes do not close";
            let lost = Problem::new(Severity::Error, &self.name, "quote-not-closed", what, mend).at_line(opened + 1);
            problems.push(lost);
            bytes.truncate(row);
            return;
        }
        let after = bytes.split_off(cut);
        let end = bytes.len() - bytes.iter().rev().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        bytes.truncate(end);
        bytes.extend_from_slice(b"\"\n");
        self.line = opened + 1;
        let rest = std::mem::replace(&mut self.text, Box::new(Cursor::new(Vec::new())));
        self.text = Box::new(Cursor::new(after).chain(rest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[u8]) -> (Vec<(usize, String)>, Vec<String>) {
        let mut rows = Rows::of(Box::new(Cursor::new(text.to_vec())), "a.csv");
        let (mut problems, mut all) = (Vec::new(), Vec::new());
        while let Some(piece) = rows.next(&mut problems) {
            all.extend(piece.into_iter().map(|row| (row.line, row.cells().collect::<Vec<_>>().join("|"))));
        }
        (all, problems.iter().map(|problem| format!("{}:{}", problem.check, problem.line.unwrap_or(0))).collect())
    }

    #[test]
    fn rows_know_their_lines() {
        let (all, problems) = rows(b"a,b\n\n1,\"x\ny\"\n,\n2,z");
        let expected: Vec<(usize, String)> = vec![(1, "a|b".into()), (3, "1|x\ny".into()), (6, "2|z".into())];
        assert_eq!((all, problems), (expected, vec![]));
    }

    #[test]
    fn a_told_separator_is_used() {
        assert_eq!(rows(b"sep=|\r\na|b,c,d\r\n").0, [(2, "a|b,c,d".to_owned())]);
        assert_eq!(rows(b"a;b\n1,5;2\n").0, [(1, "a|b".to_owned()), (2, "1,5|2".to_owned())]);
    }

    #[test]
    fn a_quote_that_never_closes_costs_no_other_row() {
        let (all, problems) = rows(b"a,b\n1,\"x\ny\"\n2,\"z\n3,w\n4,v\n");
        let lines: Vec<_> = all.iter().map(|(line, text)| (*line, text.as_str())).collect();
        assert_eq!(lines, [(1, "a|b"), (2, "1|x\ny"), (4, "2|z"), (5, "3|w"), (6, "4|v")]);
        assert_eq!(problems, ["quote-not-closed:4"]);
        let many = "1,\"x\n".repeat(400);
        let (all, problems) = rows(many.as_bytes());
        assert!(all.len() >= MENDS && problems.len() <= MENDS + 2, "{} {problems:?}", all.len());
    }

    #[test]
    fn other_encodings_are_noted_once() {
        let (all, problems) = rows(b"a,b\nRen\xE9,1\nZo\xEB,2\n");
        assert_eq!(all[1].1, "Ren\u{e9}|1");
        assert_eq!(problems, ["encoding-guessed:2"]);
    }
}

//! Opens a file of an export and hands over its text as UTF-8, piece by piece where it can.

use std::{
    fs::File,
    io::{BufRead, BufReader, Cursor, Error, Read},
    path::Path,
};

use rung_model::problem::{Problem, Severity};

/// Bytes looked at before reading begins.
const SAMPLE: usize = 256 << 10;

/// What a file holds, as its first sign tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notation {
    /// JSON, JSON lines.
    Json,
    /// Separated values.
    Table,
}

/// An opened file.
pub(crate) struct Opened {
    /// Its text, without a byte order mark. Bytes that are no UTF-8 are left to the reader of each piece.
    pub(crate) text: Box<dyn BufRead>,
    /// What it holds.
    pub(crate) notation: Notation,
}

/// Opens a file; a file without anything but blanks is a problem.
pub(crate) fn open(path: &Path, name: &str) -> Result<Opened, Box<Problem>> {
    let file = File::open(path).map_err(|error| unreadable(&error, name))?;
    of(Box::new(BufReader::with_capacity(SAMPLE, file)), name)
}

/// The same for bytes in memory.
pub(crate) fn of_bytes(bytes: &[u8], name: &str) -> Result<Opened, Box<Problem>> {
    of(Box::new(Cursor::new(bytes.to_vec())), name)
}

fn unreadable(error: &Error, name: &str) -> Box<Problem> {
    let what = format!("the file cannot be read: {error}");
    let mend = "make the file readable, or leave it out";
    Box::new(Problem::new(Severity::Error, name, "cannot-read", what, mend))
}

fn of(mut text: Box<dyn BufRead>, name: &str) -> Result<Opened, Box<Problem>> {
    let io = |error: Error| unreadable(&error, name);
    match text.fill_buf().map_err(io)? {
        [0xEF, 0xBB, 0xBF, ..] => text.consume(3),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            let mut bytes = Vec::new();
            text.read_to_end(&mut bytes).map_err(io)?;
            let (decoded, ..) = encoding_rs::UTF_16LE.decode(&bytes);
            text = Box::new(Cursor::new(decoded.into_owned().into_bytes()));
        }
        _ => {}
    }
    let start = text.fill_buf().map_err(io)?;
    let sample = start.get(..SAMPLE).unwrap_or(start);
    if sample.contains(&0) {
        let what = "the file holds bytes that no text has";
        let mend = "export it again as CSV or JSON in UTF-8";
        return Err(Box::new(Problem::new(Severity::Error, name, "not-text", what, mend)));
    }
    let Some(first) = sample.iter().find(|byte| !byte.is_ascii_whitespace()) else {
        let mend = "export it again, with its issues";
        return Err(Box::new(Problem::new(Severity::Error, name, "no-rows", "the file is empty", mend)));
    };
    let notation = if matches!(first, b'{' | b'[') { Notation::Json } else { Notation::Table };
    Ok(Opened { text, notation })
}

/// The text of some bytes; says whether they were read as Windows-1252 since they are no UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> (std::borrow::Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.into(), false),
        Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

/// The note about a file that is no UTF-8.
pub(crate) fn guessed_encoding(name: &str, line: usize) -> Problem {
    let what = "the file is not UTF-8; it was read as Windows-1252 (Latin-1)";
    let mend = "check names with letters such as é or ö, or export it again as UTF-8";
    Problem::new(Severity::Note, name, "encoding-guessed", what, mend).at_line(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut text = String::new();
        of_bytes(bytes, "a.csv").unwrap().text.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn marks_are_taken_off_and_utf_16_is_read() {
        assert_eq!(text(b"\xEF\xBB\xBFKey"), "Key");
        assert_eq!(text(b"\xFF\xFEK\0\xE9\0"), "K\u{e9}");
        assert_eq!(text(b"\xFE\xFF\0K\0\xE9"), "K\u{e9}");
        assert_eq!(decode(b"Ren\xE9"), ("Ren\u{e9}".into(), true));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let check = |bytes: &[u8]| of_bytes(bytes, "a.csv").err().map(|problem| problem.check);
        assert_eq!(check(b""), Some("no-rows"));
        assert_eq!(check(b" \n\n"), Some("no-rows"));
        assert_eq!(check(b"PK\x03\x04\0\0"), Some("not-text"));
        assert_eq!(of_bytes(b"\n [", "a").unwrap().notation, Notation::Json);
        assert_eq!(of_bytes(b"Key,Created", "a").unwrap().notation, Notation::Table);
    }
}

//! From the bytes of a file to calendar text, or to a plain word on what it is instead.

use std::borrow::Cow;

use rung_model::problem::{Problem, Severity};

/// Decodes the bytes of a calendar: UTF-8 with or without a mark, UTF-16,
/// Latin-1; NUL characters are dropped. What was guessed is reported. `None`
/// where the file is empty or holds no calendar: a problem says what it seems to be.
pub(crate) fn decode<'a>(bytes: &'a [u8], file: &str, problems: &mut Vec<Problem>) -> Option<Cow<'a, str>> {
    let note = |check, what: &str, mend: &str| Problem::new(Severity::Note, file, check, what, mend);
    let mut text: Cow<'a, str> = if let Some(utf16) = utf16(bytes) {
        problems.push(note("utf-16", "the file is in UTF-16, not UTF-8", "nothing; it was converted"));
        Cow::Owned(utf16)
    } else {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => {
                problems.push(note(
                    "latin-1",
                    "the file is not UTF-8 and was read as Latin-1",
                    "export it as UTF-8 if names or titles look wrong",
                ));
                Cow::Owned(bytes.iter().map(|&byte| char::from(byte)).collect())
            }
        }
    };
    if text.contains('\0') {
        problems.push(note("nul-characters", "the file holds NUL characters, which were dropped", "export it again"));
        text = Cow::Owned(text.replace('\0', ""));
    }
    if !text.contains('\n') && text.contains('\r') {
        text = Cow::Owned(text.replace('\r', "\n"));
    }
    match wrong_kind(&text) {
        None => Some(text),
        Some((check, what, mend)) => {
            problems.push(Problem::new(Severity::Error, file, check, what, mend));
            None
        }
    }
}

/// UTF-16 with a mark, or without one where every other byte of the opening is zero.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (little, body) = match bytes {
        [0xFF, 0xFE, body @ ..] => (true, body),
        [0xFE, 0xFF, body @ ..] => (false, body),
        [b'B' | b'b', 0, b'E' | b'e', 0, ..] => (true, bytes),
        [0, b'B' | b'b', 0, b'E' | b'e', ..] => (false, bytes),
        _ => return None,
    };
    let units = body.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units: Vec<u16> = units.map(if little { u16::from_le_bytes } else { u16::from_be_bytes }).collect();
    Some(String::from_utf16_lossy(&units))
}

/// What is in the file where it is no calendar: check, what, mend.
fn wrong_kind(text: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let opening = text.trim_start();
    if opening.is_empty() {
        return Some(("empty-file", "the file is empty", "export the calendar again"));
    }
    if has_line(text, "BEGIN:VCALENDAR") || has_line(text, "BEGIN:VEVENT") {
        return None;
    }
    let (what, mend) = if opening.starts_with('<') {
        (
            "the file is a web page, not a calendar; often a login page saved in its place",
            "sign in and download the .ics again, or use the calendar's secret iCal address",
        )
    } else if opening.starts_with("PK") {
        ("the file is an archive, not a calendar", "unpack it and name one of the .ics files inside")
    } else if opening.starts_with(['{', '[']) {
        ("the file is JSON, not a calendar", "export the calendar as iCalendar (.ics)")
    } else if has_line(text, "BEGIN:VCARD") {
        ("the file holds contacts, not a calendar", "export the calendar, not the address book")
    } else {
        ("the file holds no calendar: no line reads BEGIN:VCALENDAR", "export the calendar as iCalendar (.ics)")
    };
    Some(("not-a-calendar", what, mend))
}

fn has_line(text: &str, wanted: &str) -> bool {
    text.lines().any(|line| is_line(line, wanted))
}

fn is_line(line: &str, wanted: &str) -> bool {
    let line = line.trim();
    line.len() == wanted.len() && line.eq_ignore_ascii_case(wanted)
}

/// Where the events of a file stand.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// The line of each `BEGIN:VEVENT`, from 1, in order.
    pub(crate) events: Vec<usize>,
    /// True where the last event, or the calendar, is never closed.
    pub(crate) truncated: bool,
}

impl Lines {
    /// Finds the events of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut lines = Self::default();
        let (mut events_open, mut calendars_open) = (0_i64, 0_i64);
        for (index, line) in text.lines().enumerate() {
            if !matches!(line.as_bytes().first(), Some(b'B' | b'b' | b'E' | b'e' | b' ' | b'\t')) {
                continue;
            }
            if is_line(line, "BEGIN:VEVENT") {
                lines.events.push(index + 1);
                events_open += 1;
            } else if is_line(line, "END:VEVENT") {
                events_open -= 1;
            } else if is_line(line, "BEGIN:VCALENDAR") {
                calendars_open += 1;
            } else if is_line(line, "END:VCALENDAR") {
                calendars_open -= 1;
            }
        }
        lines.truncated = events_open > 0 || calendars_open > 0;
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALENDAR: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    fn check(bytes: &[u8]) -> &'static str {
        let mut problems = Vec::new();
        decode(bytes, "x.ics", &mut problems);
        problems.last().map_or("fine", |problem| problem.check)
    }

    #[test]
    fn encodings_are_recognised() {
        let utf16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
            mark.iter().copied().chain(CALENDAR.encode_utf16().flat_map(unit)).collect::<Vec<u8>>()
        };
        assert_eq!(check(CALENDAR.as_bytes()), "fine");
        assert_eq!(check(format!("\u{feff}{CALENDAR}").as_bytes()), "fine");
        assert_eq!(check(&utf16(b"\xFF\xFE", u16::to_le_bytes)), "utf-16");
        assert_eq!(check(&utf16(b"\xFE\xFF", u16::to_be_bytes)), "utf-16");
        assert_eq!(check(&utf16(b"", u16::to_le_bytes)), "utf-16");
        assert_eq!(check(&[CALENDAR.as_bytes(), b"SUMMARY:Caf\xE9"].concat()), "latin-1");
        assert_eq!(check(&[CALENDAR.as_bytes(), b"\0"].concat()), "nul-characters");
        assert_eq!(check(CALENDAR.replace("\r\n", "\r").as_bytes()), "fine");
    }

    #[test]
    fn what_is_no_calendar_is_named() {
        assert_eq!(check(b""), "empty-file");
        assert_eq!(check(b" \r\n\t"), "empty-file");
        assert_eq!(check(b"<!DOCTYPE html><title>Sign in</title>"), "not-a-calendar");
        assert_eq!(check(b"PK\x03\x04"), "not-a-calendar");
        assert_eq!(check(b"{}"), "not-a-calendar");
        assert_eq!(check(b"name,date\n"), "not-a-calendar");
    }

    #[test]
    fn events_are_found_by_line() {
        let lines = Lines::of(CALENDAR);
        assert_eq!((lines.events, lines.truncated), (vec![2], false));
        assert!(Lines::of("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n").truncated);
    }
}

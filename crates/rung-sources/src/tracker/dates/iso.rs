//! Dates as ISO 8601 writes them: what most exports do.

use jiff::civil::{Date, Time};

use super::{Moment, clock::offset};

/// `2026-03-02`, `2026-03-02T09:30:00.000+0100`, `2026-03-02 09:30:00 UTC`, `...Z`.
pub(in crate::tracker) fn iso(text: &str) -> Option<Moment> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| -> Option<i16> {
        let digits = bytes.get(from..to)?;
        digits.iter().all(u8::is_ascii_digit).then(|| digits.iter().fold(0, |sum, d| sum * 10 + i16::from(d - b'0')))
    };
    let small = |from: usize, to: usize| number(from, to).and_then(|n| i8::try_from(n).ok());
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let date = Date::new(number(0, 4)?, small(5, 7)?, small(8, 10)?).ok()?;
    if bytes.len() == 10 {
        return Some(Moment { at: date.at(0, 0, 0, 0), timed: false, offset: None });
    }
    if !matches!(bytes.get(10), Some(b'T' | b't' | b' ')) || bytes.get(13) != Some(&b':') {
        return None;
    }
    let (hour, minute) = (small(11, 13)?, small(14, 16)?);
    let (second, mut end) = if bytes.get(16) == Some(&b':') { (small(17, 19)?, 19) } else { (0, 16) };
    let mut nanos = 0;
    if second_has_fraction(bytes, end) {
        let digits = bytes.get(end + 1..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let fraction = text.get(end + 1..end + 1 + digits.min(9))?;
        nanos = format!("{fraction:0<9}").parse().ok()?;
        end += 1 + digits;
    }
    let rest = text.get(end..)?.trim();
    let offset = if rest.is_empty() { None } else { Some(offset(rest)?) };
    let time = Time::new(hour, minute, second.min(59), nanos).ok()?;
    Some(Moment { at: date.to_datetime(time), timed: true, offset })
}

fn second_has_fraction(bytes: &[u8], end: usize) -> bool {
    end == 19 && matches!(bytes.get(end), Some(b'.' | b',')) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use jiff::{civil::date, tz::TimeZone};

    use super::*;

    #[test]
    fn the_forms_of_exports_are_read() {
        let at = |text: &str| iso(text).map(|moment| moment.instant(&TimeZone::UTC).unwrap().0.to_string());
        for (text, expected) in [
            ("2026-03-02T09:30:00.000+0100", "2026-03-02T08:30:00Z"),
            ("2026-03-02T09:30:00.5Z", "2026-03-02T09:30:00.5Z"),
            ("2026-03-02T09:30:00-05:30", "2026-03-02T15:00:00Z"),
            ("2026-03-02 09:30:00 UTC", "2026-03-02T09:30:00Z"),
            ("2026-03-02 09:30:00 +0200", "2026-03-02T07:30:00Z"),
            ("2026-03-02 09:30", "2026-03-02T09:30:00Z"),
        ] {
            assert_eq!(at(text).as_deref(), Some(expected), "{text}");
        }
        let whole = iso("2026-03-02").unwrap();
        assert_eq!((whole.day(), whole.timed), (date(2026, 3, 2), false));
    }

    #[test]
    fn what_is_none_is_none() {
        for text in ["", "2026-13-02", "2026-02-30", "2026-03-02T25:00", "2026-03-02T09:30:00 noon", "2026/03/02", "é"]
        {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}

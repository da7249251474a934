//! A time of day as exports write it: hours and minutes, halves of the day in several languages, an offset.

use jiff::civil::Time;

/// What says that an hour is before noon.
const BEFORE_NOON: [&str; 8] = ["am", "a.m.", "a. m.", "vorm.", "上午", "午前", "오전", "fm"];
/// What says that an hour is after noon.
const AFTER_NOON: [&str; 8] = ["pm", "p.m.", "p. m.", "nachm.", "下午", "午後", "오후", "em"];

/// Where the hour of a text begins: the digits before the first colon that has digits on both sides.
pub(super) fn start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let colon = (1..bytes.len()).find(|&at| bytes.get(at) == Some(&b':') && digit(at - 1) && digit(at + 1))?;
    Some(if colon >= 2 && digit(colon - 2) { colon - 2 } else { colon - 1 })
}

/// The time at the start of `text`, with the offset behind it; `before` may hold the half of the day.
pub(super) fn clock(before: &str, text: &str) -> Option<(Time, Option<i32>)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let mut parts = digits.split(':');
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    let second: i8 = match parts.next() {
        Some(second) => second.split('.').next()?.parse().ok()?,
        None => 0,
    };
    let rest = rest.trim();
    let lower = rest.to_lowercase();
    let begins = |words: &[&str]| words.iter().find(|word| lower.starts_with(*word)).map(|word| word.len());
    let (late, used) = match (begins(&BEFORE_NOON), begins(&AFTER_NOON)) {
        (Some(used), _) => (Some(false), used),
        (_, Some(used)) => (Some(true), used),
        _ if holds(before, &BEFORE_NOON) => (Some(false), 0),
        _ => (holds(before, &AFTER_NOON).then_some(true), 0),
    };
    let hour = match late {
        Some(late) if (0..=12).contains(&hour) => hour % 12 + if late { 12 } else { 0 },
        _ => hour,
    };
    let rest = lower.get(used..).unwrap_or_default().trim();
    let offset = if rest.is_empty() || rest == "uhr" { None } else { Some(offset(rest)?) };
    Some((Time::new(hour, minute, second.min(59), 0).ok()?, offset))
}

/// Whether one of `words` stands in a text.
fn holds(text: &str, words: &[&str]) -> bool {
    !text.is_ascii() && words.iter().any(|word| !word.is_ascii() && text.contains(word))
}

/// Seconds east of UTC: `Z`, `UTC`, `+0100`, `+01:00`, `GMT+0100 (CET)`.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.split('(').next()?.trim();
    let rest = ["Z", "UTC", "GMT", "z", "utc", "gmt"].iter().find_map(|mark| text.strip_prefix(mark));
    let rest = match rest {
        Some(rest) if rest.trim().is_empty() => return Some(0),
        Some(rest) => rest.trim(),
        None => text,
    };
    let (sign, digits) = match rest.as_bytes() {
        [b'+', ..] => (1, rest.get(1..)?),
        [b'-', ..] => (-1, rest.get(1..)?),
        _ => return None,
    };
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..).filter(|rest| !rest.is_empty()).map_or(Ok(0), str::parse).ok()?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_the_day_are_read() {
        let at = |before: &str, text: &str| clock(before, text).map(|(time, _)| (time.hour(), time.minute()));
        for (before, text, expected) in [
            ("", "9:30 AM", (9, 30)),
            ("", "12:05 AM", (0, 5)),
            ("", "12:05 PM", (12, 5)),
            ("", "1:30 nachm.", (13, 30)),
            ("", "09:30 a. m.", (9, 30)),
            ("下午", "3:10", (15, 10)),
            ("", "17:45", (17, 45)),
            ("", "9:30:15 pm", (21, 30)),
        ] {
            assert_eq!(at(before, text), Some(expected), "{before} {text}");
        }
        assert_eq!(at("", "25:00"), None);
        assert_eq!(at("", "9:30 o'clock"), None);
    }

    #[test]
    fn offsets_are_read() {
        for (text, expected) in [
            ("Z", Some(0)),
            ("GMT+0100 (CET)", Some(3600)),
            ("-05:30", Some(-19800)),
            ("+02", Some(7200)),
            ("CET", None),
            ("+9", None),
            ("", None),
        ] {
            assert_eq!(offset(text), expected, "{text}");
        }
    }
}

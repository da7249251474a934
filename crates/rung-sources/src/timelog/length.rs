//! Lengths of time as people and tools write them.

use jiff::SignedDuration;

/// What a number without a unit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A whole number minutes, one with a fraction hours.
    Unsaid,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
}

/// Seconds; negative where a minus stands before. `None` where it is no length.
pub(super) fn seconds(text: &str, unit: Unit) -> Option<i64> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        return positive(rest.trim_start(), unit).map(|seconds| -seconds);
    }
    positive(text, unit)
}

fn positive(text: &str, unit: Unit) -> Option<i64> {
    if text.len() > 40 || !text.starts_with(|first: char| first.is_ascii_digit() || ".,Pp".contains(first)) {
        return None;
    }
    if text.contains(':') {
        return clock(text);
    }
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
        return number(text, unit);
    }
    words(text)
}

/// `1:30` and `1:30:00`.
fn clock(text: &str) -> Option<i64> {
    let mut parts = text.split(':').map(|part| {
        let digits = part.split_once('.').map_or(part, |(whole, _)| whole);
        (!digits.is_empty() && digits.len() < 7 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.parse::<i64>().ok())
            .flatten()
    });
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = parts.next().unwrap_or(Some(0))?;
    (parts.next().is_none() && minutes < 60 && seconds < 60).then_some(hours * 3600 + minutes * 60 + seconds)
}

/// `90`, `1.5`, `1,5`.
fn number(text: &str, unit: Unit) -> Option<i64> {
    let plain = text.replace(',', ".");
    let value: f64 = plain.parse().ok().filter(|value: &f64| (0.0..1e8).contains(value))?;
    let each = match unit {
        Unit::Unsaid if plain.contains('.') => 3600.0,
        Unit::Unsaid | Unit::Minutes => 60.0,
        Unit::Hours => 3600.0,
        Unit::Seconds => 1.0,
    };
    Some((value * each).round() as i64)
}

/// `1h30m`, `1 h 30`, `1.5h`, `90 min`, `PT1H30M`.
fn words(text: &str) -> Option<i64> {
    let lower = text.to_lowercase().replace("std", "h").replace("hrs", "h");
    let lower = if text.starts_with(['P', 'p']) { lower.to_uppercase() } else { lower };
    let ends_in_number = lower.ends_with(|last: char| last.is_ascii_digit());
    let whole = if ends_in_number { format!("{lower}m") } else { lower };
    whole.parse::<SignedDuration>().ok().map(|length| length.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_every_spelling() {
        let table = [
            ("1:30", 5_400),
            ("01:30:00", 5_400),
            ("0:45:30", 2_730),
            ("26:00", 93_600),
            ("1h30m", 5_400),
            ("1h 30min", 5_400),
            ("1 h 30", 5_400),
            ("2h", 7_200),
            ("90m", 5_400),
            ("90 min", 5_400),
            ("90", 5_400),
            ("1.5h", 5_400),
            ("1,5h", 5_400),
            ("1,5 Std", 5_400),
            ("1.5", 5_400),
            ("0,25", 900),
            ("PT1H30M", 5_400),
            ("1 hour 5 minutes", 3_900),
            ("45s", 45),
            ("-0:30", -1_800),
            ("-90", -5_400),
        ];
        for (text, expected) in table {
            assert_eq!(seconds(text, Unit::Unsaid), Some(expected), "{text}");
        }
        assert_eq!(seconds("1,5", Unit::Minutes), Some(90));
        assert_eq!(seconds("2", Unit::Hours), Some(7_200));
        assert_eq!(seconds("90", Unit::Seconds), Some(90));
        for text in ["", "soon", "1:75", "1:2:3:4", "1.2.3", "h", "--5", "9999999999999999", "1:", "NaN", "1e9", "½"] {
            assert_eq!(seconds(text, Unit::Unsaid), None, "{text}");
        }
    }
}

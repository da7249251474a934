//! Fields of a record whatever a forge calls them: snake case, camel case, nested.

use jiff::Timestamp;
use serde_json::Value;

/// The first of these keys that the record has with something in it.
pub(super) fn get<'v>(record: &'v Value, keys: &[&str]) -> Option<&'v Value> {
    keys.iter().filter_map(|key| record.get(key)).find(|value| !value.is_null())
}

/// The text of the first of these keys; a number counts as its digits.
pub(super) fn text(record: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| words(record.get(key)?)).filter(|text| !text.is_empty())
}

/// A value as words: text or a whole number.
pub(super) fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The list under the first of these keys; empty where there is none.
pub(super) fn list<'v>(record: &'v Value, keys: &[&str]) -> &'v [Value] {
    keys.iter().find_map(|key| record.get(key)?.as_array()).map_or(&[], Vec::as_slice)
}

/// True where one of the keys is there at all.
pub(super) fn has(record: &Value, key: &str) -> bool {
    record.get(key).is_some_and(|value| !value.is_null())
}

/// A moment: RFC 3339, GitLab's `2026-03-02 09:30:00 UTC` or `... +0100`, or seconds since 1970.
pub(super) fn moment(record: &Value, keys: &[&str]) -> Option<Timestamp> {
    keys.iter().find_map(|key| read_moment(record.get(key)?))
}

fn read_moment(value: &Value) -> Option<Timestamp> {
    if let Some(seconds) = value.as_i64() {
        return Timestamp::from_second(seconds).ok().filter(|_| seconds > 0);
    }
    let text = value.as_str()?.trim();
    let spelled = || {
        let (day, rest) = text.split_once(' ')?;
        let (time, offset) = rest.split_once(' ').unwrap_or((rest, "UTC"));
        let offset = match offset {
            "UTC" | "Z" => "Z".to_owned(),
            _ if offset.len() == 5 && offset.is_ascii() => format!("{}:{}", &offset[..3], &offset[3..]),
            _ => offset.to_owned(),
        };
        format!("{day}T{time}{offset}").parse().ok()
    };
    text.parse().ok().or_else(spelled)
}

/// Seconds east of UTC that a moment is written with; `None` for UTC and what says nothing.
pub(super) fn offset(text: &str) -> Option<i32> {
    let at = text.rfind(['+', '-']).filter(|at| *at > 10)?;
    let sign = if text.as_bytes().get(at) == Some(&b'-') { -1 } else { 1 };
    let digits: String = text.get(at + 1..)?.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = (digits.get(..2)?.parse::<i32>().ok()?, digits.get(2..4)?.parse::<i32>().ok()?);
    Some(sign * (hours * 3600 + minutes * 60)).filter(|seconds| *seconds != 0 && seconds.abs() < 86_400)
}

/// The host of an address.
pub(super) fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("api.").filter(|rest| rest.contains('.')).unwrap_or(host);
    Some(host).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn moments_are_read_as_forges_write_them() {
        let record = json!({
            "a": "2026-03-02T09:30:00Z", "b": "2026-03-02 09:30:00 UTC", "c": "2026-03-02 10:30:00 +0100",
            "d": 1_772_443_800, "e": "2026-03-02T10:30:00+01:00", "f": "soon", "g": null, "h": 0
        });
        let expected = "2026-03-02T09:30:00Z".parse().ok();
        for key in ["a", "b", "c", "d", "e"] {
            assert_eq!(moment(&record, &[key]), expected, "{key}");
        }
        assert_eq!(moment(&record, &["f", "g", "h"]), None);
        assert_eq!(moment(&record, &["g", "a"]), expected);
    }

    #[test]
    fn offsets_and_hosts_are_found() {
        assert_eq!(offset("2026-03-02T10:30:00+01:00"), Some(3600));
        assert_eq!(offset("2026-03-02T10:30:00-0530"), Some(-19_800));
        assert_eq!((offset("2026-03-02T10:30:00Z"), offset("2026-03-02")), (None, None));
        assert_eq!(host("https://api.github.com/repos/harbour/ledger"), Some("github.com"));
        assert_eq!(host("https://git.harbour.example:3000/x"), Some("git.harbour.example"));
        assert_eq!(host("api.example/x"), None);
    }
}

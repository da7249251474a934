//! What a plain YAML scalar says by the core schema of YAML 1.2.

use saphyr_parser::{ScalarStyle, Tag};

use super::Value;

/// The value of a scalar; quoted ones are text.
pub(super) fn resolved(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Value {
    match tag {
        Some(tag) if tag.is_yaml_core_schema() => match tag.suffix.as_str() {
            "int" | "float" | "bool" | "null" => plain(text),
            _ => Value::Text(text.to_owned()),
        },
        Some(tag) if tag.handle.is_empty() && tag.suffix == "!" => Value::Text(text.to_owned()),
        _ if style == ScalarStyle::Plain => plain(text),
        _ => Value::Text(text.to_owned()),
    }
}

/// The value of a scalar without quotes.
pub(super) fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Flag(true),
        "false" | "False" | "FALSE" => return Value::Flag(false),
        ".nan" | ".NaN" | ".NAN" => return Value::Number(f64::NAN),
        _ => {}
    }
    number(text).unwrap_or_else(|| Value::Text(text.to_owned()))
}

fn number(text: &str) -> Option<Value> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            let fits = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
            return fits.then(|| i64::from_str_radix(digits, radix).ok().map(Value::Whole)).flatten();
        }
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        let infinite = if text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY };
        return Some(Value::Number(infinite));
    }
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let well_formed = digits(before)
        && digits(after)
        && !(before.is_empty() && after.is_empty())
        && exponent.is_none_or(|exponent| !exponent.is_empty() && digits(exponent));
    if !well_formed {
        return None;
    }
    if exponent.is_none()
        && !mantissa.contains('.')
        && let Ok(whole) = text.parse()
    {
        return Some(Value::Whole(whole));
    }
    text.parse().ok().map(Value::Number)
}

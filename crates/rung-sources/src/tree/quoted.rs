//! Text between double quotes, as TOML, YAML and JSON all read it.

use std::fmt::Write;

/// `text` between double quotes, with whatever is not seen as an escape.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    text.chars().for_each(|c| escaped(&mut out, c));
    out.push('"');
    out
}

/// One letter of a text between double quotes.
pub(super) fn escaped(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if is_unseen(c) => {
            let digits = u32::from(c);
            // Writing to a text does not fail.
            let _ = if digits > 0xffff { write!(out, "\\U{digits:08x}") } else { write!(out, "\\u{digits:04x}") };
        }
        _ => out.push(c),
    }
}

/// True for controls, separators of lines and byte order marks, which not every reader keeps.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A number as TOML and YAML write it; `None` for those that are not finite.
pub(super) fn finite(number: f64) -> Option<String> {
    number.is_finite().then(|| format!("{number:?}"))
}

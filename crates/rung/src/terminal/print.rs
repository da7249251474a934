//! Printing: standard output for answers, standard error for everything said about them.

use std::io::{self, Write};

/// Writes an answer to standard output, with a line end.
///
/// # Errors
/// The system's, where standard output is closed or full.
pub(crate) fn answer(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// Writes one JSON document to standard output, indented.
///
/// # Errors
/// The system's, where standard output is closed or full.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> io::Result<()> {
    let text = serde_json::to_string_pretty(value).map_err(io::Error::other)?;
    answer(&text)
}

/// Says something on standard error. Nobody to hear it is no failure.
pub(crate) fn complain(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{text}");
}

/// Folds `text` to `width` columns, each line after `indent` spaces.
pub(crate) fn fold(text: &str, width: usize, indent: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if column > 0 && indent + column + 1 + length > width {
            out.push('\n');
            column = 0;
        }
        if column == 0 {
            out.push_str(&" ".repeat(indent));
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folding_keeps_every_word_and_the_width() {
        let text = "Time looks like a coordination role's, not a tech lead's, since late July";
        let folded = fold(text, 30, 2);
        assert!(folded.lines().all(|line| line.starts_with("  ") && line.chars().count() <= 30));
        assert_eq!(folded.split_whitespace().collect::<Vec<_>>(), text.split(' ').collect::<Vec<_>>());
    }
}

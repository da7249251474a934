//! Ink on a terminal: colour for buckets and weight for words, and neither where it is not wanted.
//!
//! Colour means bucket and nothing else. It is left out where output is no terminal
//! and where `NO_COLOR` is set; every bar is also told apart by its glyph.

use std::io::IsTerminal;

use rung_model::bucket::Bucket;

/// Whether and how to colour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ink {
    colour: bool,
}

impl Ink {
    /// For standard output as it is.
    pub(crate) fn of_stdout() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
            || std::env::var_os("TERM").is_some_and(|t| t == "dumb");
        Self { colour: !refused && std::io::stdout().is_terminal() }
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// A heading or the number that matters.
    pub(crate) fn strong(self, text: &str) -> String {
        self.wrap("1", text)
    }

    /// A remark.
    pub(crate) fn faint(self, text: &str) -> String {
        self.wrap("2", text)
    }

    /// Text in a bucket's colour.
    pub(crate) fn bucket(self, bucket: Bucket, text: &str) -> String {
        let code = match bucket {
            Bucket::Strategy => "38;5;69",
            Bucket::People => "38;5;166",
            Bucket::Building => "38;5;36",
            Bucket::Other => "38;5;140",
        };
        self.wrap(code, text)
    }
}

/// Columns to write in: the terminal's, at most 100; 80 where there is none.
pub(crate) fn columns() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    asked.unwrap_or(80_usize).clamp(40, 100)
}

//! Lines of an .ics file: escaped, folded at 75 bytes, ended by CRLF.

use std::fmt::Display;

/// How a program folds long lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// With a space, as Google does.
    Space,
    /// With a tab, as Outlook does.
    Tab,
}

/// A text that grows line by line.
pub(super) struct Lines {
    fold: Fold,
    /// The text so far.
    pub(super) text: String,
}

impl Lines {
    pub(super) const fn new(fold: Fold) -> Self {
        Self { fold, text: String::new() }
    }

    /// One content line, `name:value`, folded.
    pub(super) fn put(&mut self, name: &str, value: impl Display) {
        let line = format!("{name}:{value}");
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > 73 {
                self.text.push_str(if self.fold == Fold::Space { "\r\n " } else { "\r\n\t" });
                width = 1;
            }
            self.text.push(letter);
            width += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// Lines that are already in their final form.
    pub(super) fn raw(&mut self, lines: &str) {
        for line in lines.lines() {
            self.text.push_str(line.trim_start());
            self.text.push_str("\r\n");
        }
    }
}

/// A text value with its special letters escaped (RFC 5545 section 3.3.11).
pub(super) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_fold_inside_seventy_five_bytes_and_never_inside_a_letter() {
        let mut lines = Lines::new(Fold::Space);
        lines.put("SUMMARY", "ö".repeat(90));
        assert!(lines.text.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(lines.text.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "ö".repeat(90)));
    }
}

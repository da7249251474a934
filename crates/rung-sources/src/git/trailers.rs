//! Trailers: the `Key: value` lines a commit message ends with, found exactly where
//! `git interpret-trailers` and `%(trailers)` find them.

use gix::bstr::ByteSlice;

/// Lines git itself writes; one of them makes a mixed paragraph a trailer block.
const WRITTEN_BY_GIT: [&[u8]; 2] = [b"Signed-off-by: ", b"(cherry picked from commit "];

/// Where an editor's notes begin that are no part of the message.
const SCISSORS: &[u8] = b"# ------------------------ >8 ------------------------\n";

/// The trailers of `message` in order: key and value, without the spaces around them.
/// A value that runs over several lines keeps its line breaks.
pub(super) fn of(message: &[u8]) -> Vec<(&[u8], &[u8])> {
    let message = without_blank_lines_before(message);
    let text = &message[..end_of_text(message)];
    let block = &text[start_of_block(text)..];
    let mut found = Vec::new();
    let mut rest = block;
    while !rest.is_empty() {
        let (line, _) = split_line(rest);
        let mut end = line.len();
        if let Some(colon) = separator(line).filter(|at| *at >= 1) {
            while rest.get(end).is_some_and(u8::is_ascii_whitespace) {
                end += split_line(&rest[end..]).0.len();
            }
            found.push((rest[..colon].trim_ascii(), rest[colon + 1..end].trim_ascii()));
        }
        rest = &rest[end..];
    }
    found
}

/// The text from its first line that is not blank.
fn without_blank_lines_before(mut text: &[u8]) -> &[u8] {
    loop {
        let (line, rest) = split_line(text);
        if line.is_empty() || !is_blank(line) {
            return text;
        }
        text = rest;
    }
}

/// The first line with its line break, and the rest.
fn split_line(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at(text.find_byte(b'\n').map_or(text.len(), |end| end + 1))
}

/// Position of the colon, where the line starts like a trailer: letters, digits and
/// hyphens, then perhaps blanks.
fn separator(line: &[u8]) -> Option<usize> {
    let mut blank = false;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b':' => return Some(at),
            b'-' if !blank => {}
            byte if !blank && byte.is_ascii_alphanumeric() => {}
            b' ' | b'\t' if at > 0 => blank = true,
            _ => return None,
        }
    }
    None
}

/// The end of the message without comments, blank lines and an old `Conflicts:` block after it.
fn end_of_text(message: &[u8]) -> usize {
    let cutoff = if message.starts_with(SCISSORS) {
        0
    } else {
        message.find_iter(SCISSORS).find(|at| message[..*at].ends_with(b"\n")).unwrap_or(message.len())
    };
    let mut ignored = None;
    let mut in_conflicts = false;
    let mut at = 0;
    while at < cutoff {
        let (line, _) = split_line(&message[at..]);
        if line[0] == b'#' || line[0] == b'\n' {
            ignored = ignored.or(Some(at));
        } else if line == b"Conflicts:\n" {
            in_conflicts = true;
            ignored = ignored.or(Some(at));
        } else if !(in_conflicts && line[0] == b'\t') && ignored.is_some() {
            ignored = None;
            in_conflicts = false;
        }
        at += line.len();
    }
    ignored.unwrap_or(cutoff)
}

/// Where the last paragraph starts, if it is a trailer block: all trailers, or one line git
/// writes and at least a quarter trailers. Otherwise the end of the text.
fn start_of_block(text: &[u8]) -> usize {
    let mut title = 0;
    while title < text.len() {
        let (line, _) = split_line(&text[title..]);
        if line[0] != b'#' && is_blank(line) {
            break;
        }
        title += line.len();
    }
    let mut counts = Counts::default();
    let mut end = text.len();
    while end > title {
        let start = text[..end - 1].rfind_byte(b'\n').map_or(0, |at| at + 1);
        let line = &text[start..end];
        if start < title {
            break;
        }
        if line[0] == b'#' {
            counts.settle_others();
        } else if is_blank(line) {
            if counts.seen {
                counts.settle_others();
                return if counts.is_block() { end } else { text.len() };
            }
        } else {
            counts.add(line);
        }
        end = start;
    }
    text.len()
}

fn is_blank(line: &[u8]) -> bool {
    line.trim_ascii().is_empty()
}

/// What the lines of a paragraph are, counted from its end.
#[derive(Default)]
struct Counts {
    seen: bool,
    written_by_git: bool,
    trailers: usize,
    others: usize,
    continuations: usize,
}

impl Counts {
    fn add(&mut self, line: &[u8]) {
        self.seen = true;
        if WRITTEN_BY_GIT.iter().any(|prefix| line.starts_with(prefix)) {
            self.written_by_git = true;
            self.trailers += 1;
            self.continuations = 0;
        } else if !line[0].is_ascii_whitespace() && separator(line).is_some_and(|at| at >= 1) {
            self.trailers += 1;
            self.continuations = 0;
        } else if line[0].is_ascii_whitespace() {
            self.continuations += 1;
        } else {
            self.others += 1;
            self.settle_others();
        }
    }

    /// Indented lines that turned out to continue no trailer.
    fn settle_others(&mut self) {
        self.others += self.continuations;
        self.continuations = 0;
    }

    fn is_block(&self) -> bool {
        self.trailers > 0 && (self.others == 0 || self.written_by_git && self.trailers * 3 >= self.others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(message: &str) -> Vec<(String, String)> {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        of(message.as_bytes()).into_iter().map(|(key, value)| (text(key), text(value))).collect()
    }

    #[test]
    fn the_last_paragraph_only() {
        let message = "Subject: not a trailer\n\nReviewed-by: Early <e@x.example>\n\nReviewed-by: Ada <ada@x.example>\n\
            Co-authored-by: Bo\n <bo@x.example>\n";
        assert_eq!(
            texts(message),
            [
                ("Reviewed-by".to_owned(), "Ada <ada@x.example>".to_owned()),
                ("Co-authored-by".to_owned(), "Bo\n <bo@x.example>".to_owned())
            ]
        );
        assert!(texts("Reviewed-by: Ada <ada@x.example>\n").is_empty(), "a title is no trailer");
    }

    #[test]
    fn a_mixed_paragraph_needs_a_line_of_git_and_a_quarter() {
        assert!(texts("s\n\nsome words\nAcked-by: Ada <a@x.example>\n").is_empty());
        assert_eq!(texts("s\n\nsome words\nSigned-off-by: Ada <a@x.example>\n").len(), 1);
        assert!(texts("s\n\na\nb\nc\nd\nSigned-off-by: Ada <a@x.example>\n").is_empty());
    }

    #[test]
    fn notes_and_conflicts_after_the_block_are_passed_over() {
        let message = "s\n\nReviewed-by: Ada <a@x.example>\n\nConflicts:\n\tsrc/a.rs\n# a note\n\n";
        assert_eq!(texts(message).len(), 1);
    }
}

//! Parts JSON into the values worth reading one by one, without holding the whole of it.
//!
//! ```text
//! {"total": 2, "issues": [A, B]}  ->  A, B, then the rest {"total": 2, "issues": []}
//! [A, B]                          ->  A, B
//! A newline B newline             ->  A, B (JSON lines: a broken line ends with its line)
//! ```
//!
//! It follows brackets and quotes only; whether a value is JSON, its reader says.

use std::io::{BufRead, Error, ErrorKind};

use super::quote::Quote;

/// Levels of a value whose keys are followed.
const DEEP: usize = 5;
/// Bytes of a key that are kept.
const LONGEST_KEY: usize = 32;
/// Keys that may stand above a list of elements.
const ABOVE: [&str; 9] =
    ["data", "issues", "team", "project", "viewer", "cycle", "organization", "workspace", "searchIssues"];

/// What a value is within its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// An element of a list that was parted.
    Element,
    /// A value of its own, or what is left of it when its list was parted.
    Whole,
}

/// One value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// The line on which it begins.
    pub(super) line: usize,
    /// Its text.
    pub(super) bytes: Vec<u8>,
    /// What it is.
    pub(super) place: Place,
}

/// The values of a text.
pub(super) struct Elements {
    text: Box<dyn BufRead>,
    walk: Walk,
    failed: Option<Error>,
}

impl Elements {
    /// The values of `text`; the lists under the keys `lists` are parted.
    pub(super) fn of(text: Box<dyn BufRead>, lists: &'static [&'static str]) -> Self {
        let walk = Walk { lists, line: 1, fresh: true, lines: None, outer: Outer::default(), inner: None };
        Self { text, walk, failed: None }
    }

    /// Why reading stopped before the end, where it did.
    pub(super) fn failure(&mut self) -> Option<Error> {
        self.failed.take()
    }

    /// The next value; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Value> {
        loop {
            let buffer = match self.text.fill_buf() {
                Ok([]) => return self.walk.close(),
                Ok(buffer) => buffer,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.failed = Some(error);
                    return self.walk.close();
                }
            };
            let (mut used, mut found) = (0, None);
            while let (Some(&byte), None) = (buffer.get(used), &found) {
                let plain = self.walk.plain(buffer.get(used..).unwrap_or_default());
                used += plain;
                if plain == 0 {
                    used += 1;
                    found = self.walk.step(byte);
                }
            }
            self.text.consume(used);
            if found.is_some() {
                return found;
            }
        }
    }
}

/// Where the walk over the bytes stands.
struct Walk {
    lists: &'static [&'static str],
    line: usize,
    /// Whether nothing stands before on this line.
    fresh: bool,
    /// Whether the text is JSON lines; known once its first value ends.
    lines: Option<bool>,
    outer: Outer,
    inner: Option<Inner>,
}

/// A value that stands for itself.
#[derive(Default)]
struct Outer {
    bytes: Vec<u8>,
    line: usize,
    depth: usize,
    quote: Quote,
    /// The key that is open on each level.
    keys: Vec<Vec<u8>>,
    word: Vec<u8>,
    /// The last byte that is no blank.
    last: u8,
    /// Whether a quote was open at the end of a line.
    broken: bool,
    /// Whether a list within is being parted.
    parting: bool,
    /// Whether that list is the value.
    is_list: bool,
}

/// An element of a list.
#[derive(Default)]
struct Inner {
    bytes: Vec<u8>,
    line: usize,
    depth: usize,
    quote: Quote,
}

impl Walk {
    /// Takes bytes of an element that change nothing; says how many.
    fn plain(&mut self, bytes: &[u8]) -> usize {
        let Some(inner) = self.inner.as_mut().filter(|inner| inner.depth > 0) else { return 0 };
        let end = match inner.quote {
            Quote::In => bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n')),
            Quote::Out => bytes.iter().position(|byte| matches!(byte, b'"' | b'{' | b'}' | b'[' | b']' | b'\n')),
            Quote::Escaped => Some(0),
        };
        let plain = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        inner.bytes.extend_from_slice(plain);
        self.fresh &= plain.is_empty();
        plain.len()
    }

    fn step(&mut self, byte: u8) -> Option<Value> {
        let found = match self.inner {
            Some(_) => self.in_element(byte),
            None if self.outer.parting => self.in_list(byte),
            None if self.outer.bytes.is_empty() => self.between(byte),
            None => self.in_value(byte),
        };
        self.fresh = byte == b'\n';
        self.line += usize::from(self.fresh);
        found
    }

    /// A value begins, or a blank between two.
    fn between(&mut self, byte: u8) -> Option<Value> {
        if byte.is_ascii_whitespace() {
            return None;
        }
        self.outer.line = self.line;
        self.outer.last = byte;
        self.outer.bytes.push(byte);
        match byte {
            b'[' => (self.outer.depth, self.outer.parting, self.outer.is_list) = (1, true, true),
            b'{' => {
                self.outer.depth = 1;
                self.outer.keys.push(Vec::new());
            }
            _ => {}
        }
        None
    }

    fn in_value(&mut self, byte: u8) -> Option<Value> {
        if self.outer.depth == 0 {
            // Something that is no object and no list: it ends with its line.
            self.outer.bytes.push(byte);
            return if byte == b'\n' { self.end_value() } else { None };
        }
        if self.fresh && byte == b'{' && (self.outer.broken || !matches!(self.outer.last, b':' | b',' | b'[')) {
            let cut = self.end_value();
            self.between(byte);
            return cut;
        }
        let outer = &mut self.outer;
        outer.bytes.push(byte);
        let shallow = outer.depth <= DEEP;
        let was = outer.quote;
        if outer.quote.takes(byte) {
            outer.broken |= byte == b'\n';
            if was == Quote::Out {
                outer.word.clear();
            } else if shallow && outer.quote == Quote::In && outer.word.len() < LONGEST_KEY {
                outer.word.push(byte);
            }
        } else {
            match byte {
                b'[' if outer.leads_to(self.lists) => outer.parting = true,
                b'{' | b'[' => {
                    outer.depth += 1;
                    if outer.depth <= DEEP {
                        outer.keys.push(Vec::new());
                    }
                }
                b'}' | b']' => {
                    outer.depth -= 1;
                    outer.keys.truncate(outer.depth);
                    if outer.depth == 0 {
                        self.lines.get_or_insert(outer.line == self.line);
                        return self.end_value();
                    }
                }
                b':' if shallow => {
                    let word = std::mem::take(&mut outer.word);
                    if let Some(key) = outer.keys.last_mut() {
                        *key = word;
                    }
                }
                _ => {}
            }
        }
        if byte == b'\n' && self.lines == Some(true) {
            return self.end_value();
        }
        if !byte.is_ascii_whitespace() {
            self.outer.last = byte;
        }
        None
    }

    /// Between the elements of a list.
    fn in_list(&mut self, byte: u8) -> Option<Value> {
        match byte {
            b'\n' if self.lines == Some(true) => self.end_value(),
            b',' => None,
            b']' | b'}' => {
                self.end_list();
                None
            }
            _ if byte.is_ascii_whitespace() => None,
            _ => {
                self.inner = Some(Inner { line: self.line, ..Inner::default() });
                self.in_element(byte)
            }
        }
    }

    fn in_element(&mut self, byte: u8) -> Option<Value> {
        let inner = self.inner.as_mut()?;
        let quoted = inner.quote.takes(byte);
        if !quoted && inner.depth == 0 && (matches!(byte, b',' | b']' | b'}') || byte.is_ascii_whitespace()) {
            // A bare word, a number or a text is over.
            if matches!(byte, b']' | b'}') {
                self.end_list();
            }
            return self.end_element();
        }
        inner.bytes.push(byte);
        if !quoted {
            match byte {
                b'{' | b'[' => inner.depth += 1,
                b'}' | b']' => {
                    inner.depth -= 1;
                    if inner.depth == 0 {
                        return self.end_element();
                    }
                }
                _ => {}
            }
        }
        if byte == b'\n' && self.lines == Some(true) {
            self.outer = Outer::default();
            return self.end_element();
        }
        None
    }

    fn end_list(&mut self) {
        if self.outer.is_list {
            self.lines.get_or_insert(self.outer.line == self.line);
            self.outer = Outer::default();
        } else {
            self.outer.bytes.push(b']');
            self.outer.last = b']';
            self.outer.parting = false;
        }
    }

    fn end_element(&mut self) -> Option<Value> {
        let Inner { line, bytes, .. } = self.inner.take()?;
        Some(Value { line, bytes, place: Place::Element })
    }

    fn end_value(&mut self) -> Option<Value> {
        let Outer { line, bytes, .. } = std::mem::take(&mut self.outer);
        Some(Value { line, bytes, place: Place::Whole })
    }

    /// What is open at the end of the text.
    fn close(&mut self) -> Option<Value> {
        if self.inner.is_some() {
            self.outer = Outer::default();
            return self.end_element();
        }
        if self.outer.bytes.is_empty() { None } else { self.end_value() }
    }
}

impl Outer {
    /// Whether the list that opens here is one whose elements are read one by one.
    fn leads_to(&self, lists: &[&str]) -> bool {
        let Some((last, above)) = self.keys.split_last() else { return false };
        self.keys.len() == self.depth
            && lists.iter().any(|list| list.as_bytes() == last.as_slice())
            && above.iter().all(|key| ABOVE.iter().any(|name| name.as_bytes() == key.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn part(text: &str) -> Vec<(usize, String, bool)> {
        let mut elements = Elements::of(Box::new(Cursor::new(text.to_owned().into_bytes())), &["issues", "nodes"]);
        let mut all = Vec::new();
        while let Some(value) = elements.next() {
            let text = String::from_utf8(value.bytes).unwrap();
            all.push((value.line, text.trim().to_owned(), value.place == Place::Element));
        }
        all
    }

    fn texts(text: &str) -> Vec<String> {
        part(text).into_iter().map(|(_, text, _)| text).collect()
    }

    #[test]
    fn a_list_is_parted_wherever_it_stands() {
        let one = r#"{"total": 2, "issues": [{"a": "]}\"{"}, {"b": [1]}], "x": {"issues": [1]}}"#;
        assert_eq!(
            texts(one),
            [r#"{"a": "]}\"{"}"#, r#"{"b": [1]}"#, r#"{"total": 2, "issues": [], "x": {"issues": [1]}}"#]
        );
        assert_eq!(texts(r#"{"data":{"issues":{"nodes":[{"a":1},2]}}}"#)[..2], [r#"{"a":1}"#, "2"]);
        assert_eq!(texts(r#"{"history":{"nodes":[1]}}"#), [r#"{"history":{"nodes":[1]}}"#]);
        assert_eq!(texts("[\n1, \"a,]\" ,{}\n]\n"), ["1", "\"a,]\"", "{}"]);
    }

    #[test]
    fn lines_are_known() {
        let text = "{\n \"issues\": [\n  {\"a\":\n 1},\n  {\"b\": 2}\n ]\n}\n";
        let lines: Vec<_> = part(text).iter().map(|(line, _, element)| (*line, *element)).collect();
        assert_eq!(lines, [(3, true), (5, true), (1, false)]);
    }

    #[test]
    fn a_broken_line_takes_no_other_with_it() {
        let text = "{\"a\":1}\n{\"b\":[1,\n{\"c\": \"x\n\n{\"issues\":[{\"e\":1},{\"f\":\n{\"d\":4}\n";
        assert_eq!(
            texts(text),
            ["{\"a\":1}", "{\"b\":[1,", "{\"c\": \"x", "{\"e\":1}", "{\"f\":", "{\"d\":4}"],
            "JSON lines"
        );
        assert_eq!(texts("{\"a\": \"x\n{\"b\":1}\n{\"c\":1}"), ["{\"a\": \"x", "{\"b\":1}", "{\"c\":1}"]);
        assert_eq!(texts("[{\"a\": \"x\n  }, {\"b\":1}]"), ["{\"a\": \"x\n  }", "{\"b\":1}"]);
    }

    #[test]
    fn an_end_too_early_is_handed_over() {
        assert_eq!(texts("{\"issues\": [{\"a\":1}, {\"b\":"), ["{\"a\":1}", "{\"b\":"]);
        assert_eq!(texts("{\"issues\": [{\"a\":1}"), ["{\"a\":1}", "{\"issues\": ["]);
        assert_eq!(texts("[1"), ["1"]);
        assert_eq!(texts("{\"a\":1}]"), ["{\"a\":1}", "]"]);
    }
}

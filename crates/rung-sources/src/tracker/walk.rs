//! Follows brackets, quotes and keys of JSON byte by byte, and tells where values end.

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
pub(crate) enum Place {
    /// An element of a list that was parted.
    Element,
    /// A value of its own, or what is left of it when its list was parted.
    Whole,
}

/// One value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// The line on which it begins.
    pub(crate) line: usize,
    /// Its text.
    pub(crate) bytes: Vec<u8>,
    /// What it is.
    pub(crate) place: Place,
}

/// Where the walk over the bytes stands.
pub(crate) struct Walk {
    lists: &'static [&'static str],
    line: usize,
    /// Whether nothing stands before on this line.
    fresh: bool,
    /// Whether the text is JSON lines; known once its first value ends.
    lines: Option<bool>,
    outer: Outer,
    inner: Option<Inner>,
    /// How many blanks stand before on this line; `None` once there is something else.
    indent: Option<usize>,
    /// Whether a bracket of an element was just closed by one of the other kind.
    crossed: bool,
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
    /// The brackets that are open.
    open: Vec<u8>,
    quote: Quote,
    /// How many blanks stand before it on its line, where nothing else does.
    indent: Option<usize>,
}

impl Walk {
    /// Takes bytes of an element that change nothing; says how many.
    pub(crate) fn plain(&mut self, bytes: &[u8]) -> usize {
        let Some(inner) = self.inner.as_mut().filter(|inner| !inner.open.is_empty()) else { return 0 };
        let end = match inner.quote {
            Quote::In => bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n')),
            Quote::Out => bytes.iter().position(|byte| matches!(byte, b'"' | b'{' | b'}' | b'[' | b']' | b'\n')),
            Quote::Escaped => Some(0),
        };
        let plain = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        inner.bytes.extend_from_slice(plain);
        if !plain.is_empty() {
            (self.fresh, self.indent) = (false, None);
        }
        plain.len()
    }

    /// The walk before the first byte.
    pub(crate) fn of(lists: &'static [&'static str]) -> Self {
        Self {
            lists,
            line: 1,
            fresh: true,
            lines: None,
            outer: Outer::default(),
            inner: None,
            indent: Some(0),
            crossed: false,
        }
    }

    /// Takes a byte; gives the value that ends with it.
    pub(crate) fn step(&mut self, byte: u8) -> Option<Value> {
        let found = match self.inner {
            Some(_) => self.in_element(byte),
            None if self.outer.parting => self.in_list(byte),
            None if self.outer.bytes.is_empty() => self.between(byte),
            None => self.in_value(byte),
        };
        self.fresh = byte == b'\n';
        self.line += usize::from(self.fresh);
        self.indent = match byte {
            b'\n' => Some(0),
            b' ' | b'\t' => self.indent.map(|blanks| blanks + 1),
            _ => None,
        };
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
                self.inner = Some(Inner { line: self.line, indent: self.indent, ..Inner::default() });
                self.in_element(byte)
            }
        }
    }

    fn in_element(&mut self, byte: u8) -> Option<Value> {
        let inner = self.inner.as_mut()?;
        let quoted = inner.quote.takes(byte);
        if !quoted && inner.open.is_empty() && (matches!(byte, b',' | b']' | b'}') || byte.is_ascii_whitespace()) {
            // A bare word, a number or a text is over.
            if matches!(byte, b']' | b'}') {
                self.end_list();
            }
            return self.end_element();
        }
        inner.bytes.push(byte);
        if !quoted {
            match byte {
                b'{' | b'[' => inner.open.push(byte),
                b'}' | b']' => {
                    let opened = inner.open.pop();
                    if opened != Some(if byte == b'}' { b'{' } else { b'[' }) {
                        self.crossed = true;
                    } else if inner.open.is_empty() {
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

    /// Cuts an open element where the next one seems to begin: on a line with as many blanks before it.
    /// Gives the element and the text to be walked again.
    pub(crate) fn cut(&mut self) -> Option<(Value, Vec<u8>)> {
        let inner = self.inner.as_mut()?;
        let start = [b"\n", " ".repeat(inner.indent?).as_bytes(), b"{"].concat();
        let at = inner.bytes.windows(start.len()).position(|window| window == start)?;
        let rest = inner.bytes.split_off(at);
        let value = self.end_element()?;
        self.line = value.line + value.bytes.iter().filter(|byte| **byte == b'\n').count();
        (self.fresh, self.indent) = (false, None);
        Some((value, rest))
    }

    /// Whether brackets have just crossed; `cut` may help. Without it the element ends here where nothing is open.
    pub(crate) fn has_crossed(&mut self) -> bool {
        std::mem::take(&mut self.crossed)
    }

    /// The open element, where all its brackets are closed.
    pub(crate) fn settle(&mut self) -> Option<Value> {
        if self.inner.as_ref().is_some_and(|inner| inner.open.is_empty()) { self.end_element() } else { None }
    }

    /// What is open at the end of the text.
    pub(crate) fn close(&mut self) -> Option<Value> {
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

//! Parts JSON into the values worth reading one by one, without holding the whole of it.
//!
//! ```text
//! {"total": 2, "issues": [A, B]}  ->  A, B, then the rest {"total": 2, "issues": []}
//! [A, B]                          ->  A, B
//! A newline B newline             ->  A, B (JSON lines: a broken line ends with its line)
//! ```
//!
//! It follows brackets and quotes only; whether a value is JSON, its reader says.

use std::io::{BufRead, Cursor, Error, ErrorKind, Read as _};

use super::walk::{Value, Walk};

/// How many elements without an end are mended.
const MENDS: usize = 8;

/// The values of a text.
pub(crate) struct Elements {
    text: Box<dyn BufRead>,
    walk: Walk,
    mends: usize,
    failed: Option<Error>,
}

impl Elements {
    /// The values of `text`; the lists under the keys `lists` are parted.
    pub(crate) fn of(text: Box<dyn BufRead>, lists: &'static [&'static str]) -> Self {
        Self { text, walk: Walk::of(lists), mends: 0, failed: None }
    }

    /// Why reading stopped before the end, where it did.
    pub(crate) fn failure(&mut self) -> Option<Error> {
        self.failed.take()
    }

    /// The next value; `None` at the end.
    pub(crate) fn next(&mut self) -> Option<Value> {
        loop {
            let buffer = match self.text.fill_buf() {
                Ok([]) => return self.at_end(),
                Ok(buffer) => buffer,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.failed = Some(error);
                    return self.walk.close();
                }
            };
            let (mut used, mut found) = (0, None);
            let mut crossed = false;
            while let (Some(&byte), None, false) = (buffer.get(used), &found, crossed) {
                let plain = self.walk.plain(buffer.get(used..).unwrap_or_default());
                used += plain;
                if plain == 0 {
                    used += 1;
                    found = self.walk.step(byte);
                    crossed = self.walk.has_crossed();
                }
            }
            self.text.consume(used);
            if crossed {
                found = self.mend().or_else(|| self.walk.settle());
            }
            if found.is_some() {
                return found;
            }
        }
    }

    /// What is open at the end.
    fn at_end(&mut self) -> Option<Value> {
        self.mend().or_else(|| self.walk.close())
    }

    /// Ends an element that has no end of its own where the next one begins a line as it does.
    fn mend(&mut self) -> Option<Value> {
        if self.mends == MENDS {
            return None;
        }
        self.mends += 1;
        let (cut, rest) = self.walk.cut()?;
        let after = std::mem::replace(&mut self.text, Box::new(Cursor::new(Vec::new())));
        self.text = Box::new(Cursor::new(rest).chain(after));
        Some(cut)
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::{super::walk::Place, *};

    fn part(text: &str) -> Vec<(usize, String, bool)> {
        let whole = part_by(text, 1 << 16);
        for bytes in [1, 2, 3, 7] {
            assert_eq!(part_by(text, bytes), whole, "{bytes} bytes at a time");
        }
        whole
    }

    fn part_by(text: &str, bytes: usize) -> Vec<(usize, String, bool)> {
        let text = BufReader::with_capacity(bytes, Cursor::new(text.to_owned().into_bytes()));
        let mut elements = Elements::of(Box::new(text), &["issues", "nodes"]);
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
    fn an_element_without_an_end_takes_no_other_with_it() {
        let text = "{\"issues\": [\n  {\"a\": {\n    \"x\": 1\n  },\n  {\"b\": 1},\n  {\"c\": 1}\n]}\n";
        let found = part(text);
        let told: Vec<_> = found.iter().map(|(line, text, _)| (*line, text.as_str())).collect();
        let broken = "{\"a\": {\n    \"x\": 1\n  },";
        assert_eq!(told, [(2, broken), (5, "{\"b\": 1}"), (6, "{\"c\": 1}"), (1, "{\"issues\": []}")]);
        assert!(part(&"[\n{\"a\": [\n".repeat(300)).len() <= MENDS + 2);
    }

    #[test]
    fn an_end_too_early_is_handed_over() {
        assert_eq!(texts("{\"issues\": [{\"a\":1}, {\"b\":"), ["{\"a\":1}", "{\"b\":"]);
        assert_eq!(texts("{\"issues\": [{\"a\":1}"), ["{\"a\":1}", "{\"issues\": ["]);
        assert_eq!(texts("[1"), ["1"]);
        assert_eq!(texts("{\"a\":1}]"), ["{\"a\":1}", "]"]);
    }
}

//! Functions that only map one constant to another, as a `switch` writes them.

use super::{
    super::{Key, Map, Node, Value},
    literal::{Literals, key_of},
};

/// Most tokens of the type that an arrow function returns.
const LONGEST_TYPE: usize = 40;

impl Literals<'_> {
    /// The map a function stands for, and the token behind it. What is returned otherwise is
    /// found under `default`.
    pub(super) fn mapping(&mut self, at: usize, depth: usize) -> Option<(Node, usize)> {
        let source = self.source;
        let body = self.body(at)?;
        let end = source.closing(body);
        if !source.says(body + 1, "switch") || !source.is(body + 2, "(") {
            return None;
        }
        let cases = source.behind(body + 2);
        if !source.is(cases, "{") {
            return None;
        }
        let mut map = self.cases(cases + 1, source.closing(cases), depth)?;
        let mut next = source.behind(cases);
        if source.says(next, "return") {
            let (node, behind) = self.value(next + 1, depth + 1)?;
            let _ = map.insert(Key { text: "default".to_owned(), line: source.line(next) }, node);
            next = behind;
        }
        while source.is(next, ";") {
            next += 1;
        }
        (next == end).then_some((Node { line: source.line(at), value: Value::Map(map) }, end + 1))
    }

    /// The `{` of a function's body, where a function with such a body starts at `at`.
    fn body(&self, at: usize) -> Option<usize> {
        let source = self.source;
        let start = at + usize::from(source.says(at, "async"));
        if source.says(start, "function") {
            let round = source.find(start, (start + 4).min(source.len()), &["("])?;
            let behind = source.behind(round);
            let mut body = behind;
            while body < behind + LONGEST_TYPE && !source.is(body, "{") {
                body += 1;
            }
            return source.is(body, "{").then_some(body);
        }
        let mut arrow = match source.sign(start) {
            Some("(") => source.behind(start),
            None if source.word(start).is_some() => start + 1,
            _ => return None,
        };
        if source.is(arrow, ":") {
            arrow = source.find(arrow, arrow + LONGEST_TYPE, &["=>"])?;
        }
        (source.is(arrow, "=>") && source.is(arrow + 1, "{")).then_some(arrow + 1)
    }

    fn cases(&mut self, mut at: usize, end: usize, depth: usize) -> Option<Map> {
        let source = self.source;
        let mut map = Map::default();
        while at < end {
            let mut labels = Vec::new();
            loop {
                let line = source.line(at);
                if source.says(at, "case") {
                    let (node, next) = self.value(at + 1, depth + 1)?;
                    labels.push(Key { text: key_of(&node.value)?, line });
                    at = next;
                } else if source.says(at, "default") {
                    labels.push(Key { text: "default".to_owned(), line });
                    at += 1;
                } else {
                    break;
                }
                if !source.is(at, ":") {
                    return None;
                }
                at += 1;
            }
            let wrapped = source.is(at, "{");
            at += usize::from(wrapped);
            if labels.is_empty() || !source.says(at, "return") {
                return None;
            }
            let (node, next) = self.value(at + 1, depth + 1)?;
            at = next + usize::from(source.is(next, ";"));
            if wrapped {
                if !source.is(at, "}") {
                    return None;
                }
                at += 1;
            }
            for label in labels {
                // The first of two equal cases is the one that runs.
                let _ = map.insert(label, node.clone());
            }
        }
        Some(map)
    }
}

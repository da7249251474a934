//! Literals of JavaScript, part by part: what is none is noted, and the rest is kept.

use std::collections::{HashMap, HashSet};

use rung_model::problem::{Problem, Severity};

use super::{
    super::{DEEPEST, Key, Map, Node, Value, duplicate_key, too_deep},
    Constant,
    source::Source,
    token::Kind,
};

/// Most notes that are listed.
const MOST_NOTES: usize = 200;
/// Most values that names of constants may repeat.
const MOST_REPEATED: usize = 500_000;

/// The literals read so far.
pub(super) struct Literals<'s> {
    file: &'s str,
    pub(super) source: &'s Source<'s>,
    constants: Vec<Constant>,
    by_name: HashMap<String, usize>,
    repeated: usize,
    notes: usize,
    told_too_deep: bool,
    problems: Vec<Problem>,
}

impl<'s> Literals<'s> {
    /// No literals yet.
    pub(super) fn new(file: &'s str, source: &'s Source<'s>) -> Self {
        Self {
            file,
            source,
            constants: Vec::new(),
            by_name: HashMap::new(),
            repeated: 0,
            notes: 0,
            told_too_deep: false,
            problems: Vec::new(),
        }
    }

    /// All constants, and what was no literal.
    pub(super) fn into_parts(mut self) -> (Vec<Constant>, Vec<Problem>) {
        if let Some(more) = self.notes.checked_sub(MOST_NOTES).filter(|more| *more > 0) {
            let what = format!("{more} more parts of the file are no plain values");
            let mend = "nothing to do if they hold no part of the framework";
            self.problems.push(Problem::new(Severity::Note, self.file, "not-a-literal", what, mend));
        }
        (self.constants, self.problems)
    }

    /// Keeps a constant; of two with one name later names mean the last.
    pub(super) fn keep(&mut self, constant: Constant) {
        self.by_name.insert(constant.name.clone(), self.constants.len());
        self.constants.push(constant);
    }

    /// Says that the part which starts at a token is no literal.
    pub(super) fn note(&mut self, at: usize) {
        if let Some(problem) = self.noted(at) {
            self.problems.push(problem);
        }
    }

    /// Says that the value of `name`, which starts at a token, is no literal.
    pub(super) fn note_of(&mut self, name: &str, at: usize) {
        if let Some(problem) = self.noted(at) {
            self.problems.push(problem.of_item(name));
        }
    }

    fn noted(&mut self, at: usize) -> Option<Problem> {
        self.notes += 1;
        if self.notes > MOST_NOTES {
            return None;
        }
        let what = format!("`{}` is no plain value, and is left out", self.source.shown(at));
        let mend = "nothing to do if it holds no part of the framework; if it does, write the value out";
        let problem = Problem::new(Severity::Note, self.file, "not-a-literal", what, mend);
        Some(problem.at_line(self.source.line(at)))
    }

    fn never_closed(&mut self, at: usize) {
        let what =
            format!("`{}` is never closed; what stands up to the end of the file was read", self.source.shown(at));
        let problem = Problem::new(Severity::Warning, self.file, "never-closed", what, "close every bracket");
        self.problems.push(problem.at_line(self.source.line(at)));
    }

    /// The value at a token and the token behind it; `None` where it is no literal.
    pub(super) fn value(&mut self, at: usize, depth: usize) -> Option<(Node, usize)> {
        if depth >= DEEPEST {
            if !self.told_too_deep {
                self.told_too_deep = true;
                self.problems.push(too_deep(self.file, self.source.line(at)));
            }
            return None;
        }
        let (mut node, mut next) = self.primary(at, depth)?;
        loop {
            match self.source.kind(next) {
                Some(Kind::Word("as" | "satisfies")) => {
                    next = self.behind_type(next + 1);
                }
                Some(Kind::Sign("!")) => next += 1,
                Some(Kind::Sign("+")) => {
                    let (more, behind) = self.primary(next + 1, depth)?;
                    match (&mut node.value, more.value) {
                        (Value::Text(text), Value::Text(more)) => text.push_str(&more),
                        _ => return None,
                    }
                    next = behind;
                }
                _ => return Some((node, next)),
            }
        }
    }

    /// The token behind the type of `as Type`.
    fn behind_type(&self, mut at: usize) -> usize {
        let source = self.source;
        while at < source.len()
            && !matches!(source.sign(at), Some("," | ";" | ")" | "]" | "}" | "+"))
            && !source.starts_statement(at)
        {
            at = source.behind(at);
        }
        at
    }

    fn primary(&mut self, at: usize, depth: usize) -> Option<(Node, usize)> {
        let source = self.source;
        let line = source.line(at);
        let simple = |value: Value| Some((Node { line, value }, at + 1));
        if let Some(mapping) = self.mapping(at, depth) {
            return Some(mapping);
        }
        match source.kind(at)? {
            Kind::Text(text) => simple(Value::Text(text.clone())),
            Kind::Number(written) => simple(number(written)?),
            Kind::Other => None,
            Kind::Sign("{") => Some(self.object(at, depth)),
            Kind::Sign("[") => Some(self.list(at, depth)),
            Kind::Sign("(") => self.bracketed(at, depth),
            Kind::Sign(sign @ ("-" | "+")) => match source.kind(at + 1)? {
                Kind::Number(written) => {
                    let value = match number(written)? {
                        Value::Whole(whole) if *sign == "-" => Value::Whole(-whole),
                        Value::Number(number) if *sign == "-" => Value::Number(-number),
                        value => value,
                    };
                    Some((Node { line, value }, at + 2))
                }
                _ => None,
            },
            Kind::Sign(_) => None,
            Kind::Word("true") => simple(Value::Flag(true)),
            Kind::Word("false") => simple(Value::Flag(false)),
            Kind::Word("null" | "undefined") => simple(Value::Null),
            Kind::Word("Object") if source.says(at + 2, "freeze") => self.bracketed(at + 3, depth),
            Kind::Word(name) => self.named(name, at, depth),
        }
    }

    /// A value in round brackets.
    fn bracketed(&mut self, at: usize, depth: usize) -> Option<(Node, usize)> {
        if !self.source.is(at, "(") {
            return None;
        }
        let (node, next) = self.value(at + 1, depth + 1)?;
        self.source.is(next, ")").then_some((node, next + 1))
    }

    /// The value of an earlier constant, or of a part of it: `NAME`, `NAME.key`, `NAME["key"]`.
    fn named(&mut self, name: &str, at: usize, depth: usize) -> Option<(Node, usize)> {
        let source = self.source;
        let constant = *self.by_name.get(name)?;
        let mut path = Vec::new();
        let mut next = at + 1;
        loop {
            let (step, behind) = match (source.sign(next), source.kind(next + 1)) {
                (Some("."), Some(Kind::Word(key))) => ((*key).to_owned(), next + 2),
                (Some("["), Some(Kind::Text(key))) if source.is(next + 2, "]") => (key.clone(), next + 3),
                (Some("["), Some(Kind::Number(key))) if source.is(next + 2, "]") => ((*key).to_owned(), next + 3),
                (Some("(" | "." | "["), _) => return None,
                _ => break,
            };
            path.push(step);
            next = behind;
        }
        let mut node = &self.constants.get(constant)?.node;
        for step in &path {
            node = match &node.value {
                Value::List(list) => list.get(step.parse::<usize>().ok()?)?,
                _ => node.get(step)?,
            };
        }
        let mut left = MOST_REPEATED.saturating_sub(self.repeated);
        let before = left;
        let copied = copied(node, depth, &mut left);
        self.repeated += before - left;
        copied.map(|node| (node, next))
    }

    fn list(&mut self, at: usize, depth: usize) -> (Node, usize) {
        let source = self.source;
        let end = source.closing(at);
        let mut list = Vec::new();
        let mut next = at + 1;
        while next < end {
            let start = next;
            let stop = source.find(start, end, &[","]).unwrap_or(end);
            let spread = source.is(start, "...");
            match self.value(start + usize::from(spread), depth + 1).filter(|(_, behind)| *behind == stop) {
                Some((Node { value: Value::List(more), .. }, _)) if spread => list.extend(more),
                Some((node, _)) if !spread => list.push(node),
                _ => {
                    self.note(start);
                    if !spread {
                        list.push(Node { line: source.line(start), value: Value::Null });
                    }
                }
            }
            next = stop + 1;
        }
        self.closed(at, end, Value::List(list))
    }

    fn object(&mut self, at: usize, depth: usize) -> (Node, usize) {
        let source = self.source;
        let end = source.closing(at);
        let mut map = Map::default();
        let mut spread = HashSet::new();
        let mut next = at + 1;
        while next < end {
            let start = next;
            let stop = source.find(start, end, &[","]).unwrap_or(end);
            next = stop + 1;
            if source.is(start, "...") {
                match self.value(start + 1, depth + 1).filter(|(_, behind)| *behind == stop) {
                    Some((Node { value: Value::Map(more), .. }, _)) => {
                        for (key, node) in more {
                            spread.insert(key.text.clone());
                            map.replace(key, node);
                        }
                    }
                    _ => self.note(start),
                }
                continue;
            }
            let Some((key, node)) = self.entry(start, stop, depth) else {
                self.note(start);
                continue;
            };
            if let Some((first, _)) = map.entry(&key.text).filter(|_| !spread.remove(&key.text)) {
                self.problems.push(duplicate_key(self.file, &key, first.line));
            }
            map.replace(key, node);
        }
        self.closed(at, end, Value::Map(map))
    }

    /// One `key: value`, or a name that stands for both.
    fn entry(&mut self, start: usize, stop: usize, depth: usize) -> Option<(Key, Node)> {
        let source = self.source;
        let line = source.line(start);
        let (text, colon) = match source.kind(start)? {
            Kind::Word(name) if stop == start + 1 => {
                let (node, _) = self.named(name, start, depth + 1)?;
                return Some((Key { text: (*name).to_owned(), line }, node));
            }
            Kind::Word(name) => ((*name).to_owned(), start + 1),
            Kind::Text(text) => (text.clone(), start + 1),
            Kind::Number(written) => (key_of(&number(written)?)?, start + 1),
            Kind::Sign("[") => {
                let (node, next) = self.value(start + 1, depth + 1)?;
                (key_of(&node.value).filter(|_| next == source.closing(start))?, next + 1)
            }
            _ => return None,
        };
        if !source.is(colon, ":") {
            return None;
        }
        let (node, _) = self.value(colon + 1, depth + 1).filter(|(_, behind)| *behind == stop)?;
        Some((Key { text, line }, node))
    }

    fn closed(&mut self, at: usize, end: usize, value: Value) -> (Node, usize) {
        if end >= self.source.len() {
            self.never_closed(at);
        }
        (Node { line: self.source.line(at), value }, (end + 1).min(self.source.len()))
    }
}

/// A constant as the key of a map.
pub(super) fn key_of(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Whole(whole) => Some(whole.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Flag(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// A node once more, unless it would be too deep or too much.
fn copied(node: &Node, depth: usize, left: &mut usize) -> Option<Node> {
    *left = left.checked_sub(1)?;
    if depth >= DEEPEST {
        return None;
    }
    let value = match &node.value {
        Value::List(list) => Value::List(list.iter().map(|node| copied(node, depth + 1, left)).collect::<Option<_>>()?),
        Value::Map(map) => {
            let mut copy = Map::default();
            for (key, node) in map {
                copy.replace(key.clone(), copied(node, depth + 1, left)?);
            }
            Value::Map(copy)
        }
        value => value.clone(),
    };
    Some(Node { line: node.line, value })
}

/// A number as JavaScript writes it.
fn number(written: &str) -> Option<Value> {
    let digits = written.replace('_', "").to_lowercase();
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = digits.strip_prefix(prefix) {
            return i64::from_str_radix(digits, radix).ok().map(Value::Whole);
        }
    }
    let digits = digits.strip_suffix('n').unwrap_or(&digits);
    match digits.parse::<i64>() {
        Ok(whole) => Some(Value::Whole(whole)),
        Err(_) => digits.parse().ok().map(Value::Number),
    }
}

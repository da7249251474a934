//! From YAML events to a tree: anchors, merge keys, tags, keys that occur twice.

use std::collections::HashMap;

use rung_model::problem::{Problem, Severity};
use saphyr_parser::{Event, ScalarStyle, Tag};

use super::{DEEPEST, Key, Map, Node, Value, duplicate_key, from_yaml::Step, too_deep, yaml_scalar::resolved};

/// Most that aliases may repeat: each value counts 64, and each byte of text one.
const MOST_REPEATED: usize = 32 << 20;
/// Most tags that are listed.
const MOST_TAGS: usize = 25;

/// The events of one document on their way to a tree.
pub(super) struct Builder<'e> {
    file: &'e str,
    steps: &'e [Step<'e>],
    /// Where the node of each anchor starts.
    anchors: &'e HashMap<usize, usize>,
    /// The anchors of the nodes being built.
    open: Vec<usize>,
    /// How many aliases are being followed.
    followed: usize,
    repeated: usize,
    tags: Vec<String>,
    problems: Vec<Problem>,
}

impl<'e> Builder<'e> {
    /// A builder for the events of one document.
    pub(super) fn new(file: &'e str, steps: &'e [Step<'e>], anchors: &'e HashMap<usize, usize>) -> Self {
        Self {
            file,
            steps,
            anchors,
            open: Vec::new(),
            followed: 0,
            repeated: 0,
            tags: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// What was left out or guessed.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The node whose events start at `at`, which is moved behind it.
    pub(super) fn node(&mut self, at: &mut usize, depth: usize) -> Result<Node, Box<Problem>> {
        let steps = self.steps;
        let Some((event, line)) = steps.get(*at) else {
            return Ok(Node { line: 0, value: Value::Null });
        };
        let line = *line;
        *at += 1;
        self.count(event, line)?;
        let (anchor, tag) = match event {
            Event::Alias(anchor) => return self.alias(*anchor, line, depth),
            Event::Scalar(text, style, _, tag) => {
                self.tag(tag.as_deref(), line);
                return Ok(Node { line, value: resolved(text, *style, tag.as_deref()) });
            }
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => (*anchor, tag.as_deref()),
            _ => return Ok(Node { line, value: Value::Null }),
        };
        self.tag(tag, line);
        if depth >= DEEPEST {
            return Err(Box::new(too_deep(self.file, line)));
        }
        self.open.push(anchor);
        let value = match event {
            Event::SequenceStart(..) => self.list(at, depth)?,
            _ => self.map(at, depth)?,
        };
        self.open.pop();
        Ok(Node { line, value })
    }

    fn list(&mut self, at: &mut usize, depth: usize) -> Result<Value, Box<Problem>> {
        let mut list = Vec::new();
        while !matches!(self.steps.get(*at), None | Some((Event::SequenceEnd, _))) {
            list.push(self.node(at, depth + 1)?);
        }
        *at += 1;
        Ok(Value::List(list))
    }

    fn map(&mut self, at: &mut usize, depth: usize) -> Result<Value, Box<Problem>> {
        let mut map = Map::default();
        let mut merged = Vec::new();
        while !matches!(self.steps.get(*at), None | Some((Event::MappingEnd, _))) {
            let merges = matches!(
                self.steps.get(*at),
                Some((Event::Scalar(text, ScalarStyle::Plain, _, _), _)) if text == "<<"
            );
            let key = self.key(at, depth)?;
            let node = self.node(at, depth + 1)?;
            let Some(key) = key else { continue };
            match node.value {
                Value::Map(more) if merges => merged.push(more),
                Value::List(list) if merges && list.iter().all(|node| node.map().is_some()) => {
                    merged.extend(list.into_iter().filter_map(|node| match node.value {
                        Value::Map(more) => Some(more),
                        _ => None,
                    }));
                }
                value => {
                    if let Err((key, _)) = map.insert(key, Node { line: node.line, value })
                        && self.followed == 0
                    {
                        let first = map.entry(&key.text).map_or(0, |(key, _)| key.line);
                        self.problems.push(duplicate_key(self.file, &key, first));
                    }
                }
            }
        }
        *at += 1;
        for (key, node) in merged.into_iter().flatten() {
            // What is written in the map itself, or merged before, stands.
            let _ = map.insert(key, node);
        }
        Ok(Value::Map(map))
    }

    /// A key as it is written; `None` with a problem where it is a list or a map.
    fn key(&mut self, at: &mut usize, depth: usize) -> Result<Option<Key>, Box<Problem>> {
        let steps = self.steps;
        let Some((event, line)) = steps.get(*at) else { return Ok(None) };
        let meant = match event {
            Event::Alias(id) => self.anchors.get(id).and_then(|there| steps.get(*there)).map(|(event, _)| event),
            event => Some(event),
        };
        if let Some(Event::Scalar(text, _, _, tag)) = meant {
            *at += 1;
            self.count(event, *line)?;
            self.tag(tag.as_deref(), *line);
            return Ok(Some(Key { text: text.clone().into_owned(), line: *line }));
        }
        self.node(at, depth + 1)?;
        let what = "a key is a list or a table, and is left out with its value";
        let problem = Problem::new(Severity::Warning, self.file, "key-not-text", what, "write a text as the key");
        self.problems.push(problem.at_line(*line));
        Ok(None)
    }

    fn alias(&mut self, anchor: usize, line: usize, depth: usize) -> Result<Node, Box<Problem>> {
        if self.open.contains(&anchor) {
            let what = "an alias stands inside the value it repeats, which would never end";
            let mend = "write the value out instead of the alias";
            let problem = Problem::new(Severity::Error, self.file, "alias-of-itself", what, mend);
            return Err(Box::new(problem.at_line(line)));
        }
        let Some(mut there) = self.anchors.get(&anchor).copied() else {
            return Ok(Node { line, value: Value::Null });
        };
        self.followed += 1;
        let node = self.node(&mut there, depth)?;
        self.followed -= 1;
        Ok(node)
    }

    /// Counts what aliases repeat, and stops where it is too much.
    fn count(&mut self, event: &Event<'_>, line: usize) -> Result<(), Box<Problem>> {
        if self.followed == 0 {
            return Ok(());
        }
        let text = if let Event::Scalar(text, ..) = event { text.len() } else { 0 };
        self.repeated += 64 + text;
        if self.repeated <= MOST_REPEATED {
            return Ok(());
        }
        let what = "the aliases of the file repeat more than can be held";
        let mend = "repeat less with `*name`, above all aliases of lists that hold aliases again";
        let problem = Problem::new(Severity::Error, self.file, "too-many-aliases", what, mend);
        Err(Box::new(problem.at_line(line)))
    }

    fn tag(&mut self, tag: Option<&Tag>, line: usize) {
        let Some(tag) = tag else { return };
        let known = ["str", "int", "float", "bool", "null", "seq", "map"];
        if (tag.is_yaml_core_schema() && known.contains(&tag.suffix.as_str())) || tag.handle.is_empty() {
            return;
        }
        let written = tag.to_string();
        if self.tags.contains(&written) || self.tags.len() >= MOST_TAGS {
            return;
        }
        let what = format!("the tag `{}` says nothing here", written.chars().take(60).collect::<String>());
        let mend = "nothing to do; the value is read as if it had no tag";
        self.problems.push(Problem::new(Severity::Note, self.file, "unknown-tag", what, mend).at_line(line));
        self.tags.push(written);
    }
}

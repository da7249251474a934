//! YAML of others: values by key with their lines; what is there and not wanted is left alone.

use std::path::Path;

use rung_model::problem::{Problem, Severity};

use crate::{
    strict::{Limits, Place, Text, list_any, load},
    tree::{self, Map, Node, Value},
};

/// One document of a file.
pub(super) struct Page {
    /// The file as the user named it.
    pub(super) file: String,
    /// Lines before it in the file.
    before: usize,
    /// What it says.
    pub(super) root: Node,
}

impl Page {
    /// The place of something in it.
    pub(super) fn place(&self, node: &Node) -> Place {
        self.line(node.line)
    }

    /// The place of a line of the document.
    pub(super) fn line(&self, line: usize) -> Place {
        Place { file: self.file.clone(), line: self.before + line.max(1) }
    }
}

/// The files of a path that have one of `endings`, or one of `names`.
pub(super) fn files(path: &Path, endings: &[&str], problems: &mut Vec<Problem>) -> Vec<Text> {
    let limits = Limits { files: 20_000, bytes: 256 << 20 };
    list_any(path, endings, limits, problems).iter().filter_map(|file| load(file, problems)).collect()
}

/// The documents of a file; what cannot be read is told and left out.
pub(super) fn pages(text: &Text, problems: &mut Vec<Problem>) -> Vec<Page> {
    let mut pages = Vec::new();
    for (before, part) in documents(&text.text) {
        let (root, found) = tree::yaml(&text.file, part);
        problems.extend(found.into_iter().map(|mut problem| {
            problem.line = problem.line.map(|line| line + before);
            problem
        }));
        match root {
            Some(Node { value: Value::Null, .. }) | None => {}
            Some(root) => pages.push(Page { file: text.file.clone(), before, root }),
        }
    }
    pages
}

/// Documents with the number of lines before each.
fn documents(text: &str) -> Vec<(usize, &str)> {
    let (mut parts, mut start, mut before, mut at, mut line) = (Vec::new(), 0, 0, 0, 0);
    for piece in text.split_inclusive('\n') {
        if piece.trim_end() == "---" || piece.starts_with("--- ") {
            if let Some(part) = text.get(start..at) {
                parts.push((before, part));
            }
            (start, before) = (at + piece.len(), line + 1);
        }
        at += piece.len();
        line += 1;
    }
    if let Some(part) = text.get(start..) {
        parts.push((before, part));
    }
    parts.retain(|(_, part)| part.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')));
    parts
}

/// The text under a key, numbers as they are written.
pub(super) fn text(map: &Map, key: &str) -> Option<String> {
    words(map.get(key)?)
}

/// A scalar as text.
pub(super) fn words(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Whole(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The list under a key; empty where there is none.
pub(super) fn list<'m>(map: &'m Map, key: &str) -> &'m [Node] {
    map.get(key).and_then(Node::list).unwrap_or_default()
}

/// Scalars of the list under a key, each with its node.
pub(super) fn texts<'m>(map: &'m Map, key: &str) -> Vec<(String, &'m Node)> {
    list(map, key).iter().filter_map(|node| Some((words(node)?, node))).collect()
}

/// A file that does not hold what its format says.
pub(super) fn not_this(file: &str, what: &str, mend: &str) -> Problem {
    Problem::new(Severity::Error, file, "other-format", what, mend)
}

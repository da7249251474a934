//! What JSON exports of time logs have in common: a list of entries, and texts that may be numbers.

use crate::tree::{self, Node, Value};

use super::reading::Reading;

/// The tree of a JSON text; its problems are told.
pub(super) fn parse(reading: &mut Reading<'_, '_>, text: &str) -> Option<Node> {
    let (tree, problems) = tree::json(&reading.file, text);
    for problem in problems {
        reading.push(problem);
    }
    tree
}

/// A text, or a whole number as text; `None` where it is empty or anything else.
pub(super) fn word(node: &Node, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| match &node.get(key)?.value {
        Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Whole(number) => Some(number.to_string()),
        _ => None,
    })
}

/// The texts of a list.
pub(super) fn words(node: &Node, key: &str) -> Vec<String> {
    let list = node.get(key).and_then(Node::list).unwrap_or_default();
    list.iter().filter_map(|tag| tag.text().map(str::to_owned).or_else(|| word(tag, &["name"]))).collect()
}

//! `fmt`: a framework file in the order and layout of the format; nothing it says changes.

use std::path::Path;

use rung_model::problem::{Problem, Severity};

use super::Notation;
use crate::{
    framework::format,
    tree::{self, Map, Node, Value, in_order, laid_out, to_json, to_yaml},
};

/// The text of a file as `fmt` lays it out. Comments of TOML stay with what they stand above or beside.
///
/// # Errors
/// The problems that keep the file from being read; and YAML or JSON with comments, which would be lost.
pub fn fmt(file: &Path, text: &str) -> Result<String, Vec<Problem>> {
    let name = file.display().to_string();
    let ending = file.extension().map_or_else(String::new, |ending| ending.to_string_lossy().into_owned());
    let notation = Notation::of_ending(&ending).unwrap_or(Notation::Toml);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let (node, problems) = match notation {
        Notation::Toml => tree::toml(&name, &text),
        Notation::Yaml => tree::yaml(&name, &text),
        Notation::Json => tree::json(&name, &text),
    };
    let Some(node) = node.filter(|_| problems.iter().all(|problem| problem.severity == Severity::Note)) else {
        return Err(problems);
    };
    let (comment, called) = match notation {
        Notation::Toml => return Ok(laid_out(&text, &node, &names)),
        Notation::Yaml => (tree::yaml_comment(&text), "YAML"),
        Notation::Json => (tree::json_comment(&text), "JSON"),
    };
    match (comment, notation) {
        (Some(line), _) => {
            let mend = "make it TOML with `rung framework convert`, where comments stay, or take them out";
            let what = format!("the file has comments, which {called} cannot keep when it is laid out anew");
            Err(vec![Problem::new(Severity::Error, name, "comments-lost", what, mend).at_line(line)])
        }
        (None, Notation::Json) => Ok(to_json(&ordered(&node))),
        (None, _) if node.value == Value::Null => Ok(String::new()),
        (None, _) => Ok(to_yaml(&ordered(&node))),
    }
}

/// The keys of a table of the format.
fn names(kind: &str) -> Vec<&'static str> {
    let known = format::TABLES.iter().find(|(table, ..)| table.id() == kind);
    known.map(|(table, ..)| format::names(*table)).unwrap_or_default()
}

/// The tree with tables and keys in the order of the format; what the format does not know comes last.
pub(super) fn ordered(root: &Node) -> Node {
    let Some(map) = root.map() else { return root.clone() };
    let tables: Vec<&str> = format::TABLES.iter().map(|(table, ..)| table.id()).collect();
    let mut out = Map::default();
    for (key, node) in in_order(map, &tables) {
        let names = names(key);
        let record = |node: &Node| match node.map() {
            Some(map) => {
                let mut sorted = Map::default();
                in_order(map, &names).into_iter().for_each(|(key, node)| sorted.set(key, node.value.clone()));
                Node::new(Value::Map(sorted))
            }
            None => node.clone(),
        };
        match node.list() {
            Some(list) => out.set(key, list.iter().map(record).collect::<Vec<_>>()),
            None => out.set(key, record(node).value),
        }
    }
    Node::new(Value::Map(out))
}

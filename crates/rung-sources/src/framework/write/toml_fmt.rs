//! `fmt` of TOML: values laid out anew, comments kept with what they stand above or beside.

use rung_model::problem::{Problem, Severity};
use toml_edit::{DocumentMut, Item, RawString, Table};

use super::fmt::in_order;
use crate::{
    framework::format,
    tree::{Map, Node, pair_to_toml},
};

/// The document laid out: tables in the order they stand, their keys in the order of the format.
pub(super) fn laid_out(file: &str, text: &str, node: &Node) -> Result<String, Vec<Problem>> {
    let Ok(document) = text.parse::<DocumentMut>() else {
        return Ok(text.to_owned());
    };
    let empty = Map::default();
    let root = node.map().unwrap_or(&empty);
    let mut problems = Vec::new();
    let mut pieces: Vec<(isize, String)> = Vec::new();
    let mut top = String::new();
    for (key, item) in document.iter() {
        match item {
            Item::Table(table) => {
                let map = root.get(key).and_then(Node::map).unwrap_or(&empty);
                pieces.push((at(table), piece(file, &format!("[{key}]"), key, table, map, &mut problems)));
            }
            Item::ArrayOfTables(tables) => {
                let nodes = root.get(key).and_then(Node::list).unwrap_or_default();
                for (table, node) in tables.iter().zip(nodes) {
                    let map = node.map().unwrap_or(&empty);
                    pieces.push((at(table), piece(file, &format!("[[{key}]]"), key, table, map, &mut problems)));
                }
            }
            _ => keyed(&mut top, document.as_table(), key, root.get(key)),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    pieces.sort_by_key(|(at, _)| *at);
    let tail = comments(document.trailing().as_str().unwrap_or_default(), false);
    let parts = std::iter::once(top).chain(pieces.into_iter().map(|(_, piece)| piece)).chain([tail]);
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    Ok(parts.join("\n"))
}

fn at(table: &Table) -> isize {
    table.position().unwrap_or(isize::MAX)
}

/// One table with its comments, ending in a line end.
fn piece(file: &str, head: &str, kind: &str, table: &Table, map: &Map, problems: &mut Vec<Problem>) -> String {
    let mut out = comments(raw(table.decor().prefix()), true);
    out.push_str(head);
    beside(&mut out, raw(table.decor().suffix()));
    out.push('\n');
    let names = format::TABLES.iter().find(|(own, ..)| own.id() == kind).map(|(own, ..)| format::names(*own));
    for (key, node) in in_order(map, names.as_deref().unwrap_or_default()) {
        if let Some(inner) = table.get(key).filter(|item| !item.is_value())
            && inner.to_string().contains('#')
        {
            let what = format!("the table `{key}` of {head} has comments and would lose them");
            let mend = format!("write it on one line as {key} = {{ ... }} with the comment above it");
            problems.push(Problem::new(Severity::Error, file, "comments-lost", what, mend).at_line(node.line));
        }
        keyed(&mut out, table, key, Some(node));
    }
    out
}

/// One key with its comments.
fn keyed(out: &mut String, table: &Table, key: &str, node: Option<&Node>) {
    let above = table.key(key).map_or("", |key| raw(key.leaf_decor().prefix()));
    out.push_str(&comments(above, false));
    let value = table.get(key).and_then(Item::as_value);
    let inner = value.map(|value| value.clone().decorated("", "").to_string());
    match (inner, node) {
        (Some(text), _) if has_comment(&text) => out.push_str(&format!("{key} = {text}\n")),
        (_, Some(node)) => pair_to_toml(out, key, node),
        (Some(text), None) => out.push_str(&format!("{key} = {text}\n")),
        (None, None) => {}
    }
    if let Some(value) = value {
        let mut beside_it = String::new();
        beside(&mut beside_it, raw(value.decor().suffix()));
        if !beside_it.is_empty() {
            out.truncate(out.trim_end_matches('\n').len());
            out.push_str(&beside_it);
            out.push('\n');
        }
    }
}

/// Whether a list or table of several lines holds a comment: some line of it has `#` where no text is open.
fn has_comment(value: &str) -> bool {
    value.contains('\n') && value.contains('#') && {
        let spaced = format!("value = {value}");
        spaced.parse::<DocumentMut>().is_ok_and(|document| {
            document.get("value").and_then(Item::as_array).is_some_and(|list| {
                let decor =
                    |raw: Option<&RawString>| raw.and_then(RawString::as_str).is_some_and(|text| text.contains('#'));
                list.trailing().as_str().is_some_and(|text| text.contains('#'))
                    || list.iter().any(|entry| decor(entry.decor().prefix()) || decor(entry.decor().suffix()))
            })
        })
    }
}

fn raw(text: Option<&RawString>) -> &str {
    text.and_then(RawString::as_str).unwrap_or_default()
}

/// The comment lines of what stands before something, one empty line between paragraphs. An empty line behind the
/// last one stays where `paragraph` is set: it parts the file's own comment from that of its first table.
fn comments(before: &str, paragraph: bool) -> String {
    let mut out = String::new();
    let mut gap = false;
    for line in before.lines().map(str::trim) {
        if line.is_empty() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('\n');
            gap = false;
        }
        out.push_str(line);
        out.push('\n');
    }
    let parted = before.trim_end_matches([' ', '\t']).ends_with("\n\n")
        || before.trim_end_matches([' ', '\t']).ends_with("\n\r\n");
    if paragraph && !out.is_empty() && parted {
        out.push('\n');
    }
    out
}

/// A comment beside something.
fn beside(out: &mut String, after: &str) {
    if let Some(at) = after.find('#') {
        let comment = after.get(at..).unwrap_or_default().trim_end();
        out.push(' ');
        out.push_str(comment);
    }
}

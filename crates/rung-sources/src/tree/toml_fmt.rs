//! `fmt` of TOML: values laid out anew, comments kept with what they stand above or beside.

use toml_edit::{DocumentMut, Item, RawString, Table};

use super::{Map, Node, key_to_toml, pair_to_toml, toml_comments::comments_in};

/// The keys of a table, in the order they are written; none for a table nobody knows.
pub(crate) type Order<'o> = &'o dyn Fn(&str) -> Vec<&'static str>;

/// The document laid out: tables in the order they stand, their keys in the order given.
pub(crate) fn laid_out(text: &str, node: &Node, order: Order<'_>) -> String {
    let Ok(document) = text.parse::<DocumentMut>() else {
        return text.to_owned();
    };
    let empty = Map::default();
    let root = node.map().unwrap_or(&empty);
    let mut pieces: Vec<(isize, String)> = Vec::new();
    let mut top = String::new();
    for (key, item) in document.iter() {
        let name = key_to_toml(key);
        match item {
            Item::Table(table) => {
                let map = root.get(key).and_then(Node::map).unwrap_or(&empty);
                pieces.push((at(table), piece(&format!("[{name}]"), &order(key), table, map)));
            }
            Item::ArrayOfTables(tables) => {
                let nodes = root.get(key).and_then(Node::list).unwrap_or_default();
                for (table, node) in tables.iter().zip(nodes) {
                    let map = node.map().unwrap_or(&empty);
                    pieces.push((at(table), piece(&format!("[[{name}]]"), &order(key), table, map)));
                }
            }
            _ => keyed(&mut top, document.as_table(), key, root.get(key)),
        }
    }
    pieces.sort_by_key(|(at, _)| *at);
    let tail = comments(document.trailing().as_str().unwrap_or_default(), false);
    let parts = std::iter::once(top).chain(pieces.into_iter().map(|(_, piece)| piece)).chain([tail]);
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.join("\n")
}

fn at(table: &Table) -> isize {
    table.position().unwrap_or(isize::MAX)
}

/// One table with its comments, ending in a line end.
fn piece(head: &str, names: &[&str], table: &Table, map: &Map) -> String {
    let mut out = comments(raw(table.decor().prefix()), true);
    out.push_str(head);
    beside(&mut out, raw(table.decor().suffix()));
    out.push('\n');
    for (key, node) in in_order(map, names) {
        keyed(&mut out, table, key, Some(node));
    }
    out
}

/// One key with its comments; those inside a table that becomes a line stand above the line.
fn keyed(out: &mut String, table: &Table, key: &str, node: Option<&Node>) {
    let Some(item) = table.get(key) else { return };
    let Some(value) = item.as_value() else {
        let mut inside = Vec::new();
        within(item, &mut inside);
        inside.iter().for_each(|comment| out.extend([comment, "\n"]));
        if let Some(node) = node {
            pair_to_toml(out, key, node);
        }
        return;
    };
    out.push_str(&comments(table.key(key).map_or("", |key| raw(key.leaf_decor().prefix())), false));
    let written = value.clone().decorated("", "").to_string();
    match node {
        Some(node) if comments_in(&written).is_empty() => pair_to_toml(out, key, node),
        _ => out.push_str(&format!("{} = {written}\n", key_to_toml(key))),
    }
    let mut beside_it = String::new();
    beside(&mut beside_it, raw(value.decor().suffix()));
    if !beside_it.is_empty() {
        out.truncate(out.trim_end_matches('\n').len());
        out.push_str(&beside_it);
        out.push('\n');
    }
}

/// Every comment in an item, in order.
fn within(item: &Item, found: &mut Vec<String>) {
    match item {
        Item::None => {}
        Item::Value(value) => add(found, &value.to_string()),
        Item::Table(table) => within_table(table, found),
        Item::ArrayOfTables(tables) => tables.iter().for_each(|table| within_table(table, found)),
    }
}

fn within_table(table: &Table, found: &mut Vec<String>) {
    add(found, raw(table.decor().prefix()));
    add(found, raw(table.decor().suffix()));
    for (key, item) in table.iter() {
        add(found, table.key(key).map_or("", |key| raw(key.leaf_decor().prefix())));
        within(item, found);
    }
}

fn add(found: &mut Vec<String>, text: &str) {
    found.extend(comments_in(text).into_iter().map(str::to_owned));
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
    if paragraph && gap {
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

/// The entries of a map: those of `names` first and in that order, then the others as they stand.
pub(crate) fn in_order<'m>(map: &'m Map, names: &[&str]) -> Vec<(&'m str, &'m Node)> {
    let mut entries: Vec<(usize, &str, &Node)> = map
        .iter()
        .map(|(key, node)| {
            let at = names.iter().position(|name| *name == key.text).unwrap_or(names.len());
            (at, key.text.as_str(), node)
        })
        .collect();
    entries.sort_by_key(|(at, ..)| *at);
    entries.into_iter().map(|(_, key, node)| (key, node)).collect()
}

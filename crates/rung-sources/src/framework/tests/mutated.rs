//! The full framework with one thing in it changed, in every notation.

use crate::tree::{self, Map, Node, Value, to_json, to_toml, to_yaml};

use super::{super::Read, FULL, read_files};

/// The tree of the full framework.
pub(super) fn full() -> Node {
    tree::toml(FULL[0].0, FULL[0].1).0.unwrap()
}

/// The records of a table.
pub(super) fn records(root: &Node, table: &str) -> Vec<Map> {
    let node = root.get(table).unwrap_or_else(|| panic!("the full framework has no {table}"));
    let list = node.list().unwrap_or_else(|| std::slice::from_ref(node));
    list.iter().map(|node| node.map().unwrap().clone()).collect()
}

/// The map without a key.
pub(super) fn without(map: &Map, key: &str) -> Map {
    let mut less = Map::default();
    map.iter().filter(|(own, _)| own.text != key).for_each(|(own, node)| less.set(&own.text, node.value.clone()));
    less
}

/// The map with a key, in the place of one that is there.
pub(super) fn with(map: &Map, key: &str, value: impl Into<Value>) -> Map {
    let mut more = map.clone();
    more.set(key, value);
    more
}

/// A value whose first table is changed.
pub(super) fn inside(value: &Value, change: &dyn Fn(&Map) -> Map) -> Value {
    match value {
        Value::Map(map) => Value::Map(change(map)),
        Value::List(list) => {
            let mut done = false;
            let changed = list.iter().map(|node| match node.map() {
                Some(map) if !done => {
                    done = true;
                    Node::new(change(map))
                }
                _ => node.clone(),
            });
            Value::List(changed.collect())
        }
        value => value.clone(),
    }
}

/// The full framework with a changed record, written in each notation and read again.
pub(super) fn read_with(root: &Node, table: &str, n: usize, record: Map) -> Vec<(String, Read)> {
    let changed = match &root.get(table).unwrap().value {
        Value::List(list) => {
            let mut list = list.clone();
            list[n] = Node::new(record);
            Value::List(list)
        }
        _ => Value::Map(record),
    };
    let root = Node::new(with(root.map().unwrap(), table, changed));
    let texts = [("f.toml", to_toml(&root)), ("f.yaml", to_yaml(&root)), ("f.json", to_json(&root))];
    texts
        .into_iter()
        .map(|(file, text)| {
            let read = read_files(&[(file, text.as_str())]);
            (text, read)
        })
        .collect()
}

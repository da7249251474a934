//! Writes JSON.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Map, Node, Value};

/// The tree as JSON with two spaces per level, keys in their order. Dates become text; `inf` and
/// `nan`, which JSON does not know, become null.
pub(crate) fn to_json(node: &Node) -> String {
    let written = serde_json::to_string_pretty(node);
    written.expect("keys are text, and writing to memory does not fail") + "\n"
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null => serializer.serialize_unit(),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Whole(whole) => serializer.serialize_i64(*whole),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Date(date) => serializer.collect_str(date),
            Value::List(list) => serializer.collect_seq(list),
            Value::Map(map) => map.serialize(serializer),
        }
    }
}

impl Serialize for Map {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (key, node) in self {
            map.serialize_entry(&key.text, node)?;
        }
        map.end()
    }
}

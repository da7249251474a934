//! Between the tree and the values the model keeps of keys it does not know.

use super::{Key, Map, Node, Value};

impl Node {
    /// The node as a value of the model; `None` for null, which is left out of lists and tables.
    pub(crate) fn to_model(&self) -> Option<toml::Value> {
        Some(match &self.value {
            Value::Null => return None,
            Value::Flag(flag) => toml::Value::Boolean(*flag),
            Value::Whole(whole) => toml::Value::Integer(*whole),
            Value::Number(number) => toml::Value::Float(*number),
            Value::Text(text) => toml::Value::String(text.clone()),
            Value::Date(date) => toml::Value::Datetime(*date),
            Value::List(list) => toml::Value::Array(list.iter().filter_map(Self::to_model).collect()),
            Value::Map(map) => toml::Value::Table(
                map.iter().filter_map(|(key, node)| Some((key.text.clone(), node.to_model()?))).collect(),
            ),
        })
    }

    /// A node from a value of the model, with no line.
    pub(crate) fn from_model(value: &toml::Value) -> Self {
        Self::new(match value {
            toml::Value::Boolean(flag) => Value::Flag(*flag),
            toml::Value::Integer(whole) => Value::Whole(*whole),
            toml::Value::Float(number) => Value::Number(*number),
            toml::Value::String(text) => Value::Text(text.clone()),
            toml::Value::Datetime(date) => Value::Date(*date),
            toml::Value::Array(list) => Value::List(list.iter().map(Self::from_model).collect()),
            toml::Value::Table(table) => {
                let mut map = Map::default();
                for (key, value) in table {
                    // A table has each key once.
                    let _ = map.insert(Key { text: key.clone(), line: 0 }, Self::from_model(value));
                }
                Value::Map(map)
            }
        })
    }
}

//! A value with the line it stands at.

use toml::value::Datetime;

use super::Map;

/// A value and its line.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The line it starts at, from 1; 0 where it was never written.
    pub(crate) line: usize,
    /// The value.
    pub(crate) value: Value,
}

/// What the formats can say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Nothing: YAML and JSON know it, TOML does not.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number, and whole ones that do not fit into 64 bits.
    Number(f64),
    /// Text.
    Text(String),
    /// A TOML date or time; the other formats know dates only as text.
    Date(Datetime),
    /// Values in order.
    List(Vec<Node>),
    /// Keys with values.
    Map(Map),
}

impl Node {
    /// A value that was never written in a file.
    pub(crate) fn new(value: impl Into<Value>) -> Self {
        Self { line: 0, value: value.into() }
    }

    /// The text, where it is text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, where it is a list.
    pub(crate) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    /// The keys with their nodes, where it is a map.
    pub(crate) fn map(&self) -> Option<&Map> {
        match &self.value {
            Value::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The node of a key, where it is a map that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.map()?.get(key)
    }

    /// The whole number, where it is one.
    pub(crate) fn whole(&self) -> Option<i64> {
        match &self.value {
            Value::Whole(whole) => Some(*whole),
            _ => None,
        }
    }

    /// The number, whole or not, where it is one.
    pub(crate) fn number(&self) -> Option<f64> {
        match &self.value {
            Value::Whole(whole) => Some(*whole as f64),
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// The same value, wherever it stands.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Value {
    /// What it is called in problems; the words of TOML.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Flag(_) => "boolean",
            Self::Whole(_) => "integer",
            Self::Number(_) => "float",
            Self::Text(_) => "string",
            Self::Date(_) => "datetime",
            Self::List(_) => "array",
            Self::Map(_) => "table",
        }
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Value {
    fn from(whole: i64) -> Self {
        Self::Whole(whole)
    }
}

impl From<u32> for Value {
    fn from(whole: u32) -> Self {
        Self::Whole(whole.into())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Datetime> for Value {
    fn from(date: Datetime) -> Self {
        Self::Date(date)
    }
}

impl From<Vec<Node>> for Value {
    fn from(list: Vec<Node>) -> Self {
        Self::List(list)
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}

//! The keys of one record, put down in the order of the format; what is empty is left out.

use std::collections::BTreeMap;

use rung_model::framework::Provenance;

use crate::tree::{Map, Node, Value};

/// A record being written.
#[derive(Debug, Default)]
pub(super) struct Fields(Map);

impl Fields {
    /// Any value.
    pub(super) fn set(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.set(key, value);
        self
    }

    /// Text; left out where it is empty.
    pub(super) fn text(self, key: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.set(key, text) }
    }

    /// Text that may be absent.
    pub(super) fn maybe(self, key: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    /// A number that may be absent.
    pub(super) fn number(self, key: &str, number: Option<f64>) -> Self {
        match number {
            Some(number) => self.set(key, shortest(number)),
            None => self,
        }
    }

    /// A flag; left out where it is not set.
    pub(super) fn flag(self, key: &str, flag: bool) -> Self {
        if flag { self.set(key, true) } else { self }
    }

    /// A list of texts; left out where it is empty.
    pub(super) fn texts<T: AsRef<str>>(self, key: &str, texts: &[T]) -> Self {
        self.list(key, texts.iter().map(|text| Node::new(text.as_ref())).collect())
    }

    /// A list; left out where it is empty.
    pub(super) fn list(self, key: &str, list: Vec<Node>) -> Self {
        if list.is_empty() { self } else { self.set(key, list) }
    }

    /// Whole numbers by id; left out where there are none.
    pub(super) fn levels(self, key: &str, levels: &BTreeMap<String, u32>) -> Self {
        if levels.is_empty() { self } else { self.all_levels(key, levels) }
    }

    /// Whole numbers by id.
    pub(super) fn all_levels(self, key: &str, levels: &BTreeMap<String, u32>) -> Self {
        let mut map = Map::default();
        levels.iter().for_each(|(id, level)| map.set(id, *level));
        self.set(key, map)
    }

    /// The record without provenance.
    pub(super) fn done(self) -> Map {
        self.0
    }

    /// The record with where it was imported from and its `x-` keys.
    pub(super) fn from(self, from: &Provenance) -> Map {
        let origin = from.origin.as_ref().map(ToString::to_string);
        let mut fields = self.maybe("origin", origin.as_deref());
        for (key, value) in &from.extra {
            fields = fields.set(key, Node::from_model(value).value);
        }
        fields.0
    }
}

/// A whole number as one, any other as it is.
pub(super) fn shortest(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 { Value::Whole(number as i64) } else { Value::Number(number) }
}

//! Any record of any table as one shape.

use std::collections::{BTreeMap, HashMap};

use rung_model::framework::{Provenance, Table};

/// A record as it is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Record {
    /// Its id, or what stands for one: for an edge, its two ends.
    pub(super) key: String,
    /// Its id as its own version writes it.
    pub(super) id: String,
    /// Display name; empty where it has none.
    pub(super) name: String,
    /// What it says in words.
    pub(super) text: String,
    /// Where it stands: role, position, dimension, level.
    pub(super) place: BTreeMap<&'static str, String>,
    /// Everything else it says.
    pub(super) fields: BTreeMap<String, String>,
}

impl Record {
    pub(super) fn new(id: &str, key: impl Into<String>) -> Self {
        Self { id: id.to_owned(), key: key.into(), ..Self::default() }
    }

    pub(super) fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    pub(super) fn saying<'t>(mut self, texts: impl IntoIterator<Item = &'t str>) -> Self {
        let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        self.text = texts.join("\n");
        self
    }

    pub(super) fn at(mut self, what: &'static str, place: impl Into<String>) -> Self {
        self.place.insert(what, place.into());
        self
    }

    /// A field; an empty one is none.
    pub(super) fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.fields.insert(field.to_owned(), value);
        }
        self
    }

    /// What its source said beyond the tables; where it was found is no part of it.
    pub(super) fn published(mut self, from: &Provenance) -> Self {
        for (key, value) in &from.extra {
            self.fields.insert(key.clone(), value.to_string());
        }
        self
    }
}

/// New ids of records that have another id in the new version, so that what refers to them is not taken for changed.
#[derive(Clone, Debug, Default)]
pub(super) struct Renames {
    ids: HashMap<(Table, String), String>,
}

impl Renames {
    pub(super) fn add(&mut self, table: Table, old: &str, new: &str) {
        if old != new {
            self.ids.insert((table, old.to_owned()), new.to_owned());
        }
    }

    /// The id a record of the old version has in the new one.
    pub(super) fn of(&self, table: Table, id: &str) -> String {
        self.ids.get(&(table, id.to_owned())).cloned().unwrap_or_else(|| id.to_owned())
    }

    pub(super) fn all(&self, table: Table, ids: &[String]) -> String {
        ids.iter().map(|id| self.of(table, id)).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn maybe(&self, table: Table, id: Option<&String>) -> String {
        id.map(|id| self.of(table, id)).unwrap_or_default()
    }

    /// "technology 3, system 2".
    pub(super) fn levels<V: ToString>(&self, table: Table, levels: &BTreeMap<String, V>) -> String {
        let mut all: Vec<String> =
            levels.iter().map(|(id, level)| format!("{} {}", self.of(table, id), level.to_string())).collect();
        all.sort();
        all.join(", ")
    }
}

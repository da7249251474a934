//! The document of `rung framework diff --json`.

use rung_measure::ladder::versions::{Change as InnerChange, RecordName};
use schemars::JsonSchema;
use serde::Serialize;

use super::VERSION;
use crate::framework::Versions as Inner;

/// A record of a version.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Its name, where it has one.
    pub name: Option<String>,
}

/// A key whose value changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Field {
    /// The key.
    pub field: String,
    /// Its value before; absent where it had none.
    pub old: Option<String>,
    /// Its value now; absent where it has none.
    pub new: Option<String>,
}

/// One change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Change {
    /// The table: `role`, `position`, `cell`, ...
    pub table: String,
    /// `added`, `removed`, `renamed`, `moved` and `changed`: all that hold.
    pub what: Vec<String>,
    /// The record before.
    pub old: Option<Record>,
    /// The record now.
    pub new: Option<Record>,
    /// Keys that changed.
    pub fields: Vec<Field>,
    /// The assessed people it touches.
    pub touches: Vec<Person>,
}

/// An assessed person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Person {
    /// As the file calls them.
    pub person: String,
    /// Their position in the earlier version.
    pub position: String,
}

/// The document of `framework diff`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung framework diff, version 1")]
pub struct Versions {
    /// Version of this document: 1.
    pub version: u32,
    /// Records that are the same in both.
    pub same: usize,
    /// Every change, table by table.
    pub changes: Vec<Change>,
    /// Assessed people whose position the earlier version does not have.
    pub unknown: Vec<Person>,
}

impl From<&RecordName> for Record {
    fn from(record: &RecordName) -> Self {
        Self { id: record.id.clone(), name: record.name.clone() }
    }
}

/// The words for what a change is.
pub fn what(change: &InnerChange) -> Vec<&'static str> {
    match (&change.old, &change.new) {
        (None, _) => vec!["added"],
        (_, None) => vec!["removed"],
        _ => {
            let plain = !change.renamed && !change.moved;
            let reworded = change.reworded || plain;
            [(change.renamed, "renamed"), (change.moved, "moved"), (reworded, "changed")]
                .into_iter()
                .filter_map(|(holds, word)| holds.then_some(word))
                .collect()
        }
    }
}

impl From<&Inner> for Versions {
    fn from(versions: &Inner) -> Self {
        let person = |row: &rung_measure::ladder::versions::Assessed| Person {
            person: row.person.clone(),
            position: row.position.clone(),
        };
        let change = |(number, change): (usize, &InnerChange)| Change {
            table: change.table.id().to_owned(),
            what: what(change).into_iter().map(str::to_owned).collect(),
            old: change.old.as_ref().map(Record::from),
            new: change.new.as_ref().map(Record::from),
            fields: change
                .fields
                .iter()
                .map(|field| Field { field: field.field.to_string(), old: field.old.clone(), new: field.new.clone() })
                .collect(),
            touches: versions
                .touches
                .iter()
                .filter(|touch| touch.change == number)
                .flat_map(|touch| touch.people.iter().map(person))
                .collect(),
        };
        Self {
            version: VERSION,
            same: versions.diff.same,
            changes: versions.diff.changes.iter().enumerate().map(change).collect(),
            unknown: versions.unknown.iter().map(person).collect(),
        }
    }
}

/// Every change in a line of words.
pub fn in_words(own: &Inner) -> Vec<String> {
    let named = |record: &RecordName| record.name.clone().unwrap_or_else(|| record.id.clone());
    let line = |change: &InnerChange| {
        let record = change.new.as_ref().or(change.old.as_ref()).map(named).unwrap_or_default();
        let fields: Vec<&str> = change.fields.iter().map(|field| field.field.as_str()).collect();
        let fields = if fields.is_empty() { String::new() } else { format!(": {}", fields.join(", ")) };
        format!("{} {}: {record}{fields}", change.table.id().replace('_', " "), what(change).join(" and "))
    };
    own.diff.changes.iter().map(line).collect()
}

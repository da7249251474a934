//! Documents of the API that no command prints.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VERSION;
use crate::server::{
    policy::SwitchView,
    sources::{JobView, SourceView},
};

/// A page of a list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung page, version 1", rename = "Page_{T}")]
pub struct Page<T> {
    /// Version of this document: 1.
    pub version: u32,
    /// What is on it.
    pub items: Vec<T>,
    /// What to give as `after` for the next page; absent on the last.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page with what the next one comes after.
    pub fn of(items: Vec<T>, next: Option<String>) -> Self {
        Self { version: VERSION, items, next }
    }
}

/// That something was done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung done, version 1")]
pub struct Told {
    /// Version of this document: 1.
    pub version: u32,
    /// True.
    pub done: bool,
}

/// The words an event may be said to be.
fn kinds(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let all: Vec<&str> = crate::server::mirror::kinds().into_iter().map(|(id, _)| id).collect();
    schemars::json_schema!({ "type": "string", "enum": all })
}

/// The words a day may be logged as.
fn kinds_logged(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let all: Vec<&str> = crate::server::mirror::kinds_logged().into_iter().map(|(id, _)| id).collect();
    schemars::json_schema!({ "type": "string", "enum": all })
}

/// A whole number of minutes, of a day at most; to JSON, `60.0` is one too.
fn whole_minutes(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 1440 })
}

/// What an event really was.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(title = "rung correction")]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Part of its title, a UID, or an evidence id.
    #[schemars(length(min = 1, max = 500))]
    pub what: String,
    /// Its day, where it stands on several.
    #[serde(default)]
    #[schemars(extend("format" = "date"))]
    pub on: Option<String>,
    /// Every occurrence.
    #[serde(default)]
    pub series: bool,
    /// What it is: an activity, or what is not counted.
    #[schemars(schema_with = "kinds")]
    pub set: String,
    /// Why.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub why: Option<String>,
}

/// An entry of a day.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(title = "rung log entry")]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// The day.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// What it was: an activity, or what is not counted.
    #[schemars(schema_with = "kinds_logged")]
    pub set: String,
    /// How long, minutes.
    #[schemars(schema_with = "whole_minutes")]
    pub minutes: f64,
    /// A note.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub note: Option<String>,
    /// True where the day is now logged whole.
    #[serde(default)]
    pub whole: bool,
}

/// A source.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its shape.
    pub kind: String,
    /// What its owner calls it.
    pub name: String,
    /// What it can see.
    pub can_see: String,
    /// What it never sees.
    pub never_sees: String,
    /// Facts it gave.
    pub facts: usize,
    /// First and last day of them.
    pub days: Option<(String, String)>,
}

impl Source {
    /// A source with what it can see.
    pub fn of(own: &SourceView) -> Self {
        Self {
            id: own.source.id.clone(),
            kind: own.source.kind.clone(),
            name: own.source.name.clone(),
            can_see: own.can_see.clone(),
            never_sees: own.never_sees.clone(),
            facts: own.rows,
            days: own.days.map(|(first, last)| (first.to_string(), last.to_string())),
        }
    }
}

/// A job.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung job, version 1")]
pub struct Job {
    /// Version of this document: 1.
    pub version: u32,
    /// Its id.
    pub id: String,
    /// `waiting`, `running`, `done` or `failed`.
    pub state: String,
    /// Steps done.
    pub done: i64,
    /// Steps there are; 0 where that is not known.
    pub total: i64,
    /// How it goes, in words.
    pub words: String,
}

impl Job {
    /// How far a job is.
    pub fn of(own: &JobView) -> Self {
        Self {
            version: VERSION,
            id: own.id.clone(),
            state: own.state.clone(),
            done: own.done,
            total: own.total,
            words: own.words.clone(),
        }
    }
}

/// Something with an id and a name.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Id {
    /// `role`, `position`, `person` or `team`.
    pub sort: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What a search found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung search, version 1")]
pub struct Matches {
    /// Version of this document: 1.
    pub version: u32,
    /// What was found, best first within its sort.
    pub found: Vec<Id>,
}

/// A change of a switch that is to be announced.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(title = "rung switch")]
#[serde(deny_unknown_fields)]
pub struct Switch {
    /// Its name.
    pub name: String,
    /// What it is set to.
    pub value: String,
}

/// What is switched on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung policy, version 1")]
pub struct Policy {
    /// Version of this document: 1.
    pub version: u32,
    /// Every switch.
    pub switches: Vec<SwitchLine>,
}

/// A switch.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SwitchLine {
    /// Its name.
    pub name: String,
    /// What it does.
    pub words: String,
    /// What is in effect.
    pub value: String,
    /// What was announced and is not in effect yet.
    pub coming: Option<String>,
    /// When that takes effect, epoch seconds.
    pub from: Option<i64>,
}

impl Policy {
    /// Every switch.
    pub fn of(all: &[SwitchView]) -> Self {
        let line = |own: &SwitchView| SwitchLine {
            name: own.switch.name.to_owned(),
            words: own.switch.words.to_owned(),
            value: own.value.clone(),
            coming: own.coming.as_ref().map(|(value, _)| value.clone()),
            from: own.coming.as_ref().map(|(_, at)| *at),
        };
        Self { version: VERSION, switches: all.iter().map(line).collect() }
    }
}

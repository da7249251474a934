//! The document of `rung explain --json`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    VERSION,
    amount::{Minutes, round},
};
use crate::explain;

/// A day or an event explained.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung explain, version 1")]
pub struct Explained {
    /// Version of this document: 1.
    pub version: u32,
    /// The day, where a day was asked for.
    pub day: Option<Day>,
    /// Pieces of evidence with what they add up to.
    pub pieces: Vec<Piece>,
}

/// A day, minute by minute.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Day {
    /// The day.
    pub date: String,
    /// IANA zone it is counted in.
    pub zone: String,
    /// Minutes of working time.
    pub capacity: f64,
    /// Minutes seen in it.
    pub observed: f64,
    /// Working minutes without evidence.
    pub unobserved: f64,
    /// Minutes away.
    pub away: f64,
    /// Who has which minute, in order, without overlap.
    pub slots: Vec<Slot>,
}

/// A stretch of the day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Slot {
    /// Wall-clock start.
    pub start: String,
    /// Wall-clock end.
    pub end: String,
    /// Minutes between them.
    pub minutes: u16,
    /// Best guess per minute.
    pub weight: f64,
    /// The evidence.
    pub what: String,
    /// What it counts as.
    pub kind: String,
    /// How sure its minutes are.
    pub certainty: String,
    /// The deciding rule.
    pub rule: Rule,
}

/// A rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rule {
    /// Level.
    pub level: String,
    /// Id.
    pub id: String,
    /// Where it stands.
    pub origin: String,
}

/// One piece of evidence.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Piece {
    /// Evidence id.
    pub id: String,
    /// When, in wall-clock time.
    pub when: String,
    /// Title, or what it is.
    pub what: String,
    /// What it counts as.
    pub kind: String,
    /// Minutes in working time.
    pub in_window: Minutes,
    /// Minutes outside it.
    pub after_hours: Minutes,
    /// The deciding rule.
    pub rule: Rule,
    /// Why it took the time it did, or none.
    pub remarks: Vec<String>,
}

fn rule(named: &explain::RuleNamed) -> Rule {
    Rule { level: named.level.clone(), id: named.id.clone(), origin: named.origin.clone() }
}

impl From<&explain::Piece> for Piece {
    fn from(piece: &explain::Piece) -> Self {
        Self {
            id: piece.id.to_string(),
            when: piece.when.clone(),
            what: piece.what.clone(),
            kind: piece.kind.clone(),
            in_window: piece.in_window.into(),
            after_hours: piece.after_hours.into(),
            rule: rule(&piece.rule),
            remarks: piece.remarks.clone(),
        }
    }
}

impl From<&explain::DayExplained> for Day {
    fn from(day: &explain::DayExplained) -> Self {
        Self {
            date: day.day.to_string(),
            zone: day.zone.clone(),
            capacity: round(day.capacity),
            observed: round(day.observed),
            unobserved: round(day.unobserved),
            away: round(day.away),
            slots: day
                .slots
                .iter()
                .map(|slot| Slot {
                    start: slot.start.clone(),
                    end: slot.end.clone(),
                    minutes: slot.minutes,
                    weight: round(slot.weight),
                    what: slot.what.clone(),
                    kind: slot.kind.clone(),
                    certainty: slot.certainty.clone(),
                    rule: rule(&slot.rule),
                })
                .collect(),
        }
    }
}

impl From<&explain::Explained> for Explained {
    fn from(explained: &explain::Explained) -> Self {
        match explained {
            explain::Explained::Day(day) => Self {
                version: VERSION,
                day: Some(day.as_ref().into()),
                pieces: day.pieces.iter().map(Piece::from).collect(),
            },
            explain::Explained::Event(pieces) => {
                Self { version: VERSION, day: None, pieces: pieces.iter().map(Piece::from).collect() }
            }
        }
    }
}

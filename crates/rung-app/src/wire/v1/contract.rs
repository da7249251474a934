//! `rung team answers` and `rung team contract` as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    VERSION,
    org::{Change, Which, changed},
    team::Map,
};
use crate::org::{Opened, answers::Reveal, contract, team::TeamMap};

/// `rung team answers`: what leads answered blind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung team answers, version 1")]
pub struct Answers {
    /// Version of this document.
    pub version: u32,
    /// Which team.
    pub team: Which,
    /// True once every lead has answered everything: nothing is shown before.
    pub revealed: bool,
    /// Person ids who have answered everything.
    pub answered: Vec<String>,
    /// Person ids who have not, with how many answers are missing.
    pub awaited: Vec<Awaited>,
    /// What they said together; empty before the reveal.
    pub rows: Vec<AnswerRow>,
}

/// Somebody awaited.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Awaited {
    /// Person id.
    pub person: String,
    /// Answers missing.
    pub missing: usize,
}

/// A responsibility with what the leads said.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AnswerRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Person ids who say it is theirs.
    pub own: Vec<String>,
    /// Person ids who say they take part.
    pub contribute: Vec<String>,
    /// What that makes of it.
    pub state: String,
}

impl Answers {
    /// What came of asking.
    pub fn of(own: &TeamMap, reveal: &Reveal) -> Self {
        let (mut answered, mut awaited, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        match reveal {
            Reveal::Waiting { missing, done } => {
                answered.clone_from(done);
                awaited.extend(
                    missing.iter().map(|(person, missing)| Awaited { person: person.clone(), missing: *missing }),
                );
            }
            Reveal::Open { rows: all } => {
                answered.extend(own.case.leads.iter().filter(|l| l.capacity.is_some()).map(|l| l.person.clone()));
                rows.extend(all.iter().map(|row| AnswerRow {
                    id: row.duty.clone(),
                    name: row.name.clone(),
                    own: row.own.clone(),
                    contribute: row.contribute.clone(),
                    state: row.state.id().to_owned(),
                }));
            }
        }
        let team = Which { id: own.team.clone(), name: own.name.clone() };
        Self { version: VERSION, team, revealed: awaited.is_empty(), answered, awaited, rows }
    }
}

/// `rung team contract`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung team contract, version 1")]
pub struct Contract {
    /// Version of this document.
    pub version: u32,
    /// The day it holds from.
    pub effective: String,
    /// The day the one before it held from.
    pub before: Option<String>,
    /// When it is to be looked at again.
    pub look_again: String,
    /// Who carries what.
    pub map: Map,
    /// What changed hands since the one before.
    pub changes: Vec<Change>,
}

impl Contract {
    /// A contract.
    pub fn of(opened: &Opened, own: &contract::Contract) -> Self {
        Self {
            version: VERSION,
            effective: own.effective.to_string(),
            before: own.before.map(|day| day.to_string()),
            look_again: own.look_again.to_string(),
            map: Map::of(opened, &own.map),
            changes: changed(opened, &own.changed),
        }
    }
}

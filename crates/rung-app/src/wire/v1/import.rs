//! `rung org import` as JSON.

use std::path::PathBuf;

use rung_sources::roster::import;
use schemars::JsonSchema;
use serde::Serialize;

use super::{VERSION, report::Problem};

/// `rung org import`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung org import, version 1")]
pub struct Imported {
    /// Version of this document.
    pub version: u32,
    /// The format it was read as.
    pub format: String,
    /// What was understood.
    pub counts: Counts,
    /// References a person must decide: nothing was attached.
    pub unresolved: Vec<Unresolved>,
    /// The same stated twice.
    pub duplicates: Vec<Problem>,
    /// Circles and second managers.
    pub cycles: Vec<Problem>,
    /// What was understood and has no place in a roster, by its sort.
    pub unused: Vec<Unused>,
    /// Everything else.
    pub problems: Vec<Problem>,
    /// Files that were written.
    pub written: Vec<String>,
}

/// How much was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// People.
    pub people: usize,
    /// Teams.
    pub teams: usize,
    /// Of them, teams within others.
    pub nested: usize,
    /// Parts in teams.
    pub memberships: usize,
    /// Of them, by what the team calls them.
    pub parts: Vec<Unused>,
    /// Reporting lines.
    pub reporting_lines: usize,
    /// Holdings.
    pub holdings: usize,
    /// People who were in a team and are no more.
    pub former: usize,
    /// Components with an owner.
    pub owned: usize,
}

/// A sort with how many there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unused {
    /// The sort.
    pub sort: String,
    /// How many.
    pub count: usize,
}

/// A reference that leads nowhere, or to several.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Unresolved {
    /// The source's file.
    pub file: String,
    /// Its line.
    pub line: usize,
    /// What it is of.
    pub item: String,
    /// What it says.
    pub wanted: String,
    /// Ids it may mean, best first.
    pub candidates: Vec<String>,
}

impl Imported {
    /// What came of an import.
    pub fn of(own: &import::Imported, written: &[PathBuf]) -> Self {
        let roster = &own.roster;
        let mut parts = std::collections::BTreeMap::new();
        for part in roster.memberships.iter().filter_map(|m| m.part.clone()) {
            *parts.entry(part).or_insert(0) += 1;
        }
        let sorts = |all: Vec<(String, usize)>| all.into_iter().map(|(sort, count)| Unused { sort, count }).collect();
        let problems = |all: &[rung_model::problem::Problem]| all.iter().map(Problem::from).collect();
        Self {
            version: VERSION,
            format: own.format.id().to_owned(),
            counts: Counts {
                people: roster.people.len(),
                teams: roster.teams.len(),
                nested: roster.teams.iter().filter(|team| team.parent.is_some()).count(),
                memberships: roster.memberships.len(),
                parts: sorts(parts.into_iter().collect()),
                reporting_lines: roster.lines.len(),
                holdings: roster.holdings.len(),
                former: own.former.len(),
                owned: own.owned.len(),
            },
            unresolved: own
                .unresolved
                .iter()
                .map(|one| Unresolved {
                    file: one.file.clone(),
                    line: one.line,
                    item: one.item.clone(),
                    wanted: one.wanted.clone(),
                    candidates: one.candidates.clone(),
                })
                .collect(),
            duplicates: problems(&own.duplicates),
            cycles: problems(&own.cycles),
            unused: sorts(own.unused.clone()),
            problems: problems(&own.problems),
            written: written.iter().map(|path| path.display().to_string()).collect(),
        }
    }
}

//! What was made public of eight weeks of several people: worked out once, and never again.
//!
//! Figures that were worked out anew after somebody joined, left, was moved in the record or corrected an event would tell
//! that person from the difference (PRIVACY P4). So a block's figures are frozen when they are first asked for; a later
//! change of the roster, of a switch, or of anybody's evidence shows in the next block.

use std::collections::{BTreeMap, BTreeSet};

use rung_measure::{
    org::block::Block,
    own::seen::{Sight, sight},
};
use rung_model::{activity::Activity, bucket::Bucket, share::Share};
use serde::{Deserialize, Serialize};

use super::evidence::{Ground, TeamSplit};

/// The figures of a block.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// The block's Monday.
    first: String,
    /// Least people behind a figure.
    pub least: usize,
    /// Activities some source could show, by id.
    sees: BTreeSet<String>,
    /// Teams by id.
    teams: BTreeMap<String, Line>,
}

/// A team of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Line {
    /// Its name then.
    pub(super) name: String,
    /// People of it, and of teams under it, whose figures count.
    pub(super) counted: usize,
    /// Id of the team whose figures are shown for it; `None` where nothing is.
    pub(super) shown: Option<String>,
    /// Its own figures, where they may be shown.
    pub(super) cell: Option<Cell>,
}

/// Figures of several people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Cell {
    /// How many.
    pub(super) people: usize,
    /// Share of their working time that was seen.
    pub(super) coverage: f64,
    /// Low, best guess and high by bucket, in [`Bucket::SPLIT`] order.
    pub(super) shares: [Option<(f64, f64, f64)>; 3],
    /// Activities any of them was seen at, by id.
    pub(super) done: BTreeSet<String>,
}

impl Published {
    pub(super) fn new(block: Block, least: usize, sees: &BTreeSet<Activity>) -> Self {
        let sees = sees.iter().map(|activity| activity.id().to_owned()).collect();
        Self { first: block.first.to_string(), least, sees, teams: BTreeMap::new() }
    }

    /// Nothing of anybody.
    pub(crate) fn nothing(block: Block) -> Self {
        Self { first: block.first.to_string(), ..Self::default() }
    }

    /// Whether figures of any team are shown.
    pub fn shows_anything(&self) -> bool {
        self.teams.values().any(|line| line.cell.is_some())
    }

    pub(super) fn put(&mut self, team: &str, line: Line) {
        self.teams.insert(team.to_owned(), line);
    }

    /// Which weeks.
    pub fn block(&self) -> Block {
        Block { first: self.first.parse().unwrap_or_default() }
    }

    /// The team whose figures are shown for a team; `None` where nothing is.
    pub fn ground(&self, team: &str) -> Option<Ground> {
        let (id, line, cell) = self.shown(team)?;
        Some(Ground { team: id.to_owned(), name: line.name.clone(), people: cell.people, above: id != team })
    }

    fn shown(&self, team: &str) -> Option<(&str, &Line, &Cell)> {
        let id = self.teams.get(team)?.shown.as_deref()?;
        let line = self.teams.get(id)?;
        Some((id, line, line.cell.as_ref()?))
    }

    /// People of a team and of all under it whose figures count.
    pub fn counted(&self, team: &str) -> usize {
        self.teams.get(team).map_or(0, |line| line.counted)
    }

    /// Where the time of a team, or of the one shown in its place, goes.
    pub fn split(&self, team: &str) -> Option<TeamSplit> {
        let (_, _, cell) = self.shown(team)?;
        let share = |at: usize| cell.shares[at].map(|(low, point, high)| Share { low, point, high });
        let mut at = 0..;
        let shares = Bucket::SPLIT.map(|bucket| (bucket, at.next().and_then(share)));
        Some(TeamSplit { ground: self.ground(team)?, coverage: cell.coverage, shares })
    }

    /// Whether the team's evidence, or that of the one shown in its place, shows work with these traces.
    pub fn sight(&self, team: &str, traces: &[Activity]) -> Option<Sight> {
        let (_, _, cell) = self.shown(team)?;
        let of = |ids: &BTreeSet<String>| ids.iter().filter_map(|id| Activity::from_id(id)).collect::<BTreeSet<_>>();
        Some(sight(traces, &of(&cell.done), &of(&self.sees)))
    }
}

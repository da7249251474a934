//! The report of an import: what was understood, in numbers, and as what.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::{
    framework::{Cell, Framework},
    problem::Problem,
};

use super::page::Page;

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were read.
    pub files: usize,
    /// Shapes that were recognised, with their files.
    pub shapes: BTreeMap<&'static str, Vec<String>>,
    /// What is in the result.
    pub counts: Counts,
    /// Places that were not understood.
    pub skipped: usize,
    /// Places that were read with a guess.
    pub guessed: usize,
    /// Hidden characters that were taken out.
    pub hidden: usize,
}

/// How many records of each kind a framework has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Kinds of job.
    pub roles: usize,
    /// Roles at levels.
    pub positions: usize,
    /// Levels of the role that has most; without positions, levels of the longest scale or group of bands.
    pub levels: usize,
    /// Axes, skills and behaviours.
    pub dimensions: usize,
    /// Records of position x dimension.
    pub cells: usize,
    /// Records of dimension x level, whatever the position.
    pub anchors: usize,
    /// Single statements in cells and anchors: criteria and signals; the running text of a cell without them is one.
    pub criteria: usize,
    /// Responsibilities.
    pub duties: usize,
    /// Expected splits.
    pub splits: usize,
    /// Bands of points or scores.
    pub bands: usize,
    /// Balances between two poles.
    pub spectra: usize,
    /// Steps and reporting lines.
    pub edges: usize,
}

impl Counts {
    /// Counts a framework.
    pub fn of(framework: &Framework) -> Self {
        let mut ranks: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        for position in &framework.positions {
            ranks.entry(&position.role).or_default().insert(position.rank);
        }
        let mut bands: BTreeMap<&str, usize> = BTreeMap::new();
        for band in framework.bands.iter().filter(|band| band.group == "level") {
            *bands.entry(&band.group).or_default() += 1;
        }
        let of_scales = framework.scales.iter().map(|scale| scale.levels.len()).max().unwrap_or(0);
        let of_bands = bands.values().copied().max().unwrap_or(0);
        let of_positions = ranks.values().map(BTreeSet::len).max().unwrap_or(0);
        Self {
            roles: framework.roles.len(),
            positions: framework.positions.len(),
            levels: if of_positions > 0 { of_positions } else { of_bands.max(of_scales) },
            dimensions: framework.dimensions.len(),
            cells: framework.cells.len(),
            anchors: framework.anchors.len(),
            criteria: framework.cells.iter().map(statements).sum::<usize>()
                + framework.anchors.iter().map(|anchor| anchor.criteria.len() + anchor.signals.len()).sum::<usize>(),
            duties: framework.duties.len(),
            splits: framework.splits.len(),
            bands: framework.bands.len(),
            spectra: framework.spectra.len(),
            edges: framework.edges.len(),
        }
    }
}

/// The criteria of a cell; running text alone is one.
fn statements(cell: &Cell) -> usize {
    if cell.criteria.is_empty() { usize::from(cell.text.is_some()) } else { cell.criteria.len() }
}

impl Report {
    pub(super) fn of(
        framework: &Framework,
        pages: &[Page],
        shapes: BTreeMap<&'static str, Vec<String>>,
        problems: &[Problem],
        hidden: usize,
    ) -> Self {
        let of = |check: &str| problems.iter().filter(|problem| problem.check == check).count();
        Self {
            files: pages.len(),
            shapes,
            counts: Counts::of(framework),
            skipped: of("skipped"),
            guessed: of("guessed"),
            hidden,
        }
    }
}

//! The documents of `rung framework ... --json`.

use std::collections::BTreeMap;

use rung_model::framework::Framework as InnerFramework;
use rung_sources::framework::import::{Counts as InnerCounts, Report};
use schemars::JsonSchema;
use serde::Serialize;

use super::{VERSION, report::Problem};

/// How many records of each kind a framework has.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Counts {
    /// Kinds of job.
    pub roles: usize,
    /// Roles at levels.
    pub positions: usize,
    /// Levels of the role that has most; without positions, of the longest scale or group of bands.
    pub levels: usize,
    /// Axes, skills and behaviours.
    pub dimensions: usize,
    /// Records of position x dimension.
    pub cells: usize,
    /// Records of dimension x level, whatever the position.
    pub anchors: usize,
    /// Single statements in cells and anchors.
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

/// The document of `framework import`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung framework import, version 1")]
pub struct Imported {
    /// Version of this document: 1.
    pub version: u32,
    /// The framework's id.
    pub id: String,
    /// The framework's name.
    pub name: String,
    /// Files that were read.
    pub files: usize,
    /// Shapes that were recognised, with their files; empty for a framework in Rung's own format.
    pub shapes: BTreeMap<String, Vec<String>>,
    /// What is in the result.
    pub counts: Counts,
    /// Places that were not understood; each is among the problems, check `skipped`.
    pub skipped: usize,
    /// Places read with a guess; each is among the problems, check `guessed`.
    pub guessed: usize,
    /// Hidden characters that were taken out.
    pub hidden_characters: usize,
    /// The file that was written.
    pub written: Option<String>,
    /// Everything to say about the input.
    pub problems: Vec<Problem>,
}

/// The document of `framework validate`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung framework validate, version 1")]
pub struct Validated {
    /// Version of this document: 1.
    pub version: u32,
    /// Problems that are errors.
    pub errors: usize,
    /// Problems that are warnings.
    pub warnings: usize,
    /// Every problem, by file and line.
    pub problems: Vec<Problem>,
}

/// The document of `framework show`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung framework show, version 1")]
pub struct Shown {
    /// Version of this document: 1.
    pub version: u32,
    /// The framework's id.
    pub id: String,
    /// The framework's name.
    pub name: String,
    /// Version of its content.
    pub content_version: String,
    /// Its licence.
    pub license: Option<String>,
    /// What it holds.
    pub counts: Counts,
    /// Positions with role, rank and level by dimension.
    pub positions: Vec<Position>,
}

/// A position.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Position {
    /// Position id.
    pub id: String,
    /// Role id.
    pub role: String,
    /// Level within the role's ladder.
    pub rank: u32,
    /// Titles.
    pub titles: Vec<String>,
    /// Level by dimension id; left out = not assessed.
    pub requires: BTreeMap<String, u32>,
    /// How many cells it has.
    pub cells: usize,
}

impl From<InnerCounts> for Counts {
    fn from(c: InnerCounts) -> Self {
        let InnerCounts {
            roles,
            positions,
            levels,
            dimensions,
            cells,
            anchors,
            criteria,
            duties,
            splits,
            bands,
            spectra,
            edges,
        } = c;
        Self { roles, positions, levels, dimensions, cells, anchors, criteria, duties, splits, bands, spectra, edges }
    }
}

impl Imported {
    /// The document of an import.
    pub fn of(
        framework: &InnerFramework,
        report: Option<&Report>,
        written: Option<String>,
        problems: &[rung_model::problem::Problem],
    ) -> Self {
        let shapes = report.map(|report| &report.shapes).into_iter().flatten();
        Self {
            version: VERSION,
            id: framework.id.clone(),
            name: framework.name.clone(),
            files: report.map_or(1, |report| report.files),
            shapes: shapes.map(|(shape, files)| ((*shape).to_owned(), files.clone())).collect(),
            counts: InnerCounts::of(framework).into(),
            skipped: report.map_or(0, |report| report.skipped),
            guessed: report.map_or(0, |report| report.guessed),
            hidden_characters: report.map_or(0, |report| report.hidden),
            written,
            problems: problems.iter().map(Problem::from).collect(),
        }
    }
}

impl Validated {
    /// The document of these problems.
    pub fn of(problems: &[rung_model::problem::Problem]) -> Self {
        use rung_model::problem::Severity;
        let of = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
        Self {
            version: VERSION,
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            problems: problems.iter().map(Problem::from).collect(),
        }
    }
}

impl Shown {
    /// The document of a framework.
    pub fn of(framework: &InnerFramework) -> Self {
        let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in &framework.cells {
            *cells.entry(&cell.position).or_default() += 1;
        }
        let position = |p: &rung_model::framework::Position| Position {
            id: p.id.clone(),
            role: p.role.clone(),
            rank: p.rank,
            titles: p.titles.clone(),
            requires: p.requires.clone(),
            cells: cells.get(p.id.as_str()).copied().unwrap_or(0),
        };
        Self {
            version: VERSION,
            id: framework.id.clone(),
            name: framework.name.clone(),
            content_version: framework.version.clone(),
            license: framework.license.clone(),
            counts: InnerCounts::of(framework).into(),
            positions: framework.positions.iter().map(position).collect(),
        }
    }
}

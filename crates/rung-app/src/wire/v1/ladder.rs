//! The documents of `rung roles diff | nearest | overlap --of levels`.

use rung_measure::ladder::{
    level_diff::{LevelDiff as InnerDiff, Side as InnerSide},
    levels::LevelDistance as InnerDistance,
    nearest::Near as InnerNear,
    pairs::Pair as InnerPair,
    requirements::{Requirement as InnerRequirement, Said, Statement as InnerStatement},
    word_diff::Segment as InnerSegment,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{VERSION, amount::round, roles::Compared};

/// How far two sets of levels lie apart, over the dimensions both define.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Distance {
    /// Dimensions both define.
    pub dimensions: usize,
    /// Steps up from the first to the second.
    pub up: u64,
    /// Steps down.
    pub down: u64,
    /// Steps up and down together.
    pub l1: u64,
    /// Levels in common, 0-1: sum of the lower over sum of the higher; absent where no dimension is common.
    pub overlap: Option<f64>,
}

/// One of two sides.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Side {
    /// Position id, else role id.
    pub id: String,
    /// Role id.
    pub role: String,
    /// What to call it.
    pub title: String,
}

/// A statement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Statement {
    /// In words.
    pub text: String,
    /// The source's word for how well it is to be done.
    pub proficiency: Option<String>,
    /// `own`, `inherited` or `level`: who says so.
    pub said: String,
}

/// A run of words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Segment {
    /// `kept`, `removed` or `added`.
    pub fate: String,
    /// The words.
    pub text: String,
}

/// A level that differs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// Dimension id.
    pub dimension: String,
    /// Level of the first.
    pub from: u32,
    /// Level of the second.
    pub to: u32,
    /// Name of the first level.
    pub from_name: Option<String>,
    /// Name of the second level.
    pub to_name: Option<String>,
}

/// Words that differ on a dimension.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Words {
    /// Dimension id.
    pub dimension: String,
    /// In the first alone.
    pub only_a: Vec<Statement>,
    /// In the second alone.
    pub only_b: Vec<Statement>,
    /// In both, in other words, word by word.
    pub changed: Vec<Vec<Segment>>,
    /// In both word for word.
    pub repeated: usize,
}

/// What one side asks on a dimension that the other does not have.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Asked {
    /// Dimension id.
    pub dimension: String,
    /// Level.
    pub level: Option<u32>,
    /// Statements.
    pub statements: Vec<Statement>,
}

/// The document of `roles diff`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung roles diff, version 1")]
pub struct LevelDiff {
    /// Version of this document: 1.
    pub version: u32,
    /// The first.
    pub a: Side,
    /// The second.
    pub b: Side,
    /// How far their levels lie apart.
    pub distance: Distance,
    /// Levels that differ.
    pub levels: Vec<Step>,
    /// Words that differ.
    pub words: Vec<Words>,
    /// Dimensions only the first asks anything of.
    pub only_a: Vec<Asked>,
    /// Dimensions only the second asks anything of.
    pub only_b: Vec<Asked>,
    /// Names of dimensions on which nothing differs.
    pub equal: Vec<String>,
    /// Statements both have word for word.
    pub repeated: usize,
    /// Time, duties, hands-on and skills, where they are two roles.
    pub roles: Option<Compared>,
}

/// A position near another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Near {
    /// Position id.
    pub position: String,
    /// From the asked position to this one.
    pub distance: Distance,
    /// How alike their words are, 0-1; absent where either has none.
    pub text: Option<f64>,
}

/// The document of `roles nearest`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung roles nearest, version 1")]
pub struct Nearest {
    /// Version of this document: 1.
    pub version: u32,
    /// The position asked about.
    pub position: String,
    /// The nearest first.
    pub nearest: Vec<Near>,
}

/// Two positions and how far their levels lie apart.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Pair {
    /// Position id.
    pub a: String,
    /// Position id.
    pub b: String,
    /// From the first to the second.
    pub distance: Distance,
}

/// The document of `roles overlap --of levels`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung roles overlap of levels, version 1")]
pub struct LevelOverlaps {
    /// Version of this document: 1.
    pub version: u32,
    /// Every pair of positions once.
    pub pairs: Vec<Pair>,
}

impl From<InnerDistance> for Distance {
    fn from(d: InnerDistance) -> Self {
        Self { dimensions: d.both, up: d.up, down: d.down, l1: d.l1(), overlap: d.ruzicka().map(round) }
    }
}

impl From<&InnerSide> for Side {
    fn from(side: &InnerSide) -> Self {
        Self { id: side.id.clone(), role: side.role.clone(), title: side.title.clone() }
    }
}

impl From<&InnerStatement> for Statement {
    fn from(statement: &InnerStatement) -> Self {
        let said = match statement.said {
            Said::Own => "own",
            Said::Inherited { .. } => "inherited",
            Said::Anchor { .. } => "level",
        };
        Self { text: statement.text.clone(), proficiency: statement.proficiency.clone(), said: said.to_owned() }
    }
}

impl From<&InnerSegment> for Segment {
    fn from(segment: &InnerSegment) -> Self {
        Self { fate: segment.fate.id().to_owned(), text: segment.text.clone() }
    }
}

impl From<&InnerRequirement> for Asked {
    fn from(requirement: &InnerRequirement) -> Self {
        Self {
            dimension: requirement.dimension.clone(),
            level: requirement.level,
            statements: requirement.statements.iter().map(Statement::from).collect(),
        }
    }
}

impl LevelDiff {
    /// The document of a diff.
    pub fn of(diff: &InnerDiff) -> Self {
        let step = |step: &rung_measure::ladder::level_diff::LevelStep| Step {
            dimension: step.dimension.clone(),
            from: step.from,
            to: step.to,
            from_name: step.from_name.clone(),
            to_name: step.to_name.clone(),
        };
        let words = |change: &rung_measure::ladder::level_diff::WordChange| Words {
            dimension: change.dimension.clone(),
            only_a: change.statements.only_a.iter().map(Statement::from).collect(),
            only_b: change.statements.only_b.iter().map(Statement::from).collect(),
            changed: change
                .statements
                .changed
                .iter()
                .map(|changed| changed.segments.iter().map(Segment::from).collect())
                .collect(),
            repeated: change.statements.repeated,
        };
        Self {
            version: VERSION,
            a: (&diff.a).into(),
            b: (&diff.b).into(),
            distance: diff.distance.into(),
            levels: diff.levels.iter().map(step).collect(),
            words: diff.words.iter().map(words).collect(),
            only_a: diff.only_a.iter().map(Asked::from).collect(),
            only_b: diff.only_b.iter().map(Asked::from).collect(),
            equal: diff.equal.clone(),
            repeated: diff.repeated,
            roles: diff.roles.as_ref().map(Compared::from),
        }
    }
}

impl Nearest {
    /// The document of the positions nearest to one.
    pub fn of(position: &str, found: &[InnerNear]) -> Self {
        let near = |near: &InnerNear| Near {
            position: near.position.clone(),
            distance: near.levels.into(),
            text: near.text.map(round),
        };
        Self { version: VERSION, position: position.to_owned(), nearest: found.iter().map(near).collect() }
    }
}

impl LevelOverlaps {
    /// The document of all pairs.
    pub fn of(pairs: &[InnerPair]) -> Self {
        let pair = |pair: &InnerPair| Pair { a: pair.a.clone(), b: pair.b.clone(), distance: pair.distance.into() };
        Self { version: VERSION, pairs: pairs.iter().map(pair).collect() }
    }
}

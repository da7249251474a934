//! Dimensions that positions are described by, the scales they are measured on, and what each level asks.

use super::Provenance;

/// Named levels in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    /// Stable id.
    pub id: String,
    /// Display name, where it has one of its own.
    pub name: Option<String>,
    /// Whether a level includes those below it.
    pub cumulative: bool,
    /// What level 0 is called, where the scale has one.
    pub zero: Option<String>,
    /// Its levels from the lowest up; `n` rises by one.
    pub levels: Vec<ScaleLevel>,
    /// Where it was published.
    pub from: Provenance,
}

/// One level of a scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScaleLevel {
    /// Stable id, where its source gives one.
    pub id: Option<String>,
    /// Its number, from 1.
    pub n: u32,
    /// Its name.
    pub name: String,
    /// What it means.
    pub text: Option<String>,
    /// Points it is worth, where the framework counts points.
    pub points: Option<f64>,
}

impl Scale {
    /// The level of a name, compared without case; 0 for the name of level 0.
    pub fn level_named(&self, name: &str) -> Option<u32> {
        let wanted = name.trim().to_lowercase();
        if self.zero.as_ref().is_some_and(|zero| zero.to_lowercase() == wanted) {
            return Some(0);
        }
        self.levels.iter().find(|level| level.name.to_lowercase() == wanted).map(|level| level.n)
    }

    /// The name of a level.
    pub fn name_of(&self, n: u32) -> Option<&str> {
        match n {
            0 => self.zero.as_deref(),
            _ => self.levels.iter().find(|level| level.n == n).map(|level| level.name.as_str()),
        }
    }
}

/// What kind of thing a dimension describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum DimensionKind {
    /// An axis of a ladder chart.
    Axis,
    /// A skill or competency.
    #[default]
    Skill,
    /// A behaviour or value.
    Behaviour,
    /// How far the work reaches.
    Reach,
}

impl DimensionKind {
    /// Every kind with its machine name.
    pub const ALL: [(&'static str, Self); 4] =
        [("axis", Self::Axis), ("skill", Self::Skill), ("behaviour", Self::Behaviour), ("reach", Self::Reach)];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Axis => "axis",
            Self::Skill => "skill",
            Self::Behaviour => "behaviour",
            Self::Reach => "reach",
        }
    }
}

/// An axis, skill or behaviour that positions are levelled on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dimension {
    /// Stable id, the key of [`super::Position::requires`].
    pub id: String,
    /// Display name.
    pub name: String,
    /// Id of the scale it is measured on; absent where it is described in words alone.
    pub scale: Option<String>,
    /// The group it is listed under: a theme, an area, a category.
    pub group: Option<String>,
    /// What kind of thing it is.
    pub kind: DimensionKind,
    /// What it means.
    pub text: Option<String>,
    /// Whether it is still used.
    pub status: Status,
    /// Where it was published.
    pub from: Provenance,
}

/// Whether a record is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// In use.
    #[default]
    Current,
    /// Not yet in force.
    Draft,
    /// No longer in use; kept for those it was applied to.
    Retired,
}

impl Status {
    /// Every status with its machine name.
    pub const ALL: [(&'static str, Self); 3] =
        [("current", Self::Current), ("draft", Self::Draft), ("retired", Self::Retired)];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Draft => "draft",
            Self::Retired => "retired",
        }
    }
}

/// One thing that is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Criterion {
    /// Stable id, where its source gives one.
    pub id: Option<String>,
    /// What is looked for.
    pub text: String,
    /// Examples of it.
    pub examples: Vec<String>,
    /// Addresses with more about it.
    pub urls: Vec<String>,
}

impl Criterion {
    /// A criterion of words alone.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What a level of a dimension asks, of whichever position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Anchor {
    /// Dimension id.
    pub dimension: String,
    /// Level on the dimension's scale.
    pub level: u32,
    /// In one sentence.
    pub summary: Option<String>,
    /// What is looked for, one by one.
    pub criteria: Vec<Criterion>,
    /// Signs that it is reached.
    pub signals: Vec<String>,
    /// Examples of work at this level.
    pub examples: Vec<String>,
    /// Where it was published.
    pub from: Provenance,
}

/// What one position asks on one dimension. A place of the matrix may hold several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Stable id.
    pub id: String,
    /// Position id.
    pub position: String,
    /// Dimension id.
    pub dimension: String,
    /// The word its source has for how well it is to be done: "Working knowledge".
    pub proficiency: Option<String>,
    /// What is asked, as running text.
    pub text: Option<String>,
    /// What is looked for, one by one.
    pub criteria: Vec<Criterion>,
    /// Examples of it.
    pub examples: Vec<String>,
    /// Addresses with more about it.
    pub urls: Vec<String>,
    /// Where it was published.
    pub from: Provenance,
}

impl Cell {
    /// Everything it asks, one statement each: its text, then its criteria.
    pub fn statements(&self) -> impl Iterator<Item = &str> {
        self.text.as_deref().into_iter().chain(self.criteria.iter().map(|criterion| criterion.text.as_str()))
    }
}

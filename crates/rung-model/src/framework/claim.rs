//! Claims about a role's week: expected splits and hands-on ranges, each with who says so.

use std::collections::BTreeMap;

use super::Provenance;
use crate::{
    bucket::Bucket,
    split::{Split, SplitError},
};

/// Concentration used where a split states none: a middling one among Rung's own (8 to 20).
pub const USUAL_CONCENTRATION: f64 = 16.0;

/// Where facts come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Short key used by claims: "B".
    pub key: String,
    /// Title of the work.
    pub title: String,
    /// Author or publisher.
    pub by: String,
    /// Licence, where it has one.
    pub license: Option<String>,
}

/// Whether a number was published or made by Rung.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Published; the source is named.
    Sourced,
    /// Rung's own synthesis; editable.
    #[default]
    Synthesis,
}

impl Basis {
    /// Every basis with its machine name.
    pub const ALL: [(&'static str, Self); 2] = [("sourced", Self::Sourced), ("synthesis", Self::Synthesis)];

    /// "sourced" or "our synthesis", as shown beside every expected number.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::Synthesis => "our synthesis",
        }
    }

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::Synthesis => "synthesis",
        }
    }
}

/// A range with both ends, in the unit of its field.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// At least.
    pub min: f64,
    /// At most.
    pub max: f64,
}

/// What a claim says of one bucket, as shares 0-1. At least one of the three is given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// The share expected.
    pub mean: Option<f64>,
    /// The least.
    pub min: Option<f64>,
    /// The most.
    pub max: Option<f64>,
}

impl Part {
    /// One share, exactly.
    pub const fn exact(mean: f64) -> Self {
        Self { mean: Some(mean), min: None, max: None }
    }

    /// The share to count with: the mean, else the middle of the range, else its one known end.
    pub fn point(&self) -> f64 {
        let middle = self.min.zip(self.max).map(|(min, max)| f64::midpoint(min, max));
        self.mean.or(middle).or(self.min).or(self.max).unwrap_or(0.0)
    }

    /// The least share it allows.
    pub fn least(&self) -> f64 {
        self.min.or(self.mean).unwrap_or(0.0)
    }

    /// The most share it allows.
    pub fn most(&self) -> f64 {
        self.max.or(self.mean).unwrap_or(1.0)
    }

    /// Whether it is one number and no range.
    pub const fn is_exact(&self) -> bool {
        self.mean.is_some() && self.min.is_none() && self.max.is_none()
    }
}

/// An expected split of a role's week.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitClaim {
    /// Role id.
    pub role: String,
    /// The position it holds for; absent where it holds for the whole role.
    pub position: Option<String>,
    /// What is claimed, bucket by bucket, as it was stated.
    pub parts: BTreeMap<Bucket, Part>,
    /// The split to count with: the points of the parts over strategy, people and building, scaled to one.
    pub split: Split,
    /// Concentration of the role's population: Dirichlet(k x split). Always Rung's own synthesis.
    pub k: f64,
    /// Whether the split was published.
    pub basis: Basis,
    /// Key of the source, where sourced.
    pub source: Option<String>,
    /// What to keep in mind.
    pub note: Option<String>,
    /// Where it was published.
    pub from: Provenance,
}

impl SplitClaim {
    /// A claim by our own synthesis, with the usual concentration; set the other fields as they are known.
    ///
    /// # Errors
    /// [`SplitError`] where the parts hold a number that is no share, or add up to nothing.
    pub fn of(role: impl Into<String>, parts: BTreeMap<Bucket, Part>) -> Result<Self, SplitError> {
        let point = |bucket| parts.get(&bucket).map_or(0.0, Part::point);
        let split = Split::of(point(Bucket::Strategy), point(Bucket::People), point(Bucket::Building))?;
        Ok(Self {
            role: role.into(),
            position: None,
            parts,
            split,
            k: USUAL_CONCENTRATION,
            basis: Basis::Synthesis,
            source: None,
            note: None,
            from: Provenance::default(),
        })
    }

    /// A claim of three exact shares; see [`SplitClaim::of`].
    ///
    /// # Errors
    /// As [`SplitClaim::of`].
    pub fn exact(role: impl Into<String>, shares: [f64; 3]) -> Result<Self, SplitError> {
        Self::of(role, Bucket::SPLIT.into_iter().zip(shares.map(Part::exact)).collect())
    }
}

/// A claimed range of hands-on coding, shares 0-1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandsOn {
    /// Role id.
    pub role: String,
    /// The position it holds for; absent where it holds for the whole role.
    pub position: Option<String>,
    /// Least share of the week.
    pub min: f64,
    /// Most share of the week.
    pub max: f64,
    /// Whether it was published.
    pub basis: Basis,
    /// Key of the source, where sourced.
    pub source: Option<String>,
    /// What to keep in mind: "in the first months".
    pub note: Option<String>,
    /// Where it was published.
    pub from: Provenance,
}

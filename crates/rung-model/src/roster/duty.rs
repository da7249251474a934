//! Who carries what: a team's responsibilities, what its leads have to give, and who has declared what.

use std::collections::BTreeMap;

use super::{Period, period::facts};
use crate::bucket::Bucket;

/// How well a responsibility suits somebody. What it costs to give it to them grows from one to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is what the role is for.
    Fits,
    /// Their role carries it together with another.
    Shared,
    /// They could, with help.
    Stretch,
    /// It cannot be theirs.
    Never,
}

impl Fit {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fits, Self::Shared, Self::Stretch, Self::Never];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Shared => "shared",
            Self::Stretch => "stretch",
            Self::Never => "never",
        }
    }

    /// The fit with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fit| fit.id() == id)
    }
}

/// What somebody would like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wish {
    /// To have it.
    Wants,
    /// Not to have it.
    RatherNot,
}

impl Wish {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Wants, Self::RatherNot];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Wants => "wants",
            Self::RatherNot => "rather_not",
        }
    }

    /// The wish with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.id() == id)
    }
}

/// A responsibility a team has, from its framework or its own.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamDuty {
    /// Team id.
    pub team: String,
    /// The framework's responsibility, or an id of the team's own.
    pub duty: String,
    /// Its name, where the framework has none or another fits better.
    pub name: Option<String>,
    /// The bucket it counts in, where the framework does not say.
    pub bucket: Option<Bucket>,
    /// Declared hours a week it takes.
    pub hours: f64,
    /// True where several may carry it together, each able to stand in; absent = as the framework says.
    pub shared: Option<bool>,
    /// How well it suits people or roles, by id; a person's own entry counts before that of their role.
    pub fits: BTreeMap<String, Fit>,
    /// What people would like, by id.
    pub wishes: BTreeMap<String, Wish>,
    /// Who it must stay with, or go to.
    pub pinned: Option<String>,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

/// Hours a week somebody has for a team's responsibilities, as they declare them. Who states some is a lead of the team.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// Person id.
    pub person: String,
    /// Team id.
    pub team: String,
    /// Hours a week.
    pub hours: f64,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

/// What somebody declares of a responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// It is theirs: they answer for it.
    Own,
    /// They take part in it.
    Contribute,
}

impl Mode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Own, Self::Contribute];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Contribute => "contribute",
        }
    }

    /// The mode with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.id() == id)
    }
}

/// A declared part in a responsibility.
#[derive(Clone, Debug, PartialEq)]
pub struct Ownership {
    /// Person id.
    pub person: String,
    /// Team id.
    pub team: String,
    /// The responsibility.
    pub duty: String,
    /// Own or contribute.
    pub mode: Mode,
    /// How much is delegated, 1 (tell) to 7 (fully theirs), where agreed.
    pub delegation: Option<u8>,
    /// True for a responsibility lent for a time to try it.
    pub trial: bool,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

facts!(TeamDuty, Capacity, Ownership);

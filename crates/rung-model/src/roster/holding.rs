//! Positions: who holds one, and those to be filled.

use super::{Period, period::facts};

/// On what ground a position is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// By title.
    #[default]
    Title,
    /// Declared in the team, without the title.
    Declared,
    /// Standing in for somebody.
    Acting,
    /// On trial.
    Trial,
}

impl Basis {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Title, Self::Declared, Self::Acting, Self::Trial];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Declared => "declared",
            Self::Acting => "acting",
            Self::Trial => "trial",
        }
    }

    /// The basis with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.id() == id)
    }
}

/// A person in a position in a team for a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Person id.
    pub person: String,
    /// Role or position id of the framework.
    pub position: String,
    /// Team id.
    pub team: Option<String>,
    /// Share of the person's time, 0-1.
    pub share: f64,
    /// On what ground.
    pub basis: Basis,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

/// How far a position to be filled has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opening {
    /// Wanted, not yet approved or begun.
    Planned,
    /// Being hired for.
    #[default]
    Open,
    /// Somebody has it.
    Filled,
}

impl Opening {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Open, Self::Filled];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Filled => "filled",
        }
    }

    /// The opening with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|opening| opening.id() == id)
    }
}

/// A position that the organisation has decided on, filled or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// Stable id.
    pub id: String,
    /// Role or position id of the framework.
    pub position: String,
    /// Team id.
    pub team: String,
    /// How far it has come.
    pub opening: Opening,
    /// Who has it, where it is filled.
    pub person: Option<String>,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

facts!(Holding, Vacancy);

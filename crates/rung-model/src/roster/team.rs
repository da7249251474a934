//! Teams and who is in them.

use super::{Period, period::facts};

/// A team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// Stable id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// The team above.
    pub parent: Option<String>,
    /// What sort of team, in the organisation's own word: "team", "area", "working group".
    pub kind: Option<String>,
    /// What other systems call it: `@harbour/payments`, `group:default/payments`.
    pub handles: Vec<String>,
    /// When it exists.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

/// A person's part in a team.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// Person id.
    pub person: String,
    /// Team id.
    pub team: String,
    /// Share of the person's time, 0-1.
    pub share: f64,
    /// What the team calls this part, where it is no role of the framework: "chair", "maintainer".
    pub part: Option<String>,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

facts!(Team, Membership);

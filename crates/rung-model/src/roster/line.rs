//! Reporting lines.

use super::{Period, period::facts};

/// A reporting line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportsTo {
    /// Person id of the report.
    pub person: String,
    /// Person id of the manager.
    pub manager: String,
    /// False for a dotted line.
    pub solid: bool,
    /// True for a manager who stands in until another comes.
    pub interim: bool,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

facts!(ReportsTo);

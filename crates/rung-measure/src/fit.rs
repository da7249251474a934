//! How a reading fits roles, and what may be said about it.

mod compare;
mod gate;
mod region;
mod singled_out;
mod verdict;

use rung_model::{framework::Family, share::Share};

pub use compare::{fit, region_of};
pub use gate::{GateFacts, LEAST_HOURS, LEAST_MARGIN, LEAST_SOURCES, LEAST_WEEKS, shortfalls};
pub use region::Region;
pub use singled_out::{LEAST_OWN, MOST_FOREIGN};

/// One role beside the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct CandidateFit {
    /// Role id.
    pub role: String,
    /// Role name.
    pub name: String,
    /// Its family.
    pub family: Family,
    /// True for the role the person holds.
    pub held: bool,
    /// True where it takes part in the verdict.
    pub candidate: bool,
    /// Share of the week that would be the same, over the whole headline region.
    pub overlap: Share,
    /// 1 - overlap: total variation.
    pub distance: Share,
    /// Posterior probability among the candidates and "none of these", 0-1; 0 where not a candidate.
    pub posterior: f64,
}

/// Something the verdict gate asks for and does not get.
#[derive(Clone, Debug, PartialEq)]
pub enum Shortfall {
    /// Fewer weeks with evidence than needed.
    Weeks {
        /// Weeks there are.
        have: u32,
        /// Weeks needed.
        need: u32,
    },
    /// Fewer observed hours than needed.
    Hours {
        /// Hours there are.
        have: f64,
        /// Hours needed.
        need: f64,
    },
    /// Less coverage than needed.
    Coverage {
        /// Coverage there is, 0-1.
        have: f64,
        /// Coverage needed.
        need: f64,
    },
    /// Fewer independent sources than needed.
    Sources {
        /// Kinds of source there are.
        have: u32,
        /// Kinds needed.
        need: u32,
    },
    /// No calendar among the sources.
    NoCalendar,
}

/// What may be said. The wording is "time looks like ...", never "is".
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The same family is nearest over the whole region, by the margin.
    LooksLike {
        /// The nearest family.
        family: Family,
        /// The role, where the activities single it out.
        role: Option<String>,
        /// True where it is the family of the role held.
        as_held: bool,
        /// Least lead over the next family anywhere in the region, 0-1.
        margin: f64,
    },
    /// The gate is open, but two or more families stay possible: their ids' families, nearest first.
    Between(Vec<Family>),
    /// The gate is shut: everything that is short.
    NotEnough(Vec<Shortfall>),
}

/// The whole comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleFit {
    /// Every role with a split: candidates first, nearest first. Empty where the window has no headline
    /// shares (under 40 % coverage): nothing may be compared then.
    pub roles: Vec<CandidateFit>,
    /// Posterior probability of "none of these", 0-1.
    pub none_of_these: f64,
    /// What may be said.
    pub verdict: Verdict,
}

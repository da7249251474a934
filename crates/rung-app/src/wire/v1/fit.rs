//! How a reading fits roles.

use rung_measure::fit::{CandidateFit, RoleFit, Shortfall as InnerShortfall, Verdict as InnerVerdict};
use schemars::JsonSchema;
use serde::Serialize;

use super::amount::{Share, round};

/// One role beside the reading.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Role {
    /// Role id.
    pub role: String,
    /// Role name.
    pub name: String,
    /// `technical`, `people`, `coordination` or `direction`.
    pub family: String,
    /// True for the role held.
    pub held: bool,
    /// True where it takes part in the verdict.
    pub candidate: bool,
    /// Share of the week that would be the same.
    pub overlap: Share,
    /// 1 - overlap.
    pub distance: Share,
    /// Posterior probability among the candidates and "none of these".
    pub posterior: f64,
}

/// Something the verdict gate asks for and does not get.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Shortfall {
    /// `weeks`, `hours`, `coverage`, `sources` or `calendar`.
    pub what: String,
    /// What there is.
    pub have: f64,
    /// What is needed.
    pub need: f64,
}

/// What may be said.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Verdict {
    /// `looks_like`, `between` or `not_enough`.
    pub kind: String,
    /// The nearest family, or those that stay possible.
    pub families: Vec<String>,
    /// The role, where the activities single it out.
    pub role: Option<String>,
    /// True where it is the family of the role held.
    pub as_held: Option<bool>,
    /// Least lead over the next family anywhere in the region, 0-1.
    pub margin: Option<f64>,
    /// What is short.
    pub short: Vec<Shortfall>,
    /// The verdict in one sentence.
    pub sentence: String,
}

impl From<&CandidateFit> for Role {
    fn from(fit: &CandidateFit) -> Self {
        Self {
            role: fit.role.clone(),
            name: fit.name.clone(),
            family: fit.family.id().to_owned(),
            held: fit.held,
            candidate: fit.candidate,
            overlap: fit.overlap.into(),
            distance: fit.distance.into(),
            posterior: round(fit.posterior),
        }
    }
}

impl From<&InnerShortfall> for Shortfall {
    fn from(short: &InnerShortfall) -> Self {
        let (what, have, need) = match short {
            InnerShortfall::Weeks { have, need } => ("weeks", f64::from(*have), f64::from(*need)),
            InnerShortfall::Hours { have, need } => ("hours", *have, *need),
            InnerShortfall::Coverage { have, need } => ("coverage", *have, *need),
            InnerShortfall::Sources { have, need } => ("sources", f64::from(*have), f64::from(*need)),
            InnerShortfall::NoCalendar => ("calendar", 0.0, 1.0),
        };
        Self { what: what.to_owned(), have: round(have), need: round(need) }
    }
}

impl Verdict {
    /// The verdict of `fit`, with its sentence.
    pub fn of(fit: &RoleFit, sentence: &str) -> Self {
        let mut verdict = Self {
            kind: String::new(),
            families: Vec::new(),
            role: None,
            as_held: None,
            margin: None,
            short: Vec::new(),
            sentence: sentence.to_owned(),
        };
        match &fit.verdict {
            InnerVerdict::LooksLike { family, role, as_held, margin } => {
                verdict.kind = "looks_like".to_owned();
                verdict.families = vec![family.id().to_owned()];
                verdict.role.clone_from(role);
                verdict.as_held = Some(*as_held);
                verdict.margin = Some(round(*margin));
            }
            InnerVerdict::Between(families) => {
                verdict.kind = "between".to_owned();
                verdict.families = families.iter().map(|f| f.id().to_owned()).collect();
            }
            InnerVerdict::NotEnough(short) => {
                verdict.kind = "not_enough".to_owned();
                verdict.short = short.iter().map(Shortfall::from).collect();
            }
        }
        verdict
    }
}

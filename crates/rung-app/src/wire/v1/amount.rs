//! Amounts with their ranges.

use rung_model::{minutes::Minutes as Inner, share::Share as InnerShare};
use schemars::JsonSchema;
use serde::Serialize;

/// Minutes with a range.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Minutes {
    /// The least the evidence allows.
    pub low: f64,
    /// The best guess.
    pub point: f64,
    /// The most the evidence allows.
    pub high: f64,
}

/// A share, 0 to 1, with a range.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Share {
    /// Lower end.
    pub low: f64,
    /// Best guess.
    pub point: f64,
    /// Upper end.
    pub high: f64,
}

/// Rounds to six decimals, so that a document is the same bytes wherever it is made.
pub(crate) fn round(value: f64) -> f64 {
    let rounded = (value * 1e6).round() / 1e6;
    if rounded == 0.0 { 0.0 } else { rounded }
}

impl From<Inner> for Minutes {
    fn from(m: Inner) -> Self {
        Self { low: round(m.low), point: round(m.point), high: round(m.high) }
    }
}

impl From<InnerShare> for Share {
    fn from(s: InnerShare) -> Self {
        Self { low: round(s.low), point: round(s.point), high: round(s.high) }
    }
}

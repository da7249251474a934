//! `rung findings history` as JSON.

use rung_model::answer_to::{AnswerTo, Reply};
use schemars::JsonSchema;
use serde::Serialize;

/// One answer to a finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung findings history, version 1: one answer")]
pub struct Answer {
    /// Key of the finding.
    pub finding: String,
    /// When it was given (RFC 3339).
    pub made: String,
    /// `snoozed until DATE` or `disputed`.
    pub reply: String,
    /// Why, in the person's words.
    pub why: Option<String>,
    /// When it was taken back (RFC 3339).
    pub undone: Option<String>,
}

impl From<&AnswerTo> for Answer {
    fn from(answer: &AnswerTo) -> Self {
        Self {
            finding: answer.finding.clone(),
            made: answer.made.to_string(),
            reply: match answer.reply {
                Reply::Snoozed { until } => format!("snoozed until {until}"),
                Reply::Disputed => "disputed".to_owned(),
            },
            why: answer.why.clone(),
            undone: answer.undone.map(|at| at.to_string()),
        }
    }
}

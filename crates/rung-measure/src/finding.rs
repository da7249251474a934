//! A finding: a claim about a pattern in work, with severity, confidence, audience and reasons.

use rung_model::evidence::EvidenceId;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth acting on.
    Acting,
    /// Worth watching.
    Watching,
    /// Worth knowing.
    Knowing,
}

impl Severity {
    /// The words shown: "Worth acting on".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Acting => "Worth acting on",
            Self::Watching => "Worth watching",
            Self::Knowing => "Worth knowing",
        }
    }
}

/// How much evidence stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Firm evidence.
    Firm,
    /// Fair evidence.
    Fair,
    /// Thin evidence.
    Thin,
}

impl Confidence {
    /// The words shown: "Firm evidence".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Firm => "Firm evidence",
            Self::Fair => "Fair evidence",
            Self::Thin => "Thin evidence",
        }
    }
}

/// Who a finding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// The person it is about, alone.
    Oneself,
    /// The team, at k >= 5.
    Team,
}

/// One reason behind a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// In words, with numbers.
    pub text: String,
    /// The evidence it rests on; at most 50 ids, oldest first.
    pub evidence: Vec<EvidenceId>,
}

impl Finding {
    /// What an answer to it is kept under: `drift:people:2026-W30`, `hybrid-load`.
    pub fn key(&self) -> String {
        self.subject.as_ref().map_or_else(|| self.check.to_owned(), |subject| format!("{}:{subject}", self.check))
    }
}

/// A finding. A pattern in work; never a score, a diagnosis or a colour on a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable id of the check: `role-reading`, `hands-on-range`, `drift`, `hybrid-load`,
    /// `displacement`, `after-hours`, `no-focus-block`, `too-many-reports`.
    pub check: &'static str,
    /// What tells it from another finding of the same check, where there can be several over time.
    pub subject: Option<String>,
    /// How much it matters.
    pub severity: Severity,
    /// How much evidence stands behind it.
    pub confidence: Confidence,
    /// Who may see it.
    pub audience: Audience,
    /// The finding in a sentence a colleague would use, without full stop.
    pub headline: String,
    /// One or two sentences of explanation.
    pub text: String,
    /// What it rests on.
    pub reasons: Vec<Reason>,
    /// Why Rung says this: the rule, its thresholds and its source.
    pub because: String,
}

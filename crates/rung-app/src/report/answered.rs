//! Findings and what the person answered to them: snoozed ones wait, disputed ones are shown as such.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_measure::finding::Finding;
use rung_model::answer_to::{AnswerTo, Reply, in_force};

use crate::answer::Snoozed;

/// Findings sorted by their answers.
#[derive(Clone, Debug, Default)]
pub(super) struct Answered {
    pub(super) shown: Vec<Finding>,
    pub(super) disputed: BTreeMap<String, AnswerTo>,
    pub(super) snoozed: Vec<Snoozed>,
}

/// Sorts findings by the answers in force on `today`.
pub(super) fn of(found: Vec<Finding>, answers: &[AnswerTo], today: Date) -> Answered {
    let mut sorted = Answered::default();
    for finding in found {
        let key = finding.key();
        match in_force(answers, &key, today) {
            Some(AnswerTo { reply: Reply::Snoozed { until }, why, .. }) => {
                sorted.snoozed.push(Snoozed { finding, until: *until, why: why.clone() });
            }
            Some(answer) => {
                sorted.disputed.insert(key, answer.clone());
                sorted.shown.push(finding);
            }
            None => sorted.shown.push(finding),
        }
    }
    sorted
}

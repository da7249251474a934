//! What the checks look at.

use std::collections::BTreeMap;

use rung_model::{
    evidence::EvidenceId,
    framework::{Framework, Role},
    week::Week,
};

use crate::{finding::Reason, fit::RoleFit, period::PeriodReading, shift::Shift};

/// Most evidence ids one reason carries.
const MOST_IDS: usize = 50;

/// Everything a check may look at. All of it is about one person.
#[derive(Clone, Copy, Debug)]
pub struct FindingInput<'a> {
    /// The framework read against.
    pub framework: &'a Framework,
    /// Id of the role held, where one is known.
    pub held: Option<&'a str>,
    /// The whole window.
    pub window: &'a PeriodReading,
    /// Its weeks, oldest first.
    pub weeks: &'a [(Week, PeriodReading)],
    /// The lasting change, where there is one.
    pub shift: Option<&'a Shift>,
    /// The readings before and since the shift, where there is one.
    pub around_shift: Option<(&'a PeriodReading, &'a PeriodReading)>,
    /// How the window (since the shift, where there is one) fits roles.
    pub fit: &'a RoleFit,
    /// How many people report to the person now, where a roster says.
    pub reports_now: Option<u32>,
    /// Ids of the evidence of each week.
    pub evidence: &'a BTreeMap<Week, Vec<EvidenceId>>,
}

impl<'a> FindingInput<'a> {
    /// The role held, where the framework knows it.
    pub(super) fn held_role(&self) -> Option<&'a Role> {
        self.framework.role(self.held?)
    }

    /// The reading of the present: since the shift, else of the whole window.
    pub(super) fn present(&self) -> &'a PeriodReading {
        self.around_shift.map_or(self.window, |(_, since)| since)
    }

    /// Weeks of the present with anything seen in them.
    pub(super) fn present_weeks(&self) -> Vec<&'a (Week, PeriodReading)> {
        let first = self.present().totals.first;
        let seen =
            |(_, reading): &&(Week, PeriodReading)| reading.totals.last >= first && reading.totals.observed() > 0.0;
        self.weeks.iter().filter(seen).collect()
    }

    /// Weeks in which the person worked: not away all week, and something seen.
    pub(super) fn worked_weeks(&self) -> Vec<&'a (Week, PeriodReading)> {
        self.weeks.iter().filter(|(_, r)| r.totals.capacity > 0.0 && r.totals.observed() > 0.0).collect()
    }

    /// A reason with the first ids of the evidence of `weeks`, oldest week first.
    pub(super) fn reason(&self, text: String, weeks: &[&(Week, PeriodReading)]) -> Reason {
        let ids = weeks.iter().filter_map(|(week, _)| self.evidence.get(week)).flatten();
        Reason { text, evidence: ids.copied().take(MOST_IDS).collect() }
    }
}

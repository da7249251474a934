//! Amounts: time logged by hand without a time of day, put into the free time of its day.
//!
//! Explicit time beats inference: work of a kind that was logged is not inferred beside it, and
//! amounts go first where nothing was inferred, then before it, then after hours.

use rung_model::{
    activity::Activity,
    evidence::Object,
    kind::{Kind, NotCounted},
};

use super::{
    gather::{Group, Row},
    note::Remark,
    sheet::{Claim, Sheet},
    timeline::{Basis, Certainty},
};
use crate::minute_set::MinuteSet;

impl<'a> Sheet<'a> {
    /// Places every amount of the day, in the order of the file.
    pub(super) fn place_amounts(&mut self) {
        let mut amounts: Vec<&'a Row<'a>> = self.group(Group::Amount).collect();
        if amounts.is_empty() {
            return;
        }
        amounts.sort_by_key(|row| (line(row), row.id()));
        let inferred = self.scout();
        for row in amounts {
            if row.kind() == Kind::NotCounted(NotCounted::Ooo) {
                let minutes = row.length();
                self.note(row, Remark::Away(minutes));
                self.lower_capacity(f64::from(minutes));
            } else {
                self.place(row, &inferred);
            }
        }
    }

    fn place(&mut self, row: &Row<'_>, inferred: &MinuteSet) {
        let free =
            |within: MinuteSet| within.minus(&self.sure).minus(&self.soft).minus(&self.blocked).minus(&self.placed);
        let (start, end) = self.day.hours;
        let hours = if self.working.is_empty() { MinuteSet::range(start, end) } else { self.working };
        let mut left = u32::from(row.length());
        let mut minutes = MinuteSet::EMPTY;
        let places = [
            free(hours).minus(inferred),
            free(hours),
            free(MinuteSet::range(end, self.day.length)),
            free(MinuteSet::range(0, self.day.length)),
        ];
        for (step, place) in places.iter().enumerate() {
            let open = place.minus(&minutes);
            // Before the window: as late as possible, next to the working day.
            let taken = if step == places.len() - 1 { open.latest(left) } else { open.earliest(left) };
            left -= taken.count();
            minutes.add(&taken);
        }
        self.placed.add(&minutes);
        self.note(row, Remark::Placed(minutes.count() as u16));
        if left > 0 {
            self.note(row, Remark::NoRoom(left as u16));
        }
        self.book(row, &Claim::exact(row.kind(), minutes, Basis::Logged, Certainty::Stated));
    }

    /// Activities that were logged as amounts on this day, one bit each by [`Activity::index`].
    pub(super) fn logged_activities(&self) -> u32 {
        const { assert!(Activity::ALL.len() <= 32, "one bit an activity") };
        self.group(Group::Amount).fold(0, |bits, row| match row.kind() {
            Kind::Activity(activity) => bits | 1 << activity.index(),
            Kind::Weights(_) | Kind::Unclassified | Kind::NotCounted(_) => bits,
        })
    }
}

/// The line of its file that a row stands on.
fn line(row: &Row<'_>) -> usize {
    match &row.item.evidence.object {
        Object::Logged(logged) => logged.line,
        Object::Entry(entry) => entry.line,
        Object::Commit(_) | Object::Occurrence(_) | Object::Item(_) => 0,
    }
}

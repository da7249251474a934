//! Asides: calendar entries that are known and not counted, and planned blocks that yield.
//!
//! A private appointment, a journey or an absence keeps inference out of its minutes, unless work
//! evidence inside shows otherwise. A focus block or a reminder takes nothing: meetings and work
//! inside it come first, what is left is shown and stays unobserved.

use rung_model::kind::{Kind, NotCounted};

use super::{
    gather::{Group, Row},
    instants,
    note::Remark,
    sheet::{Claim, Sheet},
    timeline::{Basis, Certainty},
};
use crate::{minute_set::MinuteSet, presence::Presence};

impl Sheet<'_> {
    /// Keeps inference out of private appointments, journeys and absences without work inside.
    pub(super) fn block_asides(&mut self) {
        let mut work = MinuteSet::EMPTY;
        for row in self.group(Group::Instant).filter(|row| instants::shows_presence(row)) {
            if row.start > 0 && !self.sure.ends_inside(row.start) {
                work.add(&MinuteSet::range(row.start - 1, row.start));
            }
        }
        for row in self.group(Group::Meeting) {
            let all = MinuteSet::range(row.start, row.end);
            if aside(row).is_some_and(is_firm) && all.shared(&work) == 0 {
                self.blocked.add(&all.minus(&self.sure).minus(&self.soft));
            }
        }
    }

    /// Books what is left of each aside; firm ones first.
    pub(super) fn book_asides(&mut self) {
        let mut taken = self.sure.or(&self.soft).or(&self.placed).or(&self.claimed);
        for firm in [true, false] {
            for row in self.group(Group::Meeting) {
                let Some(kind) = aside(row).filter(|kind| is_firm(*kind) == firm) else { continue };
                let all = MinuteSet::range(row.start, row.end);
                let left = all.minus(&taken);
                let gone = all.count() - left.count();
                if gone > 0 {
                    self.note(row, Remark::Yielded(gone as u16));
                }
                self.note(row, Remark::Aside(kind, left.count() as u16));
                let counted = Kind::NotCounted(kind);
                self.book(row, &Claim::exact(counted, left, Basis::Meeting, Certainty::Presumed));
                taken.add(&left);
            }
        }
    }
}

/// What an occurrence is set aside as; `None` for work, and where the person does not take part.
fn aside(row: &Row<'_>) -> Option<NotCounted> {
    if row.twin.is_some() || row.length() == 0 {
        return None;
    }
    match (row.presence, row.kind()) {
        (Presence::Away, _) => Some(NotCounted::Ooo),
        (Presence::Sure | Presence::Focus, Kind::NotCounted(kind)) => Some(kind),
        (Presence::Focus, _) => Some(NotCounted::Focus),
        _ => None,
    }
}

/// True for what keeps inference out.
const fn is_firm(kind: NotCounted) -> bool {
    matches!(kind, NotCounted::Ooo | NotCounted::Personal | NotCounted::Travel)
}

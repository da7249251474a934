//! Meetings and logged time: each minute once, surer first, then shorter, then earlier (MEASURE section 4).

use rung_model::{evidence::Object, kind::Kind};

use super::{
    gather::{Group, Row},
    note::Remark,
    sheet::{Claim, Sheet, is_own_commit},
    timeline::{Basis, Certainty},
};
use crate::{minute_set::MinuteSet, presence::Presence};

impl Sheet<'_> {
    /// Lays out logged time, then meetings, in the order the rows already have.
    pub(super) fn take_meetings(&mut self) {
        for row in self.group(Group::Logged).filter(|row| !is_untold(row)) {
            self.take_logged(row);
        }
        let commits = self.commit_minutes();
        for row in self.group(Group::Meeting) {
            if let Some(what) = self.takes_none(row, &commits) {
                self.note(row, what);
            } else if contends(row) {
                self.take_meeting(row);
            } else if let (true, Kind::NotCounted(kind)) = (row.presence > Presence::Sure, row.kind())
                && row.presence.takes_time()
            {
                self.note(row, Remark::Aside(kind, 0));
            }
        }
        for row in self.group(Group::Tracked).filter(|row| !is_untold(row)) {
            self.take_logged(row);
        }
    }

    /// Entries that say how long and not what: meetings and work evidence inside come first, as in a planned block;
    /// what is left is seen, of unknown kind.
    pub(super) fn take_untold(&mut self) {
        let taken = self.soft.or(&self.placed).or(&self.claimed);
        self.sure.add(&taken);
        for group in [Group::Logged, Group::Tracked] {
            for row in self.group(group).filter(|row| is_untold(row)) {
                self.take_logged(row);
            }
        }
    }

    /// The person said so: that beats every meeting and every inference. What a program recorded
    /// comes after meetings, and takes what is left.
    fn take_logged(&mut self, row: &Row<'_>) {
        if self.timeline.logged_whole && !matches!(row.item.evidence.object, Object::Logged(_)) {
            return self.note(row, Remark::LoggedWhole);
        }
        if matches!(row.kind(), Kind::NotCounted(_)) && matches!(row.item.evidence.object, Object::Entry(_)) {
            return self.note(row, Remark::Excluded);
        }
        if row.length() == 0 {
            return self.note(row, Remark::NoLength);
        }
        let all = MinuteSet::range(row.start, row.end);
        let minutes = all.minus(&self.sure);
        self.note_lost(row, &all.and(&self.sure));
        let certainty =
            if matches!(row.item.evidence.object, Object::Logged(_)) { Certainty::Stated } else { Certainty::Recorded };
        self.book(row, &Claim::exact(row.kind(), minutes, Basis::Logged, certainty));
        self.sure.add(&minutes);
        self.logged.add(&minutes);
        self.holders.push((minutes, row.id()));
    }

    /// The minutes before which the person's own commits lie.
    fn commit_minutes(&self) -> MinuteSet {
        let mut minutes = MinuteSet::EMPTY;
        for row in self.group(Group::Instant).filter(|row| row.start > 0) {
            if let Object::Commit(commit) = &row.item.evidence.object
                && is_own_commit(row, commit)
            {
                minutes.add(&MinuteSet::range(row.start - 1, row.start));
            }
        }
        minutes
    }

    /// Why an occurrence takes no time at all.
    fn takes_none(&self, row: &Row<'_>, commits: &MinuteSet) -> Option<Remark> {
        if let Some(twin) = row.twin {
            return Some(Remark::SameMeeting(twin));
        }
        match row.presence {
            Presence::Declined => Some(Remark::Declined),
            Presence::Cancelled => Some(Remark::Cancelled),
            Presence::Free => Some(Remark::Free),
            Presence::AllDay => Some(Remark::AllDay),
            Presence::Sure | Presence::Tentative | Presence::Unanswered | Presence::Focus | Presence::Away
                if row.length() == 0 =>
            {
                Some(Remark::NoLength)
            }
            Presence::Tentative | Presence::Unanswered if commits.shared(&MinuteSet::range(row.start, row.end)) > 0 => {
                Some(Remark::CommittedInside)
            }
            _ => None,
        }
    }

    fn take_meeting(&mut self, row: &Row<'_>) {
        let all = MinuteSet::range(row.start, row.end);
        let sure = row.presence == Presence::Sure;
        let away = all.and(&self.away);
        let body = all.minus(&away);
        let taken = self.sure.or(&self.soft);
        let slot = body.minus(&taken);
        self.doubled.add(&body.and(&self.meetings));
        self.meetings.add(&body);
        if self.timeline.logged_whole {
            return self.note(row, Remark::LoggedWhole);
        }
        if row.occurrence().is_some_and(|occurrence| occurrence.private) {
            self.note(row, Remark::Private);
        }
        self.note_lost(row, &body.and(&taken));
        let kind = row.kind();
        if sure {
            // Accepted, but away: it may have been held all the same.
            let ghost = away.minus(&self.logged);
            if !away.is_empty() {
                self.note(row, Remark::DuringAway(ghost.count() as u16));
            }
            let claim =
                Claim { high: slot.or(&ghost), ..Claim::exact(kind, slot, Basis::Meeting, Certainty::Presumed) };
            self.book(row, &claim);
            self.sure.add(&slot);
        } else {
            self.note(row, if body.is_empty() { Remark::DuringAway(0) } else { Remark::Unsure });
            let claim = Claim {
                low: MinuteSet::EMPTY,
                high: body.minus(&self.sure),
                weight: 0.5,
                ..Claim::exact(kind, slot, Basis::Meeting, Certainty::Unsure)
            };
            self.book(row, &claim);
            self.soft.add(&slot);
        }
        self.holders.push((slot, row.id()));
    }

    /// Says to whom minutes went that were already taken.
    fn note_lost(&mut self, row: &Row<'_>, lost: &MinuteSet) {
        if lost.is_empty() {
            return;
        }
        if let Some((_, to)) = self.holders.iter().find(|(held, _)| held.shared(lost) > 0) {
            let what = Remark::DoubleBooked { minutes: lost.count() as u16, to: *to };
            self.note(row, what);
        }
    }
}

/// True for an entry of a time log or a worklog of which nobody can tell what was done.
fn is_untold(row: &Row<'_>) -> bool {
    matches!(row.item.evidence.object, Object::Entry(_)) && row.kind() == Kind::Unclassified
}

/// True for an occurrence that competes for time as work.
pub(super) fn contends(row: &Row<'_>) -> bool {
    row.presence.takes_time() && !matches!(row.kind(), Kind::NotCounted(_))
}

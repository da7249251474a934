//! Time away: out of office and holidays lower the capacity and move the window (MEASURE sections 4 and 7).

use rung_model::kind::{Kind, NotCounted};

use super::{
    gather::{Group, Row},
    note::Remark,
    sheet::Sheet,
};
use crate::{minute_set::MinuteSet, presence::Presence};

impl Sheet<'_> {
    /// Sets the window, time away and the capacity; writes what all-day entries mean.
    pub(super) fn take_absences(&mut self) {
        let (start, end) = self.day.hours;
        let hours = MinuteSet::range(start, end);
        let counted = |row: &&Row<'_>| row.twin.is_none() && row.presence == Presence::Away;
        let logged_away = |row: &&Row<'_>| row.kind() == Kind::NotCounted(NotCounted::Ooo);
        let wholly = self.group(Group::AllDay).any(|row| counted(&row));
        self.away = if wholly { MinuteSet::range(0, self.day.length) } else { MinuteSet::EMPTY };
        for row in self.group(Group::Meeting).filter(counted).chain(self.group(Group::Logged).filter(logged_away)) {
            self.away.add(&MinuteSet::range(row.start, row.end));
        }
        let works = self.day.working && !wholly;
        self.working = if works { hours.minus(&self.away) } else { MinuteSet::EMPTY };
        self.timeline.window = works.then_some((start, end));
        self.timeline.working = self.working.runs().collect();
        let full = self.full_capacity();
        self.lower_capacity(f64::from(hours.shared(&self.away)));
        for row in self.group(Group::AllDay) {
            let what = match (row.twin, row.presence) {
                (Some(twin), _) => Remark::SameMeeting(twin),
                (None, Presence::Away) => Remark::Away(full as u16),
                (None, Presence::Declined) => Remark::Declined,
                (None, Presence::Cancelled) => Remark::Cancelled,
                (None, _) => Remark::AllDay,
            };
            self.note(row, what);
        }
        for row in self.group(Group::Meeting).filter(counted) {
            let minutes = MinuteSet::range(row.start, row.end).shared(&hours);
            self.note(row, Remark::Away(if self.day.working { minutes as u16 } else { 0 }));
        }
    }

    /// Takes `minutes` more of the day away.
    pub(super) fn lower_capacity(&mut self, minutes: f64) {
        let full = self.full_capacity();
        self.timeline.away = (self.timeline.away + minutes).min(full);
        self.timeline.capacity = full - self.timeline.away;
        self.timeline.away_share = if full > 0.0 { self.timeline.away / full } else { 0.0 };
    }

    /// What could be worked on this day with nothing away: the window less lunch; 0 on a day off.
    fn full_capacity(&self) -> f64 {
        let (start, end) = self.day.hours;
        let lunch = self.settings.schedule.lunch;
        if self.day.working { f64::from(end.saturating_sub(start).saturating_sub(lunch)) } else { 0.0 }
    }
}

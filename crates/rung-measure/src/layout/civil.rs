//! Civil days: where each local day begins, how long it is, and its working window.

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::Settings;
use crate::minute_set::LIMIT;

/// One local day.
#[derive(Clone, Copy, Debug)]
pub(super) struct CivilDay {
    /// The day.
    pub(super) date: Date,
    /// Its first second, Unix time.
    pub(super) begins: i64,
    /// Minutes until the next day begins.
    pub(super) length: u16,
    /// The schedule's hours in elapsed minutes, on any day of the week.
    pub(super) hours: (u16, u16),
    /// True on a working weekday.
    pub(super) working: bool,
}

/// A run of local days, in order.
pub(super) struct Days {
    pub(super) list: Vec<CivilDay>,
    /// The second after the last day.
    ends: i64,
}

impl Days {
    /// The days `first..=last` of the settings; none where `last` is before `first`.
    pub(super) fn of(settings: &Settings<'_>) -> Self {
        let mut list = Vec::new();
        let mut date = settings.first;
        let mut begins = midnight(date, settings.zone);
        while date <= settings.last {
            let Ok(next) = date.checked_add(1.day()) else { break };
            let after = midnight(next, settings.zone);
            let length = ((after - begins).max(0) / 60).min(i64::from(LIMIT)) as u16;
            list.push(CivilDay {
                date,
                begins,
                length,
                hours: hours(settings, date, begins, length),
                working: settings.schedule.works_on(date),
            });
            (date, begins) = (next, after);
        }
        Self { list, ends: begins }
    }

    /// The day that holds this second; `None` outside the run.
    pub(super) fn holding(&self, second: i64) -> Option<usize> {
        let first = self.list.first()?.begins;
        if second < first || second >= self.ends {
            return None;
        }
        // Nearly every day has 86,400 seconds: the guess is right or one off.
        let mut index = (((second - first) / 86_400) as usize).min(self.list.len() - 1);
        while index > 0 && self.list[index].begins > second {
            index -= 1;
        }
        while index + 1 < self.list.len() && self.list[index + 1].begins <= second {
            index += 1;
        }
        Some(index)
    }

    /// The days that `start..end` touches, as indices.
    pub(super) fn touched(&self, start: i64, end: i64) -> std::ops::Range<usize> {
        let Some(first) = self.list.first() else { return 0..0 };
        if end <= start || end <= first.begins || start >= self.ends {
            return 0..0;
        }
        let from = self.holding(start).unwrap_or(0);
        let to = self.holding(end - 1).unwrap_or(self.list.len() - 1);
        from..to + 1
    }

    /// The days `first..after` of the run, as indices.
    pub(super) fn dates(&self, first: Date, after: Date) -> std::ops::Range<usize> {
        let from = self.list.partition_point(|day| day.date < first);
        let to = self.list.partition_point(|day| day.date < after);
        from..to.max(from)
    }
}

impl CivilDay {
    /// The minute of this day that holds `second`, cut to the day.
    pub(super) fn minute(&self, second: i64) -> u16 {
        ((second - self.begins).div_euclid(60)).clamp(0, i64::from(self.length)) as u16
    }

    /// Its first moment.
    pub(super) fn timestamp(&self) -> Timestamp {
        Timestamp::from_second(self.begins).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// The first second of a local day, also where midnight itself is skipped.
fn midnight(date: Date, zone: &TimeZone) -> i64 {
    zone.to_timestamp(date.at(0, 0, 0, 0)).map_or(0, Timestamp::as_second)
}

/// The schedule's hours on this day in elapsed minutes: the clock, but for days on which it changes.
fn hours(settings: &Settings<'_>, date: Date, begins: i64, length: u16) -> (u16, u16) {
    let (start, end) = (settings.schedule.start, settings.schedule.end);
    if length == 1440 {
        return (start.min(length), end.min(length));
    }
    let elapsed = |clock: u16| {
        if clock >= 1440 {
            return length;
        }
        let moment = settings.zone.to_timestamp(date.at((clock / 60) as i8, (clock % 60) as i8, 0, 0));
        moment.map_or(clock.min(length), |at| {
            ((at.as_second() - begins).div_euclid(60)).clamp(0, i64::from(length)) as u16
        })
    };
    (elapsed(start), elapsed(end))
}

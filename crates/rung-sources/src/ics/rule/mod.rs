//! Recurrence rules (RFC 5545 section 3.3.10), iterated in civil time without a zone.
//!
//! | file | what |
//! |---|---|
//! | [`Rule`] here | a rule as a file writes it |
//! | `settled` | the rule with everything RFC 5545 takes from `DTSTART` written out |
//! | `days` | the days a rule picks: the `rrule` crate asked for plain days, the parts it has no reliable answer for checked here |
//! | `slots` | the times of day a rule picks |
//! | `instances` | periods, `BYSETPOS`, `COUNT`, `UNTIL`, the window |

mod days;
mod instances;
mod settled;
mod slots;
mod weeks;

pub use instances::{Allowance, Instances, Span, instances};

use calcard::{
    common::CalendarScale,
    icalendar::{ICalendarFrequency, ICalendarRecurrenceRule, ICalendarSkip, ICalendarWeekday},
};
use jiff::civil::{DateTime, Weekday};

/// How often a rule repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named as in RFC 5545")]
pub enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
    Minutely,
    Secondly,
}

/// What to do with a date that does not exist, such as 31 April (RFC 7529).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Skip {
    /// Leave it out.
    #[default]
    Omit,
    /// Take the day before.
    Backward,
    /// Take the day after.
    Forward,
}

/// The last moment a rule may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// A whole day, to its end.
    Date(jiff::civil::Date),
    /// A civil time in the zone of the event.
    Local(DateTime),
    /// Epoch seconds; to be converted to the zone of the event first.
    Utc(i64),
}

/// A rule as a file writes it, values outside their range left out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the parts are named as in RFC 5545")]
pub struct Rule {
    pub frequency: Frequency,
    pub interval: u16,
    pub count: Option<u32>,
    pub until: Option<Until>,
    pub week_start: Weekday,
    pub months: Vec<u8>,
    pub weeks: Vec<i8>,
    pub year_days: Vec<i16>,
    pub month_days: Vec<i8>,
    /// Weekdays, each with its ordinal in the month or year, 0 for every one.
    pub weekdays: Vec<(i16, Weekday)>,
    pub hours: Vec<u8>,
    pub minutes: Vec<u8>,
    pub seconds: Vec<u8>,
    pub positions: Vec<i32>,
    pub skip: Skip,
}

impl Rule {
    /// The rule the parser read; `Err` says in words why it cannot be followed.
    ///
    /// # Errors
    ///
    /// A calendar scale other than the Gregorian, or a part whose values are all out of range.
    pub fn new(read: &ICalendarRecurrenceRule) -> Result<Self, String> {
        if !matches!(read.rscale, None | Some(CalendarScale::Gregorian)) {
            return Err("it counts in a calendar other than the Gregorian".to_owned());
        }
        let until = read.until.as_ref().map(super::moment::until).transpose()?;
        Ok(Self {
            frequency: frequency(read.freq),
            interval: read.interval.unwrap_or(1).max(1),
            // COUNT=-1 beside UNTIL means "no count" where it is written; the parser drops the sign.
            count: read.count.filter(|&count| count > 1 || until.is_none()),
            until,
            week_start: read.wkst.map_or(Weekday::Monday, weekday),
            months: within("BYMONTH", read.bymonth.iter().filter(|m| !m.is_leap()).map(|m| m.month()), 1..=12)?,
            weeks: within("BYWEEKNO", read.byweekno.iter().copied().filter(|&n| n != 0), -53..=53)?,
            year_days: within("BYYEARDAY", read.byyearday.iter().copied().filter(|&n| n != 0), -366..=366)?,
            month_days: within("BYMONTHDAY", read.bymonthday.iter().copied().filter(|&n| n != 0), -31..=31)?,
            weekdays: weekdays(read),
            hours: within("BYHOUR", read.byhour.iter().copied(), 0..=23)?,
            minutes: within("BYMINUTE", read.byminute.iter().copied(), 0..=59)?,
            // 60 is a leap second, which no civil day here has.
            seconds: within("BYSECOND", read.bysecond.iter().map(|&s| if s == 60 { 59 } else { s }), 0..=59)?,
            positions: within("BYSETPOS", read.bysetpos.iter().copied().filter(|&n| n != 0), -100_000..=100_000)?,
            skip: match read.skip {
                Some(ICalendarSkip::Backward) => Skip::Backward,
                Some(ICalendarSkip::Forward) => Skip::Forward,
                Some(ICalendarSkip::Omit) | None => Skip::Omit,
            },
        })
    }

    /// The days are all there is: times of day follow from the start.
    pub(crate) fn is_daily_or_longer(&self) -> bool {
        self.frequency <= Frequency::Daily
    }
}

/// The values in range, sorted, each once. None of several in range makes the part meaningless.
fn within<T: Ord + Copy>(
    part: &str,
    values: impl IntoIterator<Item = T>,
    range: std::ops::RangeInclusive<T>,
) -> Result<Vec<T>, String> {
    let mut named = false;
    let mut kept: Vec<T> = values.into_iter().inspect(|_| named = true).filter(|value| range.contains(value)).collect();
    if kept.is_empty() && named {
        return Err(format!("no value of {part} is in its range"));
    }
    kept.sort_unstable();
    kept.dedup();
    Ok(kept)
}

fn weekdays(read: &ICalendarRecurrenceRule) -> Vec<(i16, Weekday)> {
    let mut days: Vec<(i16, Weekday)> =
        read.byday.iter().map(|day| (day.ordwk.unwrap_or(0), weekday(day.weekday))).collect();
    days.sort_unstable_by_key(|&(ordinal, day)| (ordinal, day.to_monday_zero_offset()));
    days.dedup();
    days
}

fn frequency(read: ICalendarFrequency) -> Frequency {
    match read {
        ICalendarFrequency::Yearly => Frequency::Yearly,
        ICalendarFrequency::Monthly => Frequency::Monthly,
        ICalendarFrequency::Weekly => Frequency::Weekly,
        ICalendarFrequency::Daily => Frequency::Daily,
        ICalendarFrequency::Hourly => Frequency::Hourly,
        ICalendarFrequency::Minutely => Frequency::Minutely,
        ICalendarFrequency::Secondly => Frequency::Secondly,
    }
}

fn weekday(read: ICalendarWeekday) -> Weekday {
    match read {
        ICalendarWeekday::Sunday => Weekday::Sunday,
        ICalendarWeekday::Monday => Weekday::Monday,
        ICalendarWeekday::Tuesday => Weekday::Tuesday,
        ICalendarWeekday::Wednesday => Weekday::Wednesday,
        ICalendarWeekday::Thursday => Weekday::Thursday,
        ICalendarWeekday::Friday => Weekday::Friday,
        ICalendarWeekday::Saturday => Weekday::Saturday,
    }
}

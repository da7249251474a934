//! Dates and times as a file writes them.

use calcard::{
    common::PartialDateTime,
    icalendar::{ICalendarDuration, ICalendarEntry, ICalendarParameterName, ICalendarParameterValue, ICalendarValue},
};
use jiff::civil::{Date, DateTime, Time};

use super::{clock::seconds_of, rule::Until};

/// How the zone of a time is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// With a trailing `Z`.
    Utc,
    /// With a `TZID`.
    Named(String),
    /// With neither.
    Floating,
}

/// A date, or a civil time and how its zone is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The civil time as written; midnight for a date.
    pub(crate) at: DateTime,
    /// True for a date without a time.
    pub(crate) date_only: bool,
    /// How its zone is written.
    pub(crate) zone: Written,
}

/// A duration: days are civil, the rest is exact (RFC 5545 section 3.3.6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Length {
    /// Civil days, weeks included.
    pub(crate) days: i64,
    /// Seconds.
    pub(crate) seconds: i64,
}

/// A value of `RDATE` or `EXDATE`: a moment and, for a period, how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// When.
    pub(crate) moment: Moment,
    /// For how long, where the value is a period.
    pub(crate) length: Option<Length>,
}

/// The moment a property holds; `None` where it cannot be read.
pub(crate) fn moment(entry: &ICalendarEntry) -> Option<Moment> {
    read(entry.values.first()?, zone_of(entry))
}

/// Every moment a property lists, and how many could not be read.
pub(crate) fn listed(entry: &ICalendarEntry) -> (Vec<Listed>, usize) {
    let zone = zone_of(entry);
    let found: Vec<Listed> = entry.values.iter().filter_map(|value| listed_value(value, zone)).collect();
    let unread = entry.values.len() - found.len();
    (found, unread)
}

/// The moment `UNTIL` names.
pub(crate) fn until(read: &PartialDateTime) -> Result<Until, String> {
    let moment = civil(read).ok_or("its UNTIL is not a date")?;
    Ok(match moment {
        (at, true) => Until::Date(at.date()),
        (at, false) => match offset(read) {
            Some(offset) => Until::Utc(seconds_of(at) - offset),
            None => Until::Local(at),
        },
    })
}

/// A duration as written; a negative one counts as none.
pub(crate) fn length(read: &ICalendarDuration) -> Length {
    if read.neg {
        return Length::default();
    }
    Length {
        days: i64::from(read.weeks) * 7 + i64::from(read.days),
        seconds: i64::from(read.hours) * 3600 + i64::from(read.minutes) * 60 + i64::from(read.seconds),
    }
}

fn listed_value(value: &ICalendarValue, zone: Option<&str>) -> Option<Listed> {
    use calcard::icalendar::ICalendarPeriod::{Duration, Range};
    match value {
        ICalendarValue::Period(Duration { start, duration }) => {
            Some(Listed { moment: of_parts(start, zone)?, length: Some(length(duration)) })
        }
        ICalendarValue::Period(Range { start, end }) => {
            let (start, end) = (of_parts(start, zone)?, of_parts(end, zone)?);
            let seconds = (seconds_of(end.at) - seconds_of(start.at)).max(0);
            Some(Listed { moment: start, length: Some(Length { days: 0, seconds }) })
        }
        _ => Some(Listed { moment: read(value, zone)?, length: None }),
    }
}

fn read(value: &ICalendarValue, zone: Option<&str>) -> Option<Moment> {
    match value {
        ICalendarValue::PartialDateTime(parts) => of_parts(parts, zone),
        // Some writers put dashes and colons in, as ISO 8601 does.
        ICalendarValue::Text(text) => {
            let plain: String = text.trim().chars().filter(|c| !matches!(c, '-' | ':' | ' ')).collect();
            let mut parts = PartialDateTime::default();
            let read = parts.parse_timestamp(&mut plain.as_bytes().iter().peekable(), false);
            read.then(|| of_parts(&parts, zone)).flatten()
        }
        _ => None,
    }
}

fn of_parts(parts: &PartialDateTime, zone: Option<&str>) -> Option<Moment> {
    let (at, date_only) = civil(parts)?;
    let written = match (offset(parts), zone) {
        _ if date_only => Written::Floating,
        (Some(offset), _) => {
            let utc = super::clock::civil_at(seconds_of(at) - offset);
            return Some(Moment { at: utc, date_only, zone: Written::Utc });
        }
        (None, Some(zone)) => Written::Named(zone.to_owned()),
        (None, None) => Written::Floating,
    };
    Some(Moment { at, date_only, zone: written })
}

/// The civil time of the parts, and whether it is a date alone. Years outside
/// 1 to 9000 are typing errors; 24:00 is the midnight after; a leap second is the second before.
fn civil(parts: &PartialDateTime) -> Option<(DateTime, bool)> {
    let year = i16::try_from(parts.year?).ok().filter(|year| (1..=9000).contains(year))?;
    let date = Date::new(year, i8::try_from(parts.month?).ok()?, i8::try_from(parts.day?).ok()?).ok()?;
    let Some(hour) = parts.hour else { return Some((date.at(0, 0, 0, 0), true)) };
    let (minute, second) = (parts.minute.unwrap_or(0), parts.second.unwrap_or(0).min(59));
    if hour == 24 && minute == 0 {
        return Some((date.tomorrow().ok()?.at(0, 0, 0, 0), false));
    }
    let narrow = |part: u8| i8::try_from(part).ok();
    let time = Time::new(narrow(hour)?, narrow(minute)?, narrow(second)?, 0).ok()?;
    Some((date.to_datetime(time), false))
}

/// Seconds east of UTC, where an offset is written.
fn offset(parts: &PartialDateTime) -> Option<i64> {
    let seconds = i64::from(parts.tz_hour?) * 3600 + i64::from(parts.tz_minute.unwrap_or(0)) * 60;
    Some(if parts.tz_minus { -seconds } else { seconds })
}

fn zone_of(entry: &ICalendarEntry) -> Option<&str> {
    entry.params.iter().find_map(|param| match (&param.name, &param.value) {
        (ICalendarParameterName::Tzid, ICalendarParameterValue::Text(zone)) => Some(zone.trim()),
        _ => None,
    })
}

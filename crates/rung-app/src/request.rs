//! What was asked for: sources, whom, which role, which window.

use std::path::PathBuf;

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rung_model::{framework::Framework, manifest::SourceKind, week::Week};
use rung_sources::cache::Cache;

use crate::{error::AppError, me::Me};

/// The start of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// So many ISO weeks, the one that holds the last day included.
    Weeks(u32),
    /// From this day on.
    Day(Date),
}

/// Weeks read when nothing is asked: long enough to see a drift past its baseline.
pub const DEFAULT_WEEKS: u32 = 26;

impl Since {
    /// Reads `12w`, `90d` or `2026-05-18`; days are rounded up to whole weeks.
    ///
    /// # Errors
    /// [`AppError::BadValue`] for anything else, and for a window of nothing or over ten years.
    pub fn parse(text: &str) -> Result<Self, AppError> {
        let bad = |why: &str| AppError::BadValue { option: "--since", value: text.to_owned(), why: why.to_owned() };
        let weeks = if let Some(weeks) = text.strip_suffix('w') {
            weeks.parse::<u32>().ok()
        } else if let Some(days) = text.strip_suffix('d') {
            days.parse::<u32>().ok().map(|days| days.div_ceil(7))
        } else {
            let day = text.parse().map_err(|_| bad("give weeks (12w), days (90d) or a day (2026-05-18)"))?;
            return Ok(Self::Day(day));
        };
        match weeks {
            Some(weeks @ 1..=530) => Ok(Self::Weeks(weeks)),
            Some(_) => Err(bad("a window has 1 to 530 weeks")),
            None => Err(bad("give weeks (12w), days (90d) or a day (2026-05-18)")),
        }
    }
}

/// Files and directories to read.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Git repositories.
    pub git: Vec<PathBuf>,
    /// iCalendar files.
    pub calendars: Vec<PathBuf>,
    /// Days files.
    pub days: Vec<PathBuf>,
    /// Forges, trackers and time logs: each with its kind.
    pub sources: Vec<(SourceKind, PathBuf)>,
    /// Roster: a file or a directory.
    pub roster: Option<PathBuf>,
    /// Rules files, each with the level its rules have where they state none.
    pub rules: Vec<PathBuf>,
    /// The person's corrections; a file that is not there holds none.
    pub corrections: Option<PathBuf>,
    /// The person's answers to findings; a file that is not there holds none.
    pub answers: Option<PathBuf>,
    /// What was said of accounts; a file that is not there holds nothing.
    pub journal: Option<PathBuf>,
    /// Where what sources gave of the person is kept, where it is.
    pub cache: Option<Cache>,
}

/// A request for a reading.
#[derive(Clone, Debug)]
pub struct Request {
    /// What to read.
    pub inputs: Inputs,
    /// Whom to measure.
    pub me: Me,
    /// Role or position named by the user.
    pub role: Option<String>,
    /// Start of the window.
    pub since: Since,
    /// Last day of the window, included; the day before `now` where absent.
    pub until: Option<Date>,
    /// IANA zone named by the user.
    pub zone: Option<String>,
    /// Zone of the machine, used where neither the user nor the roster names one.
    pub machine_zone: String,
    /// Working hours named by the user: `09:00-17:30`.
    pub hours: Option<String>,
    /// The one reading of the clock.
    pub now: Timestamp,
    /// The framework to read against.
    pub framework: Framework,
    /// True for the example organisation.
    pub invented: bool,
}

/// First and last day (included) of a window, from what was asked.
///
/// # Errors
/// [`AppError::BadValue`] where the window would be empty.
pub fn window(since: Since, until: Option<Date>, now: Timestamp, zone: &TimeZone) -> Result<(Date, Date), AppError> {
    let today = now.to_zoned(zone.clone()).date();
    let last = until.unwrap_or_else(|| today.yesterday().unwrap_or(today));
    let first = match since {
        Since::Day(day) => day,
        Since::Weeks(weeks) => Week::of(last)
            .monday()
            .checked_sub((i64::from(weeks) - 1).weeks())
            .map_err(|e| AppError::BadValue { option: "--since", value: format!("{weeks}w"), why: e.to_string() })?,
    };
    if first > last {
        let why = format!("the window would end on {last}, before it starts");
        return Err(AppError::BadValue { option: "--since", value: first.to_string(), why });
    }
    if last.since(first).is_ok_and(|span| span.get_days() > 3_710) {
        let why = "a window has at most 530 weeks".to_owned();
        return Err(AppError::BadValue { option: "--since", value: first.to_string(), why });
    }
    Ok((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn since_reads_weeks_days_and_dates_and_says_what_it_wants_otherwise() {
        assert_eq!(Since::parse("12w").unwrap(), Since::Weeks(12));
        assert_eq!(Since::parse("90d").unwrap(), Since::Weeks(13));
        assert_eq!(Since::parse("2026-05-18").unwrap(), Since::Day(Date::constant(2026, 5, 18)));
        for bad in ["", "w", "0w", "12", "soon", "2026-13-01", "999999999999w"] {
            assert!(Since::parse(bad).unwrap_err().to_string().contains("--since"), "{bad}");
        }
    }

    #[test]
    fn a_window_of_weeks_starts_on_a_monday_and_ends_yesterday() {
        let now: Timestamp = "2026-11-16T06:10:00Z".parse().unwrap();
        let (first, last) = window(Since::Weeks(26), None, now, &TimeZone::UTC).unwrap();
        assert_eq!((first.to_string(), last.to_string()), ("2026-05-18".into(), "2026-11-15".into()));
    }

    #[test]
    fn a_window_that_ends_before_it_starts_is_refused() {
        let until = Some(Date::constant(2026, 1, 1));
        let since = Since::Day(Date::constant(2026, 2, 1));
        assert!(window(since, until, Timestamp::UNIX_EPOCH, &TimeZone::UTC).is_err());
    }
}

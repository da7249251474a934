//! Weeks of a year as RFC 5545 counts them: week 1 is the first with at least
//! four days in the year, counted from any first day of the week.

use jiff::civil::{Date, Weekday, date};

use crate::ics::clock::{date_at, day_of};

/// Where a date stands among the weeks of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WeekOfYear {
    /// The year the week belongs to; differs from the date's at either end of a year.
    pub(super) year: i16,
    /// The week, counted from 1.
    pub(super) number: i8,
    /// The same week counted from the end: -1 is the last.
    pub(super) from_end: i8,
}

/// The day number (days since 1970) on which the week of this date starts.
pub(super) fn start_of_week(date: Date, week_start: Weekday) -> i64 {
    day_of(date) - i64::from(date.weekday().since(week_start))
}

/// The week of a date.
pub(super) fn week_of(day: Date, week_start: Weekday) -> WeekOfYear {
    let start = start_of_week(day, week_start);
    // The year of a week is the year of its fourth day.
    let year = date_at(start + 3).year();
    let first = first_week(year, week_start);
    let next = first_week(year.saturating_add(1).min(9998), week_start);
    let number = (start - first) / 7 + 1;
    let last = (next - first) / 7;
    let narrow = |weeks: i64| i8::try_from(weeks).unwrap_or(i8::MAX);
    WeekOfYear { year, number: narrow(number), from_end: narrow(number - last - 1) }
}

/// The day number on which week 1 of a year starts: the week 4 January is in.
fn first_week(year: i16, week_start: Weekday) -> i64 {
    start_of_week(date(year.clamp(-9998, 9998), 1, 4), week_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_iso_where_weeks_start_on_monday() {
        for day in (day_of(date(1995, 1, 1))..day_of(date(2050, 1, 1))).step_by(3) {
            let day = date_at(day);
            let iso = day.iso_week_date();
            let week = week_of(day, Weekday::Monday);
            assert_eq!((week.year, week.number), (iso.year(), iso.week()), "{day}");
            assert_eq!(i16::from(week.number) - i16::from(week.from_end), if iso.in_long_year() { 54 } else { 53 });
        }
    }

    #[test]
    fn weeks_may_start_on_sunday() {
        // 1 January 1997 was a Wednesday: the week from Sunday 29 December has four days of 1997.
        let week = week_of(date(1996, 12, 29), Weekday::Sunday);
        assert_eq!((week.year, week.number, week.from_end), (1997, 1, -53));
    }
}

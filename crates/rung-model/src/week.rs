//! Periods of the calendar: ISO weeks and quarters.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// An ISO 8601 week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    /// ISO week-numbering year.
    pub year: i16,
    /// Week number, 1 to 53.
    pub week: i8,
}

impl Week {
    /// The week that holds `date`.
    pub fn of(date: Date) -> Self {
        let iso = date.iso_week_date();
        Self { year: iso.year(), week: iso.week() }
    }

    /// Its Monday.
    pub fn monday(self) -> Date {
        ISOWeekDate::new(self.year, self.week, Weekday::Monday).map_or(Date::constant(1970, 1, 1), ISOWeekDate::date)
    }

    /// The week after this one.
    #[must_use]
    pub fn next(self) -> Self {
        self.monday().checked_add(jiff::Span::new().days(7)).map_or(self, Self::of)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

/// A calendar quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// Calendar year.
    pub year: i16,
    /// 1 to 4.
    pub quarter: i8,
}

impl Quarter {
    /// The quarter that holds `date`.
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), quarter: (date.month() - 1) / 3 + 1 }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.quarter)
    }
}

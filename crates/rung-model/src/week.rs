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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        assert_eq!(Week::of(Date::constant(2027, 1, 1)).to_string(), "2026-W53");
        assert_eq!(Week::of(Date::constant(2024, 12, 30)).to_string(), "2025-W01");
        assert_eq!(Week { year: 2026, week: 53 }.next(), Week { year: 2027, week: 1 });
        assert_eq!(Week { year: 2026, week: 1 }.monday(), Date::constant(2025, 12, 29));
    }

    #[test]
    fn quarters_have_three_months() {
        let quarters: Vec<i8> = (1..=12).map(|month| Quarter::of(Date::constant(2026, month, 28)).quarter).collect();
        assert_eq!(quarters, [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
        assert_eq!(Quarter::of(Date::constant(2026, 5, 1)).to_string(), "2026-Q2");
    }

    proptest! {
        #[test]
        fn a_week_holds_seven_days_from_its_monday(days in 0..40_000_i32) {
            let date = Date::constant(1970, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let week = Week::of(date);
            let from_monday = (date - week.monday()).get_days();
            prop_assert!((0..7).contains(&from_monday));
            prop_assert_eq!((week.next().monday() - week.monday()).get_days(), 7);
            prop_assert!(week < week.next());
        }
    }
}

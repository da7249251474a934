//! A rule with everything RFC 5545 takes from `DTSTART` written out, so that it
//! can be iterated from any later period, not only from its start.

use jiff::civil::{Date, DateTime, Weekday};

use super::{Frequency, Rule};
use crate::ics::clock::date_at;

/// 1 January 2024 in days since 1970; 366 days of a leap year follow, then 365 of another.
const LEAP_YEAR_START: i64 = 19_723;

/// The parts of a rule that pick days and times, none of them implied any more.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    pub(super) months: Vec<u8>,
    pub(super) month_days: Vec<i8>,
    pub(super) year_days: Vec<i16>,
    pub(super) weeks: Vec<i8>,
    pub(super) weekdays: Vec<(i16, Weekday)>,
    pub(super) hours: Vec<u8>,
    pub(super) minutes: Vec<u8>,
    pub(super) seconds: Vec<u8>,
    /// Ordinals of weekdays count within the month, not within the year.
    pub(super) ordinals_in_month: bool,
}

impl Settled {
    /// The rule of an event that starts then. Of a date alone the time parts are ignored.
    pub(super) fn new(rule: &Rule, start: DateTime, date_only: bool) -> Self {
        let mut settled = Self {
            months: rule.months.clone(),
            month_days: rule.month_days.clone(),
            year_days: rule.year_days.clone(),
            weeks: if rule.frequency == Frequency::Yearly { rule.weeks.clone() } else { Vec::new() },
            weekdays: rule.weekdays.clone(),
            hours: if date_only { Vec::new() } else { rule.hours.clone() },
            minutes: if date_only { Vec::new() } else { rule.minutes.clone() },
            seconds: if date_only { Vec::new() } else { rule.seconds.clone() },
            ordinals_in_month: rule.frequency == Frequency::Monthly || !rule.months.is_empty(),
        };
        settled.drop_ordinals_without_meaning(rule.frequency);
        settled.imply_days(rule.frequency, start.date());
        settled.imply_times(rule.frequency, start);
        settled
    }

    /// Ordinals mean something only within a month or a year, and not beside week numbers.
    fn drop_ordinals_without_meaning(&mut self, frequency: Frequency) {
        if frequency > Frequency::Monthly || !self.weeks.is_empty() {
            self.weekdays.iter_mut().for_each(|(ordinal, _)| *ordinal = 0);
        }
    }

    fn imply_days(&mut self, frequency: Frequency, start: Date) {
        let days_named = !(self.month_days.is_empty() && self.year_days.is_empty() && self.weekdays.is_empty());
        match frequency {
            Frequency::Yearly if !self.weeks.is_empty() && !days_named => self.weekdays = vec![(0, start.weekday())],
            Frequency::Yearly if self.weeks.is_empty() => {
                // A day of the month without a month recurs in the month of the start.
                let month_implied = !days_named || (self.weekdays.is_empty() && self.year_days.is_empty());
                if month_implied && self.months.is_empty() {
                    self.months = vec![start.month().unsigned_abs()];
                }
                if !days_named {
                    self.month_days = vec![start.day()];
                }
            }
            Frequency::Monthly if !days_named => self.month_days = vec![start.day()],
            Frequency::Weekly if self.weekdays.is_empty() => self.weekdays = vec![(0, start.weekday())],
            _ => {}
        }
    }

    fn imply_times(&mut self, frequency: Frequency, start: DateTime) {
        let imply = |part: &mut Vec<u8>, from: Frequency, value: i8| {
            if part.is_empty() && frequency < from {
                *part = vec![value.unsigned_abs()];
            }
        };
        imply(&mut self.hours, Frequency::Hourly, start.hour());
        imply(&mut self.minutes, Frequency::Minutely, start.minute());
        imply(&mut self.seconds, Frequency::Secondly, start.second());
    }

    /// True where this date stands at one of the ordinals asked for, among its
    /// like in the month or year, or where every one of its weekday is.
    pub(super) fn takes_ordinal_of(&self, date: Date) -> bool {
        let (day, length) = if self.ordinals_in_month {
            (i16::from(date.day()), i16::from(date.days_in_month()))
        } else {
            (date.day_of_year(), date.days_in_year())
        };
        let from_start = (day - 1) / 7 + 1;
        let from_end = -((length - day) / 7 + 1);
        self.weekdays.is_empty()
            || self.weekdays.iter().any(|&(ordinal, weekday)| {
                weekday == date.weekday() && (ordinal == 0 || ordinal == from_start || ordinal == from_end)
            })
    }

    /// False where the months, days of the month and days of the year asked for never meet.
    pub(super) fn can_happen(&self) -> bool {
        let mut two_years = (0..731).map(|ahead| date_at(LEAP_YEAR_START + ahead));
        (self.month_days.is_empty() && self.year_days.is_empty())
            || two_years
                .any(|day| self.takes_month_of(day) && self.takes_month_day_of(day) && self.takes_year_day_of(day))
    }

    /// True where the month is asked for, or none is.
    pub(super) fn takes_month_of(&self, date: Date) -> bool {
        self.months.is_empty() || self.months.contains(&date.month().unsigned_abs())
    }

    /// True where the day of the year is asked for, or none is.
    pub(super) fn takes_year_day_of(&self, date: Date) -> bool {
        let day = date.day_of_year();
        self.year_days.is_empty()
            || self.year_days.contains(&day)
            || self.year_days.contains(&(day - date.days_in_year() - 1))
    }

    /// True where the day of the month is asked for, or none is.
    pub(super) fn takes_month_day_of(&self, date: Date) -> bool {
        let day = date.day();
        self.month_days.is_empty()
            || self.month_days.contains(&day)
            || self.month_days.contains(&(day - date.days_in_month() - 1))
    }
}

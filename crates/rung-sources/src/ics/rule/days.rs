//! The days a rule picks, in order, from a period of its own on.
//!
//! The `rrule` crate steps through the periods and picks plain days. It is
//! asked only what it answers reliably: no ordinals of weekdays, no week
//! numbers, no positions, no count, always from the start of a period. The
//! rest of the rule is checked on the days it gives.

use chrono::{Datelike, Month, TimeZone};
use jiff::civil::{Date, DateTime, Weekday, date};
use rrule::{NWeekday, RRule, RRuleSet, RRuleSetIter, Tz, Unvalidated};

use super::{
    Frequency, Rule, Skip, Span,
    settled::Settled,
    weeks::{start_of_week, week_of},
};
use crate::ics::clock::{date_at, day_of};

/// No period has more days: a year counted in weeks.
const LONGEST_PERIOD: i64 = 371;

/// Days in order of time, each once.
pub(super) struct Days<'a> {
    rule: &'a Rule,
    settled: &'a Settled,
    plain: Option<RRuleSetIter>,
    /// Days of one month, last first, where dates that do not exist are moved.
    moved: Vec<Date>,
    /// The year from which week years are counted.
    base_year: i16,
    /// Past this day every period begun before the end is over: days are given
    /// unchecked, so that who asks can stop.
    end: Date,
}

impl<'a> Days<'a> {
    /// The days of a rule whose event starts then. Days before the span may be
    /// left out; they are not where the rule counts its instances.
    pub(super) fn new(rule: &'a Rule, settled: &'a Settled, start: DateTime, span: Span) -> Self {
        let from = span.from.date();
        let base_year = base_year(rule, settled, start.date());
        let from = if rule.count.is_some() { start.date() } else { from.max(start.date()) };
        let anchor = anchor(rule, settled, start.date(), from, base_year);
        let can_happen = moves_dates(rule, settled) || settled.can_happen();
        let plain = can_happen.then(|| plain_rule(rule, settled)).and_then(|plain| iterate(plain, anchor));
        let end = date_at(day_of(span.to.date()) + LONGEST_PERIOD);
        Self { rule, settled, plain, moved: Vec::new(), base_year, end }
    }

    /// The period a day belongs to; `BYSETPOS` counts within it.
    pub(super) fn period_of(&self, day: Date) -> i64 {
        match self.rule.frequency {
            Frequency::Yearly if !self.settled.weeks.is_empty() => i64::from(week_of(day, self.rule.week_start).year),
            Frequency::Yearly => i64::from(day.year()),
            Frequency::Monthly => i64::from(day.year()) * 12 + i64::from(day.month()),
            Frequency::Weekly => start_of_week(day, self.rule.week_start),
            _ => day_of(day),
        }
    }

    /// True where the parts of the rule that `rrule` was not asked about take this day.
    fn takes(&self, day: Date) -> bool {
        self.settled.takes_ordinal_of(day)
            && self.settled.takes_month_of(day)
            && self.settled.takes_year_day_of(day)
            && (moves_dates(self.rule, self.settled) || self.settled.takes_month_day_of(day))
            && self.takes_week_of(day)
    }

    fn takes_week_of(&self, day: Date) -> bool {
        if self.settled.weeks.is_empty() {
            return true;
        }
        let week = week_of(day, self.rule.week_start);
        let years = i32::from(week.year) - i32::from(self.base_year);
        years.rem_euclid(i32::from(self.rule.interval)) == 0
            && (self.settled.weeks.contains(&week.number) || self.settled.weeks.contains(&week.from_end))
    }
}

impl Iterator for Days<'_> {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        loop {
            if let Some(day) = self.moved.pop() {
                if self.takes(day) || day > self.end {
                    return Some(day);
                }
                continue;
            }
            let plain = self.plain.as_mut()?.next()?.naive_utc().date();
            let year = i16::try_from(plain.year()).ok().filter(|year| *year <= 9998)?;
            let day = Date::new(year, i8::try_from(plain.month()).ok()?, i8::try_from(plain.day()).ok()?).ok()?;
            if moves_dates(self.rule, self.settled) {
                self.moved = days_of_month(day, &self.settled.month_days, self.rule.skip);
            } else if self.takes(day) || day > self.end {
                return Some(day);
            }
        }
    }
}

/// True where dates that do not exist are moved instead of left out.
fn moves_dates(rule: &Rule, settled: &Settled) -> bool {
    rule.skip != Skip::Omit && rule.frequency <= Frequency::Monthly && !settled.month_days.is_empty()
}

/// What `rrule` is asked.
fn plain_rule(rule: &Rule, settled: &Settled) -> RRule<Unvalidated> {
    let by_week = !settled.weeks.is_empty();
    let frequency = match rule.frequency {
        Frequency::Yearly if by_week => rrule::Frequency::Weekly,
        Frequency::Yearly => rrule::Frequency::Yearly,
        Frequency::Monthly => rrule::Frequency::Monthly,
        Frequency::Weekly => rrule::Frequency::Weekly,
        _ => rrule::Frequency::Daily,
    };
    let steps = if by_week || rule.frequency > Frequency::Daily { 1 } else { rule.interval };
    if frequency == rrule::Frequency::Daily && steps > 1 {
        // Every seventh day on another weekday never comes: the crate would look for it until the year 10000.
        return RRule::new(frequency).interval(steps);
    }
    let months: Vec<Month> = settled.months.iter().filter_map(|&month| Month::try_from(month).ok()).collect();
    let mut plain = RRule::new(frequency).interval(steps).week_start(to_chrono(rule.week_start)).by_month(&months);
    if moves_dates(rule, settled) {
        return plain.by_month_day(vec![1]);
    }
    let mut weekdays: Vec<NWeekday> =
        settled.weekdays.iter().map(|&(_, weekday)| NWeekday::Every(to_chrono(weekday))).collect();
    if frequency == rrule::Frequency::Weekly {
        // Weeks without a named day are asked for whole.
        if weekdays.is_empty() {
            weekdays = WEEK.iter().map(|&day| NWeekday::Every(to_chrono(day))).collect();
        }
    } else {
        plain = plain.by_month_day(settled.month_days.clone());
    }
    if frequency == rrule::Frequency::Yearly {
        plain = plain.by_year_day(settled.year_days.clone());
    }
    plain.by_weekday(weekdays)
}

fn iterate(plain: RRule<Unvalidated>, anchor: Date) -> Option<RRuleSetIter> {
    let (month, day) = (u32::from(anchor.month().unsigned_abs()), u32::from(anchor.day().unsigned_abs()));
    let start = Tz::UTC.with_ymd_and_hms(i32::from(anchor.year()), month, day, 0, 0, 0).single()?;
    let set = RRuleSet::new(start).rrule(plain.validate(start).ok()?).limit();
    Some((&set).into_iter())
}

/// The first day of the last period of the rule that does not end after `from`,
/// or of the period the event starts in.
fn anchor(rule: &Rule, settled: &Settled, start: Date, from: Date, base_year: i16) -> Date {
    let interval = i64::from(rule.interval);
    let aligned = |first: i64, wanted: i64| first + ((wanted - first - 1).max(0) / interval) * interval;
    match rule.frequency {
        Frequency::Yearly if !settled.weeks.is_empty() => {
            let year = aligned(i64::from(base_year), i64::from(from.year()));
            date_at(start_of_week(year_start(year), rule.week_start))
        }
        Frequency::Yearly => year_start(aligned(i64::from(start.year()), i64::from(from.year()))),
        Frequency::Monthly => {
            let index = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month()) - 1;
            let month = aligned(index(start), index(from));
            let in_year = i8::try_from(month.rem_euclid(12)).unwrap_or(0) + 1;
            year_start(month.div_euclid(12)).with().month(in_year).build().unwrap_or(start)
        }
        Frequency::Weekly => {
            let week = |date: Date| start_of_week(date, rule.week_start).div_euclid(7);
            let first = start_of_week(start, rule.week_start);
            date_at(first + (aligned(week(start), week(from)) - week(start)) * 7)
        }
        Frequency::Daily => date_at(aligned(day_of(start), day_of(from))),
        _ => date_at(day_of(from).saturating_sub(1).max(day_of(start))),
    }
}

/// The week year of the start where the rule takes a day of it from the start
/// on, else the year of the start.
fn base_year(rule: &Rule, settled: &Settled, start: Date) -> i16 {
    let week = week_of(start, rule.week_start);
    let rest_of_week = (0..7).map(|ahead| date_at(day_of(start) + ahead));
    let taken = rest_of_week.filter(|&day| week_of(day, rule.week_start).year == week.year).any(|day| {
        let numbers = week_of(day, rule.week_start);
        settled.takes_ordinal_of(day)
            && (settled.weeks.contains(&numbers.number) || settled.weeks.contains(&numbers.from_end))
    });
    if taken || week.year > start.year() { week.year } else { start.year() }
}

/// The wanted days of the month of `first`, dates that do not exist moved; last first.
fn days_of_month(first: Date, wanted: &[i8], skip: Skip) -> Vec<Date> {
    let length = first.days_in_month();
    let mut days: Vec<Date> = wanted
        .iter()
        .filter_map(|&day| {
            let day = if day < 0 { length + 1 + day } else { day };
            let existing = match skip {
                _ if (1..=length).contains(&day) => day,
                Skip::Omit => return None,
                Skip::Backward if day > length => length,
                Skip::Backward => 0,
                Skip::Forward if day > length => length + 1,
                Skip::Forward => 1,
            };
            Some(date_at(day_of(first) + i64::from(existing) - 1))
        })
        .collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    days
}

fn year_start(year: i64) -> Date {
    date(i16::try_from(year.clamp(-9998, 9998)).unwrap_or(9998), 1, 1)
}

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn to_chrono(weekday: Weekday) -> chrono::Weekday {
    match weekday {
        Weekday::Monday => chrono::Weekday::Mon,
        Weekday::Tuesday => chrono::Weekday::Tue,
        Weekday::Wednesday => chrono::Weekday::Wed,
        Weekday::Thursday => chrono::Weekday::Thu,
        Weekday::Friday => chrono::Weekday::Fri,
        Weekday::Saturday => chrono::Weekday::Sat,
        Weekday::Sunday => chrono::Weekday::Sun,
    }
}

//! Dates and times of day as tables write them.

use jiff::{
    Timestamp,
    civil::{Date, Time},
};

/// Which of two numbers is the day, where a date could be read both ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// `02/03/2026` is the second of March.
    #[default]
    DayFirst,
    /// It is the third of February.
    MonthFirst,
}

/// What a cell says of a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    /// The date, where it stands there.
    pub(super) date: Option<Date>,
    /// The time of day.
    pub(super) time: Option<Time>,
    /// It is `24:00`: the first moment of the next day.
    pub(super) next_day: bool,
    /// The moment itself, where the cell names an offset from UTC.
    pub(super) at: Option<Timestamp>,
}

/// Reads a date, a time of day, or both; `None` where it is neither.
pub(super) fn moment(text: &str, order: Order) -> Option<Moment> {
    let text = text.trim();
    if text.len() > 64 || !text.is_ascii() {
        return None;
    }
    let text = text.split_once('[').map_or(text, |(plain, _)| plain);
    if text.starts_with(|first: char| first.is_ascii_digit())
        && text.len() > 14
        && let Ok(at) = text.parse()
    {
        return Some(Moment { at: Some(at), ..Moment::default() });
    }
    if let Some(date) = date(text, order) {
        return Some(Moment { date: Some(date), ..Moment::default() });
    }
    if let Some((time, next_day)) = time(text) {
        return Some(Moment { time: Some(time), next_day, ..Moment::default() });
    }
    let colon = text.find(':')?;
    let gap = text.get(..colon)?.rfind([' ', 'T', 't'])?;
    let date = date(text.get(..gap)?.trim_end_matches([' ', ',']), order)?;
    let (time, next_day) = time(text.get(gap + 1..)?)?;
    Some(Moment { date: Some(date), time: Some(time), next_day, at: None })
}

/// Which order a date proves: `13/2/2026` has its day first.
pub(super) fn proves(text: &str) -> Option<Order> {
    let (first, second, _) = short(text.trim().split([' ', 'T']).next()?)?;
    match (first > 12, second > 12) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Whether a date could be read both ways.
pub(super) fn is_open(text: &str) -> bool {
    let first = text.trim().split([' ', 'T']).next().and_then(short);
    first.is_some_and(|(first, second, _)| first != second && first <= 12 && second <= 12)
}

/// The numbers of `1/2/2026` and `1-2-2026`, whose order nobody knows. Dots always stand behind a day.
fn short(text: &str) -> Option<(i8, i8, i16)> {
    let sign = text.chars().find(|sign| !sign.is_ascii_digit()).filter(|sign| matches!(sign, '/' | '-'))?;
    let mut parts = text.split(sign);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = first.len() <= 2 && second.len() <= 2 && parts.next().is_none();
    fits.then(|| Some((first.parse().ok()?, second.parse().ok()?, full_year(year)?))).flatten()
}

fn full_year(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok().filter(|year| *year >= 0)?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

fn date(text: &str, order: Order) -> Option<Date> {
    if let Some((first, second, year)) = short(text) {
        let (day, month) = if order == Order::DayFirst { (first, second) } else { (second, first) };
        return Date::new(year, month, day).ok();
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let &[first, second, third] = parts.as_slice() else {
        let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
        return digits.then(|| text.parse().ok()).flatten();
    };
    let (year, month, day) = match (month_named(first), month_named(second)) {
        (Some(month), None) => (full_year(third)?, month, second.parse().ok()?),
        (None, Some(month)) if first.len() == 4 => (full_year(first)?, month, third.parse().ok()?),
        (None, Some(month)) => (full_year(third)?, month, first.parse().ok()?),
        _ if first.len() == 4 => (full_year(first)?, second.parse().ok()?, third.parse().ok()?),
        _ if text.contains('.') && !text.contains(' ') => {
            (full_year(third)?, second.parse().ok()?, first.parse().ok()?)
        }
        _ => return None,
    };
    Date::new(year, month, day).ok()
}

fn month_named(text: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = text.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| lower.len() >= 3 && month.starts_with(&lower))?;
    i8::try_from(at + 1).ok()
}

/// `8:30`, `08:30:15`, `8:30 pm`, `9am`, `24:00`.
fn time(text: &str) -> Option<(Time, bool)> {
    let lower = text.trim().to_ascii_lowercase();
    let (clock, half) = match lower.strip_suffix("am").map(|rest| (rest, 0)) {
        Some((rest, half)) => (rest.trim_end(), Some(half)),
        None => lower.strip_suffix("pm").map_or((lower.as_str(), None), |rest| (rest.trim_end(), Some(12))),
    };
    let mut parts = clock.split(':');
    let hour: i8 = digits(parts.next()?)?;
    let minute: i8 = match parts.next() {
        Some(part) => digits(part)?,
        None => half.map(|_| 0)?,
    };
    let second: i8 = parts.next().map_or(Some(0), |part| digits(part.split('.').next()?))?;
    if parts.next().is_some() {
        return None;
    }
    match half {
        None if hour == 24 && minute == 0 && second == 0 => Some((Time::midnight(), true)),
        None => Some((Time::new(hour, minute, second, 0).ok()?, false)),
        Some(half) if (1..=12).contains(&hour) => Some((Time::new(hour % 12 + half, minute, second, 0).ok()?, false)),
        Some(_) => None,
    }
}

fn digits(text: &str) -> Option<i8> {
    (!text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> Option<String> {
        let read = moment(text, Order::DayFirst)?;
        let date = read.date.map(|date| date.to_string());
        let time = read.time.map(|time| time.to_string());
        let at = read.at.map(|at| at.to_string());
        let next = read.next_day.then(|| "+1".to_owned());
        Some([date, time, next, at].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn dates_and_times_of_every_spelling() {
        let table = [
            ("2026-03-02", "2026-03-02"),
            ("2026/3/2", "2026-03-02"),
            ("20260302", "2026-03-02"),
            ("2.3.2026", "2026-03-02"),
            ("02.03.26", "2026-03-02"),
            ("2/3/2026", "2026-03-02"),
            ("2 Mar 2026", "2026-03-02"),
            ("March 2, 2026", "2026-03-02"),
            ("2026-Mar-02", "2026-03-02"),
            ("8:30", "08:30:00"),
            ("08:30:15", "08:30:15"),
            ("8:30 PM", "20:30:00"),
            ("12:05am", "00:05:00"),
            ("9am", "09:00:00"),
            ("24:00", "00:00:00 +1"),
            ("2026-03-02 08:30", "2026-03-02 08:30:00"),
            ("2026-03-02T08:30:00.250", "2026-03-02 08:30:00"),
            ("2.3.2026, 8:30", "2026-03-02 08:30:00"),
            ("3 Mar 2026 9:15 pm", "2026-03-03 21:15:00"),
            ("2026-03-02T08:30:00+01:00", "2026-03-02T07:30:00Z"),
            ("2026-03-02 08:30:00Z", "2026-03-02T08:30:00Z"),
            ("20260302T083000Z", "2026-03-02T08:30:00Z"),
        ];
        for (text, expected) in table {
            assert_eq!(says(text).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["", "31/02/2026", "29.02.2026", "25:00", "8:61", "13:00 pm", "soon", "2026", "1/2", "2026-13-01", "٢٠٢٦"]
        {
            assert_eq!(says(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_may_prove_its_order() {
        assert_eq!(proves("13/02/2026 8:00"), Some(Order::DayFirst));
        assert_eq!(proves("02/13/2026"), Some(Order::MonthFirst));
        assert_eq!(proves("2026-02-13"), None);
        assert!(is_open("02/03/2026") && !is_open("02/02/2026") && !is_open("2026-02-03") && !is_open("2.3.2026"));
        assert_eq!(moment("02/13/2026", Order::MonthFirst).unwrap().date, Some(Date::constant(2026, 2, 13)));
    }
}

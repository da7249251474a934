//! A date as somebody's locale writes it, taken apart.

use jiff::civil::{Date, Time};

use super::{Moment, NoMoment, Order, clock, month::month};

/// The parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tracker) struct Written {
    /// What the numbers mean.
    pub(super) parts: Parts,
    clock: Option<(Time, Option<i32>)>,
}

/// The numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// Year, month and day are told by their form.
    Told(i16, i8, i8),
    /// Two numbers that are day and month in one order or the other, then the year.
    Open(i8, i8, i16),
}

impl Written {
    /// Takes a text apart; `None` where it is no date.
    pub(in crate::tracker) fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 80 {
            return None;
        }
        let (date, time) = match clock::start(text) {
            Some(start) => text.split_at(start),
            None => (text, ""),
        };
        // A date may also stand behind its clock: `09:30:00 GMT` belongs to the clock, all else is refused there.
        let clock = if time.is_empty() { None } else { Some(clock::clock(date, time)?) };
        Some(Self { parts: parts(date)?, clock })
    }

    /// The moment, with the order of its file.
    pub(super) fn moment(&self, order: Order) -> Result<Moment, NoMoment> {
        let (year, month, day) = match (self.parts, order) {
            (Parts::Told(year, month, day), _) => (year, month, day),
            (Parts::Open(a, b, year), Order::DayFirst) => (year, b, a),
            (Parts::Open(a, b, year), Order::MonthFirst) => (year, a, b),
            (Parts::Open(a, b, year), Order::Unknown) => match (a > 12, b > 12) {
                (true, _) => (year, b, a),
                (_, true) => (year, a, b),
                _ if a == b => (year, b, a),
                _ => return Err(NoMoment::Undecided),
            },
        };
        let date = Date::new(year, month, day).map_err(|_| NoMoment::NoDate)?;
        let (time, offset) = self.clock.unwrap_or((Time::midnight(), None));
        Ok(Moment { at: date.to_datetime(time), timed: self.clock.is_some(), offset })
    }
}

/// A piece of a date.
enum Token<'t> {
    Number { value: i16, digits: usize, after: char },
    Word(&'t str),
}

fn parts(text: &str) -> Option<Parts> {
    let tokens = tokens(text)?;
    let named = tokens.iter().rev().find_map(|token| match token {
        Token::Word(word) => month(word),
        Token::Number { .. } => None,
    });
    let numbers: Vec<(i16, usize, char)> = tokens
        .iter()
        .filter_map(|token| match token {
            Token::Number { value, digits, after } => Some((*value, *digits, *after)),
            Token::Word(_) => None,
        })
        .collect();
    let small = |value: i16| i8::try_from(value).ok();
    match (numbers.as_slice(), named) {
        (&[(first, 4, _), (second, ..)], Some(month)) => Some(Parts::Told(first, month, small(second)?)),
        (&[(first, ..), (second, digits, _)], Some(month)) => {
            Some(Parts::Told(year(second, digits)?, month, small(first)?))
        }
        (&[(first, 4, _), (second, ..), (third, ..)], None) => Some(Parts::Told(first, small(second)?, small(third)?)),
        // `02/3月/26`: the sign behind a number says that it is the month.
        (&[(first, ..), (second, _, '月' | '월'), (third, digits, _)], None) => {
            Some(Parts::Told(year(third, digits)?, small(second)?, small(first)?))
        }
        // Points part day, month and year, wherever they are used.
        (&[(first, _, '.'), (second, _, '.'), (third, digits, _)], None) => {
            Some(Parts::Told(year(third, digits)?, small(second)?, small(first)?))
        }
        (&[(first, 1 | 2, _), (second, 1 | 2, _), (third, digits, _)], None) => {
            Some(Parts::Open(small(first)?, small(second)?, year(third, digits)?))
        }
        _ => None,
    }
}

fn year(value: i16, digits: usize) -> Option<i16> {
    match digits {
        2 => Some(2000 + value),
        4 => Some(value),
        _ => None,
    }
}

fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let used = if first.is_ascii_digit() {
            let used = end(|c| c.is_ascii_digit());
            let (digits, behind) = rest.split_at(used);
            let value = digits.parse().ok()?;
            tokens.push(Token::Number { value, digits: used, after: behind.chars().next().unwrap_or(' ') });
            used
        } else if first.is_alphabetic() {
            let used = end(char::is_alphabetic);
            tokens.push(Token::Word(rest.get(..used)?));
            used
        } else {
            first.len_utf8()
        };
        rest = rest.get(used..)?;
        if tokens.len() > 8 {
            return None;
        }
    }
    Some(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Order) -> String {
        match Written::of(text).ok_or(NoMoment::NoDate).and_then(|written| written.moment(order)) {
            Ok(moment) => moment.at.strftime("%F %R").to_string(),
            Err(no) => format!("{no:?}"),
        }
    }

    #[test]
    fn named_months_need_no_order() {
        for text in [
            "02/Mar/26 9:30 AM",
            "02/Mär/26 09:30",
            "2/mars/26 9:30",
            "02-Mar-2026 09:30",
            "Mar 2, 2026 9:30 AM",
            "2. März 2026 09:30",
            "Mon Mar 02 2026 09:30:00 GMT+0000 (GMT)",
            "02/3月/26 9:30 上午",
            "02/3月/26 上午 9:30",
            "2026年3月2日 9:30",
            "2026/03/02 09:30",
            "02.03.2026 09:30",
            "2.3.26 9:30",
        ] {
            assert_eq!(read(text, Order::Unknown), "2026-03-02 09:30", "{text}");
        }
    }

    #[test]
    fn numbers_need_the_order_of_their_file() {
        assert_eq!(read("03/04/26 9:30 AM", Order::DayFirst), "2026-04-03 09:30");
        assert_eq!(read("03/04/26 9:30 PM", Order::MonthFirst), "2026-03-04 21:30");
        assert_eq!(read("03/04/26 9:30", Order::Unknown), "Undecided");
        assert_eq!(read("13/04/26 9:30", Order::Unknown), "2026-04-13 09:30");
        assert_eq!(read("04/13/2026", Order::Unknown), "2026-04-13 00:00");
        assert_eq!(read("04/04/26", Order::Unknown), "2026-04-04 00:00");
        assert_eq!(read("13/04/26", Order::MonthFirst), "NoDate");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "soon", "12", "1/2", "99999/1/1", "30/Feb/26", "1/2/3/4", "00/Mar/26", "😀/Mar/26", "02/Mar/26 9:61"]
        {
            assert_eq!(read(text, Order::DayFirst), "NoDate", "{text}");
        }
    }
}

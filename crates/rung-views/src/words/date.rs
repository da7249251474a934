//! Dates in words: "20 Jul 2026". The zone is named once a page, not at each date.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `20 Jul 2026`.
pub fn date(date: Date) -> String {
    format!("{}\u{a0}{}", day(date), date.year())
}

/// `20 Jul`.
pub fn day(date: Date) -> String {
    format!("{}\u{a0}{}", date.day(), month(date))
}

/// `Jul`.
pub fn month(date: Date) -> &'static str {
    name_of(&MONTHS, date)
}

/// `early July`, `mid-July` or `late July`: to the 10th, to the 19th, and after.
pub fn roughly(date: Date) -> String {
    let part = match date.day() {
        ..=10 => "early ",
        11..=19 => "mid-",
        _ => "late ",
    };
    format!("{part}{}", name_of(&LONG, date))
}

/// A span of days, ends included: `18 May – 15 Nov 2026`.
pub fn span(first: Date, last: Date) -> String {
    if first == last {
        date(first)
    } else if first.year() == last.year() {
        format!("{}\u{a0}– {}", day(first), date(last))
    } else {
        format!("{}\u{a0}– {}", date(first), date(last))
    }
}

/// A quarter, the part of it that was read, or several: `Jul–Sep 2026`, `Oct–15 Nov 2026`, `18 May–Jun 2026`.
pub fn quarter(first: Date, last: Date) -> String {
    let starts = if first.day() == 1 { month(first).to_owned() } else { day(first) };
    let ends = if last == last.last_of_month() { month(last).to_owned() } else { day(last) };
    if first == last {
        date(first)
    } else if first.year() != last.year() {
        format!("{starts}\u{a0}{}–{ends}\u{a0}{}", first.year(), last.year())
    } else if starts == ends {
        format!("{starts}\u{a0}{}", last.year())
    } else if starts == month(first) && month(first) == month(last) {
        format!("1–{ends}\u{a0}{}", last.year())
    } else {
        format!("{starts}–{ends}\u{a0}{}", last.year())
    }
}

/// The months of a span, as short as they go: `Jul–Sep`, `May`.
pub fn months(first: Date, last: Date) -> String {
    let (first, last) = (month(first), month(last));
    if first == last { first.to_owned() } else { format!("{first}–{last}") }
}

/// A moment in a zone, or in UTC where the zone is not known: `16 Nov 2026, 06:10`.
pub fn moment(at: Timestamp, zone: &str) -> String {
    let (zone, suffix) = TimeZone::get(zone).map_or((TimeZone::UTC, "\u{a0}UTC"), |zone| (zone, ""));
    let local = at.to_zoned(zone);
    format!("{}, {:02}:{:02}{suffix}", date(local.date()), local.hour(), local.minute())
}

fn name_of(names: &[&'static str; 12], date: Date) -> &'static str {
    let place = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    names.get(place).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;

    use super::*;

    #[test]
    fn dates_name_their_month() {
        assert_eq!(date(on(2026, 7, 20)), "20\u{a0}Jul\u{a0}2026");
        assert_eq!(span(on(2026, 5, 18), on(2026, 11, 15)), "18\u{a0}May\u{a0}– 15\u{a0}Nov\u{a0}2026");
        assert_eq!(span(on(2025, 11, 17), on(2026, 11, 15)), "17\u{a0}Nov\u{a0}2025\u{a0}– 15\u{a0}Nov\u{a0}2026");
        assert_eq!(roughly(on(2026, 7, 27)), "late July");
    }

    #[test]
    fn a_part_of_a_quarter_says_which() {
        assert_eq!(quarter(on(2026, 7, 1), on(2026, 9, 30)), "Jul–Sep\u{a0}2026");
        assert_eq!(quarter(on(2026, 10, 1), on(2026, 11, 15)), "Oct–15\u{a0}Nov\u{a0}2026");
        assert_eq!(quarter(on(2026, 5, 18), on(2026, 6, 30)), "18\u{a0}May–Jun\u{a0}2026");
        assert_eq!(quarter(on(2026, 6, 1), on(2026, 6, 30)), "Jun\u{a0}2026");
        assert_eq!(quarter(on(2026, 10, 1), on(2026, 10, 7)), "1–7\u{a0}Oct\u{a0}2026");
        assert_eq!(quarter(on(2025, 11, 10), on(2026, 6, 30)), "10\u{a0}Nov\u{a0}2025–Jun\u{a0}2026");
    }

    #[test]
    fn a_moment_is_told_in_its_zone() {
        let at: Timestamp = "2026-11-16T05:10:00Z".parse().unwrap();
        assert_eq!(moment(at, "Europe/Berlin"), "16\u{a0}Nov\u{a0}2026, 06:10");
        assert_eq!(moment(at, "Nowhere/At_all"), "16\u{a0}Nov\u{a0}2026, 05:10\u{a0}UTC");
    }
}

//! The ISO weeks and quarters of a window, cut to its first and last day.

use jiff::civil::Date;
use rung_model::week::{Quarter, Week};

/// The days of `first..=last`, grouped by `key`, as (key, first day, last day).
fn grouped<K: PartialEq + Copy>(first: Date, last: Date, key: impl Fn(Date) -> K) -> Vec<(K, Date, Date)> {
    let mut groups: Vec<(K, Date, Date)> = Vec::new();
    for day in first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last) {
        let k = key(day);
        match groups.last_mut() {
            Some((current, _, end)) if *current == k => *end = day,
            _ => groups.push((k, day, day)),
        }
    }
    groups
}

/// Weeks of the window, oldest first.
pub(super) fn weeks(first: Date, last: Date) -> Vec<(Week, Date, Date)> {
    grouped(first, last, Week::of)
}

/// Quarters of the window, oldest first.
pub(super) fn quarters(first: Date, last: Date) -> Vec<(Quarter, Date, Date)> {
    grouped(first, last, Quarter::of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_cover_the_window_without_gap_or_overlap() {
        let (first, last) = (Date::constant(2025, 12, 30), Date::constant(2026, 1, 6));
        let found = weeks(first, last);
        assert_eq!(found.iter().map(|(w, ..)| w.to_string()).collect::<Vec<_>>(), ["2026-W01", "2026-W02"]);
        assert_eq!((found[0].1, found[1].2), (first, last));
        assert_eq!(found[0].2.tomorrow().unwrap(), found[1].1);
        assert_eq!(
            quarters(first, last).iter().map(|(q, ..)| q.to_string()).collect::<Vec<_>>(),
            ["2025-Q4", "2026-Q1"]
        );
    }
}

//! Amounts of time in words. Minutes come in, hours go out.

use rung_model::minutes::Minutes;

/// Minutes as hours over a window: `404 h`; under an hour, `25 min`.
pub fn hours(minutes: f64) -> String {
    if minutes > 0.0 && minutes < 59.5 {
        format!("{}\u{a0}min", (minutes.round() as i64).max(1))
    } else {
        format!("{}\u{a0}h", grouped((minutes / 60.0).round() as i64))
    }
}

/// Minutes to the minute: `25 min`, `1 h 30 min`, `49 h`.
pub fn duration(minutes: f64) -> String {
    let minutes = minutes.round().max(0.0) as i64;
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{}\u{a0}h", grouped(hours)),
        (hours, rest) => format!("{}\u{a0}h {rest}\u{a0}min", grouped(hours)),
    }
}

/// Minutes as working hours in full words: `976 working hours`.
pub fn working_hours(minutes: f64) -> String {
    let hours = (minutes / 60.0).round() as i64;
    format!("{}\u{a0}working {}", grouped(hours), if hours == 1 { "hour" } else { "hours" })
}

/// The range of an amount over a window: `372–452 h`.
pub fn hours_range(minutes: &Minutes) -> String {
    let (low, high) = ((minutes.low / 60.0).round() as i64, (minutes.high / 60.0).round() as i64);
    if low == high {
        format!("{}\u{a0}h", grouped(low))
    } else {
        format!("{}–{}\u{a0}h", grouped(low), grouped(high))
    }
}

/// An amount over a window with its range: `404 h (372–452 h)`.
pub fn hours_with_range(minutes: &Minutes) -> String {
    if (minutes.high - minutes.low) < 30.0 {
        hours(minutes.point)
    } else {
        format!("{}\u{a0}({})", hours(minutes.point), hours_range(minutes))
    }
}

/// Minutes a week as hours with one decimal, without unit: `8.6`.
pub fn weekly(minutes: f64) -> String {
    let hours = minutes / 60.0;
    format!("{:.1}", if hours.abs() < 0.05 { 0.0 } else { hours })
}

/// The range of a weekly amount, without unit: `7.9–9.2`.
pub fn weekly_range(minutes: &Minutes) -> String {
    let (low, high) = (weekly(minutes.low), weekly(minutes.high));
    if low == high { low } else { format!("{low}–{high}") }
}

/// A change of a weekly amount in hours with its sign: `+4.8`, `−8.2`, `0.0`.
pub fn weekly_change(minutes: f64) -> String {
    let text = weekly(minutes.abs());
    if text == "0.0" {
        text
    } else if minutes > 0.0 {
        format!("+{text}")
    } else {
        format!("\u{2212}{text}")
    }
}

/// Minutes after midnight as a clock: `09:00`.
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A whole number with commas between thousands: `1,952`.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0 { format!("\u{2212}{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_whole_over_a_window_and_have_one_decimal_a_week() {
        assert_eq!(hours(24_240.0), "404\u{a0}h");
        assert_eq!(hours(117_120.0), "1,952\u{a0}h");
        assert_eq!(hours(25.0), "25\u{a0}min");
        assert_eq!(weekly(515.0), "8.6");
        assert_eq!(hours_with_range(&Minutes::new(22_320.0, 24_240.0, 27_120.0)), "404\u{a0}h\u{a0}(372–452\u{a0}h)");
    }

    #[test]
    fn a_change_has_a_true_minus_and_no_negative_zero() {
        assert_eq!(weekly_change(-492.0), "\u{2212}8.2");
        assert_eq!(weekly_change(288.0), "+4.8");
        assert_eq!(weekly_change(-1.0), "0.0");
    }
}

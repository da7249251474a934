//! Civil times as plain seconds, so that odd input can neither overflow nor fail.

use jiff::{Timestamp, civil, tz::Offset};

/// Seconds in a day.
pub(crate) const DAY: i64 = 86_400;

/// The seconds between 1970-01-01T00:00 and this civil time, as if it were UTC.
pub(crate) fn seconds_of(local: civil::DateTime) -> i64 {
    let edge = if local.year() < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Offset::UTC.to_timestamp(local).unwrap_or(edge).as_second()
}

/// The civil time that many seconds after 1970-01-01T00:00; held within the years -9999 to 9999.
pub(crate) fn civil_at(seconds: i64) -> civil::DateTime {
    Offset::UTC.to_datetime(moment(seconds))
}

/// The moment at these epoch seconds; held within what a [`Timestamp`] can hold.
pub(crate) fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// Days since 1970-01-01.
pub(crate) fn day_of(date: civil::Date) -> i64 {
    seconds_of(date.at(0, 0, 0, 0)).div_euclid(DAY)
}

/// The date that many days after 1970-01-01; held within the years -9999 to 9999.
pub(crate) fn date_at(day: i64) -> civil::Date {
    civil_at(day.saturating_mul(DAY)).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(day_of(date(1970, 1, 1)), 0);
        assert_eq!(day_of(date(2000, 3, 1)), 11_017);
        assert_eq!(day_of(date(1601, 1, 1)), -134_774);
        for day in (-140_000..140_000).step_by(97) {
            assert_eq!(day_of(date_at(day)), day);
        }
    }

    #[test]
    fn what_is_out_of_range_is_held() {
        assert_eq!(civil_at(i64::MAX).year(), 9999);
        assert_eq!(civil_at(i64::MIN).year(), -9999);
    }
}

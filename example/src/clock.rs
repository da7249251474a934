//! The example's own calendar: its year, its "today", its two cities.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, date},
    tz::TimeZone,
};

/// First day of the example: a Monday.
pub(crate) const FIRST: Date = date(2025, 11, 10);
/// The example's own "today", a Monday; the last day with traces is the day before.
pub(crate) const TODAY: Date = date(2026, 11, 16);
/// The Monday Ines Halvorsen's weeks change sides.
pub(crate) const SHIFT: Date = date(2026, 7, 20);

/// Where somebody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum City {
    /// Europe/Berlin.
    Berlin,
    /// America/New_York.
    NewYork,
}

impl City {
    /// IANA name.
    pub(crate) const fn zone(self) -> &'static str {
        match self {
            Self::Berlin => "Europe/Berlin",
            Self::NewYork => "America/New_York",
        }
    }

    /// The zone with its rules.
    pub(crate) fn rules(self) -> TimeZone {
        TimeZone::get(self.zone()).expect("the zone database is bundled with the program")
    }

    /// Public holidays in the example's year.
    pub(crate) const fn holidays(self) -> &'static [(Date, &'static str)] {
        match self {
            Self::Berlin => &BERLIN_HOLIDAYS,
            Self::NewYork => &NEW_YORK_HOLIDAYS,
        }
    }
}

const BERLIN_HOLIDAYS: [(Date, &str); 8] = [
    (date(2025, 12, 25), "Christmas Day"),
    (date(2025, 12, 26), "Boxing Day"),
    (date(2026, 1, 1), "New Year's Day"),
    (date(2026, 4, 3), "Good Friday"),
    (date(2026, 4, 6), "Easter Monday"),
    (date(2026, 5, 1), "Labour Day"),
    (date(2026, 5, 14), "Ascension Day"),
    (date(2026, 5, 25), "Whit Monday"),
];
const NEW_YORK_HOLIDAYS: [(Date, &str); 8] = [
    (date(2025, 11, 27), "Thanksgiving Day"),
    (date(2025, 12, 25), "Christmas Day"),
    (date(2026, 1, 1), "New Year's Day"),
    (date(2026, 1, 19), "Martin Luther King Jr. Day"),
    (date(2026, 5, 25), "Memorial Day"),
    (date(2026, 6, 19), "Juneteenth"),
    (date(2026, 7, 3), "Independence Day (observed)"),
    (date(2026, 9, 7), "Labor Day"),
];

/// The days of the example's year, oldest first.
pub(crate) fn days() -> impl Iterator<Item = Date> {
    FIRST.series(1.day()).take_while(|day| *day < TODAY)
}

/// `minute` minutes after midnight of `day`; may lie on a neighbouring day.
pub(crate) fn at(day: Date, minute: i32) -> DateTime {
    day.at(0, 0, 0, 0).saturating_add(i64::from(minute).minutes())
}

/// The moment a wall clock in `zone` shows `local`.
pub(crate) fn moment(local: DateTime, zone: &TimeZone) -> Timestamp {
    zone.to_ambiguous_timestamp(local).compatible().expect("the example's year lies inside the calendar")
}

/// Minutes from midnight of `day` to `local`.
pub(crate) fn minute_of(day: Date, local: DateTime) -> i32 {
    let span = local.since((jiff::Unit::Minute, day.at(0, 0, 0, 0))).map_or(0, |span| span.get_minutes());
    i32::try_from(span).unwrap_or(0)
}

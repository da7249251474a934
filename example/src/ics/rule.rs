//! Recurrence rules and the times they are written in.

use jiff::{
    civil::{DateTime, Weekday},
    tz::TimeZone,
};

use crate::{
    clock::{City, moment},
    plan::Meeting,
    script::series::Every,
};

/// `20261116T093000`.
pub(super) fn local(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

/// `20261116T083000Z`.
pub(super) fn utc(time: DateTime, city: City) -> String {
    let there = moment(time, &city.rules());
    there.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

const fn day(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// The value of `RRULE`; `None` for a meeting that happens once.
pub(super) fn rule(meeting: &Meeting) -> Option<String> {
    let series = &meeting.series;
    let mut rule = match &series.every {
        Every::Once(_) => return None,
        Every::Weeks { interval: 1, on } => format!("FREQ=WEEKLY;BYDAY={}", days(on)),
        Every::Weeks { interval, on } => format!("FREQ=WEEKLY;WKST=MO;INTERVAL={interval};BYDAY={}", days(on)),
        Every::Month { nth, on } => format!("FREQ=MONTHLY;BYDAY={nth}{}", day(*on)),
    };
    match (series.until, series.counted) {
        (Some(_), true) => rule.push_str(&format!(";COUNT={}", meeting.instances.len())),
        (Some(until), false) => rule.push_str(&format!(";UNTIL={}", utc(until.at(23, 59, 59, 0), series.city))),
        (None, _) => {}
    }
    Some(rule)
}

fn days(on: &[Weekday]) -> String {
    on.iter().map(|weekday| day(*weekday)).collect::<Vec<_>>().join(",")
}

//! Whole days: vacations as each program writes them, and a feed of public holidays.

use jiff::{ToSpan, civil::Date};

use super::{
    component::{Fold, Lines, escaped},
    people::uid,
    rule::utc,
};
use crate::clock::{City, TODAY};

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A vacation as Google writes it.
pub(super) fn google(lines: &mut Lines, key: &str, first: Date, after: Date, title: &str) {
    lines.put("BEGIN", "VEVENT");
    lines.put("DTSTART;VALUE=DATE", day(first));
    lines.put("DTEND;VALUE=DATE", day(after));
    lines.put("DTSTAMP", utc(TODAY.at(5, 10, 0, 0), City::Berlin));
    lines.put("UID", uid(key));
    lines.put("STATUS", "CONFIRMED");
    lines.put("SUMMARY", escaped(title));
    lines.put("TRANSP", "OPAQUE");
    lines.put("END", "VEVENT");
}

/// A vacation as Outlook writes it.
pub(super) fn outlook(lines: &mut Lines, key: &str, first: Date, after: Date, title: &str) {
    lines.put("BEGIN", "VEVENT");
    lines.put("CLASS", "PUBLIC");
    lines.put("DTEND;VALUE=DATE", day(after));
    lines.put("DTSTAMP", utc(TODAY.at(5, 10, 0, 0), City::Berlin));
    lines.put("DTSTART;VALUE=DATE", day(first));
    lines.put("SUMMARY;LANGUAGE=en-us", escaped(title));
    lines.put("TRANSP", "OPAQUE");
    lines.put("UID", uid(key));
    lines.put("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE");
    lines.put("X-MICROSOFT-CDO-BUSYSTATUS", "OOF");
    lines.put("END", "VEVENT");
}

/// A calendar of the public holidays of a city, which names no attendee.
pub(crate) fn holidays(city: City) -> String {
    let mut lines = Lines::new(Fold::Space);
    lines.put("BEGIN", "VCALENDAR");
    lines.put("PRODID", "-//Harbourline People Team//Holidays//EN");
    lines.put("VERSION", "2.0");
    lines.put("X-WR-CALNAME", escaped(&format!("Public holidays, {}", city.zone())));
    for (date, name) in city.holidays() {
        lines.put("BEGIN", "VEVENT");
        lines.put("DTSTART;VALUE=DATE", day(*date));
        lines.put("DTEND;VALUE=DATE", day(date.saturating_add(1.day())));
        lines.put("DTSTAMP", utc(TODAY.at(5, 10, 0, 0), City::Berlin));
        lines.put("UID", uid(&format!("holiday-{}-{date}", city.zone().replace('/', "-"))));
        lines.put("CATEGORIES", "Holiday");
        lines.put("SUMMARY", escaped(&format!("Public holiday: {name}")));
        lines.put("TRANSP", "OPAQUE");
        lines.put("END", "VEVENT");
    }
    lines.put("END", "VCALENDAR");
    lines.text
}

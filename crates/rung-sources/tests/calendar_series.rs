//! How the events of one series act together (MEASURE section 4).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::{civil::date, tz::TimeZone};
use rung_sources::ics::{Query, expand};

/// Starts and ends in March 2026 of the events given as `/`-separated lists of lines, all of UID `a`.
fn march(events: &str) -> Vec<String> {
    let mut text = String::from("BEGIN:VCALENDAR\r\n");
    for event in events.split(" / ") {
        text.push_str("BEGIN:VEVENT\r\nUID:a\r\n");
        text.extend(event.split(' ').flat_map(|line| [line, "\r\n"]));
        text.push_str("END:VEVENT\r\n");
    }
    text.push_str("END:VCALENDAR\r\n");
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let query = Query { addresses: &[], zone: &zone, first: date(2026, 3, 1), last: date(2026, 3, 31) };
    let shown = |raw: &rung_sources::ics::Raw| match (raw.start.utc, raw.end.utc) {
        (Some(start), Some(end)) => format!("{}-{}", start.strftime("%dT%H%M"), end.strftime("%dT%H%M")),
        _ => format!("{}..{}", raw.start.local.strftime("%d"), raw.end.local.strftime("%d")),
    };
    let cancelled = |raw: &rung_sources::ics::Raw| if raw.cancelled { " cancelled" } else { "" };
    expand(text.as_bytes(), "a.ics", &query).occurrences.iter().map(|raw| shown(raw) + cancelled(raw)).collect()
}

const DAILY: &str = "DTSTART:20260302T090000Z DTEND:20260302T100000Z RRULE:FREQ=DAILY;COUNT=3";

#[test]
fn exclusion_beats_replacement() {
    let moved = "RECURRENCE-ID:20260303T090000Z DTSTART:20260303T150000Z DTEND:20260303T160000Z";
    assert_eq!(march(&format!("{DAILY} / {moved}")), ["02T0900-02T1000", "03T1500-03T1600", "04T0900-04T1000"]);
    assert_eq!(march(&format!("{DAILY} EXDATE:20260303T090000Z / {moved}")), ["02T0900-02T1000", "04T0900-04T1000"]);
    assert_eq!(march(&format!("{DAILY} EXDATE;VALUE=DATE:20260303 / {moved}")), ["02T0900-02T1000", "04T0900-04T1000"]);
}

#[test]
fn a_replacement_without_its_series_or_instance_is_kept() {
    let orphan = "RECURRENCE-ID:20260320T090000Z DTSTART:20260321T090000Z DTEND:20260321T093000Z";
    assert_eq!(march(orphan), ["21T0900-21T0930"]);
    assert_eq!(march(&format!("{DAILY} SEQUENCE:9 / {orphan} SEQUENCE:2")).last().unwrap(), "21T0900-21T0930");
    // With rules of its own it is what the series was before.
    let former = format!("{orphan} SEQUENCE:2 RRULE:FREQ=DAILY");
    assert_eq!(march(&format!("{DAILY} SEQUENCE:9 / {former}")).len(), 3);
}

#[test]
fn a_cancelled_instance_stays_listed_as_cancelled() {
    let cancelled = "RECURRENCE-ID:20260303T090000Z DTSTART:20260303T090000Z DTEND:20260303T100000Z STATUS:CANCELLED";
    assert_eq!(
        march(&format!("{DAILY} / {cancelled}")),
        ["02T0900-02T1000", "03T0900-03T1000 cancelled", "04T0900-04T1000"]
    );
}

#[test]
fn a_replacement_by_date_means_the_instance_of_that_day() {
    let by_date = "RECURRENCE-ID;VALUE=DATE:20260303 DTSTART:20260303T150000Z DTEND:20260303T160000Z";
    assert_eq!(march(&format!("{DAILY} / {by_date}")), ["02T0900-02T1000", "03T1500-03T1600", "04T0900-04T1000"]);
    let whole_days = "DTSTART;VALUE=DATE:20260302 RRULE:FREQ=DAILY;COUNT=2";
    let by_time = "RECURRENCE-ID:20260303T000000 DTSTART;VALUE=DATE:20260310";
    assert_eq!(march(&format!("{whole_days} / {by_time}")), ["02..03", "10..11"]);
}

#[test]
fn a_change_from_one_instance_on_moves_and_resizes_the_rest() {
    let change = "RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T090000Z DTSTART:20260303T113000Z DTEND:20260303T120000Z";
    assert_eq!(march(&format!("{DAILY} / {change}")), ["02T0900-02T1000", "03T1130-03T1200", "04T1130-04T1200"]);
    // Moved into the window from outside it.
    let early = "DTSTART:20260101T090000Z DTEND:20260101T100000Z RRULE:FREQ=MONTHLY;COUNT=3";
    let later = "RECURRENCE-ID;RANGE=THISANDFUTURE:20260201T090000Z DTSTART:20260305T090000Z DTEND:20260305T091500Z";
    assert_eq!(march(&format!("{early} / {later}")), ["05T0900-05T0915"]);
}

#[test]
fn dates_are_added_with_a_length_of_their_own_and_rules_taken_away() {
    let added = "DTSTART:20260302T090000Z DTEND:20260302T100000Z RDATE;VALUE=PERIOD:20260305T080000Z/PT2H,20260306T080000Z/20260306T083000Z RDATE:20260307T080000Z";
    assert_eq!(march(added), ["02T0900-02T1000", "05T0800-05T1000", "06T0800-06T0830", "07T0800-07T0900"]);
    let without = "DTSTART:20260302T090000Z RRULE:FREQ=DAILY;COUNT=5 EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2";
    assert_eq!(march(without), ["03T0900-03T0900", "05T0900-05T0900", "06T0900-06T0900"]);
}

#[test]
fn the_end_of_a_rule_is_in_the_zone_of_its_event() {
    let evening = "DTSTART;TZID=America/New_York:20260302T200000 RRULE:FREQ=DAILY;UNTIL=";
    assert_eq!(march(&format!("{evening}20260304T010000Z")), ["03T0100-03T0100", "04T0100-04T0100"]);
    assert_eq!(march(&format!("{evening}20260303T200000")), ["03T0100-03T0100", "04T0100-04T0100"]);
    assert_eq!(march(&format!("{evening}20260303")), ["03T0100-03T0100", "04T0100-04T0100"]);
    // Ended before it began: deleted from the first instance on.
    assert_eq!(march(&format!("{evening}20260228T000000Z")), Vec::<String>::new());
    assert_eq!(march("DTSTART:20260302T090000Z RRULE:FREQ=DAILY;UNTIL=20260303T090000Z;COUNT=-1").len(), 2);
}

#[test]
fn whole_days_and_durations() {
    assert_eq!(march("DTSTART;VALUE=DATE:20260302 DTEND;VALUE=DATE:20260302"), ["02..03"]);
    assert_eq!(march("DTSTART;VALUE=DATE:20260302 DURATION:P2D"), ["02..04"]);
    assert_eq!(march("DTSTART;VALUE=DATE:20260227 DTEND;VALUE=DATE:20260302"), ["27..02"]);
    assert_eq!(march("DTSTART;VALUE=DATE:20260227 DTEND;VALUE=DATE:20260301"), Vec::<String>::new());
    // A civil day over the change of the clock is 23 hours; 24 hours are 24.
    let night = "DTSTART;TZID=Europe/Berlin:20260328T120000";
    assert_eq!(march(&format!("{night} DURATION:P1D")), ["28T1100-29T1000"]);
    assert_eq!(march(&format!("{night} DURATION:PT24H")), ["28T1100-29T1100"]);
}

#[test]
fn dates_that_do_not_exist_are_left_out_or_moved_as_the_rule_says() {
    let rule = |skip: &str| {
        march(&format!("DTSTART;VALUE=DATE:20250131 RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP={skip};BYMONTHDAY=30"))
    };
    assert_eq!(rule("OMIT"), ["30..31"]);
    assert_eq!(rule("BACKWARD"), ["30..31"]);
    // 30 February is 2 March's neighbour: the day after February ends.
    assert_eq!(rule("FORWARD"), ["01..02", "30..31"]);
}

//! Bad calendars (PRIVACY, "Bad input"): a clear problem or an honest partial
//! result, never a panic, never a hang.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write;

use jiff::{civil::date, tz::TimeZone};
use proptest::prelude::*;
use rung_model::problem::Severity;
use rung_sources::{
    ics::{Query, read_text},
    read::Read,
};

const GOOGLE: &[u8] = include_bytes!("calendar/google.ics");
const OUTLOOK: &[u8] = include_bytes!("calendar/outlook.ics");
const APPLE: &[u8] = include_bytes!("calendar/apple.ics");

fn read_year(bytes: &[u8]) -> Read {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let addresses = ["ines.okafor@harbor.example".to_owned()];
    read_text(
        bytes,
        "bad.ics",
        &Query { addresses: &addresses, zone: &zone, first: date(2026, 1, 1), last: date(2026, 12, 31) },
    )
}

/// A calendar of one event with these lines.
fn event(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

#[track_caller]
fn expect(bytes: &[u8], rows: usize, wanted: &[(&str, Severity, Option<usize>)]) -> Read {
    let read = read_year(bytes);
    let found: Vec<_> = read.problems.iter().map(|p| (p.check, p.severity, p.line)).collect();
    assert_eq!((read.evidence.len(), found.as_slice()), (rows, wanted), "{:?}", read.problems);
    read
}

#[test]
fn files_that_are_no_calendar_say_what_they_are() {
    expect(b"", 0, &[("empty-file", Severity::Error, None)]);
    let page = expect(b"<!DOCTYPE html><html><title>Sign in</title>", 0, &[("not-a-calendar", Severity::Error, None)]);
    assert!(page.problems[0].what.contains("login page"));
    expect(b"PK\x03\x04zip", 0, &[("not-a-calendar", Severity::Error, None)]);
    expect(
        b"\x00\x01\x02\xff",
        0,
        &[
            ("latin-1", Severity::Note, None),
            ("nul-characters", Severity::Note, None),
            ("not-a-calendar", Severity::Error, None),
        ],
    );
}

#[test]
fn encodings_other_than_utf8_are_read() {
    let text = event("DTSTART:20260302T090000Z\r\nSUMMARY:Café");
    expect(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), 1, &[]);
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    expect(&utf16, 1, &[("utf-16", Severity::Note, None)]);
    let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let read = expect(&latin1, 1, &[("latin-1", Severity::Note, None)]);
    assert!(format!("{:?}", read.evidence[0]).contains("Café"));
    expect(text.replace("SUMMARY:", "SUMMARY:\0").as_bytes(), 1, &[("nul-characters", Severity::Note, None)]);
    expect(text.replace("\r\n", "\n").as_bytes(), 1, &[]);
    expect(text.replace("\r\n", "\r").as_bytes(), 1, &[]);
}

#[test]
fn times_that_make_no_sense_are_noted_where_they_stand() {
    let before = event("DTSTART:20260302T090000Z\r\nDTEND:20260302T080000Z");
    let read = expect(before.as_bytes(), 1, &[("ends-before-start", Severity::Note, Some(3))]);
    assert_eq!(read.problems[0].item.as_deref(), Some("a"));
    expect(
        event("DTSTART:20260302T090000Z\r\nDURATION:-PT1H").as_bytes(),
        1,
        &[("negative-duration", Severity::Note, Some(3))],
    );
    expect(event("SUMMARY:when?").as_bytes(), 0, &[("no-start", Severity::Warning, Some(3))]);
    expect(event("DTSTART:20261301T090000Z").as_bytes(), 0, &[("no-start", Severity::Warning, Some(3))]);
    expect(event("DTSTART;TZID=Nowhere:20260302T090000").as_bytes(), 1, &[("unknown-zone", Severity::Note, None)]);
    expect(
        event("DTSTART:20260302T090000Z\r\nRRULE:FREQ=SOMETIMES").as_bytes(),
        1,
        &[("broken-rule", Severity::Warning, Some(3))],
    );
    expect(
        event("DTSTART:20260302T090000Z\r\nRRULE:FREQ=DAILY;BYHOUR=77").as_bytes(),
        1,
        &[("broken-rule", Severity::Warning, Some(3))],
    );
    expect(
        event("DTSTART:20260302T090000Z\r\nEXDATE:yesterday").as_bytes(),
        1,
        &[("broken-date", Severity::Note, Some(3))],
    );
}

#[test]
fn a_file_that_breaks_off_is_used_as_far_as_it_goes() {
    let whole = event("DTSTART:20260302T090000Z");
    let cut = whole.split("END:VEVENT").next().unwrap();
    expect(cut.as_bytes(), 1, &[("truncated", Severity::Warning, None)]);
}

#[test]
fn a_rule_every_second_is_cut_and_said_so() {
    let text = event("DTSTART:20260302T090000Z\r\nRRULE:FREQ=SECONDLY");
    expect(text.as_bytes(), 10_000, &[("rule-too-frequent", Severity::Warning, Some(3))]);
    expect(
        event("DTSTART:19700101T000000Z\r\nRRULE:FREQ=SECONDLY;COUNT=4000000000").as_bytes(),
        0,
        &[("rule-too-frequent", Severity::Warning, Some(3))],
    );
}

#[test]
fn rules_that_never_happen_end() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=SECONDLY;INTERVAL=7200;BYMINUTE=30",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=40",
        "FREQ=HOURLY;INTERVAL=48;BYHOUR=3",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=4",
    ] {
        let mut text = String::from("BEGIN:VCALENDAR\r\n");
        for n in 0..40 {
            write!(text, "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20260302T000000Z\r\nRRULE:{rule}\r\nEND:VEVENT\r\n")
                .unwrap();
        }
        text.push_str("END:VCALENDAR\r\n");
        assert_eq!(read_year(text.as_bytes()).evidence.len(), 40, "{rule}");
    }
}

#[test]
fn ten_thousand_exclusions_and_a_line_of_ten_megabytes_are_read() {
    let mut lines = String::from("DTSTART:20260302T090000Z\r\nRRULE:FREQ=DAILY");
    let mut day = date(2000, 1, 1);
    while day < date(2026, 12, 1) {
        write!(lines, "\r\nEXDATE:{}T090000Z", day.strftime("%Y%m%d")).unwrap();
        day = day.tomorrow().unwrap();
    }
    expect(event(&lines).as_bytes(), 31, &[]);
    let long = format!("DTSTART:20260302T090000Z\r\nDESCRIPTION:{}", "x".repeat(10_000_000));
    expect(event(&long).as_bytes(), 1, &[]);
}

#[test]
fn the_same_event_twice_counts_once() {
    let one = "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:0\r\nDTSTART:20260302T090000Z\r\nSUMMARY:old\r\nEND:VEVENT\r\n";
    let two = one.replace("SEQUENCE:0", "SEQUENCE:1").replace("old", "new");
    for text in [
        format!("BEGIN:VCALENDAR\r\n{one}{two}END:VCALENDAR\r\n"),
        format!("BEGIN:VCALENDAR\r\n{two}{one}END:VCALENDAR\r\n"),
    ] {
        let read = expect(text.as_bytes(), 1, &[("older-revisions", Severity::Note, None)]);
        assert!(format!("{:?}", read.evidence[0]).contains("new"));
    }
}

#[test]
fn titles_of_any_script_and_length_are_kept() {
    let title = format!("\u{202E}desrever 🧭 {}", "ü".repeat(300));
    let read = expect(event(&format!("DTSTART:20260302T090000Z\r\nSUMMARY:{title}")).as_bytes(), 1, &[]);
    assert!(format!("{:?}", read.evidence[0].object).contains(&"ü".repeat(300)));
}

/// A change to a file: a kind, a place (share of the file) and a byte or length.
fn mutate(bytes: &mut Vec<u8>, kind: u8, place: u16, what: u8) {
    let at = bytes.len() * usize::from(place) / 65_536;
    let end = (at + usize::from(what)).min(bytes.len());
    match kind % 6 {
        0 => bytes[at] = what,
        1 => bytes.insert(at, what),
        2 => drop(bytes.drain(at..end)),
        3 => {
            let copy = bytes[at..end].to_vec();
            bytes.splice(at..at, copy);
        }
        4 => bytes.truncate(at),
        _ => {
            if let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit) {
                bytes[at + digit] = b"0123456789-Z,;"[usize::from(what) % 14];
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_200, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(2026), ..ProptestConfig::default() })]

    /// Issue 2, acceptance 3: no panic on mutations of real-looking files.
    #[test]
    fn mutated_files_never_panic(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<u8>(), any::<u16>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = [GOOGLE, OUTLOOK, APPLE][which].to_vec();
        for (kind, place, what) in changes {
            if bytes.is_empty() {
                break;
            }
            mutate(&mut bytes, kind, place, what);
        }
        let read = read_year(&bytes);
        prop_assert_eq!(read.manifest.rows, read.evidence.len());
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(2026), ..ProptestConfig::default() })]

    /// Rules of any parts end, stay in the window and keep their order.
    #[test]
    fn any_rule_ends(
        freq in prop::sample::select(vec!["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]),
        parts in prop::collection::vec(prop::sample::select(vec![
            "INTERVAL=0", "INTERVAL=2", "INTERVAL=65535", "INTERVAL=53", "COUNT=0", "COUNT=7", "COUNT=100000",
            "UNTIL=20260401", "UNTIL=20260401T000000Z", "UNTIL=19000101T000000Z", "WKST=SU", "WKST=TH",
            "BYMONTH=2", "BYMONTH=1,12", "BYMONTH=13", "BYMONTHDAY=31", "BYMONTHDAY=-31,30", "BYMONTHDAY=0",
            "BYYEARDAY=366", "BYYEARDAY=-366,1", "BYWEEKNO=53", "BYWEEKNO=-1,1", "BYDAY=MO", "BYDAY=-5MO,2TU,FR",
            "BYDAY=53SU", "BYHOUR=0,23", "BYMINUTE=59", "BYSECOND=60", "BYSETPOS=-1", "BYSETPOS=3,-400", "SKIP=FORWARD",
            "RSCALE=GREGORIAN", "RSCALE=HEBREW",
        ]), 0..6),
        start in prop::sample::select(vec!["20260302T093000Z", "19900131T235959Z", "00010101T000000Z", "99991231T000000Z", "20240229T120000Z"]),
    ) {
        let rule = [vec![format!("FREQ={freq}")], parts.iter().map(|&p| p.to_owned()).collect()].concat().join(";");
        let read = read_year(event(&format!("DTSTART:{start}\r\nRRULE:{rule}")).as_bytes());
        prop_assert!(read.evidence.len() <= 10_001);
        let starts: Vec<_> = read.evidence.iter().map(|row| row.when.clone()).collect();
        let in_order = starts.is_sorted_by_key(|when| match when {
            rung_model::evidence::When::Interval { start, .. } => *start,
            _ => jiff::Timestamp::MIN,
        });
        prop_assert!(in_order, "{starts:?}");
    }
}

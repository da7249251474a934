//! Recurrence against published expectations (issue 2, acceptance 3): the files
//! lie beside the project and are read only where they are.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use calcard::{
    Entry, Parser,
    icalendar::{ICalendarProperty, ICalendarValue},
};
use jiff::{
    civil::{Date, DateTime, date},
    tz::TimeZone,
};
use rung_sources::ics::{
    Point, Query, Raw, expand,
    rule::{Allowance, Rule, Span, Until, instances},
};
use serde_json::Value;

fn shared(name: &str) -> Option<Value> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if !root.exists() {
        return None;
    }
    let text = std::fs::read_to_string(root.join("data/calendar").join(name)).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

fn civil(text: &str) -> DateTime {
    let number = |from: usize, to: usize| text[from..to].parse::<i16>().unwrap();
    let narrow = |from, to| i8::try_from(number(from, to)).unwrap();
    let day = date(number(0, 4), narrow(4, 6), narrow(6, 8));
    if text.len() < 15 { day.at(0, 0, 0, 0) } else { day.at(narrow(9, 11), narrow(11, 13), narrow(13, 15), 0) }
}

fn rule_of(text: &str) -> Result<Rule, String> {
    let event = format!("BEGIN:VEVENT\r\nRRULE:{text}\r\nEND:VEVENT\r\n");
    let Entry::ICalendar(calendar) = Parser::new(&event).entry() else { return Err("not read".to_owned()) };
    let entry = calendar.components[0].entries.iter().find(|entry| entry.name == ICalendarProperty::Rrule).unwrap();
    match &entry.values[0] {
        ICalendarValue::RecurrenceRule(rule) => Rule::new(rule),
        other => Err(format!("read as {other:?}")),
    }
}

/// The first instances of a rule, written as the expectations are.
fn run(rule: &str, start: &str, count: usize) -> Result<Vec<String>, String> {
    let date_only = start.len() == 8;
    let rule = rule_of(rule)?;
    let until = rule.until.map(|until| match until {
        Until::Date(date) => date.at(23, 59, 59, 0),
        Until::Local(at) => at,
        Until::Utc(at) => TimeZone::UTC.to_datetime(jiff::Timestamp::from_second(at).unwrap()),
    });
    let start_at = civil(start);
    let span = Span { from: start_at, to: date(2200, 1, 1).at(0, 0, 0, 0) };
    let mut allowance = Allowance { instances: count, ..Allowance::default() };
    let found = instances(&rule, start_at, date_only, until, span, &mut allowance);
    let zulu = if start.ends_with('Z') { "Z" } else { "" };
    let written = found.starts.iter().map(|at| {
        if date_only {
            at.strftime("%Y%m%d").to_string()
        } else {
            at.strftime(&format!("%Y%m%dT%H%M%S{zulu}")).to_string()
        }
    });
    Ok(written.collect())
}

/// The misses of the rules of one library, each with what was found, and how many rules there are.
fn misses(rules: &[Value], library: &str) -> (Vec<String>, usize) {
    let of_library = |case: &&Value| case["id"].as_str().unwrap().starts_with(library);
    let missed = rules.iter().filter(of_library).filter_map(|case| {
        let expected: Vec<&str> = case["expected"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
        let prefix = case["prefix"].as_bool().unwrap_or(false);
        let limit = if prefix { expected.len() } else { expected.len() + 1 };
        let found = run(case["rrule"].as_str().unwrap(), case["dtstart"].as_str().unwrap(), limit);
        let agrees = found.as_ref().is_ok_and(|found| *found == expected);
        (!agrees).then(|| format!("{} {}: {found:?} for {expected:?}", case["id"], case["rrule"]))
    });
    (missed.collect(), rules.iter().filter(of_library).count())
}

/// MEASURE section 4 and issue 2, acceptance 3: libical at least 85 %, ical.js at least 97 %.
/// Measured: 73 of 73 and 57 of 58. The one miss is `icaljs/96`, where ical.js
/// takes a start at position 1 although the rule takes position 2 only (and
/// does not in its own next case).
#[test]
fn rules_agree_with_libical_and_ical_js() {
    let Some(rules) = shared("rules.json") else { return };
    let rules = rules.as_array().unwrap();
    let (libical, of_libical) = misses(rules, "libical/");
    assert_eq!((libical, of_libical), (Vec::new(), 73));
    let (icaljs, of_icaljs) = misses(rules, "icaljs/");
    assert!(icaljs.iter().all(|miss| miss.starts_with("\"icaljs/96\"")), "{icaljs:#?}");
    assert_eq!(of_icaljs, 58);
}

/// `l` (local) of a point of an expectation, and whether it is a date.
fn local(point: &Value) -> (DateTime, bool) {
    let text = point["l"].as_str().unwrap();
    (civil(text), text.len() == 8)
}

fn utc(point: &Value) -> Option<DateTime> {
    point["u"].as_str().map(civil)
}

fn same(expected: &Value, found: &Point, all_day: bool, by_utc: bool) -> bool {
    if by_utc && let Some(utc) = utc(expected) {
        return found.utc.is_some_and(|at| TimeZone::UTC.to_datetime(at) == utc);
    }
    let (at, is_date) = local(expected);
    let utc_agrees = utc(expected).is_none_or(|utc| found.utc.is_some_and(|at| TimeZone::UTC.to_datetime(at) == utc));
    at == found.local && is_date == all_day && utc_agrees
}

fn matches(expected: &Value, found: &Raw, by_utc: bool) -> bool {
    expected["uid"].as_str().unwrap_or_default() == found.uid
        && expected["summary"].as_str().unwrap_or_default() == found.summary.as_deref().unwrap_or_default()
        && same(&expected["start"], &found.start, found.all_day, by_utc)
        && same(&expected["end"], &found.end, found.all_day, by_utc)
}

/// What the file holds in the window, both ends read as civil times of the
/// events themselves, as the expectations are.
fn within(ics: &str, window: &Value) -> Vec<Raw> {
    let (from, to) = (local(&window[0]).0, local(&window[1]).0);
    let wide = |date: Date, days: i64| date.saturating_add(jiff::Span::new().days(days));
    let query = Query { addresses: &[], zone: &TimeZone::UTC, first: wide(from.date(), -3), last: wide(to.date(), 3) };
    let in_window = |raw: &Raw| {
        // Whole days have no moment: they are held against the civil window.
        let (start, end, from, to) = match (raw.start.utc, raw.end.utc, utc(&window[0]), utc(&window[1])) {
            (Some(start), Some(end), Some(from), Some(to)) => {
                (TimeZone::UTC.to_datetime(start), TimeZone::UTC.to_datetime(end), from, to)
            }
            _ => (raw.start.local, raw.end.local, from, to),
        };
        (start < to && end > from) || (start == end && from <= start && start < to) || (start == from && from == to)
    };
    expand(ics.as_bytes(), "x.ics", &query)
        .occurrences
        .into_iter()
        .filter(in_window)
        .filter(|raw| !raw.cancelled)
        .collect()
}

/// (passed, misses) of a file of windows with expected occurrences.
fn windows(cases: &serde_json::Map<String, Value>, by_utc: bool) -> (usize, Vec<String>) {
    let mut misses = Vec::new();
    for (id, case) in cases {
        let found = within(case["ics"].as_str().unwrap(), &case["window"]);
        let expected = case["expected"].as_array().unwrap();
        let mut left: Vec<&Raw> = found.iter().collect();
        let missing: Vec<&Value> = expected
            .iter()
            .filter(|wanted| match left.iter().position(|raw| matches(wanted, raw, by_utc)) {
                Some(at) => {
                    left.remove(at);
                    false
                }
                None => true,
            })
            .collect();
        if !missing.is_empty() || !left.is_empty() {
            misses.push(format!("{id} {}: missing {missing:?}, extra {left:?}", case["window"]));
        }
    }
    (cases.len() - misses.len(), misses)
}

/// Issue 2, acceptance 3: ten of ten traps.
#[test]
fn traps_are_passed() {
    let Some(traps) = shared("traps.json") else { return };
    let (passed, misses) = windows(traps.as_object().unwrap(), true);
    assert_eq!((passed, misses), (10, Vec::new()));
}

/// Issue 2, acceptance 3: at least 98 % of the windows of recurring-ical-events.
/// Measured: 204 of 206. The misses: in `dba1f5e684545fe5` whole days end on
/// the day they start, which MEASURE section 4 reads as one day; in
/// `8c7f83183f799b97` a rule part is misspelt (`UNTL`), which the peer answers
/// with nothing at all and RFC 5545 with leaving the unknown part out.
#[test]
fn occurrences_agree_with_recurring_ical_events() {
    let Some(cases) = shared("occurrences.json") else { return };
    let cases = cases.as_object().unwrap();
    let (passed, misses) = windows(cases, false);
    assert!(passed * 100 >= cases.len() * 98, "{passed} of {}: {misses:#?}", cases.len());
    let explained = ["dba1f5e684545fe5", "8c7f83183f799b97"];
    assert!(misses.iter().all(|miss| explained.iter().any(|id| miss.starts_with(id))), "{misses:#?}");
}

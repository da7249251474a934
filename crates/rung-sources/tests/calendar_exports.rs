//! Exports as Google, Outlook and Apple write them become the right evidence.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};
use rung_model::{
    evidence::{Evidence, Object, RoleInEvent, When, Zone},
    manifest::SourceKind,
    occurrence::{Busy, Occurrence, Rsvp},
    problem::Severity,
};
use rung_sources::{
    ics::{Query, read, read_text},
    progress::Silent,
    read::Read,
};

const GOOGLE: &[u8] = include_bytes!("calendar/google.ics");
const OUTLOOK: &[u8] = include_bytes!("calendar/outlook.ics");
const APPLE: &[u8] = include_bytes!("calendar/apple.ics");

fn read_for(bytes: &[u8], first: Date, last: Date, addresses: &[&str]) -> Read {
    let addresses: Vec<String> = addresses.iter().map(|&a| a.to_owned()).collect();
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    read_text(bytes, "work.ics", &Query { addresses: &addresses, zone: &zone, first, last })
}

fn of(row: &Evidence) -> &Occurrence {
    match &row.object {
        Object::Occurrence(occurrence) => occurrence,
        other => panic!("not an occurrence: {other:?}"),
    }
}

/// "2026-03-02 08:30-08:45" in UTC, or "2026-03-17..2026-03-19" for whole days.
fn when(row: &Evidence) -> String {
    match &row.when {
        When::Interval { start, end, .. } => {
            format!("{}-{}", start.strftime("%F %R"), end.strftime("%R"))
        }
        When::AllDay { first, after } => format!("{first}..{after}"),
        other => panic!("no time of a meeting: {other:?}"),
    }
}

fn lines(read: &Read) -> Vec<String> {
    read.evidence
        .iter()
        .map(|row| {
            let occurrence = of(row);
            let title = occurrence.title.as_deref().unwrap_or("(private)");
            let cancelled = if occurrence.cancelled { " cancelled" } else { "" };
            format!("{} {title} {}{cancelled}", when(row), occurrence.rsvp.id())
        })
        .collect()
}

fn checks(read: &Read) -> Vec<&'static str> {
    read.problems.iter().map(|problem| problem.check).collect()
}

#[test]
fn google_series_moves_cancels_and_follows_the_clock() {
    let read = read_for(GOOGLE, date(2026, 3, 1), date(2026, 4, 1), &["ines.okafor@harbor.example"]);
    assert_eq!(
        lines(&read),
        [
            "2026-03-02 08:30-08:45 Stand-up organizer",
            "2026-03-03 13:00-14:00 (private) tentative",
            "2026-03-04 08:30-08:45 Stand-up organizer",
            "2026-03-11 13:00-13:20 Stand-up (moved) organizer",
            "2026-03-16 08:30-08:45 Stand-up organizer cancelled",
            "2026-03-17..2026-03-19 Out of office own",
            "2026-03-18 08:30-08:45 Stand-up organizer",
            "2026-03-23 08:30-08:45 Stand-up organizer",
            "2026-03-25 08:30-08:45 Stand-up organizer",
            // MEASURE 11.8: 01:30 to 03:30 in the night the clock goes forward is 60 minutes.
            "2026-03-29 00:30-01:30 Night deploy own",
            "2026-03-30 07:30-07:45 Stand-up organizer",
            "2026-04-01 07:30-07:45 Stand-up organizer",
        ]
    );
    assert_eq!(checks(&read), Vec::<&str>::new());
}

#[test]
fn google_people_rooms_and_privacy() {
    let read = read_for(GOOGLE, date(2026, 3, 1), date(2026, 4, 1), &["ines.okafor@harbor.example"]);
    let [standup, private, .., out, _, _, _, night, _, _] = &read.evidence[..] else { panic!("{:?}", lines(&read)) };

    let others: Vec<_> =
        of(standup).others.iter().map(|o| (o.account.name.as_deref(), o.account.address.as_deref(), o.rsvp)).collect();
    assert_eq!(others, [(Some("Tomas Lindqvist"), Some("tomas.lindqvist@harbor.example"), Rsvp::Accepted)]);
    assert_eq!(standup.role, RoleInEvent::Organizer);
    assert_eq!(standup.actor.name.as_deref(), Some("Ines Okafor"));
    assert_eq!(of(standup).recurrence_id.as_deref(), Some("20260302T093000"));
    assert!(of(standup).recurring && of(standup).file_names_attendees);

    assert_eq!((private.role, of(private).private), (RoleInEvent::Attendee, true));
    let kept = format!("{private:?}");
    for secret in ["Salary", "Personal", "partner.example", "Board room"] {
        assert!(!kept.contains(secret), "{secret} of a private event was kept");
    }

    assert_eq!((of(out).busy, of(out).rsvp, out.role), (Busy::OutOfOffice, Rsvp::Own, RoleInEvent::Subject));
    assert!(of(night).tentative && of(night).recurrence_id.is_none() && !of(night).recurring);
}

#[test]
fn a_calendar_named_after_an_address_knows_its_owner() {
    let read = read_for(GOOGLE, date(2026, 3, 1), date(2026, 3, 3), &[]);
    assert_eq!(read.evidence[0].actor.address.as_deref(), Some("ines.okafor@harbor.example"));
    assert_eq!(of(&read.evidence[0]).rsvp, Rsvp::Organizer);
}

#[test]
fn outlook_zones_rooms_and_shown_time() {
    let read = read_for(OUTLOOK, date(2026, 3, 1), date(2026, 7, 31), &["ines.okafor@harbor.example"]);
    assert_eq!(
        lines(&read),
        [
            "2026-03-05 09:00-10:00 Ines / Priya accepted",
            "2026-03-12 09:00-10:00 Ines / Priya accepted",
            "2026-03-19 09:00-10:00 Ines / Priya accepted",
            "2026-03-26 09:00-10:00 Ines / Priya accepted",
            "2026-04-02 08:00-09:00 Ines / Priya accepted",
            "2026-04-09 08:00-09:00 Ines / Priya accepted",
            "2026-07-01 07:00-07:30 Planning own",
            "2026-07-02 07:00-15:00 At the customer own",
            "2026-07-03..2026-07-04 Day off own",
            "2026-07-06 07:00-08:00 Nowhere own",
        ]
    );
    let [first, .., planning, customer, off, nowhere] = &read.evidence[..] else { panic!("{:?}", lines(&read)) };
    let others: Vec<_> = of(first).others.iter().map(|o| (o.account.name.as_deref(), o.rsvp)).collect();
    assert_eq!(others, [(Some("Priya Natarajan"), Rsvp::Organizer)]);
    assert!(of(planning).tentative);
    assert_eq!(of(customer).busy, Busy::Elsewhere);
    assert_eq!(of(off).busy, Busy::OutOfOffice);
    let zone = |row: &Evidence| match &row.when {
        When::Interval { zone, .. } => zone.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(zone(first), Zone::Named("Europe/Berlin".into()));
    assert_eq!(zone(planning), Zone::Named("Customized Time Zone".into()));
    assert_eq!(zone(nowhere), Zone::Floating);
    assert_eq!(checks(&read), ["unknown-zone"]);
}

#[test]
fn apple_changes_from_one_instance_on() {
    let read = read_for(APPLE, date(2026, 3, 1), date(2026, 5, 31), &[]);
    assert_eq!(
        lines(&read),
        [
            "2026-03-06 19:30-20:30 Design review own",
            "2026-03-10 08:00-08:45 Breakfast with the team own",
            "2026-03-12..2026-03-13 Spring fair own",
            "2026-03-20 18:30-19:30 Design review own",
            "2026-04-03 20:00-20:45 Design review (late) own",
            "2026-04-17 20:00-20:45 Design review (late) own",
            "2026-05-01 20:00-20:45 Design review (late) own",
        ]
    );
    assert_eq!(of(&read.evidence[2]).busy, Busy::Free);
    assert!(!of(&read.evidence[0]).file_names_attendees);
    assert_eq!(checks(&read), ["not-an-event"]);
}

#[test]
fn the_manifest_says_what_was_read() {
    let read = read_for(APPLE, date(2026, 3, 1), date(2026, 5, 31), &[]);
    assert_eq!(&*read.manifest.id, "calendar:work.ics");
    assert_eq!(read.manifest.kind, SourceKind::Calendar);
    assert_eq!(read.manifest.days, Some((date(2026, 3, 6), date(2026, 5, 1))));
    assert_eq!(read.manifest.rows, 7);
    assert!(!read.manifest.sees.contains(&rung_model::activity::Activity::Coding));
}

#[test]
fn the_same_file_gives_the_same_rows_in_any_window() {
    let all = read_for(GOOGLE, date(2026, 1, 1), date(2026, 12, 31), &["ines.okafor@harbor.example"]);
    let mut by_week = Vec::new();
    for week in 0..53_i64 {
        let first = date(2026, 1, 1).saturating_add(jiff::Span::new().days(week * 7));
        let last = first.saturating_add(jiff::Span::new().days(6)).min(date(2026, 12, 31));
        by_week.extend(read_for(GOOGLE, first, last, &["ines.okafor@harbor.example"]).evidence);
    }
    let mut ids: Vec<_> = by_week.iter().map(|row| row.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut wanted: Vec<_> = all.evidence.iter().map(|row| row.id).collect();
    wanted.sort_unstable();
    assert_eq!(ids, wanted);
    assert_eq!(all.evidence.len(), 20);
}

#[test]
fn a_file_that_is_not_there_is_one_problem() {
    let zone = TimeZone::UTC;
    let query = Query { addresses: &[], zone: &zone, first: date(2026, 1, 1), last: date(2026, 1, 2) };
    let read = read(std::path::Path::new("no/such/file.ics"), &query, &Silent);
    assert!(read.evidence.is_empty());
    assert_eq!(read.problems[0].severity, Severity::Error);
    assert_eq!(read.problems[0].check, "unreadable-file");
}

//! Entries of time logs: whatever they overlap, each minute counts once.

use std::sync::Arc;

use jiff::{Timestamp, ToSpan};
use rung_measure::{book::book, layout::Slot};
use rung_model::{
    account::Account,
    activity::Activity::{self, *},
    bucket::Bucket,
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::Kind,
    occurrence::Rsvp::Accepted,
    rule::Level,
    time_entry::TimeEntry,
};

use crate::language::*;

/// An entry of a time log, or of a watcher.
fn entry_between(start: Timestamp, end: Timestamp, activity: Activity, automatic: bool) -> Known {
    let native = format!("{start} {end} {} {automatic}", activity.id());
    let entry = TimeEntry { file: "log.csv".into(), line: 1, automatic, ..TimeEntry::default() };
    let evidence = Evidence {
        id: EvidenceId::of(&[b"timelog", native.as_bytes()]),
        source: "timelog:log.csv".into(),
        verb: Verb::LoggedWork,
        actor: Arc::new(Account::new("Ada Example", "ada@team.example")),
        role: RoleInEvent::Subject,
        when: When::Interval { start, end, zone: Zone::Utc },
        quality: Quality::Imported,
        object: Object::Entry(Box::new(entry)),
    };
    Known { evidence, kind: Kind::Activity(activity), level: Level::Lexicon }
}

fn entry(from: &str, to: &str, activity: Activity) -> Known {
    entry_between(at(DAY, from), at(DAY, to), activity, false)
}

fn watched(from: &str, to: &str, activity: Activity) -> Known {
    entry_between(at(DAY, from), at(DAY, to), activity, true)
}

fn untold(from: &str, to: &str) -> Known {
    Known { kind: Kind::Unclassified, ..entry(from, to, Coding) }
}

/// The minutes of [`DAY`] that anything was given, after checking that no minute was given twice.
fn minutes(known: &[Known]) -> u32 {
    let mut slots: Vec<Slot> = lay_out_day(known).slots;
    slots.sort_by_key(|slot| (slot.start, slot.end));
    for pair in slots.windows(2) {
        assert!(pair[0].end <= pair[1].start, "a minute twice: {pair:?}");
    }
    let sum = slots.iter().map(|slot| u32::from(slot.end - slot.start)).sum();
    assert_eq!(totals(known).observed() + totals(known).after_hours_total(), f64::from(sum), "booked once");
    sum
}

#[test]
fn an_entry_over_a_meeting_counts_its_minutes_and_the_meeting_the_rest() {
    let known = [entry("10:00", "11:30", Coding), meeting("11:00", "12:00", Accepted, Roadmap)];
    assert_eq!(minutes(&known), 120);
    assert_eq!(whole(&totals(&known), Bucket::Building).1, 90.0, "stated time beats the calendar");
    assert_eq!(whole(&totals(&known), Bucket::Strategy).1, 30.0);
    let inside = [entry("10:00", "12:00", Coding), meeting("10:30", "11:00", Accepted, Roadmap)];
    assert_eq!(minutes(&inside), 120);
}

#[test]
fn overlapping_entries_are_no_sum() {
    let known = [
        entry("10:00", "12:00", Coding),
        entry("11:00", "13:00", Coaching),
        entry("11:30", "11:45", Roadmap),
        entry("10:00", "12:00", Hiring),
    ];
    assert_eq!(minutes(&known), 180);
    let (twice, once) = ([known.clone(), known.clone()].concat(), minutes(&known));
    assert_eq!(minutes(&twice), once, "read twice");
    let reversed: Vec<Known> = known.into_iter().rev().collect();
    assert_eq!(minutes(&reversed), once, "in any order");
}

#[test]
fn an_entry_over_midnight_is_split_and_no_minute_is_lost() {
    let night = entry_between(at(DAY, "22:30"), at(DAY, "25:15"), Incident, false);
    let tomorrow = DAY.checked_add(1.day()).unwrap();
    let early = entry_between(at(tomorrow, "1:00"), at(tomorrow, "2:00"), Coding, false);
    let days = lay_out_days(&[night, early], DAY, tomorrow);
    let lengths: Vec<u32> =
        days.iter().map(|day| day.slots.iter().map(|slot| u32::from(slot.end - slot.start)).sum()).collect();
    assert_eq!(lengths, [90, 120], "an hour and a half, then the rest and what follows it, 1:00 to 1:15 once");
    let ledger = book(&days, &Default::default());
    assert_eq!(ledger.totals(DAY, tomorrow).after_hours_total(), 210.0);
}

#[test]
fn what_a_watcher_saw_under_a_meeting_is_the_meeting() {
    let known = [watched("9:30", "11:30", Coding), meeting("10:00", "11:00", Accepted, Roadmap)];
    assert_eq!(minutes(&known), 120);
    assert_eq!(whole(&totals(&known), Bucket::Strategy).1, 60.0, "the meeting keeps its hour");
    assert_eq!(whole(&totals(&known), Bucket::Building).1, 60.0);
    let all = [
        watched("9:30", "11:30", Coding),
        meeting("10:00", "11:00", Accepted, Roadmap),
        entry("10:30", "11:15", Coaching),
        commit("11:20"),
    ];
    assert_eq!(minutes(&all), 120, "stated, met, watched and inferred: once");
    assert_eq!(whole(&totals(&all), Bucket::People).1, 45.0);
}

#[test]
fn an_entry_that_does_not_say_what_was_done_gives_way_to_what_does() {
    let known = [untold("10:00", "12:00"), commit("11:00"), meeting("11:30", "12:00", Accepted, Roadmap)];
    assert_eq!(minutes(&known), 120);
    let totals = totals(&known);
    assert_eq!(whole(&totals, Bucket::Building).1, 30.0, "what a commit is taken for");
    assert_eq!(whole(&totals, Bucket::Strategy).1, 30.0, "the meeting");
    assert_eq!(totals.unclassified.point, 60.0, "what is left is seen, of unknown kind");
    let alone = [untold("10:00", "12:00")];
    assert_eq!(self::totals(&alone).unclassified.point, 120.0);
    assert_eq!(minutes(&[untold("10:00", "11:00"), untold("10:30", "11:30"), commit("10:20")]), 90 + 10);
}

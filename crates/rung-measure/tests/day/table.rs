//! The table of MEASURE section 4, row by row.

use jiff::civil::date;
use rung_measure::{layout::Remark, presence};
use rung_model::{
    activity::Activity::{Coding, Hiring, OneOnOne, Roadmap, Status},
    bucket::Bucket,
    kind::{Kind, NotCounted},
    minutes::Minutes,
    occurrence::{Busy, Rsvp},
    rule::Level,
};

use crate::language::*;

const NONE: (f64, f64, f64) = (0.0, 0.0, 0.0);

/// The presence weight of an hour's meeting, changed.
fn weight(rsvp: Rsvp, change: impl FnOnce(&mut rung_model::occurrence::Occurrence)) -> Minutes {
    let known = meeting("10:00", "11:00", rsvp, Roadmap).occurrence(change);
    match known.evidence.object {
        rung_model::evidence::Object::Occurrence(occurrence) => presence::weight(&occurrence, false),
        _ => Minutes::ZERO,
    }
}

fn remarks(known: &[Known]) -> Vec<Remark> {
    lay_out_day(known).notes.iter().map(|note| note.what).collect()
}

#[test]
fn accepted_organized_and_own_entries_weigh_one() {
    for rsvp in [Rsvp::Accepted, Rsvp::Organizer, Rsvp::Own] {
        assert_eq!(weight(rsvp, |_| {}), Minutes::exact(1.0));
        let day = totals(&[meeting("10:00", "11:00", rsvp, Roadmap)]);
        assert_eq!(whole(&day, Bucket::Strategy), (60.0, 60.0, 60.0));
    }
}

#[test]
fn tentative_and_unanswered_weigh_half() {
    for rsvp in [Rsvp::Tentative, Rsvp::NeedsAction] {
        assert_eq!(weight(rsvp, |_| {}), Minutes::new(0.0, 0.5, 1.0));
        let day = totals(&[meeting("10:00", "11:00", rsvp, Roadmap)]);
        assert_eq!(whole(&day, Bucket::Strategy), (0.0, 30.0, 60.0));
    }
    assert_eq!(weight(Rsvp::Own, |o| o.tentative = true).point, 0.5);
    assert_eq!(weight(Rsvp::Accepted, |o| o.tentative = true).point, 1.0);
}

#[test]
fn a_commit_inside_a_tentative_meeting_shows_it_did_not_happen() {
    let tentative = meeting("10:00", "11:00", Rsvp::Tentative, Roadmap);
    assert_eq!(whole(&totals(&[tentative.clone(), commit("11:00")]), Bucket::Strategy), NONE, "its end is inside");
    assert_eq!(whole(&totals(&[tentative.clone(), commit("10:00")]), Bucket::Strategy).1, 30.0, "its start is not");
    assert_eq!(
        whole(&totals(&[tentative.clone(), review("10:30")]), Bucket::Strategy).1,
        30.0,
        "a review is no commit"
    );
    assert!(remarks(&[tentative, commit("10:30")]).contains(&Remark::CommittedInside));
}

#[test]
fn declined_delegated_and_cancelled_weigh_nothing() {
    for rsvp in [Rsvp::Declined, Rsvp::Delegated] {
        assert_eq!(weight(rsvp, |_| {}), Minutes::ZERO);
        assert_eq!(remarks(&[meeting("10:00", "11:00", rsvp, Roadmap)]), [Remark::Declined]);
    }
    assert_eq!(weight(Rsvp::Accepted, |o| o.cancelled = true), Minutes::ZERO);
    let off = [
        meeting("10:00", "10:30", Rsvp::Accepted, OneOnOne).occurrence(|o| o.cancelled = true),
        meeting("11:00", "11:30", Rsvp::Declined, OneOnOne),
        meeting("12:00", "12:30", Rsvp::Accepted, Roadmap).occurrence(|o| o.cancelled = true),
    ];
    let day = totals(&off);
    assert_eq!((day.observed(), day.cancelled_one_on_ones), (0.0, 2), "cancelled 1:1s are counted apart");
}

#[test]
fn free_and_working_elsewhere_weigh_nothing() {
    for busy in [Busy::Free, Busy::Elsewhere] {
        assert_eq!(weight(Rsvp::Accepted, |o| o.busy = busy), Minutes::ZERO);
        let free = meeting("10:00", "11:00", Rsvp::Accepted, Roadmap).occurrence(|o| o.busy = busy);
        assert_eq!(remarks(&[free]), [Remark::Free]);
    }
}

#[test]
fn all_day_entries_take_no_time_and_absences_lower_the_capacity() {
    let tomorrow = date(2026, 8, 5);
    let day = totals(&[all_day(DAY, tomorrow, Kind::Activity(Roadmap))]);
    assert_eq!((day.observed(), day.capacity), (0.0, 480.0));
    let holiday = all_day(DAY, tomorrow, Kind::NotCounted(NotCounted::Ooo)).occurrence(|o| o.busy = Busy::Free);
    let day = totals(std::slice::from_ref(&holiday));
    assert_eq!((day.capacity, day.away_days, day.working_days), (0.0, 1.0, 1), "a holiday shows as free");
    let out = all_day(DAY, tomorrow, Kind::Unclassified).occurrence(|o| o.busy = Busy::OutOfOffice);
    assert_eq!(totals(&[out.clone(), holiday.clone()]).capacity, 0.0);
    assert_eq!(totals(&[out.occurrence(|o| o.cancelled = true)]).capacity, 480.0);
    let worked = totals(&[holiday, commit("10:00")]);
    assert_eq!((worked.observed(), worked.after_hours_total(), worked.days_off), (0.0, 30.0, 30.0));
}

#[test]
fn part_of_a_day_away_takes_its_minutes_of_the_window() {
    let dentist = meeting("8:00", "11:00", Rsvp::Own, Roadmap).occurrence(|o| o.busy = Busy::OutOfOffice);
    let dentist = Known { kind: Kind::NotCounted(NotCounted::Ooo), ..dentist };
    let day = totals(std::slice::from_ref(&dentist));
    assert_eq!((day.capacity, day.away_days), (360.0, 0.25));
    let timeline = lay_out_day(&[dentist]);
    assert_eq!((timeline.working.as_slice(), timeline.focus.focus), (&[(660, 1050)][..], 390.0));
}

#[test]
fn a_meeting_during_time_away_is_nothing_or_all() {
    let away = Known {
        kind: Kind::NotCounted(NotCounted::Ooo),
        ..meeting("13:00", "17:30", Rsvp::Own, Roadmap).occurrence(|o| o.busy = Busy::OutOfOffice)
    };
    let known = [away.clone(), meeting("14:00", "15:00", Rsvp::Accepted, Hiring)];
    assert_eq!(whole(&totals(&known), Bucket::People), (0.0, 0.0, 60.0));
    let known = [away.clone(), meeting("12:30", "13:30", Rsvp::Accepted, Hiring)];
    assert_eq!(whole(&totals(&known), Bucket::People), (30.0, 30.0, 60.0), "only the part inside is in doubt");
    let known = [away, meeting("14:00", "15:00", Rsvp::Tentative, Hiring)];
    assert_eq!(whole(&totals(&known), Bucket::People), NONE, "tentative during an absence");
}

#[test]
fn private_time_is_seen_and_of_unknown_kind() {
    let private = meeting("10:00", "11:00", Rsvp::Accepted, Roadmap).occurrence(|o| {
        o.private = true;
        o.title = None;
    });
    let day = totals(std::slice::from_ref(&private));
    assert_eq!((day.unclassified, day.observed()), (Minutes::exact(60.0), 60.0));
    assert_eq!(whole(&day, Bucket::Strategy), NONE);
    let said = totals(&[private.by(Level::Series)]);
    assert_eq!(said.bucket(Bucket::Strategy).point, 60.0, "unless the person said what it is");
}

#[test]
fn overlaps_count_each_minute_once() {
    let day = totals(&[
        meeting("10:00", "12:00", Rsvp::Accepted, Roadmap),
        meeting("10:30", "11:00", Rsvp::Accepted, OneOnOne),
        meeting("10:45", "11:15", Rsvp::NeedsAction, Status),
    ]);
    assert_eq!(whole(&day, Bucket::People).1, 30.0, "the shorter one first");
    assert_eq!(whole(&day, Bucket::Strategy), (90.0, 90.0, 90.0), "the longer one keeps its remainder");
    assert_eq!(day.double_booked, 30.0 + 15.0);
    let lost: Vec<_> = lay_out_day(&[
        meeting("10:00", "11:00", Rsvp::Accepted, Roadmap),
        meeting("10:30", "11:30", Rsvp::Accepted, Hiring),
    ])
    .notes
    .iter()
    .filter(|note| matches!(note.what, Remark::DoubleBooked { minutes: 30, .. }))
    .map(|note| note.at)
    .collect();
    assert_eq!(lost, [Some(630)]);
}

#[test]
fn a_focus_block_yields_and_books_nothing() {
    let focus = Known { kind: Kind::NotCounted(NotCounted::Focus), ..meeting("9:00", "12:00", Rsvp::Own, Coding) };
    let known = [focus.clone(), meeting("10:00", "10:30", Rsvp::Accepted, OneOnOne), commit("11:30")];
    let day = totals(&known);
    assert_eq!(day.observed(), 60.0, "the meeting and the commit only");
    assert_eq!(day.not_counted[&NotCounted::Focus], 120.0, "the rest stays unallocated");
    assert!(remarks(&known).contains(&Remark::Yielded(60)));
    let marked = Known { kind: Kind::Unclassified, ..focus }.occurrence(|o| o.busy = Busy::Focus);
    assert_eq!(totals(&[marked]).observed(), 0.0, "a block the calendar itself marks as focus");
}

#[test]
fn an_entry_alone_in_a_file_with_attendees_goes_by_its_title() {
    let alone = meeting("10:00", "11:00", Rsvp::Own, Roadmap).occurrence(|o| o.file_names_attendees = true);
    assert_eq!(whole(&totals(&[alone]), Bucket::Strategy), (60.0, 60.0, 60.0));
}

#[test]
fn the_same_meeting_in_two_feeds_counts_once_with_the_surest_answer() {
    let tentative = meeting("10:00", "11:00", Rsvp::Tentative, Roadmap).occurrence(|o| o.uid = "sync".into());
    let accepted = meeting("10:00", "11:00", Rsvp::Accepted, Roadmap).occurrence(|o| o.uid = "sync".into());
    let both = [tentative.clone().from("calendar:team"), accepted.clone()];
    assert_eq!(whole(&totals(&both), Bucket::Strategy), (60.0, 60.0, 60.0));
    assert!(remarks(&both).contains(&Remark::SameMeeting(accepted.id())));
    assert_eq!(totals(&both).double_booked, 0.0);

    let declined = accepted.clone().occurrence(|o| o.rsvp = Rsvp::Declined);
    assert_eq!(totals(&[tentative.from("calendar:team"), declined]).observed(), 0.0, "an answer beats none");

    let instance =
        |name: &'static str| move |o: &mut rung_model::occurrence::Occurrence| o.recurrence_id = Some(name.into());
    let utc = accepted.clone().occurrence(instance("20260804T100000Z"));
    let local = accepted.from("calendar:team").occurrence(instance("20260804T120000"));
    assert_eq!(totals(&[utc, local]).observed(), 60.0, "two programs write one instance differently");
}

#[test]
fn a_moved_instance_is_the_same_meeting() {
    let instance = |o: &mut rung_model::occurrence::Occurrence| {
        o.uid = "weekly".into();
        o.recurrence_id = Some("20260804T100000".into());
    };
    let stale = meeting("10:00", "11:00", Rsvp::NeedsAction, Roadmap).occurrence(instance).from("calendar:old");
    let moved = meeting("15:00", "16:00", Rsvp::Accepted, Roadmap).occurrence(instance);
    assert_eq!(whole(&totals(&[stale, moved]), Bucket::Strategy), (60.0, 60.0, 60.0));
}

#[test]
fn private_appointments_keep_inference_out_unless_work_is_inside() {
    let lunch = Known { kind: Kind::NotCounted(NotCounted::Personal), ..meeting("12:00", "13:00", Rsvp::Own, Coding) };
    let after = totals(&[lunch.clone(), commit("13:10")]);
    assert_eq!(whole(&after, Bucket::Building), (5.0, 30.0, 60.0), "20 before lunch, 10 after, and no further back");
    assert_eq!(after.not_counted[&NotCounted::Personal], 60.0);
    let inside = totals(&[lunch, commit("12:30")]);
    assert_eq!(whole(&inside, Bucket::Building), (5.0, 30.0, 120.0));
}

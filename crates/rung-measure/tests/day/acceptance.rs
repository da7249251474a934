//! The acceptance days of MEASURE section 11, to the minute.

use crate::language::*;
use jiff::{civil::date, tz::TimeZone};
use rung_measure::layout::Remark;
use rung_model::{
    activity::Activity::{self, *},
    bucket::Bucket,
    commit::Standing,
    evidence::{RoleInEvent, Verb},
    kind::Kind,
    occurrence::Rsvp::{Accepted, Tentative},
};

#[test]
fn a_tech_leads_tuesday() {
    // MEASURE 11.1. The stand-up counts as strategy here.
    let day = [
        meeting("9:30", "9:45", Accepted, Alignment),
        meeting("10:00", "10:30", Accepted, OneOnOne),
        meeting("11:00", "12:00", Accepted, Roadmap),
        meeting("14:00", "15:00", Accepted, Hiring),
        meeting("15:00", "16:00", Tentative, Design),
        meeting("15:30", "16:00", Accepted, Alignment),
        review("9:20"),
        commit("13:10"),
        commit("13:40"),
        review("16:20"),
        comment("16:25"),
        commit("16:50"),
    ];
    let (totals, timeline) = with_comment_prior(&day);
    assert_eq!(whole(&totals, Bucket::Strategy), (105.0, 105.0, 105.0));
    assert_eq!(whole(&totals, Bucket::People), (90.0, 90.0, 90.0));
    assert_eq!(whole(&totals, Bucket::Building), (26.0, 145.0, 240.0));
    assert_eq!((totals.observed(), totals.unobserved()), (340.0, 140.0));
    assert_eq!((totals.coverage() * 100.0).round(), 71.0);
    assert_eq!(totals.double_booked, 30.0);
    let points = |clock: &str| {
        let moment = (at(DAY, clock).as_second() - timeline.begins.as_second()) / 60;
        let slot = timeline.slots.iter().find(|slot| i64::from(slot.end) == moment).unwrap();
        (slot.start, slot.minutes())
    };
    assert_eq!(points("16:50"), (16 * 60 + 25, 25));
    assert_eq!(points("16:20"), (16 * 60, 20));
}

/// No source tells of comments yet: here an incident action stands for one, with a comment's prior.
fn comment(clock: &str) -> Known {
    instant(at(DAY, clock), Verb::Committed, Incident)
}

fn with_comment_prior(known: &[Known]) -> (rung_measure::totals::Totals, rung_measure::layout::Timeline) {
    use rung_measure::layout::{Settings, lay_out};
    use rung_model::prior::{InstantKind, Priors};
    let mut priors = Priors::default();
    priors.set(InstantKind::Incident, priors.get(InstantKind::Comment));
    let schedule = rung_model::schedule::Schedule::default();
    let settings = Settings { zone: &TimeZone::UTC, schedule: &schedule, priors: &priors, first: DAY, last: DAY };
    let timelines = lay_out(&items(known), &settings);
    let totals = rung_measure::book::book(&timelines, &Default::default()).totals(DAY, DAY);
    (totals, timelines.into_iter().next().unwrap())
}

#[test]
fn an_accepted_half_hour_over_a_tentative_hour() {
    // MEASURE 11.2.
    let totals =
        totals(&[meeting("10:00", "10:30", Accepted, OneOnOne), meeting("10:00", "11:00", Tentative, Roadmap)]);
    assert_eq!(whole(&totals, Bucket::People), (30.0, 30.0, 30.0));
    assert_eq!(whole(&totals, Bucket::Strategy), (0.0, 15.0, 30.0));
    assert_eq!(totals.observed(), 45.0);
}

#[test]
fn two_accepted_that_overlap() {
    // MEASURE 11.3.
    let totals = totals(&[meeting("10:30", "11:30", Accepted, Hiring), meeting("10:00", "11:00", Accepted, Roadmap)]);
    assert_eq!(whole(&totals, Bucket::Strategy), (60.0, 60.0, 60.0));
    assert_eq!(whole(&totals, Bucket::People), (30.0, 30.0, 30.0));
    assert_eq!((totals.observed(), totals.double_booked), (90.0, 30.0));
}

#[test]
fn three_commits_and_nothing_else() {
    // MEASURE 11.4.
    let totals = totals(&[commit("10:00"), commit("11:30"), commit("15:00")]);
    assert_eq!(whole(&totals, Bucket::Building), (15.0, 150.0, 330.0));
    assert_eq!((totals.coverage() * 100.0).round(), 31.0);
    assert_eq!(whole(&totals, Bucket::People), (0.0, 0.0, 0.0));
    assert_eq!(totals.commits, 3);
}

#[test]
fn an_off_site_and_an_evening() {
    // MEASURE 11.5.
    let totals = totals(&[meeting("9:00", "17:00", Accepted, Vision), commit("21:30"), commit("22:15")]);
    assert_eq!(whole(&totals, Bucket::Strategy), (480.0, 480.0, 480.0));
    assert_eq!(whole(&totals, Bucket::Building), (10.0, 75.0, 165.0));
    assert_eq!((totals.after_hours_total(), totals.coverage()), (75.0, 1.0));
}

#[test]
fn a_commit_inside_a_meeting() {
    // MEASURE 11.6.
    let known = [meeting("10:00", "11:00", Accepted, Roadmap), commit("10:30"), commit("11:20")];
    let sums = totals(&known);
    assert_eq!(whole(&sums, Bucket::Strategy), (60.0, 60.0, 60.0));
    assert_eq!(whole(&sums, Bucket::Building), (5.0, 30.0, 60.0));
    let timeline = lay_out_day(&known);
    let inside = timeline.notes.iter().find(|note| note.evidence == known[1].id()).unwrap();
    assert_eq!(inside.what, Remark::InsideMeeting(known[0].id()));
    let slots: Vec<_> = timeline.slots.iter().map(|slot| (slot.start, slot.end)).collect();
    assert_eq!(slots, [(590, 600), (600, 660), (660, 680)], "20 after the meeting, 10 before");

    let tentative = meeting("10:00", "11:00", Tentative, Roadmap);
    let sums = totals(&[tentative.clone(), commit("10:30"), commit("11:20")]);
    assert_eq!(whole(&sums, Bucket::Strategy), (0.0, 0.0, 0.0));
    assert_eq!(whole(&sums, Bucket::Building), (10.0, 80.0, 170.0));
    let sums = totals(&[tentative, commit("10:30")]);
    assert_eq!(whole(&sums, Bucket::Building), (5.0, 30.0, 120.0));
}

#[test]
fn a_squash_and_its_commits_are_three_instants() {
    // MEASURE 11.7, as far as the standing of a commit decides it.
    let commits = [commit("10:00"), commit("11:30"), commit("15:00")];
    let mut with_squash = commits.to_vec();
    with_squash.push(commit("15:10").commit(|c| c.standing = Standing::SquashOf(vec!["a".into()])));
    with_squash.push(commit("15:20").commit(|c| c.standing = Standing::CopyOf("b".into())));
    assert_eq!(whole(&totals(&with_squash), Bucket::Building), whole(&totals(&commits), Bucket::Building));
    assert_eq!(totals(&with_squash).commits, 3);
    let timeline = lay_out_day(&with_squash);
    let said: Vec<_> = timeline.notes.iter().map(|note| note.what).collect();
    assert!(said.contains(&Remark::SquashKnown) && said.contains(&Remark::Copy));
}

#[test]
fn a_squash_of_unknown_commits_takes_the_typical_prior_only() {
    // MEASURE section 5: no gap and no reach, also inside a session.
    let squash = commit("12:00").commit(|c| c.standing = Standing::Squash);
    assert_eq!(whole(&totals(std::slice::from_ref(&squash)), Bucket::Building), (5.0, 30.0, 30.0));
    let sums = totals(&[commit("11:00"), squash]);
    assert_eq!(whole(&sums, Bucket::Building), (10.0, 60.0, 150.0));
}

#[test]
fn days_on_which_the_clock_changes() {
    // MEASURE 11.8.
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let spring = date(2026, 3, 29);
    let moment = |hours: i8, minutes: i8| berlin.to_timestamp(spring.at(hours, minutes, 0, 0)).unwrap();
    let event = meeting_between(moment(1, 30), moment(3, 30), Accepted, Kind::Activity(Roadmap));
    let days = lay_out_in(&[event], spring, spring, &berlin);
    assert_eq!(days[0].length, 1380);
    assert_eq!(days[0].bookings[0].minutes().point, 60.0);
    let autumn = date(2026, 10, 25);
    assert_eq!(lay_out_in(&[], autumn, autumn, &berlin)[0].length, 1500);
}

#[test]
fn no_evidence_is_no_evidence() {
    // MEASURE 11.9.
    let totals = totals(&[]);
    assert_eq!((totals.observed(), totals.unobserved(), totals.coverage()), (0.0, 480.0, 0.0));
}

#[test]
fn a_diary_day_logged_whole() {
    // MEASURE 11.10: e-mail, interruptions and networking align people, a specification is design,
    // breaks and various are other.
    let diary: [(Activity, u32); 15] = [
        (Coding, 84),
        (Support, 74),
        (Testing, 41),
        (Design, 20),
        (CodeReview, 25),
        (TechnicalDocs, 9),
        (Alignment, 85),
        (Status, 53),
        (Status, 24),
        (Coaching, 26),
        (Customer, 10),
        (Learning, 17),
        (Admin, 12),
        (Admin, 44),
        (Admin, 21),
    ];
    let minutes: u32 = diary.iter().map(|(_, minutes)| minutes).sum();
    assert_eq!(minutes, 545);
    let known: Vec<Known> = diary.iter().map(|(activity, minutes)| amount(*minutes, *activity, true)).collect();
    let mut all = known.clone();
    all.extend([meeting("10:00", "11:00", Accepted, Roadmap), commit("12:00")]);
    let sums = totals(&all);
    let points: Vec<f64> = Bucket::ALL.iter().map(|bucket| whole(&sums, *bucket).1).collect();
    assert_eq!(points, [172.0, 26.0, 253.0, 94.0]);
    assert_eq!(sums, {
        let mut alone = totals(&known);
        alone.rows.clone_from(&sums.rows);
        alone.commits = sums.commits;
        alone.focus = sums.focus;
        alone
    });
}

#[test]
fn a_reviewer_named_in_a_trailer_is_an_instant() {
    let known = review("11:00").role(RoleInEvent::Reviewer).quality(rung_model::evidence::Quality::Derived);
    assert_eq!(whole(&totals(&[known]), Bucket::Building), (0.0, 20.0, 60.0));
}

//! Corrections: they beat every rule, survive a changed UID only once the person has said so, and ask else.

use jiff::{civil::Date, tz::TimeZone};
use proptest::prelude::*;
use rung_measure::{
    corrections::{Question, Settled, look_of, settle},
    recognise::{Context, Recogniser},
};
use rung_model::{
    activity::Activity,
    commit::PathClasses,
    correction::{Correction, Look, Target},
    evidence::{Evidence, EvidenceId},
    kind::Kind,
    rule::{Level, Match, Rule},
};

use crate::support::{commit, meeting, with};

const BERLIN: &str = "Europe/Berlin";

fn zone() -> TimeZone {
    TimeZone::get(BERLIN).unwrap()
}

fn correction(id: &str, made: i64, target: Target, set: Activity) -> Correction {
    Correction {
        id: id.to_owned(),
        made: jiff::Timestamp::from_second(made).unwrap(),
        target,
        also: Vec::new(),
        look: look_of(&sync("uid-1"), &zone()).unwrap(),
        set: Kind::Activity(set),
        why: None,
        undone: None,
        origin: "corrections.toml:1".to_owned(),
    }
}

fn sync(uid: &str) -> Evidence {
    with(meeting("Platform <> Ledger", &["chen@heron.example"]), |event| event.uid = uid.to_owned())
}

fn series(uid: &str) -> Target {
    Target::Series { uid: uid.to_owned() }
}

fn said(settled: Settled, evidence: &Evidence) -> (Kind, Level) {
    let everything = Rule {
        id: "mine".to_owned(),
        level: Level::Personal,
        when: Match { title: Some("(?i)platform".to_owned()), ..Match::default() },
        set: Kind::Activity(Activity::Status),
        why: None,
        origin: "rules.toml:1".to_owned(),
    };
    let rules = settled.rules.into_iter().chain([everything]).collect();
    let context = Context { roster: None, me: None, addresses: &[], zone: Some(zone()) };
    let answer = Recogniser::new(rules, context).unwrap().recognise(evidence);
    (answer.kind, answer.level)
}

#[test]
fn a_correction_of_one_occurrence_beats_one_of_the_series_and_that_beats_a_rule() {
    // 2026-03-02 23:45 UTC is 3 March in Berlin.
    let day = Date::constant(2026, 3, 3);
    let of_series = correction("c-1", 1, series("uid-1"), Activity::Alignment);
    let one = correction("c-2", 2, Target::Occurrence { uid: "uid-1".into(), day }, Activity::Hiring);
    let evidence = [sync("uid-1")];
    let both = settle(&[of_series.clone(), one.clone()], &evidence, &zone());
    assert_eq!(said(both, &evidence[0]), (Kind::Activity(Activity::Hiring), Level::Occurrence));
    let series_alone = settle(&[of_series], &evidence, &zone());
    assert_eq!(said(series_alone, &evidence[0]), (Kind::Activity(Activity::Alignment), Level::Series));
    let undone = Correction { undone: Some(one.made), ..one };
    assert_eq!(said(settle(&[undone], &evidence, &zone()), &evidence[0]).1, Level::Personal);
}

#[test]
fn the_latest_of_two_corrections_of_one_thing_counts() {
    let evidence = [sync("uid-1")];
    let two = [
        correction("c-1", 9, series("uid-1"), Activity::Hiring),
        correction("c-2", 5, series("uid-1"), Activity::Design),
    ];
    assert_eq!(said(settle(&two, &evidence, &zone()), &evidence[0]).0, Kind::Activity(Activity::Hiring));
}

#[test]
fn under_another_uid_nothing_is_applied_and_the_person_is_asked() {
    let one = correction("c-1", 1, series("uid-1"), Activity::Alignment);
    let evidence = [sync("uid-9")];
    let settled = settle(std::slice::from_ref(&one), &evidence, &zone());
    let question = Question {
        correction: "c-1".into(),
        uid: "uid-9".into(),
        title: Some("Platform <> Ledger".into()),
        day: Date::constant(2026, 3, 3),
    };
    assert_eq!(settled.questions, [question]);
    assert_eq!(said(settled, &evidence[0]).1, Level::Personal);
    let confirmed = Correction { also: vec!["uid-9".into()], ..one };
    let settled = settle(&[confirmed], &evidence, &zone());
    assert_eq!(settled.questions, []);
    assert_eq!(said(settled, &evidence[0]), (Kind::Activity(Activity::Alignment), Level::Series));
}

#[test]
fn what_looks_otherwise_or_is_there_under_its_uid_is_not_asked_about() {
    let one = correction("c-1", 1, series("uid-1"), Activity::Alignment);
    let other_title = with(sync("uid-9"), |event| event.title = Some("Platform Guild".into()));
    let other_host = with(sync("uid-9"), |event| {
        event.organizer = Some(std::sync::Arc::new(rung_model::account::Account::new("", "x@heron.example")));
    });
    for evidence in [vec![other_title], vec![other_host], vec![sync("uid-1"), sync("uid-9")], vec![]] {
        assert_eq!(settle(std::slice::from_ref(&one), &evidence, &zone()).questions, [], "{evidence:?}");
    }
    let another_day = Target::Occurrence { uid: "uid-1".into(), day: Date::constant(2026, 3, 10) };
    let of_day = correction("c-1", 1, another_day, Activity::Alignment);
    assert_eq!(settle(&[of_day], &[sync("uid-9")], &zone()).questions, []);
}

#[test]
fn a_commit_is_corrected_by_its_identity() {
    let evidence = [commit(PathClasses::CODE, &["a.rs"])];
    let mut one = correction("c-1", 1, Target::Fact(evidence[0].id), Activity::Design);
    one.look = Look::default();
    assert_eq!(said(settle(&[one.clone()], &evidence, &zone()), &evidence[0]).0, Kind::Activity(Activity::Design));
    one.target = Target::Fact(EvidenceId(1));
    assert_eq!(said(settle(&[one], &evidence, &zone()), &evidence[0]).1, Level::Structural);
}

proptest! {
    /// Reading sources again, in any order and any number of times, changes no answer.
    #[test]
    fn importing_again_keeps_corrections(order in prop::collection::vec(0..4_usize, 1..12)) {
        let pool = [sync("uid-1"), sync("uid-2"), sync("uid-9"), meeting("Lunch", &[])];
        let evidence: Vec<Evidence> = order.iter().map(|at| pool[*at].clone()).collect();
        let once: Vec<Evidence> = pool.iter().filter(|one| evidence.contains(one)).cloned().collect();
        let corrections = [
            correction("c-1", 1, series("uid-1"), Activity::Alignment),
            correction("c-2", 2, series("uid-2"), Activity::Hiring),
        ];
        prop_assert_eq!(settle(&corrections, &evidence, &zone()), settle(&corrections, &once, &zone()));
    }
}

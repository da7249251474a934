//! Recognition of evidence: structure, marks of the calendar, sides of a ritual (MEASURE sections 3 and 4).

use std::sync::Arc;

use crate::support::{ME, all_day, commit, meeting, roster, with};
use rung_measure::{
    recognise::{Context, Recogniser},
    recognition::Recognition,
};
use rung_model::{
    activity::Activity,
    commit::PathClasses,
    evidence::{Evidence, Object, RoleInEvent, Verb, When},
    kind::{Kind, NotCounted},
    logged::Logged,
    occurrence::{Busy, Rsvp},
    rule::Level,
};

fn addresses() -> Vec<String> {
    vec![ME.to_owned()]
}

/// Recognised with the roster.
fn seen(evidence: &Evidence) -> Recognition {
    let (roster, addresses) = (roster(), addresses());
    let context = Context { roster: Some(&roster), addresses: &addresses, ..Context::default() };
    Recogniser::new(Vec::new(), context).unwrap().recognise(evidence)
}

/// Recognised without a roster.
fn seen_alone(evidence: &Evidence) -> Recognition {
    let addresses = addresses();
    let context = Context { addresses: &addresses, ..Context::default() };
    Recogniser::new(Vec::new(), context).unwrap().recognise(evidence)
}

const fn is(activity: Activity) -> Kind {
    Kind::Activity(activity)
}

#[test]
fn two_humans_and_a_line_are_a_one_on_one() {
    let cases = [
        ("ben", Activity::OneOnOne, "structural/two-with-report"),
        ("dee", Activity::OneOnOne, "structural/two-with-skip-report"),
        ("eva", Activity::OneOnOneUp, "structural/two-with-manager"),
        ("fay", Activity::OneOnOneUp, "structural/two-with-peer"),
        ("jon", Activity::OneOnOneUp, "structural/two-with-peer"),
    ];
    for (other, activity, rule) in cases {
        for title in ["1:1", "Ada / someone", "Weekly", "Heron things"] {
            let answer = seen(&meeting(title, &[&format!("{other}@heron.example")]));
            assert_eq!((answer.kind, &*answer.rule), (is(activity), rule), "{title} with {other}");
            assert_eq!(answer.level, Level::Structural);
        }
    }
}

#[test]
fn the_line_is_that_of_the_day() {
    let past = seen(&meeting("1:1", &["ida@heron.example"]));
    assert_eq!(past.kind, is(Activity::OneOnOneUp), "Ida reports to nobody known on that day");
}

#[test]
fn a_title_that_names_other_work_keeps_it_between_two() {
    for (title, activity) in [
        ("Pairing", Activity::Pairing),
        ("Code review", Activity::CodeReview),
        ("Interview debrief", Activity::Hiring),
        ("Performance review", Activity::Feedback),
        ("Incident review", Activity::Incident),
    ] {
        assert_eq!(seen(&meeting(title, &["ben@heron.example"])).kind, is(activity), "{title} with a report");
    }
    let up = seen(&meeting("Performance review", &["eva@heron.example"]));
    assert_eq!(up.kind, is(Activity::OneOnOneUp), "the report's side of feedback");
    assert_eq!(seen(&meeting("Roadmap review", &["fay@heron.example"])).kind, is(Activity::Roadmap));
    assert_eq!(seen(&meeting("Roadmap review", &["ben@heron.example"])).kind, is(Activity::OneOnOne));
}

#[test]
fn mentoring_off_the_line_has_two_sides() {
    let with_junior = seen(&meeting("Mentoring", &["gus@heron.example"]));
    assert_eq!((with_junior.kind, &*with_junior.rule), (is(Activity::Coaching), "structural/mentor"));
    let with_principal = seen(&meeting("Mentoring", &["hal@heron.example"]));
    assert_eq!((with_principal.kind, &*with_principal.rule), (is(Activity::Learning), "structural/mentee"));
    assert_eq!(seen(&meeting("1:1", &["gus@heron.example"])).kind, is(Activity::OneOnOneUp));
    assert_eq!(seen(&meeting("Heron things", &["gus@heron.example"])).kind, Kind::Unclassified);
}

#[test]
fn strangers_are_not_reports() {
    let outside = seen(&meeting("1:1", &["kim@larkfield.example"]));
    assert_eq!((outside.kind, &*outside.rule), (Kind::Unclassified, "structural/two-with-stranger"));
    assert_eq!(seen(&meeting("1:1", &["new@heron.example"])).level, Level::Lexicon);
    assert_eq!(seen(&meeting("Sales call", &["kim@larkfield.example"])).kind, is(Activity::Customer));
}

#[test]
fn without_a_roster_the_title_says_one_on_one() {
    let answer = seen_alone(&meeting("1:1", &["ben@heron.example"]));
    assert_eq!((answer.kind, answer.level), (is(Activity::OneOnOne), Level::Lexicon));
    assert_eq!(seen_alone(&meeting("Ada / Ben", &["ben@heron.example"])).kind, is(Activity::OneOnOne));
    assert_eq!(seen_alone(&meeting("Heron things", &["ben@heron.example"])).kind, Kind::Unclassified);
}

#[test]
fn a_ritual_has_one_who_runs_it() {
    let standup = meeting("Stand-up", &["ben@heron.example", "cem@heron.example"]);
    assert_eq!(seen(&standup).kind, is(Activity::RitualTakingPart));
    let own = Evidence { role: RoleInEvent::Organizer, ..standup.clone() };
    assert_eq!(seen(&own).kind, is(Activity::RitualRunning));
    assert_eq!(seen(&with(standup, |o| o.rsvp = Rsvp::Organizer)).kind, is(Activity::RitualRunning));
}

#[test]
fn private_titles_are_never_read() {
    let secret = with(meeting("Sprint planning", &["ben@heron.example"]), |o| {
        o.private = true;
        o.categories = vec!["hiring".into()];
    });
    let answer = seen(&secret);
    assert_eq!((answer.kind, &*answer.rule), (Kind::Unclassified, "unclassified/private"));
    let away = with(secret, |o| o.busy = Busy::OutOfOffice);
    assert_eq!(seen(&away).kind, Kind::NotCounted(NotCounted::Ooo), "the calendar's own mark is no title");
}

#[test]
fn marks_of_the_calendar_come_before_titles() {
    let plain = meeting("Sprint planning", &["ben@heron.example", "cem@heron.example"]);
    let focus = with(plain.clone(), |o| o.busy = Busy::Focus);
    assert_eq!(seen(&focus).kind, Kind::NotCounted(NotCounted::Focus));
    let away = with(plain.clone(), |o| o.busy = Busy::OutOfOffice);
    assert_eq!(seen(&away).kind, Kind::NotCounted(NotCounted::Ooo));
    let declared = with(plain, |o| o.categories = vec!["Red category".into(), "Code review".into()]);
    let answer = seen(&declared);
    assert_eq!((answer.kind, answer.level), (is(Activity::CodeReview), Level::Declared));
}

#[test]
fn whole_days_are_away_or_no_meeting() {
    let own = |title: &str| Evidence { role: RoleInEvent::Subject, ..all_day(meeting(title, &[])) };
    assert_eq!(seen(&own("Vacation")).kind, Kind::NotCounted(NotCounted::Ooo));
    assert_eq!(seen(&own("Ada PTO")).kind, Kind::NotCounted(NotCounted::Ooo));
    assert_eq!(seen(&own("Release 2.4")).kind, Kind::NotCounted(NotCounted::Excluded));
    assert_eq!(&*seen(&own("Board election")).rule, "structural/whole-days");
}

#[test]
fn the_leave_of_another_is_not_the_owners() {
    let own = |title: &str| Evidence { role: RoleInEvent::Subject, ..all_day(meeting(title, &[])) };
    let answer = seen(&own("Ben PTO"));
    assert_eq!((answer.kind, &*answer.rule), (Kind::NotCounted(NotCounted::Excluded), "structural/leave-of-another"));
    let invited = all_day(meeting("Vacation", &["ben@heron.example"]));
    assert_eq!(seen(&invited).kind, Kind::NotCounted(NotCounted::Excluded));
    let holiday = all_day(meeting("Public holiday", &[]));
    assert_eq!(seen(&holiday).kind, Kind::NotCounted(NotCounted::Ooo), "a holiday is everyone's");
}

#[test]
fn commits_are_what_their_paths_are() {
    let both = PathClasses::DECISIONS.with(PathClasses::DESIGN);
    for (classes, activity) in [
        (PathClasses::DECISIONS, Activity::Design),
        (both, Activity::Design),
        (PathClasses::DOCS, Activity::TechnicalDocs),
        (PathClasses::DOCS.with(both), Activity::TechnicalDocs),
        (PathClasses::TESTS, Activity::Testing),
        (PathClasses::INFRASTRUCTURE, Activity::Release),
        (PathClasses::CODE, Activity::Coding),
        (PathClasses::CODE.with(PathClasses::TESTS), Activity::Coding),
        (PathClasses::OTHER, Activity::Coding),
        (PathClasses::default(), Activity::Coding),
    ] {
        let answer = seen(&commit(classes, &["a"]));
        assert_eq!((answer.kind, answer.level), (is(activity), Level::Structural), "{classes:?}");
    }
    let review = Evidence { verb: Verb::Reviewed, role: RoleInEvent::Reviewer, ..commit(PathClasses::DOCS, &["a.md"]) };
    assert_eq!(seen(&review).kind, is(Activity::CodeReview));
}

#[test]
fn a_logged_entry_is_what_the_person_said() {
    let logged = Logged {
        kind: is(Activity::Vision),
        file: Arc::from("days.toml"),
        line: 12,
        whole_day: false,
        note: Some("Sprint planning".into()),
    };
    let evidence = Evidence {
        verb: Verb::LoggedWork,
        when: When::Amount { day: "2026-03-02".parse().unwrap(), minutes: 60 },
        object: Object::Logged(Box::new(logged)),
        ..meeting("", &[])
    };
    let answer = seen(&evidence);
    assert_eq!((answer.kind, &*answer.origin), (is(Activity::Vision), "days.toml:12"));
}

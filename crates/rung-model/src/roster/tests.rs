//! Periods and lookups.

use proptest::prelude::*;

use super::*;

fn period(from: Option<i8>, until: Option<i8>) -> Period {
    let day = |day| Date::constant(2026, 1, day);
    Period { from: from.map(day), until: until.map(day) }
}

#[test]
fn a_period_ends_the_day_before_until() {
    let both = period(Some(5), Some(8));
    let held: Vec<i8> = (1..=10).filter(|day| both.holds_on(Date::constant(2026, 1, *day))).collect();
    assert_eq!(held, [5, 6, 7]);
    assert!(Period::default().holds_on(Date::MIN) && Period::default().holds_on(Date::MAX));
    assert!(!both.overlaps(&period(Some(8), None)));
    assert!(both.overlaps(&period(None, Some(6))));
    assert!(both.overlaps(&Period::default()));
}

#[test]
fn an_address_two_people_claim_is_nobodys() {
    let person = |id: &str, address: &str| Person {
        id: id.to_owned(),
        name: id.to_owned(),
        addresses: vec![address.to_owned()],
        ..Person::default()
    };
    let people = vec![person("a", "x@h.example"), person("b", "x@h.example"), person("c", "c@h.example")];
    let roster = Roster { people, ..Roster::default() };
    assert_eq!(roster.person_at("x@h.example"), None);
    assert_eq!(roster.person_at("C@H.example").map(|person| person.id.as_str()), Some("c"));
}

#[test]
fn managers_change_on_the_day_the_line_does() {
    let line = |manager: &str, solid, period| ReportsTo {
        person: "b".into(),
        manager: manager.into(),
        solid,
        interim: false,
        period,
        known: Period::default(),
    };
    let person = |id: &str| Person { id: id.to_owned(), name: id.to_owned(), ..Person::default() };
    let roster = Roster {
        people: ["a", "b", "c"].map(person).to_vec(),
        lines: vec![
            line("c", false, Period::default()),
            line("a", true, period(None, Some(5))),
            line("c", true, period(Some(5), None)),
        ],
        ..Roster::default()
    };
    let manager = |day| roster.manager_of("b", Date::constant(2026, 1, day)).map(|person| person.id.as_str());
    assert_eq!((manager(4), manager(5)), (Some("a"), Some("c")));
    assert_eq!(roster.reports_of("a", Date::constant(2026, 1, 4)), ["b"]);
    assert!(roster.reports_of("a", Date::constant(2026, 1, 5)).is_empty());
}

proptest! {
    #[test]
    fn periods_overlap_where_they_share_a_day(
        a in (prop::option::of(1..28_i8), prop::option::of(1..28_i8)),
        b in (prop::option::of(1..28_i8), prop::option::of(1..28_i8)),
    ) {
        let runs_forward = |(from, until): (Option<i8>, Option<i8>)| from.zip(until).is_none_or(|(f, u)| f < u);
        prop_assume!(runs_forward(a) && runs_forward(b));
        let (a, b) = (period(a.0, a.1), period(b.0, b.1));
        let mut days = (1..=28).map(|day| Date::constant(2026, 1, day)).chain([Date::MIN, Date::MAX]);
        let common = days.any(|day| a.holds_on(day) && b.holds_on(day));
        prop_assert_eq!(a.overlaps(&b), common);
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
    }
}

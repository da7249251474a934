//! How the other attendee relates to the owner, on the day of the event.

use crate::support::{ME, roster};
use jiff::civil::{Date, date};
use rung_measure::relation::{Lines, is_external, relation};
use rung_model::{
    account::Account,
    roster::{Period, ReportsTo, Roster},
    rule::Relation,
};

const DAY: Date = date(2026, 3, 2);

fn to(roster: &Roster, me: Option<&str>, other: &str, day: Date) -> Option<Relation> {
    relation(&Lines::of(roster), me, &[ME.to_owned()], &Account::new("", other), day)
}

#[test]
fn lines_teams_and_domains() {
    let roster = roster();
    for (other, expected) in [
        ("BEN@heron.example", Some(Relation::Report)),
        ("dee@heron.example", Some(Relation::SkipReport)),
        ("eva@heron.example", Some(Relation::Manager)),
        ("fay@heron.example", Some(Relation::Peer)),
        ("jon@heron.example", Some(Relation::Peer)),
        ("gus@heron.example", Some(Relation::OffLine)),
        ("new@heron.example", Some(Relation::Unknown)),
        ("kim@larkfield.example", Some(Relation::External)),
        (ME, None),
        ("", None),
    ] {
        assert_eq!(to(&roster, None, other, DAY), expected, "{other}");
        assert_eq!(to(&roster, Some("ada"), other, DAY), expected, "{other} by id");
    }
    assert_eq!(to(&roster, Some("dee"), "ada@heron.example", DAY), None, "an own address is oneself");
    assert_eq!(to(&roster, Some("dee"), "eva@heron.example", DAY), Some(Relation::Manager), "two steps up");
}

#[test]
fn lines_hold_on_their_days() {
    let roster = roster();
    assert_eq!(to(&roster, None, "ida@heron.example", date(2025, 12, 31)), Some(Relation::Report));
    assert_eq!(to(&roster, None, "ida@heron.example", date(2026, 1, 1)), Some(Relation::OffLine));
}

#[test]
fn dotted_lines_circles_and_shared_addresses() {
    let mut roster = roster();
    let line = |person: &str, manager: &str, solid| ReportsTo {
        person: person.into(),
        manager: manager.into(),
        solid,
        interim: false,
        period: Period::default(),
        known: Period::default(),
    };
    roster.lines.push(line("gus", "ada", false));
    roster.lines.push(line("eva", "ben", true));
    assert_eq!(to(&roster, None, "gus@heron.example", DAY), Some(Relation::Report));
    assert_eq!(to(&roster, None, "ben@heron.example", DAY), Some(Relation::Report), "a circle ends");
    roster.people[6].addresses.push("ben@heron.example".into());
    assert_eq!(to(&roster, None, "ben@heron.example", DAY), Some(Relation::Unknown), "claimed by two, it is nobody's");
}

#[test]
fn the_same_organisation_reaches_below_its_domain() {
    let own = |address: &str| vec![address.to_owned()];
    let other = |address: &str| Account::new("", address);
    assert_eq!(is_external(&own("a@heron.example"), &other("b@eu.heron.example")), Some(false));
    assert_eq!(is_external(&own("a@eu.heron.example"), &other("b@heron.example")), Some(false));
    assert_eq!(is_external(&own("a@heron.example"), &other("b@notheron.example")), Some(true));
    assert_eq!(is_external(&own("nobody"), &other("b@heron.example")), None);
    assert_eq!(is_external(&[], &other("b@heron.example")), None);
}

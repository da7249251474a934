//! The roster over both times against a naive oracle: every change applied to single days, nothing clever.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use rung_model::roster::{At, Change, Fact, Holding, Period, Person, Roster, Team};

const PEOPLE: usize = 6;
const TEAMS: usize = 5;
/// Valid days and record days of a sequence.
const DAYS: i64 = 40;

fn day(number: i64) -> Date {
    Date::constant(2026, 1, 1).saturating_add(number.days())
}

/// What holds on one day.
#[derive(Clone, Debug, Default, PartialEq)]
struct Day {
    employed: BTreeSet<String>,
    teams: BTreeMap<String, Option<String>>,
    members: BTreeMap<String, BTreeMap<String, u32>>,
    managers: BTreeMap<String, String>,
    holds: BTreeMap<String, String>,
}

impl Day {
    fn apply(&mut self, change: &Change, day: Date) {
        let since = |from: &Date| *from <= day;
        match change {
            Change::Hire { person, from } if since(from) => {
                self.employed.insert(person.id.clone());
            }
            Change::Move { person, teams, period } if period.holds_on(day) => {
                let teams: BTreeMap<_, _> = teams.iter().map(|(team, share)| (team.clone(), percent(*share))).collect();
                self.members.insert(person.clone(), teams);
            }
            Change::Report { person, manager, period } if period.holds_on(day) => {
                self.managers.remove(person);
                self.managers.extend(manager.iter().map(|manager| (person.clone(), manager.clone())));
            }
            Change::Hold { person, holding, period } if period.holds_on(day) => {
                self.holds.remove(person);
                self.holds.extend(holding.iter().map(|holding| (person.clone(), holding.position.clone())));
            }
            Change::Found { team, period } if period.holds_on(day) => {
                self.teams.insert(team.id.clone(), team.parent.clone());
            }
            Change::Split { team, into, people, from } if since(from) => {
                self.teams.insert(into.id.clone(), into.parent.clone());
                self.take_over(team, &into.id, |person| people.iter().any(|id| id == person));
            }
            Change::Merge { team, into, from } if since(from) => {
                self.take_over(team, into, |_| true);
                let above = self.teams.get(team).cloned().flatten().filter(|above| above != into);
                for (id, parent) in &mut self.teams {
                    if parent.as_deref() == Some(team) {
                        *parent = if id == into { above.clone() } else { Some(into.clone()) };
                    }
                }
                self.teams.remove(team);
            }
            Change::Leave { person, day: gone } if since(gone) => {
                self.employed.remove(person);
                self.members.remove(person);
                self.holds.remove(person);
                self.managers.retain(|report, manager| report != person && manager != person);
            }
            _ => {}
        }
    }

    fn take_over(&mut self, team: &str, into: &str, concerned: impl Fn(&str) -> bool) {
        for (person, teams) in &mut self.members {
            if concerned(person)
                && let Some(share) = teams.remove(team)
            {
                teams.entry(into.to_owned()).or_insert(share);
            }
        }
    }

    /// People in no team are not told from people nothing is said of.
    fn plain(mut self) -> Self {
        self.members.retain(|_, teams| !teams.is_empty());
        self
    }
}

fn percent(share: f64) -> u32 {
    (share * 100.0).round() as u32
}

/// The same read from the roster.
fn seen(roster: &Roster, at: At) -> Day {
    let mut seen = Day::default();
    for e in roster.employments.iter().filter(|e| e.stands(at)) {
        assert!(seen.employed.insert(e.person.clone()), "employed twice");
    }
    for t in roster.teams.iter().filter(|t| t.stands(at)) {
        assert_eq!(seen.teams.insert(t.id.clone(), t.parent.clone()), None, "a team stands twice");
    }
    for m in roster.memberships.iter().filter(|m| m.stands(at)) {
        let teams = seen.members.entry(m.person.clone()).or_default();
        assert_eq!(teams.insert(m.team.clone(), percent(m.share)), None, "a membership stands twice");
    }
    for l in roster.lines.iter().filter(|l| l.stands(at)) {
        assert_eq!(seen.managers.insert(l.person.clone(), l.manager.clone()), None, "two managers");
    }
    for h in roster.holdings.iter().filter(|h| h.stands(at)) {
        assert_eq!(seen.holds.insert(h.person.clone(), h.position.clone()), None, "two holdings");
    }
    seen
}

fn person(number: usize) -> String {
    format!("p{number}")
}

fn team(number: usize, parent: Option<usize>) -> Box<Team> {
    let id = format!("t{number}");
    Box::new(Team { name: id.clone(), id, parent: parent.map(|parent| format!("t{parent}")), ..Team::default() })
}

fn period() -> impl Strategy<Value = Period> {
    (0..DAYS, prop::option::of(1..20_i64))
        .prop_map(|(from, length)| Period { from: Some(day(from)), until: length.map(|length| day(from + length)) })
}

fn holding(position: usize) -> Box<Holding> {
    Box::new(Holding {
        person: String::new(),
        position: ["senior", "tech_lead", "em"][position].to_owned(),
        team: None,
        share: 1.0,
        basis: rung_model::roster::Basis::Title,
        period: Period::default(),
        known: Period::default(),
    })
}

fn change() -> impl Strategy<Value = Change> {
    let who = || 0..PEOPLE;
    let which = || 0..TEAMS;
    prop_oneof![
        2 => (who(), 0..DAYS).prop_map(|(p, from)| Change::Hire {
            person: Box::new(Person { id: person(p), name: person(p), ..Person::default() }),
            from: day(from),
        }),
        4 => (who(), prop::collection::btree_map(which(), 1..=10_u32, 0..3), period()).prop_map(|(p, teams, period)| {
            let teams = teams.into_iter().map(|(t, share)| (format!("t{t}"), f64::from(share) / 10.0)).collect();
            Change::Move { person: person(p), teams, period }
        }),
        3 => (who(), prop::option::of(who()), period()).prop_map(|(p, manager, period)| Change::Report {
            person: person(p),
            manager: manager.map(person),
            period,
        }),
        2 => (who(), prop::option::of(0..3_usize), period()).prop_map(|(p, held, period)| Change::Hold {
            person: person(p),
            holding: held.map(holding),
            period,
        }),
        3 => (which(), prop::option::of(which()), period())
            .prop_map(|(t, parent, period)| Change::Found { team: team(t, parent), period }),
        2 => (which(), which(), prop::collection::vec(who(), 0..4), 0..DAYS).prop_map(|(t, into, people, from)| {
            let people = people.into_iter().map(person).collect();
            Change::Split { team: format!("t{t}"), into: team(into + TEAMS, Some(t)), people, from: day(from) }
        }),
        2 => (0..2 * TEAMS, 0..2 * TEAMS, 0..DAYS).prop_map(|(t, into, from)| Change::Merge {
            team: format!("t{t}"),
            into: format!("t{into}"),
            from: day(from),
        }),
        1 => (who(), 0..DAYS).prop_map(|(p, gone)| Change::Leave { person: person(p), day: day(gone) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Hire, move, split, back-date, correct, merge and leave in any order: every point of both times as the oracle has it.
    #[test]
    fn any_history_is_answered_as_the_oracle_does(
        changes in prop::collection::vec((change(), 0..4_i64), 1..24),
        points in prop::collection::vec((0..DAYS + 5, 0..DAYS + 5), 20),
    ) {
        let (mut roster, mut accepted, mut on) = (Roster::default(), Vec::new(), 0);
        for number in 0..3 {
            let team = team(number, None);
            let change = Change::Found { team, period: Period::since(day(0)) };
            roster.record(&change, day(0)).expect("the ids are new");
            accepted.push((day(0), change));
        }
        for (change, later) in changes {
            on += later;
            let before = roster.clone();
            match roster.record(&change, day(on)) {
                Ok(()) => accepted.push((day(on), change)),
                Err(_) => prop_assert_eq!(&roster, &before, "a refused change left a trace"),
            }
        }
        for (valid, believed) in points {
            let (valid, believed) = (day(valid), day(believed));
            let mut oracle = Day::default();
            accepted.iter().filter(|(on, _)| *on <= believed).for_each(|(_, change)| oracle.apply(change, valid));
            prop_assert_eq!(seen(&roster, At { day: valid, believed: Some(believed) }), oracle.plain());
        }
        let mut now = Day::default();
        accepted.iter().for_each(|(_, change)| now.apply(change, day(DAYS)));
        prop_assert_eq!(seen(&roster, At::day(day(DAYS))), now.plain());
    }
}

#[test]
fn what_is_recorded_is_never_recorded_before_what_stands() {
    let mut roster = Roster::default();
    let ines = Person { id: "ines".into(), name: "Ines".into(), ..Person::default() };
    let hire = Change::Hire { person: Box::new(ines), from: day(1) };
    assert_eq!(roster.record(&hire, day(5)), Ok(()));
    let gone = Change::Leave { person: "ines".into(), day: day(9) };
    let told = roster.record(&gone, day(4)).map_err(|refused| refused.to_string());
    assert_eq!(told, Err("the record goes up to 2026-01-06; a change is recorded on that day or later".to_owned()));
    assert_eq!(
        roster.record(&hire, day(6)).map_err(|r| r.to_string()),
        Err("the id `ines` is taken; give another".to_owned())
    );
}

//! An organisation of 10,000 people in 1,500 teams: as of a day, rolled up, and as a page.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::{Date, date};
use rung_app::{org::Opened, wire::v1::org::Rollup};
use rung_model::roster::{
    At, Basis, Employment, Holding, Membership, Period, Person, ReportsTo, Roster, Team, TeamDuty,
};

const PEOPLE: usize = 10_000;
const TEAMS: usize = 1_500;
const DUTIES: [&str; 6] = ["one_on_ones", "architecture", "code_review", "hiring", "delivery_planning", "careers"];

fn roster() -> Roster {
    let open = Period::default();
    let since = |day: Date| Period::since(day);
    let turn = date(2025, 1, 1);
    let person = |at: usize| format!("p{at}");
    let team = |at: usize| format!("t{at}");
    let mut roster = Roster { organisation: Some("Big Harbour".to_owned()), ..Roster::default() };
    for at in 0..TEAMS {
        let parent = (at > 0).then(|| team((at - 1) / 4));
        roster.teams.push(Team { id: team(at), name: format!("Team {at}"), parent, ..Team::default() });
        if at % 3 == 0 {
            roster.duties.extend(DUTIES.map(|duty| TeamDuty {
                team: team(at),
                duty: duty.to_owned(),
                name: None,
                bucket: None,
                hours: 3.0,
                shared: None,
                fits: Default::default(),
                wishes: Default::default(),
                pinned: None,
                period: open,
                known: open,
            }));
        }
    }
    for at in 0..PEOPLE {
        let own = person(at);
        roster.people.push(Person { id: own.clone(), name: format!("Person {at} Heron"), ..Person::default() });
        roster.employments.push(Employment {
            person: own.clone(),
            fte: 1.0,
            period: since(date(2020, 1, 1)),
            known: open,
        });
        let places = [
            (at * 7 % TEAMS, Period { from: Some(date(2021, 1, 1)), until: Some(turn) }),
            (at * 11 % TEAMS, since(turn)),
        ];
        roster.memberships.extend(places.map(|(place, period)| Membership {
            person: own.clone(),
            team: team(place),
            share: 1.0,
            part: None,
            period,
            known: open,
        }));
        if at > 0 {
            roster.lines.push(ReportsTo {
                person: own.clone(),
                manager: person((at - 1) / 7),
                solid: true,
                interim: false,
                period: open,
                known: open,
            });
        }
        roster.holdings.push(Holding {
            person: own,
            position: ["senior", "TL5", "em", "staff", "pm"][at % 5].to_owned(),
            team: None,
            share: 1.0,
            basis: Basis::Title,
            period: open,
            known: open,
        });
    }
    roster
}

fn bench(c: &mut Criterion) {
    let opened = Opened {
        path: "roster".into(),
        roster: roster(),
        framework: rung_sources::framework::builtin(),
        problems: Vec::new(),
    };
    let at = At::day(date(2025, 6, 1));
    c.bench_function("as of a day", |b| b.iter(|| black_box(&opened).view(at)));
    let view = opened.view(at);
    c.bench_function("roll-up", |b| b.iter(|| Rollup::of(black_box(&opened), &view, None)));
    c.bench_function("tree page", |b| b.iter(|| rung_views::org::tree_page(black_box(&opened), &view)));
}

criterion_group!(benches, bench);
criterion_main!(benches);

//! Rows recognised a second: a year of one leader with thirty rules and a roster of 500.

use std::{hint::black_box, sync::Arc};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rung_measure::recognise::{Context, Recogniser};
use rung_model::{
    account::Account,
    activity::Activity,
    commit::{Commit, PathClasses},
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::Kind,
    occurrence::{Attendee, Busy, Occurrence, Rsvp},
    roster::{Period, Person, ReportsTo, Roster},
    rule::{Level, Match, Rule, Span},
};

const TITLES: [&str; 12] = [
    "Sprint planning",
    "1:1",
    "Platform <> Ledger weekly",
    "Incident review: checkout",
    "Interview: backend engineer",
    "Roadmap review",
    "Heron things",
    "Focus time",
    "Architecture review board",
    "Customer call – Larkfield",
    "Retro",
    "Weekly",
];

fn address(n: usize) -> String {
    format!("person{n}@heron.example")
}

fn roster() -> Roster {
    let people = (0..500).map(|n| Person {
        id: format!("p{n}"),
        name: format!("Person{n} Heron"),
        addresses: vec![address(n)],
        accounts: Vec::new(),
        zone: None,
        schedule: None,
        line: n,
    });
    let lines = (1..500).map(|n| ReportsTo {
        person: format!("p{n}"),
        manager: format!("p{}", (n - 1) / 8),
        solid: true,
        interim: false,
        period: Period::default(),
        known: Period::default(),
    });
    Roster { people: people.collect(), lines: lines.collect(), ..Roster::default() }
}

fn rules() -> Vec<Rule> {
    (0..30)
        .map(|n| Rule {
            id: format!("r-{n}"),
            level: [Level::Personal, Level::Team, Level::Organisation][n % 3],
            when: match n % 5 {
                0 => Match { title: Some(format!("(?i)^project {n} ")), ..Match::default() },
                1 => Match { title: Some(format!("team{n}")), attendees: Span::parse("2..8"), ..Match::default() },
                2 => Match { series: Some(format!("series-{n}")), ..Match::default() },
                3 => Match { organizer: Some(format!("^lead{n}@")), ..Match::default() },
                _ => Match { path: Some(format!("area{n}/**")), ..Match::default() },
            },
            set: Kind::Activity(Activity::Alignment),
            why: None,
            origin: format!("rules.toml:{n}"),
        })
        .collect()
}

fn rows() -> Vec<Evidence> {
    let me = Arc::new(Account::new("Person1 Heron", &address(1)));
    (0..20_000_usize)
        .map(|n| {
            let start = jiff::Timestamp::from_second(1_760_000_000 + n as i64 * 600).expect("in range");
            let is_commit = n % 3 == 0;
            let object = if is_commit {
                Object::Commit(Arc::new(Commit {
                    repository: "ledger".into(),
                    classes: PathClasses::CODE,
                    paths: Some(vec![format!("src/file{}.rs", n % 50), "src/lib.rs".into()]),
                    ..Commit::default()
                }))
            } else {
                let others = (0..1 + n % 4).map(|k| Attendee {
                    account: Arc::new(Account::new("", &address((n * 7 + k * 13) % 500))),
                    rsvp: Rsvp::Accepted,
                });
                Object::Occurrence(Box::new(Occurrence {
                    uid: format!("uid-{}", n % 400),
                    recurrence_id: None,
                    // A tenth of the titles is seen only once.
                    title: Some(if n % 10 == 1 {
                        format!("{} {n}", TITLES[n % TITLES.len()])
                    } else {
                        TITLES[n % TITLES.len()].to_owned()
                    }),
                    categories: Vec::new(),
                    recurring: n % 2 == 0,
                    rsvp: Rsvp::Accepted,
                    busy: Busy::Busy,
                    cancelled: false,
                    tentative: false,
                    private: n % 40 == 7,
                    organizer: Some(Arc::new(Account::new("", &address(n % 40)))),
                    others: others.collect(),
                    file_names_attendees: true,
                }))
            };
            let zone = Zone::Named("Europe/Berlin".into());
            Evidence {
                id: EvidenceId(n as u128),
                source: "bench".into(),
                verb: if is_commit { Verb::Committed } else { Verb::Attended },
                actor: Arc::clone(&me),
                role: if is_commit { RoleInEvent::Author } else { RoleInEvent::Attendee },
                when: if is_commit {
                    When::Instant { at: start, zone }
                } else {
                    When::Interval { start, end: start + jiff::SignedDuration::from_mins(30), zone }
                },
                quality: Quality::Exact,
                object,
            }
        })
        .collect()
}

fn recognise(criterion: &mut Criterion) {
    let (roster, rows, addresses) = (roster(), rows(), vec![address(1)]);
    let build = || {
        let zone = jiff::tz::TimeZone::get("Europe/Berlin").ok();
        let context = Context { roster: Some(&roster), me: Some("p1"), addresses: &addresses, zone };
        Recogniser::new(rules(), context).expect("the rules are good")
    };
    let mut group = criterion.benchmark_group("recognise");
    group.throughput(Throughput::Elements(rows.len() as u64));
    let warm = build();
    group.bench_function("known titles", |bencher| {
        bencher.iter(|| rows.iter().filter(|row| warm.recognise(black_box(row)).kind == Kind::Unclassified).count());
    });
    group.bench_function("from nothing", |bencher| {
        bencher.iter(|| {
            let cold = build();
            rows.iter().filter(|row| cold.recognise(black_box(row)).kind == Kind::Unclassified).count()
        });
    });
    group.finish();
    criterion.bench_function("build with a roster of 500", |bencher| bencher.iter(|| black_box(build())));
}

criterion_group!(benches, recognise);
criterion_main!(benches);

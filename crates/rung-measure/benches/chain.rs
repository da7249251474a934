//! The whole chain in one: recognise, lay out and book, rows a second on one core (the mark is a million).
//!
//! A year of invented people in the mix of issue 4, a person and working day: commits 1.1, pull requests .18, their
//! comments .35, reviews .21, issue comments .6, worklogs .5, meetings 2, changes of issues 7. A roster of 500 and
//! thirty rules are compiled once inside the measurement; every person has a recogniser of their own.

use std::{hint::black_box, sync::Arc};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Weekday, date},
    tz::TimeZone,
};
use rung_measure::{
    book::book,
    layout::{Settings, lay_out},
    recognise::{Context, Recogniser},
    recognition::Item,
};
use rung_model::{
    account::Account,
    activity::Activity,
    commit::{Commit, PathClasses},
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::{ActivityMap, Kind},
    occurrence::{Attendee, Busy, Occurrence, Rsvp},
    prior::Priors,
    roster::{Period, Person, ReportsTo, Roster},
    rule::{Level, Match, Rule},
    schedule::Schedule,
    time_entry::TimeEntry,
    work_item::{Change, ItemEvent, WorkItem, WorkItemKind},
};

const FIRST: Date = date(2025, 8, 4);
const LAST: Date = date(2026, 8, 2);
const PEOPLE: usize = 20;
const TITLES: [&str; 10] = [
    "Sprint planning",
    "1:1",
    "Platform <> Ledger weekly",
    "Incident review: checkout",
    "Interview: backend engineer",
    "Roadmap review",
    "Heron things",
    "Architecture review board",
    "Customer call – Larkfield",
    "Retro",
];
/// Rows a working day and person, in thousandths.
const MIX: [(What, u64); 8] = [
    (What::Commit, 1_100),
    (What::Pull, 180),
    (What::PullComment, 350),
    (What::Review, 210),
    (What::Comment, 600),
    (What::Worklog, 500),
    (What::Meeting, 2_000),
    (What::Change, 7_000),
];

#[derive(Clone, Copy)]
enum What {
    Commit,
    Pull,
    PullComment,
    Review,
    Comment,
    Worklog,
    Meeting,
    Change,
}

/// A small deterministic generator: the upper bits of a linear congruence.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

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
    let rule = |n: usize| Rule {
        id: format!("r-{n}"),
        level: Level::Organisation,
        when: Match { title: Some(format!("(?i)^project {n} ")), ..Match::default() },
        set: Kind::Activity(Activity::Alignment),
        why: None,
        origin: format!("rules.toml:{n}"),
    };
    (0..30).map(rule).collect()
}

fn object(what: What, person: usize, number: u64, items: &[Arc<WorkItem>]) -> (Verb, Object) {
    let item = &items[number as usize % items.len()];
    let on = |change| Object::Item(Box::new(ItemEvent { item: Arc::clone(item), change }));
    match what {
        What::Commit => {
            let (repository, classes) = ("ledger".into(), PathClasses::CODE);
            (Verb::Committed, Object::Commit(Arc::new(Commit { repository, classes, ..Commit::default() })))
        }
        What::Pull => (Verb::Opened, on(None)),
        What::PullComment | What::Comment => (Verb::Commented, on(None)),
        What::Review => (Verb::Reviewed, on(None)),
        What::Worklog => (
            Verb::LoggedWork,
            Object::Entry(Box::new(TimeEntry { item: Some(Arc::clone(item)), ..TimeEntry::default() })),
        ),
        What::Change => {
            let change = Change { field: "status".into(), from: None, to: Some("In review".into()) };
            (Verb::MovedIssue, on(Some(change)))
        }
        What::Meeting => {
            let other = |k: usize| Attendee {
                account: Arc::new(Account::new("", &address((person * 7 + k * 13) % 500))),
                rsvp: Rsvp::Accepted,
            };
            let title = TITLES[number as usize % TITLES.len()];
            let occurrence = Occurrence {
                uid: format!("uid-{}", number % 40),
                recurrence_id: None,
                // A tenth of the titles is seen only once.
                title: Some(if number.is_multiple_of(10) { format!("{title} {number}") } else { title.to_owned() }),
                categories: Vec::new(),
                recurring: true,
                rsvp: Rsvp::Accepted,
                busy: Busy::Busy,
                cancelled: false,
                tentative: false,
                private: false,
                organizer: Some(Arc::new(Account::new("", &address(person)))),
                others: (0..1 + number as usize % 4).map(other).collect(),
                file_names_attendees: true,
            };
            (Verb::Attended, Object::Occurrence(Box::new(occurrence)))
        }
    }
}

fn year(person: usize) -> Vec<Evidence> {
    let mut dice = Dice(person as u64 + 1);
    let account = Arc::new(Account::new(&format!("Person{person} Heron"), &address(person)));
    let source: Arc<str> = "bench".into();
    let kinds = [WorkItemKind::PullRequest, WorkItemKind::Issue];
    let items: Vec<Arc<WorkItem>> =
        (0..60).map(|n| Arc::new(WorkItem::new(kinds[n % 2], "ledger", format!("#{n}")))).collect();
    let (mut rows, mut day, mut serial) = (Vec::new(), FIRST, 0_u64);
    while day <= LAST {
        let working = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let midnight = TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).expect("a day").as_second();
        for (what, thousandths) in MIX.into_iter().filter(|_| working) {
            let times = thousandths / 1_000 + u64::from(dice.below(1_000) < thousandths % 1_000);
            for _ in 0..times {
                serial += 1;
                let (verb, object) = object(what, person, dice.below(2_000), &items);
                let at = Timestamp::from_second(midnight + 8 * 3_600 + dice.below(36_000) as i64).expect("a moment");
                let when = match what {
                    What::Meeting | What::Worklog => {
                        let half_hours = 1 + i64::from(dice.below(2) == 0);
                        When::Interval {
                            start: at,
                            end: at + SignedDuration::from_mins(30 * half_hours),
                            zone: Zone::Utc,
                        }
                    }
                    _ => When::Instant { at, zone: Zone::Utc },
                };
                rows.push(Evidence {
                    id: EvidenceId(u128::from(serial) << 20 | person as u128),
                    source: Arc::clone(&source),
                    verb,
                    actor: Arc::clone(&account),
                    role: RoleInEvent::Author,
                    when,
                    quality: Quality::Exact,
                    object,
                });
            }
        }
        day = day.tomorrow().expect("a day");
    }
    rows
}

fn chain(criterion: &mut Criterion) {
    let (roster, rules) = (roster(), rules());
    let people: Vec<(usize, String, Vec<Evidence>)> = (0..PEOPLE).map(|n| (n, format!("p{n}"), year(n))).collect();
    let rows: usize = people.iter().map(|(_, _, rows)| rows.len()).sum();
    let (zone, schedule, priors, activities) = (
        TimeZone::get("Europe/Berlin").expect("a zone"),
        Schedule::default(),
        Priors::default(),
        ActivityMap::default(),
    );
    let settings = Settings { zone: &zone, schedule: &schedule, priors: &priors, first: FIRST, last: LAST };
    let measure = |common: &Recogniser, (n, id, rows): &(usize, String, Vec<Evidence>)| {
        let recogniser = common.of_owner(id, &[address(*n)], Some(zone.clone()));
        let items: Vec<Item<'_>> =
            rows.iter().map(|evidence| Item { evidence, recognition: recogniser.recognise(evidence) }).collect();
        black_box(book(&lay_out(&items, &settings), &activities));
    };
    let mut group = criterion.benchmark_group("chain");
    group.throughput(Throughput::Elements(rows as u64));
    group.sample_size(20);
    group.bench_function("recognise, lay out, book", |bencher| {
        bencher.iter(|| {
            let context = Context { roster: Some(&roster), ..Context::default() };
            let common = Recogniser::new(rules.clone(), context).expect("the rules are good");
            people.iter().for_each(|person| measure(&common, person));
        });
    });
    group.finish();
}

criterion_group!(benches, chain);
criterion_main!(benches);

//! Speed of laying out and booking: evidence rows a second on one core (the mark is a million).
//!
//! The rows are those of 45 invented people over a working year, about 200,000 in all: five meetings
//! (two of them overlapping, one tentative, one a focus block), eight commits and four reviews a day.

use std::{hint::black_box, sync::Arc};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, date},
    tz::TimeZone,
};
use rung_measure::{
    book::book,
    layout::{Settings, lay_out},
    recognition::{Item, Recognition},
};
use rung_model::{
    account::Account,
    activity::Activity,
    commit::Commit,
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::{ActivityMap, Kind, NotCounted},
    occurrence::{Busy, Occurrence, Rsvp},
    prior::Priors,
    rule::Level,
    schedule::Schedule,
};

const FIRST: Date = date(2025, 8, 4);
const LAST: Date = date(2026, 7, 31);
const PEOPLE: u64 = 45;

/// A small deterministic generator: the upper bits of a linear congruence.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as i64) % limit
    }
}

fn evidence(serial: u64, verb: Verb, when: When, object: Object, source: &Arc<str>, actor: &Arc<Account>) -> Evidence {
    Evidence {
        id: EvidenceId::of(&[&serial.to_le_bytes()]),
        source: Arc::clone(source),
        verb,
        actor: Arc::clone(actor),
        role: RoleInEvent::Author,
        when,
        quality: Quality::Exact,
        object,
    }
}

/// A person's year, with what each row is recognised as.
fn year(person: u64) -> Vec<(Evidence, Kind)> {
    let mut dice = Dice(person + 1);
    let mut rows = Vec::new();
    let actor = Arc::new(Account::new("Ada Example", "ada@team.example"));
    let (git, calendar): (Arc<str>, Arc<str>) = ("git:app".into(), "calendar:work".into());
    let zone = TimeZone::get("Europe/Berlin").expect("bundled zone");
    let meetings = [
        (570, 15, Rsvp::Accepted, Kind::Activity(Activity::RitualTakingPart)),
        (660, 60, Rsvp::Accepted, Kind::Activity(Activity::Roadmap)),
        (690, 60, Rsvp::Organizer, Kind::Activity(Activity::OneOnOne)),
        (840, 60, Rsvp::Tentative, Kind::Unclassified),
        (900, 90, Rsvp::Own, Kind::NotCounted(NotCounted::Focus)),
    ];
    let mut day = FIRST;
    while day <= LAST {
        if Schedule::default().works_on(day) {
            let midnight = zone.to_timestamp(day.at(0, 0, 0, 0)).expect("a day of this century");
            let moment = |minute: i64| -> Timestamp { midnight + SignedDuration::from_mins(minute) };
            for (index, (start, length, rsvp, kind)) in meetings.into_iter().enumerate() {
                let start = start + dice.below(4) * 15;
                let when = When::Interval { start: moment(start), end: moment(start + length), zone: Zone::Floating };
                let occurrence = Occurrence {
                    uid: format!("{person}-{index}@calendar.example"),
                    recurrence_id: Some(format!("{day}")),
                    title: Some("Example".into()),
                    categories: Vec::new(),
                    recurring: true,
                    rsvp,
                    busy: Busy::Busy,
                    cancelled: false,
                    tentative: false,
                    private: false,
                    organizer: None,
                    others: Vec::new(),
                    file_names_attendees: true,
                };
                let serial = person << 32 | rows.len() as u64;
                let object = Object::Occurrence(Box::new(occurrence));
                rows.push((evidence(serial, Verb::Attended, when, object, &calendar, &actor), kind));
            }
            for index in 0..12 {
                let (verb, activity) = if index < 8 {
                    (Verb::Committed, Activity::Coding)
                } else {
                    (Verb::Reviewed, Activity::CodeReview)
                };
                let serial = person << 32 | rows.len() as u64;
                let when = When::Instant { at: moment(540 + dice.below(600)), zone: Zone::Offset(7_200) };
                let object = Object::Commit(Arc::new(Commit { author: Arc::clone(&actor), ..Commit::default() }));
                rows.push((evidence(serial, verb, when, object, &git, &actor), Kind::Activity(activity)));
            }
        }
        day = day.checked_add(1.day()).expect("a day of this century");
    }
    rows
}

fn items(rows: &[(Evidence, Kind)]) -> Vec<Item<'_>> {
    let (rule, origin): (Arc<str>, Arc<str>) = ("r-1".into(), "built in".into());
    let recognise = |kind| Recognition { kind, level: Level::Lexicon, rule: rule.clone(), origin: origin.clone() };
    rows.iter().map(|(evidence, kind)| Item { evidence, recognition: recognise(*kind) }).collect()
}

fn day(criterion: &mut Criterion) {
    let years: Vec<_> = (0..PEOPLE).map(year).collect();
    let people: Vec<Vec<Item<'_>>> = years.iter().map(|rows| items(rows)).collect();
    let rows: usize = people.iter().map(Vec::len).sum();
    let zone = TimeZone::get("Europe/Berlin").expect("bundled zone");
    let (schedule, priors, map) = (Schedule::default(), Priors::default(), ActivityMap::default());
    let settings = Settings { zone: &zone, schedule: &schedule, priors: &priors, first: FIRST, last: LAST };
    let mut group = criterion.benchmark_group("day");
    group.throughput(Throughput::Elements(rows as u64)).sample_size(10);
    group.bench_function("lay out and book", |bencher| {
        bencher
            .iter(|| people.iter().map(|items| book(&lay_out(black_box(items), &settings), &map)).collect::<Vec<_>>());
    });
    group.bench_function("lay out", |bencher| {
        bencher.iter(|| people.iter().map(|items| lay_out(black_box(items), &settings).len()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, day);
criterion_main!(benches);

//! What is written is read back; what is not whole is nothing.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use jiff::{Timestamp, civil::Date};
use proptest::prelude::*;
use rung_model::{
    account::{Account, Handle},
    activity::Activity,
    commit::{Commit, PathClasses, Standing},
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::{Kind, NotCounted},
    logged::Logged,
    manifest::{Manifest, SourceKind},
    occurrence::{Attendee, Busy, Occurrence, Rsvp},
    problem::{Problem, Severity},
    time_entry::TimeEntry,
    work_item::{Change, ItemEvent, WorkItem, WorkItemKind},
};

use super::*;

fn account(seed: u64) -> Arc<Account> {
    let account = Account::new(&format!("Person {}", seed % 5), &format!("p{}@harbour.example", seed % 3));
    let handle = Handle {
        system: "github.com".into(),
        id: (seed.is_multiple_of(2)).then(|| seed.to_string().into()),
        login: Some("octo".into()),
    };
    Arc::new(if seed.is_multiple_of(3) { Account::default() } else { account.at(handle) })
}

fn item(seed: u64) -> Arc<WorkItem> {
    let kinds = [
        WorkItemKind::PullRequest,
        WorkItemKind::Issue,
        WorkItemKind::Discussion,
        WorkItemKind::Release,
        WorkItemKind::Deployment,
        WorkItemKind::Document,
        WorkItemKind::Incident,
    ];
    let mut item = WorkItem::new(kinds[(seed % 7) as usize], "harbour/ledger", format!("#{seed}"));
    item.title = (seed.is_multiple_of(2)).then(|| "Refunds, grösser".into());
    item.labels = (0..seed % 3).map(|n| format!("label {n}").into()).collect();
    item.type_name = (seed.is_multiple_of(5)).then(|| "Bug".into());
    item.author = (seed.is_multiple_of(3)).then(|| account(seed));
    item.assignees = (0..seed % 2).map(account).collect();
    item.commits = (0..seed % 4).map(|n| format!("{n:040x}")).collect();
    item.merged_as = (seed.is_multiple_of(7)).then(|| format!("{seed:040x}"));
    Arc::new(item)
}

fn object(seed: u64, shared: &Arc<WorkItem>) -> Object {
    let rsvps = [
        Rsvp::Organizer,
        Rsvp::Accepted,
        Rsvp::Tentative,
        Rsvp::NeedsAction,
        Rsvp::Declined,
        Rsvp::Delegated,
        Rsvp::Own,
    ];
    let busies = [Busy::Busy, Busy::Free, Busy::OutOfOffice, Busy::Elsewhere, Busy::Focus];
    let kinds = [
        Kind::Activity(Activity::CodeReview),
        Kind::Weights([0.25, 0.5, 0.25, 0.0]),
        Kind::Unclassified,
        Kind::NotCounted(NotCounted::Travel),
    ];
    let standings =
        [Standing::Original, Standing::CopyOf("a".into()), Standing::SquashOf(vec!["b".into()]), Standing::Squash];
    let odd = !seed.is_multiple_of(2);
    match seed % 5 {
        0 => Object::Commit(Arc::new(Commit {
            repository: "ledger".into(),
            id: format!("{seed:040x}"),
            parents: vec![String::new(); (seed % 3) as usize],
            author: account(seed),
            committer: account(seed + 1),
            co_authors: (0..seed % 3).map(account).collect(),
            reviewers: (0..seed % 2).map(account).collect(),
            paths: odd.then(|| vec!["src/a.rs".into(), "docs/ä.md".into()]),
            classes: PathClasses((seed % 127) as u16),
            lines: odd.then_some((seed as u32, 7)),
            assisted: odd,
            bot: !odd,
            lag_minutes: seed as i64 - 500,
            standing: standings[(seed / 5 % 4) as usize].clone(),
        })),
        1 => Object::Occurrence(Box::new(Occurrence {
            uid: format!("u-{seed}"),
            recurrence_id: odd.then(|| "20261116".into()),
            title: (!odd).then(|| "Ledger <> Payments".into()),
            categories: vec!["one".into(); (seed % 3) as usize],
            recurring: odd,
            rsvp: rsvps[(seed / 5 % 7) as usize],
            busy: busies[(seed / 5 % 5) as usize],
            cancelled: odd,
            tentative: !odd,
            private: odd,
            organizer: odd.then(|| account(seed)),
            others: vec![Attendee { account: account(seed), rsvp: rsvps[(seed % 7) as usize] }; (seed % 4) as usize],
            file_names_attendees: odd,
        })),
        2 => Object::Logged(Box::new(Logged {
            kind: kinds[(seed / 5 % 4) as usize],
            file: "days.toml".into(),
            line: seed as usize,
            whole_day: odd,
            note: odd.then(|| "a note".into()),
        })),
        3 => {
            let item = if odd { Arc::clone(shared) } else { item(seed) };
            let change = odd.then(|| Change { field: "status".into(), from: None, to: Some("done".into()) });
            Object::Item(Box::new(ItemEvent { item, change }))
        }
        _ => Object::Entry(Box::new(TimeEntry {
            title: odd.then(|| "Support".into()),
            project: Some("PAY".into()),
            tags: vec!["a".into(); (seed % 3) as usize],
            item: odd.then(|| Arc::clone(shared)),
            automatic: odd,
            file: "log.csv".into(),
            line: seed as usize,
        })),
    }
}

fn evidence(seeds: &[u64]) -> Vec<Evidence> {
    let roles = [
        RoleInEvent::Author,
        RoleInEvent::CoAuthor,
        RoleInEvent::Reviewer,
        RoleInEvent::Assignee,
        RoleInEvent::Organizer,
        RoleInEvent::Attendee,
        RoleInEvent::Subject,
    ];
    let qualities = [Quality::Exact, Quality::Derived, Quality::Squashed, Quality::Imported];
    let zones = [Zone::Utc, Zone::Floating, Zone::Offset(-16_200), Zone::Named("Europe/Berlin".into())];
    let shared = item(8);
    let one = |seed: &u64| {
        let at = Timestamp::from_second(*seed as i64 * 7_919 - 10_000_000).unwrap();
        let zone = zones[(seed / 4 % 4) as usize].clone();
        let day = Date::new(1990 + (seed % 60) as i16, 1 + (seed % 12) as i8, 1 + (seed % 28) as i8).unwrap();
        Evidence {
            id: EvidenceId(u128::from(*seed) << 60 | 7),
            source: "github:deliveries".into(),
            verb: Verb::ALL[(seed % 11) as usize],
            actor: account(*seed),
            role: roles[(seed % 7) as usize],
            when: match seed % 4 {
                0 => When::Instant { at, zone },
                1 => When::Interval { start: at, end: at, zone },
                2 => When::AllDay { first: day, after: day.tomorrow().unwrap() },
                _ => When::Amount { day, minutes: *seed as u32 },
            },
            quality: qualities[(seed % 4) as usize],
            object: object(*seed, &shared),
        }
    };
    seeds.iter().map(one).collect()
}

fn given(seeds: &[u64]) -> Read {
    let problem = Problem::new(Severity::Warning, "a.json", "json-broken", "what", "mend").at_line(3).of_item("x");
    Read {
        evidence: evidence(seeds),
        manifest: Manifest {
            id: "github:deliveries".into(),
            kind: SourceKind::GitHub,
            path: "deliveries".into(),
            days: Some((Date::constant(2026, 1, 1), Date::constant(2026, 2, 1))),
            newest: Some(Timestamp::UNIX_EPOCH),
            sees: vec![Activity::Coding, Activity::CodeReview],
            can_see: "what it can see",
            never_sees: "what it never sees",
            rows: seeds.len(),
        },
        problems: vec![problem.clone(), Problem { line: None, item: None, severity: Severity::Note, ..problem }],
        unused: BTreeMap::from([("star".to_owned(), 7)]),
    }
}

fn same(a: &Read, b: &Read) {
    assert_eq!(a.evidence, b.evidence);
    assert_eq!((&a.manifest, &a.problems, &a.unused), (&b.manifest, &b.problems, &b.unused));
}

proptest! {
    #[test]
    fn what_is_kept_comes_back_equal(seeds in prop::collection::vec(0_u64..2_000, 0..60)) {
        let kept = Kept { reads: vec![given(&seeds), given(&[])], names: vec!["github.com:7".into()] };
        let bytes = kept.to_bytes();
        let back = Kept::from_bytes(&bytes).expect("it is whole");
        prop_assert_eq!(&back.names, &kept.names);
        for (a, b) in back.reads.iter().zip(&kept.reads) {
            same(a, b);
        }
        prop_assert_eq!(back.to_bytes().len(), bytes.len());
    }

    #[test]
    fn parts_hold_every_fact_of_their_account_once(seeds in prop::collection::btree_set(0_u64..2_000, 0..60)) {
        let seeds: Vec<u64> = seeds.into_iter().collect();
        let parts = Parts::from_bytes(Parts::of(given(&seeds)).to_bytes()).expect("it is whole");
        same(&parts.about, &Read { evidence: Vec::new(), ..given(&seeds) });
        let mut all = Vec::new();
        for part in &parts.parts {
            let facts = part.facts();
            prop_assert_eq!(facts.len() as u64, part.rows);
            prop_assert!(facts.iter().all(|fact| fact.actor == part.account));
            all.extend(facts);
        }
        all.sort_by_key(|fact| fact.id);
        let mut expected = evidence(&seeds);
        expected.sort_by_key(|fact| fact.id);
        prop_assert_eq!(all, expected);
    }

    #[test]
    fn bytes_of_anything_else_are_no_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0_usize..4_000, with: u8) {
        let _ = (Kept::from_bytes(&bytes), Parts::from_bytes(bytes.clone()));
        bytes = Kept { reads: vec![given(&[1, 2, 3, 4, 5])], names: Vec::new() }.to_bytes();
        let at = at % bytes.len();
        bytes[at] = with;
        let _ = Kept::from_bytes(&bytes);
        prop_assert!(Kept::from_bytes(&bytes[..at]).is_none());
    }
}

#[test]
fn a_second_reading_comes_from_the_cache_and_one_of_other_contents_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path(), "test", Timestamp::UNIX_EPOCH);
    let key = |text: &str| Some(Key::of(&cache, &[text.as_bytes()]));
    let mut times = 0;
    let mut read = |cache: Option<&Cache>, key: Option<Key>| {
        let kept = Kept::or_read(cache, key, || {
            times += 1;
            Ok::<_, ()>(Kept { reads: vec![given(&[1, 2])], names: Vec::new() })
        });
        same(&kept.unwrap().reads[0], &given(&[1, 2]));
        times
    };
    assert_eq!([read(Some(&cache), key("a")), read(Some(&cache), key("a")), read(Some(&cache), key("b"))], [1, 1, 2]);
    assert_eq!([read(None, key("a")), read(Some(&cache), None)], [3, 4]);
    let failed = Kept::or_read(Some(&cache), key("c"), || Err::<Kept, _>("no"));
    assert_eq!(failed.unwrap_err(), "no");
    assert!(contents(Path::new("no/such/file")).is_none());
}

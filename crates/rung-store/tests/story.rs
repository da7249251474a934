//! One story through every function of the store.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use rung_store::{
    Db, access,
    account::{self, Account},
    blind::{self, Blind},
    document::{self, Document},
    erase,
    evidence::{self, Fact},
    invitation, job,
    ledger::{self, Line},
    migrate, organisation, retain,
    session::{self, Session},
    setting::{self, Setting},
    snapshot::{self, Snapshot},
    source::{self, Source},
    token::{self, Token},
};

fn open(folder: &tempfile::TempDir) -> Db {
    let db = Db::open(&folder.path().join("rung.db")).unwrap();
    migrate::migrate(&db, 0).unwrap();
    db
}

fn ana() -> Account {
    Account {
        id: "a1".into(),
        login: "ana@orchard.example".into(),
        person: Some("ana".into()),
        password: None,
        administrator: false,
        council: false,
        scope: None,
        measured: true,
        created: 10,
        welcomed: None,
        deactivated: None,
    }
}

fn document(owner: &str, name: &str, version: i64, body: &str) -> Document {
    Document {
        owner: owner.into(),
        name: name.into(),
        version,
        written: 10,
        author: "a1".into(),
        note: "why".into(),
        body: body.into(),
    }
}

fn snapshot() -> Snapshot {
    Snapshot {
        id: "n1".into(),
        person: "ana".into(),
        first_day: 1,
        last_day: 7,
        fields: "split".into(),
        note: String::new(),
        made: 10,
        expires: 100,
        revoked: None,
        body: "{}".into(),
    }
}

#[test]
fn accounts_and_the_ways_in() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    db.write(|tx| {
        organisation::found(tx, 1, "Orchard", "UTC", 5)?;
        account::add(tx, 1, &ana())?;
        assert!(account::add(tx, 1, &Account { id: "a2".into(), ..ana() }).is_err(), "a login is taken once");
        invitation::add(tx, 1, &[1; 32], "a1", 10, 50)?;
        invitation::add(tx, 1, &[2; 32], "a1", 11, 60)?;
        assert_eq!(invitation::account(tx, 1, &[1; 32], 20)?, None, "the earlier one is gone");
        assert_eq!(invitation::account(tx, 1, &[2; 32], 20)?.as_deref(), Some("a1"));
        assert_eq!(invitation::account(tx, 1, &[2; 32], 60)?, None, "it ran out");
        assert_eq!(invitation::open(tx, 1, 20)?, ["a1"]);
        account::set_password(tx, 1, "a1", "hash")?;
        invitation::take(tx, 1, &[2; 32])?;
        assert!(invitation::open(tx, 1, 20)?.is_empty());
        account::welcome(tx, 1, "a1", 12)?;
        account::set_measured(tx, 1, "a1", false)?;
        let own = account::get(tx, 1, "a1")?.unwrap();
        assert_eq!((own.password.as_deref(), own.welcomed, own.measured), (Some("hash"), Some(12), false));
        assert_eq!(account::by_login(tx, 1, "ana@orchard.example")?, Some(own.clone()));
        assert_eq!(account::of_person(tx, 1, "ana")?, Some(own.clone()));
        assert_eq!(account::all(tx, 1)?, [own]);
        assert_eq!((account::count(tx, 1)?, account::count(tx, 2)?), (1, 0), "organisations do not see one another");
        let session =
            Session { token: [3; 32], account: "a1".into(), agent: "x".into(), created: 10, seen: 10, proven: 10 };
        session::begin(tx, 1, &session)?;
        session::begin(tx, 1, &Session { token: [4; 32], created: 11, ..session.clone() })?;
        session::touch(tx, 1, &[3; 32], 20)?;
        session::prove(tx, 1, &[3; 32], 21)?;
        let own = session::get(tx, 1, &[3; 32])?.unwrap();
        assert_eq!((own.seen, own.proven), (20, 21));
        assert_eq!(session::of_account(tx, 1, "a1")?.len(), 2);
        assert_eq!(session::end_others(tx, 1, "a1", &[3; 32])?, 1);
        let token = Token {
            id: "t".into(),
            token: [5; 32],
            account: "a1".into(),
            name: "mine".into(),
            writes: true,
            made: 10,
            expires: 90,
            used: None,
        };
        token::add(tx, 1, &token)?;
        token::touch(tx, 1, "t", 30)?;
        assert_eq!(token::get(tx, 1, &[5; 32], 40)?.unwrap().used, Some(30));
        assert_eq!(token::get(tx, 1, &[5; 32], 90)?, None, "it ran out");
        assert_eq!(token::of_account(tx, 1, "a1")?.len(), 1);
        assert!(!token::end(tx, 1, "somebody else", "t")?);
        account::set_deactivated(tx, 1, "a1", Some(50))?;
        assert_eq!(session::get(tx, 1, &[3; 32])?, None, "closing an account ends its sessions at once");
        assert!(token::of_account(tx, 1, "a1")?.is_empty());
        session::begin(tx, 1, &session)?;
        session::end(tx, 1, &[3; 32])?;
        session::begin(tx, 1, &session)?;
        assert_eq!(session::sweep(tx, 1, 15, 0)?, 1);
        token::add(tx, 1, &token)?;
        assert_eq!(token::sweep(tx, 1, 90)?, 1);
        erase::account(tx, 1, "a1")?;
        assert_eq!(account::get(tx, 1, "a1")?, None);
        Ok(())
    })
    .unwrap();
    assert_eq!(db.read(|tx| organisation::get(tx, 1)).unwrap().unwrap().name, "Orchard");
}

#[test]
fn documents_keep_every_version_and_refuse_one_made_from_an_older_one() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    db.write(|tx| {
        assert_eq!(document::write(tx, 1, &document("", "roster/a.toml", 0, "one"))?, Some(1));
        assert_eq!(document::write(tx, 1, &document("", "roster/a.toml", 1, "two"))?, Some(2));
        assert_eq!(document::write(tx, 1, &document("", "roster/a.toml", 1, "three"))?, None, "somebody was faster");
        assert_eq!(document::newest(tx, 1, "", "roster/a.toml")?.unwrap().body, "two");
        assert_eq!(document::at(tx, 1, "", "roster/a.toml", 1)?.unwrap().body, "one");
        assert_eq!(document::versions(tx, 1, "", "roster/a.toml")?.len(), 2);
        assert_eq!(document::version(tx, 1, "ana", "days.toml")?, 0);
        let before = document::state(tx, 1, "")?;
        document::write(tx, 1, &document("", "roster/b.toml", 0, "b"))?;
        assert_ne!(document::state(tx, 1, "")?, before);
        let names: Vec<String> = document::of_owner(tx, 1, "")?.into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["roster/a.toml", "roster/b.toml"]);
        let answer = |said: &str| Blind { person: "ana".into(), duty: "review".into(), said: said.into() };
        blind::say(tx, 1, "alpha", &answer("own"), 10)?;
        blind::say(tx, 1, "alpha", &answer("none"), 11)?;
        assert_eq!(blind::of_team(tx, 1, "alpha")?, [answer("none")]);
        assert_eq!(blind::clear(tx, 1, "alpha")?, 1);
        let change = |value: &str, announced, effective| Setting {
            name: "x".into(),
            value: value.into(),
            announced,
            effective,
            author: "a1".into(),
        };
        setting::announce(tx, 1, &change("on", 10, 30))?;
        assert_eq!(setting::value(tx, 1, "x", 29)?, None);
        assert_eq!(setting::value(tx, 1, "x", 30)?.as_deref(), Some("on"));
        setting::announce(tx, 1, &change("off", 40, 40))?;
        assert_eq!(setting::value(tx, 1, "x", 50)?.as_deref(), Some("off"));
        assert_eq!(setting::all(tx, 1)?.len(), 2);
        Ok(())
    })
    .unwrap();
}

#[test]
fn evidence_weeks_sharing_and_what_erasing_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    db.write(|tx| {
        let own = Source {
            id: "s".into(),
            person: "ana".into(),
            kind: "calendar".into(),
            name: "mine".into(),
            place: String::new(),
            made: 1,
            read: None,
        };
        source::add(tx, 1, &own)?;
        source::was_read(tx, 1, "s", 9)?;
        assert_eq!(source::get(tx, 1, "s")?.unwrap().read, Some(9));
        assert_eq!(source::of(tx, 1, "ana")?.len(), 1);
        assert!(source::with_place(tx, 1)?.is_empty());
        source::describe(tx, 1, "ana", "s", b"one")?;
        source::describe(tx, 1, "ana", "s", b"two")?;
        assert_eq!(source::descriptions(tx, 1, "ana")?, [("s".to_owned(), b"two".to_vec())]);
        assert_eq!(source::all_descriptions(tx, 1)?, [b"two".to_vec()]);
        let fact = |id: u8, day| Fact {
            id: [id; 16],
            source: "s".into(),
            day,
            week: 7 * (day / 7),
            activity: String::new(),
            minutes: 0.0,
            body: vec![id],
        };
        for (id, day) in [(1, 100), (2, 101), (3, 200)] {
            evidence::put(tx, 1, "ana", &fact(id, day))?;
            evidence::put_raw(tx, 1, "ana", &[id; 16], b"raw", 50)?;
        }
        evidence::put(tx, 1, "ana", &fact(1, 100))?;
        evidence::put_raw(tx, 1, "ana", &[1; 16], b"raw", 900)?;
        assert_eq!(evidence::extent(tx, 1, "ana")?, Some((3, 100, 200)));
        assert_eq!(evidence::raw_extent(tx, 1, "ana")?, (3, Some(50)), "a second reading does not keep words longer");
        assert_eq!(evidence::between(tx, 1, "ana", 100, 101)?, [vec![1], vec![2]]);
        evidence::count(tx, 1, "ana", &[1; 16], "coding", 30.0)?;
        assert_eq!(evidence::lines(tx, 1, "ana")?[0].activity, "coding");
        assert_eq!(evidence::raw(tx, 1, "ana", 10)?.len(), 3);
        assert!(evidence::raw(tx, 1, "ana", 50)?.is_empty(), "words past their day are not given out");
        assert_eq!(evidence::raw_between(tx, 1, "ana", 100, 101, 10)?.len(), 2);
        assert!(evidence::raw_between(tx, 1, "ana", 100, 101, 50)?.is_empty());
        assert_eq!(evidence::ids(tx, 1, "ana", "s", 100, 150)?.len(), 2);
        evidence::forget(tx, 1, "ana", &[2; 16])?;
        assert_eq!(evidence::extent(tx, 1, "ana")?.unwrap().0, 2);
        let line =
            |week, point| Line { week, part: "in".into(), activity: "coding".into(), low: 0.0, point, high: 9.0 };
        ledger::replace(tx, 1, "ana", 0, &[line(98, 1.0), line(105, 2.0)])?;
        ledger::replace(tx, 1, "ana", 105, &[line(105, 3.0)])?;
        assert_eq!(ledger::of_person(tx, 1, "ana")?, [line(98, 1.0), line(105, 3.0)]);
        assert_eq!(ledger::between(tx, 1, 100, 110)?, [("ana".to_owned(), line(105, 3.0))]);
        assert_eq!(ledger::extent(tx, 1, "ana")?, Some((2, 98, 105)));
        ledger::state(tx, 1)?;
        snapshot::add(tx, 1, &snapshot(), &["emil".to_owned(), "dora".to_owned()])?;
        assert_eq!(snapshot::recipients(tx, 1, "n1")?, ["dora", "emil"]);
        assert_eq!(snapshot::sent_to(tx, 1, "emil", 20)?.len(), 1);
        assert!(snapshot::sent_to(tx, 1, "emil", 100)?.is_empty(), "it ran out");
        assert!(snapshot::sent_to(tx, 1, "ben", 20)?.is_empty());
        assert!(!snapshot::revoke(tx, 1, "emil", "n1", 21)?, "only its maker takes it back");
        assert!(snapshot::revoke(tx, 1, "ana", "n1", 21)?);
        assert_eq!(snapshot::get(tx, 1, "n1")?.unwrap().body, "", "what it showed is gone");
        assert!(snapshot::sent_to(tx, 1, "emil", 22)?.is_empty());
        assert_eq!(snapshot::made_by(tx, 1, "ana")?.len(), 1);
        document::write(tx, 1, &document("ana", "days.toml", 0, "x"))?;
        let held = erase::count(tx, 1, "ana")?;
        assert_eq!(erase::person(tx, 1, "ana")?, held);
        assert_eq!(erase::count(tx, 1, "ana")?, 0);
        source::add(tx, 1, &own)?;
        evidence::put(tx, 1, "ana", &fact(1, 100))?;
        evidence::put_raw(tx, 1, "ana", &[1; 16], b"raw", 50)?;
        source::remove(tx, 1, "s")?;
        assert_eq!(erase::count(tx, 1, "ana")?, 0, "a source goes with all it gave");
        evidence::put(tx, 1, "ana", &fact(1, 100))?;
        assert_eq!(erase::measured(tx, 1, "ana")?, 1);
        Ok(())
    })
    .unwrap();
}

#[test]
fn jobs_are_done_once_and_taken_up_again_where_a_worker_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    db.write(|tx| {
        assert_eq!(job::add(tx, 1, "j1", "read", "s", "a1", 10)?, "j1");
        assert_eq!(job::add(tx, 1, "j2", "read", "s", "a1", 11)?, "j1", "the same work waits already");
        let own = job::claim(tx, 1, 20, 0)?.unwrap();
        assert_eq!((own.id.as_str(), own.tries), ("j1", 1));
        assert_eq!(job::claim(tx, 1, 21, 0)?, None, "somebody does it");
        job::progress(tx, 1, "j1", 1, 2, "half", 30)?;
        assert_eq!(job::claim(tx, 1, 40, 35)?.unwrap().tries, 2, "no sign since 35: taken up again");
        job::end(tx, 1, "j1", true, "done", 50)?;
        assert_eq!(job::get(tx, 1, "j1")?.unwrap().state, "done");
        assert_eq!(job::claim(tx, 1, 60, 55)?, None);
        assert_eq!((job::latest(tx, 1, 9)?.len(), job::asked_by(tx, 1, "a1", 9)?.len()), (1, 1));
        job::hand_over(tx, 1, "u", "own.ics", b"x", 10)?;
        assert_eq!(job::handed_over(tx, 1, "u")?, Some(("own.ics".to_owned(), b"x".to_vec())));
        job::discard(tx, 1, "u")?;
        assert_eq!(job::handed_over(tx, 1, "u")?, None);
        Ok(())
    })
    .unwrap();
}

fn noted(detail: &str) -> access::Entry<'_> {
    access::Entry { actor: "a1", way: "web", act: "read", object: "reading", subject: "ana", detail }
}

#[test]
fn p12_a_line_of_the_access_log_that_is_changed_or_taken_out_shows() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    let details = ["one", "two", "three", "four", "five"];
    db.write(|tx| details.iter().zip(1..).try_for_each(|(detail, at)| access::note(tx, 1, &noted(detail), at)))
        .unwrap();
    assert_eq!(db.read(|tx| access::broken(tx, 1)).unwrap(), None);
    assert_eq!(
        db.read(|tx| access::about(tx, 1, "ana", 4, 2)).unwrap().iter().map(|one| one.number).collect::<Vec<_>>(),
        [3, 2]
    );
    assert_eq!(db.read(|tx| access::by(tx, 1, "a1", i64::MAX, 9)).unwrap().len(), 5);
    assert_eq!(db.read(|tx| access::all(tx, 1, i64::MAX, 9)).unwrap().len(), 5);
    // Cut at its retention, the chain still holds, and goes on.
    assert_eq!(db.write(|tx| access::cut(tx, 1, 3, 9)).unwrap(), 2);
    db.write(|tx| access::note(tx, 1, &noted("six"), 10)).unwrap();
    assert_eq!(db.read(|tx| access::broken(tx, 1)).unwrap(), None);
    for (change, found) in [
        ("UPDATE access SET detail = 'else' WHERE number = 4", 4),
        ("DELETE FROM access WHERE number = 4", 5),
        ("UPDATE access SET actor = 'nobody' WHERE number = 6", 6),
    ] {
        let copy = tempfile::tempdir().unwrap();
        let file = copy.path().join("rung.db");
        db.copy_to(&file).unwrap();
        let other = Db::open(&file).unwrap();
        other.write(|tx| tx.run(change, &[])).unwrap();
        assert_eq!(other.read(|tx| access::broken(tx, 1)).unwrap(), Some(found), "{change}");
    }
}

#[test]
fn p11_what_is_older_than_its_time_goes_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    let day = 20_000;
    let now = day * 86_400;
    db.write(|tx| {
        for (id, own) in [(1_u8, day - 400), (2, day - 396), (3, day)] {
            let fact = Fact {
                id: [id; 16],
                source: "s".into(),
                day: own,
                week: own,
                activity: String::new(),
                minutes: 0.0,
                body: vec![],
            };
            evidence::put(tx, 1, "ana", &fact)?;
        }
        evidence::put_raw(tx, 1, "ana", &[1; 16], b"x", now)?;
        evidence::put_raw(tx, 1, "ana", &[3; 16], b"x", now + 1)?;
        let line = |week| Line { week, part: "in".into(), activity: "coding".into(), low: 0.0, point: 1.0, high: 2.0 };
        ledger::replace(tx, 1, "ana", 0, &[line(day - 410), line(day - 399), line(day)])?;
        snapshot::add(tx, 1, &Snapshot { expires: now, ..snapshot() }, &[])?;
        access::note(tx, 1, &noted("old"), 5)?;
        access::note(tx, 1, &noted("new"), now)?;
        let limits = retain::Limits { now, evidence: day - 396, access: now - 10, idle: 0, session: 0 };
        let gone = retain::sweep(tx, 1, &limits)?;
        assert_eq!((gone.raw, gone.evidence, gone.ledger, gone.access, gone.snapshots), (1, 1, 1, 1, 1));
        assert_eq!(retain::sweep(tx, 1, &limits)?, retain::Gone::default(), "a second time nothing goes");
        assert_eq!(access::broken(tx, 1)?, None);
        Ok(())
    })
    .unwrap();
}

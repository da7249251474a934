//! kill -9 at random moments of writing and reading sources: nothing that was acknowledged is lost, nothing is there
//! twice, and the next start is quick. `RUNG_KILLS=1000 cargo test -p rung-app --test kill` does it so often.
//!
//! The test runs itself again as the process that is killed, which says on its standard output what was acknowledged.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and this one says what it saw"
)]

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use rung_app::{
    dice::Dice,
    log::Entry,
    server::{Caller, Moment, Server, accounts::NewAccount, sources::Place},
};
use rung_model::{activity::Activity, kind::Kind};

const PASSWORD: &str = "a sentence to keep";
const ROSTER: &str =
    "[[team]]\nid = \"alpha\"\n[[person]]\nid = \"ana\"\naddresses = [\"ana@orchard.example\"]\nteam = \"alpha\"\n";

fn moment(seed: u64) -> Moment {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    Moment { now: "2026-11-16T12:00:00Z".parse::<Timestamp>().unwrap(), dice: Dice::new(bytes) }
}

fn calendar() -> Vec<u8> {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n");
    for (number, title) in ["Planning", "1:1 with Emil", "Incident review", "Stand-up", "Hiring"].iter().enumerate() {
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:2026010{}T1{number}0000Z\r\n\
             DTEND:2026010{}T1{number}3000Z\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n",
            number + 5,
            number + 5
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    text.into_bytes()
}

/// Sets an organisation up with one person; the caller is that person.
fn set_up(folder: &Path) {
    let server = Server::open(&folder.join("rung.db"), 0).unwrap();
    let moment = moment(1);
    let secret = server.set_up(&moment, "Orchard", "UTC", "admin@orchard.example", PASSWORD, "").unwrap();
    let admin = server.by_session(&moment, &secret).unwrap();
    let file = folder.join("orchard.toml");
    std::fs::write(&file, ROSTER).unwrap();
    let imported = server.try_roster(&admin, &moment, &file, Some("toml"), "").unwrap();
    server.keep_roster(&admin, &moment, &imported, "imported").unwrap();
    let new = NewAccount { login: "ana@orchard.example".into(), person: Some("ana".into()), ..NewAccount::default() };
    server.invite(&admin, &moment, &new).unwrap();
}

fn ana(server: &Server) -> Caller {
    let account = server.db().read(|tx| rung_store::account::of_person(tx, 1, "ana")).unwrap();
    Caller { account, ..Caller::default() }
}

/// Writes and reads until it is killed, saying each time what is done.
fn child(folder: &Path, turn: u64) {
    let server = Server::open(&folder.join("rung.db"), 0).unwrap();
    let ana = ana(&server);
    let mut out = std::io::stdout();
    for number in 0.. {
        let moment = moment(1_000_000 * (turn + 2) + number);
        let id = format!("{turn}-{number}");
        let entry = Entry {
            date: jiff::civil::date(2026, 1, 1)
                .saturating_add(jiff::Span::new().days(i64::try_from(number % 300).unwrap())),
            kind: Kind::Activity(Activity::Coding),
            minutes: 1,
            start: None,
            note: Some(id.clone()),
            whole: false,
        };
        server.log_day(&ana, &moment, &entry).unwrap();
        writeln!(out, "logged {id}").unwrap();
        if number % 3 == 0 {
            let sources = server.sources(&ana, &moment, false).unwrap();
            let place = ("own.ics".to_owned(), calendar());
            match sources.first() {
                Some(own) => drop(server.read_again(&ana, &moment, &own.source.id, Some(&place)).unwrap()),
                None => {
                    let place = Place::File(place.0, place.1);
                    server.connect(&ana, &moment, false, "calendar", "", &place).unwrap();
                    writeln!(out, "connected {id}").unwrap();
                }
            }
            while server.work(&moment).unwrap() {}
            writeln!(out, "read {id}").unwrap();
        }
        out.flush().unwrap();
    }
}

/// Ids, days and weeks of the facts that are stored: what does not depend on where they were read, or on logged days.
fn facts(server: &Server) -> Vec<String> {
    let all = rung_store::dump::canonical(server.db()).unwrap();
    let rows = all.lines().skip_while(|line| *line != "evidence").skip(1).take_while(|line| line.starts_with(' '));
    rows.map(|line| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        [cells[2], cells[4], cells[5]].join(" ")
    })
    .collect()
}

/// One life of the child, cut off after a while; what it acknowledged.
fn life(folder: &Path, turn: u64, after: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["child", folder.to_str().unwrap(), &turn.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || BufReader::new(out).lines().map_while(Result::ok).collect::<Vec<_>>());
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.get(1).is_some_and(|one| one == "child") {
        child(Path::new(&args[2]), args[3].parse().unwrap());
        return;
    }
    let kills: u64 = std::env::var("RUNG_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(100);
    let mut folder = tempfile::tempdir().unwrap();
    let mut reference = None;
    let (mut acknowledged, mut slowest, mut reads) = (BTreeSet::new(), Duration::ZERO, 0_usize);
    let mut total = 0;
    // Moments spread over the first third of a second, other ones each time.
    for turn in 0..kills {
        if turn % 25 == 0 {
            // A new life: the file of logged days grows with every turn, and each is read whole.
            total += acknowledged.len();
            acknowledged.clear();
            folder = tempfile::tempdir().unwrap();
            set_up(folder.path());
        }
        let after = Duration::from_millis(15 + (turn * 7_919) % 320);
        for line in life(folder.path(), turn, after) {
            if let Some(id) = line.strip_prefix("logged ") {
                acknowledged.insert(id.to_owned());
            }
            reads += usize::from(line.starts_with("read "));
        }
        let start = Instant::now();
        let server = Server::open(&folder.path().join("rung.db"), 0).unwrap();
        let ana = ana(&server);
        let logged = server.logged(&ana, &moment(7)).unwrap();
        slowest = slowest.max(start.elapsed());
        let notes: Vec<String> =
            logged.iter().flat_map(|day| &day.entries).filter_map(|entry| entry.note.clone()).collect();
        let once: BTreeSet<&String> = notes.iter().collect();
        assert_eq!(once.len(), notes.len(), "turn {turn}: something is there twice");
        for id in &acknowledged {
            assert!(once.contains(id), "turn {turn}: {id} was acknowledged and is lost");
        }
        let health = server.health().unwrap();
        assert!(health.faults.is_empty() && health.broken.is_none(), "turn {turn}: {health:?}");
        if turn % 25 == 24 || turn + 1 == kills {
            // The job that was cut off is taken up again, and then the facts are those of a quiet reading.
            let later = Moment {
                now: Timestamp::from_second(moment(1).now.as_second() + 600).unwrap(),
                dice: Dice::new([9; 32]),
            };
            while server.work(&later).unwrap() {}
            if server.sources(&ana, &later, false).unwrap().is_empty() {
                continue;
            }
            let id = server.sources(&ana, &later, false).unwrap()[0].source.id.clone();
            server.read_again(&ana, &later, &id, Some(&("own.ics".to_owned(), calendar()))).unwrap();
            while server.work(&later).unwrap() {}
            let now = facts(&server);
            assert!(now.len() > 100, "{} facts", now.len());
            let reference = reference.get_or_insert_with(quiet);
            assert_eq!(&now, reference, "turn {turn}: facts are lost or there twice");
        }
    }
    total += acknowledged.len();
    assert!(total > usize::try_from(kills).unwrap(), "hardly anything was written: {total}");
    assert!(slowest < Duration::from_secs(2), "a restart took {slowest:?}");
    println!(
        "killed {kills} times: {total} entries and {reads} readings acknowledged, none lost, none twice; slowest restart {slowest:?}"
    );
}

/// The facts of a reading nobody cut off.
fn quiet() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    set_up(folder.path());
    let server = Server::open(&folder.path().join("rung.db"), 0).unwrap();
    let ana = ana(&server);
    let place = Place::File("own.ics".to_owned(), calendar());
    server.connect(&ana, &moment(3), false, "calendar", "", &place).unwrap();
    while server.work(&moment(4)).unwrap() {}
    facts(&server)
}

//! Fills a server's database with a big organisation through its ordinary imports: what the load is measured on.
//!
//! `organisation_served DIR [PEOPLE] [DAYS]` writes files and `DIR/rung.db`, and prints a login. A year of evidence is read
//! by jobs; the two years before have weeks alone, as they would after their evidence went.

use std::{env, error::Error, path::Path, time::Instant};

use example::{Size, write_big};
use jiff::{ToSpan, tz::TimeZone};
use rung_app::{
    dice::Dice,
    server::{Caller, Moment, Server, accounts::NewAccount, sources::Place},
};
use rung_store::{account, ledger};

const PASSWORD: &str = "a sentence to keep";

#[expect(clippy::print_stdout, reason = "a program that tells how long something took")]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, rest @ ..] = arguments.as_slice() else { return Err("name a folder".into()) };
    let folder = Path::new(folder);
    let number = |at: usize, default: u32| rest.get(at).map_or(Ok(default), |text| text.parse());
    let size = Size { people: number(0, 500)?, days: number(1, 365)? };
    let files = write_big(folder, size)?;
    let now = files.days.1.to_zoned(TimeZone::UTC)?.timestamp() + 36.hours();
    let moment = |number: u8| Moment { now, dice: Dice::new([number; 32]) };
    let begun = Instant::now();
    let server = Server::open(&folder.join("rung.db"), now.as_second())?;
    let secret = server.set_up(&moment(1), "Big", "UTC", "admin@big.example", PASSWORD, "")?;
    let admin = server.by_session(&moment(1), &secret)?;
    let imported = server.try_roster(&admin, &moment(2), &files.roster, Some("toml"), "")?;
    server.keep_roster(&admin, &moment(2), &imported, "imported")?;
    let earlier = Moment { now: now - (30 * 24).hours(), dice: Dice::new([3; 32]) };
    server.announce(&admin, &earlier, "measure-shared-sources", "on")?;
    server.announce(&admin, &earlier, "months-kept", "37")?;
    println!("roster of {} people kept in {:.1} s", imported.roster.people.len(), begun.elapsed().as_secs_f64());

    // One invitation is taken up; the others have its password.
    let people: Vec<(String, String)> = imported
        .roster
        .people
        .iter()
        .filter_map(|person| Some((person.id.clone(), person.addresses.first()?.clone())))
        .collect();
    let mut hash = None;
    for (at, (person, login)) in people.iter().enumerate() {
        let seed = Moment { now, dice: Dice::new(seed(at)) };
        let new = NewAccount { login: login.clone(), person: Some(person.clone()), ..NewAccount::default() };
        let secret = server.invite(&admin, &seed, &new)?;
        if hash.is_none() {
            server.accept(&seed, &secret, PASSWORD, "")?;
            hash = server.db().read(|tx| account::of_person(tx, 1, person))?.and_then(|own| own.password);
        }
        let own = server.db().read(|tx| account::of_person(tx, 1, person))?.ok_or("an account")?;
        server.db().write(|tx| {
            account::set_password(tx, 1, &own.id, hash.as_deref().unwrap_or_default())?;
            account::welcome(tx, 1, &own.id, now.as_second())
        })?;
    }

    let begun = Instant::now();
    for (seed, kind, path) in [(4, "github", &files.github), (6, "jira", &files.jira)] {
        server.connect(&admin, &moment(seed), true, kind, "", &Place::Folder(path.clone()))?;
        while server.work(&moment(5))? {}
    }
    for (at, (address, path)) in files.calendars.iter().enumerate() {
        let account = server.db().read(|tx| account::by_login(tx, 1, &address.to_lowercase()))?;
        let caller = Caller { account, ..Caller::default() };
        let seed = Moment { now, dice: Dice::new(seed(10_000 + at)) };
        let place = Place::File("own.ics".to_owned(), std::fs::read(path)?);
        server.connect(&caller, &seed, false, "calendar", "", &place)?;
        while server.work(&seed)? {}
    }
    let read = begun.elapsed().as_secs_f64();
    let mut rows = 0;
    for (person, _) in &people {
        let lines = server.db().read(|tx| ledger::of_person(tx, 1, person))?;
        rows += server.db().read(|tx| rung_store::evidence::extent(tx, 1, person))?.map_or(0, |extent| extent.0);
        let mut all = lines.clone();
        for years in 1..=2 {
            all.extend(lines.iter().cloned().map(|line| ledger::Line { week: line.week - years * 371, ..line }));
        }
        server.db().write(|tx| ledger::replace(tx, 1, person, i64::MIN, &all))?;
    }
    let peak = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = peak.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM unknown").to_owned();
    println!("{rows} facts of {} people read and measured in {read:.1} s, {peak}", people.len());
    println!("now {}; log in as {} with `{PASSWORD}`", now.as_second(), people[0].1);
    Ok(())
}

fn seed(number: usize) -> [u8; 32] {
    let mut seed = [9; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    seed
}

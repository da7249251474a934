//! A whole organisation measured: every source read once, facts shared out to people, each person's days laid out.
//!
//! What comes out is one ledger a person: the ground that team and organisation figures are made of. Nothing here
//! shows anyone a figure of another; that is decided where a figure is shown (PRIVACY P1, P3).

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use jiff::{civil::Date, tz::TimeZone};
use rung_measure::{
    book::{self, Ledger},
    calibrate,
    layout::{self, Settings},
    recognise::{Context, Recogniser},
    recognition::Item,
};
use rung_model::{
    account::{Account, Handle},
    evidence::Evidence,
    kind::ActivityMap,
    manifest::SourceKind,
    prior::Priors,
    problem::Problem,
    roster::Roster,
    rule::Rule,
};
use rung_sources::{forge, ics, progress::Progress, recorded, source::Query};

use crate::error::AppError;

/// Facts handed over at a time.
const PIECE: usize = 1 << 16;

/// What to measure.
#[derive(Clone, Debug)]
pub struct Whole {
    /// People, teams and lines.
    pub roster: Roster,
    /// Rules of the organisation.
    pub rules: Vec<Rule>,
    /// Forges, trackers and time logs of everyone.
    pub sources: Vec<(SourceKind, PathBuf)>,
    /// Calendars, each with an address of its owner.
    pub calendars: Vec<(String, PathBuf)>,
    /// First day.
    pub first: Date,
    /// Last day, included.
    pub last: Date,
    /// Zone of people whose roster names none.
    pub zone: TimeZone,
    /// Which bucket an activity counts in.
    pub activities: ActivityMap,
    /// Threads to use.
    pub threads: usize,
}

/// One person's ledger.
#[derive(Clone, Debug)]
pub struct PersonLedger {
    /// Person id of the roster.
    pub person: String,
    /// Minutes by day.
    pub ledger: Ledger,
    /// Rows of evidence.
    pub rows: usize,
}

/// What came out.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// A ledger a person, in the roster's order.
    pub people: Vec<PersonLedger>,
    /// Rows of accounts that are nobody's of the roster.
    pub unmatched: usize,
    /// Problems met.
    pub problems: Vec<Problem>,
}

/// Reads every source once and measures everybody.
///
/// # Errors
/// [`AppError::Inputs`] where the rules have errors in them.
pub fn measure(whole: &Whole, progress: &dyn Progress) -> Result<Measured, AppError> {
    let mut measured = Measured::default();
    let owners = Owners::of(&whole.roster);
    let mut shares: Vec<Vec<Evidence>> = vec![Vec::new(); whole.roster.people.len()];
    let nobody = Arc::new(Account::default());
    for (kind, path) in &whole.sources {
        let query = Query { first: whole.first, last: whole.last, zone: &whole.zone };
        let mut read = recorded::read(*kind, path, &nobody, &query, progress);
        forge::settle(&mut read.evidence);
        measured.problems.extend(read.problems);
        let mut counts = vec![0; shares.len()];
        for person in read.evidence.iter().filter_map(|fact| owners.of_account(&fact.actor)) {
            counts[person] += 1;
        }
        for (share, count) in shares.iter_mut().zip(counts) {
            share.reserve_exact(count);
        }
        // Piece by piece from the end, giving memory back: facts are never held twice.
        while !read.evidence.is_empty() {
            let piece = read.evidence.split_off(read.evidence.len().saturating_sub(PIECE));
            read.evidence.shrink_to_fit();
            for fact in piece {
                match owners.of_account(&fact.actor) {
                    Some(person) => shares[person].push(fact),
                    None => measured.unmatched += 1,
                }
            }
        }
    }
    let calendars: HashMap<usize, Vec<&PathBuf>> =
        whole.calendars.iter().fold(HashMap::new(), |mut all, (address, path)| {
            if let Some(person) = owners.by_key.get(&address.to_lowercase()) {
                all.entry(*person).or_default().push(path);
            }
            all
        });
    let work = Mutex::new(shares.into_iter().enumerate());
    let done: Mutex<Vec<(usize, Result<Done, AppError>)>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..whole.threads.max(1) {
            scope.spawn(|| {
                loop {
                    let next = work.lock().ok().and_then(|mut work| work.next());
                    let Some((person, facts)) = next else { break };
                    let files = calendars.get(&person).map_or(&[][..], Vec::as_slice);
                    let one = one(whole, person, facts, files, progress);
                    if let Ok(mut done) = done.lock() {
                        done.push((person, one));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(person, _)| *person);
    for (_, one) in done {
        let one = one?;
        measured.problems.extend(one.problems);
        measured.people.push(one.ledger);
    }
    Ok(measured)
}

struct Done {
    ledger: PersonLedger,
    problems: Vec<Problem>,
}

/// Measures one person.
fn one(
    whole: &Whole,
    at: usize,
    mut facts: Vec<Evidence>,
    calendars: &[&PathBuf],
    progress: &dyn Progress,
) -> Result<Done, AppError> {
    let person = &whole.roster.people[at];
    let zone = person.zone.as_deref().and_then(|name| TimeZone::get(name).ok()).unwrap_or_else(|| whole.zone.clone());
    let query = ics::Query { addresses: &person.addresses, zone: &zone, first: whole.first, last: whole.last };
    let mut problems = Vec::new();
    for file in calendars {
        let read = ics::read(file, &query, progress);
        facts.extend(read.evidence);
        problems.extend(read.problems);
    }
    let context = Context {
        roster: Some(&whole.roster),
        me: Some(&person.id),
        addresses: &person.addresses,
        zone: Some(zone.clone()),
    };
    let recogniser = Recogniser::new(whole.rules.clone(), context).map_err(AppError::Inputs)?;
    let recognised = |evidence| Item { evidence, recognition: recogniser.recognise(evidence) };
    let items: Vec<Item<'_>> = facts.iter().map(recognised).collect();
    let schedule = person.schedule.clone().unwrap_or_default();
    let assumed = Priors::default();
    let settings =
        Settings { zone: &zone, schedule: &schedule, priors: &assumed, first: whole.first, last: whole.last };
    let priors = calibrate::calibrate(&items, &settings);
    let timelines = layout::lay_out(&items, &Settings { priors: &priors, ..settings });
    let ledger = book::book(&timelines, &whole.activities);
    Ok(Done { ledger: PersonLedger { person: person.id.clone(), ledger, rows: facts.len() }, problems })
}

/// Whose an account is: by an address or handle that one person alone has.
struct Owners {
    by_key: HashMap<String, usize>,
}

impl Owners {
    fn of(roster: &Roster) -> Self {
        let mut claims: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, person) in roster.people.iter().enumerate() {
            for address in &person.addresses {
                claims.entry(address.to_lowercase()).or_default().push(at);
            }
        }
        let by_key = claims.into_iter().filter_map(|(key, people)| match people.as_slice() {
            [only] => Some((key, *only)),
            _ => None,
        });
        Self { by_key: by_key.collect() }
    }

    fn of_account(&self, account: &Account) -> Option<usize> {
        let by_address = account.address.as_deref().and_then(|address| self.by_key.get(address));
        by_address.or_else(|| self.by_key.get(&account.handle.as_ref().map(Handle::key)?.to_lowercase())).copied()
    }
}

//! A whole organisation measured: every source read once, facts shared out to people, each person's days laid out.
//!
//! What comes out is one ledger a person: the ground that team and organisation figures are made of. Nothing here
//! shows anyone a figure of another; that is decided where a figure is shown (PRIVACY P1, P3).

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use jiff::{civil::Date, tz::TimeZone};
use rung_measure::{
    book::{self, Ledger},
    calibrate,
    identity::{self, Configured, Identities, Seen},
    layout::{self, Settings},
    recognise::{Context, Recogniser},
    recognition::Item,
};
use rung_model::{
    account::Account,
    activity::Activity,
    evidence::Evidence,
    identity::{journal::JournalEntry, person::PersonKey},
    kind::ActivityMap,
    manifest::SourceKind,
    prior::Priors,
    problem::Problem,
    roster::Roster,
    rule::Rule,
};
use rung_sources::{
    cache::{Cache, Kept, Key, Part, Parts, contents},
    forge, git, ics,
    progress::Progress,
    read::Read,
    recorded,
    source::Query,
};

use crate::{error::AppError, gather::unreadable};

/// What to measure.
#[derive(Clone, Debug)]
pub struct Whole {
    /// People, teams and lines.
    pub roster: Roster,
    /// Rules of the organisation.
    pub rules: Vec<Rule>,
    /// What was said of accounts.
    pub journal: Vec<JournalEntry>,
    /// Where what sources gave is kept, where it is.
    pub cache: Option<Cache>,
    /// Repositories, forges, trackers and time logs of everyone.
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
    /// Activities that some source could show.
    pub sees: BTreeSet<Activity>,
    /// Problems met.
    pub problems: Vec<Problem>,
}

/// Reads every source once, tells whose its accounts are, and measures everybody.
///
/// # Errors
/// [`AppError::Inputs`] where the rules have errors in them.
pub fn measure(whole: &Whole, progress: &dyn Progress) -> Result<Measured, AppError> {
    let sources: Vec<Parts> = whole.sources.iter().map(|source| recorded(whole, source, progress)).collect();
    let all = || sources.iter().flat_map(|source| source.parts.iter().map(move |part| (source, part)));
    let seen: Vec<Seen> = all().map(|(source, part)| seen(source, part)).collect();
    let configured = Configured { roster: Some(&whole.roster), own: &[] };
    let identities = identity::resolve(&seen, &configured, &whole.journal);
    let places: HashMap<&str, usize> =
        whole.roster.people.iter().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect();
    let owner = |account: &str| owner(&identities, &places, account);

    let mut measured = Measured::default();
    let mut shares: Vec<Share<'_>> = vec![Share::default(); whole.roster.people.len()];
    for (_, part) in all() {
        match owner(&part.account.key()) {
            Some(person) => shares[person].parts.push(part),
            None => measured.unmatched += usize::try_from(part.rows).unwrap_or(usize::MAX),
        }
    }
    for (address, path) in &whole.calendars {
        if let Some(person) = owner(&address.to_lowercase()) {
            shares[person].calendars.push(path);
        }
    }
    measured.problems.extend(sources.iter().flat_map(|source| source.about.problems.iter().cloned()));
    measured.sees.extend(sources.iter().flat_map(|source| source.about.manifest.sees.iter().copied()));
    let context = Context { roster: Some(&whole.roster), ..Context::default() };
    let common = Recogniser::new(whole.rules.clone(), context).map_err(AppError::Inputs)?;
    let work = Mutex::new(shares.into_iter().enumerate());
    let done: Mutex<Vec<(usize, Done)>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..whole.threads.max(1) {
            scope.spawn(|| {
                loop {
                    let next = work.lock().ok().and_then(|mut work| work.next());
                    let Some((person, share)) = next else { break };
                    let one = one(whole, &common, person, &share, progress);
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
        measured.problems.extend(one.problems);
        measured.sees.extend(one.sees);
        measured.people.push(one.ledger);
    }
    Ok(measured)
}

/// What is one person's, of all sources.
#[derive(Clone, Debug, Default)]
struct Share<'a> {
    parts: Vec<&'a Part>,
    calendars: Vec<&'a PathBuf>,
}

/// A repository, forge, tracker or time log by account, from the cache where it is kept there.
fn recorded(whole: &Whole, (kind, path): &(SourceKind, PathBuf), progress: &dyn Progress) -> Parts {
    let query = Query { first: whole.first, last: whole.last, zone: &whole.zone };
    let state = || {
        if *kind == SourceKind::Git {
            git::state(path, git::Branches::Auto)
        } else {
            contents(path).map(|sum| sum.to_vec())
        }
    };
    let key = whole.cache.as_ref().and_then(|cache| {
        let zone = whole.zone.iana_name()?;
        let asked = format!("organisation {} {} {} {zone}", kind.id(), whole.first, whole.last);
        Some(Key::of(cache, &[asked.as_bytes(), path.as_os_str().as_encoded_bytes(), &state()?]))
    });
    Parts::kept(whole.cache.as_ref(), key, || {
        if *kind == SourceKind::Git {
            return repository(whole, path, progress);
        }
        recorded::read(*kind, path, &Arc::new(Account::default()), &query, progress)
    })
}

/// Everybody's commits of a repository; one that cannot be read gives nothing but its problem.
fn repository(whole: &Whole, path: &Path, progress: &dyn Progress) -> Read {
    let day_start = |date: Date| date.to_zoned(whole.zone.clone()).ok().map(|zoned| zoned.timestamp());
    let query = git::Query {
        since: day_start(whole.first),
        until: whole.last.tomorrow().ok().and_then(day_start),
        addresses: None,
        paths: git::PathDetail::Classes,
        lines: false,
        branches: git::Branches::Auto,
    };
    git::read(path, &query, progress).unwrap_or_else(|error| Read {
        evidence: Vec::new(),
        manifest: git::nothing(path),
        problems: vec![unreadable(path, &error)],
        unused: BTreeMap::new(),
    })
}

fn seen(source: &Parts, part: &Part) -> Seen {
    Seen {
        account: (*part.account).clone(),
        rows: part.rows,
        days: part.days,
        sources: BTreeMap::from([(Arc::clone(&source.about.manifest.id), part.rows)]),
    }
}

/// The place in the roster of the person an account is of.
fn owner(identities: &Identities, places: &HashMap<&str, usize>, account: &str) -> Option<usize> {
    match identities.person_of(account)?.0 {
        PersonKey::Roster(id) => places.get(id.as_str()).copied(),
        PersonKey::Me | PersonKey::Accounts(_) => None,
    }
}

struct Done {
    ledger: PersonLedger,
    sees: Vec<Activity>,
    problems: Vec<Problem>,
}

/// Measures one person.
fn one(whole: &Whole, common: &Recogniser, at: usize, share: &Share<'_>, progress: &dyn Progress) -> Done {
    let person = &whole.roster.people[at];
    let zone = person.zone.as_deref().and_then(|name| TimeZone::get(name).ok()).unwrap_or_else(|| whole.zone.clone());
    let mut facts: Vec<Evidence> = share.parts.iter().flat_map(|part| part.facts()).collect();
    forge::settle(&mut facts);
    let (mut problems, mut sees) = (Vec::new(), Vec::new());
    for file in &share.calendars {
        let read = calendar(whole, &person.addresses, &zone, file, progress);
        facts.extend(read.reads.iter().flat_map(|read| read.evidence.iter().cloned()));
        sees.extend(read.reads.iter().flat_map(|read| read.manifest.sees.iter().copied()));
        problems.extend(read.reads.into_iter().flat_map(|read| read.problems));
    }
    let recogniser = common.of_owner(&person.id, &person.addresses, Some(zone.clone()));
    let recognised = |evidence| Item { evidence, recognition: recogniser.recognise(evidence) };
    let items: Vec<Item<'_>> = facts.iter().map(recognised).collect();
    let schedule = person.schedule.clone().unwrap_or_default();
    let assumed = Priors::default();
    let settings =
        Settings { zone: &zone, schedule: &schedule, priors: &assumed, first: whole.first, last: whole.last };
    let priors = calibrate::calibrate(&items, &settings);
    let timelines = layout::lay_out(&items, &Settings { priors: &priors, ..settings });
    let ledger = book::book(&timelines, &whole.activities);
    Done { ledger: PersonLedger { person: person.id.clone(), ledger, rows: facts.len() }, sees, problems }
}

/// A calendar, from the cache where it is kept there.
fn calendar(whole: &Whole, addresses: &[String], zone: &TimeZone, file: &Path, progress: &dyn Progress) -> Kept {
    let key = whole.cache.as_ref().and_then(|cache| {
        let asked = format!("calendar {} {} {}", whole.first, whole.last, zone.iana_name()?);
        Some(Key::of(cache, &[asked.as_bytes(), addresses.join(" ").as_bytes(), &contents(file)?]))
    });
    let query = ics::Query { addresses, zone, first: whole.first, last: whole.last };
    let read = || {
        Ok::<_, std::convert::Infallible>(Kept { reads: vec![ics::read(file, &query, progress)], names: Vec::new() })
    };
    let Ok(kept) = Kept::or_read(whole.cache.as_ref(), key, read);
    kept
}

//! Reading a source in the background: claimed in the database, so that a process that dies loses nothing and nothing is
//! counted twice. A person's facts of a source are written in one transaction, in place of those it gave before.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::Arc,
};

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use rung_measure::{
    identity::{self, Configured, Own},
    recognise::{Context, Recogniser},
};
use rung_model::{
    account::Account,
    evidence::Evidence,
    identity::person::PersonKey,
    manifest::{Manifest, SourceKind},
    problem::{Problem, Severity},
    roster::{At, Person},
};
use rung_sources::{
    cache::{self, Parts},
    git, ics,
    progress::Silent,
    read::Read,
    recorded,
    source::Query,
};
use rung_store::{
    account,
    document::ORGANISATION,
    evidence, job,
    job::Job,
    source::{self, Source},
};

use super::{
    Moment, ORG, Refused, Server, number_of,
    person::{row, rules_of, zone_of},
};
use crate::org::Opened;

/// A worker that gave no sign for so long is taken for dead, seconds.
const LOST: i64 = 120;
/// So often a job is taken up before it counts as failed.
const TRIES: i64 = 3;
/// A raw item lasts so long, seconds (PRIVACY P9).
const RAW: i64 = 14 * 86_400;
/// Weeks that are read of a source: what retention keeps.
const MONTHS: i64 = 13;

impl Server {
    /// Asks for every source with a folder or an address to be read again: what a server does once a day.
    pub fn read_all_again(&self, moment: &Moment) -> Result<usize, Refused> {
        Ok(self.db.write(|tx| {
            let all = source::with_place(tx, ORG)?;
            for one in &all {
                job::add(tx, ORG, &moment.dice.id(), "read-source", &one.id, "server", moment.seconds())?;
            }
            Ok(all.len())
        })?)
    }

    /// Takes up one job and does it; `false` where none waits. What goes wrong is said in the job.
    pub fn work(&self, moment: &Moment) -> Result<bool, Refused> {
        let now = moment.seconds();
        let Some(job) = self.db.write(|tx| job::claim(tx, ORG, now, now - LOST))? else { return Ok(false) };
        let done = if job.tries > TRIES {
            Err(Refused::field("job", "it was taken up several times and never ended"))
        } else {
            match job.kind.as_str() {
                "read-source" => self.read_source(&job, moment),
                _ => Err(Refused::field("job", "this version of Rung does not know such a job")),
            }
        };
        let (well, said) = match done {
            Ok(said) => (true, said),
            Err(refused) => (false, in_words(&refused)),
        };
        self.db.write(|tx| job::end(tx, ORG, &job.id, well, &said, now))?;
        Ok(true)
    }

    fn read_source(&self, job: &Job, moment: &Moment) -> Result<String, Refused> {
        let Some(own) = self.db.read(|tx| source::get(tx, ORG, &job.subject))? else {
            return Ok("the source was disconnected meanwhile".to_owned());
        };
        let opened = self.opened()?;
        let folder = tempfile::tempdir().map_err(|cause| file("a temporary folder", cause))?;
        let path = self.unpacked(&own, folder.path())?;
        let said = if own.person == ORGANISATION {
            self.read_of_all(job, &own, &path, &opened, moment)?
        } else {
            self.read_of_one(&own, &path, &opened, moment)?
        };
        self.db.write(|tx| {
            source::was_read(tx, ORG, &own.id, moment.seconds())?;
            job::discard(tx, ORG, &own.id)
        })?;
        Ok(said)
    }

    /// The file or folder of a source, a file that was handed over written out under its name.
    fn unpacked(&self, own: &Source, folder: &Path) -> Result<std::path::PathBuf, Refused> {
        if own.place.starts_with("https://") {
            let path = folder.join("calendar.ics");
            fs::write(&path, fetched(&own.place)?).map_err(|cause| file("a temporary file", cause))?;
            return Ok(path);
        }
        if !own.place.is_empty() {
            return Ok(own.place.clone().into());
        }
        let handed = self.db.read(|tx| job::handed_over(tx, ORG, &own.id))?;
        let (name, bytes) =
            handed.ok_or_else(|| Refused::field("file", "it was read already; hand a newer one over"))?;
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|cause| file("a temporary file", cause))?;
        Ok(path)
    }

    /// A source of one person: their own facts of it.
    fn read_of_one(&self, own: &Source, path: &Path, opened: &Opened, moment: &Moment) -> Result<String, Refused> {
        let person = opened.roster.person(&own.person).ok_or(Refused::NotThere)?;
        if !self.is_measured(&person.id)? {
            return Ok("not read: its owner asked not to be measured".to_owned());
        }
        let (_, zone) = zone_of(self, person)?;
        let days = days(&zone, moment);
        let kind = SourceKind::from_id(&own.kind).ok_or(Refused::NotThere)?;
        let mut read = one(kind, path, person, &zone, days)?;
        if let Some(worst) = read.problems.iter().find(|p| p.severity == Severity::Error && read.evidence.is_empty()) {
            return Err(Refused::Problems(vec![worst.clone()]));
        }
        renamed(&mut read, own);
        let rows = read.evidence.len();
        self.put(own, person, &zone, days, &read, opened, moment)?;
        Ok(format!("{rows} facts read"))
    }

    /// A source of the organisation: everybody's facts, each kept with their person alone.
    fn read_of_all(
        &self,
        job: &Job,
        own: &Source,
        path: &Path,
        opened: &Opened,
        moment: &Moment,
    ) -> Result<String, Refused> {
        if !self.switch("measure-shared-sources", moment)? {
            return Err(Refused::field(
                "policy",
                "reading shared sources is switched off; it is a switch of the policy, announced before it takes effect",
            ));
        }
        let zone = self.zone()?;
        let days = days(&zone, moment);
        let kind = SourceKind::from_id(&own.kind).ok_or(Refused::NotThere)?;
        let mut read = shared(kind, path, &zone, days)?;
        renamed(&mut read, own);
        let manifest = cache::about_to_bytes(&Read { evidence: Vec::new(), ..read.clone() });
        let parts = Parts::of(read);
        let seen: Vec<identity::Seen> = parts
            .parts
            .iter()
            .map(|part| identity::Seen {
                account: (*part.account).clone(),
                rows: part.rows,
                days: part.days,
                sources: BTreeMap::from([(Arc::clone(&parts.about.manifest.id), part.rows)]),
            })
            .collect();
        let identities = identity::resolve(&seen, &Configured { roster: Some(&opened.roster), own: &[] }, &[]);
        let mut by_person: BTreeMap<String, Vec<Evidence>> = BTreeMap::new();
        let mut unmatched = 0;
        for part in &parts.parts {
            match identities.person_of(&part.account.key()) {
                Some((PersonKey::Roster(id), _)) => by_person.entry(id.clone()).or_default().extend(part.facts()),
                _ => unmatched += part.rows,
            }
        }
        self.db.write(|tx| source::describe(tx, ORG, ORGANISATION, &own.id, &manifest))?;
        let total = i64::try_from(by_person.len()).unwrap_or(i64::MAX);
        let today = opened.view(At::day(self.today(moment)?));
        for (done, (id, facts)) in (1..).zip(by_person) {
            let here = today.person(&id).is_some_and(|person| today.people[person].here);
            let Some(person) = opened.roster.person(&id).filter(|_| here) else { continue };
            if !self.is_measured(&id)? {
                continue;
            }
            let (_, zone) = zone_of(self, person)?;
            let manifest = Manifest { rows: facts.len(), ..parts.about.manifest.clone() };
            let read = Read { evidence: facts, manifest, problems: Vec::new(), unused: BTreeMap::new() };
            self.put(own, person, &zone, days, &read, opened, moment)?;
            self.db.write(|tx| job::progress(tx, ORG, &job.id, done, total, "", moment.seconds()))?;
        }
        Ok(format!("facts of {total} people read; {unmatched} facts are of accounts that are nobody’s of the roster"))
    }

    /// False for who asked not to be measured (PRIVACY P17).
    pub(super) fn is_measured(&self, person: &str) -> Result<bool, Refused> {
        let own = self.db.read(|tx| account::of_person(tx, ORG, person))?;
        Ok(own.is_none_or(|account| account.measured))
    }

    /// Keeps a person's facts of a source: recognised, stripped, with the raw item beside it for a fortnight.
    #[expect(clippy::too_many_arguments, reason = "each is another thing, and they meet only here")]
    fn put(
        &self,
        own: &Source,
        person: &Person,
        zone: &TimeZone,
        days: (Date, Date),
        read: &Read,
        opened: &Opened,
        moment: &Moment,
    ) -> Result<(), Refused> {
        let rules = rules_of(self, &person.id)?;
        let context = Context {
            roster: Some(&opened.roster),
            me: Some(&person.id),
            addresses: &person.addresses,
            zone: Some(zone.clone()),
        };
        let recogniser = Recogniser::new(rules, context).map_err(Refused::Problems)?;
        let about = cache::about_to_bytes(&Read { evidence: Vec::new(), ..read.clone() });
        let id = person.id.as_str();
        let now = moment.seconds();
        self.db.write(|tx| {
            let before = evidence::ids(tx, ORG, id, &own.id, number_of(days.0), number_of(days.1))?;
            let known: BTreeSet<&[u8]> = before.iter().map(Vec::as_slice).collect();
            let said: Vec<[u8; 16]> = read.evidence.iter().map(|fact| fact.id.0.to_be_bytes()).collect();
            let now_said: BTreeSet<&[u8]> = said.iter().map(<[u8; 16]>::as_slice).collect();
            for gone in before.iter().filter(|gone| !now_said.contains(gone.as_slice())) {
                evidence::forget(tx, ORG, id, gone)?;
            }
            for fact in &read.evidence {
                let recognition = recogniser.recognise(fact);
                let kept = row(fact, &recognition, zone, &own.id);
                // Words are kept from the first reading of a fact on, a fortnight; reading it again does not bring them back.
                if !known.contains(kept.id.as_slice()) {
                    evidence::put_raw(tx, ORG, id, &kept.id, &cache::fact_to_bytes(fact), now + RAW)?;
                }
                evidence::put(tx, ORG, id, &kept)?;
            }
            source::describe(tx, ORG, id, &own.id, &about)
        })?;
        self.remeasure(opened, id, moment)
    }
}

/// The days that are read: what retention keeps, up to today.
fn days(zone: &TimeZone, moment: &Moment) -> (Date, Date) {
    let today = zone.to_datetime(moment.now).date();
    (today.saturating_sub(MONTHS.months()), today)
}

/// A source says what its owner calls it, never where it lies.
fn renamed(read: &mut Read, own: &Source) {
    read.manifest.id = own.id.as_str().into();
    read.manifest.path = own.name.clone();
    for fact in &mut read.evidence {
        fact.source = Arc::clone(&read.manifest.id);
    }
    for problem in &mut read.problems {
        problem.file = own.name.clone();
    }
}

/// One person's facts of a file or folder.
fn one(kind: SourceKind, path: &Path, person: &Person, zone: &TimeZone, days: (Date, Date)) -> Result<Read, Refused> {
    let (first, last) = days;
    match kind {
        SourceKind::Calendar => {
            let query = ics::Query { addresses: &person.addresses, zone, first, last };
            Ok(ics::read(path, &query, &Silent))
        }
        SourceKind::Git => {
            let own: Vec<String> = person.addresses.iter().map(|address| address.to_lowercase()).collect();
            repository(path, Some(own), zone, days)
        }
        kind => {
            let actor = Arc::new(Account {
                name: Some(person.name.clone()),
                address: person.addresses.first().cloned(),
                handle: None,
            });
            let mut read = recorded::read(kind, path, &actor, &Query { first, last, zone }, &Silent);
            let seen = identity::accounts_of(&read.evidence);
            let mut keys = person.addresses.clone();
            keys.extend(person.accounts.iter().cloned());
            let own = Own::of(&seen, &Configured { roster: None, own: &keys }, &[]);
            read.evidence.retain(|fact| fact.actor == actor || identity::mine(fact, &own));
            read.manifest.rows = read.evidence.len();
            Ok(read)
        }
    }
}

/// Everybody's facts of a repository, forge, tracker or time log.
fn shared(kind: SourceKind, path: &Path, zone: &TimeZone, days: (Date, Date)) -> Result<Read, Refused> {
    match kind {
        SourceKind::Git => repository(path, None, zone, days),
        SourceKind::Calendar => Err(Refused::field("kind", "a calendar is a person’s; its owner connects it")),
        kind => {
            let query = Query { first: days.0, last: days.1, zone };
            Ok(recorded::read(kind, path, &Arc::new(Account::default()), &query, &Silent))
        }
    }
}

fn repository(path: &Path, own: Option<Vec<String>>, zone: &TimeZone, days: (Date, Date)) -> Result<Read, Refused> {
    let start = |day: Date| day.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp());
    let query = git::Query {
        since: start(days.0),
        until: days.1.tomorrow().ok().and_then(start),
        addresses: own,
        paths: git::PathDetail::Classes,
        lines: false,
        branches: git::Branches::Auto,
    };
    git::read(path, &query, &Silent).map_err(|error| Refused::Problems(vec![crate::gather::unreadable(path, &error)]))
}

#[cfg(feature = "fetch")]
fn fetched(address: &str) -> Result<Vec<u8>, Refused> {
    rung_sources::fetch::fetch(address).map_err(|why| Refused::field("address", why.to_string()))
}

#[cfg(not(feature = "fetch"))]
fn fetched(_: &str) -> Result<Vec<u8>, Refused> {
    Err(Refused::field("address", "this Rung was built without reading addresses"))
}

fn file(what: &str, cause: std::io::Error) -> Refused {
    Refused::App(crate::error::AppError::File { path: what.to_owned(), cause })
}

/// Why a job failed, without a path of the machine.
fn in_words(refused: &Refused) -> String {
    match refused {
        Refused::Problems(problems) => {
            let said = |one: &Problem| format!("{}; {}", one.what, one.mend);
            problems.iter().take(3).map(said).collect::<Vec<_>>().join(" · ")
        }
        other => other.to_string(),
    }
}

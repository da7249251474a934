//! `people`: whose accounts are whose; what is said of them, kept in a journal that is only ever added to.
//!
//! Counts of rows are given for accounts of nobody and by source, never for a person: this is no measure of anyone
//! (PRIVACY P7).

use std::{path::Path, sync::Arc};

use jiff::{Timestamp, tz::TimeZone};
use rung_measure::identity::{self, Configured, Identities, InForce};
use rung_model::{
    account::Account,
    evidence::Evidence,
    identity::{
        journal::{Act, JournalEntry},
        person::PersonKey,
    },
    problem::{Problem, Severity},
};
use rung_sources::{git, journal, progress::Progress, recorded, source};

use crate::{
    corrections::write,
    error::AppError,
    gather::{self, unreadable},
    request::{Request, window},
};

/// Whose the accounts of the sources are.
#[derive(Clone, Debug)]
pub struct Answer {
    /// People, accounts of nobody, suggestions, contradictions.
    pub identities: Identities,
    /// Problems met.
    pub problems: Vec<Problem>,
}

/// Reads the accounts of git and of every recorded source of the request, and resolves whose they are.
///
/// # Errors
/// As [`crate::report::report`].
pub fn resolve(request: &Request, progress: &dyn Progress) -> Result<Answer, AppError> {
    let declared = gather::declared(&request.inputs)?;
    let name = request.zone.as_deref().unwrap_or(&request.machine_zone);
    let zone = TimeZone::get(name).map_err(|_| AppError::BadValue {
        option: "--tz",
        value: name.to_owned(),
        why: "there is no such time zone; give an IANA name such as Europe/Berlin".to_owned(),
    })?;
    let (first, last) = window(request.since, request.until, request.now, &zone)?;
    let (mut evidence, mut problems): (Vec<Evidence>, _) = (Vec::new(), declared.problems);
    let day_start = |date: jiff::civil::Date| date.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp());
    let mut sound = 0;
    for dir in &request.inputs.git {
        let query = git::Query {
            since: day_start(first),
            until: last.tomorrow().ok().and_then(day_start),
            paths: git::PathDetail::None,
            branches: git::Branches::Auto,
            ..git::Query::default()
        };
        match git::read(dir, &query, progress) {
            Ok(read) => {
                sound += 1;
                evidence.extend(read.evidence);
                problems.extend(read.problems);
            }
            Err(error) => problems.push(unreadable(dir, &error)),
        }
    }
    let me = Arc::new(Account { address: request.me.addresses.first().cloned(), ..Account::default() });
    let query = source::Query { first, last, zone: &zone };
    for (kind, path) in &request.inputs.sources {
        let read = recorded::read(*kind, path, &me, &query, progress);
        sound += usize::from(read.is_usable());
        evidence.extend(read.evidence);
        problems.extend(read.problems);
    }
    if sound == 0 && problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(AppError::Inputs(problems));
    }
    let configured = Configured { roster: declared.roster.as_ref(), own: &request.me.addresses };
    let identities = identity::resolve(&identity::accounts_of(&evidence), &configured, &declared.journal);
    Ok(Answer { identities, problems })
}

/// Everything said of accounts, in its order.
///
/// # Errors
/// [`AppError::Inputs`] with all problems.
pub fn said(file: &Path) -> Result<Vec<JournalEntry>, AppError> {
    let (read, problems) = journal::read(file);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(AppError::Inputs(problems));
    }
    Ok(read)
}

/// What a user wants to say.
#[derive(Clone, Debug)]
pub struct Saying {
    /// The machine name of the act; see [`Act::IDS`].
    pub act: &'static str,
    /// The accounts as the user wrote them.
    pub accounts: Vec<String>,
    /// Why.
    pub because: Option<String>,
    /// Who says it.
    pub by: Option<String>,
    /// When.
    pub now: Timestamp,
}

/// Says something of accounts: one entry more in the journal. To unlink an account that no link by hand names parts it
/// from the rules that bind it.
///
/// # Errors
/// [`AppError::BadValue`] for what names no account, or an account with itself; as [`said`].
pub fn say(file: &Path, saying: &Saying) -> Result<JournalEntry, AppError> {
    let known = said(file)?;
    let mut accounts = Vec::new();
    for text in &saying.accounts {
        let bad = |why: &str| AppError::BadValue { option: "ACCOUNT", value: text.clone(), why: why.to_owned() };
        let example = "give an address or an account, such as ines@harbour.example, github.com:7, github.com:@octo \
                       or person:ines";
        let account = journal::named(text).ok_or_else(|| bad(example))?;
        if accounts.contains(&account) {
            return Err(bad("an account is itself already; name two"));
        }
        accounts.push(account);
    }
    let both_people = accounts.len() == 2 && accounts.iter().all(|one| PersonKey::roster_id(one).is_some());
    if saying.act == "link" && both_people {
        let why = "two people of the roster stay two; where they are one, mend the roster".to_owned();
        return Err(AppError::BadValue { option: "ACCOUNT", value: accounts.join(" "), why });
    }
    let act = match (saying.act, accounts.first()) {
        ("unlink", Some(account)) if !InForce::of(&known).is_linked(account) => "part",
        (act, _) => act,
    };
    let act = Act::of(act, &accounts).ok_or_else(|| AppError::BadValue {
        option: "ACCOUNT",
        value: saying.accounts.join(" "),
        why: "one account for unlink and rejoin, two for the others".to_owned(),
    })?;
    let entry = JournalEntry { at: saying.now, by: saying.by.clone(), because: saying.because.clone(), act };
    write(file, |text| journal::append(text, &entry))?;
    Ok(entry)
}

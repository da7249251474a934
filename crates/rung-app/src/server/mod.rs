//! Rung behind a server: everything a page or the API can do, one function per action.
//!
//! | file | what one can do |
//! |---|---|
//! | [`accounts`] | set up, log in and out, invitations, sessions, tokens |
//! | [`documents`] | roster, framework and rules in versions; import with a dry run |
//! | [`sources`], [`ingest`] | connect sources; read them in the background |
//! | [`mirror`] | one's own weeks: the reading, a day, corrections, answers to findings, logged days |
//! | [`sharing`] | show a frozen snapshot to named people, take it back |
//! | [`mine`] | what is held about one: see, export, erase, who looked |
//! | [`teams`] | responsibilities, blind answers, evidence of a team, contracts |
//! | [`policy`] | switches, announced before they take effect |
//! | [`search`] | roles, people, teams by a word |
//! | [`upkeep`] | retention, the state of the server |
//! | [`demo`] | the example organisation through the ordinary imports |
//!
//! Every action asks [`Server::allow`] first, which asks `access.rs`; what is not allowed is not there.

pub mod accounts;
pub mod caller;
pub mod demo;
pub mod documents;
pub mod ingest;
pub mod mine;
pub mod mirror;
mod password;
mod person;
pub mod policy;
pub mod refused;
pub mod search;
pub mod sharing;
pub mod sources;
pub mod teams;
mod tries;
pub mod upkeep;

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::{civil::Date, tz::TimeZone};
use rung_measure::org::view::View;
use rung_model::{framework::Framework, roster::At};
use rung_store::{Db, access as log, migrate, organisation};

pub use caller::{Caller, Moment, Way};
pub use refused::Refused;
pub use rung_store::StoreError;

use self::{mirror::Mirror, password::Hashing, tries::Tries};
use crate::{
    access::{self, About, Object, Reach, Verb},
    org::Opened,
};

/// The one organisation of an embedded database.
pub(crate) const ORG: i64 = 1;

/// A server's state.
#[derive(Debug)]
pub struct Server {
    db: Db,
    builtin: Framework,
    hashing: Hashing,
    tries: Tries,
    kept: Mutex<Kept>,
}

/// What was worked out and still holds: by the state of what it was made from.
#[derive(Debug, Default)]
struct Kept {
    opened: Option<(i64, Arc<Opened>)>,
    mirrors: BTreeMap<String, (String, Arc<Mirror>)>,
}

/// Mirrors kept at most: each is some hundred kilobytes.
const MIRRORS: usize = 64;

impl Server {
    /// Opens the database of a file, which is made and brought to this version where it has to be.
    ///
    /// # Errors
    /// [`Refused::Store`] where it cannot be used.
    pub fn open(database: &Path, now: i64) -> Result<Self, Refused> {
        let db = Db::open(database)?;
        migrate::migrate(&db, now)?;
        Ok(Self {
            db,
            builtin: rung_sources::framework::builtin(),
            hashing: Hashing::default(),
            tries: Tries::default(),
            kept: Mutex::default(),
        })
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The organisation; `None` before it was set up.
    pub fn organisation(&self) -> Result<Option<organisation::Organisation>, Refused> {
        Ok(self.db.read(|tx| organisation::get(tx, ORG))?)
    }

    /// The zone of people whose roster names none.
    pub fn zone(&self) -> Result<TimeZone, Refused> {
        let named = self.organisation()?.map_or_else(|| "UTC".to_owned(), |own| own.zone);
        Ok(TimeZone::get(&named).unwrap_or(TimeZone::UTC))
    }

    /// The day it is for the organisation.
    pub fn today(&self, moment: &Moment) -> Result<Date, Refused> {
        Ok(self.zone()?.to_datetime(moment.now).date())
    }

    /// Whether somebody may do something; how far that reaches.
    ///
    /// # Errors
    /// [`Refused::LogIn`] for nobody, [`Refused::NotThere`] where they may not.
    pub fn allow(
        &self,
        caller: &Caller,
        moment: &Moment,
        verb: Verb,
        object: Object,
        about: About<'_>,
    ) -> Result<Reach, Refused> {
        let opened = self.opened()?;
        let view = opened.view(At::day(self.today(moment)?));
        allowed(caller, verb, object, about, &view)
    }

    /// Notes who looked at, or did, what about whom (PRIVACY P12).
    pub fn note(&self, caller: &Caller, moment: &Moment, entry: Noted<'_>) -> Result<(), Refused> {
        let line = log::Entry {
            actor: caller.name(),
            way: caller.way.id(),
            act: entry.act,
            object: entry.object,
            subject: entry.subject,
            detail: entry.detail,
        };
        Ok(self.db.write(|tx| log::note(tx, ORG, &line, moment.seconds()))?)
    }
}

/// A line of the access log before it is written.
#[derive(Clone, Copy, Debug)]
pub struct Noted<'a> {
    /// `read`, `write`, `share`, `export`, `erase`.
    pub act: &'a str,
    /// What.
    pub object: &'a str,
    /// About whom; empty for nobody.
    pub subject: &'a str,
    /// More.
    pub detail: &'a str,
}

/// [`Server::allow`] on a view that is at hand.
pub(crate) fn allowed(
    caller: &Caller,
    verb: Verb,
    object: Object,
    about: About<'_>,
    view: &View<'_>,
) -> Result<Reach, Refused> {
    let asker = caller.asker();
    let token_reads = caller.token.as_ref().is_some_and(|token| !token.writes);
    if verb == Verb::Write && token_reads {
        return Err(Refused::NotThere);
    }
    match access::reach(&asker, verb, object, about, view) {
        Some(reach) => Ok(reach),
        None if asker.known => Err(Refused::NotThere),
        None => Err(Refused::LogIn),
    }
}

/// Days since 1970-01-01.
pub(crate) fn number_of(day: Date) -> i64 {
    day.to_zoned(TimeZone::UTC).map_or(0, |zoned| zoned.timestamp().as_second().div_euclid(86_400))
}

/// The day with this number.
pub(crate) fn day_of(number: i64) -> Date {
    jiff::Timestamp::from_second(number.saturating_mul(86_400))
        .map_or(Date::MIN, |at| TimeZone::UTC.to_datetime(at).date())
}

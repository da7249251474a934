//! Retention, and what the server says of itself.

use std::path::Path;

use jiff::ToSpan;
use rung_model::roster::At;
use rung_store::{access, account, backup, document, erase, migrate, retain};

use super::{
    Caller, Moment, Noted, ORG, Refused, Server,
    accounts::{IDLE, LONGEST},
    number_of,
};

/// What a server says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Version of the tables.
    pub version: i64,
    /// Newest version this program knows.
    pub known: i64,
    /// What the database says of its pages; empty where they are sound.
    pub faults: Vec<String>,
    /// First line of the access log that is not what was written, where there is one.
    pub broken: Option<i64>,
    /// Problems of the roster that are errors or warnings.
    pub roster: usize,
}

/// Leavers' measured facts go after so many days (PRIVACY P11).
const LEFT: i64 = 30;

impl Server {
    /// Removes what is older than its time, and what was measured of people who left.
    pub fn retain(&self, moment: &Moment) -> Result<retain::Gone, Refused> {
        let (now, today) = (moment.seconds(), self.today(moment)?);
        let kept = today.saturating_sub(self.months(moment)?.months());
        let limits = retain::Limits {
            now,
            evidence: number_of(kept),
            access: now - 24 * 30 * 86_400,
            idle: now - IDLE,
            session: now - LONGEST,
        };
        let mut gone = self.db.write(|tx| retain::sweep(tx, ORG, &limits))?;
        let opened = self.opened()?;
        let then = opened.view(At::day(today.saturating_sub(LEFT.days())));
        let now_here = opened.view(At::day(today));
        for (place, person) in now_here.people.iter().enumerate() {
            let id = person.person.id.as_str();
            let left = !person.here && !then.people[place].here;
            if left {
                gone.evidence += self.db.write(|tx| erase::measured(tx, ORG, id))?;
            }
        }
        Ok(gone)
    }

    /// How the server is.
    pub fn health(&self) -> Result<Health, Refused> {
        let opened = self.opened()?;
        Ok(Health {
            version: migrate::version(&self.db)?,
            known: migrate::ALL.len() as i64,
            faults: self.db.faults()?,
            broken: self.db.read(|tx| access::broken(tx, ORG))?,
            roster: opened.problems.iter().filter(|one| one.severity >= rung_model::problem::Severity::Warning).count(),
        })
    }

    /// That the database answers.
    pub fn answers(&self) -> bool {
        self.db.read(|tx| document::state(tx, ORG, document::ORGANISATION)).is_ok()
    }
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Bytes of the database in it.
    pub bytes: u64,
    /// Tables in it.
    pub tables: usize,
    /// Their version.
    pub version: i64,
}

impl From<backup::Verified> for Backup {
    fn from(own: backup::Verified) -> Self {
        Self { bytes: own.bytes, tables: own.tables, version: own.version }
    }
}

/// Looks at a backup.
///
/// # Errors
/// [`Refused::Store`] with what is wrong with it.
pub fn verify(file: &Path) -> Result<Backup, Refused> {
    Ok(backup::verify(file)?.into())
}

/// Puts a backup in the place of a database that is gone.
///
/// # Errors
/// [`Refused::Store`] where a database is there, or the backup cannot be used.
pub fn restore(file: &Path, database: &Path) -> Result<Backup, Refused> {
    Ok(backup::restore(file, database)?.into())
}

impl Server {
    /// Writes a backup, as of one moment.
    ///
    /// # Errors
    /// [`Refused::Store`] where the file is there or cannot be written.
    pub fn backup(&self, file: &Path) -> Result<Backup, Refused> {
        Ok(backup::backup(&self.db, file)?.into())
    }

    /// How many rows would go if a person were erased.
    pub fn erasable(&self, person: &str) -> Result<usize, Refused> {
        Ok(self.db.read(|tx| erase::count(tx, ORG, person))?)
    }

    /// Erases a person from the server's own machine; it stands in the access log.
    ///
    /// # Errors
    /// [`Refused::NotThere`] where nothing is held and the roster does not know them.
    pub fn erase_by_command(&self, caller: &Caller, moment: &Moment, person: &str) -> Result<usize, Refused> {
        let known = self.opened()?.roster.person(person).is_some();
        if !known && self.erasable(person)? == 0 {
            return Err(Refused::NotThere);
        }
        let rows = self.db.write(|tx| {
            let rows = erase::person(tx, ORG, person)?;
            if let Some(own) = account::of_person(tx, ORG, person)? {
                erase::account(tx, ORG, &own.id)?;
            }
            Ok(rows)
        })?;
        self.note(caller, moment, Noted { act: "erase", object: "everything", subject: person, detail: "" })?;
        Ok(rows)
    }
}

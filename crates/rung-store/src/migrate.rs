//! Tables through the versions: numbered migrations, each applied once and whole, on start.

use crate::{
    db::{Db, Tx},
    error::StoreError,
    values,
};

/// One step from a version of the tables to the next.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number; 1 is the first.
    pub number: i64,
    /// What it brings.
    pub name: &'static str,
    /// The statements.
    pub sql: &'static str,
}

macro_rules! migration {
    ($number:literal, $name:literal, $file:literal) => {
        Migration { number: $number, name: $name, sql: include_str!(concat!("migrations/", $file)) }
    };
}

/// Every migration, in order. One that was released is never changed.
pub const ALL: [Migration; 8] = [
    migration!(1, "accounts", "0001_accounts.sql"),
    migration!(2, "documents", "0002_documents.sql"),
    migration!(3, "evidence", "0003_evidence.sql"),
    migration!(4, "sharing", "0004_sharing.sql"),
    migration!(5, "jobs", "0005_jobs.sql"),
    migration!(6, "access log", "0006_access_log.sql"),
    migration!(7, "published figures", "0007_published.sql"),
    migration!(8, "days of evidence", "0008_days.sql"),
];

/// Brings a database to the newest version, and says how many migrations that took.
///
/// # Errors
/// [`StoreError::Newer`] where the database was written by a newer Rung.
pub fn migrate(db: &Db, now: i64) -> Result<usize, StoreError> {
    up_to(db, now, ALL.len())
}

/// [`migrate`], up to the migration with this number alone.
pub fn up_to(db: &Db, now: i64, last: usize) -> Result<usize, StoreError> {
    db.write(|tx| {
        tx.batch("CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, at BIGINT NOT NULL);")
    })?;
    let found = version(db)?;
    let known = ALL.len() as i64;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let mut done = 0;
    for one in ALL.iter().take(last).filter(|one| one.number > found) {
        done += db.write(|tx| apply(tx, one, now))?;
    }
    Ok(done)
}

/// Applies one, unless another process was faster.
fn apply(tx: &Tx<'_>, one: &Migration, now: i64) -> Result<usize, StoreError> {
    let there = tx.one("SELECT number FROM migration WHERE number = $1", values![one.number], |row| row.int(0))?;
    if there.is_some() {
        return Ok(0);
    }
    tx.batch(one.sql)?;
    tx.run("INSERT INTO migration (number, name, at) VALUES ($1, $2, $3)", values![one.number, one.name, now])?;
    Ok(1)
}

/// The number of the last migration applied; 0 for an empty database.
pub fn version(db: &Db) -> Result<i64, StoreError> {
    let newest = "SELECT number FROM migration ORDER BY number DESC LIMIT 1";
    Ok(db.read(|tx| tx.one(newest, &[], |row| row.int(0)))?.unwrap_or(0))
}

//! The organisation a database is of.

use crate::{Row, StoreError, Tx, values};

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// IANA zone of people whose roster names none.
    pub zone: String,
    /// When it was set up.
    pub created: i64,
}

/// Sets one up.
pub fn found(tx: &Tx<'_>, org: i64, name: &str, zone: &str, now: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO organisation (org, name, zone, created) VALUES ($1, $2, $3, $4)
               ON CONFLICT (org) DO UPDATE SET name = excluded.name, zone = excluded.zone";
    tx.run(sql, values![org, name, zone, now]).map(drop)
}

/// The organisation, where it is set up.
pub fn get(tx: &Tx<'_>, org: i64) -> Result<Option<Organisation>, StoreError> {
    let read = |row: &Row<'_>| Ok(Organisation { name: row.text(0)?, zone: row.text(1)?, created: row.int(2)? });
    tx.one("SELECT name, zone, created FROM organisation WHERE org = $1", values![org], read)
}

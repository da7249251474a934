//! Snapshots: what a person showed to named others, frozen, until a day (PRIVACY P2).

use crate::{Row, StoreError, Tx, values};

/// A snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub person: String,
    /// First day it is about.
    pub first_day: i64,
    /// Last day it is about.
    pub last_day: i64,
    /// What it shows, by name, with commas between.
    pub fields: String,
    /// A word to those who get it.
    pub note: String,
    /// When it was made.
    pub made: i64,
    /// When it ends.
    pub expires: i64,
    /// When it was taken back, where it was.
    pub revoked: Option<i64>,
    /// What is shown: as it was then.
    pub body: String,
}

const COLUMNS: &str = "id, person, first_day, last_day, fields, note, made, expires, revoked, body";

fn read(row: &Row<'_>) -> Result<Snapshot, StoreError> {
    Ok(Snapshot {
        id: row.text(0)?,
        person: row.text(1)?,
        first_day: row.int(2)?,
        last_day: row.int(3)?,
        fields: row.text(4)?,
        note: row.text(5)?,
        made: row.int(6)?,
        expires: row.int(7)?,
        revoked: row.int_or_none(8)?,
        body: row.text(9)?,
    })
}

/// Makes one for these people.
pub fn add(tx: &Tx<'_>, org: i64, one: &Snapshot, recipients: &[String]) -> Result<(), StoreError> {
    let sql = format!("INSERT INTO snapshot (org, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
    let own = values![
        org,
        &one.id,
        &one.person,
        one.first_day,
        one.last_day,
        &one.fields,
        &one.note,
        one.made,
        one.expires,
        one.revoked,
        &one.body,
    ];
    tx.run(&sql, own)?;
    let to = "INSERT INTO recipient (org, snapshot, person) VALUES ($1, $2, $3)
              ON CONFLICT (org, snapshot, person) DO UPDATE SET person = excluded.person";
    for person in recipients {
        tx.run(to, values![org, &one.id, person])?;
    }
    Ok(())
}

/// The snapshot with this id.
pub fn get(tx: &Tx<'_>, org: i64, id: &str) -> Result<Option<Snapshot>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM snapshot WHERE org = $1 AND id = $2"), values![org, id], read)
}

/// Who a snapshot is for.
pub fn recipients(tx: &Tx<'_>, org: i64, id: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT person FROM recipient WHERE org = $1 AND snapshot = $2 ORDER BY person";
    tx.all(sql, values![org, id], |row| row.text(0))
}

/// Every snapshot a person made, newest first.
pub fn made_by(tx: &Tx<'_>, org: i64, person: &str) -> Result<Vec<Snapshot>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM snapshot WHERE org = $1 AND person = $2 ORDER BY made DESC, id");
    tx.all(&sql, values![org, person], read)
}

/// Every snapshot a person was sent and may still open, newest first.
pub fn sent_to(tx: &Tx<'_>, org: i64, person: &str, now: i64) -> Result<Vec<Snapshot>, StoreError> {
    let sql = "SELECT s.id, s.person, s.first_day, s.last_day, s.fields, s.note, s.made, s.expires, s.revoked, s.body
               FROM snapshot s, recipient r WHERE s.org = $1 AND r.org = s.org AND r.snapshot = s.id AND r.person = $2
               AND s.revoked IS NULL AND s.expires > $3 ORDER BY s.made DESC, s.id";
    tx.all(sql, values![org, person, now], read)
}

/// Takes one back: it is there for its maker alone, without what it showed.
pub fn revoke(tx: &Tx<'_>, org: i64, person: &str, id: &str, now: i64) -> Result<bool, StoreError> {
    let sql =
        "UPDATE snapshot SET revoked = $4, body = '' WHERE org = $1 AND person = $2 AND id = $3 AND revoked IS NULL";
    Ok(tx.run(sql, values![org, person, id, now])? > 0)
}

//! Evidence: one dated fact of a person, stripped; and, for a fortnight, the raw item it was read from.

use crate::{StoreError, Tx, values};

/// A stripped fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Identity of the fact.
    pub id: [u8; 16],
    /// The source it came from.
    pub source: String,
    /// Its day, days since 1970-01-01.
    pub day: i64,
    /// The Monday of its week.
    pub week: i64,
    /// What it counts as; empty where that is unknown.
    pub activity: String,
    /// Minutes booked for it, best guess.
    pub minutes: f64,
    /// The fact.
    pub body: Vec<u8>,
}

/// Keeps a fact, in place of an earlier reading of it.
pub fn put(tx: &Tx<'_>, org: i64, person: &str, one: &Fact) -> Result<(), StoreError> {
    let sql = "INSERT INTO evidence (org, person, id, source, day, week, activity, minutes, body)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
               ON CONFLICT (org, person, id) DO UPDATE SET source = excluded.source, day = excluded.day,
               week = excluded.week, activity = excluded.activity, minutes = excluded.minutes, body = excluded.body";
    let own =
        values![org, person, &one.id, &one.source, one.day, one.week, &one.activity, one.minutes, one.body.as_slice()];
    tx.run(sql, own).map(drop)
}

/// Ids of the facts a source gave over days, both included.
pub fn ids(tx: &Tx<'_>, org: i64, person: &str, source: &str, from: i64, to: i64) -> Result<Vec<Vec<u8>>, StoreError> {
    let sql = "SELECT id FROM evidence WHERE org = $1 AND person = $2 AND source = $3 AND day >= $4 AND day <= $5";
    tx.all(sql, values![org, person, source, from, to], |row| row.bytes(0))
}

/// Removes a fact and its raw item: what a source no longer says.
pub fn forget(tx: &Tx<'_>, org: i64, person: &str, id: &[u8]) -> Result<(), StoreError> {
    for table in ["raw_item", "evidence"] {
        tx.run(&format!("DELETE FROM {table} WHERE org = $1 AND person = $2 AND id = $3"), values![org, person, id])?;
    }
    Ok(())
}

/// Facts of a person over days, both included.
pub fn between(tx: &Tx<'_>, org: i64, person: &str, first: i64, last: i64) -> Result<Vec<Vec<u8>>, StoreError> {
    let sql = "SELECT body FROM evidence WHERE org = $1 AND person = $2 AND day >= $3 AND day <= $4 ORDER BY day, id";
    tx.all(sql, values![org, person, first, last], |row| row.bytes(0))
}

/// How many facts of a person there are, with the first and the last day.
pub fn extent(tx: &Tx<'_>, org: i64, person: &str) -> Result<Option<(i64, i64, i64)>, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT), CAST(MIN(day) AS BIGINT), CAST(MAX(day) AS BIGINT)
               FROM evidence WHERE org = $1 AND person = $2";
    let read = tx.one(sql, values![org, person], |row| Ok((row.int(0)?, row.int_or_none(1)?, row.int_or_none(2)?)))?;
    Ok(read.and_then(|(count, first, last)| Some((count, first?, last?))))
}

/// Keeps a raw item until a moment. One that is kept already keeps its moment.
pub fn put_raw(
    tx: &Tx<'_>,
    org: i64,
    person: &str,
    id: &[u8; 16],
    body: &[u8],
    expires: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO raw_item (org, person, id, expires, body) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (org, person, id) DO UPDATE SET body = excluded.body";
    tx.run(sql, values![org, person, id, expires, body]).map(drop)
}

/// A raw item: the id of its fact, and the item.
pub type Raw = (Vec<u8>, Vec<u8>);

/// Raw items of a person that are still there, with their ids.
pub fn raw(tx: &Tx<'_>, org: i64, person: &str, now: i64) -> Result<Vec<Raw>, StoreError> {
    let sql = "SELECT id, body FROM raw_item WHERE org = $1 AND person = $2 AND expires > $3 ORDER BY id";
    tx.all(sql, values![org, person, now], |row| Ok((row.bytes(0)?, row.bytes(1)?)))
}

/// As [`raw`], of facts over days alone, both included.
pub fn raw_between(
    tx: &Tx<'_>,
    org: i64,
    person: &str,
    first: i64,
    last: i64,
    now: i64,
) -> Result<Vec<Raw>, StoreError> {
    let sql = "SELECT r.id, r.body FROM evidence e, raw_item r WHERE e.org = $1 AND e.person = $2 AND e.day >= $3 AND e.day <= $4
               AND r.org = e.org AND r.person = e.person AND r.id = e.id AND r.expires > $5";
    tx.all(sql, values![org, person, first, last, now], |row| Ok((row.bytes(0)?, row.bytes(1)?)))
}

/// How many raw items of a person there are, and when the last of them goes.
pub fn raw_extent(tx: &Tx<'_>, org: i64, person: &str) -> Result<(i64, Option<i64>), StoreError> {
    let sql =
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(MAX(expires) AS BIGINT) FROM raw_item WHERE org = $1 AND person = $2";
    Ok(tx.one(sql, values![org, person], |row| Ok((row.int(0)?, row.int_or_none(1)?)))?.unwrap_or((0, None)))
}

/// Notes what a fact counts as, and how many minutes.
pub fn count(
    tx: &Tx<'_>,
    org: i64,
    person: &str,
    id: &[u8; 16],
    activity: &str,
    minutes: f64,
) -> Result<(), StoreError> {
    let sql = "UPDATE evidence SET activity = $4, minutes = $5 WHERE org = $1 AND person = $2 AND id = $3";
    tx.run(sql, values![org, person, id, activity, minutes]).map(drop)
}

/// A fact without its body.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// Identity of the fact.
    pub id: Vec<u8>,
    /// The source it came from.
    pub source: String,
    /// Its day.
    pub day: i64,
    /// What it counts as.
    pub activity: String,
    /// Minutes booked for it.
    pub minutes: f64,
}

/// Every fact of a person without its body, by day.
pub fn lines(tx: &Tx<'_>, org: i64, person: &str) -> Result<Vec<Brief>, StoreError> {
    let sql = "SELECT id, source, day, activity, minutes FROM evidence WHERE org = $1 AND person = $2 ORDER BY day, id";
    tx.all(sql, values![org, person], |row| {
        Ok(Brief {
            id: row.bytes(0)?,
            source: row.text(1)?,
            day: row.int(2)?,
            activity: row.text(3)?,
            minutes: row.real(4)?,
        })
    })
}

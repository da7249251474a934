//! Sources that were connected, and what each says it can see.

use crate::{Row, StoreError, Tx, values};

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Whose it is: a person id, or the organisation's own ([`crate::document::ORGANISATION`]).
    pub person: String,
    /// Its shape: `calendar`, `git`.
    pub kind: String,
    /// What its owner calls it.
    pub name: String,
    /// Where it is: a folder, an address; empty for a file that was handed over.
    pub place: String,
    /// When it was connected.
    pub made: i64,
    /// When it was last read.
    pub read: Option<i64>,
}

fn read(row: &Row<'_>) -> Result<Source, StoreError> {
    Ok(Source {
        id: row.text(0)?,
        person: row.text(1)?,
        kind: row.text(2)?,
        name: row.text(3)?,
        place: row.text(4)?,
        made: row.int(5)?,
        read: row.int_or_none(6)?,
    })
}

/// Connects one.
pub fn add(tx: &Tx<'_>, org: i64, one: &Source) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO source (org, id, person, kind, name, place, made, read) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let own = values![org, &one.id, &one.person, &one.kind, &one.name, &one.place, one.made, one.read];
    tx.run(sql, own).map(drop)
}

/// The source with this id.
pub fn get(tx: &Tx<'_>, org: i64, id: &str) -> Result<Option<Source>, StoreError> {
    let sql = "SELECT id, person, kind, name, place, made, read FROM source WHERE org = $1 AND id = $2";
    tx.one(sql, values![org, id], read)
}

/// Every source of an owner, in the order they were connected.
pub fn of(tx: &Tx<'_>, org: i64, person: &str) -> Result<Vec<Source>, StoreError> {
    let sql =
        "SELECT id, person, kind, name, place, made, read FROM source WHERE org = $1 AND person = $2 ORDER BY made, id";
    tx.all(sql, values![org, person], read)
}

/// Every source that can be read again without a file being handed over.
pub fn with_place(tx: &Tx<'_>, org: i64) -> Result<Vec<Source>, StoreError> {
    let sql =
        "SELECT id, person, kind, name, place, made, read FROM source WHERE org = $1 AND place <> '' ORDER BY made, id";
    tx.all(sql, values![org], read)
}

/// Notes that it was read.
pub fn was_read(tx: &Tx<'_>, org: i64, id: &str, now: i64) -> Result<(), StoreError> {
    tx.run("UPDATE source SET read = $3 WHERE org = $1 AND id = $2", values![org, id, now]).map(drop)
}

/// Disconnects one: it goes, with all it gave.
pub fn remove(tx: &Tx<'_>, org: i64, id: &str) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM raw_item WHERE org = $1 AND EXISTS (SELECT 1 FROM evidence e WHERE e.org = raw_item.org
         AND e.person = raw_item.person AND e.id = raw_item.id AND e.source = $2)",
        "DELETE FROM evidence WHERE org = $1 AND source = $2",
        "DELETE FROM reading WHERE org = $1 AND source = $2",
        "DELETE FROM source WHERE org = $1 AND id = $2",
    ] {
        tx.run(sql, values![org, id])?;
    }
    Ok(())
}

/// Keeps what a source says of itself about a person.
pub fn describe(tx: &Tx<'_>, org: i64, person: &str, source: &str, manifest: &[u8]) -> Result<(), StoreError> {
    let sql = "INSERT INTO reading (org, person, source, manifest) VALUES ($1, $2, $3, $4)
               ON CONFLICT (org, person, source) DO UPDATE SET manifest = excluded.manifest";
    tx.run(sql, values![org, person, source, manifest]).map(drop)
}

/// What each source says of itself about a person, by source.
pub fn descriptions(tx: &Tx<'_>, org: i64, person: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let sql = "SELECT source, manifest FROM reading WHERE org = $1 AND person = $2 ORDER BY source";
    tx.all(sql, values![org, person], |row| Ok((row.text(0)?, row.bytes(1)?)))
}

/// What every source says of itself about anybody.
pub fn all_descriptions(tx: &Tx<'_>, org: i64) -> Result<Vec<Vec<u8>>, StoreError> {
    tx.all("SELECT manifest FROM reading WHERE org = $1", values![org], |row| row.bytes(0))
}

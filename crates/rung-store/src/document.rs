//! Documents: the files of roster and framework, and what people wrote about their own weeks. Versions are kept.

use crate::{Row, StoreError, Tx, values};

/// The owner of what is the organisation's: its roster, its framework, its rules.
pub const ORGANISATION: &str = "";

/// One version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Person id, or [`ORGANISATION`].
    pub owner: String,
    /// Its name, as a file has one: `roster/people.toml`.
    pub name: String,
    /// 1 for the first.
    pub version: i64,
    /// When it was written.
    pub written: i64,
    /// Account that wrote it.
    pub author: String,
    /// Why, in its author's words.
    pub note: String,
    /// What it says.
    pub body: String,
}

const COLUMNS: &str = "owner, name, version, written, author, note, body";

fn read(row: &Row<'_>) -> Result<Document, StoreError> {
    Ok(Document {
        owner: row.text(0)?,
        name: row.text(1)?,
        version: row.int(2)?,
        written: row.int(3)?,
        author: row.text(4)?,
        note: row.text(5)?,
        body: row.text(6)?,
    })
}

/// Writes the next version, and says its number. `one.version` is the version it was made from: where another was
/// written since, nothing is and `None` is said.
pub fn write(tx: &Tx<'_>, org: i64, one: &Document) -> Result<Option<i64>, StoreError> {
    let newest = version(tx, org, &one.owner, &one.name)?;
    if newest != one.version {
        return Ok(None);
    }
    let next = newest + 1;
    let sql = format!("INSERT INTO document (org, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    tx.run(&sql, values![org, &one.owner, &one.name, next, one.written, &one.author, &one.note, &one.body])?;
    Ok(Some(next))
}

/// The number of the newest version; 0 where there is none.
pub fn version(tx: &Tx<'_>, org: i64, owner: &str, name: &str) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(MAX(version) AS BIGINT) FROM document WHERE org = $1 AND owner = $2 AND name = $3";
    Ok(tx.one(sql, values![org, owner, name], |row| row.int_or_none(0))?.flatten().unwrap_or(0))
}

/// The newest version of a document.
pub fn newest(tx: &Tx<'_>, org: i64, owner: &str, name: &str) -> Result<Option<Document>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM document WHERE org = $1 AND owner = $2 AND name = $3 ORDER BY version DESC LIMIT 1"
    );
    tx.one(&sql, values![org, owner, name], read)
}

/// One version of a document.
pub fn at(tx: &Tx<'_>, org: i64, owner: &str, name: &str, version: i64) -> Result<Option<Document>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM document WHERE org = $1 AND owner = $2 AND name = $3 AND version = $4");
    tx.one(&sql, values![org, owner, name, version], read)
}

/// Every version of a document without its body, newest first.
pub fn versions(tx: &Tx<'_>, org: i64, owner: &str, name: &str) -> Result<Vec<Document>, StoreError> {
    let sql = "SELECT owner, name, version, written, author, note, '' FROM document
               WHERE org = $1 AND owner = $2 AND name = $3 ORDER BY version DESC";
    tx.all(sql, values![org, owner, name], read)
}

/// Every document of an owner, newest versions, by name.
pub fn of_owner(tx: &Tx<'_>, org: i64, owner: &str) -> Result<Vec<Document>, StoreError> {
    let names =
        tx.all("SELECT DISTINCT name FROM document WHERE org = $1 AND owner = $2", values![org, owner], |row| {
            row.text(0)
        })?;
    let mut all = Vec::new();
    for name in names {
        all.extend(newest(tx, org, owner, &name)?);
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// A number that is another one as soon as anything of the owner was written.
pub fn state(tx: &Tx<'_>, org: i64, owner: &str) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM document WHERE org = $1 AND owner = $2";
    Ok(tx.one(sql, values![org, owner], |row| row.int(0))?.unwrap_or(0))
}

//! Switches of the organisation: announced before they take effect (PRIVACY P16), every change kept.

use crate::{Row, StoreError, Tx, values};

/// One change of a switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Which switch.
    pub name: String,
    /// What it is set to.
    pub value: String,
    /// When that was announced.
    pub announced: i64,
    /// When it takes effect.
    pub effective: i64,
    /// Account that decided.
    pub author: String,
}

fn read(row: &Row<'_>) -> Result<Setting, StoreError> {
    Ok(Setting {
        name: row.text(0)?,
        value: row.text(1)?,
        announced: row.int(2)?,
        effective: row.int(3)?,
        author: row.text(4)?,
    })
}

/// Announces a change.
pub fn announce(tx: &Tx<'_>, org: i64, one: &Setting) -> Result<(), StoreError> {
    let sql = "INSERT INTO setting (org, name, value, announced, effective, author) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (org, name, announced) DO UPDATE SET value = excluded.value, effective = excluded.effective";
    tx.run(sql, values![org, &one.name, &one.value, one.announced, one.effective, &one.author]).map(drop)
}

/// Every change of every switch, latest announcement first.
pub fn all(tx: &Tx<'_>, org: i64) -> Result<Vec<Setting>, StoreError> {
    let sql =
        "SELECT name, value, announced, effective, author FROM setting WHERE org = $1 ORDER BY announced DESC, name";
    tx.all(sql, values![org], read)
}

/// What a switch is set to at a moment: the latest announced of those in effect.
pub fn value(tx: &Tx<'_>, org: i64, name: &str, now: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT value FROM setting WHERE org = $1 AND name = $2 AND effective <= $3
               ORDER BY effective DESC, announced DESC LIMIT 1";
    tx.one(sql, values![org, name, now], |row| row.text(0))
}

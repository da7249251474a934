//! The access log: who looked at what about whom, each line summed with the one before it.

use sha2::{Digest, Sha256};

use crate::{Row, StoreError, Tx, values};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1 on, without gaps.
    pub number: i64,
    /// When.
    pub at: i64,
    /// Account that did it; `command line` for who sits at the server.
    pub actor: String,
    /// `web`, `api` or `command`.
    pub way: String,
    /// `read`, `write`, `share`, `export`, `erase`.
    pub act: String,
    /// What: an object of the permission table.
    pub object: String,
    /// Whom it is about: a person id; empty where it is nobody.
    pub subject: String,
    /// More: a case and its reason, a snapshot's id.
    pub detail: String,
    /// Sum of this line and all before it.
    pub sum: [u8; 32],
}

/// What is about to be noted.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// As in [`Line`].
    pub actor: &'a str,
    /// As in [`Line`].
    pub way: &'a str,
    /// As in [`Line`].
    pub act: &'a str,
    /// As in [`Line`].
    pub object: &'a str,
    /// As in [`Line`].
    pub subject: &'a str,
    /// As in [`Line`].
    pub detail: &'a str,
}

const COLUMNS: &str = "number, at, actor, way, act, object, subject, detail, sum";

fn read(row: &Row<'_>) -> Result<Line, StoreError> {
    Ok(Line {
        number: row.int(0)?,
        at: row.int(1)?,
        actor: row.text(2)?,
        way: row.text(3)?,
        act: row.text(4)?,
        object: row.text(5)?,
        subject: row.text(6)?,
        detail: row.text(7)?,
        sum: row.sum(8)?,
    })
}

/// The sum of a line and the one before it.
fn sum(before: &[u8; 32], number: i64, at: i64, entry: &Entry<'_>) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(before);
    sum.update(number.to_le_bytes());
    sum.update(at.to_le_bytes());
    for part in [entry.actor, entry.way, entry.act, entry.object, entry.subject, entry.detail] {
        sum.update((part.len() as u64).to_le_bytes());
        sum.update(part.as_bytes());
    }
    sum.finalize().into()
}

/// Number and sum of the last line, also where it was cut off.
fn last(tx: &Tx<'_>, org: i64) -> Result<(i64, [u8; 32]), StoreError> {
    let pair = |row: &Row<'_>| Ok((row.int(0)?, row.sum(1)?));
    let newest = "SELECT number, sum FROM access WHERE org = $1 ORDER BY number DESC LIMIT 1";
    if let Some(line) = tx.one(newest, values![org], pair)? {
        return Ok(line);
    }
    let cut = "SELECT number, sum FROM access_cut WHERE org = $1 ORDER BY number DESC LIMIT 1";
    Ok(tx.one(cut, values![org], pair)?.unwrap_or((0, [0; 32])))
}

/// Notes an act.
pub fn note(tx: &Tx<'_>, org: i64, entry: &Entry<'_>, now: i64) -> Result<(), StoreError> {
    let (number, before) = last(tx, org)?;
    let number = number + 1;
    let sum = sum(&before, number, now, entry);
    let sql = format!("INSERT INTO access (org, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    let own =
        values![org, number, now, entry.actor, entry.way, entry.act, entry.object, entry.subject, entry.detail, &sum,];
    tx.run(&sql, own).map(drop)
}

/// Lines about a person, newest first, before a number.
pub fn about(tx: &Tx<'_>, org: i64, person: &str, before: i64, most: i64) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM access WHERE org = $1 AND subject = $2 AND number < $3 ORDER BY number DESC LIMIT $4"
    );
    tx.all(&sql, values![org, person, before, most], read)
}

/// Lines of an account's own acts, newest first, before a number.
pub fn by(tx: &Tx<'_>, org: i64, actor: &str, before: i64, most: i64) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM access WHERE org = $1 AND actor = $2 AND number < $3 ORDER BY number DESC LIMIT $4"
    );
    tx.all(&sql, values![org, actor, before, most], read)
}

/// All lines, newest first, before a number.
pub fn all(tx: &Tx<'_>, org: i64, before: i64, most: i64) -> Result<Vec<Line>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM access WHERE org = $1 AND number < $2 ORDER BY number DESC LIMIT $3");
    tx.all(&sql, values![org, before, most], read)
}

/// The number of the first line that is not what was written; `None` where the chain holds.
pub fn broken(tx: &Tx<'_>, org: i64) -> Result<Option<i64>, StoreError> {
    let cut = "SELECT number, sum FROM access_cut WHERE org = $1 ORDER BY number DESC LIMIT 1";
    let mut before = tx.one(cut, values![org], |row| Ok((row.int(0)?, row.sum(1)?)))?.unwrap_or((0, [0; 32]));
    let lines = tx.all(&format!("SELECT {COLUMNS} FROM access WHERE org = $1 ORDER BY number"), values![org], read)?;
    for line in lines {
        let entry = Entry {
            actor: &line.actor,
            way: &line.way,
            act: &line.act,
            object: &line.object,
            subject: &line.subject,
            detail: &line.detail,
        };
        if line.number != before.0 + 1 || sum(&before.1, line.number, line.at, &entry) != line.sum {
            return Ok(Some(line.number));
        }
        before = (line.number, line.sum);
    }
    Ok(None)
}

/// Cuts off lines older than a moment, keeping the sum of the last of them.
pub fn cut(tx: &Tx<'_>, org: i64, older_than: i64, now: i64) -> Result<usize, StoreError> {
    let sql = "SELECT number, sum FROM access WHERE org = $1 AND at < $2 ORDER BY number DESC LIMIT 1";
    let Some((number, sum)) = tx.one(sql, values![org, older_than], |row| Ok((row.int(0)?, row.sum(1)?)))? else {
        return Ok(0);
    };
    tx.run("INSERT INTO access_cut (org, number, at, sum) VALUES ($1, $2, $3, $4)", values![org, number, now, &sum])?;
    tx.run("DELETE FROM access WHERE org = $1 AND number <= $2", values![org, number])
}

//! Jobs: claimed in the database, so that no work is done twice or forgotten when a process dies.

use crate::{Row, StoreError, Tx, values};

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What is to be done: `read-source`.
    pub kind: String,
    /// What with: an id.
    pub subject: String,
    /// Account that asked.
    pub author: String,
    /// `waiting`, `running`, `done` or `failed`.
    pub state: String,
    /// When it was asked for.
    pub made: i64,
    /// When it was taken up, or last gave a sign.
    pub claimed: Option<i64>,
    /// When it ended.
    pub ended: Option<i64>,
    /// Steps done.
    pub done: i64,
    /// Steps there are; 0 where that is not known yet.
    pub total: i64,
    /// What it says of itself.
    pub said: String,
    /// How often it was taken up.
    pub tries: i64,
}

const COLUMNS: &str = "id, kind, subject, author, state, made, claimed, ended, done, total, said, tries";

fn read(row: &Row<'_>) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.text(0)?,
        kind: row.text(1)?,
        subject: row.text(2)?,
        author: row.text(3)?,
        state: row.text(4)?,
        made: row.int(5)?,
        claimed: row.int_or_none(6)?,
        ended: row.int_or_none(7)?,
        done: row.int(8)?,
        total: row.int(9)?,
        said: row.text(10)?,
        tries: row.int(11)?,
    })
}

/// Asks for work; where the same already waits, that is it.
pub fn add(
    tx: &Tx<'_>,
    org: i64,
    id: &str,
    kind: &str,
    subject: &str,
    author: &str,
    now: i64,
) -> Result<String, StoreError> {
    let sql = "SELECT id FROM job WHERE org = $1 AND kind = $2 AND subject = $3 AND state = 'waiting'";
    if let Some(waiting) = tx.one(sql, values![org, kind, subject], |row| row.text(0))? {
        return Ok(waiting);
    }
    let sql =
        format!("INSERT INTO job (org, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, 'waiting', $6, NULL, NULL, 0, 0, '', 0)");
    tx.run(&sql, values![org, id, kind, subject, author, now])?;
    Ok(id.to_owned())
}

/// Takes up the job that waits longest, or one whose worker gave no sign since `lost`.
pub fn claim(tx: &Tx<'_>, org: i64, now: i64, lost: i64) -> Result<Option<Job>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM job WHERE org = $1 AND (state = 'waiting' OR (state = 'running' AND claimed < $2))
         ORDER BY made, id LIMIT 1"
    );
    let Some(job) = tx.one(&sql, values![org, lost], read)? else { return Ok(None) };
    let sql = "UPDATE job SET state = 'running', claimed = $3, tries = tries + 1 WHERE org = $1 AND id = $2";
    tx.run(sql, values![org, &job.id, now])?;
    Ok(Some(Job { state: "running".to_owned(), claimed: Some(now), tries: job.tries + 1, ..job }))
}

/// Says how far a job is.
pub fn progress(
    tx: &Tx<'_>,
    org: i64,
    id: &str,
    done: i64,
    total: i64,
    said: &str,
    now: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE job SET done = $3, total = $4, said = $5, claimed = $6 WHERE org = $1 AND id = $2";
    tx.run(sql, values![org, id, done, total, said, now]).map(drop)
}

/// Ends a job.
pub fn end(tx: &Tx<'_>, org: i64, id: &str, well: bool, said: &str, now: i64) -> Result<(), StoreError> {
    let state = if well { "done" } else { "failed" };
    let sql = "UPDATE job SET state = $3, said = $4, ended = $5 WHERE org = $1 AND id = $2";
    tx.run(sql, values![org, id, state, said, now]).map(drop)
}

/// The job with this id.
pub fn get(tx: &Tx<'_>, org: i64, id: &str) -> Result<Option<Job>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM job WHERE org = $1 AND id = $2"), values![org, id], read)
}

/// The latest jobs, newest first.
pub fn latest(tx: &Tx<'_>, org: i64, most: i64) -> Result<Vec<Job>, StoreError> {
    tx.all(
        &format!("SELECT {COLUMNS} FROM job WHERE org = $1 ORDER BY made DESC, id LIMIT $2"),
        values![org, most],
        read,
    )
}

/// The latest jobs somebody asked for, newest first.
pub fn asked_by(tx: &Tx<'_>, org: i64, author: &str, most: i64) -> Result<Vec<Job>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM job WHERE org = $1 AND author = $2 ORDER BY made DESC, id LIMIT $3");
    tx.all(&sql, values![org, author, most], read)
}

/// Keeps a file that was handed over until its job has read it.
pub fn hand_over(tx: &Tx<'_>, org: i64, id: &str, name: &str, body: &[u8], now: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO upload (org, id, name, made, body) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (org, id) DO UPDATE SET name = excluded.name, made = excluded.made, body = excluded.body";
    tx.run(sql, values![org, id, name, now, body]).map(drop)
}

/// A file that was handed over.
pub fn handed_over(tx: &Tx<'_>, org: i64, id: &str) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    let sql = "SELECT name, body FROM upload WHERE org = $1 AND id = $2";
    tx.one(sql, values![org, id], |row| Ok((row.text(0)?, row.bytes(1)?)))
}

/// Removes a file that was read.
pub fn discard(tx: &Tx<'_>, org: i64, id: &str) -> Result<(), StoreError> {
    tx.run("DELETE FROM upload WHERE org = $1 AND id = $2", values![org, id]).map(drop)
}

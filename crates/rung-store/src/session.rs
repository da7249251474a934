//! Sessions: a token whose hash is kept, never the token.

use crate::{Row, StoreError, Tx, values};

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Hash of its token.
    pub token: [u8; 32],
    /// Whose it is.
    pub account: String,
    /// What the browser calls itself, shortened.
    pub agent: String,
    /// When it began.
    pub created: i64,
    /// When it was last used.
    pub seen: i64,
    /// When its owner last gave the password in it.
    pub proven: i64,
}

fn read(row: &Row<'_>) -> Result<Session, StoreError> {
    Ok(Session {
        token: row.sum(0)?,
        account: row.text(1)?,
        agent: row.text(2)?,
        created: row.int(3)?,
        seen: row.int(4)?,
        proven: row.int(5)?,
    })
}

/// Begins one.
pub fn begin(tx: &Tx<'_>, org: i64, one: &Session) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO session (org, token, account, agent, created, seen, proven) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let own = values![org, &one.token, &one.account, &one.agent, one.created, one.seen, one.proven];
    tx.run(sql, own).map(drop)
}

/// The session with this hash.
pub fn get(tx: &Tx<'_>, org: i64, token: &[u8; 32]) -> Result<Option<Session>, StoreError> {
    let sql = "SELECT token, account, agent, created, seen, proven FROM session WHERE org = $1 AND token = $2";
    tx.one(sql, values![org, token], read)
}

/// Every session of an account, newest first.
pub fn of_account(tx: &Tx<'_>, org: i64, account: &str) -> Result<Vec<Session>, StoreError> {
    let sql = "SELECT token, account, agent, created, seen, proven FROM session WHERE org = $1 AND account = $2 ORDER BY created DESC";
    tx.all(sql, values![org, account], read)
}

/// Notes that it was used.
pub fn touch(tx: &Tx<'_>, org: i64, token: &[u8; 32], now: i64) -> Result<(), StoreError> {
    tx.run("UPDATE session SET seen = $3 WHERE org = $1 AND token = $2", values![org, token, now]).map(drop)
}

/// Notes that its owner gave the password again.
pub fn prove(tx: &Tx<'_>, org: i64, token: &[u8; 32], now: i64) -> Result<(), StoreError> {
    tx.run("UPDATE session SET proven = $3 WHERE org = $1 AND token = $2", values![org, token, now]).map(drop)
}

/// Ends one.
pub fn end(tx: &Tx<'_>, org: i64, token: &[u8; 32]) -> Result<(), StoreError> {
    tx.run("DELETE FROM session WHERE org = $1 AND token = $2", values![org, token]).map(drop)
}

/// Ends every session of an account but one.
pub fn end_others(tx: &Tx<'_>, org: i64, account: &str, but: &[u8; 32]) -> Result<usize, StoreError> {
    tx.run("DELETE FROM session WHERE org = $1 AND account = $2 AND token <> $3", values![org, account, but])
}

/// Removes those that ended by themselves: not used since `idle`, or begun before `oldest`.
pub fn sweep(tx: &Tx<'_>, org: i64, idle: i64, oldest: i64) -> Result<usize, StoreError> {
    tx.run("DELETE FROM session WHERE org = $1 AND (seen < $2 OR created < $3)", values![org, idle, oldest])
}

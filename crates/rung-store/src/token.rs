//! API tokens: scoped, hashed, expiring.

use crate::{Row, StoreError, Tx, values};

/// An API token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: String,
    /// Hash of it.
    pub token: [u8; 32],
    /// Whose it is.
    pub account: String,
    /// What its owner calls it.
    pub name: String,
    /// True where it may change things, false where it only reads.
    pub writes: bool,
    /// When it was made.
    pub made: i64,
    /// When it ends.
    pub expires: i64,
    /// When it was last used.
    pub used: Option<i64>,
}

const COLUMNS: &str = "id, token, account, name, writes, made, expires, used";

fn read(row: &Row<'_>) -> Result<Token, StoreError> {
    Ok(Token {
        id: row.text(0)?,
        token: row.sum(1)?,
        account: row.text(2)?,
        name: row.text(3)?,
        writes: row.flag(4)?,
        made: row.int(5)?,
        expires: row.int(6)?,
        used: row.int_or_none(7)?,
    })
}

/// Adds one.
pub fn add(tx: &Tx<'_>, org: i64, one: &Token) -> Result<(), StoreError> {
    let sql = format!("INSERT INTO api_token (org, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    let own = values![org, &one.id, &one.token, &one.account, &one.name, one.writes, one.made, one.expires, one.used];
    tx.run(&sql, own).map(drop)
}

/// The token with this hash, where it still holds.
pub fn get(tx: &Tx<'_>, org: i64, token: &[u8; 32], now: i64) -> Result<Option<Token>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM api_token WHERE org = $1 AND token = $2 AND expires > $3");
    tx.one(&sql, values![org, token, now], read)
}

/// Every token of an account, newest first.
pub fn of_account(tx: &Tx<'_>, org: i64, account: &str) -> Result<Vec<Token>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM api_token WHERE org = $1 AND account = $2 ORDER BY made DESC, id");
    tx.all(&sql, values![org, account], read)
}

/// Notes that it was used.
pub fn touch(tx: &Tx<'_>, org: i64, id: &str, now: i64) -> Result<(), StoreError> {
    tx.run("UPDATE api_token SET used = $3 WHERE org = $1 AND id = $2", values![org, id, now]).map(drop)
}

/// Ends one of an account; says whether there was one.
pub fn end(tx: &Tx<'_>, org: i64, account: &str, id: &str) -> Result<bool, StoreError> {
    Ok(tx.run("DELETE FROM api_token WHERE org = $1 AND account = $2 AND id = $3", values![org, account, id])? > 0)
}

/// Removes those that ran out.
pub fn sweep(tx: &Tx<'_>, org: i64, now: i64) -> Result<usize, StoreError> {
    tx.run("DELETE FROM api_token WHERE org = $1 AND expires <= $2", values![org, now])
}

//! Invitations: a link with which the owner of an account sets its first password.

use crate::{StoreError, Tx, values};

/// Adds one, in place of any earlier one for the account.
pub fn add(tx: &Tx<'_>, org: i64, token: &[u8; 32], account: &str, now: i64, expires: i64) -> Result<(), StoreError> {
    tx.run("DELETE FROM invitation WHERE org = $1 AND account = $2", values![org, account])?;
    let sql = "INSERT INTO invitation (org, token, account, made, expires) VALUES ($1, $2, $3, $4, $5)";
    tx.run(sql, values![org, token, account, now, expires]).map(drop)
}

/// The account an invitation is for, where it still holds.
pub fn account(tx: &Tx<'_>, org: i64, token: &[u8; 32], now: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT account FROM invitation WHERE org = $1 AND token = $2 AND expires > $3";
    tx.one(sql, values![org, token, now], |row| row.text(0))
}

/// Uses one up.
pub fn take(tx: &Tx<'_>, org: i64, token: &[u8; 32]) -> Result<(), StoreError> {
    tx.run("DELETE FROM invitation WHERE org = $1 AND token = $2", values![org, token]).map(drop)
}

/// Accounts with an open invitation.
pub fn open(tx: &Tx<'_>, org: i64, now: i64) -> Result<Vec<String>, StoreError> {
    tx.all("SELECT account FROM invitation WHERE org = $1 AND expires > $2", values![org, now], |row| row.text(0))
}

/// Removes those that ran out.
pub fn sweep(tx: &Tx<'_>, org: i64, now: i64) -> Result<usize, StoreError> {
    tx.run("DELETE FROM invitation WHERE org = $1 AND expires <= $2", values![org, now])
}

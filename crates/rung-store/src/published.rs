//! What was made public of a block of weeks: kept as it was first published (PRIVACY P4).

use crate::{StoreError, Tx, values};

/// What was published of the block that begins on a Monday.
pub fn get(tx: &Tx<'_>, org: i64, block: i64) -> Result<Option<String>, StoreError> {
    tx.one("SELECT body FROM published WHERE org = $1 AND block = $2", values![org, block], |row| row.text(0))
}

/// Keeps what is published of a block, unless something was already.
pub fn put(tx: &Tx<'_>, org: i64, block: i64, body: &str, now: i64) -> Result<(), StoreError> {
    if get(tx, org, block)?.is_none() {
        let sql = "INSERT INTO published (org, block, made, body) VALUES ($1, $2, $3, $4)";
        tx.run(sql, values![org, block, now, body])?;
    }
    Ok(())
}

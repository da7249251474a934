//! Erasing a person: what was measured of them, what they wrote about themselves, what they shared, how they logged in.

use crate::{StoreError, Tx, values};

/// Removes everything a person's own; says how many rows that were. The roster is a document of the organisation and is
/// changed there; the access log keeps that something was done, as it must.
pub fn person(tx: &Tx<'_>, org: i64, person: &str) -> Result<usize, StoreError> {
    let mut rows = measured(tx, org, person)?;
    for sql in [
        "DELETE FROM recipient WHERE org = $1 AND snapshot IN (SELECT id FROM snapshot WHERE org = $1 AND person = $2)",
        "DELETE FROM recipient WHERE org = $1 AND person = $2",
        "DELETE FROM snapshot WHERE org = $1 AND person = $2",
        "DELETE FROM upload WHERE org = $1 AND id IN (SELECT id FROM source WHERE org = $1 AND person = $2)",
        "DELETE FROM source WHERE org = $1 AND person = $2",
        "DELETE FROM document WHERE org = $1 AND owner = $2",
        "DELETE FROM blind_answer WHERE org = $1 AND person = $2",
    ] {
        rows += tx.run(sql, values![org, person])?;
    }
    Ok(rows)
}

/// How many rows [`person`] would remove.
pub fn count(tx: &Tx<'_>, org: i64, person: &str) -> Result<usize, StoreError> {
    let mut rows = 0;
    for (table, column) in [
        ("raw_item", "person"),
        ("evidence", "person"),
        ("reading", "person"),
        ("ledger", "person"),
        ("recipient", "person"),
        ("snapshot", "person"),
        ("source", "person"),
        ("document", "owner"),
        ("blind_answer", "person"),
    ] {
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table} WHERE org = $1 AND {column} = $2");
        rows += tx.one(&sql, values![org, person], |row| row.int(0))?.unwrap_or(0);
    }
    let shown = "SELECT CAST(COUNT(*) AS BIGINT) FROM recipient WHERE org = $1 AND snapshot IN
                 (SELECT id FROM snapshot WHERE org = $1 AND person = $2)";
    rows += tx.one(shown, values![org, person], |row| row.int(0))?.unwrap_or(0);
    Ok(usize::try_from(rows).unwrap_or(0))
}

/// Removes what sources gave about a person and nothing else: for who does not want to be measured, and for leavers.
pub fn measured(tx: &Tx<'_>, org: i64, person: &str) -> Result<usize, StoreError> {
    let mut rows = 0;
    for table in ["raw_item", "evidence", "reading", "ledger"] {
        rows += tx.run(&format!("DELETE FROM {table} WHERE org = $1 AND person = $2"), values![org, person])?;
    }
    Ok(rows)
}

/// Removes an account with its sessions, tokens and invitations.
pub fn account(tx: &Tx<'_>, org: i64, id: &str) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM session WHERE org = $1 AND account = $2",
        "DELETE FROM api_token WHERE org = $1 AND account = $2",
        "DELETE FROM invitation WHERE org = $1 AND account = $2",
        "DELETE FROM account WHERE org = $1 AND id = $2",
    ] {
        tx.run(sql, values![org, id])?;
    }
    Ok(())
}

//! What each lead answers alone about a team's responsibilities, until all have.

use crate::{StoreError, Tx, values};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Blind {
    /// Person who answers.
    pub person: String,
    /// The responsibility.
    pub duty: String,
    /// `own`, `contribute` or `none`.
    pub said: String,
}

/// Keeps an answer, in place of an earlier one.
pub fn say(tx: &Tx<'_>, org: i64, team: &str, one: &Blind, now: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO blind_answer (org, team, person, duty, said, written) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (org, team, person, duty) DO UPDATE SET said = excluded.said, written = excluded.written";
    tx.run(sql, values![org, team, &one.person, &one.duty, &one.said, now]).map(drop)
}

/// Every answer about a team, by person and responsibility.
pub fn of_team(tx: &Tx<'_>, org: i64, team: &str) -> Result<Vec<Blind>, StoreError> {
    let sql = "SELECT person, duty, said FROM blind_answer WHERE org = $1 AND team = $2";
    let mut all = tx.all(sql, values![org, team], |row| {
        Ok(Blind { person: row.text(0)?, duty: row.text(1)?, said: row.text(2)? })
    })?;
    all.sort();
    Ok(all)
}

/// Begins anew: removes every answer about a team.
pub fn clear(tx: &Tx<'_>, org: i64, team: &str) -> Result<usize, StoreError> {
    tx.run("DELETE FROM blind_answer WHERE org = $1 AND team = $2", values![org, team])
}

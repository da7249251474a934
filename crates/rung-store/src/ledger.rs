//! The weekly cube: minutes by person, week and activity. The finest grain anything others may see is made of.

use crate::{StoreError, Tx, values};

/// Minutes of one activity, or of one whole, in one week.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Monday of the week, days since 1970-01-01.
    pub week: i64,
    /// `in` and `after` hours by activity; `whole` for what is of no activity.
    pub part: String,
    /// The activity, or what is counted: `capacity`, `unclassified`.
    pub activity: String,
    /// Least minutes.
    pub low: f64,
    /// Best guess.
    pub point: f64,
    /// Most.
    pub high: f64,
}

/// Replaces a person's weeks from one on.
pub fn replace(tx: &Tx<'_>, org: i64, person: &str, first: i64, lines: &[Line]) -> Result<(), StoreError> {
    tx.run("DELETE FROM ledger WHERE org = $1 AND person = $2 AND week >= $3", values![org, person, first])?;
    let sql = "INSERT INTO ledger (org, person, week, part, activity, low, point, high)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    for line in lines.iter().filter(|line| line.week >= first) {
        tx.run(sql, values![org, person, line.week, &line.part, &line.activity, line.low, line.point, line.high])?;
    }
    Ok(())
}

/// Lines of everybody over weeks, both included, by person.
pub fn between(tx: &Tx<'_>, org: i64, first: i64, last: i64) -> Result<Vec<(String, Line)>, StoreError> {
    let sql = "SELECT person, week, part, activity, low, point, high FROM ledger
               WHERE org = $1 AND week >= $2 AND week <= $3 ORDER BY week, person";
    tx.all(sql, values![org, first, last], |row| {
        let line = Line {
            week: row.int(1)?,
            part: row.text(2)?,
            activity: row.text(3)?,
            low: row.real(4)?,
            point: row.real(5)?,
            high: row.real(6)?,
        };
        Ok((row.text(0)?, line))
    })
}

/// Weeks of a person that are held: how many, the first and the last.
pub fn extent(tx: &Tx<'_>, org: i64, person: &str) -> Result<Option<(i64, i64, i64)>, StoreError> {
    let sql = "SELECT CAST(COUNT(DISTINCT week) AS BIGINT), CAST(MIN(week) AS BIGINT), CAST(MAX(week) AS BIGINT)
               FROM ledger WHERE org = $1 AND person = $2";
    let read = tx.one(sql, values![org, person], |row| Ok((row.int(0)?, row.int_or_none(1)?, row.int_or_none(2)?)))?;
    Ok(read.and_then(|(count, first, last)| Some((count, first?, last?))))
}

/// A number that is another one as soon as any week was written anew.
pub fn state(tx: &Tx<'_>, org: i64) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT), CAST(MAX(ended) AS BIGINT) FROM job WHERE org = $1 AND state = 'done'";
    let read = tx.one(sql, values![org], |row| Ok((row.int(0)?, row.int_or_none(1)?)))?;
    Ok(read.map_or(0, |(count, last)| last.unwrap_or(0) * 1_000 + count))
}

/// Every line of a person, by week.
pub fn of_person(tx: &Tx<'_>, org: i64, person: &str) -> Result<Vec<Line>, StoreError> {
    let sql = "SELECT week, part, activity, low, point, high FROM ledger WHERE org = $1 AND person = $2
               ORDER BY week, part, activity";
    tx.all(sql, values![org, person], |row| {
        Ok(Line {
            week: row.int(0)?,
            part: row.text(1)?,
            activity: row.text(2)?,
            low: row.real(3)?,
            point: row.real(4)?,
            high: row.real(5)?,
        })
    })
}

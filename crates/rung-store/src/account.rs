//! Accounts: who may log in, and which person of the roster they are.

use crate::{Row, StoreError, Tx, values};

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// What one logs in with: an address, in lower case.
    pub login: String,
    /// The person of the roster it is, where it is one.
    pub person: Option<String>,
    /// Hash of the password; `None` until an invitation is taken up.
    pub password: Option<String>,
    /// True for who sets the server up. An administrator is not a reader.
    pub administrator: bool,
    /// True for the works council: reads what is no person's.
    pub council: bool,
    /// Team whose people's records it is responsible for as human resources, with all teams under it; `None` for who is not.
    pub scope: Option<String>,
    /// False for who asked not to be measured (PRIVACY P17).
    pub measured: bool,
    /// When it was made.
    pub created: i64,
    /// When its owner read what is held and who sees it.
    pub welcomed: Option<i64>,
    /// When it was closed, where it was.
    pub deactivated: Option<i64>,
}

const COLUMNS: &str =
    "id, login, person, password, administrator, council, scope, measured, created, welcomed, deactivated";

fn read(row: &Row<'_>) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.text(0)?,
        login: row.text(1)?,
        person: row.text_or_none(2)?,
        password: row.text_or_none(3)?,
        administrator: row.flag(4)?,
        council: row.flag(5)?,
        scope: row.text_or_none(6)?,
        measured: row.flag(7)?,
        created: row.int(8)?,
        welcomed: row.int_or_none(9)?,
        deactivated: row.int_or_none(10)?,
    })
}

/// Adds an account.
///
/// # Errors
/// [`StoreError::Exists`] where the login is taken.
pub fn add(tx: &Tx<'_>, org: i64, one: &Account) -> Result<(), StoreError> {
    if by_login(tx, org, &one.login)?.is_some() {
        return Err(StoreError::Exists { what: "account", id: one.login.clone() });
    }
    let sql =
        format!("INSERT INTO account (org, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
    let own = values![
        org,
        &one.id,
        &one.login,
        one.person.as_ref(),
        one.password.as_ref(),
        one.administrator,
        one.council,
        one.scope.as_ref(),
        one.measured,
        one.created,
        one.welcomed,
        one.deactivated,
    ];
    tx.run(&sql, own).map(drop)
}

/// The account with this id.
pub fn get(tx: &Tx<'_>, org: i64, id: &str) -> Result<Option<Account>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM account WHERE org = $1 AND id = $2"), values![org, id], read)
}

/// The account one logs in to with this.
pub fn by_login(tx: &Tx<'_>, org: i64, login: &str) -> Result<Option<Account>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM account WHERE org = $1 AND login = $2"), values![org, login], read)
}

/// The account of a person, where they have one.
pub fn of_person(tx: &Tx<'_>, org: i64, person: &str) -> Result<Option<Account>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM account WHERE org = $1 AND person = $2"), values![org, person], read)
}

/// Every account, by login.
pub fn all(tx: &Tx<'_>, org: i64) -> Result<Vec<Account>, StoreError> {
    let mut all = tx.all(&format!("SELECT {COLUMNS} FROM account WHERE org = $1"), values![org], read)?;
    all.sort_by(|a, b| a.login.cmp(&b.login));
    Ok(all)
}

/// How many accounts there are.
pub fn count(tx: &Tx<'_>, org: i64) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM account WHERE org = $1";
    Ok(tx.one(sql, values![org], |row| row.int(0))?.unwrap_or(0))
}

/// Sets a password.
pub fn set_password(tx: &Tx<'_>, org: i64, id: &str, hash: &str) -> Result<(), StoreError> {
    tx.run("UPDATE account SET password = $3 WHERE org = $1 AND id = $2", values![org, id, hash]).map(drop)
}

/// Notes that its owner has read what is held and who sees it.
pub fn welcome(tx: &Tx<'_>, org: i64, id: &str, now: i64) -> Result<(), StoreError> {
    tx.run("UPDATE account SET welcomed = $3 WHERE org = $1 AND id = $2", values![org, id, now]).map(drop)
}

/// Whether its person is measured.
pub fn set_measured(tx: &Tx<'_>, org: i64, id: &str, measured: bool) -> Result<(), StoreError> {
    tx.run("UPDATE account SET measured = $3 WHERE org = $1 AND id = $2", values![org, id, measured]).map(drop)
}

/// Closes an account and ends its sessions and tokens at once; opens it again with `None`.
pub fn set_deactivated(tx: &Tx<'_>, org: i64, id: &str, at: Option<i64>) -> Result<(), StoreError> {
    tx.run("UPDATE account SET deactivated = $3 WHERE org = $1 AND id = $2", values![org, id, at])?;
    if at.is_some() {
        tx.run("DELETE FROM session WHERE org = $1 AND account = $2", values![org, id])?;
        tx.run("DELETE FROM api_token WHERE org = $1 AND account = $2", values![org, id])?;
        tx.run("DELETE FROM invitation WHERE org = $1 AND account = $2", values![org, id])?;
    }
    Ok(())
}

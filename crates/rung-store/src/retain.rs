//! Retention: what is older than its time goes (PRIVACY P11).

use crate::{StoreError, Tx, access, invitation, session, token, values};

/// Moments and days before which things go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Now.
    pub now: i64,
    /// First day whose evidence and weeks stay, days since 1970-01-01.
    pub evidence: i64,
    /// Lines of the access log before this moment go.
    pub access: i64,
    /// Sessions not used since this moment end.
    pub idle: i64,
    /// Sessions begun before this moment end.
    pub session: i64,
}

/// What went, by what it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    /// Raw items.
    pub raw: usize,
    /// Stripped facts.
    pub evidence: usize,
    /// Lines of the weekly cube.
    pub ledger: usize,
    /// Lines of the access log.
    pub access: usize,
    /// Sessions, tokens and invitations.
    pub ways_in: usize,
    /// Snapshots that ran out: what they showed.
    pub snapshots: usize,
    /// Jobs that ended, and files no job took up.
    pub jobs: usize,
}

/// Removes what is older than its time.
pub fn sweep(tx: &Tx<'_>, org: i64, limits: &Limits) -> Result<Gone, StoreError> {
    let week = limits.evidence - 6;
    let shown = "UPDATE snapshot SET body = '' WHERE org = $1 AND expires <= $2 AND body <> ''";
    let month = limits.now - 30 * 86_400;
    let ended = "DELETE FROM job WHERE org = $1 AND ended IS NOT NULL AND ended < $2";
    let left = "DELETE FROM upload WHERE org = $1 AND made < $2";
    Ok(Gone {
        raw: tx.run("DELETE FROM raw_item WHERE org = $1 AND expires <= $2", values![org, limits.now])?,
        evidence: tx.run("DELETE FROM evidence WHERE org = $1 AND day < $2", values![org, limits.evidence])?,
        ledger: tx.run("DELETE FROM ledger WHERE org = $1 AND week < $2", values![org, week])?,
        access: access::cut(tx, org, limits.access, limits.now)?,
        ways_in: session::sweep(tx, org, limits.idle, limits.session)?
            + token::sweep(tx, org, limits.now)?
            + invitation::sweep(tx, org, limits.now)?,
        snapshots: tx.run(shown, values![org, limits.now])?,
        jobs: tx.run(ended, values![org, month])? + tx.run(left, values![org, limits.now - 86_400])?,
    })
}

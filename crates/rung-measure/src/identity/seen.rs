//! The accounts that evidence names, with how much each did. A row counts once, however often it was imported.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rung_model::{
    account::Account,
    evidence::{Evidence, When},
};

/// An account as sources wrote it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// The account.
    pub account: Account,
    /// Rows of evidence it is the actor of.
    pub rows: u64,
    /// Its first and last day, in UTC; `None` where no row says.
    pub days: Option<(Date, Date)>,
    /// Its rows by source.
    pub sources: BTreeMap<Arc<str>, u64>,
}

/// The accounts of these rows, in the order of accounts.
pub fn accounts_of<'e>(evidence: impl IntoIterator<Item = &'e Evidence>) -> Vec<Seen> {
    let mut known = HashSet::new();
    let mut accounts: HashMap<&Account, Seen> = HashMap::new();
    for row in evidence.into_iter().filter(|row| known.insert(row.id)) {
        let seen = accounts.entry(&row.actor).or_insert_with(|| Seen {
            account: (*row.actor).clone(),
            rows: 0,
            days: None,
            sources: BTreeMap::new(),
        });
        seen.rows += 1;
        *seen.sources.entry(Arc::clone(&row.source)).or_default() += 1;
        seen.days = both(seen.days, days_of(&row.when));
    }
    let mut accounts: Vec<Seen> = accounts.into_values().collect();
    accounts.sort_unstable();
    accounts
}

/// The stretch that holds both.
pub(super) fn both(a: Option<(Date, Date)>, b: Option<(Date, Date)>) -> Option<(Date, Date)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

fn days_of(when: &When) -> Option<(Date, Date)> {
    let day = |at: &Timestamp| TimeZone::UTC.to_datetime(*at).date();
    Some(match when {
        When::Instant { at, .. } => (day(at), day(at)),
        When::Interval { start, end, .. } => (day(start), day(end)),
        When::AllDay { first, after } => (*first, after.yesterday().unwrap_or(*after).max(*first)),
        When::Amount { day, .. } => (*day, *day),
    })
}

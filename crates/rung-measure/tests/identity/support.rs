//! Accounts, rosters and journals in short.

use std::collections::BTreeMap;

use jiff::civil::Date;

use rung_measure::identity::Seen;
use rung_model::{
    account::{Account, Handle},
    identity::journal::{Act, JournalEntry},
    roster::{Person, Roster},
};

/// An account of git: a name and an address.
pub(crate) fn git(name: &str, address: &str) -> Seen {
    seen(Account::new(name, address), "git:ledger")
}

/// An account of a forge or tracker; empty parts are absent.
pub(crate) fn at(system: &str, id: &str, login: &str, name: &str, address: &str) -> Seen {
    let part = |text: &str| (!text.is_empty()).then(|| text.into());
    let handle = Handle { system: system.into(), id: part(id), login: part(login) };
    seen(Account::new(name, address).at(handle), system)
}

fn seen(account: Account, source: &str) -> Seen {
    let sources = BTreeMap::from([(source.into(), 3)]);
    Seen { account, rows: 3, days: Some((Date::constant(2026, 3, 2), Date::constant(2026, 3, 9))), sources }
}

/// A roster of people, each with what names them.
pub(crate) fn roster(people: &[(&str, &[&str])]) -> Roster {
    let person = |(id, keys): &(&str, &[&str])| {
        let (addresses, accounts) = keys.iter().map(ToString::to_string).partition(|key: &String| !key.contains(':'));
        let (id, name) = ((*id).to_owned(), (*id).to_owned());
        Person { id, name, addresses, accounts, zone: None, schedule: None, line: 1 }
    };
    Roster { people: people.iter().map(person).collect(), ..Roster::default() }
}

/// A journal that says these things, one after the other.
pub(crate) fn journal(acts: impl IntoIterator<Item = Act>) -> Vec<JournalEntry> {
    let entry = |act| JournalEntry { at: jiff::Timestamp::UNIX_EPOCH, by: None, because: None, act };
    acts.into_iter().map(entry).collect()
}

//! Writing facts small: numbers as long as they need, each text, account, item and commit once.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use jiff::{Timestamp, civil::Date};
use rung_model::{account::Account, commit::Commit, work_item::WorkItem};

/// Bytes being written, and what stands in them already.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: Vec<u8>,
    texts: HashMap<Arc<str>, u64>,
    accounts: HashMap<Arc<Account>, u64>,
    /// Shared pieces by their place in memory; each is held here, so that a place stays its own.
    items: HashMap<usize, (u64, Arc<WorkItem>)>,
    commits: HashMap<usize, (u64, Arc<Commit>)>,
}

impl Writer {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.out.push(byte);
    }

    pub(super) fn flag(&mut self, flag: bool) {
        self.byte(u8::from(flag));
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    /// A whole number, seven bits to a byte.
    pub(super) fn number(&mut self, number: u64) {
        number_into(&mut self.out, number);
    }

    /// A number of either sign: small ones of both signs are short.
    pub(super) fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63) as u64);
    }

    pub(super) fn real(&mut self, number: f64) {
        self.bytes(&number.to_le_bytes());
    }

    pub(super) fn moment(&mut self, at: Timestamp) {
        self.signed(at.as_second());
        self.signed(i64::from(at.subsec_nanosecond()));
    }

    pub(super) fn date(&mut self, day: Date) {
        self.signed((i64::from(day.year()) * 16 + i64::from(day.month())) * 32 + i64::from(day.day()));
    }

    /// A text that hardly comes twice.
    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    /// A text that comes again: written once, then by its number.
    pub(super) fn shared(&mut self, text: &Arc<str>) {
        if !again(&mut self.out, &mut self.texts, text) {
            self.text(text);
        }
    }

    pub(super) fn account(&mut self, account: &Arc<Account>) {
        if again(&mut self.out, &mut self.accounts, account) {
            return;
        }
        self.option(account.name.as_deref(), Self::text);
        self.option(account.address.as_deref(), Self::text);
        self.option(account.handle.as_ref(), |writer, handle| {
            writer.shared(&handle.system);
            writer.option(handle.id.as_deref(), Self::text);
            writer.option(handle.login.as_deref(), Self::text);
        });
    }

    pub(super) fn item(&mut self, item: &Arc<WorkItem>, write: impl FnOnce(&mut Self, &WorkItem)) {
        let next = self.items.len() as u64 + 1;
        let place = Arc::as_ptr(item).addr();
        if let Some((number, _)) = self.items.get(&place) {
            return self.number(*number);
        }
        self.items.insert(place, (next, Arc::clone(item)));
        self.number(0);
        write(self, item);
    }

    pub(super) fn commit(&mut self, commit: &Arc<Commit>, write: impl FnOnce(&mut Self, &Commit)) {
        let next = self.commits.len() as u64 + 1;
        let place = Arc::as_ptr(commit).addr();
        if let Some((number, _)) = self.commits.get(&place) {
            return self.number(*number);
        }
        self.commits.insert(place, (next, Arc::clone(commit)));
        self.number(0);
        write(self, commit);
    }

    pub(super) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.flag(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
    }

    pub(super) fn list<T>(&mut self, list: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(list.len() as u64);
        for one in list {
            write(self, one);
        }
    }
}

fn number_into(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes the number of what stands there already; for what does not, a 0, and takes note of it.
fn again<T: Clone + Eq + Hash>(out: &mut Vec<u8>, known: &mut HashMap<T, u64>, one: &T) -> bool {
    let number = known.get(one).copied();
    number_into(out, number.unwrap_or(0));
    if number.is_none() {
        known.insert(one.clone(), known.len() as u64 + 1);
    }
    number.is_some()
}

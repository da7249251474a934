//! The facts of a source, an account at a time: an organisation's year is held small, and read back person by person.

use std::{collections::HashMap, ops::Range, sync::Arc};

use jiff::{civil::Date, tz::TimeZone};
use rung_model::{
    account::Account,
    evidence::{Evidence, When},
};

use super::{entry, facts, key::Key, reader::Reader, store::Cache, writer::Writer};
use crate::read::Read;

/// Facts shared out at a time.
const PIECE: usize = 1 << 16;

/// What a source handed over, its facts apart by account.
#[derive(Clone, Debug)]
pub struct Parts {
    /// All but the facts.
    pub about: Read,
    /// One for each account, in the order of accounts.
    pub parts: Vec<Part>,
}

/// The facts of one account.
#[derive(Clone, Debug)]
pub struct Part {
    /// The account.
    pub account: Arc<Account>,
    /// How many facts.
    pub rows: u64,
    /// First and last day of them, in UTC.
    pub days: Option<(Date, Date)>,
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Part {
    /// The facts. Empty where the bytes are not what Rung wrote, which a right sum rules out.
    pub fn facts(&self) -> Vec<Evidence> {
        let mut reader = Reader::of(self.bytes.get(self.range.clone()).unwrap_or_default());
        let mut all = Vec::with_capacity(usize::try_from(self.rows).unwrap_or_default());
        while !reader.is_over() {
            match facts::read(&mut reader) {
                Some(fact) => all.push(fact),
                None => return Vec::new(),
            }
        }
        all
    }
}

#[derive(Default)]
struct Open {
    writer: Writer,
    rows: u64,
    days: Option<(Date, Date)>,
}

impl Parts {
    /// Takes facts apart by account; they are given back piece by piece, and are never held twice.
    pub fn of(mut read: Read) -> Self {
        let mut open: HashMap<Arc<Account>, Open> = HashMap::new();
        let mut all = std::mem::take(&mut read.evidence);
        while !all.is_empty() {
            let piece = all.split_off(all.len().saturating_sub(PIECE));
            all.shrink_to_fit();
            for fact in piece {
                if !open.contains_key(&fact.actor) {
                    open.insert(Arc::clone(&fact.actor), Open::default());
                }
                let Some(part) = open.get_mut(&fact.actor) else { continue };
                facts::write(&mut part.writer, &fact);
                part.rows += 1;
                let (first, last) = days(&fact.when);
                part.days = Some(part.days.map_or((first, last), |(from, to)| (from.min(first), to.max(last))));
            }
        }
        let part = |(account, open): (Arc<Account>, Open)| {
            let bytes = open.writer.into_bytes();
            let range = 0..bytes.len();
            Part { account, rows: open.rows, days: open.days, bytes: Arc::new(bytes), range }
        };
        let mut parts: Vec<Part> = open.into_iter().map(part).collect();
        parts.sort_by(|a, b| a.account.cmp(&b.account));
        Self { about: read, parts }
    }

    /// The parts kept under a key, else those of what `read` gives, which are kept.
    pub fn kept(cache: Option<&Cache>, key: Option<Key>, read: impl FnOnce() -> Read) -> Self {
        let Some((cache, key)) = cache.zip(key) else { return Self::of(read()) };
        if let Some(parts) = cache.get(&key).and_then(Self::from_bytes) {
            return parts;
        }
        let parts = Self::of(read());
        cache.put(&key, &parts.to_bytes());
        parts
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        entry::about(&mut writer, &self.about);
        writer.list(&self.parts, |writer, part| {
            writer.account(&part.account);
            writer.number(part.rows);
            writer.option(part.days, |writer, (first, last)| {
                writer.date(first);
                writer.date(last);
            });
            writer.number(part.range.len() as u64);
        });
        for part in &self.parts {
            writer.bytes(&part.bytes[part.range.clone()]);
        }
        writer.into_bytes()
    }

    pub(super) fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let bytes = Arc::new(bytes);
        let mut reader = Reader::of(&bytes);
        let about = entry::read_about(&mut reader)?;
        let mut parts = reader.list(|reader| {
            let (account, rows) = (reader.account()?, reader.number()?);
            let days = reader.option(|reader| Some((reader.date()?, reader.date()?)))?;
            let range = 0..reader.count()?;
            Some(Part { account, rows, days, bytes: Arc::clone(&bytes), range })
        })?;
        let mut start = bytes.len().checked_sub(reader.left())?;
        for part in &mut parts {
            let end = start.checked_add(part.range.end)?;
            part.range = start..end;
            start = end;
        }
        (start == bytes.len()).then_some(Self { about, parts })
    }
}

fn days(when: &When) -> (Date, Date) {
    let day = |at: &jiff::Timestamp| TimeZone::UTC.to_datetime(*at).date();
    match when {
        When::Instant { at, .. } => (day(at), day(at)),
        When::Interval { start, end, .. } => (day(start), day(end)),
        When::AllDay { first, after } => (*first, after.yesterday().unwrap_or(*after).max(*first)),
        When::Amount { day, .. } => (*day, *day),
    }
}

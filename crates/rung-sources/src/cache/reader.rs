//! Reading back what was written small. Bytes that are not what Rung wrote give `None`, never a panic.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use rung_model::{
    account::{Account, Handle},
    commit::Commit,
    work_item::WorkItem,
};

/// Bytes being read, and what stood in them so far.
#[derive(Debug, Default)]
pub(super) struct Reader<'b> {
    rest: &'b [u8],
    texts: Vec<Arc<str>>,
    accounts: Vec<Arc<Account>>,
    items: Vec<Arc<WorkItem>>,
    commits: Vec<Arc<Commit>>,
}

impl<'b> Reader<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Self { rest: bytes, ..Self::default() }
    }

    /// True where everything was read.
    pub(super) fn is_over(&self) -> bool {
        self.rest.is_empty()
    }

    /// How many bytes are left.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub(super) fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(bytes)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    pub(super) fn real(&mut self) -> Option<f64> {
        Some(f64::from_le_bytes(self.bytes(8)?.try_into().ok()?))
    }

    pub(super) fn moment(&mut self) -> Option<Timestamp> {
        let second = self.signed()?;
        Timestamp::new(second, i32::try_from(self.signed()?).ok()?).ok()
    }

    pub(super) fn date(&mut self) -> Option<Date> {
        let packed = self.signed()?;
        let (months, day) = (packed.div_euclid(32), packed.rem_euclid(32));
        let (year, month) = (months.div_euclid(16), months.rem_euclid(16));
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        let count = self.count()?;
        std::str::from_utf8(self.bytes(count)?).ok()
    }

    pub(super) fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    pub(super) fn shared(&mut self) -> Option<Arc<str>> {
        match self.count()? {
            0 => {
                let text: Arc<str> = self.text()?.into();
                self.texts.push(Arc::clone(&text));
                Some(text)
            }
            number => self.texts.get(number - 1).cloned(),
        }
    }

    pub(super) fn account(&mut self) -> Option<Arc<Account>> {
        match self.count()? {
            0 => {
                let name = self.option(Self::owned)?;
                let address = self.option(Self::owned)?;
                let handle = self.option(|reader| {
                    let system = reader.shared()?;
                    let id = reader.option(Self::text)?.map(Into::into);
                    Some(Handle { system, id, login: reader.option(Self::text)?.map(Into::into) })
                })?;
                let account = Arc::new(Account { name, address, handle });
                self.accounts.push(Arc::clone(&account));
                Some(account)
            }
            number => self.accounts.get(number - 1).cloned(),
        }
    }

    /// An item: read where it stands for the first time. Its number is the one it got before its parts were read.
    pub(super) fn item(&mut self, read: impl FnOnce(&mut Self) -> Option<WorkItem>) -> Option<Arc<WorkItem>> {
        match self.count()? {
            0 => {
                let item = Arc::new(read(self)?);
                self.items.push(Arc::clone(&item));
                Some(item)
            }
            number => self.items.get(number - 1).cloned(),
        }
    }

    pub(super) fn commit(&mut self, read: impl FnOnce(&mut Self) -> Option<Commit>) -> Option<Arc<Commit>> {
        match self.count()? {
            0 => {
                let commit = Arc::new(read(self)?);
                self.commits.push(Arc::clone(&commit));
                Some(commit)
            }
            number => self.commits.get(number - 1).cloned(),
        }
    }

    /// A part that may be missing: the outer `None` is a broken text.
    #[expect(clippy::option_option, reason = "broken and absent are two things")]
    pub(super) fn option<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? { read(self).map(Some) } else { Some(None) }
    }

    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        // A count beyond what is left is no list: nothing is set aside for it.
        let mut list = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            list.push(read(self)?);
        }
        Some(list)
    }
}

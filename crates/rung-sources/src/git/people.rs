//! The people of a history: each account once, after `.mailmap`.

use std::{collections::HashMap, sync::Arc};

use gix::{actor::SignatureRef, bstr::ByteSlice, mailmap::Snapshot};
use rung_model::account::Account;

use super::{agents, ident::Ident, mailmap, text};

/// Number of an account in [`People`].
pub(super) type PersonId = u32;

/// An account and what it is.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// Name and address after `.mailmap`.
    pub(super) account: Arc<Account>,
    /// Automation.
    pub(super) bot: bool,
    /// A coding agent.
    pub(super) agent: bool,
    /// A forge's own address: somebody pressed a button on its pages.
    pub(super) forge: bool,
}

impl Person {
    /// Neither automation nor an agent.
    pub(super) fn is_human(&self) -> bool {
        !self.bot && !self.agent
    }
}

/// Every account met, numbered in the order of meeting.
pub(super) struct People {
    mailmap: Snapshot,
    list: Vec<Person>,
    by_bytes: HashMap<Box<[u8]>, PersonId>,
    by_account: HashMap<Arc<Account>, PersonId>,
}

impl People {
    /// Nobody yet; `mailmap` is the text of `.mailmap`, empty where there is none.
    pub(super) fn new(mailmap: &[u8]) -> Self {
        Self {
            mailmap: mailmap::snapshot(mailmap),
            list: Vec::new(),
            by_bytes: HashMap::new(),
            by_account: HashMap::new(),
        }
    }

    /// The person of this number.
    pub(super) fn get(&self, id: PersonId) -> &Person {
        &self.list[id as usize]
    }

    /// The number of the person that `ident` names in a commit with this encoding.
    pub(super) fn number(&mut self, ident: Ident<'_>, encoding: Option<&[u8]>) -> PersonId {
        if encoding.is_some() {
            let name = text::decode(ident.name, encoding);
            let address = text::decode(ident.address, encoding);
            return self.resolve(name.as_bytes(), address.as_bytes());
        }
        if let Some(known) = self.by_bytes.get(ident.whole) {
            return *known;
        }
        let id = self.resolve(ident.name, ident.address);
        self.by_bytes.insert(ident.whole.into(), id);
        id
    }

    /// Applies `.mailmap` once, as git does, and numbers the outcome.
    fn resolve(&mut self, name: &[u8], address: &[u8]) -> PersonId {
        let written = SignatureRef { name: name.as_bstr(), email: address.as_bstr(), time: "" };
        let mapped = self.mailmap.try_resolve_ref(written);
        let name = mapped.as_ref().and_then(|mapped| mapped.name).map_or(name, |name| name.as_bytes());
        let address = mapped.as_ref().and_then(|mapped| mapped.email).map_or(address, |email| email.as_bytes());
        let account = Account::new(&text::decode(name, None), &text::decode(address, None));
        if let Some(known) = self.by_account.get(&account) {
            return *known;
        }
        let name = account.name.as_deref().unwrap_or_default().to_lowercase();
        let address = account.address.as_deref().unwrap_or_default();
        let person = Person {
            bot: agents::is_bot(&name, address),
            agent: agents::is_agent(&name, address),
            forge: agents::is_forge(address),
            account: Arc::new(account),
        };
        let id = PersonId::try_from(self.list.len()).unwrap_or(PersonId::MAX);
        self.by_account.insert(Arc::clone(&person.account), id);
        self.list.push(person);
        id
    }
}

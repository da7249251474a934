//! An account: who a source says did something. Not yet a person.

use std::sync::Arc;

use crate::identity::key::Noreply;

/// An account's own name at one system: a forge, a tracker, a time log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle {
    /// The system: its host where known (`github.com`, `gitlab.harbour.example`), else its kind (`jira`).
    pub system: Arc<str>,
    /// The id the system never changes, where the source has it.
    pub id: Option<Arc<str>>,
    /// The name people log in with; may be changed by them.
    pub login: Option<Arc<str>>,
}

impl Handle {
    /// What tells two handles apart: system and id, or system and `@login` where there is no id.
    /// A login that was renamed keeps its key.
    pub fn key(&self) -> String {
        match (&self.id, &self.login) {
            (Some(id), _) => format!("{}:{id}", self.system),
            (None, Some(login)) => format!("{}:@{}", self.system, login.to_lowercase()),
            (None, None) => format!("{}:", self.system),
        }
    }
}

/// Who a source says did something. Two accounts are the same person only where
/// a configured identity, a mailmap or a roster says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account {
    /// Display name, where the source has one.
    pub name: Option<String>,
    /// E-mail address, lower-cased and trimmed; `None` where the source has none.
    pub address: Option<String>,
    /// Its own name at the system it comes from; `None` for git and calendars.
    pub handle: Option<Handle>,
}

impl Account {
    /// An account from what a source wrote; the address is normalised, an empty part is absent.
    pub fn new(name: &str, address: &str) -> Self {
        let name = name.trim();
        let address = address.trim();
        Self {
            name: (!name.is_empty()).then(|| name.to_owned()),
            address: (!address.is_empty()).then(|| address.to_lowercase()),
            handle: None,
        }
    }

    /// The same account with its own name at a system.
    #[must_use]
    pub fn at(self, handle: Handle) -> Self {
        Self { handle: Some(handle), ..self }
    }

    /// True where one of `keys` names this account for certain: its address, its id or login at its system, or the id
    /// that its address carries (`123+octo@users.noreply.github.com` is `github.com:123`, and the other way round).
    pub fn is_one_of(&self, keys: &[String]) -> bool {
        let handle = self.handle.as_ref();
        let login = handle.and_then(|handle| Some(format!("{}:@{}", handle.system, handle.login.as_ref()?)));
        let id = handle.map(Handle::key);
        let hidden = |address: &str| Noreply::parse(address).and_then(|said| said.key());
        let carried = self.address.as_deref().and_then(hidden);
        let own: Vec<&String> = [&self.address, &id, &login, &carried].into_iter().flatten().collect();
        let is_own = |key: &str| own.iter().any(|one| one.eq_ignore_ascii_case(key));
        keys.iter().any(|key| is_own(key) || hidden(key).is_some_and(|key| is_own(&key)))
    }

    /// True where this account carries one of `addresses` (compared without case).
    pub fn has_one_of(&self, addresses: &[String]) -> bool {
        self.address.as_deref().is_some_and(|own| addresses.iter().any(|a| a.eq_ignore_ascii_case(own)))
    }

    /// What tells accounts apart: the handle's key, else the address, else the name.
    pub fn key(&self) -> String {
        match (&self.handle, &self.address, &self.name) {
            (Some(handle), ..) => handle.key(),
            (None, Some(address), _) => address.clone(),
            (None, None, Some(name)) => format!("name:{name}"),
            (None, None, None) => "nobody".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handle(id: Option<&str>, login: &str) -> Handle {
        Handle { system: "github.com".into(), id: id.map(Into::into), login: Some(login.into()) }
    }

    #[test]
    fn a_renamed_login_keeps_its_key() {
        assert_eq!(handle(Some("123"), "octo").key(), handle(Some("123"), "octo-harbour").key());
        assert_ne!(handle(None, "octo").key(), handle(None, "octo-harbour").key());
        assert_eq!(handle(None, "Octo").key(), "github.com:@octo");
    }

    #[test]
    fn an_account_is_known_by_the_surest_thing_it_has() {
        let plain = Account::new(" Ines Halvorsen ", "Ines@Harbour.example ");
        assert_eq!(plain.key(), "ines@harbour.example");
        assert_eq!(plain.at(handle(Some("7"), "ines")).key(), "github.com:7");
        assert_eq!(Account::new("Ines", "").key(), "name:Ines");
        assert_eq!(Account::default().key(), "nobody");
    }
}

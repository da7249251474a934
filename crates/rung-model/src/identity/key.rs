//! Keys of accounts as people write them: `ines@harbour.example`, `github.com:7`, `github.com:@octo`.

use crate::account::{Account, Handle};

/// The longest key that is taken.
const LONGEST: usize = 400;

/// A key as [`Account::key`] writes it, from what a person wrote: an address, or a handle with its
/// system. `None` for anything else.
pub fn normal(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > LONGEST || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    if let Some(handle) = handle(text) {
        return Some(handle.key());
    }
    let (local, domain) = text.split_once('@')?;
    let sound = !local.is_empty() && !local.contains(':') && !domain.is_empty();
    sound.then(|| text.to_lowercase())
}

/// The handle in a key: `github.com:7` or `github.com:@octo`. `None` for an address.
pub fn handle(key: &str) -> Option<Handle> {
    if let Some((system, login)) = key.rsplit_once(":@") {
        return system_of(system).filter(|_| !login.is_empty()).map(|system| Handle {
            system: system.into(),
            id: None,
            login: Some(login.to_lowercase().into()),
        });
    }
    let (system, id) = key.split_once(':')?;
    let system = system_of(system).filter(|_| !id.is_empty())?;
    Some(Handle { system: system.into(), id: Some(id.into()), login: None })
}

fn system_of(text: &str) -> Option<String> {
    let named = !text.is_empty() && !text.contains('@') && !matches!(text, "name" | "person" | "mailto");
    named.then(|| text.to_lowercase())
}

/// The key is an e-mail address.
pub fn is_address(key: &str) -> bool {
    key.contains('@') && handle(key).is_none() && !key.starts_with("name:")
}

/// The key says who it is: not the one of all who have no name at all.
pub fn is_somebody(key: &str) -> bool {
    !key.is_empty() && key != Account::default().key() && !key.ends_with(':')
}

/// What an address of a forge that hides the real one says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noreply {
    /// Host of the forge.
    pub system: String,
    /// The account's id; `None` in the old form, whose login somebody else may have by now.
    pub id: Option<String>,
    /// The login when the address was made.
    pub login: String,
}

impl Noreply {
    /// Reads `ID+login@users.noreply.HOST`, and the old `login@users.noreply.HOST`.
    pub fn parse(address: &str) -> Option<Self> {
        let address = address.trim().to_lowercase();
        let (local, domain) = address.split_once('@')?;
        let system = domain.strip_prefix("users.noreply.").filter(|host| !host.is_empty() && !host.contains('@'))?;
        let (id, login) = match local.split_once('+') {
            Some((id, login)) => (Some(id), login),
            None => (None, local),
        };
        let is_id = |id: &str| !id.is_empty() && id.len() <= 20 && id.bytes().all(|b| b.is_ascii_digit());
        if login.is_empty() || id.is_some_and(|id| !is_id(id)) {
            return None;
        }
        Some(Self { system: system.to_owned(), id: id.map(str::to_owned), login: login.to_owned() })
    }

    /// Key of the account with that id.
    pub fn key(&self) -> Option<String> {
        self.id.as_ref().map(|id| format!("{}:{id}", self.system))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_accounts_write_them() {
        let cases = [
            (" Ines@Harbour.example ", Some("ines@harbour.example")),
            ("GitHub.com:@Octo", Some("github.com:@octo")),
            ("github.com:123", Some("github.com:123")),
            ("jira:557058:F58131cb", Some("jira:557058:F58131cb")),
            ("git.harbour.example:8443:@octo", Some("git.harbour.example:8443:@octo")),
            ("octo", None),
            ("@octo", None),
            (":@octo", None),
            ("github.com:", None),
            ("github.com:@", None),
            ("name:Ines", None),
            ("mailto:ines@harbour.example", None),
            ("a b@harbour.example", None),
            ("", None),
        ];
        for (text, key) in cases {
            assert_eq!(normal(text).as_deref(), key, "{text}");
        }
        assert!(is_address("a@b.example") && !is_address("github.com:@octo") && !is_address("name:a@b"));
        assert!(is_somebody("a@b.example") && !is_somebody("nobody") && !is_somebody("github.com:"));
    }

    #[test]
    fn only_an_address_with_an_id_names_an_account() {
        let parse = |text: &str| Noreply::parse(text);
        assert_eq!(parse("123+Octo@users.noreply.github.com").unwrap().key().unwrap(), "github.com:123");
        assert_eq!(parse("9+ines@users.noreply.git.harbour.example").unwrap().key().unwrap(), "git.harbour.example:9");
        let old = parse("octo@users.noreply.github.com").unwrap();
        assert_eq!((old.key(), old.login.as_str()), (None, "octo"));
        for no in [
            "x+octo@users.noreply.github.com",
            "123+@users.noreply.github.com",
            "1+o@users.noreply.",
            "1+o@github.com",
            "+o@users.noreply.github.com",
        ] {
            assert_eq!(parse(no), None, "{no}");
        }
    }
}

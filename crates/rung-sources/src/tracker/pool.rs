//! Texts and accounts that come again and again, kept once.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use rung_model::account::{Account, Handle};

/// Values longer than this rarely come again.
const SHORT: usize = 64;

/// Somebody as an export names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Person<'a> {
    /// The system: its host where known, else its kind.
    pub(super) system: &'a str,
    /// The id that never changes.
    pub(super) id: Option<&'a str>,
    /// The name to log in with.
    pub(super) login: Option<&'a str>,
    /// The name people read.
    pub(super) name: Option<&'a str>,
    /// The e-mail address.
    pub(super) address: Option<&'a str>,
}

impl<'a> Person<'a> {
    /// Somebody a table names by one word or two: an id, an address, a login or a name, as it looks.
    pub(super) fn worded(system: &'a str, words: &'a str) -> Self {
        let person = Self { system, ..Self::default() };
        let is_plain =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-' | '@' | '+');
        if words.contains('@') && !words.contains(char::is_whitespace) {
            Self { address: Some(words), ..person }
        } else if is_id(words) {
            Self { id: Some(words), ..person }
        } else if words.chars().all(is_plain) {
            Self { login: Some(words), ..person }
        } else {
            Self { name: Some(words), ..person }
        }
    }
}

/// Whether a word looks like an id that a system made: `5b10ac8d82e05b22cc7d4ef5`, `557058:8b1b...`, `JIRAUSER10100`.
fn is_id(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
    let old = word.len() == 24 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parted =
        word.split_once(':').is_some_and(|(site, own)| !site.is_empty() && own.len() >= 8) && word.chars().all(plain);
    let server = word.strip_prefix("JIRAUSER").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    old || parted || server
}

/// What is kept once.
#[derive(Default)]
pub(super) struct Pool {
    texts: HashSet<Arc<str>>,
    accounts: HashMap<String, Arc<Account>>,
    key: String,
}

impl Pool {
    /// What stands for each account: of those with one id, the one that is named by most.
    pub(super) fn fullest(&self) -> Fullest {
        let mut fullest: HashMap<(Arc<str>, Arc<str>), Arc<Account>> = HashMap::new();
        for account in self.accounts.values() {
            let Some(key) = key(account) else { continue };
            let more = |kept: &Account| (words(account).count(), account.as_ref()) > (words(kept).count(), kept);
            if fullest.get(&key).is_none_or(|kept| more(kept)) {
                fullest.insert(key, Arc::clone(account));
            }
        }
        Fullest(fullest)
    }

    pub(super) fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(kept) = self.texts.get(text) {
            return Arc::clone(kept);
        }
        let kept: Arc<str> = text.into();
        if text.len() <= SHORT {
            self.texts.insert(Arc::clone(&kept));
        }
        kept
    }

    /// The account of a person; `None` where nothing names them.
    pub(super) fn account(&mut self, person: &Person<'_>) -> Option<Arc<Account>> {
        let parts = [person.id, person.login, person.name, person.address];
        if parts.iter().all(Option::is_none) {
            return None;
        }
        self.key.clear();
        for part in [Some(person.system)].iter().chain(&parts) {
            // A part that is missing differs from one that is empty.
            self.key.push(if part.is_some() { '\u{1}' } else { '\u{2}' });
            self.key.push_str(part.unwrap_or_default());
        }
        if let Some(kept) = self.accounts.get(&self.key) {
            return Some(Arc::clone(kept));
        }
        let mut account = Account::new(person.name.unwrap_or_default(), person.address.unwrap_or_default());
        if person.id.is_some() || person.login.is_some() {
            account = account.at(Handle {
                system: self.text(person.system),
                id: person.id.map(Into::into),
                login: person.login.map(Into::into),
            });
        }
        let kept = Arc::new(account);
        self.accounts.insert(self.key.clone(), Arc::clone(&kept));
        Some(kept)
    }
}

/// The fullest account of each id.
pub(super) struct Fullest(HashMap<(Arc<str>, Arc<str>), Arc<Account>>);

impl Fullest {
    /// Puts it in the place of an account that says less.
    pub(super) fn put(&self, account: &mut Arc<Account>) {
        if let Some(fullest) = key(account).and_then(|key| self.0.get(&key)) {
            *account = Arc::clone(fullest);
        }
    }
}

/// System and id of an account that has one.
fn key(account: &Account) -> Option<(Arc<str>, Arc<str>)> {
    let handle = account.handle.as_ref()?;
    Some((Arc::clone(&handle.system), Arc::clone(handle.id.as_ref()?)))
}

/// What stands for a person in the identity of a fact: login, else id, address, name; without case.
/// Tables name people by login, or by id where there are no logins.
pub(super) fn token(account: &Account) -> String {
    words(account).next().unwrap_or_default().to_lowercase()
}

/// Everything an account is named by, the token first.
pub(super) fn words(account: &Account) -> impl Iterator<Item = &str> {
    let handle = account.handle.as_ref();
    let own = handle.map(|handle| [handle.login.as_deref(), handle.id.as_deref()]);
    let named = [account.address.as_deref(), account.name.as_deref()];
    own.into_iter().flatten().chain(named).flatten()
}

/// Whether two accounts are one account of one system.
pub(super) fn same(a: &Account, b: &Account) -> bool {
    match (&a.handle, &b.handle) {
        (Some(a), Some(b)) => a.system == b.system && if a.id.is_some() { a.id == b.id } else { a.login == b.login },
        (None, None) => a == b,
        _ => false,
    }
}

/// The host of an address such as `https://jira.harbour.example/rest/api/2/issue/1`.
pub(super) fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    Some(host).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_again_is_kept_once() {
        let mut pool = Pool::default();
        assert!(Arc::ptr_eq(&pool.text("status"), &pool.text("status")));
        let ines =
            Person { system: "jira", login: Some("ines"), address: Some("Ines@Harbour.example"), ..Person::default() };
        let account = pool.account(&ines).unwrap();
        assert!(Arc::ptr_eq(&account, &pool.account(&ines).unwrap()));
        assert_eq!(
            (account.key(), account.address.as_deref()),
            ("jira:@ines".to_owned(), Some("ines@harbour.example"))
        );
        assert!(pool.account(&Person { system: "jira", ..Person::default() }).is_none());
        let name_only = pool.account(&Person { system: "jira", name: Some("Ines"), ..Person::default() }).unwrap();
        assert_eq!(name_only.handle, None);
    }

    #[test]
    fn a_word_of_a_table_is_taken_for_what_it_looks_like() {
        let of = |words| Person { system: "", ..Person::worded("jira", words) };
        let none = Person::default();
        for id in ["5b10ac8d82e05b22cc7d4ef5", "712020:8b1b0f3e-1d0c-4f0e", "JIRAUSER10100"] {
            assert_eq!(of(id), Person { id: Some(id), ..none });
        }
        assert_eq!(of("ines@harbour.example"), Person { address: Some("ines@harbour.example"), ..none });
        assert_eq!(of("ines.halvorsen"), Person { login: Some("ines.halvorsen"), ..none });
        for name in ["Ines Halvorsen", "Chen", "\u{9648}\u{82e5}"] {
            assert_eq!(of(name), Person { name: Some(name), ..none });
        }
    }

    #[test]
    fn accounts_of_one_id_get_the_fullest_name() {
        let mut pool = Pool::default();
        let bare = Person { system: "jira", id: Some("7"), ..Person::default() };
        let mut account = pool.account(&bare).unwrap();
        pool.account(&Person { name: Some("Ines Halvorsen"), ..bare });
        pool.account(&Person {
            name: Some("Boris Adeyemi"),
            address: Some("b@harbour.example"),
            system: "other",
            ..bare
        });
        pool.fullest().put(&mut account);
        assert_eq!(account.name.as_deref(), Some("Ines Halvorsen"));
    }

    #[test]
    fn a_host_is_found() {
        assert_eq!(host("https://jira.harbour.example/rest/api"), Some("jira.harbour.example"));
        assert_eq!(host("http://me:x@tracker.example:8080?x"), Some("tracker.example"));
        assert_eq!(host("jira.harbour.example"), None);
        assert_eq!(host("https:///x"), None);
    }
}

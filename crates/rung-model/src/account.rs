//! An account: a name and an address as a source wrote them. Not yet a person.

/// Who a source says did something. Two accounts are the same person only where
/// a configured identity, a mailmap or a roster says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account {
    /// Display name, where the source has one.
    pub name: Option<String>,
    /// E-mail address, lower-cased and trimmed; `None` where the source has none.
    pub address: Option<String>,
}

impl Account {
    /// An account from what a source wrote; the address is normalised, an empty part is absent.
    pub fn new(name: &str, address: &str) -> Self {
        let name = name.trim();
        let address = address.trim();
        Self {
            name: (!name.is_empty()).then(|| name.to_owned()),
            address: (!address.is_empty()).then(|| address.to_lowercase()),
        }
    }

    /// True where this account carries one of `addresses` (compared without case).
    pub fn has_one_of(&self, addresses: &[String]) -> bool {
        self.address.as_deref().is_some_and(|own| addresses.iter().any(|a| a.eq_ignore_ascii_case(own)))
    }
}

//! Who an account belongs to.

use std::fmt;

/// What a person of the roster is called among account keys: `person:ines`.
const ROSTER: &str = "person:";

/// A person that accounts can belong to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonKey {
    /// A person of the roster, by id.
    Roster(String),
    /// The user, where no roster knows them.
    Me,
    /// Somebody of whom only accounts are known: the smallest of their keys.
    Accounts(String),
}

impl PersonKey {
    /// The name of a roster person among account keys, as a journal writes it.
    pub fn of_roster(id: &str) -> String {
        format!("{ROSTER}{id}")
    }

    /// The roster id in such a name.
    pub fn roster_id(key: &str) -> Option<&str> {
        key.strip_prefix(ROSTER)
    }
}

impl fmt::Display for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Roster(id) => write!(f, "{ROSTER}{id}"),
            Self::Me => f.write_str("me"),
            Self::Accounts(key) => f.write_str(key),
        }
    }
}

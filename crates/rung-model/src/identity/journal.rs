//! What the user said about accounts, in the order they said it. Entries are only ever added.

use jiff::Timestamp;

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// These two are the same person.
    Link(String, String),
    /// Every link by hand that names this account is taken back.
    Unlink(String),
    /// No rule binds this account to anybody.
    Part(String),
    /// Rules bind this account again.
    Rejoin(String),
    /// These two are not to be suggested.
    Dismiss(String, String),
    /// These two may be suggested again.
    Recall(String, String),
}

impl Act {
    /// The machine names there are.
    pub const IDS: [&'static str; 6] = ["link", "unlink", "part", "rejoin", "dismiss", "recall"];

    /// The stable machine name.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Link(..) => "link",
            Self::Unlink(_) => "unlink",
            Self::Part(_) => "part",
            Self::Rejoin(_) => "rejoin",
            Self::Dismiss(..) => "dismiss",
            Self::Recall(..) => "recall",
        }
    }

    /// The account keys it names.
    pub fn accounts(&self) -> Vec<&str> {
        match self {
            Self::Link(a, b) | Self::Dismiss(a, b) | Self::Recall(a, b) => vec![a, b],
            Self::Unlink(a) | Self::Part(a) | Self::Rejoin(a) => vec![a],
        }
    }

    /// How many accounts the act with this machine name takes; `None` for a name there is not.
    pub fn takes(id: &str) -> Option<usize> {
        match id {
            "link" | "dismiss" | "recall" => Some(2),
            "unlink" | "part" | "rejoin" => Some(1),
            _ => None,
        }
    }

    /// The act with this machine name; `None` where the name is unknown or the accounts are too few or too many.
    pub fn of(id: &str, accounts: &[String]) -> Option<Self> {
        match (id, accounts) {
            ("link", [a, b]) => Some(Self::Link(a.clone(), b.clone())),
            ("dismiss", [a, b]) => Some(Self::Dismiss(a.clone(), b.clone())),
            ("recall", [a, b]) => Some(Self::Recall(a.clone(), b.clone())),
            ("unlink", [a]) => Some(Self::Unlink(a.clone())),
            ("part", [a]) => Some(Self::Part(a.clone())),
            ("rejoin", [a]) => Some(Self::Rejoin(a.clone())),
            _ => None,
        }
    }
}

/// An act with who said it, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEntry {
    /// When it was said.
    pub at: Timestamp,
    /// Who said it: an address; `None` where the user has none.
    pub by: Option<String>,
    /// Why, in their words.
    pub because: Option<String>,
    /// What was said.
    pub act: Act,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_made_again_from_its_name_and_accounts() {
        let (a, b) = ("ines@harbour.example".to_owned(), "github.com:7".to_owned());
        let acts = [
            Act::Link(a.clone(), b.clone()),
            Act::Unlink(a.clone()),
            Act::Part(a.clone()),
            Act::Rejoin(a.clone()),
            Act::Dismiss(a.clone(), b.clone()),
            Act::Recall(a, b),
        ];
        for (act, id) in acts.iter().zip(Act::IDS) {
            assert_eq!(act.id(), id);
            let accounts: Vec<String> = act.accounts().into_iter().map(str::to_owned).collect();
            assert_eq!(Act::takes(id), Some(accounts.len()));
            assert_eq!(Act::of(id, &accounts).as_ref(), Some(act));
            assert_eq!(Act::of(id, &[]), None);
        }
        assert_eq!(Act::takes("merge"), None);
    }
}

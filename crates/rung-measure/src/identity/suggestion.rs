//! Likenesses: a suggestion with its reasons in words, never a link.

/// How much a likeness says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Common: look twice.
    Weak,
    /// One good reason.
    Fair,
    /// Two good reasons and more.
    Strong,
}

impl Strength {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Fair => "fair",
            Self::Strong => "strong",
        }
    }
}

/// Why two may be one person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same full name.
    SameName(String),
    /// The same name of one word.
    SameWord(String),
    /// The same login at the same system, where only one of the two has an id.
    SameLoginThere(String),
    /// The same login at two systems.
    SameLogin(String),
    /// The same part before the @, and a name in common.
    SameLocalPart(String),
    /// An address of a forge in its old form, without an id, with the login of the other.
    OldNoreply(String),
}

impl Reason {
    /// The stable machine name.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::SameName(_) => "same-name",
            Self::SameWord(_) => "same-word",
            Self::SameLoginThere(_) => "same-login-there",
            Self::SameLogin(_) => "same-login",
            Self::SameLocalPart(_) => "same-local-part",
            Self::OldNoreply(_) => "old-noreply",
        }
    }

    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::SameName(name) => format!("both are called \"{name}\""),
            Self::SameWord(word) => format!("both are called \"{word}\", a name of one word"),
            Self::SameLoginThere(login) => format!("both bear the login {login}, and one has no id"),
            Self::SameLogin(login) => format!("both bear the login {login}, at two systems"),
            Self::SameLocalPart(local) => format!("both have {local}@ in an address, and a name in common"),
            Self::OldNoreply(address) => format!("{address} names the other's login, which may have changed hands"),
        }
    }
}

/// Two that may be one person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suggestion {
    /// An account key, or a person of the roster as `person:ID`; the smaller of the two.
    pub a: String,
    /// The other.
    pub b: String,
    /// How much it says.
    pub strength: Strength,
    /// Why.
    pub reasons: Vec<Reason>,
}

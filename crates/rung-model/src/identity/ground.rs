//! Why an account is bound to a person. A `.mailmap` is no ground here: git applies it before accounts are made.

/// The ground of a binding; the surer one first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// The roster names it among a person's addresses or accounts.
    Roster {
        /// The key it is named by.
        named: String,
    },
    /// The user's git configuration or settings name it.
    Settings {
        /// The key it is named by.
        named: String,
    },
    /// The user linked it, deliberately.
    Linked {
        /// The other account of the link.
        with: String,
    },
    /// A forge writes its id into the address it hides people behind.
    Noreply {
        /// The account with that id.
        id: String,
    },
    /// It states an address that exactly one person claims.
    Address {
        /// The address.
        address: String,
    },
}

impl Ground {
    /// The stable machine name.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Roster { .. } => "roster",
            Self::Settings { .. } => "settings",
            Self::Linked { .. } => "linked",
            Self::Noreply { .. } => "noreply",
            Self::Address { .. } => "address",
        }
    }

    /// The key the ground names.
    pub fn named(&self) -> &str {
        match self {
            Self::Roster { named } | Self::Settings { named } => named,
            Self::Linked { with } => with,
            Self::Noreply { id } => id,
            Self::Address { address } => address,
        }
    }

    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::Roster { named } => format!("the roster names {named}"),
            Self::Settings { named } => format!("your git configuration or settings name {named}"),
            Self::Linked { with } => format!("linked by hand with {with}"),
            Self::Noreply { id } => format!("the forge writes the id of {id} into the address"),
            Self::Address { address } => format!("{address} is claimed by exactly one person"),
        }
    }
}

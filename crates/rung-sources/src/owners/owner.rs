//! A word that names an owner: `@user`, `@org/team`, an address, a role.

use std::{fmt, sync::Arc};

use super::Dialect;

/// What an owner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnerKind {
    /// `@user`; in GitLab perhaps a group of this name.
    User,
    /// `@org/team`, in GitLab a group within a group.
    Team,
    /// An e-mail address.
    Address,
    /// Everyone of a role, which only GitLab knows: `@@maintainer`.
    Role,
}

/// An owner as the file writes it, without the `@`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner {
    /// What it is.
    pub kind: OwnerKind,
    /// Its name, or its address in lower case.
    pub name: Arc<str>,
}

impl fmt::Display for Owner {
    /// As a file writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.kind {
            OwnerKind::User | OwnerKind::Team => "@",
            OwnerKind::Address => "",
            OwnerKind::Role => "@@",
        };
        write!(f, "{sign}{}", self.name)
    }
}

/// The roles GitLab knows.
const ROLES: [&str; 6] = ["developer", "developers", "maintainer", "maintainers", "owner", "owners"];

impl Owner {
    /// The owner a word names; `None` where it names none.
    pub(super) fn named(word: &str, dialect: Dialect) -> Option<Self> {
        let owner = |kind, name: &str| Some(Self { kind, name: name.into() });
        if let Some(role) = word.strip_prefix("@@") {
            let known = dialect == Dialect::GitLab && ROLES.contains(&role.to_ascii_lowercase().as_str());
            return known.then(|| owner(OwnerKind::Role, &role.to_ascii_lowercase())).flatten();
        }
        let Some(name) = word.strip_prefix('@') else {
            return is_address(word).then(|| owner(OwnerKind::Address, &word.to_lowercase())).flatten();
        };
        let parts: Vec<&str> = name.split('/').collect();
        let deepest = if dialect == Dialect::GitLab { usize::MAX } else { 2 };
        let fits = parts.len() <= deepest && parts.iter().all(|part| is_name(part, dialect));
        let kind = if parts.len() == 1 { OwnerKind::User } else { OwnerKind::Team };
        fits.then(|| owner(kind, name)).flatten()
    }
}

/// Letters, digits, `-` and `_`, in GitLab also dots; the first is no dash and no dot.
fn is_name(text: &str, dialect: Dialect) -> bool {
    let inner = |sign: char| {
        sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_') || (sign == '.' && dialect == Dialect::GitLab)
    };
    text.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_') && text.chars().all(inner)
}

fn is_address(word: &str) -> bool {
    let Some((local, host)) = word.rsplit_once('@') else { return false };
    let plain = |text: &str| !text.is_empty() && !text.contains(['@', '<', '>', ',', ';', '/', '"', '\\']);
    let labels = || host.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
    plain(local) && plain(host) && host.contains('.') && labels()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_of_every_kind_and_words_that_are_none() {
        let kind = |word: &str, dialect| Owner::named(word, dialect).map(|owner| owner.kind);
        use Dialect::{GitHub, GitLab};
        for (word, github, gitlab) in [
            ("@ines", Some(OwnerKind::User), Some(OwnerKind::User)),
            ("@ines-h_quay", Some(OwnerKind::User), Some(OwnerKind::User)),
            ("@ines.h", None, Some(OwnerKind::User)),
            ("@harbour/ledger-team", Some(OwnerKind::Team), Some(OwnerKind::Team)),
            ("@harbour/pay/ledger", None, Some(OwnerKind::Team)),
            ("Ines@harbour.example", Some(OwnerKind::Address), Some(OwnerKind::Address)),
            ("@@maintainers", None, Some(OwnerKind::Role)),
            ("@@captain", None, None),
            ("ines", None, None),
            ("@", None, None),
            ("@-", None, None),
            ("@harbour/", None, None),
            ("@harbour/-team", None, None),
            ("@har+bour", None, None),
            ("ines@harbour", None, None),
            ("a@b@harbour.example", None, None),
            ("@ines,", None, None),
        ] {
            assert_eq!((kind(word, GitHub), kind(word, GitLab)), (github, gitlab), "{word}");
        }
        assert_eq!(&*Owner::named("Ines@Harbour.example", GitHub).unwrap().name, "ines@harbour.example");
        assert_eq!(&*Owner::named("@Harbour/Ledger", GitHub).unwrap().name, "Harbour/Ledger");
    }
}

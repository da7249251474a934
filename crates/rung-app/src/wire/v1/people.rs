//! `rung people` as JSON.

use rung_measure::identity::{self, Identities};
use rung_model::identity::journal::JournalEntry;
use schemars::JsonSchema;
use serde::Serialize;

use super::amount::round;

/// An account.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Account {
    /// Its key: an address, `github.com:7`, `github.com:@octo`.
    pub key: String,
    /// Its newest display name.
    pub name: Option<String>,
    /// Its newest login.
    pub login: Option<String>,
    /// The sources it stands in, by id.
    pub sources: Vec<String>,
}

/// Why an account is a person's.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Ground {
    /// `roster`, `settings`, `linked`, `noreply` or `address`.
    pub id: String,
    /// The key it names.
    pub named: String,
    /// In words.
    pub words: String,
}

/// An account of a person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Bound {
    /// The account.
    #[serde(flatten)]
    pub account: Account,
    /// Why it is theirs.
    pub ground: Ground,
}

/// A person with their accounts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Person {
    /// `person:ID` of the roster, `me`, or the smallest key of their accounts.
    pub key: String,
    /// Their name.
    pub name: String,
    /// True for the user.
    pub me: bool,
    /// Their accounts, by key.
    pub accounts: Vec<Bound>,
}

/// Claims that speak against each other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Conflict {
    /// The account or address concerned.
    pub key: String,
    /// Who or what it would join.
    pub between: Vec<String>,
    /// The machine name of what is wrong.
    pub check: String,
    /// In words.
    pub words: String,
}

/// `rung people list`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung people list, version 1")]
pub struct People {
    /// Version of this document.
    pub version: u32,
    /// People, by name.
    pub people: Vec<Person>,
    /// Claims that bind nobody.
    pub conflicts: Vec<Conflict>,
}

/// An account that is nobody's, with how much stands under it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Unknown {
    /// The account.
    #[serde(flatten)]
    pub account: Account,
    /// Rows of evidence.
    pub rows: u64,
    /// First day, in UTC.
    pub first: Option<String>,
    /// Last day, in UTC.
    pub last: Option<String>,
}

/// How much of a source is nobody's.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Share {
    /// Id of the source.
    pub source: String,
    /// Rows of accounts that are nobody's.
    pub unmatched: u64,
    /// All rows.
    pub rows: u64,
    /// The part that is nobody's, 0-1.
    pub part: f64,
}

/// `rung people unmatched`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung people unmatched, version 1")]
pub struct Unmatched {
    /// Version of this document.
    pub version: u32,
    /// Accounts, by name.
    pub accounts: Vec<Unknown>,
    /// Sources, by id.
    pub sources: Vec<Share>,
}

/// Two that may be one person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Suggestion {
    /// An account, or a person of the roster as `person:ID`.
    pub a: String,
    /// The other.
    pub b: String,
    /// `weak`, `fair` or `strong`.
    pub strength: String,
    /// Why, in words.
    pub reasons: Vec<String>,
}

/// `rung people suggest`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung people suggest, version 1")]
pub struct Suggestions {
    /// Version of this document.
    pub version: u32,
    /// Suggestions, the strongest first. None of them is in force.
    pub suggestions: Vec<Suggestion>,
}

/// `rung people journal`: one entry.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung people journal, version 1: one entry")]
pub struct Entry {
    /// When it was said (RFC 3339).
    pub at: String,
    /// `link`, `unlink`, `part`, `rejoin`, `dismiss` or `recall`.
    pub act: String,
    /// The accounts it names.
    pub accounts: Vec<String>,
    /// Who said it.
    pub by: Option<String>,
    /// Why.
    pub because: Option<String>,
}

impl From<&identity::Known> for Account {
    fn from(known: &identity::Known) -> Self {
        Self {
            key: known.key.clone(),
            name: known.name.clone(),
            login: known.login.clone(),
            sources: known.sources.keys().map(ToString::to_string).collect(),
        }
    }
}

impl From<&Identities> for People {
    fn from(identities: &Identities) -> Self {
        let person = |found: &identity::Found| Person {
            key: found.key.to_string(),
            name: found.name.clone(),
            me: found.me,
            accounts: found
                .accounts
                .iter()
                .map(|(known, ground)| Bound {
                    account: known.into(),
                    ground: Ground {
                        id: ground.id().to_owned(),
                        named: ground.named().to_owned(),
                        words: ground.words(),
                    },
                })
                .collect(),
        };
        let conflict = |one: &identity::Conflict| Conflict {
            key: one.key.clone(),
            between: one.between.clone(),
            check: one.why.id().to_owned(),
            words: one.words(),
        };
        Self {
            version: super::VERSION,
            people: identities.people.iter().map(person).collect(),
            conflicts: identities.conflicts.iter().map(conflict).collect(),
        }
    }
}

impl From<&Identities> for Unmatched {
    fn from(identities: &Identities) -> Self {
        let unknown = |known: &identity::Known| Unknown {
            account: known.into(),
            rows: known.rows,
            first: known.days.map(|(first, _)| first.to_string()),
            last: known.days.map(|(_, last)| last.to_string()),
        };
        let share = |share: &identity::Share| Share {
            source: share.source.to_string(),
            unmatched: share.unmatched,
            rows: share.rows,
            part: round(share.part()),
        };
        Self {
            version: super::VERSION,
            accounts: identities.unmatched.iter().map(unknown).collect(),
            sources: identities.shares.iter().map(share).collect(),
        }
    }
}

impl From<&Identities> for Suggestions {
    fn from(identities: &Identities) -> Self {
        let one = |one: &identity::Suggestion| Suggestion {
            a: one.a.clone(),
            b: one.b.clone(),
            strength: one.strength.id().to_owned(),
            reasons: one.reasons.iter().map(identity::Reason::words).collect(),
        };
        Self { version: super::VERSION, suggestions: identities.suggestions.iter().map(one).collect() }
    }
}

impl From<&JournalEntry> for Entry {
    fn from(entry: &JournalEntry) -> Self {
        Self {
            at: entry.at.to_string(),
            act: entry.act.id().to_owned(),
            accounts: entry.act.accounts().into_iter().map(str::to_owned).collect(),
            by: entry.by.clone(),
            because: entry.because.clone(),
        }
    }
}

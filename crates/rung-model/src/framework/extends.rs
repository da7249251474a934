//! Inheritance and translation: what a role takes over from another, and other languages.

use super::Provenance;

/// A role that takes over what another asks, dimension by dimension of the same name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extends {
    /// The role that takes over.
    pub role: String,
    /// The role it takes from.
    pub base: String,
    /// Ids of the dimensions taken over; empty = every one that both have.
    pub dimensions: Vec<String>,
    /// Where it was published.
    pub from: Provenance,
}

/// A text of a record in another language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Translation {
    /// Table of the record: `role`, `dimension`, ...
    pub table: String,
    /// Id of the record.
    pub id: String,
    /// Key of the text: `name`, `definition`, ...
    pub key: String,
    /// The language, as BCP 47: `de`.
    pub language: String,
    /// The text in that language.
    pub text: String,
    /// Where it was published.
    pub from: Provenance,
}

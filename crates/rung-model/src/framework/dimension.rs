//! Dimensions that positions are described by: the axes of a ladder.

/// An axis with named levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Stable id, the key of [`super::Position::requires`].
    pub id: String,
    /// Display name.
    pub name: String,
    /// Names of the levels, from level 1 up.
    pub levels: Vec<String>,
}

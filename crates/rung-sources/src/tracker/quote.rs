//! Follows the quotes of JSON, byte by byte.

/// Where in a quoted text the walk is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Quote {
    /// Not in one.
    #[default]
    Out,
    /// Within.
    In,
    /// Within, after a backslash.
    Escaped,
}

impl Quote {
    /// Takes the next byte; says whether it belongs to a quoted text. The end of a line closes one: JSON has none within.
    pub(crate) fn takes(&mut self, byte: u8) -> bool {
        let was = *self;
        *self = match (was, byte) {
            (_, b'\n') | (Self::In, b'"') => Self::Out,
            (Self::Out, b'"') | (Self::Escaped, _) => Self::In,
            (Self::In, b'\\') => Self::Escaped,
            (now, _) => now,
        };
        was != Self::Out || byte == b'"'
    }
}

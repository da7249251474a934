//! What is wrong with an input: where, what, and how to mend it.

use std::fmt;

/// How much a problem costs the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something was read with a guess; nothing is lost.
    Note,
    /// A part was left out; the rest is used.
    Warning,
    /// The file, or the part the user asked for, cannot be used.
    Error,
}

/// One problem found while reading an input. Readers return all of them at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file or directory as the user named it.
    pub file: String,
    /// Line, counted from 1, where one is known.
    pub line: Option<usize>,
    /// The key, UID, commit or entry concerned, where there is one.
    pub item: Option<String>,
    /// A stable kebab-case name of the check, e.g. `unknown-key`.
    pub check: &'static str,
    /// How much it costs.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub what: String,
    /// What to do about it, in one sentence without a full stop.
    pub mend: String,
}

impl Problem {
    /// A problem of a whole file; refine it with the `with_` methods.
    pub fn new(
        severity: Severity,
        file: impl Into<String>,
        check: &'static str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self { file: file.into(), line: None, item: None, check, severity, what: what.into(), mend: mend.into() }
    }

    /// The same problem at a line.
    #[must_use]
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The same problem of a named item.
    #[must_use]
    pub fn of_item(mut self, item: impl Into<String>) -> Self {
        self.item = Some(item.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        let severity = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, ": {severity}[{}]: ", self.check)?;
        if let Some(item) = &self.item {
            write!(f, "{item}: ")?;
        }
        write!(f, "{}. To mend it: {}.", self.what, self.mend)
    }
}

//! Where a record was published, and what its source said beyond the tables of the format.

use std::fmt;

/// The file and line a record was imported from, as the importer saw them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file, relative to what was imported.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The commit the file was read at, where there is one.
    pub commit: Option<String>,
}

impl Origin {
    /// A line of a file.
    pub fn new(file: impl Into<String>, line: usize) -> Self {
        Self { file: file.into(), line, commit: None }
    }

    /// Reads `file:line` or `file:line@commit`, the form [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let (place, commit) = match text.rsplit_once('@') {
            Some((place, commit)) if !commit.is_empty() && commit.chars().all(|c| c.is_ascii_hexdigit()) => {
                (place, Some(commit.to_owned()))
            }
            _ => (text, None),
        };
        let (file, line) = place.rsplit_once(':')?;
        let line = line.parse().ok()?;
        (!file.is_empty()).then(|| Self { file: file.to_owned(), line, commit })
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        match &self.commit {
            Some(commit) => write!(f, "@{commit}"),
            None => Ok(()),
        }
    }
}

/// What every record may carry beside its own keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Where an importer found it; absent in a framework written by hand.
    pub origin: Option<Origin>,
    /// Keys beginning with `x-`: what its source said and no table of the format holds.
    pub extra: toml::Table,
}

impl Provenance {
    /// Found at a line of a file.
    pub fn at(file: impl Into<String>, line: usize) -> Self {
        Self { origin: Some(Origin::new(file, line)), extra: toml::Table::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_read_as_it_is_written() {
        let plain = Origin::new("a folder/Lead: notes.md", 12);
        let at_commit = Origin { commit: Some("38859c6".to_owned()), ..plain.clone() };
        for origin in [plain, at_commit] {
            assert_eq!(Origin::parse(&origin.to_string()), Some(origin));
        }
        for text in ["", "lead.md", ":3", "lead.md:x"] {
            assert_eq!(Origin::parse(text), None, "{text}");
        }
        assert_eq!(Origin::parse("a@b.md:3").map(|origin| origin.file), Some("a@b.md".to_owned()));
    }
}

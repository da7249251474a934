//! Patterns over paths, in the two readings there are.
//!
//! GitHub reads as gitignore does: a pattern that fits a folder fits all below, but for one that ends in `/*`.
//! GitLab reads as Ruby's `fnmatch` does: a pattern fits files only, and every relative one at any depth.

use super::{
    Dialect,
    segment::{Token, fits, tokens},
};

/// A part of a pattern between slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// This name.
    Name(String),
    /// A name that fits these signs.
    Glob(Vec<Token>),
    /// Any number of names, or none.
    Any,
}

/// A pattern, ready to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) parts: Vec<Part>,
}

/// The names of a path.
pub(super) fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|name| !name.is_empty()).collect()
}

impl Pattern {
    /// Reads a pattern; what is wrong with it in a sentence.
    pub(super) fn read(text: &str, dialect: Dialect) -> Result<Self, &'static str> {
        let rooted = text.starts_with('/');
        let inner = text.strip_prefix('/').unwrap_or(text);
        let below = inner.ends_with('/');
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        if inner.is_empty() {
            return Err("the pattern names no file and no folder");
        }
        let names: Vec<&str> = inner.split('/').collect();
        if names.iter().any(|name| name.is_empty()) {
            return Err("the pattern has two slashes in a row");
        }
        if dialect == Dialect::GitHub && inner.contains("***") {
            return Err("the pattern has three stars in a row");
        }
        let last = names.len() - 1;
        let nested = match dialect {
            Dialect::GitHub => !rooted && names.len() == 1,
            Dialect::GitLab => !rooted,
        };
        let mut parts: Vec<Part> = if nested { vec![Part::Any] } else { Vec::new() };
        let one = || Part::Glob(vec![Token::Star]);
        for (at, name) in names.iter().enumerate() {
            match (*name, dialect) {
                ("**", Dialect::GitHub) if at == last => parts.extend([one(), Part::Any]),
                ("**", Dialect::GitLab) if at == last && !below => parts.push(one()),
                ("**", _) => parts.push(Part::Any),
                ("*", Dialect::GitHub) if at == last && !below => parts.push(one()),
                (name, dialect) => {
                    parts.push(part(name, dialect).ok_or("the pattern has a `[` that no `]` closes")?);
                    if at == last && !below && dialect == Dialect::GitHub {
                        parts.push(Part::Any);
                    }
                }
            }
        }
        match (below, names.last()) {
            (true, Some(&"**")) if dialect == Dialect::GitHub => {}
            (true, _) => parts.extend([one(), Part::Any]),
            (false, Some(&("*" | "**"))) if nested && last == 0 => parts = vec![Part::Any],
            (false, _) => {}
        }
        Ok(Self { parts })
    }

    /// Whether a path fits, given its names.
    pub(super) fn fits(&self, names: &[&str]) -> bool {
        let (mut at, mut part) = (0, 0);
        let mut any: Option<(usize, usize)> = None;
        while at < names.len() {
            let one = match (self.parts.get(part), names.get(at)) {
                (Some(Part::Any), _) => {
                    any = Some((part, at));
                    part += 1;
                    continue;
                }
                (Some(Part::Name(own)), Some(name)) => own == name,
                (Some(Part::Glob(tokens)), Some(name)) => fits(tokens, name),
                _ => false,
            };
            if one {
                (at, part) = (at + 1, part + 1);
            } else if let Some((back, taken)) = any {
                any = Some((back, taken + 1));
                (at, part) = (taken + 1, back + 1);
            } else {
                return false;
            }
        }
        self.parts.get(part..).is_some_and(|rest| rest.iter().all(|part| *part == Part::Any))
    }
}

fn part(name: &str, dialect: Dialect) -> Option<Part> {
    let tokens = tokens(name, dialect == Dialect::GitLab)?;
    let letters: Option<String> = tokens
        .iter()
        .map(|token| match token {
            Token::Letter(letter) => Some(*letter),
            _ => None,
        })
        .collect();
    Some(letters.map_or_else(|| Part::Glob(tokens), Part::Name))
}

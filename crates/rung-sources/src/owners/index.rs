//! Which patterns could fit a path at all: those that start with its folders, name one of its names, or an ending.

use std::collections::HashMap;

use super::{
    pattern::{Part, Pattern},
    segment::Token,
};

/// Numbers of patterns by what a path must hold.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By the folders and names a pattern starts with, from the root.
    starts: HashMap<Box<str>, Vec<u32>>,
    /// By a name that stands at any depth.
    names: HashMap<Box<str>, Vec<u32>>,
    /// By the ending of a name, from a dot on.
    endings: HashMap<Box<str>, Vec<u32>>,
    /// All others.
    others: Vec<u32>,
}

impl Index {
    pub(super) fn of<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Self {
        let mut index = Self::default();
        for (number, pattern) in patterns.enumerate() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let mut parts = pattern.parts.iter();
            let list = match parts.next() {
                Some(Part::Any) => match parts.next() {
                    Some(Part::Name(name)) => index.names.entry(name.as_str().into()).or_default(),
                    Some(Part::Glob(tokens)) => match ending(tokens) {
                        Some(ending) => index.endings.entry(ending.into()).or_default(),
                        None => &mut index.others,
                    },
                    Some(Part::Any) | None => &mut index.others,
                },
                Some(Part::Name(first)) => {
                    let mut start = first.clone();
                    for part in parts {
                        let Part::Name(name) = part else { break };
                        start.push('/');
                        start.push_str(name);
                    }
                    index.starts.entry(start.into()).or_default()
                }
                Some(Part::Glob(_)) | None => &mut index.others,
            };
            list.push(number);
        }
        index
    }

    /// Numbers of the patterns that could fit, the last first.
    pub(super) fn could_fit(&self, path: &str, names: &[&str]) -> Vec<u32> {
        let mut numbers = self.others.clone();
        let mut add = |list: Option<&Vec<u32>>| numbers.extend(list.into_iter().flatten());
        let slashes = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for start in slashes.filter_map(|end| path.get(..end)) {
            add(self.starts.get(start));
        }
        for name in names {
            add(self.names.get(*name));
            for ending in name.match_indices('.').filter_map(|(at, _)| name.get(at..)) {
                add(self.endings.get(ending));
            }
        }
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        numbers.dedup();
        numbers
    }
}

/// The ending of `*.ending`.
fn ending(tokens: &[Token]) -> Option<String> {
    let (Token::Star, letters) = tokens.split_first()? else { return None };
    let letters = letters.iter().map(|token| match token {
        Token::Letter(letter) => Some(*letter),
        _ => None,
    });
    letters.collect::<Option<String>>().filter(|ending| ending.starts_with('.'))
}

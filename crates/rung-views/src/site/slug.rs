//! Names of files: small letters, digits and `-`, unique, at most 80 characters.

use std::collections::HashSet;

/// The longest a name gets, with room for a number behind it.
const LONGEST: usize = 70;

/// Hands out names, each once.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    taken: HashSet<String>,
}

impl Slugs {
    /// A name like the text that nothing else has.
    pub(super) fn of(&mut self, text: &str) -> String {
        let base = plain(text);
        let mut name = base.clone();
        let mut number = 2_usize;
        while !self.taken.insert(name.clone()) {
            name = format!("{base}-{number}");
            number += 1;
        }
        name
    }
}

/// The text in letters that every file system and address takes as they are.
fn plain(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars().take(400) {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() >= LONGEST {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "x".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_short_and_unique() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.of("../../etc/passwd"), "etc-passwd");
        assert_eq!(slugs.of("ETC passwd"), "etc-passwd-2");
        assert_eq!((slugs.of("日本"), slugs.of("..")), ("x".to_owned(), "x-2".to_owned()));
        assert!(slugs.of(&"long ".repeat(90)).len() <= 80);
    }
}

//! The nearest known id to one that is not known, for the mend of a problem.

use std::collections::HashMap;

/// How many unknown words are compared with every known one; further ones get the plain mend.
const MOST_COMPARED: usize = 50;

/// Offers known ids for unknown ones, and remembers what it offered.
pub(super) struct Nearest<'a> {
    known: Vec<&'a str>,
    otherwise: &'static str,
    offered: HashMap<String, String>,
}

impl<'a> Nearest<'a> {
    /// Offers one of `known`, or else says `otherwise`.
    pub(super) fn of(known: impl IntoIterator<Item = &'a str>, otherwise: &'static str) -> Self {
        let mut known: Vec<&str> = known.into_iter().collect();
        known.sort_unstable();
        known.dedup();
        Self { known, otherwise, offered: HashMap::new() }
    }

    /// The mend for an unknown word.
    pub(super) fn mend(&mut self, word: &str) -> String {
        if let Some(mend) = self.offered.get(word) {
            return mend.clone();
        }
        if self.offered.len() >= MOST_COMPARED {
            return self.otherwise.to_owned();
        }
        let mend = match near(word, &self.known) {
            Some(candidate) => format!("did you mean `{candidate}`? If not, {}", self.otherwise),
            None => self.otherwise.to_owned(),
        };
        self.offered.insert(word.to_owned(), mend.clone());
        mend
    }
}

/// The candidate a slip of the pen away from `word`, if any: at most a third of its letters differ.
fn near<'c>(word: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let letters = word.chars().count();
    let allowed = (letters / 3).max(1);
    let word = word.to_lowercase();
    let close = candidates.iter().filter(|candidate| candidate.chars().count().abs_diff(letters) <= allowed);
    close
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), *candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_offered_and_a_stranger_is_not() {
        let mut nearest = Nearest::of(["technology", "people"], "add it");
        assert_eq!(nearest.mend("technolgy"), "did you mean `technology`? If not, add it");
        assert_eq!(nearest.mend("shoe_size"), "add it");
        for n in 0..MOST_COMPARED {
            nearest.mend(&format!("stranger {n}"));
        }
        assert_eq!(nearest.mend("peopel"), "add it");
    }
}

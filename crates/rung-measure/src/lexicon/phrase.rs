//! Phrases of the lexicon and where they occur in a title.
//!
//! A phrase is words separated by blanks. `a|b` is either word, `a?` may be left out,
//! `~` is up to three words of any kind, `*` is one, `#` is a number, `^` and `$` are the ends of the title.

use super::{usual::is_number, words::singular};

/// Words a `~` stands for at most.
const WIDEST_GAP: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Word { any_of: Vec<String>, optional: bool },
    Gap,
    AnyWord,
    Number,
    Start,
    End,
}

/// A phrase ready to be looked for.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    parts: Vec<Part>,
}

/// The words `start..end` of a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// First word.
    pub start: usize,
    /// The word after the last.
    pub end: usize,
}

impl Span {
    /// Number of words.
    pub(crate) const fn len(self) -> usize {
        self.end - self.start
    }

    /// True where `self` lies within `other` and is shorter.
    pub(crate) const fn inside(self, other: Self) -> bool {
        other.start <= self.start && self.end <= other.end && self.len() < other.len()
    }

    /// True where word `at` belongs to it.
    pub(crate) const fn holds(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }
}

impl Phrase {
    /// Reads a phrase of the tables.
    pub(crate) fn new(text: &str) -> Self {
        let parts = text
            .split_whitespace()
            .map(|part| match part {
                "~" => Part::Gap,
                "*" => Part::AnyWord,
                "#" => Part::Number,
                "^" => Part::Start,
                "$" => Part::End,
                _ => {
                    let (words, optional) = part.strip_suffix('?').map_or((part, false), |words| (words, true));
                    Part::Word { any_of: words.split('|').map(|w| singular(w).into_owned()).collect(), optional }
                }
            })
            .collect();
        Self { parts }
    }

    /// The words this phrase can begin with: where to look for it.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &str> {
        let mut open = true;
        self.parts
            .iter()
            .filter_map(move |part| match part {
                Part::Word { any_of, optional } if open => {
                    open = *optional;
                    Some(any_of)
                }
                _ => None,
            })
            .flatten()
            .map(String::as_str)
    }

    /// The longest occurrence that begins at word `start`.
    pub(crate) fn at(&self, words: &[String], start: usize) -> Option<Span> {
        let end = longest(&self.parts, words, start)?;
        (end > start).then_some(Span { start, end })
    }
}

fn longest(parts: &[Part], words: &[String], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    match part {
        Part::Start => (at == 0).then(|| longest(rest, words, at)).flatten(),
        Part::End => (at == words.len()).then(|| longest(rest, words, at)).flatten(),
        // A gap leads up to the word after it; where that is left out, so is the gap.
        Part::Gap => {
            let last = words.len().min(at + WIDEST_GAP);
            let led = (at..=last).filter_map(|to| taken(rest, words, to)).max();
            led.max(left_out(rest, words, at))
        }
        Part::Word { .. } | Part::AnyWord | Part::Number => taken(parts, words, at).max(left_out(parts, words, at)),
    }
}

/// The end where the first part is the word at `at`.
fn taken(parts: &[Part], words: &[String], at: usize) -> Option<usize> {
    let (part, rest) = parts.split_first()?;
    let word = words.get(at)?;
    let fits = match part {
        Part::Word { any_of, .. } => any_of.contains(word),
        Part::AnyWord => true,
        Part::Number => is_number(word),
        Part::Gap | Part::Start | Part::End => false,
    };
    fits.then(|| longest(rest, words, at + 1)).flatten()
}

/// The end where the first part may be left out and is.
fn left_out(parts: &[Part], words: &[String], at: usize) -> Option<usize> {
    let (Part::Word { optional, .. }, rest) = parts.split_first()? else { return None };
    optional.then(|| longest(rest, words, at)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::words::words;

    fn found(phrase: &str, title: &str) -> Option<(usize, usize)> {
        let (phrase, words) = (Phrase::new(phrase), words(title));
        (0..words.len()).find_map(|start| phrase.at(&words, start)).map(|span| (span.start, span.end))
    }

    #[test]
    fn a_phrase_is_found_where_its_words_follow_each_other() {
        assert_eq!(found("design review", "API design reviews today"), Some((1, 3)));
        assert_eq!(found("design review", "review of the design"), None);
        assert_eq!(found("talent|performance calibration", "Performance calibration"), Some((0, 2)));
    }

    #[test]
    fn optional_words_gaps_and_ends() {
        assert_eq!(found("code review? party", "code party"), Some((0, 2)));
        assert_eq!(found("interview ~ press", "Interview with the press"), Some((0, 4)));
        assert_eq!(found("interview ~ press", "interview a b c d press"), None);
        assert_eq!(found("system design ~ review?", "system design interview"), Some((0, 2)));
        assert_eq!(found("system design ~ review?", "system design of it: review"), Some((0, 5)));
        assert_eq!(found("sprint # retro", "sprint 12 retro"), Some((0, 3)));
        assert_eq!(found("sprint # retro", "sprint planning retro"), None);
        assert_eq!(found("team * daily", "team heron daily"), Some((0, 3)));
        assert_eq!(found("team * daily", "team daily"), None);
        assert_eq!(found("^ hold", "please hold"), None);
        assert_eq!(found("weekly $", "weekly sync"), None);
        assert_eq!(found("weekly $", "our weekly"), Some((1, 2)));
    }
}

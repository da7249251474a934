//! Which labels are levels: numbers, codes and the words of seniority.

use super::naming::plain;

/// Words that say how far along somebody is, lowest first, with the rank they usually stand for.
const WORDS: &[(&str, u32)] = &[
    ("intern", 1),
    ("trainee", 1),
    ("apprentice", 1),
    ("graduate", 1),
    ("beginner", 1),
    ("novice", 1),
    ("junior", 1),
    ("entry", 1),
    ("associate", 2),
    ("basic", 1),
    ("foundation", 1),
    ("foundational", 1),
    ("einsteiger", 1),
    ("mid", 2),
    ("middle", 2),
    ("intermediate", 2),
    ("medior", 2),
    ("regular", 2),
    ("competent", 2),
    ("working", 2),
    ("proficient", 3),
    ("advanced", 3),
    ("senior", 3),
    ("fortgeschritten", 3),
    ("practitioner", 3),
    ("awareness", 1),
    ("lead", 4),
    ("leading", 4),
    ("staff", 4),
    ("expert", 5),
    ("experte", 5),
    ("mastery", 5),
    ("master", 5),
    ("principal", 5),
    ("distinguished", 6),
    ("fellow", 7),
    ("architect", 5),
    ("manager", 4),
    ("head", 5),
    ("director", 6),
    ("vp", 7),
    ("president", 7),
    ("chief", 8),
    ("cto", 8),
    ("sr", 3),
    ("jr", 1),
    ("developing", 2),
    ("performing", 3),
    ("exceeding", 4),
];
/// Words before a number that make it a level.
const BEFORE_NUMBER: &[&str] = &[
    "level",
    "lvl",
    "stufe",
    "niveau",
    "nivel",
    "nível",
    "livello",
    "poziom",
    "band",
    "grade",
    "tier",
    "stage",
    "step",
    "rank",
    "レベル",
];
/// Letters of published level codes: IC4, L3, M2, E5, P3.
const CODES: &[&str] =
    &["l", "ic", "m", "e", "p", "t", "d", "s", "g", "b", "se", "swe", "em", "tl", "tpm", "pm", "sre", "eng", "lv", "k"];

/// Longest label, in bytes, that is looked at: a level is a few words.
const LONGEST: usize = 160;

/// A label read as a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Level {
    /// Its number, where the label holds one.
    pub(super) number: Option<u32>,
    /// How sure one can be, of 3.
    pub(super) sure: u32,
}

/// Reads a label as a level, where it is one.
pub(super) fn level_of(label: &str) -> Option<Level> {
    // An arrow between two levels is the step from one to the other.
    if label.len() > LONGEST || label.contains(['→', '⇒', '➔', '➜']) || label.contains("->") {
        return None;
    }
    let words = plain(label);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    if let [only] = words.as_slice()
        && let Ok(number) = only.parse::<u32>()
        && number <= 20
    {
        return Some(Level { number: Some(number), sure: 2 });
    }
    for pair in words.windows(2) {
        if let [word, number] = pair
            && BEFORE_NUMBER.contains(word)
            && let Some(number) = number_of(number)
        {
            return Some(Level { number: Some(number), sure: 3 });
        }
    }
    if let Some(number) = words.iter().find_map(|word| code(word)) {
        return Some(Level { number: Some(number), sure: 3 });
    }
    if words.iter().any(|word| WORDS.iter().any(|(known, _)| known == word)) {
        let number = words.last().and_then(|word| number_of(word));
        return Some(Level { number: number.filter(|_| false), sure: if words.len() <= 5 { 2 } else { 1 } });
    }
    let last = words.last().and_then(|word| number_of(word)).filter(|number| (1..=9).contains(number));
    (words.len() <= 4).then_some(last).flatten().map(|_| Level { number: None, sure: 1 })
}

/// `IC4`, `L3`, `M2`.
fn code(word: &str) -> Option<u32> {
    let at = word.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = word.split_at(at);
    let number: u32 = number.parse().ok().filter(|number| *number <= 20)?;
    CODES.contains(&letters).then_some(number)
}

/// A number in figures or as a Roman numeral.
fn number_of(word: &str) -> Option<u32> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let roman = ROMAN.iter().position(|roman| *roman == word).and_then(|at| u32::try_from(at + 1).ok());
    word.parse().ok().filter(|number| *number <= 20).or(roman)
}

/// How far a list of labels looks like the levels of a ladder, 0-1: the part of them that reads as a level; 0 where
/// they are fewer than two or repeat each other.
pub(super) fn likeness(labels: &[&str]) -> f64 {
    let labels: Vec<String> = labels.iter().map(|label| plain(label)).filter(|label| !label.is_empty()).collect();
    let mut distinct = labels.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 2 || distinct.len() * 2 <= labels.len() {
        return 0.0;
    }
    let sure: f64 =
        labels.iter().filter_map(|label| level_of(label)).map(|level| f64::from(level.sure.min(2)) / 2.0).sum();
    sure / labels.len() as f64
}

/// Numbers for the levels of a ladder in their order: those of the labels where each has one and they rise, else
/// their places from 1.
pub(super) fn ranks(labels: &[&str]) -> Vec<u32> {
    let read: Option<Vec<u32>> = labels.iter().map(|label| level_of(label)?.number).collect();
    let rising = read.filter(|numbers| numbers.windows(2).all(|pair| pair.first() < pair.last()));
    rising.unwrap_or_else(|| (1..).take(labels.len()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_codes_and_words_are_levels_and_topics_are_not() {
        for label in ["Level 3", "L3", "IC5 Staff", "Engineer II", "Senior Engineer", "3", "Stufe 2", "Junior (L1)"] {
            assert!(level_of(label).is_some(), "{label}");
        }
        for label in [
            "Code quality",
            "Communication",
            "Impact",
            "Data structures",
            "",
            "You can lead on simpler tasks that your team gives you",
        ] {
            assert!(level_of(label).is_none(), "{label}");
        }
        assert_eq!(level_of("Senior Rep (L3)").and_then(|level| level.number), Some(3));
    }

    #[test]
    fn ladders_are_told_from_topics() {
        assert!(likeness(&["Junior", "Mid", "Senior", "Staff"]) > 0.9);
        assert!(likeness(&["Level 0", "Level 1"]) > 0.9);
        assert!(likeness(&["Impact", "Leadership", "Craft", "Scope"]) < 0.3);
        assert!(likeness(&["Senior", "Senior", "Senior"]) < 0.1);
        assert_eq!(ranks(&["Level 0", "Level 1", "Level 3"]), [0, 1, 3]);
        assert_eq!(ranks(&["Junior", "Senior"]), [1, 2]);
        assert_eq!(ranks(&["L3", "L1"]), [1, 2]);
    }
}

//! Words of scales in their order, words of seniority, and words for what is no longer in use.

use std::collections::BTreeSet;

use super::super::{fields::ordinal, naming::plain};

/// Highest number that a level of a scale can be.
const HIGHEST: u32 = 10;
/// A scale whose words are often not all in use.
const USUAL: [&str; 4] = ["awareness", "working", "practitioner", "expert"];
/// Words of scales from the lowest up.
const ORDER: [&str; 37] = [
    "none",
    "aware",
    "awareness",
    "novice",
    "beginner",
    "grundkenntnisse",
    "débutant",
    "principiante",
    "basic",
    "basics",
    "foundation",
    "foundational",
    "fundamental",
    "learning",
    "developing",
    "elementary",
    "working",
    "intermediate",
    "mittel",
    "intermédiaire",
    "intermedio",
    "competent",
    "practitioner",
    "skilled",
    "proficient",
    "fortgeschritten",
    "confirmé",
    "avanzado",
    "advanced",
    "strong",
    "senior",
    "expert",
    "experte",
    "experto",
    "authority",
    "master",
    "mastery",
];
/// Words for levels of a job.
const SENIORITY: [&str; 22] = [
    "junior",
    "senior",
    "lead",
    "principal",
    "staff",
    "intern",
    "trainee",
    "apprentice",
    "associate",
    "mid",
    "medior",
    "head",
    "chief",
    "graduate",
    "distinguished",
    "fellow",
    "director",
    "expert",
    "entry",
    "jr",
    "sr",
    "leiter",
];
/// Words for what is no longer in use.
const RETIRED: [&str; 11] = [
    "not in use",
    "deprecated",
    "retired",
    "obsolete",
    "withdrawn",
    "inactive",
    "discontinued",
    "archived",
    "veraltet",
    "obsolète",
    "obsoleto",
];

/// A level as its source writes it, and its number.
pub(super) type Level = (String, u32);

/// The levels that these values are, from the lowest up; none where they are no scale.
pub(super) fn scale(values: &BTreeSet<&str>) -> Option<Vec<Level>> {
    let numbered: Option<Vec<Level>> = values
        .iter()
        .map(|value| {
            let short = value.chars().count() <= 24;
            ordinal(value).filter(|n| short && *n <= HIGHEST && !value.contains('.')).map(|n| ((*value).to_owned(), n))
        })
        .collect();
    if let Some(mut levels) = numbered.filter(|levels| !levels.is_empty()) {
        levels.sort_by_key(|(_, n)| *n);
        let once = levels.windows(2).all(|pair| pair.first().map(|one| one.1) != pair.last().map(|one| one.1));
        return once.then_some(levels);
    }
    let usual = |value: &&str| USUAL.iter().position(|word| plain(value) == *word);
    if let Some(found) = values
        .iter()
        .map(|value| usual(value).map(|_| ()))
        .collect::<Option<Vec<()>>>()
        .filter(|found| !found.is_empty())
    {
        let own = |word: &str| {
            values.iter().find(|value| plain(value) == word).map_or_else(|| capital(word), |own| (*own).to_owned())
        };
        return (!found.is_empty()).then(|| USUAL.iter().zip(1..).map(|(word, n)| (own(word), n)).collect());
    }
    let mut ranked: Vec<(usize, String)> =
        values.iter().map(|value| Some((place(value)?, (*value).to_owned()))).collect::<Option<_>>()?;
    ranked.sort();
    let zero = ranked.first().is_some_and(|(place, _)| *place == 0);
    (ranked.len() > 1).then(|| ranked.into_iter().zip(u32::from(!zero)..).map(|((_, value), n)| (value, n)).collect())
}

fn place(value: &str) -> Option<usize> {
    let words = plain(value);
    (words.split(' ').count() <= 3).then_some(())?;
    words.split(' ').find_map(|word| ORDER.iter().position(|known| *known == word))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a text names a level of a job by a word or a number.
pub(super) fn is_job_level(text: &str) -> bool {
    let words = plain(text);
    text.chars().count() <= 48
        && (words.split(' ').any(|word| SENIORITY.contains(&word)) || digits(text).is_some() || roman(&words).is_some())
}

/// A text without words and numbers of levels: the job itself.
pub(super) fn job(text: &str) -> String {
    let level = |word: &&str| {
        let bare = plain(word);
        SENIORITY.contains(&bare.as_str()) || roman(&bare).is_some() || bare.chars().any(|c| c.is_ascii_digit())
    };
    let kept: Vec<&str> = text.split_whitespace().filter(|word| !level(word)).collect();
    kept.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn roman(words: &str) -> Option<usize> {
    let last = words.rsplit(' ').next()?;
    ["i", "ii", "iii", "iv", "v", "vi"].iter().position(|one| *one == last)
}

/// The first number anywhere in a text.
pub(super) fn digits(text: &str) -> Option<u32> {
    let from = text.find(|c: char| c.is_ascii_digit())?;
    let number: String = text.get(from..)?.chars().take_while(char::is_ascii_digit).collect();
    number.parse().ok().filter(|n| *n < 1000)
}

/// Whether a text says that something is no longer in use.
pub(super) fn is_retired(text: &str) -> bool {
    RETIRED.contains(&plain(text).as_str())
}

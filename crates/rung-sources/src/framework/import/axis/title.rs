//! What the heading of a position says: its code, its number and the name of the role.

use super::super::naming::{plain, undecorated};

/// A heading taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// Its short code: `TL4`.
    pub(super) code: Option<String>,
    /// Its name: "Tech Lead 4".
    pub(super) name: String,
    /// Its number.
    pub(super) rank: Option<u32>,
    /// The name without its number: "Tech Lead".
    pub(super) bare: String,
}

/// Words that stand before a number and are no part of a name.
const LEVEL: [&str; 12] =
    ["level", "lvl", "grade", "step", "stage", "niveau", "stufe", "nivel", "nível", "livello", "poziom", "nivå"];
const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// Takes a heading apart.
pub(super) fn title(text: &str) -> Title {
    let text = undecorated(text);
    let (code, name) = coded(&text);
    let mut name = if name.is_empty() { text } else { name };
    let words: Vec<&str> = name.split(' ').collect();
    let mut rank = code.as_deref().and_then(digits);
    let mut bare = name.clone();
    let leading = words.len() >= 2 && LEVEL.contains(&plain(words[0]).as_str());
    if let Some(n) = words.get(1).filter(|_| leading).and_then(|word| counted(word)) {
        rank = rank.or(Some(n));
        bare = undecorated(&words[2..].join(" "));
        if !bare.is_empty() {
            name.clone_from(&bare);
        }
    } else if let Some(n) = words.last().filter(|_| words.len() >= 2).and_then(|word| counted(word)) {
        rank = rank.or(Some(n));
        bare = words[..words.len() - 1].join(" ");
        let last = bare.rsplit(' ').next().map(plain).unwrap_or_default();
        if LEVEL.contains(&last.as_str()) {
            bare = bare.rsplit_once(' ').map(|(bare, _)| bare.to_owned()).unwrap_or_default();
        }
    }
    Title { code, name, rank, bare: undecorated(&bare) }
}

/// `TL4 - Tech Lead 4`, `TL4: Tech Lead`, `Tech Lead (TL4)`, `TL4`.
fn coded(text: &str) -> (Option<String>, String) {
    let first = text.split([' ', ':', '：', '–', '—', '|']).next().unwrap_or_default();
    if is_code(first) {
        let rest = text.get(first.len()..).unwrap_or_default();
        return (Some(first.to_owned()), undecorated(rest));
    }
    if let Some((name, code)) = text.rsplit_once('(').and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?)))
        && is_code(code)
    {
        return (Some(code.to_owned()), undecorated(name));
    }
    (None, String::new())
}

/// One to five letters and one or two digits, perhaps with a point or dash between: `D1`, `IC-4`.
pub(super) fn is_code(text: &str) -> bool {
    let letters = text.chars().take_while(|c| c.is_alphabetic()).count();
    let rest: String = text.chars().skip(letters).collect();
    let digits = rest.trim_start_matches(['-', '.']);
    (1..=5).contains(&letters)
        && (1..=2).contains(&digits.len())
        && rest.len() - digits.len() <= 1
        && digits.chars().all(|c| c.is_ascii_digit())
}

fn digits(code: &str) -> Option<u32> {
    code.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().ok()
}

fn counted(word: &str) -> Option<u32> {
    let word = plain(word);
    let roman = || ROMAN.iter().position(|roman| *roman == word).and_then(|at| u32::try_from(at + 1).ok());
    word.parse().ok().filter(|n| *n < 1000).or_else(roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_numbers_and_names_come_apart() {
        let of = |text: &str| {
            let title = title(text);
            (title.code.unwrap_or_default(), title.name, title.rank, title.bare)
        };
        let same = |code: &str, name: &str, rank, bare: &str| (code.to_owned(), name.to_owned(), rank, bare.to_owned());
        assert_eq!(of("TL4 - Tech Lead 4"), same("TL4", "Tech Lead 4", Some(4), "Tech Lead"));
        assert_eq!(of("Level 3: Senior"), same("", "Senior", Some(3), "Senior"));
        assert_eq!(of("Baker (B2)"), same("B2", "Baker", Some(2), "Baker"));
        assert_eq!(of("D1"), same("D1", "D1", Some(1), "D1"));
        assert_eq!(of("Data Scientist 3"), same("", "Data Scientist 3", Some(3), "Data Scientist"));
        assert_eq!(of("Engineer II"), same("", "Engineer II", Some(2), "Engineer"));
        assert_eq!(of("Senior"), same("", "Senior", None, "Senior"));
    }
}

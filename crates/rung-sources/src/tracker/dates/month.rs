//! Names of months in the languages exports are written in.

/// What most exports write.
const ENGLISH: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Beginnings of the names, without case, month by month.
const NAMES: [&[&str]; 12] = [
    &["jan", "ene", "gen", "sty", "янв", "tammi", "oca", "led"],
    &["feb", "fév", "fev", "févr", "lut", "фев", "helmi", "şub", "úno"],
    &["mar", "mär", "mrz", "mrt", "maa", "мар", "bře"],
    &["apr", "avr", "abr", "kwi", "апр", "huhti", "nis", "dub"],
    &["may", "mai", "mag", "mei", "maj", "май", "мая", "touko", "kvě"],
    &["jun", "juin", "giu", "cze", "июн", "kesä", "haz", "čvn"],
    &["jul", "juil", "lug", "lip", "июл", "heinä", "tem", "čvc"],
    &["aug", "aoû", "aou", "ago", "sie", "авг", "elo", "ağu", "srp"],
    &["sep", "set", "wrz", "сен", "syys", "eyl", "zář"],
    &["oct", "okt", "ott", "out", "paź", "окт", "loka", "eki", "říj"],
    &["nov", "lis", "ноя", "marras", "kas"],
    &["dec", "dez", "déc", "dic", "des", "gru", "дек", "joulu", "ara", "pro"],
];

/// The month a word names, from 1. The longest beginning wins: `maaliskuu` is March, `marraskuu` November.
pub(super) fn month(word: &str) -> Option<i8> {
    if let Some(month) = (1_i8..).zip(ENGLISH).find(|(_, name)| name.eq_ignore_ascii_case(word)) {
        return Some(month.0);
    }
    let word = word.to_lowercase();
    let named = (1_i8..).zip(NAMES).flat_map(|(month, names)| names.iter().map(move |name| (month, *name)));
    named.filter(|(_, name)| word.starts_with(name)).max_by_key(|(_, name)| name.len()).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_languages_are_known() {
        for (word, expected) in [
            ("Mar", 3),
            ("März", 3),
            ("mars", 3),
            ("maart", 3),
            ("mrt", 3),
            ("maaliskuuta", 3),
            ("marraskuu", 11),
            ("Juin", 6),
            ("juil", 7),
            ("juni", 6),
            ("JUL", 7),
            ("août", 8),
            ("Dez", 12),
            ("dic", 12),
            ("okt", 10),
            ("październik", 10),
            ("мая", 5),
            ("Мар", 3),
            ("ott", 10),
            ("SEPT", 9),
            ("enero", 1),
        ] {
            assert_eq!(month(word), Some(expected), "{word}");
        }
        for word in ["", "Mon", "Tue", "Thu", "Fri", "Sun", "um", "de", "kl", "Uhr"] {
            assert_eq!(month(word), None, "{word}");
        }
    }
}

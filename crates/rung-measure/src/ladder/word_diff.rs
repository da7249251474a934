//! What changed between two texts, word by word.

/// Whether a run of words stayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// In both texts.
    Kept,
    /// In the first alone.
    Removed,
    /// In the second alone.
    Added,
}

impl Fate {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Removed => "removed",
            Self::Added => "added",
        }
    }
}

/// A run of words of one fate, joined by single spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Whether it stayed.
    pub fate: Fate,
    /// The words.
    pub text: String,
}

/// Products of word counts above this are not laid out word by word: all between the common ends is replaced.
const MOST_CELLS: usize = 250_000;

/// The words of both texts in order: kept and removed ones make up the first, kept and added ones the second. The
/// longest common subsequence stays; where the texts are too long for it, only their common ends do.
pub fn word_diff(a: &str, b: &str) -> Vec<Segment> {
    let a: Vec<&str> = a.split_whitespace().collect();
    let b: Vec<&str> = b.split_whitespace().collect();
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (start, a) = a.split_at(head);
    let b = b.get(head..).unwrap_or_default();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, end) = a.split_at(a.len() - tail);
    let b = b.get(..b.len() - tail).unwrap_or_default();
    let mut runs: Vec<(Fate, Vec<&str>)> = Vec::new();
    let mut put = |fate: Fate, word| match runs.last_mut() {
        Some((last, words)) if *last == fate => words.push(word),
        _ => runs.push((fate, vec![word])),
    };
    start.iter().for_each(|word| put(Fate::Kept, *word));
    if a.len().saturating_mul(b.len()) > MOST_CELLS {
        a.iter().for_each(|word| put(Fate::Removed, *word));
        b.iter().for_each(|word| put(Fate::Added, *word));
    } else {
        middle(a, b, &mut put);
    }
    end.iter().for_each(|word| put(Fate::Kept, *word));
    runs.into_iter().map(|(fate, words)| Segment { fate, text: words.join(" ") }).collect()
}

/// The longest common subsequence by its table of lengths, removed words before added ones.
fn middle<'t>(a: &[&'t str], b: &[&'t str], put: &mut impl FnMut(Fate, &'t str)) {
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    let at = |table: &[u32], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let here = if x == y {
                at(&longest, i + 1, j + 1) + 1
            } else {
                at(&longest, i + 1, j).max(at(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i * width + j) {
                *cell = here;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x == y => {
                put(Fate::Kept, x);
                (i, j) = (i + 1, j + 1);
            }
            (Some(x), other) if other.is_none() || at(&longest, i + 1, j) >= at(&longest, i, j + 1) => {
                put(Fate::Removed, x);
                i += 1;
            }
            (_, Some(y)) => {
                put(Fate::Added, y);
                j += 1;
            }
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_changed_is_one_word_removed_and_one_added() {
        let found = word_diff("leads one team well", "leads several teams well");
        let told: Vec<(Fate, &str)> = found.iter().map(|s| (s.fate, s.text.as_str())).collect();
        assert_eq!(
            told,
            [(Fate::Kept, "leads"), (Fate::Removed, "one team"), (Fate::Added, "several teams"), (Fate::Kept, "well")]
        );
    }

    #[test]
    fn long_texts_are_replaced_whole_between_their_common_ends() {
        let many = |word: &str| vec![word; 600].join(" ");
        let found = word_diff(&format!("start {} end", many("a")), &format!("start {} end", many("b")));
        let fates: Vec<Fate> = found.iter().map(|segment| segment.fate).collect();
        assert_eq!(fates, [Fate::Kept, Fate::Removed, Fate::Added, Fate::Kept]);
    }
}

//! How alike two texts are, and which texts of two lists belong together.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

/// Texts with fewer words than this are compared word by word, not by pairs of words.
pub const SHORT: usize = 4;

/// Postings of the word index that are looked at for one text, the rarest words first.
const MOST_POSTINGS: usize = 400;

/// Candidates of one text that are compared in full.
const MOST_CANDIDATES: usize = 12;

/// A text as it is compared: lower case, white space folded, without punctuation at its end.
pub fn normalise(text: &str) -> String {
    let folded = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    folded.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?…。".contains(c)).to_owned()
}

/// The words of a normalised text, without the punctuation around them.
fn words(normalised: &str) -> impl Iterator<Item = &str> {
    normalised.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty())
}

/// A text prepared for comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    normalised: String,
    words: Vec<u64>,
    pairs: Vec<u64>,
}

impl Wording {
    /// Prepares a text.
    pub fn of(text: &str) -> Self {
        let normalised = normalise(text);
        let mut all: Vec<u64> = words(&normalised).map(|word| hash(&word)).collect();
        let mut pairs: Vec<u64> = all.windows(2).map(|pair| hash(&pair)).collect();
        all.sort_unstable();
        pairs.sort_unstable();
        Self { normalised, words: all, pairs }
    }

    /// The text as it is compared.
    pub fn normalised(&self) -> &str {
        &self.normalised
    }

    /// Dice's coefficient, 0-1: 2 x shared / (those of one + those of the other), counted over pairs of neighbouring
    /// words with repetition, or over words where either text has fewer than [`SHORT`]. 1 for the same text.
    pub fn dice(&self, other: &Self) -> f64 {
        if self.normalised == other.normalised {
            return 1.0;
        }
        if self.words.len().min(other.words.len()) < SHORT {
            dice(&self.words, &other.words)
        } else {
            dice(&self.pairs, &other.pairs)
        }
    }
}

/// How alike two texts are, 0-1; see [`Wording::dice`].
pub fn similarity(a: &str, b: &str) -> f64 {
    Wording::of(a).dice(&Wording::of(b))
}

/// Two texts that belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// Number of the first in its list.
    pub a: usize,
    /// Number of the second in its list.
    pub b: usize,
    /// How alike they are, 0-1.
    pub similarity: f64,
}

/// Pairs each text of one list with at most one of the other, the most alike first, as far as they are at least
/// `least` alike. An index of words finds the candidates, so that the time grows with the texts and not with their
/// product.
pub fn pair_up(a: &[Wording], b: &[Wording], least: f64) -> Vec<Alike> {
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    for (number, wording) in b.iter().enumerate() {
        for word in distinct(&wording.words) {
            index.entry(word).or_default().push(number);
        }
    }
    let mut found: Vec<Alike> = Vec::new();
    let mut shared = vec![0; b.len()];
    for (number, wording) in a.iter().enumerate() {
        for candidate in candidates(wording, &index, &mut shared) {
            let Some(other) = b.get(candidate) else { continue };
            let similarity = wording.dice(other);
            if similarity >= least {
                found.push(Alike { a: number, b: candidate, similarity });
            }
        }
    }
    found.sort_by(|x, y| y.similarity.total_cmp(&x.similarity).then((x.a, x.b).cmp(&(y.a, y.b))));
    let (mut taken_a, mut taken_b) = (HashSet::new(), HashSet::new());
    found.retain(|alike| {
        let free = !taken_a.contains(&alike.a) && !taken_b.contains(&alike.b);
        if free {
            taken_a.insert(alike.a);
            taken_b.insert(alike.b);
        }
        free
    });
    found
}

/// Cosine of the word counts of two lists of texts, 0-1; `None` where either has no word.
pub fn cosine<'t>(a: impl IntoIterator<Item = &'t str>, b: impl IntoIterator<Item = &'t str>) -> Option<f64> {
    Bag::of(a).cosine(&Bag::of(b))
}

/// How often each word occurs in some texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bag {
    counts: HashMap<u64, f64>,
}

impl Bag {
    pub(crate) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut counts = HashMap::new();
        for text in texts {
            for word in words(&normalise(text)) {
                *counts.entry(hash(&word)).or_insert(0.0) += 1.0;
            }
        }
        Self { counts }
    }

    /// Counts are whole numbers, so that their sums do not depend on the order of the map.
    pub(crate) fn cosine(&self, other: &Self) -> Option<f64> {
        let squares = |bag: &Self| bag.counts.values().map(|n| n * n).sum::<f64>();
        let length = (squares(self) * squares(other)).sqrt();
        let shared = self.counts.iter().filter_map(|(word, n)| Some(n * other.counts.get(word)?)).sum::<f64>();
        (length > 0.0).then(|| (shared / length).min(1.0))
    }
}

/// Numbers of the texts that share the most of the rarest words. `shared` counts them: all 0 before and after.
fn candidates(wording: &Wording, index: &HashMap<u64, Vec<usize>>, shared: &mut [u32]) -> Vec<usize> {
    let mut postings: Vec<&Vec<usize>> = distinct(&wording.words).filter_map(|word| index.get(&word)).collect();
    postings.sort_by_key(|list| list.len());
    let mut left = MOST_POSTINGS;
    let mut touched: Vec<usize> = Vec::new();
    for list in postings {
        for number in list.iter().take(left) {
            let Some(count) = shared.get_mut(*number) else { continue };
            if *count == 0 {
                touched.push(*number);
            }
            *count += 1;
        }
        left = left.saturating_sub(list.len());
    }
    let count = |number: usize| shared.get(number).copied().unwrap_or(0);
    let mut ordered: Vec<(Reverse<u32>, usize)> = touched.iter().map(|n| (Reverse(count(*n)), *n)).collect();
    for number in touched {
        shared.iter_mut().skip(number).take(1).for_each(|count| *count = 0);
    }
    if ordered.len() > MOST_CANDIDATES {
        ordered.select_nth_unstable(MOST_CANDIDATES);
        ordered.truncate(MOST_CANDIDATES);
    }
    ordered.sort_unstable();
    ordered.into_iter().map(|(_, number)| number).collect()
}

fn distinct(sorted: &[u64]) -> impl Iterator<Item = u64> {
    sorted.chunk_by(|a, b| a == b).filter_map(|same| same.first().copied())
}

fn dice(a: &[u64], b: &[u64]) -> f64 {
    let all = a.len() + b.len();
    if all == 0 {
        return 0.0;
    }
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0_usize;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = a.next(),
            std::cmp::Ordering::Greater => _ = b.next(),
            std::cmp::Ordering::Equal => {
                shared += 1;
                a.next();
                b.next();
            }
        }
    }
    (2 * shared) as f64 / all as f64
}

/// The same for the same value, on any machine.
fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_white_space_and_a_final_stop_are_no_difference() {
        assert_eq!(normalise("  Leads\n the\tTeam. "), "leads the team");
        assert_eq!(similarity("Leads the team.", "leads  the team"), 1.0);
        assert_eq!(similarity("", ""), 1.0);
        assert_eq!(similarity("one", ""), 0.0);
    }

    #[test]
    fn long_texts_are_compared_by_pairs_of_words_and_short_ones_by_words() {
        let found = similarity("plans work for the team", "plans work for the department");
        assert!((found - 6.0 / 8.0).abs() < 1e-12, "three pairs of four: {found}");
        let found = similarity("owns planning", "owns budgets");
        assert!((found - 0.5).abs() < 1e-12, "one word of two: {found}");
    }

    #[test]
    fn the_most_alike_are_paired_first_and_each_once() {
        let list = |texts: &[&str]| texts.iter().map(|text| Wording::of(text)).collect::<Vec<_>>();
        let a = list(&["plans the work of one team", "writes clear documents for others"]);
        let b = list(&["writes clear documents for all others", "plans the work of several teams", "hires people"]);
        let pairs: Vec<(usize, usize)> = pair_up(&a, &b, 0.5).iter().map(|p| (p.a, p.b)).collect();
        assert_eq!(pairs, [(1, 0), (0, 1)]);
    }
}

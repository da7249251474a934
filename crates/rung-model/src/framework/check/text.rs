//! Lints of what is said twice, or not at all: labels, near-copies of a text, the licence.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
};

use super::{Whole, cell_item, words::normal};
use crate::{
    framework::{Cell, Table},
    problem::{Problem, Severity},
};

/// How alike two texts are that nearly say the same.
const ALIKE: f64 = 0.9;
/// How many texts that share a rare pair of words are compared with one text.
const MOST_COMPARED: usize = 100;

/// Two dimensions of one group are called differently.
pub(super) fn labels_unique(whole: &Whole<'_>) -> Vec<Problem> {
    let mut seen: HashMap<(String, Option<&str>), &str> = HashMap::new();
    let mut problems = Vec::new();
    let named = whole.framework.dimensions.iter().enumerate().filter(|(_, dimension)| !dimension.name.is_empty());
    for (n, dimension) in named {
        let label = (normal(&dimension.name), dimension.group.as_deref());
        if let Some(first) = seen.get(&label) {
            let within = dimension.group.as_ref().map_or(String::new(), |group| format!(" in `{group}`"));
            let what = format!("it is called `{}`{within} like `{first}`; the two are kept apart", dimension.name);
            let (at, item) = ((Table::Dimension, n), format!("dimension `{}`", dimension.id));
            let mend = "give it a name of its own, or make the two one";
            problems.push(whole.problem(at, Severity::Note, "duplicate-label", item, what, mend));
        } else {
            seen.insert(label, &dimension.id);
        }
    }
    problems
}

/// The framework says under which licence it may be used.
pub(super) fn licence_stated(whole: &Whole<'_>) -> Vec<Problem> {
    let f = whole.framework;
    if f.license.as_ref().is_some_and(|license| !license.trim().is_empty()) {
        return Vec::new();
    }
    let severity = if f.from.origin.is_none() { Severity::Note } else { Severity::Warning };
    let what = "it names no licence".to_owned();
    let mend = "add license = \"...\" to [framework]; without one nobody may pass it on";
    vec![whole.problem((Table::Framework, 0), severity, "licence-missing", format!("framework `{}`", f.id), what, mend)]
}

/// One text under a dimension name, and the cells that have it.
struct Text<'a> {
    pairs: Vec<u64>,
    cells: Vec<(usize, &'a Cell)>,
}

/// No two cells under one dimension name hold nearly the same text: one is likely a copy that was changed and the
/// other forgotten. Equal texts are meant.
pub(super) fn texts_differ(whole: &Whole<'_>) -> Vec<Problem> {
    let mut names: BTreeMap<String, Vec<(usize, &Cell)>> = BTreeMap::new();
    for (n, cell) in whole.framework.cells.iter().enumerate() {
        let name = whole.dimensions.get(cell.dimension.as_str()).map_or(&cell.dimension, |dimension| &dimension.name);
        names.entry(normal(name)).or_default().push((n, cell));
    }
    names.values().flat_map(|cells| near_copies(whole, cells)).collect()
}

fn near_copies(whole: &Whole<'_>, cells: &[(usize, &Cell)]) -> Vec<Problem> {
    let texts = distinct_texts(cells);
    let mut uses: HashMap<u64, usize> = HashMap::new();
    texts.iter().flat_map(|text| &text.pairs).for_each(|pair| *uses.entry(*pair).or_default() += 1);
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut problems = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let rare = rarest(&text.pairs, &uses);
        let mut candidates: Vec<usize> = rare
            .iter()
            .filter_map(|pair| index.get(pair))
            .flat_map(|texts| texts.iter().rev().take(MOST_COMPARED))
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.truncate(MOST_COMPARED);
        for pair in rare {
            index.entry(pair).or_default().push(at);
        }
        let near = candidates.into_iter().filter_map(|at| texts.get(at)).find_map(|other| {
            let alike = dice(&text.pairs, &other.pairs);
            let (n, cell, first) = text.cells.iter().find_map(|(n, cell)| {
                let first = other.cells.iter().find(|(_, first)| first.position != cell.position)?;
                Some((*n, cell, first.1))
            })?;
            (alike >= ALIKE).then_some((alike, n, cell, first))
        });
        if let Some((alike, n, cell, first)) = near {
            let what = format!(
                "its text is {:.0} % alike and not equal to that of {} (position `{}`)",
                alike * 100.0,
                cell_item(first),
                first.position
            );
            let mend = "say it with the same words, or say what is different";
            let item = cell_item(cell);
            problems.push(whole.problem((Table::Cell, n), Severity::Note, "near-duplicate-text", item, what, mend));
        }
    }
    problems
}

/// The texts of cells, each once, as sorted pairs of neighbouring words; words are numbered.
fn distinct_texts<'a>(cells: &[(usize, &'a Cell)]) -> Vec<Text<'a>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut numbers: HashMap<String, u64> = HashMap::new();
    let mut texts: Vec<Text<'a>> = Vec::new();
    for (n, cell) in cells {
        let whole = cell.statements().map(str::trim).collect::<Vec<_>>().join("\n");
        if let Some(text) = seen.get(&whole).and_then(|at| texts.get_mut(*at)) {
            text.cells.push((*n, cell));
            continue;
        }
        let lower = whole.to_lowercase();
        let mut words = Vec::new();
        for word in lower.split(|c: char| c.is_whitespace()) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            if let Some(number) = numbers.get(word) {
                words.push(*number);
            } else if !word.is_empty() {
                words.push(numbers.len() as u64);
                numbers.insert(word.to_owned(), numbers.len() as u64);
            }
        }
        let mut pairs: Vec<u64> =
            words.iter().zip(words.iter().skip(1)).map(|(first, second)| (first << 32) | second).collect();
        pairs.sort_unstable();
        pairs.dedup();
        if !pairs.is_empty() {
            seen.insert(whole, texts.len());
            texts.push(Text { pairs, cells: vec![(*n, cell)] });
        }
    }
    texts
}

/// The rarest pairs of a text, as many as it takes that two texts alike enough must share one of them.
fn rarest(pairs: &[u64], uses: &HashMap<u64, usize>) -> Vec<u64> {
    let mut rare: Vec<(usize, u64)> = pairs.iter().map(|pair| (uses.get(pair).copied().unwrap_or(0), *pair)).collect();
    rare.sort_unstable();
    let shared_at_least = rare.len() * 4 / 5;
    rare.truncate(rare.len() - shared_at_least + 1);
    rare.into_iter().map(|(_, pair)| pair).collect()
}

/// Dice's measure of likeness of two sorted sets: twice what both have, by what each has.
#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn dice(a: &[u64], b: &[u64]) -> f64 {
    let (mut left, mut right, mut common) = (a.iter().peekable(), b.iter().peekable(), 0_usize);
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        match first.cmp(second) {
            Ordering::Less => drop(left.next()),
            Ordering::Greater => drop(right.next()),
            Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    2.0 * common as f64 / (a.len() + b.len()).max(1) as f64
}

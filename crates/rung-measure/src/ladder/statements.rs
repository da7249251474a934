//! Two lists of statements: what is in one alone, what changed, and how many repeat.

use std::collections::{HashMap, HashSet};

use super::{
    requirements::Statement,
    similarity::{Wording, normalise, pair_up},
    word_diff::{Segment, word_diff},
};

/// How alike two statements must be to count as one that changed, 0-1 (Dice).
pub const CHANGED_FROM: f64 = 0.5;

/// A statement that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// As the first says it.
    pub a: Statement,
    /// As the second says it.
    pub b: Statement,
    /// How alike they are, 0-1.
    pub similarity: f64,
    /// What changed, word by word.
    pub segments: Vec<Segment>,
}

/// What differs between two lists of statements; one that a list repeats counts once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatementDiff {
    /// In the first alone.
    pub only_a: Vec<Statement>,
    /// In the second alone.
    pub only_b: Vec<Statement>,
    /// In both, in other words.
    pub changed: Vec<Changed>,
    /// How many are in both word for word.
    pub repeated: usize,
}

impl StatementDiff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.only_a.is_empty() && self.only_b.is_empty() && self.changed.is_empty()
    }
}

/// Compares two lists of statements: first word for word, then by similarity of at least [`CHANGED_FROM`], the most
/// alike first. Case, white space and punctuation at the end are no difference; another proficiency is one.
pub fn statement_diff(a: &[Statement], b: &[Statement]) -> StatementDiff {
    let (a, b) = (once(a), once(b));
    let keys = |list: &[(String, Statement)]| list.iter().map(|(key, _)| key.clone()).collect::<HashSet<_>>();
    let (in_a, in_b) = (keys(&a), keys(&b));
    let repeated = in_a.intersection(&in_b).count();
    let rest_a: Vec<Statement> = a.into_iter().filter(|(key, _)| !in_b.contains(key)).map(|(_, s)| s).collect();
    let rest_b: Vec<Statement> = b.into_iter().filter(|(key, _)| !in_a.contains(key)).map(|(_, s)| s).collect();
    let wordings = |list: &[Statement]| list.iter().map(|s| Wording::of(&s.text)).collect::<Vec<_>>();
    let pairs = pair_up(&wordings(&rest_a), &wordings(&rest_b), CHANGED_FROM);
    let partner: HashMap<usize, (usize, f64)> = pairs.iter().map(|p| (p.a, (p.b, p.similarity))).collect();
    let taken: HashSet<usize> = pairs.iter().map(|p| p.b).collect();
    let mut diff = StatementDiff { repeated, ..StatementDiff::default() };
    for (number, a) in rest_a.into_iter().enumerate() {
        let other = partner.get(&number).and_then(|(b, similarity)| Some((rest_b.get(*b)?.clone(), *similarity)));
        match other {
            Some((b, similarity)) => {
                diff.changed.push(Changed { segments: word_diff(&a.text, &b.text), similarity, a, b });
            }
            None => diff.only_a.push(a),
        }
    }
    let alone = rest_b.into_iter().enumerate().filter(|(number, _)| !taken.contains(number));
    diff.only_b.extend(alone.map(|(_, statement)| statement));
    diff
}

/// Each statement once, with what it is compared by.
fn once(list: &[Statement]) -> Vec<(String, Statement)> {
    let mut seen = HashSet::new();
    list.iter()
        .map(|statement| {
            let proficiency = statement.proficiency.as_deref().map(normalise).unwrap_or_default();
            (format!("{}\n{proficiency}", normalise(&statement.text)), statement)
        })
        .filter(|(key, _)| seen.insert(key.clone()))
        .map(|(key, statement)| (key, statement.clone()))
        .collect()
}

//! Which layer of branches are the levels, and what the layers above and below them are.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        declared::Declarations,
        fields::{LEVEL, ROLE, THEME, is_one_of, ordinal, texts},
        naming::plain,
    },
    branch::Branch,
};

/// Least share of labels of a layer that look like levels.
const MOST_ARE_LEVELS: f64 = 0.7;
/// Longest label of a level that is known by its number, in characters.
const LONGEST_LABEL: usize = 24;
/// Least mean length of what stands at the ends, in characters: less is no prose.
const PROSE: usize = 12;
/// Words of labels that are levels without a number.
const SENIORITY: [&str; 24] = [
    "junior",
    "senior",
    "lead",
    "principal",
    "staff",
    "intern",
    "trainee",
    "associate",
    "mid",
    "medior",
    "entry",
    "beginner",
    "novice",
    "basic",
    "foundation",
    "intermediate",
    "advanced",
    "expert",
    "proficient",
    "competent",
    "emerging",
    "mastery",
    "einsteiger",
    "fortgeschritten",
];

/// What the layers of a page mean, counted from 1 below the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layers {
    /// The layer of levels.
    pub(super) level: usize,
    /// Whether it was told by nothing but its place.
    pub(super) guessed: bool,
}

/// Finds the layer of levels; none where the page is no matrix in nested form.
pub(super) fn layers(root: &Branch<'_>, declared: &Declarations<'_>) -> Option<Layers> {
    let mut by_depth: Vec<Vec<(&Branch<'_>, bool)>> = Vec::new();
    gather(root, false, 0, &mut by_depth);
    let ends: Vec<usize> = by_depth
        .iter()
        .flatten()
        .filter(|(branch, _)| branch.kids.is_empty())
        .map(|(branch, _)| length(branch))
        .filter(|length| *length > 0)
        .collect();
    if ends.is_empty() || ends.iter().sum::<usize>() < PROSE * ends.len() {
        return None;
    }
    let share = |layer: &Vec<(&Branch<'_>, bool)>| {
        let levels = layer.iter().filter(|(branch, under)| *under || is_level(branch, declared)).count();
        levels as f64 / layer.len().max(1) as f64
    };
    let several = |layer: &Vec<(&Branch<'_>, bool)>| {
        layer.iter().map(|(branch, _)| plain(&branch.level_label())).collect::<BTreeSet<_>>().len() > 1
    };
    // One level is enough where the page itself calls the list above it `levels`.
    let said = |layer: &Vec<(&Branch<'_>, bool)>| layer.iter().all(|(branch, under)| *under && branch.key.is_none());
    let told =
        (1..).zip(&by_depth).filter(|(_, layer)| (several(layer) || said(layer)) && share(layer) >= MOST_ARE_LEVELS);
    if let Some((level, _)) = told.max_by(|a, b| share(a.1).total_cmp(&share(b.1)).then(a.0.cmp(&b.0))) {
        return Some(Layers { level, guessed: false });
    }
    // Nothing looks like a level: labels that every branch above repeats may be.
    let deepest = by_depth.len();
    let layer = by_depth.last().filter(|layer| deepest > 1 && several(layer))?;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (branch, _) in layer {
        *seen.entry(plain(&branch.label())).or_default() += 1;
    }
    let above = by_depth.get(deepest - 2).map_or(0, Vec::len);
    let repeated = above > 1 && seen.values().all(|count| *count * 2 >= above);
    repeated.then_some(Layers { level: deepest, guessed: true })
}

fn gather<'a, 'p>(branch: &'a Branch<'p>, under: bool, depth: usize, all: &mut Vec<Vec<(&'a Branch<'p>, bool)>>) {
    if depth > 0 {
        if all.len() < depth {
            all.push(Vec::new());
        }
        if let Some(layer) = all.get_mut(depth - 1) {
            layer.push((branch, under));
        }
    }
    let under = branch.holds.is_some_and(|key| is_one_of(&key.text, LEVEL));
    for kid in &branch.kids {
        gather(kid, under, depth + 1, all);
    }
}

fn is_level(branch: &Branch<'_>, declared: &Declarations<'_>) -> bool {
    let label = branch.level_label();
    let short = label.chars().count() <= LONGEST_LABEL;
    branch.level.is_some()
        || declared.level(&label).is_some()
        || short && ordinal(&label).is_some()
        || short && plain(&label).split(' ').any(|word| SENIORITY.contains(&word))
}

fn length(branch: &Branch<'_>) -> usize {
    let of = |node| texts(node).iter().map(|node| node.text().map_or(0, |text| text.chars().count())).sum::<usize>();
    if branch.fields.is_empty() { of(branch.node) } else { branch.fields.iter().map(|(_, node)| of(node)).sum() }
}

/// Whether a label only says what hangs below it: `roles`, `competencies`.
pub(super) fn is_container(label: &str) -> bool {
    is_one_of(label, ROLE) || is_one_of(label, THEME) || is_one_of(label, LEVEL)
}

//! The positions that ask the most similar things.

use std::cmp::Ordering;

use rung_model::framework::Framework;

use super::{inheritance::Inheritance, levels::LevelDistance, requirements::requirements_in, similarity::Bag};

/// A position near another.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// Position id.
    pub position: String,
    /// From the asked position to this one, over the dimensions both define.
    pub levels: LevelDistance,
    /// Cosine of the words of their statements, 0-1; `None` where either has none.
    pub text: Option<f64>,
}

/// The `n` positions nearest to one, by id. First those that share at least half of the dimensions the asked position
/// has levels on, by L1, then by Ruzicka, then by their words; after them the others, by their words alone.
pub fn nearest(framework: &Framework, position: &str, n: usize) -> Vec<Near> {
    let Some(asked) = framework.position(position) else { return Vec::new() };
    let inheritance = Inheritance::of(framework);
    let bag = |of| {
        let asked = requirements_in(&inheritance, of);
        Bag::of(asked.iter().flat_map(|requirement| requirement.statements.iter().map(|s| s.text.as_str())))
    };
    let (levels, words) = (inheritance.levels(asked), bag(asked));
    let mut found: Vec<Near> = Vec::new();
    for other in framework.positions.iter().filter(|other| other.id != asked.id) {
        let mut distance = LevelDistance::default();
        for (dimension, to) in inheritance.levels(other) {
            if let Some(from) = levels.get(dimension) {
                distance.add(*from, to);
            }
        }
        found.push(Near { position: other.id.clone(), levels: distance, text: words.cosine(&bag(other)) });
    }
    let comparable = |near: &Near| near.levels.both > 0 && near.levels.both * 2 >= levels.len();
    found.sort_by(|a, b| {
        let by_number = match (comparable(a), comparable(b)) {
            (true, true) => {
                a.levels.l1().cmp(&b.levels.l1()).then_with(|| descending(a.levels.ruzicka(), b.levels.ruzicka()))
            }
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => Ordering::Equal,
        };
        by_number.then_with(|| descending(a.text, b.text))
    });
    found.truncate(n);
    found
}

/// The greater first, what is not known last.
fn descending(a: Option<f64>, b: Option<f64>) -> Ordering {
    b.unwrap_or(-1.0).total_cmp(&a.unwrap_or(-1.0))
}

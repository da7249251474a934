//! Only what differs between two positions or roles.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::framework::Framework;

use super::{
    levels::LevelDistance,
    requirements::{Requirement, requirements},
    scoring::{ScoringDiff, scoring_diff},
    standing::{NoSuchStanding, Standing, standing},
    statements::{StatementDiff, statement_diff},
};
use crate::roles::{Comparison, compare};

/// One of the two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Position id, else role id.
    pub id: String,
    /// Role id.
    pub role: String,
    /// What to call it.
    pub title: String,
    /// Whether it is a position and not a whole role.
    pub is_position: bool,
}

/// A dimension on which the required levels differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelStep {
    /// Dimension id.
    pub dimension: String,
    /// Its display name.
    pub name: String,
    /// What the first requires.
    pub from: u32,
    /// What the second requires.
    pub to: u32,
    /// The name of the first level, where it has one.
    pub from_name: Option<String>,
    /// The name of the second level, where it has one.
    pub to_name: Option<String>,
}

/// A dimension that both describe, in other words.
#[derive(Clone, Debug, PartialEq)]
pub struct WordChange {
    /// Dimension id.
    pub dimension: String,
    /// Its display name.
    pub name: String,
    /// What differs.
    pub statements: StatementDiff,
}

/// What differs between two positions or roles, and the names of what does not.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelDiff {
    /// The first.
    pub a: Side,
    /// The second.
    pub b: Side,
    /// Steps up, steps down, L1 and Ruzicka over the dimensions both define.
    pub distance: LevelDistance,
    /// Levels that differ, in the order of the framework.
    pub levels: Vec<LevelStep>,
    /// Words that differ, in the order of the framework.
    pub words: Vec<WordChange>,
    /// Dimensions that only the first asks anything of.
    pub only_a: Vec<Requirement>,
    /// Dimensions that only the second asks anything of.
    pub only_b: Vec<Requirement>,
    /// Names of the dimensions on which nothing differs.
    pub equal: Vec<String>,
    /// Statements that both have word for word, over all dimensions.
    pub repeated: usize,
    /// Bands, weights and gates that differ.
    pub scoring: ScoringDiff,
    /// Duties, split, hands-on range and skills, where they are two roles.
    pub roles: Option<Comparison>,
}

impl LevelDiff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.a.role == self.b.role
            && self.levels.is_empty()
            && self.words.is_empty()
            && self.only_a.is_empty()
            && self.only_b.is_empty()
            && self.scoring.is_empty()
    }
}

/// Compares two positions or roles, found by [`standing`]. A dimension counts as asked where it has a level or a
/// statement. Where only one of two gives a level for a dimension both describe, that is no step: not assessed is not 0.
///
/// # Errors
/// [`NoSuchStanding`] where the framework has no such position or role, with the nearest position of the role named.
pub fn level_diff(framework: &Framework, a: &str, b: &str) -> Result<LevelDiff, NoSuchStanding> {
    let (a, b) = (standing(framework, a)?, standing(framework, b)?);
    let asked = |of: &Standing<'_>| of.position_id().map(|id| requirements(framework, id)).unwrap_or_default();
    let (of_a, of_b) = (asked(&a), asked(&b));
    let mut diff = LevelDiff {
        a: side(&a),
        b: side(&b),
        distance: LevelDistance::default(),
        levels: Vec::new(),
        words: Vec::new(),
        only_a: Vec::new(),
        only_b: Vec::new(),
        equal: Vec::new(),
        repeated: 0,
        scoring: scoring_diff(framework, &a, &b),
        roles: (a.role() != b.role()).then(|| compare(framework, a.role(), b.role())),
    };
    let in_a: BTreeSet<&str> = of_a.iter().map(|r| r.dimension.as_str()).collect();
    let by_id: BTreeMap<&str, &Requirement> = of_b.iter().map(|r| (r.dimension.as_str(), r)).collect();
    for from in &of_a {
        match by_id.get(from.dimension.as_str()) {
            Some(to) => diff.add(from, to),
            None => diff.only_a.push(from.clone()),
        }
    }
    diff.only_b = of_b.iter().filter(|r| !in_a.contains(r.dimension.as_str())).cloned().collect();
    Ok(diff)
}

impl LevelDiff {
    fn add(&mut self, from: &Requirement, to: &Requirement) {
        let mut equal = from.level == to.level;
        if let (Some(a), Some(b)) = (from.level, to.level) {
            self.distance.add(a, b);
            if a != b {
                self.levels.push(LevelStep {
                    dimension: from.dimension.clone(),
                    name: from.name.clone(),
                    from: a,
                    to: b,
                    from_name: from.level_name.clone(),
                    to_name: to.level_name.clone(),
                });
            }
        }
        let statements = statement_diff(&from.statements, &to.statements);
        self.repeated += statements.repeated;
        if !statements.is_empty() {
            equal = false;
            self.words.push(WordChange { dimension: from.dimension.clone(), name: from.name.clone(), statements });
        }
        if equal {
            self.equal.push(from.name.clone());
        }
    }
}

fn side(of: &Standing<'_>) -> Side {
    Side {
        id: of.id().to_owned(),
        role: of.role().to_owned(),
        title: of.title().to_owned(),
        is_position: of.position_id().is_some(),
    }
}

//! What a position asks, dimension by dimension, with what its role takes over from others.

use std::collections::{HashMap, HashSet};

use rung_model::framework::{Cell, Framework, Position};

use super::{
    inheritance::{Inheritance, Taken},
    similarity::normalise,
};

/// Who says a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The position itself.
    Own,
    /// A position of a role that its own extends.
    Inherited {
        /// That role.
        role: String,
        /// That position.
        position: String,
    },
    /// What the level of the dimension asks of whichever position.
    Anchor {
        /// The level.
        level: u32,
    },
}

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// In words.
    pub text: String,
    /// The word its source has for how well it is to be done.
    pub proficiency: Option<String>,
    /// Who says so.
    pub said: Said,
}

/// What a position asks on one dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
    /// Dimension id.
    pub dimension: String,
    /// Its display name, else its id.
    pub name: String,
    /// The level required; `None` = not assessed by number, 0 = none.
    pub level: Option<u32>,
    /// The name of that level.
    pub level_name: Option<String>,
    /// What is asked in words: its own cells, then what is taken over, then what the level asks of anyone (every
    /// level up to it, where the scale is cumulative).
    pub statements: Vec<Statement>,
}

/// How many criteria a role has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CriteriaCounts {
    /// In the cells of its own positions.
    pub own: usize,
    /// With those its positions take over.
    pub after_inheriting: usize,
}

/// What a position asks, by id, in the order of the framework's dimensions; empty for a position it does not know.
pub fn requirements(framework: &Framework, position: &str) -> Vec<Requirement> {
    let inheritance = Inheritance::of(framework);
    framework.position(position).map_or_else(Vec::new, |position| requirements_in(&inheritance, position))
}

/// Criteria of a role: those of its cells one by one; a cell of running text alone counts as one.
pub fn criteria_counts(framework: &Framework, role: &str) -> CriteriaCounts {
    let inheritance = Inheritance::of(framework);
    let mut counts = CriteriaCounts::default();
    for position in framework.positions_of(role) {
        for taken in inheritance.taken(position) {
            let found: usize = inheritance.cells(&taken.position.id, taken.there).map(criteria).sum();
            counts.after_inheriting += found;
            if taken.position.id == position.id {
                counts.own += found;
            }
        }
    }
    counts
}

pub(crate) fn requirements_in<'f>(inheritance: &Inheritance<'f>, position: &'f Position) -> Vec<Requirement> {
    let framework = inheritance.framework();
    let mut all: Vec<Requirement> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for taken in inheritance.taken(position) {
        let number = *at.entry(taken.dimension).or_insert_with(|| {
            all.push(Requirement { dimension: taken.dimension.to_owned(), ..Requirement::default() });
            all.len() - 1
        });
        let Some(requirement) = all.get_mut(number) else { continue };
        let level = taken.position.requires.get(taken.there).copied();
        requirement.level = requirement.level.or(level);
        requirement.statements.extend(said(inheritance, position, &taken));
    }
    all.retain(|requirement| requirement.level.is_some() || !requirement.statements.is_empty());
    for requirement in &mut all {
        complete(framework, requirement);
    }
    let order: HashMap<&str, usize> =
        framework.dimensions.iter().enumerate().map(|(n, dimension)| (dimension.id.as_str(), n)).collect();
    all.sort_by_key(|r| order.get(r.dimension.as_str()).copied().unwrap_or(usize::MAX));
    all
}

fn said<'f>(inheritance: &Inheritance<'f>, position: &Position, taken: &Taken<'f>) -> Vec<Statement> {
    let said = if taken.position.id == position.id {
        Said::Own
    } else {
        Said::Inherited { role: taken.position.role.clone(), position: taken.position.id.clone() }
    };
    let statement = |cell: &Cell, text: &str| Statement {
        text: text.to_owned(),
        proficiency: cell.proficiency.clone(),
        said: said.clone(),
    };
    let mut all = Vec::new();
    for cell in inheritance.cells(&taken.position.id, taken.there) {
        let before = all.len();
        all.extend(cell.statements().map(|text| statement(cell, text)));
        if let Some(proficiency) = cell.proficiency.as_ref().filter(|_| all.len() == before) {
            all.push(statement(cell, proficiency));
        }
    }
    all
}

/// Adds names, and what the level asks of anyone where the position does not say it already. A proficiency that only
/// repeats the name of the level goes.
fn complete(framework: &Framework, requirement: &mut Requirement) {
    let name = framework.dimension(&requirement.dimension).map(|d| d.name.clone()).filter(|name| !name.is_empty());
    requirement.name = name.unwrap_or_else(|| requirement.dimension.clone());
    let Some(level) = requirement.level else { return };
    let scale = framework.scale_of(&requirement.dimension);
    requirement.level_name = scale.and_then(|scale| scale.name_of(level)).map(ToOwned::to_owned);
    if let Some(name) = &requirement.level_name {
        let name = normalise(name);
        for said in &mut requirement.statements {
            said.proficiency = said.proficiency.take().filter(|word| normalise(word) != name);
        }
    }
    let mut said: HashSet<String> = requirement.statements.iter().map(|said| normalise(&said.text)).collect();
    let includes_lower = scale.is_some_and(|scale| scale.cumulative);
    let counts = |at: u32| at == level || (includes_lower && at < level);
    let mut anchors: Vec<_> =
        framework.anchors.iter().filter(|a| a.dimension == requirement.dimension && counts(a.level)).collect();
    anchors.sort_by_key(|anchor| anchor.level);
    for anchor in anchors {
        let texts = anchor.summary.iter().chain(anchor.criteria.iter().map(|criterion| &criterion.text));
        let new = texts.filter(|text| said.insert(normalise(text)));
        requirement.statements.extend(new.map(|text| Statement {
            text: text.clone(),
            proficiency: None,
            said: Said::Anchor { level: anchor.level },
        }));
    }
}

fn criteria(cell: &Cell) -> usize {
    if cell.criteria.is_empty() { usize::from(cell.text.is_some()) } else { cell.criteria.len() }
}

//! A framework indexed once for its pages: addresses, cells by position, names.

use std::collections::{HashMap, HashSet};

use rung_model::framework::{Cell, Dimension, Framework, Position, Role};

/// Longest part of an address that comes from a name.
const LONGEST: usize = 60;

/// The framework with its indexes.
#[derive(Debug)]
pub(super) struct Book<'f> {
    pub(super) framework: &'f Framework,
    roles: HashMap<&'f str, (String, &'f Role)>,
    positions: HashMap<&'f str, (String, &'f Position)>,
    of_role: HashMap<&'f str, Vec<&'f Position>>,
    cells: HashMap<&'f str, Vec<&'f Cell>>,
    dimensions: HashMap<&'f str, &'f Dimension>,
}

impl<'f> Book<'f> {
    /// Indexes a framework.
    pub(super) fn of(framework: &'f Framework) -> Self {
        let mut taken = HashSet::new();
        let mut roles = HashMap::new();
        for role in &framework.roles {
            roles.entry(role.id.as_str()).or_insert_with(|| (slug(&role.id, &mut taken), role));
        }
        let mut taken = HashSet::new();
        let mut positions = HashMap::new();
        let mut of_role: HashMap<&str, Vec<&Position>> = HashMap::new();
        for position in &framework.positions {
            positions.entry(position.id.as_str()).or_insert_with(|| (slug(&position.id, &mut taken), position));
            of_role.entry(&position.role).or_default().push(position);
        }
        of_role.values_mut().for_each(|positions| positions.sort_by_key(|position| position.rank));
        let mut cells: HashMap<&str, Vec<&Cell>> = HashMap::new();
        for cell in &framework.cells {
            cells.entry(&cell.position).or_default().push(cell);
        }
        let dimensions = framework.dimensions.iter().map(|dimension| (dimension.id.as_str(), dimension)).collect();
        Self { framework, roles, positions, of_role, cells, dimensions }
    }

    /// The levels of a role from the lowest up.
    pub(super) fn levels(&self, role: &str) -> &[&'f Position] {
        self.of_role.get(role).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a position asks on a dimension.
    pub(super) fn cells(&self, position: &str, dimension: &str) -> impl Iterator<Item = &'f Cell> {
        let of = self.cells.get(position).map(Vec::as_slice).unwrap_or_default();
        of.iter().copied().filter(move |cell| cell.dimension == dimension)
    }

    /// Dimensions a position asks anything of, in the order of the framework.
    pub(super) fn asked(&self, position: &Position) -> Vec<&'f Dimension> {
        let of = self.cells.get(position.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let named: HashSet<&str> =
            of.iter().map(|cell| cell.dimension.as_str()).chain(position.requires.keys().map(String::as_str)).collect();
        self.framework.dimensions.iter().filter(|dimension| named.contains(dimension.id.as_str())).collect()
    }

    /// Dimensions any of these positions asks anything of.
    pub(super) fn asked_of(&self, positions: &[&Position]) -> Vec<&'f Dimension> {
        let mut named: HashSet<&str> = HashSet::new();
        for position in positions {
            named.extend(self.asked(position).into_iter().map(|dimension| dimension.id.as_str()));
        }
        self.framework.dimensions.iter().filter(|dimension| named.contains(dimension.id.as_str())).collect()
    }

    /// A role's name; its id where it is not known.
    pub(super) fn role_name<'s>(&'s self, id: &'s str) -> &'s str {
        self.roles.get(id).map_or(id, |(_, role)| &role.name)
    }

    /// The name of a dimension.
    pub(super) fn dimension_name<'s>(&'s self, id: &'s str) -> &'s str {
        self.dimensions.get(id).map_or(id, |dimension| &dimension.name)
    }

    /// Where a role's page stands.
    pub(super) fn role_path(&self, id: &str) -> Option<String> {
        self.roles.get(id).map(|(slug, _)| format!("role/{slug}.html"))
    }

    /// Where a position's page stands.
    pub(super) fn level_path(&self, id: &str) -> Option<String> {
        self.positions.get(id).map(|(slug, _)| format!("level/{slug}.html"))
    }

    /// Where the page of a step stands.
    pub(super) fn step_path(&self, from: &str, to: &str) -> Option<String> {
        let (from, to) = (self.positions.get(from)?, self.positions.get(to)?);
        let short = |slug: &str| slug.chars().take(LONGEST / 2).collect::<String>();
        let number = self.framework.positions.iter().position(|position| position.id == from.1.id)?;
        Some(format!("steps/{}-{}-{number}.html", short(&from.0), short(&to.0)))
    }

    /// Neighbouring levels of every role.
    pub(super) fn steps(&self) -> Vec<(&'f Position, &'f Position)> {
        let roles = self.framework.roles.iter().flat_map(|role| self.levels(&role.id).windows(2));
        roles.filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
    }

    /// The level below and the level above.
    pub(super) fn neighbours(&self, position: &Position) -> (Option<&'f Position>, Option<&'f Position>) {
        let levels = self.levels(&position.role);
        let at = levels.iter().position(|level| level.id == position.id);
        let below = at.and_then(|at| at.checked_sub(1)).and_then(|at| levels.get(at)).copied();
        (below, at.and_then(|at| levels.get(at + 1)).copied())
    }
}

/// An address from an id: letters, digits and `-`, and no other record's.
fn slug(id: &str, taken: &mut HashSet<String>) -> String {
    let plain: String = id.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let base: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let base: String = base.join("-").chars().take(LONGEST).collect();
    let base = if base.is_empty() { "unnamed".to_owned() } else { base };
    let mut slug = base.clone();
    let mut n = 2;
    while !taken.insert(slug.clone()) {
        slug = format!("{base}-{n}");
        n += 1;
    }
    slug
}

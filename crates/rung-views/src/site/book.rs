//! The framework indexed once for all pages: ladders, what each position asks, where each page lies.

use std::collections::{HashMap, HashSet};

use rung_measure::ladder::requirements::{Requirement, requirements};
use rung_model::framework::{Anchor, Cell, Framework, Position, Role};

use super::slug::Slugs;

/// A framework with its indexes.
pub(super) struct Book<'f> {
    pub(super) framework: &'f Framework,
    /// Roles with their ladders, in the order of the framework.
    pub(super) roles: Vec<RoleEntry<'f>>,
    /// What each position asks, by its place in the framework.
    pub(super) asks: Vec<Vec<Requirement>>,
    /// File of each position's page, by its place in the framework.
    pub(super) levels: Vec<String>,
    /// Steps from one position to the next of its role.
    pub(super) steps: Vec<Way>,
    /// Place of the first position of an id.
    pub(super) position: HashMap<&'f str, usize>,
    /// Cells of a position.
    pub(super) cells: HashMap<&'f str, Vec<&'f Cell>>,
    /// What each level of a dimension asks of anyone.
    pub(super) anchors: HashMap<(&'f str, u32), &'f Anchor>,
    role: HashMap<&'f str, usize>,
}

/// A role, its page and its positions from the lowest up.
pub(super) struct RoleEntry<'f> {
    pub(super) role: &'f Role,
    pub(super) slug: String,
    pub(super) positions: Vec<usize>,
}

/// A step between two positions of a role.
pub(super) struct Way {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) slug: String,
}

impl<'f> Book<'f> {
    pub(super) fn of(framework: &'f Framework) -> Self {
        let (mut role_slugs, mut level_slugs, mut step_slugs) = (Slugs::default(), Slugs::default(), Slugs::default());
        let mut role = HashMap::new();
        let mut roles: Vec<RoleEntry<'f>> = Vec::new();
        for (number, of) in framework.roles.iter().enumerate() {
            role.entry(of.id.as_str()).or_insert(number);
            roles.push(RoleEntry { role: of, slug: role_slugs.of(&of.id), positions: Vec::new() });
        }
        let mut position = HashMap::new();
        for (number, of) in framework.positions.iter().enumerate() {
            position.entry(of.id.as_str()).or_insert(number);
            if let Some(entry) = role.get(of.role.as_str()).and_then(|at| roles.get_mut(*at)) {
                entry.positions.push(number);
            }
        }
        let rank = |number: &usize| framework.positions.get(*number).map_or(0, |of| of.rank);
        let mut steps = Vec::new();
        for entry in &mut roles {
            entry.positions.sort_by_key(rank);
            for pair in entry.positions.windows(2) {
                let [from, to] = *pair else { continue };
                let id = |number: usize| framework.positions.get(number).map_or("", |of| of.id.as_str());
                let half = |text: &str| text.chars().take(34).collect::<String>();
                let slug = step_slugs.of(&format!("{}-{}", half(id(from)), half(id(to))));
                steps.push(Way { from, to, slug });
            }
        }
        let mut cells: HashMap<&str, Vec<&Cell>> = HashMap::new();
        for cell in &framework.cells {
            cells.entry(&cell.position).or_default().push(cell);
        }
        let anchors = framework.anchors.iter().map(|of| ((of.dimension.as_str(), of.level), of)).collect();
        Self {
            asks: framework.positions.iter().map(|of| requirements(framework, &of.id)).collect(),
            levels: framework.positions.iter().map(|of| level_slugs.of(&of.id)).collect(),
            framework,
            roles,
            steps,
            position,
            cells,
            anchors,
            role,
        }
    }

    /// The position at a place of the framework.
    pub(super) fn at(&self, number: usize) -> Option<&'f Position> {
        self.framework.positions.get(number)
    }

    /// The role of an id.
    pub(super) fn entry(&self, id: &str) -> Option<&RoleEntry<'f>> {
        self.role.get(id).and_then(|at| self.roles.get(*at))
    }

    /// What a position asks on a dimension.
    pub(super) fn ask(&self, position: usize, dimension: &str) -> Option<&Requirement> {
        self.asks.get(position)?.iter().find(|ask| ask.dimension == dimension)
    }

    /// What a role or position is called, and its page.
    pub(super) fn named(&self, id: &str) -> (String, Option<String>) {
        if let Some(entry) = self.entry(id) {
            return (name(entry.role).to_owned(), Some(format!("role/{}.html", entry.slug)));
        }
        let Some(number) = self.position.get(id) else { return (id.to_owned(), None) };
        let title = self.at(*number).map_or(id, Position::title);
        (title.to_owned(), self.levels.get(*number).map(|slug| format!("level/{slug}.html")))
    }

    /// Dimensions that any of these positions is asked, in the order they come up.
    pub(super) fn dimensions_of(&self, positions: &[usize]) -> Vec<(&str, &str)> {
        let mut seen = HashSet::new();
        let asks = positions.iter().filter_map(|number| self.asks.get(*number)).flatten();
        asks.filter(|ask| seen.insert(ask.dimension.as_str()))
            .map(|ask| (ask.dimension.as_str(), ask.name.as_str()))
            .collect()
    }
}

/// What a role is called.
pub(super) fn name(role: &Role) -> &str {
    if role.name.is_empty() { &role.id } else { &role.name }
}

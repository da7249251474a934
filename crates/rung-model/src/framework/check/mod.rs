//! Checks of a whole framework: what contradicts itself, and what a reader should look at again.

mod bands;
mod hidden;
mod ids;
mod ladder;
mod near;
mod own;
mod person;
mod references;
mod splits;
mod text;
mod words;

use std::collections::{HashMap, HashSet};

use super::{Cell, Dimension, Framework, Places, Position, Role, Scale, Table};
use crate::problem::{Problem, Severity};

/// A check: looks at a framework and says what is wrong.
pub type Check = fn(&Whole<'_>) -> Vec<Problem>;

/// How many of [`ALL`], from the first, are about structure: they report errors, and a framework with one is not whole.
const STRUCTURAL: usize = 17;

/// Every check with the id of the problems it reports, the structural ones first.
pub const ALL: &[(&str, Check)] = &[
    ("duplicate-id", ids::ids_unique),
    ("duplicate-statement", ids::statements_unique),
    ("unknown-role", references::roles_known),
    ("unknown-position", references::positions_known),
    ("unknown-band", references::bands_known),
    ("unknown-source", references::sources_known),
    ("unknown-scale", references::scales_known),
    ("unknown-dimension", references::dimensions_known),
    ("level-off-scale", references::levels_on_scale),
    ("step-to-itself", references::steps_lead_on),
    ("name-twice", own::role_names_unique),
    ("family-missing", own::family_named),
    ("family-twice", own::one_stands_for_family),
    ("split-missing", own::family_has_split),
    ("owners-and-sharing", own::shared_has_several_owners),
    ("duties-or-none", own::duties_or_none_said),
    ("split-not-one", splits::exact_parts_add_up),
    ("missing-cell", ladder::cells_missing),
    ("not-monotone", ladder::monotone),
    ("positions-identical", ladder::positions_differ),
    ("levels-alike", ladder::levels_differ),
    ("too-many-dimensions", ladder::dimensions_few),
    ("retired-target", ladder::targets_in_use),
    ("split-minima", splits::minima_fit),
    ("split-maxima", splits::maxima_fill),
    ("weights-not-100", splits::weights_add_up),
    ("bands-gap", bands::no_gap),
    ("bands-overlap", bands::no_overlap),
    ("bands-uncovered", bands::maximum_covered),
    ("duplicate-label", text::labels_unique),
    ("near-duplicate-text", text::texts_differ),
    ("hidden-characters", hidden::nothing_hidden),
    ("licence-missing", text::licence_stated),
    ("person-named", person::nobody_named),
];

/// A framework with what its checks look up.
pub struct Whole<'a> {
    /// What is checked.
    pub framework: &'a Framework,
    /// Where its records stand.
    pub places: &'a Places,
    roles: HashMap<&'a str, &'a Role>,
    positions: HashMap<&'a str, &'a Position>,
    dimensions: HashMap<&'a str, &'a Dimension>,
    scales: HashMap<&'a str, &'a Scale>,
    cells: HashMap<&'a str, Vec<&'a Cell>>,
    anchors: HashSet<(&'a str, u32)>,
}

impl<'a> Whole<'a> {
    /// Prepares a framework for its checks. Of records with one id the first counts.
    pub fn new(framework: &'a Framework, places: &'a Places) -> Self {
        let mut cells: HashMap<&str, Vec<&Cell>> = HashMap::new();
        for cell in &framework.cells {
            cells.entry(&cell.position).or_default().push(cell);
        }
        Self {
            framework,
            places,
            roles: by_id(&framework.roles, |role| &role.id),
            positions: by_id(&framework.positions, |position| &position.id),
            dimensions: by_id(&framework.dimensions, |dimension| &dimension.id),
            scales: by_id(&framework.scales, |scale| &scale.id),
            cells,
            anchors: framework.anchors.iter().map(|anchor| (anchor.dimension.as_str(), anchor.level)).collect(),
        }
    }

    /// Whether it is a complete framework in Rung's own sense: written by hand, with roles sorted into families.
    fn is_complete(&self) -> bool {
        self.framework.from.origin.is_none() && self.framework.roles.iter().any(|role| role.family.is_some())
    }

    /// The cells of a position.
    fn cells_of(&self, position: &str) -> &[&'a Cell] {
        self.cells.get(position).map_or(&[], Vec::as_slice)
    }

    /// The positions of each role, by rank; roles in the order of the framework, those without positions left out.
    fn ladders(&self) -> Vec<(&'a str, Vec<(usize, &'a Position)>)> {
        let mut at: HashMap<&str, usize> = HashMap::new();
        let mut ladders: Vec<(&str, Vec<(usize, &Position)>)> = Vec::new();
        for (n, position) in self.framework.positions.iter().enumerate() {
            let ladder = *at.entry(&position.role).or_insert(ladders.len());
            match ladders.get_mut(ladder) {
                Some((_, positions)) => positions.push((n, position)),
                None => ladders.push((&position.role, vec![(n, position)])),
            }
        }
        for (_, positions) in &mut ladders {
            positions.sort_by_key(|(_, position)| position.rank);
        }
        ladders
    }

    /// A problem of the `n`th record of a table.
    fn problem(
        &self,
        (table, n): (Table, usize),
        severity: Severity,
        check: &'static str,
        item: String,
        what: String,
        mend: impl Into<String>,
    ) -> Problem {
        self.places.of(table, n).problem(severity, check, what, mend).of_item(item)
    }
}

/// What a cell is called in a problem: its id, or where none was given its place in the matrix.
fn cell_item(cell: &Cell) -> String {
    if cell.id.is_empty() {
        format!("cell `{}` on `{}`", cell.position, cell.dimension)
    } else {
        format!("cell `{}`", cell.id)
    }
}

fn by_id<'a, T>(records: &'a [T], id: impl Fn(&'a T) -> &'a String) -> HashMap<&'a str, &'a T> {
    let mut known = HashMap::new();
    for record in records {
        known.entry(id(record).as_str()).or_insert(record);
    }
    known
}

/// Every problem of a framework, by file, line and check, each once.
pub fn check(framework: &Framework, places: &Places) -> Vec<Problem> {
    run(ALL.iter(), framework, places)
}

/// The problems of its structure alone: a framework that has one cannot be used.
pub fn structure(framework: &Framework, places: &Places) -> Vec<Problem> {
    let mut problems = run(ALL.iter().take(STRUCTURAL), framework, places);
    problems.retain(|problem| problem.severity == Severity::Error);
    problems
}

fn run<'c>(
    checks: impl Iterator<Item = &'c (&'static str, Check)>,
    framework: &Framework,
    places: &Places,
) -> Vec<Problem> {
    let whole = Whole::new(framework, places);
    let mut problems: Vec<Problem> = checks.flat_map(|(_, check)| check(&whole)).collect();
    problems.sort_by(|a, b| (&a.file, a.line, a.check, a).cmp(&(&b.file, b.line, b.check, b)));
    problems.dedup();
    problems
}

//! Which assessed people a change concerns.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rung_model::framework::{Framework, Table};

use super::diff::{RecordName, VersionDiff};

/// Someone who was assessed against a position of the old version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Assessed {
    /// Who.
    pub person: String,
    /// Position id, or a title that finds it.
    pub position: String,
}

/// The people one change concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// The number of the change in [`VersionDiff::changes`].
    pub change: usize,
    /// Whom it touches, by position and person; never empty.
    pub people: Vec<Assessed>,
}

/// The people each change touches; changes that touch nobody are left out. A change touches the positions it is about:
/// a position its own, a cell its position's, a level those that require it (or more, on a cumulative scale), a
/// dimension or scale those described by it, a role, its claims and duties all of its positions. What holds for all
/// (bands and weights without a role) touches everyone assessed; names, sources, norms and translations nobody.
pub fn touches(old: &Framework, new: &Framework, diff: &VersionDiff, assessed: &[Assessed]) -> Vec<Touch> {
    let mut at: BTreeMap<&str, Vec<&Assessed>> = BTreeMap::new();
    for row in assessed {
        let found = old.position(&row.position).or_else(|| old.find_position(&row.position));
        if let Some(position) = found {
            at.entry(&position.id).or_default().push(row);
        }
    }
    let mut old_id: HashMap<&str, &str> = HashMap::new();
    for change in diff.changes.iter().filter(|change| change.table == Table::Position) {
        if let (Some(before), Some(after)) = (&change.old, &change.new) {
            old_id.insert(&after.id, &before.id);
        }
    }
    let (was, is) = (Reach::of(old), Reach::of(new));
    let mut found = Vec::new();
    for (number, change) in diff.changes.iter().enumerate() {
        let before = change.old.as_ref().map(|record| was.positions(change.table, record)).unwrap_or_default();
        let after = change.new.as_ref().map(|record| is.positions(change.table, record)).unwrap_or_default();
        let after = after.into_iter().map(|id| old_id.get(id).copied().unwrap_or(id));
        let positions: BTreeSet<&str> = before.into_iter().chain(after).collect();
        let mut people: Vec<Assessed> =
            positions.into_iter().filter_map(|id| at.get(id)).flatten().map(|row| (*row).clone()).collect();
        people.sort();
        if !people.is_empty() {
            found.push(Touch { change: number, people });
        }
    }
    found
}

/// Positions by what they depend on.
struct Reach<'f> {
    framework: &'f Framework,
    by_role: HashMap<&'f str, Vec<&'f str>>,
    by_dimension: HashMap<&'f str, BTreeSet<&'f str>>,
}

impl<'f> Reach<'f> {
    fn of(framework: &'f Framework) -> Self {
        let mut reach = Self { framework, by_role: HashMap::new(), by_dimension: HashMap::new() };
        for position in &framework.positions {
            reach.by_role.entry(&position.role).or_default().push(&position.id);
            for dimension in position.requires.keys() {
                reach.by_dimension.entry(dimension).or_default().insert(&position.id);
            }
        }
        for cell in &framework.cells {
            reach.by_dimension.entry(&cell.dimension).or_default().insert(&cell.position);
        }
        reach
    }

    /// Ids of the positions a record is about.
    fn positions(&self, table: Table, record: &RecordName) -> Vec<&'f str> {
        let (f, n) = (self.framework, record.number);
        match table {
            Table::Position => f.positions.get(n).map(|r| vec![r.id.as_str()]).unwrap_or_default(),
            Table::Cell => f.cells.get(n).map(|r| vec![r.position.as_str()]).unwrap_or_default(),
            Table::Role => f.roles.get(n).map(|r| self.role(&r.id)).unwrap_or_default(),
            Table::Dimension => f.dimensions.get(n).map(|r| self.dimension(&r.id)).unwrap_or_default(),
            Table::Scale => f.scales.get(n).map(|r| self.scale(&r.id)).unwrap_or_default(),
            Table::Anchor => f.anchors.get(n).map(|r| self.level(&r.dimension, r.level)).unwrap_or_default(),
            Table::Split => {
                f.splits.get(n).map(|r| self.claim(Some(&r.role), r.position.as_deref())).unwrap_or_default()
            }
            Table::HandsOn => {
                f.hands_on.get(n).map(|r| self.claim(Some(&r.role), r.position.as_deref())).unwrap_or_default()
            }
            Table::Responsibility => {
                let roles = f.duties.get(n).map(|r| [&r.owners, &r.partners, &r.able_to_act]);
                roles.into_iter().flatten().flatten().flat_map(|role| self.role(role)).collect()
            }
            Table::Skill => {
                let roles = f.skills.get(n).map(|r| r.levels.keys());
                roles.into_iter().flatten().flat_map(|role| self.role(role)).collect()
            }
            Table::Extends => f.extends.get(n).map(|r| self.role(&r.role)).unwrap_or_default(),
            Table::Band => {
                f.bands.get(n).map(|r| self.claim(r.role.as_deref(), r.position.as_deref())).unwrap_or_default()
            }
            Table::Weights => f.weights.get(n).map(|r| self.claim(r.role.as_deref(), None)).unwrap_or_default(),
            Table::Gate => f.gates.get(n).map(|r| self.gate(r)).unwrap_or_default(),
            Table::Framework
            | Table::Source
            | Table::Spectrum
            | Table::Edge
            | Table::Norm
            | Table::Translation
            | Table::Activity => Vec::new(),
        }
    }

    fn role(&self, id: &str) -> Vec<&'f str> {
        self.by_role.get(id).cloned().unwrap_or_default()
    }

    fn dimension(&self, id: &str) -> Vec<&'f str> {
        self.by_dimension.get(id).map(|found| found.iter().copied().collect()).unwrap_or_default()
    }

    fn scale(&self, id: &str) -> Vec<&'f str> {
        let on_it = self.framework.dimensions.iter().filter(|dimension| dimension.scale.as_deref() == Some(id));
        on_it.flat_map(|dimension| self.dimension(&dimension.id)).collect()
    }

    fn level(&self, dimension: &str, level: u32) -> Vec<&'f str> {
        let includes_lower = self.framework.scale_of(dimension).is_some_and(|scale| scale.cumulative);
        let asks = |required: u32| required == level || (includes_lower && required > level);
        let positions = self.framework.positions.iter();
        let asking = positions.filter(|position| position.requires.get(dimension).is_some_and(|n| asks(*n)));
        asking.map(|position| position.id.as_str()).collect()
    }

    /// The position named, else all of the role, else, of a track, all of its roles; without either, all.
    fn claim(&self, role: Option<&str>, position: Option<&str>) -> Vec<&'f str> {
        let f = self.framework;
        let all = || f.positions.iter().map(|position| position.id.as_str());
        match (position, role) {
            (Some(wanted), _) => all().filter(|id| *id == wanted).collect(),
            (None, None) => all().collect(),
            (None, Some(role)) if f.role(role).is_some() => self.role(role),
            (None, Some(track)) => {
                let on_it = f.roles.iter().filter(|role| role.track.is_some_and(|of| of.id() == track));
                on_it.flat_map(|role| self.role(&role.id)).collect()
            }
        }
    }

    fn gate(&self, gate: &rung_model::framework::Gate) -> Vec<&'f str> {
        let band = gate.band.as_ref().and_then(|id| self.framework.bands.iter().find(|band| band.id == *id));
        match (&gate.position, band) {
            (Some(position), _) => self.claim(None, Some(position)),
            (None, Some(band)) => self.claim(band.role.as_deref(), band.position.as_deref()),
            (None, None) => Vec::new(),
        }
    }
}

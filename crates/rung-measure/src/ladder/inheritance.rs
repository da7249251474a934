//! What a role takes over from others, dimension by dimension.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use rung_model::framework::{Cell, Extends, Framework, Position};

use super::similarity::normalise;

/// A framework indexed by who takes over what.
pub(crate) struct Inheritance<'f> {
    framework: &'f Framework,
    /// Dimension ids by role: what its positions ask, and what it names in what it takes over.
    has: HashMap<&'f str, BTreeSet<&'f str>>,
    bases: HashMap<&'f str, Vec<&'f Extends>>,
    names: HashMap<&'f str, String>,
    cells: HashMap<&'f str, Vec<&'f Cell>>,
    positions: HashMap<(&'f str, u32), Vec<&'f Position>>,
}

/// A position that one's own takes a dimension over from; its own dimensions come first.
pub(crate) struct Taken<'f> {
    /// The dimension as the asking role has it.
    pub(crate) dimension: &'f str,
    /// The dimension as the position it comes from has it.
    pub(crate) there: &'f str,
    /// The position it comes from.
    pub(crate) position: &'f Position,
}

impl<'f> Inheritance<'f> {
    pub(crate) fn of(framework: &'f Framework) -> Self {
        let mut all = Self {
            framework,
            has: HashMap::new(),
            bases: HashMap::new(),
            names: framework.dimensions.iter().map(|d| (d.id.as_str(), normalise(&d.name))).collect(),
            cells: HashMap::new(),
            positions: HashMap::new(),
        };
        for cell in &framework.cells {
            all.cells.entry(&cell.position).or_default().push(cell);
        }
        for position in &framework.positions {
            all.positions.entry((&position.role, position.rank)).or_default().push(position);
            let asked = all.cells.get(position.id.as_str()).into_iter().flatten().map(|cell| cell.dimension.as_str());
            let levelled = position.requires.keys().map(String::as_str);
            all.has.entry(&position.role).or_default().extend(asked.chain(levelled));
        }
        for extends in &framework.extends {
            all.bases.entry(&extends.role).or_default().push(extends);
        }
        for extends in &framework.extends {
            for named in &extends.dimensions {
                if all.match_of(&extends.role, named).is_none() {
                    all.has.entry(&extends.role).or_default().insert(named);
                }
            }
        }
        all
    }

    pub(crate) const fn framework(&self) -> &'f Framework {
        self.framework
    }

    /// Cells of a position on a dimension, in the order of the framework.
    pub(crate) fn cells(&self, position: &str, dimension: &'f str) -> impl Iterator<Item = &'f Cell> {
        self.cells.get(position).into_iter().flatten().copied().filter(move |cell| cell.dimension == dimension)
    }

    /// Everything a position asks: its own dimensions, then those of the roles its role extends at the same rank,
    /// the nearest first. Each dimension of each role is walked once, so that circles end.
    pub(crate) fn taken(&self, position: &'f Position) -> Vec<Taken<'f>> {
        let mut seen: HashSet<(&str, &str, &str)> = HashSet::new();
        let mut waiting: VecDeque<(&'f str, &'f str, &'f str)> = VecDeque::new();
        for dimension in self.has.get(position.role.as_str()).into_iter().flatten() {
            waiting.push_back((&position.role, dimension, dimension));
        }
        let mut taken = Vec::new();
        while let Some((role, there, dimension)) = waiting.pop_front() {
            if !seen.insert((role, there, dimension)) {
                continue;
            }
            if role == position.role {
                if there == dimension {
                    taken.push(Taken { dimension, there, position });
                }
            } else {
                let at_rank = self.positions.get(&(role, position.rank)).into_iter().flatten();
                taken.extend(at_rank.map(|position| Taken { dimension, there, position }));
            }
            for extends in self.bases.get(role).into_iter().flatten() {
                for base in self.has.get(extends.base.as_str()).into_iter().flatten() {
                    let wanted =
                        extends.dimensions.is_empty() || extends.dimensions.iter().any(|named| self.same(named, base));
                    if wanted && self.match_of(role, base) == Some(there) {
                        waiting.push_back((&extends.base, base, dimension));
                    }
                }
            }
        }
        taken
    }

    /// Whether two dimensions have one id or one name.
    fn same(&self, a: &str, b: &str) -> bool {
        a == b || self.names.get(a).zip(self.names.get(b)).is_some_and(|(x, y)| !x.is_empty() && x == y)
    }

    /// A role's own dimension for one of another role: the same, else the first of the same name.
    fn match_of(&self, role: &str, other: &str) -> Option<&'f str> {
        let has = self.has.get(role)?;
        has.get(other).or_else(|| has.iter().find(|own| self.same(own, other))).copied()
    }

    /// Required levels of a position with what it takes over; its own stand where both state one.
    pub(crate) fn levels(&self, position: &'f Position) -> BTreeMap<&'f str, u32> {
        let mut levels = BTreeMap::new();
        for taken in self.taken(position) {
            if let Some(level) = taken.position.requires.get(taken.there) {
                levels.entry(taken.dimension).or_insert(*level);
            }
        }
        levels
    }
}

//! Where each record of a framework stands, so that a problem found in the model can name file and line.

use std::{collections::BTreeMap, fmt};

use super::{Framework, Provenance};
use crate::problem::{Problem, Severity};

/// The tables of a framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the table of the same name")]
pub enum Table {
    Framework,
    Source,
    Scale,
    Dimension,
    Anchor,
    Role,
    Position,
    Cell,
    Split,
    HandsOn,
    Responsibility,
    Skill,
    Spectrum,
    Edge,
    Norm,
    Band,
    Weights,
    Gate,
    Extends,
    Translation,
    Activity,
}

impl Table {
    /// Its name in a file: `hands_on`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Framework => "framework",
            Self::Source => "source",
            Self::Scale => "scale",
            Self::Dimension => "dimension",
            Self::Anchor => "anchor",
            Self::Role => "role",
            Self::Position => "position",
            Self::Cell => "cell",
            Self::Split => "split",
            Self::HandsOn => "hands_on",
            Self::Responsibility => "responsibility",
            Self::Skill => "skill",
            Self::Spectrum => "spectrum",
            Self::Edge => "edge",
            Self::Norm => "norm",
            Self::Band => "band",
            Self::Weights => "weights",
            Self::Gate => "gate",
            Self::Extends => "extends",
            Self::Translation => "translation",
            Self::Activity => "activity",
        }
    }
}

/// A file as the user named it, and a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 where none is known.
    pub line: usize,
}

impl Place {
    /// A problem at this place.
    pub fn problem(
        &self,
        severity: Severity,
        check: &'static str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Problem {
        let problem = Problem::new(severity, self.file.clone(), check, what, mend);
        if self.line > 0 { problem.at_line(self.line) } else { problem }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// The place of every record: the `n`th place of a table is that of its `n`th record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    whole: Place,
    of: BTreeMap<Table, Vec<Place>>,
}

impl Places {
    /// No places yet; `whole` stands in where a record's own is not known.
    pub fn new(whole: Place) -> Self {
        Self { whole, of: BTreeMap::new() }
    }

    /// Adds the place of the next record of a table.
    pub fn push(&mut self, table: Table, place: Place) {
        self.of.entry(table).or_default().push(place);
    }

    /// Where the `n`th record of a table stands.
    pub fn of(&self, table: Table, n: usize) -> &Place {
        self.of.get(&table).and_then(|places| places.get(n)).unwrap_or(&self.whole)
    }

    /// Where the framework itself stands.
    pub const fn whole(&self) -> &Place {
        &self.whole
    }

    /// The places an importer gave its records: the files that were imported, not the file written from them.
    pub fn of_origins(framework: &Framework, whole: Place) -> Self {
        let mut places = Self::new(whole);
        let mut all = |table: Table, of: &mut dyn Iterator<Item = &Provenance>| {
            for from in of {
                let place = from.origin.as_ref().map(|at| Place { file: at.file.clone(), line: at.line });
                let place = place.unwrap_or_else(|| places.whole.clone());
                places.push(table, place);
            }
        };
        all(Table::Framework, &mut std::iter::once(&framework.from));
        all(Table::Scale, &mut framework.scales.iter().map(|r| &r.from));
        all(Table::Dimension, &mut framework.dimensions.iter().map(|r| &r.from));
        all(Table::Anchor, &mut framework.anchors.iter().map(|r| &r.from));
        all(Table::Role, &mut framework.roles.iter().map(|r| &r.from));
        all(Table::Position, &mut framework.positions.iter().map(|r| &r.from));
        all(Table::Cell, &mut framework.cells.iter().map(|r| &r.from));
        all(Table::Split, &mut framework.splits.iter().map(|r| &r.from));
        all(Table::HandsOn, &mut framework.hands_on.iter().map(|r| &r.from));
        all(Table::Responsibility, &mut framework.duties.iter().map(|r| &r.from));
        all(Table::Spectrum, &mut framework.spectra.iter().map(|r| &r.from));
        all(Table::Edge, &mut framework.edges.iter().map(|r| &r.published));
        all(Table::Band, &mut framework.bands.iter().map(|r| &r.from));
        all(Table::Weights, &mut framework.weights.iter().map(|r| &r.from));
        all(Table::Gate, &mut framework.gates.iter().map(|r| &r.from));
        all(Table::Extends, &mut framework.extends.iter().map(|r| &r.from));
        all(Table::Translation, &mut framework.translations.iter().map(|r| &r.from));
        places
    }
}

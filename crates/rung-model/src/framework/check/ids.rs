//! Checks that ids and published statements stand once.

use std::collections::HashMap;

use super::Whole;
use crate::{
    framework::{EdgeKind, Place, Table},
    problem::{Problem, Severity},
};

/// No two records of a kind share an id.
pub(super) fn ids_unique(whole: &Whole<'_>) -> Vec<Problem> {
    let f = whole.framework;
    let edge = |edge: &crate::framework::Edge| match edge.kind {
        EdgeKind::Path => format!("{} to {}", edge.from, edge.to),
        EdgeKind::ReportsTo => format!("{} reports to {}", edge.from, edge.to),
    };
    [
        twice(whole, Table::Source, f.sources.iter().map(|record| record.key.clone())),
        twice(whole, Table::Role, f.roles.iter().map(|record| record.id.clone())),
        twice(whole, Table::Scale, f.scales.iter().map(|record| record.id.clone())),
        twice(whole, Table::Dimension, f.dimensions.iter().map(|record| record.id.clone())),
        twice(whole, Table::Position, f.positions.iter().map(|record| record.id.clone())),
        twice(whole, Table::Cell, f.cells.iter().map(|record| record.id.clone())),
        twice(whole, Table::Responsibility, f.duties.iter().map(|record| record.id.clone())),
        twice(whole, Table::Skill, f.skills.iter().map(|record| record.id.clone())),
        twice(whole, Table::Spectrum, f.spectra.iter().map(|record| record.id.clone())),
        twice(whole, Table::Norm, f.norms.iter().map(|record| record.id.clone())),
        twice(whole, Table::Band, f.bands.iter().map(|record| record.id.clone())),
        twice(whole, Table::Weights, f.weights.iter().map(|record| record.id.clone())),
        twice(whole, Table::Gate, f.gates.iter().map(|record| record.id.clone())),
        twice(whole, Table::Edge, f.edges.iter().map(edge)),
        twice(whole, Table::Anchor, f.anchors.iter().map(|anchor| format!("{} {}", anchor.dimension, anchor.level))),
    ]
    .concat()
}

fn twice(whole: &Whole<'_>, table: Table, ids: impl Iterator<Item = String>) -> Vec<Problem> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut problems = Vec::new();
    for (n, id) in ids.enumerate().filter(|(_, id)| !id.is_empty()) {
        if let Some(first) = seen.get(&id) {
            let what = format!("the same stands at {} already", shown(whole.places.of(table, *first)));
            let item = format!("{} `{id}`", table.id());
            problems.push(whole.problem(
                (table, n),
                Severity::Error,
                "duplicate-id",
                item,
                what,
                "keep one of the two",
            ));
        } else {
            seen.insert(id, n);
        }
    }
    problems
}

fn shown(place: &Place) -> String {
    if place.line > 0 { place.to_string() } else { place.file.clone() }
}

/// A published statement stands behind one duty only.
pub(super) fn statements_unique(whole: &Whole<'_>) -> Vec<Problem> {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    let mut problems = Vec::new();
    for (n, duty) in whole.framework.duties.iter().enumerate() {
        for (key, _) in &duty.stated {
            if let Some(first) = seen.insert(key, &duty.id) {
                let what = format!("the statement `{key}` stands behind `{first}` already");
                let item = format!("responsibility `{}`", duty.id);
                let at = (Table::Responsibility, n);
                let mend = "keep it with one of the two";
                problems.push(whole.problem(at, Severity::Error, "duplicate-statement", item, what, mend));
            }
        }
    }
    problems
}

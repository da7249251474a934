//! Checks that every id a record names is defined, and that every level it names is on its scale.

use std::collections::HashSet;

use super::{Whole, cell_item, near::Nearest};
use crate::{
    framework::{Table, Track},
    problem::{Problem, Severity},
};

/// Stands for every role among the owners of a duty.
pub(super) const ANY: &str = "any";

type At = (Table, usize);

/// Every role that is named exists.
pub(super) fn roles_known(whole: &Whole<'_>) -> Vec<Problem> {
    let f = whole.framework;
    let mut nearest = Nearest::of(whole.roles.keys().copied(), "add a [[role]] with this id");
    let mut problems = Vec::new();
    let mut look = |at: At, item: String, role: &str| {
        if !whole.roles.contains_key(role) {
            let what = format!("the role `{role}` is not defined");
            problems.push(whole.problem(at, Severity::Error, "unknown-role", item, what, nearest.mend(role)));
        }
    };
    for (n, role) in f.roles.iter().enumerate() {
        role.variant_of.iter().for_each(|other| look((Table::Role, n), format!("role `{}`", role.id), other));
    }
    for (n, position) in f.positions.iter().enumerate() {
        look((Table::Position, n), format!("position `{}`", position.id), &position.role);
    }
    for (n, split) in f.splits.iter().enumerate() {
        look((Table::Split, n), "split".to_owned(), &split.role);
    }
    for (n, range) in f.hands_on.iter().enumerate() {
        look((Table::HandsOn, n), "hands_on".to_owned(), &range.role);
    }
    for (n, duty) in f.duties.iter().enumerate() {
        let named = duty.owners.iter().chain(&duty.partners).chain(&duty.able_to_act);
        let named = named.filter(|role| *role != ANY);
        named.for_each(|role| look((Table::Responsibility, n), format!("responsibility `{}`", duty.id), role));
    }
    for (n, skill) in f.skills.iter().enumerate() {
        skill.levels.keys().for_each(|role| look((Table::Skill, n), format!("skill `{}`", skill.id), role));
    }
    for (n, extends) in f.extends.iter().enumerate() {
        let item = format!("extends `{}`", extends.role);
        look((Table::Extends, n), item.clone(), &extends.role);
        look((Table::Extends, n), item, &extends.base);
    }
    for (n, band) in f.bands.iter().enumerate() {
        band.role.iter().for_each(|role| look((Table::Band, n), format!("band `{}`", band.id), role));
    }
    for (n, weights) in f.weights.iter().enumerate() {
        let role = weights.role.iter().filter(|role| Track::ALL.iter().all(|(track, _)| track != role));
        role.for_each(|role| look((Table::Weights, n), format!("weights `{}`", weights.id), role));
    }
    problems
}

/// Every position that is named exists; an edge may lead between roles as well.
pub(super) fn positions_known(whole: &Whole<'_>) -> Vec<Problem> {
    let f = whole.framework;
    let mut nearest = Nearest::of(whole.positions.keys().copied(), "add a [[position]] with this id");
    let mut problems = Vec::new();
    let mut look = |at: At, item: String, position: &str| {
        if !whole.positions.contains_key(position) {
            let what = format!("the position `{position}` is not defined");
            let mend = nearest.mend(position);
            problems.push(whole.problem(at, Severity::Error, "unknown-position", item, what, mend));
        }
    };
    for (n, cell) in f.cells.iter().enumerate() {
        look((Table::Cell, n), cell_item(cell), &cell.position);
    }
    for (n, position) in f.positions.iter().enumerate() {
        let equals = position.equivalent.iter();
        equals.for_each(|other| look((Table::Position, n), format!("position `{}`", position.id), other));
    }
    for (n, split) in f.splits.iter().enumerate() {
        split.position.iter().for_each(|id| look((Table::Split, n), format!("split `{}`", split.role), id));
    }
    for (n, range) in f.hands_on.iter().enumerate() {
        range.position.iter().for_each(|id| look((Table::HandsOn, n), format!("hands_on `{}`", range.role), id));
    }
    for (n, gate) in f.gates.iter().enumerate() {
        gate.position.iter().for_each(|id| look((Table::Gate, n), format!("gate `{}`", gate.id), id));
    }
    for (n, band) in f.bands.iter().enumerate() {
        band.position.iter().for_each(|id| look((Table::Band, n), format!("band `{}`", band.id), id));
    }
    problems.extend(edge_ends_known(whole));
    problems
}

fn edge_ends_known(whole: &Whole<'_>) -> Vec<Problem> {
    let known = whole.roles.keys().chain(whole.positions.keys()).copied();
    let mut nearest = Nearest::of(known, "add a [[role]] or [[position]] with this id");
    let mut problems = Vec::new();
    for (n, edge) in whole.framework.edges.iter().enumerate() {
        for end in [&edge.from, &edge.to] {
            if !whole.roles.contains_key(end.as_str()) && !whole.positions.contains_key(end.as_str()) {
                let item = format!("edge `{}` to `{}`", edge.from, edge.to);
                let what = format!("no role and no position `{end}` is defined");
                let at = (Table::Edge, n);
                problems.push(whole.problem(at, Severity::Error, "unknown-position", item, what, nearest.mend(end)));
            }
        }
    }
    problems
}

/// Every band that a gate guards exists.
pub(super) fn bands_known(whole: &Whole<'_>) -> Vec<Problem> {
    let known: HashSet<&str> = whole.framework.bands.iter().map(|band| band.id.as_str()).collect();
    let mut nearest = Nearest::of(known.iter().copied(), "add a [[band]] with this id");
    let mut problems = Vec::new();
    for (n, gate) in whole.framework.gates.iter().enumerate() {
        for band in gate.band.iter().filter(|band| !known.contains(band.as_str())) {
            let what = format!("the band `{band}` is not defined");
            let (at, item) = ((Table::Gate, n), format!("gate `{}`", gate.id));
            problems.push(whole.problem(at, Severity::Error, "unknown-band", item, what, nearest.mend(band)));
        }
    }
    problems
}

/// Every source that is named exists.
pub(super) fn sources_known(whole: &Whole<'_>) -> Vec<Problem> {
    let f = whole.framework;
    let known: HashSet<&str> = f.sources.iter().map(|source| source.key.as_str()).collect();
    let mut problems = Vec::new();
    if known.is_empty() && f.from.origin.is_some() {
        return problems;
    }
    let mut look = |at: At, item: String, key: &str| {
        let source: String = key.chars().take_while(char::is_ascii_alphabetic).collect();
        if !known.contains(source.as_str()) && !known.contains(key) {
            let what = format!("the source of `{key}` is not listed");
            let mend = "add a [[source]] with this key, title and by";
            problems.push(whole.problem(at, Severity::Error, "unknown-source", item, what, mend));
        }
    };
    for (n, role) in f.roles.iter().enumerate() {
        role.sources.iter().for_each(|key| look((Table::Role, n), format!("role `{}`", role.id), key));
    }
    for (n, split) in f.splits.iter().enumerate() {
        split.source.iter().for_each(|key| look((Table::Split, n), format!("split `{}`", split.role), key));
    }
    for (n, range) in f.hands_on.iter().enumerate() {
        range.source.iter().for_each(|key| look((Table::HandsOn, n), format!("hands_on `{}`", range.role), key));
    }
    for (n, duty) in f.duties.iter().enumerate() {
        let stated = duty.stated.iter();
        stated.for_each(|(key, _)| look((Table::Responsibility, n), format!("responsibility `{}`", duty.id), key));
    }
    for (n, edge) in f.edges.iter().enumerate() {
        let item = format!("edge `{}` to `{}`", edge.from, edge.to);
        edge.sources.iter().for_each(|key| look((Table::Edge, n), item.clone(), key));
    }
    problems
}

/// Every scale that a dimension is measured on exists.
pub(super) fn scales_known(whole: &Whole<'_>) -> Vec<Problem> {
    let mut nearest = Nearest::of(whole.scales.keys().copied(), "add a [[scale]] with this id");
    let mut problems = Vec::new();
    for (n, dimension) in whole.framework.dimensions.iter().enumerate() {
        for scale in dimension.scale.iter().filter(|scale| !whole.scales.contains_key(scale.as_str())) {
            let what = format!("the scale `{scale}` is not defined");
            let (at, item) = ((Table::Dimension, n), format!("dimension `{}`", dimension.id));
            problems.push(whole.problem(at, Severity::Error, "unknown-scale", item, what, nearest.mend(scale)));
        }
    }
    problems
}

/// Everything that names a dimension, with the level it names.
fn dimensions_named<'a>(whole: &Whole<'a>) -> Vec<(At, String, &'a str, Option<u32>)> {
    let f = whole.framework;
    let mut named: Vec<(At, String, &str, Option<u32>)> = Vec::new();
    for (n, position) in f.positions.iter().enumerate() {
        let item = format!("position `{}`", position.id);
        let required = position.requires.iter();
        named.extend(required.map(|(id, level)| ((Table::Position, n), item.clone(), id.as_str(), Some(*level))));
    }
    for (n, anchor) in f.anchors.iter().enumerate() {
        let item = format!("anchor `{}` {}", anchor.dimension, anchor.level);
        named.push(((Table::Anchor, n), item, &anchor.dimension, Some(anchor.level)));
    }
    for (n, cell) in f.cells.iter().enumerate() {
        named.push(((Table::Cell, n), cell_item(cell), &cell.dimension, None));
    }
    for (n, weights) in f.weights.iter().enumerate() {
        let item = format!("weights `{}`", weights.id);
        named.extend(weights.percent.keys().map(|id| ((Table::Weights, n), item.clone(), id.as_str(), None)));
    }
    for (n, gate) in f.gates.iter().enumerate() {
        let item = format!("gate `{}`", gate.id);
        let required = gate.requires.iter();
        named.extend(required.map(|(id, level)| ((Table::Gate, n), item.clone(), id.as_str(), Some(*level))));
    }
    for (n, extends) in f.extends.iter().enumerate() {
        let item = format!("extends `{}`", extends.role);
        named.extend(extends.dimensions.iter().map(|id| ((Table::Extends, n), item.clone(), id.as_str(), None)));
    }
    named
}

/// Every dimension that is named exists.
pub(super) fn dimensions_known(whole: &Whole<'_>) -> Vec<Problem> {
    let mut nearest = Nearest::of(whole.dimensions.keys().copied(), "add a [[dimension]] with this id");
    let mut unknown = dimensions_named(whole);
    unknown.retain(|(_, _, dimension, _)| !whole.dimensions.contains_key(dimension));
    let problem = |(at, item, dimension, _): (At, String, &str, Option<u32>)| {
        let what = format!("the dimension `{dimension}` is not defined");
        whole.problem(at, Severity::Error, "unknown-dimension", item, what, nearest.mend(dimension))
    };
    unknown.into_iter().map(problem).collect()
}

/// Every level that is required or described is on the scale of its dimension.
pub(super) fn levels_on_scale(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, item, id, level) in dimensions_named(whole) {
        let scale = whole.dimensions.get(id).and_then(|dimension| whole.scales.get(dimension.scale.as_deref()?));
        let most = scale.and_then(|scale| scale.levels.iter().map(|level| level.n).max());
        if let (Some(level), Some(most)) = (level, most)
            && level > most
        {
            let verb = if at.0 == Table::Anchor { "describes" } else { "requires" };
            let what = format!("it {verb} level {level} of `{id}`, whose scale ends at {most}");
            let mend = "lower it or extend the scale";
            problems.push(whole.problem(at, Severity::Error, "level-off-scale", item, what, mend));
        }
    }
    problems
}

/// A step leads from a role or position to another one.
pub(super) fn steps_lead_on(whole: &Whole<'_>) -> Vec<Problem> {
    let edges = whole.framework.edges.iter().enumerate();
    let problem = |(n, edge): (usize, &crate::framework::Edge)| {
        let (at, item) = ((Table::Edge, n), format!("edge from `{}`", edge.from));
        let what = "it leads where it starts".to_owned();
        whole.problem(at, Severity::Error, "step-to-itself", item, what, "name another `to`")
    };
    edges.filter(|(_, edge)| edge.from == edge.to).map(problem).collect()
}

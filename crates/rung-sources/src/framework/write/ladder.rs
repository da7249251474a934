//! Scales, dimensions, anchors, cells, bands, weights and gates as records.

use rung_model::framework::{
    Anchor, Band, Cell, Criterion, Dimension, DimensionKind, Gate, Scale, ScaleLevel, Status, Weights,
};

use super::fields::{Fields, shortest};
use crate::tree::{Map, Node};

pub(super) fn scale(scale: &Scale) -> Map {
    Fields::default()
        .text("id", &scale.id)
        .maybe("name", scale.name.as_deref())
        .flag("cumulative", scale.cumulative)
        .maybe("zero", scale.zero.as_deref())
        .set("levels", scale.levels.iter().map(|level| Node::new(scale_level(level))).collect::<Vec<_>>())
        .from(&scale.from)
}

fn scale_level(level: &ScaleLevel) -> Map {
    Fields::default()
        .maybe("id", level.id.as_deref())
        .set("n", level.n)
        .text("name", &level.name)
        .maybe("text", level.text.as_deref())
        .number("points", level.points)
        .done()
}

pub(super) fn dimension(dimension: &Dimension) -> Map {
    let kind = (dimension.kind != DimensionKind::default()).then(|| dimension.kind.id());
    Fields::default()
        .text("id", &dimension.id)
        .text("name", &dimension.name)
        .maybe("scale", dimension.scale.as_deref())
        .maybe("group", dimension.group.as_deref())
        .maybe("kind", kind)
        .maybe("text", dimension.text.as_deref())
        .maybe("status", status(dimension.status))
        .from(&dimension.from)
}

/// The status where it is not the usual one.
pub(super) fn status(status: Status) -> Option<&'static str> {
    (status != Status::default()).then(|| status.id())
}

pub(super) fn anchor(anchor: &Anchor) -> Map {
    Fields::default()
        .text("dimension", &anchor.dimension)
        .set("level", anchor.level)
        .maybe("summary", anchor.summary.as_deref())
        .list("criteria", criteria(&anchor.criteria))
        .texts("signals", &anchor.signals)
        .texts("examples", &anchor.examples)
        .from(&anchor.from)
}

pub(super) fn cell(cell: &Cell) -> Map {
    Fields::default()
        .text("id", &cell.id)
        .text("position", &cell.position)
        .text("dimension", &cell.dimension)
        .maybe("proficiency", cell.proficiency.as_deref())
        .maybe("text", cell.text.as_deref())
        .list("criteria", criteria(&cell.criteria))
        .texts("examples", &cell.examples)
        .texts("urls", &cell.urls)
        .from(&cell.from)
}

/// Texts where a criterion is no more than that, tables where it is.
fn criteria(criteria: &[Criterion]) -> Vec<Node> {
    let bare = |criterion: &Criterion| *criterion == Criterion::of(&criterion.text);
    let node = |criterion: &Criterion| {
        if bare(criterion) {
            return Node::new(criterion.text.as_str());
        }
        let fields = Fields::default()
            .maybe("id", criterion.id.as_deref())
            .text("text", &criterion.text)
            .texts("examples", &criterion.examples)
            .texts("urls", &criterion.urls);
        Node::new(fields.done())
    };
    criteria.iter().map(node).collect()
}

pub(super) fn band(band: &Band) -> Map {
    Fields::default()
        .text("id", &band.id)
        .text("group", &band.group)
        .text("name", &band.name)
        .number("min", Some(band.min))
        .number("max", band.max)
        .flag("half_open", band.half_open)
        .maybe("role", band.role.as_deref())
        .maybe("position", band.position.as_deref())
        .from(&band.from)
}

pub(super) fn weights(weights: &Weights) -> Map {
    let mut percent = Map::default();
    weights.percent.iter().for_each(|(dimension, part)| percent.set(dimension, shortest(*part)));
    Fields::default()
        .text("id", &weights.id)
        .maybe("role", weights.role.as_deref())
        .set("percent", percent)
        .from(&weights.from)
}

pub(super) fn gate(gate: &Gate) -> Map {
    Fields::default()
        .text("id", &gate.id)
        .maybe("band", gate.band.as_deref())
        .maybe("position", gate.position.as_deref())
        .levels("requires", &gate.requires)
        .maybe("text", gate.text.as_deref())
        .from(&gate.from)
}

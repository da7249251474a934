//! Every table of a framework as records of one shape.

use rung_model::framework::{Criterion, Framework, Table};

use super::{
    claims::{claims, duties, others},
    links::{links, scoring},
    matrix::{anchors, cells, dimensions, positions, roles, scales, sources},
    record::{Record, Renames},
};

/// The tables in the order they are compared: those that others refer to first.
pub(super) const ORDER: [Table; 21] = [
    Table::Framework,
    Table::Source,
    Table::Role,
    Table::Scale,
    Table::Dimension,
    Table::Position,
    Table::Band,
    Table::Anchor,
    Table::Cell,
    Table::Split,
    Table::HandsOn,
    Table::Responsibility,
    Table::Skill,
    Table::Spectrum,
    Table::Edge,
    Table::Weights,
    Table::Gate,
    Table::Extends,
    Table::Translation,
    Table::Norm,
    Table::Activity,
];

/// Whether the records of a table have ids of their own, and not ones made from what they refer to.
pub(super) const fn has_ids(table: Table) -> bool {
    !matches!(
        table,
        Table::Framework
            | Table::Anchor
            | Table::Split
            | Table::HandsOn
            | Table::Edge
            | Table::Extends
            | Table::Translation
            | Table::Activity
    )
}

/// The records of a table, with references written as the new version has them.
pub(super) fn records(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    match table {
        Table::Framework => vec![
            Record::new(&f.id, "framework")
                .named(&f.name)
                .with("id", &f.id)
                .with("version", &f.version)
                .with("language", text(f.language.as_ref()))
                .with("license", text(f.license.as_ref()))
                .with("source", text(f.source.as_ref()))
                .published(&f.from),
        ],
        Table::Source => sources(f),
        Table::Role => roles(f, now),
        Table::Scale => scales(f),
        Table::Dimension => dimensions(f, now),
        Table::Position => positions(f, now),
        Table::Anchor => anchors(f, now),
        Table::Cell => cells(f, now),
        Table::Split | Table::HandsOn => claims(f, table, now),
        Table::Responsibility => duties(f, now),
        Table::Skill | Table::Norm | Table::Spectrum | Table::Activity => others(f, table, now),
        Table::Edge | Table::Extends | Table::Translation => links(f, table, now),
        Table::Band | Table::Weights | Table::Gate => scoring(f, table, now),
    }
}

pub(super) fn text(of: Option<&String>) -> String {
    of.cloned().unwrap_or_default()
}

pub(super) fn lines(all: &[String]) -> String {
    all.join("\n")
}

pub(super) fn number(of: Option<f64>) -> String {
    of.map(|n| n.to_string()).unwrap_or_default()
}

pub(super) fn criteria(all: &[Criterion]) -> impl Iterator<Item = &str> {
    all.iter().map(|criterion| criterion.text.as_str())
}

/// Everything about criteria beside their words.
pub(super) fn beside(all: &[Criterion]) -> String {
    let of = |c: &Criterion| c.id.iter().chain(&c.examples).chain(&c.urls).cloned().collect::<Vec<_>>();
    all.iter().flat_map(of).collect::<Vec<_>>().join("\n")
}

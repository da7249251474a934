//! `[[scale]]`, `[[dimension]]`, `[[anchor]]` and `[[cell]]`.

use rung_model::framework::{Anchor, Cell, Criterion, Dimension, DimensionKind, Scale, ScaleLevel, Status};

use super::{cleaned, known, list, only_these, provenance};
use crate::strict::Table;

pub(super) fn scale(table: &Table<'_>) -> Option<Scale> {
    table.needs("levels");
    let id = table.need("id");
    let mut levels: Vec<ScaleLevel> = Vec::new();
    for (index, level) in table.tables("levels").iter().enumerate() {
        let level = level.clone().called(table.what());
        only_these(&level, &["id", "n", "name", "text", "points"]);
        level.needs("n");
        let (name, n) = (level.need("name"), level.whole("n", 1, 100));
        let wanted = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if let Some(n) = n.filter(|n| *n != wanted) {
            let what = format!("level {n} stands where level {wanted} should");
            level.refuse("n", "levels-in-order", what, "list the levels from 1 upwards without a gap");
        }
        levels.push(ScaleLevel {
            id: level.label("id"),
            n: wanted,
            name: name?,
            text: level.label("text"),
            points: level.number("points"),
        });
    }
    Some(Scale {
        id: id?,
        name: table.label("name"),
        cumulative: table.flag("cumulative").unwrap_or(false),
        zero: table.label("zero"),
        levels,
        from: provenance(table),
    })
}

pub(super) fn dimension(table: &Table<'_>) -> Option<Dimension> {
    let (id, name) = (table.need("id"), table.need("name"));
    Some(Dimension {
        scale: table.label("scale"),
        group: table.label("group"),
        kind: known(table, "kind", &DimensionKind::ALL).unwrap_or_default(),
        text: table.label("text"),
        status: known(table, "status", &Status::ALL).unwrap_or_default(),
        from: provenance(table),
        id: id?,
        name: name?,
    })
}

pub(super) fn anchor(table: &Table<'_>) -> Option<Anchor> {
    table.needs("level");
    let (dimension, level) = (table.need("dimension"), table.whole("level", 0, 100));
    Some(Anchor {
        summary: table.label("summary"),
        criteria: criteria(table),
        signals: list(table, "signals"),
        examples: list(table, "examples"),
        from: provenance(table),
        dimension: dimension?,
        level: level?,
    })
}

pub(super) fn cell(table: &Table<'_>) -> Option<Cell> {
    let (id, position, dimension) = (table.need("id"), table.need("position"), table.need("dimension"));
    Some(Cell {
        proficiency: table.label("proficiency"),
        text: table.label("text"),
        criteria: criteria(table),
        examples: list(table, "examples"),
        urls: list(table, "urls"),
        from: provenance(table),
        id: id?,
        position: position?,
        dimension: dimension?,
    })
}

/// Texts, or tables with examples.
fn criteria(table: &Table<'_>) -> Vec<Criterion> {
    let mut criteria = Vec::new();
    for entry in table.texts_or_tables("criteria") {
        match entry {
            Err((text, place)) => criteria.push(Criterion::of(cleaned(table, "criteria", text, &place))),
            Ok(inner) => {
                let inner = inner.called(table.what());
                only_these(&inner, &["id", "text", "examples", "urls"]);
                criteria.extend(inner.need("text").map(|text| Criterion {
                    id: inner.label("id"),
                    text,
                    examples: list(&inner, "examples"),
                    urls: list(&inner, "urls"),
                }));
            }
        }
    }
    criteria
}

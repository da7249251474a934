//! Random frameworks of a few roles, positions and cells, with ids and words that often meet.

use proptest::{collection::vec, option, prelude::*, sample::select};
use rung_model::framework::{Cell, Criterion, Dimension, Extends, Framework, Position, Role, Scale};

const WORDS: [&str; 12] =
    ["plans", "work", "for", "one", "team", "several", "teams", "writes", "code", "hires", "people", "well"];

fn text() -> impl Strategy<Value = String> {
    vec(select(WORDS.to_vec()), 1..9).prop_map(|words| words.join(" "))
}

fn id(letter: &'static str, below: usize) -> impl Strategy<Value = String> {
    (0..below).prop_map(move |n| format!("{letter}{n}"))
}

fn dimension() -> impl Strategy<Value = Dimension> {
    (id("d", 5), select(vec!["Talk", "talk", "Craft"]), option::of(text())).prop_map(|(id, name, text)| Dimension {
        id,
        name: name.to_owned(),
        scale: Some("s".to_owned()),
        text,
        ..Dimension::default()
    })
}

fn position() -> impl Strategy<Value = Position> {
    (id("p", 8), id("r", 3), 0u32..4, prop::collection::btree_map(id("d", 5), 0u32..6, 0..5))
        .prop_map(|(id, role, rank, requires)| Position { id, role, rank, requires, ..Position::default() })
}

fn cell() -> impl Strategy<Value = Cell> {
    (id("c", 20), id("p", 8), id("d", 5), option::of(text()), vec(text(), 0..4)).prop_map(
        |(id, position, dimension, text, criteria)| Cell {
            id,
            position,
            dimension,
            text,
            criteria: criteria.into_iter().map(Criterion::of).collect(),
            ..Cell::default()
        },
    )
}

fn extends() -> impl Strategy<Value = Extends> {
    (id("r", 3), id("r", 3), vec(id("d", 5), 0..2)).prop_map(|(role, base, dimensions)| Extends {
        role,
        base,
        dimensions,
        ..Extends::default()
    })
}

/// Any framework; ids may repeat and lead nowhere, roles may extend each other in a circle.
pub(crate) fn any_framework() -> impl Strategy<Value = Framework> {
    (vec(dimension(), 0..6), vec(position(), 1..8), vec(cell(), 0..16), vec(extends(), 0..4), any::<bool>()).prop_map(
        |(dimensions, positions, cells, extends, cumulative)| Framework {
            roles: (0..3).map(|n| Role { id: format!("r{n}"), ..Role::default() }).collect(),
            scales: vec![Scale { id: "s".to_owned(), cumulative, ..Scale::default() }],
            dimensions,
            positions,
            cells,
            extends,
            ..Framework::default()
        },
    )
}

/// Any short text of the same few words.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    text()
}

//! For each lint a framework it reports and one it does not.

use rung_model::framework::{Criterion, Status};

use crate::{Pair, small::*};

const LONG: &str = "Plans the work of the forge for a season, agrees on it with the wardens of the town, and tells \
                    everybody early when iron or coal will not last until the first snow";

pub(crate) const PAIRS: &[Pair] = &[
    (
        "missing-cell",
        || {
            with(|f| {
                f.positions[1].requires.remove("fire");
            })
        },
        || {
            with(|f| {
                f.cells.push(cell("c", "S2", "fire", "Keeps it burning"));
            })
        },
    ),
    (
        "not-monotone",
        || {
            with(|f| {
                f.positions[2].requires.insert("iron".to_owned(), 1);
            })
        },
        || with(|f| f.positions.push(position("S2b", "smith", 2, &[("iron", 1), ("fire", 1)]))),
    ),
    (
        "positions-identical",
        || with(|f| f.positions.push(position("W1", "warden", 1, &[("iron", 1), ("fire", 1)]))),
        || {
            with(|f| {
                f.positions.push(position("W1", "warden", 1, &[("iron", 1), ("fire", 1)]));
                f.cells.push(cell("c", "W1", "iron", "Counts the bars"));
            })
        },
    ),
    (
        "levels-alike",
        || with(|f| f.cells = vec![listed("a", "S1", &["a", "b", "c", "d"]), listed("b", "S2", &["D", "c", "b", "a"])]),
        || with(|f| f.cells = vec![listed("a", "S1", &["a", "b", "c", "d"]), listed("b", "S2", &["b", "c", "d", "e"])]),
    ),
    ("too-many-dimensions", || wide(16), || wide(15)),
    (
        "retired-target",
        || {
            with(|f| {
                f.positions[2].status = Status::Retired;
                f.edges.push(edge("S2", "S3"));
            })
        },
        || {
            with(|f| {
                f.positions[0].status = Status::Retired;
                f.edges.push(edge("S1", "S2"));
            })
        },
    ),
    (
        "split-minima",
        || with(|f| f.splits.push(ranged([(0.4, 0.6), (0.4, 0.6), (0.3, 0.6)]))),
        || with(|f| f.splits.push(ranged([(0.4, 0.6), (0.4, 0.6), (0.2, 0.6)]))),
    ),
    (
        "split-maxima",
        || with(|f| f.splits.push(ranged([(0.1, 0.3), (0.1, 0.3), (0.1, 0.3)]))),
        || with(|f| f.splits.push(ranged([(0.1, 0.3), (0.1, 0.3), (0.1, 0.4)]))),
    ),
    (
        "weights-not-100",
        || with(|f| f.weights.push(weights(&[("iron", 60.0), ("fire", 30.0)]))),
        || with(|f| f.weights.push(weights(&[("iron", 66.7), ("fire", 33.3)]))),
    ),
    (
        "bands-gap",
        || with(|f| f.bands = vec![band("one", 0.0, Some(16.0)), band("two", 18.0, Some(35.0))]),
        || {
            with(|f| {
                f.bands = vec![
                    band("two", 17.0, Some(35.0)),
                    band("one", 0.0, Some(16.0)),
                    band("also one", 0.0, Some(16.0)),
                    band("three", 36.0, None),
                ];
            })
        },
    ),
    (
        "bands-overlap",
        || with(|f| f.bands = vec![band("one", 0.0, Some(17.0)), band("two", 17.0, Some(35.0))]),
        || with(|f| f.bands = vec![open_band("one", 0.0, 1.5), open_band("two", 1.5, 3.0), band("top", 3.0, None)]),
    ),
    (
        "bands-uncovered",
        || with(|f| f.bands = vec![open_band("one", 1.0, 2.0), open_band("two", 2.0, 3.0)]),
        || with(|f| f.bands = vec![open_band("one", 1.0, 2.0), band("two", 2.0, Some(3.0))]),
    ),
    (
        "duplicate-label",
        || with(|f| f.dimensions[1].name = "Iron".to_owned()),
        || {
            with(|f| {
                f.dimensions[1].name = "Iron".to_owned();
                f.dimensions[1].group = Some("Heat".to_owned());
            })
        },
    ),
    (
        "near-duplicate-text",
        || {
            let other = LONG.replace("early", "late");
            with(|f| f.cells = vec![cell("a", "S1", "iron", LONG), cell("b", "S2", "iron", &other)])
        },
        || {
            let other = LONG.replace("of the town", "of three towns and a village").replace("season", "whole year");
            with(|f| {
                f.cells = vec![
                    cell("a", "S1", "iron", LONG),
                    cell("b", "S2", "iron", LONG),
                    cell("c", "S3", "iron", &other),
                    cell("d", "S3", "fire", &LONG.replace("early", "late")),
                ];
            })
        },
    ),
    (
        "hidden-characters",
        || with(|f| f.roles[0].definition = "Shapes\u{200b} iron\u{202e}".to_owned()),
        || with(|f| f.roles[0].definition = "Shapes iron \u{1f469}\u{200d}\u{1f3ed}".to_owned()),
    ),
    ("licence-missing", || with(|f| f.license = None), || imported(sound())),
    (
        "person-named",
        || with(|f| f.roles[0].definition = "Shapes iron. Questions? Ask Mira Talbot.".to_owned()),
        || with(|f| f.roles[0].definition = "Ask an Engineering Manager; runs on Google Cloud".to_owned()),
    ),
];

fn listed(id: &str, position: &str, statements: &[&str]) -> rung_model::framework::Cell {
    let mut cell = cell(id, position, "iron", statements[0]);
    cell.criteria = statements.iter().skip(1).map(|text| Criterion::of(*text)).collect();
    cell
}

fn wide(dimensions: usize) -> rung_model::framework::Framework {
    with(|f| {
        let ids: Vec<String> = (0..dimensions).map(|n| format!("d{n}")).collect();
        f.dimensions = ids.iter().map(|id| dimension(id)).collect();
        f.positions.truncate(1);
        f.positions[0].requires = ids.into_iter().map(|id| (id, 1)).collect();
    })
}

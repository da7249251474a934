//! For each structural check a framework it reports and one it does not.

use rung_model::{
    bucket::Bucket,
    framework::{Anchor, Extends, Family, Gate, Holding, Source, SplitClaim},
};

use crate::{Pair, small::*};

pub(crate) const PAIRS: &[Pair] = &[
    (
        "duplicate-id",
        || with(|f| f.positions.push(position("S1", "warden", 9, &[]))),
        || with(|f| f.positions.push(position("S4", "smith", 4, &[("iron", 3), ("fire", 3)]))),
    ),
    (
        "duplicate-statement",
        || with(|f| f.duties = vec![stated("anvil", "A1"), stated("bellows", "A1")]),
        || with(|f| f.duties = vec![stated("anvil", "A1"), stated("bellows", "A2")]),
    ),
    (
        "unknown-role",
        || {
            with(|f| {
                f.duties = vec![duty("anvil", &["smith"])];
                f.duties[0].partners.push("smiht".to_owned());
            })
        },
        || {
            with(|f| {
                f.duties = vec![duty("anvil", &["any"])];
                f.duties[0].able_to_act.push("warden".to_owned());
                f.weights.push(weights(&[("iron", 100.0)]));
                f.weights[0].role = Some("ic".to_owned());
            })
        },
    ),
    (
        "unknown-position",
        || with(|f| f.edges.push(edge("S1", "S9"))),
        || with(|f| f.edges = vec![edge("S1", "S2"), edge("S3", "warden")]),
    ),
    (
        "unknown-band",
        || with(|f| f.gates.push(Gate { id: "g".to_owned(), band: Some("b2".to_owned()), ..Gate::default() })),
        || {
            with(|f| {
                f.bands.push(band("b2", 0.0, None));
                f.gates.push(Gate { id: "g".to_owned(), band: Some("b2".to_owned()), ..Gate::default() });
            })
        },
    ),
    (
        "unknown-source",
        || with(|f| f.roles[0].sources.push("Q3".to_owned())),
        || {
            with(|f| {
                f.roles[0].sources.push("Q3".to_owned());
                f.sources.push(Source { key: "Q".to_owned(), title: "Quench".to_owned(), ..Source::default() });
            })
        },
    ),
    (
        "unknown-scale",
        || with(|f| f.dimensions[0].scale = Some("stepps".to_owned())),
        || with(|f| f.dimensions[0].scale = None),
    ),
    (
        "unknown-dimension",
        || with(|f| f.anchors.push(Anchor { dimension: "irn".to_owned(), level: 1, ..Anchor::default() })),
        || with(|f| f.extends.push(extends(&["iron"]))),
    ),
    (
        "level-off-scale",
        || {
            with(|f| {
                f.positions[2].requires.insert("iron".to_owned(), 4);
            })
        },
        || with(|f| f.anchors.push(Anchor { dimension: "iron".to_owned(), level: 3, ..Anchor::default() })),
    ),
    ("step-to-itself", || with(|f| f.edges.push(edge("S1", "S1"))), || with(|f| f.edges.push(edge("S1", "S2")))),
    (
        "name-twice",
        || complete(|f| f.roles[1].aliases.push("The-Smith".to_owned())),
        || imported(complete(|f| f.roles[1].aliases.push("The-Smith".to_owned()))),
    ),
    (
        "family-missing",
        || {
            complete(|f| {
                f.roles[0].family = None;
                f.splits.push(exact([0.2, 0.2, 0.6]));
            })
        },
        || with(|f| f.splits.push(exact([0.2, 0.2, 0.6]))),
    ),
    (
        "family-twice",
        || {
            complete(|f| {
                f.roles.iter_mut().for_each(|role| {
                    role.family = Some(Family::Technical);
                    role.stands_for_family = true;
                });
            })
        },
        || complete(|f| f.roles.iter_mut().for_each(|role| role.stands_for_family = true)),
    ),
    (
        "split-missing",
        || complete(|f| f.roles[0].stands_for_family = true),
        || {
            complete(|f| {
                f.roles[0].stands_for_family = true;
                f.splits.push(exact([0.2, 0.2, 0.6]));
            })
        },
    ),
    (
        "owners-and-sharing",
        || {
            complete(|f| {
                f.duties = vec![duty("anvil", &["smith"])];
                f.duties[0].holding = Holding::Shared;
            })
        },
        || {
            complete(|f| {
                f.duties = vec![duty("anvil", &["any"]), duty("bellows", &["smith", "warden"])];
                f.duties.iter_mut().for_each(|duty| duty.holding = Holding::Shared);
            })
        },
    ),
    ("duties-or-none", || complete(|f| f.roles[0].no_duties = None), || complete(|_| ())),
    (
        "split-not-one",
        || with(|f| f.splits.push(exact([0.3, 0.2, 0.6]))),
        || {
            with(|f| {
                let mut claim: SplitClaim = exact([0.333, 0.333, 0.333]);
                claim.parts.remove(&Bucket::Other);
                f.splits = vec![claim, ranged([(0.1, 0.4), (0.1, 0.4), (0.1, 0.9)])];
            })
        },
    ),
];

fn stated(id: &str, statement: &str) -> rung_model::framework::Duty {
    rung_model::framework::Duty { stated: vec![(statement.to_owned(), None)], ..duty(id, &["smith"]) }
}

fn extends(dimensions: &[&str]) -> Extends {
    Extends {
        role: "smith".to_owned(),
        base: "warden".to_owned(),
        dimensions: dimensions.iter().map(|id| (*id).to_owned()).collect(),
        ..Extends::default()
    }
}

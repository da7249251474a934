//! A small points framework, as data and as constants, and the published one.

use std::path::Path;

use rung_model::framework::Framework;

use super::super::{Counts, Imported, testing};

const CONSTANTS: &str = "export const milestones = [0, 1, 2]
export const milestoneToPoints = (m: number): number => {
  switch (m) { case 0: return 0
    case 1: return 2
    case 2: return 5
    default: return 0 }
}
export const pointsToLevels = { '0': 'A', '3': 'B', '7': 'C' }
export const tracks = {
  'ROPE': { 'displayName': 'Rope work', 'category': 'X', 'description': 'Ties things',
    'milestones': [{ 'summary': 'Ties a knot', 'signals': ['It holds'], 'examples': ['A bowline'] },
                   { 'summary': 'Teaches knots', 'signals': ['They hold'], 'examples': [] }] },
  'SAIL': { 'displayName': 'Sails', 'category': 'Y', 'description': 'Sews', 'color': 'red',
    'milestones': [{ 'summary': 'Mends', 'signals': [] }, { 'summary': 'Cuts', 'signals': ['It flies'] }] } }
export const titles = [{ label: 'Deckhand', minPoints: 0, maxPoints: 6 }, { label: 'Mate', minPoints: 7 }]
";

fn check(framework: &Framework) {
    let counts = Counts::of(framework);
    assert_eq!((counts.roles, counts.dimensions, counts.anchors, counts.bands, counts.levels), (1, 2, 4, 5, 3));
    let scale = &framework.scales[0];
    assert_eq!(scale.levels.iter().map(|level| level.points).collect::<Vec<_>>(), [Some(2.0), Some(5.0)]);
    assert_eq!(scale.zero.as_deref(), Some("0"));
    let level = &framework.bands[1];
    assert_eq!((level.group.as_str(), level.min, level.max, level.half_open), ("level", 3.0, Some(7.0), true));
    let title = &framework.bands[3];
    assert_eq!((title.name.as_str(), title.max, title.half_open), ("Deckhand", Some(6.0), false));
    assert_eq!(framework.dimensions[0].group.as_deref(), Some("X"));
    assert_eq!(framework.anchors[0].signals, ["It holds"]);
}

#[test]
fn constants_and_data_give_the_same_framework() {
    let Imported { framework, report, problems } = testing::import_files(&[("ship/constants.ts", CONSTANTS)]);
    check(&framework);
    assert_eq!(report.skipped, 0, "{problems:?}");
    assert_eq!(framework.dimensions[1].from.extra.len(), 1);
    let data = "milestone_points: [0, 2, 5]
points_to_levels: {0: A, 3: B, 7: C}
titles: [{label: Deckhand, min: 0, max: 6}, {label: Mate, min: 7}]
tracks:
  - {name: Rope work, group: X, milestones: [{summary: Ties, signals: [It holds]}, {summary: Teaches}]}
  - {name: Sails, group: Y, milestones: [{summary: Mends}, {summary: Cuts}]}
";
    let data = testing::import_files(&[("ship.yml", data)]);
    check(&data.framework);
    assert_eq!(data.report.skipped, 0, "{:?}", data.problems);
}

#[test]
fn a_title_may_ask_for_milestones_instead_of_points() {
    let text = "categories: {X: {name: Deck}}
tracks:
  ROPE: {displayName: Rope work, category: X, milestones: [Ties a knot, Teaches knots]}
titles: {MATE: {displayName: Mate, requirements: {ROPE: 2}}, HAND: {displayName: Hand, requirements: {ROPE: 0}}}
";
    let framework = testing::import_files(&[("ship.yml", text)]).framework;
    let asked: Vec<_> =
        framework.positions.iter().map(|position| position.requires.get("rope-work").copied()).collect();
    assert_eq!(asked, [Some(2), Some(0)]);
    assert_eq!(framework.dimensions[0].group.as_deref(), Some("Deck"));
}

#[test]
fn the_published_points_come_out_exactly() {
    let path = Path::new("../../../shared/data/frameworks/snowflake");
    if !path.exists() {
        return;
    }
    let Imported { framework, report, problems } = super::super::import(path, None, &crate::progress::Silent);
    let counts = Counts::of(&framework);
    assert_eq!((counts.dimensions, counts.anchors, counts.roles, counts.levels), (16, 80, 1, 15));
    let of = |group: &str| framework.bands.iter().filter(|band| band.group == group).count();
    assert_eq!((of("level"), of("title")), (15, 8));
    assert_eq!(framework.anchors.iter().map(|anchor| anchor.signals.len()).sum::<usize>(), 240);
    assert_eq!(report.skipped, 0, "{problems:?}");
    let points: Vec<_> = framework.scales[0].levels.iter().filter_map(|level| level.points).collect();
    assert_eq!(points, [1.0, 3.0, 6.0, 12.0, 20.0]);
}

//! Acceptance figure 1, and what a difference between two positions says in words.

use rung_measure::ladder::{level_diff::level_diff, word_diff::Fate};
use rung_model::framework::{Band, Cell, Criterion, Gate};

use crate::matrix::ladders;

#[test]
fn a_level_that_a_role_lacks_is_answered_with_the_nearest() {
    let missing = level_diff(&ladders(), "TL4", "EM4").unwrap_err();
    assert_eq!(missing.to_string(), "EM has no level 4 (EM5-EM7)");
    assert_eq!(missing.offered.as_deref(), Some("EM5"));
    let unknown = level_diff(&ladders(), "TL4", "gardener").unwrap_err();
    let spaced = level_diff(&ladders(), "tl 4", "tech_lead 5").unwrap();
    assert_eq!((spaced.a.id.as_str(), spaced.b.id.as_str()), ("TL4", "TL5"));
    assert_eq!((unknown.offered, unknown.has.len()), (None, 0));
}

#[test]
fn tech_lead_four_to_manager_five_is_three_steps_up() {
    let diff = level_diff(&ladders(), "tl4", "EM5").unwrap();
    let steps: Vec<(&str, u32, u32)> = diff.levels.iter().map(|l| (l.name.as_str(), l.from, l.to)).collect();
    assert_eq!(steps, [("technology", 2, 3), ("people", 4, 5), ("influence", 1, 2)]);
    assert_eq!(diff.equal, ["system", "process"]);
    assert_eq!((diff.distance.up, diff.distance.down), (3, 0));
    assert!(diff.roles.is_some());
    assert_eq!(diff.levels[0].to_name.as_deref(), Some("step 3"));
}

#[test]
fn roles_as_a_whole_differ_in_duties_and_time() {
    let diff = level_diff(&ladders(), "tech_lead", "em").unwrap();
    let roles = diff.roles.unwrap();
    assert_eq!((roles.duties.only_a.len(), roles.duties.only_b.len(), roles.duties.shared.len()), (11, 11, 3));
    assert!(diff.levels.is_empty() && !diff.a.is_position);
}

fn cell(position: &str, dimension: &str, criteria: &[&str]) -> Cell {
    Cell {
        id: format!("{position}-{dimension}"),
        position: position.to_owned(),
        dimension: dimension.to_owned(),
        criteria: criteria.iter().map(|text| Criterion::of(*text)).collect(),
        ..Cell::default()
    }
}

#[test]
fn only_words_that_differ_are_told() {
    let mut framework = ladders();
    framework.cells = vec![
        cell(
            "D1",
            "system",
            &["Asks for help early", "Asks for help early.", "Fixes small bugs in one service", "Dusts"],
        ),
        cell("D2", "system", &["asks for help early", "Fixes small bugs in several services", "Draws maps"]),
        cell("D2", "people", &["Welcomes newcomers"]),
        cell("D2", "cooking", &["Bakes bread"]),
    ];
    let diff = level_diff(&framework, "D1", "D2").unwrap();
    assert_eq!(diff.words.len(), 2);
    let system = &diff.words[0].statements;
    assert_eq!((system.repeated, diff.repeated), (1, 1));
    assert_eq!(system.only_a.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["Dusts"]);
    assert_eq!(system.only_b.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["Draws maps"]);
    let segments: Vec<(Fate, &str)> = system.changed[0].segments.iter().map(|s| (s.fate, s.text.as_str())).collect();
    assert_eq!(
        segments,
        [(Fate::Kept, "Fixes small bugs in"), (Fate::Removed, "one service"), (Fate::Added, "several services")]
    );
    assert_eq!(diff.only_b.iter().map(|r| r.dimension.as_str()).collect::<Vec<_>>(), ["cooking"]);
    assert_eq!(diff.equal, ["technology", "influence"]);
}

#[test]
fn another_proficiency_is_a_change_though_the_words_stay() {
    let mut framework = ladders();
    let with = |position: &str, word: &str| Cell {
        proficiency: Some(word.to_owned()),
        ..cell(position, "system", &["Reads plans"])
    };
    framework.cells = vec![with("D1", "awareness"), with("D2", "practice")];
    let diff = level_diff(&framework, "D1", "D2").unwrap();
    assert_eq!((diff.words[0].statements.changed.len(), diff.repeated), (1, 0));
}

#[test]
fn bands_and_gates_are_told_where_they_differ() {
    let mut framework = ladders();
    let band = |id: &str, position: &str, min| Band {
        id: id.to_owned(),
        position: Some(position.to_owned()),
        min,
        ..Band::default()
    };
    framework.bands = vec![band("low", "D1", 1.0), band("same", "D3", 1.0), band("high", "D2", 2.0)];
    framework.gates =
        vec![Gate { position: Some("D2".to_owned()), text: Some("a year".to_owned()), ..Gate::default() }];
    let diff = level_diff(&framework, "D1", "D2").unwrap().scoring;
    assert_eq!((diff.bands.a.len(), diff.bands.b.len(), diff.gates.a.len(), diff.gates.b.len()), (1, 1, 0, 1));
    assert!(level_diff(&framework, "D1", "D3").unwrap().scoring.is_empty(), "bands that say the same are equal");
}

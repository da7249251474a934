//! FRAMEWORKS.md, acceptance figures 4 and 6 to 9 and the axis charts, on the published samples.

use std::collections::BTreeMap;

use crate::support::{counts, of_sample, told};

/// Figures 1 to 3: 4 roles, 18 positions, 5 axes; the levels are those of the facts.
#[test]
fn engineering_ladders_is_read_whole() {
    let Some(got) = of_sample("engineeringladders") else { return };
    let counts = got.report.counts;
    assert_eq!((counts.roles, counts.positions, counts.dimensions), (4, 18, 5), "{:?}", got.framework.roles);
    assert_eq!((counts.cells, counts.anchors), (90, 25));
    let facts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/facts/ladder_matrix.csv");
    let facts = std::fs::read_to_string(facts).unwrap();
    for line in facts.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let position = got.framework.find_position(cells[0]).unwrap_or_else(|| panic!("{} is there", cells[0]));
        let levels: Vec<String> = ["technology", "system", "people", "process", "influence"]
            .iter()
            .map(|axis| position.requires[*axis].to_string())
            .collect();
        assert_eq!(levels, cells[1..], "{line}");
    }
}

/// Figure 4: duties 11 + 11 exclusive, 3 shared; hands-on ranges meet at 30; 16 zero-width characters removed.
#[test]
fn lead_and_manager_share_three_duties_and_sixteen_hidden_characters_go() {
    let Some(got) = of_sample("engineeringladders/TechLead-EngineeringManager.md") else { return };
    let roles: Vec<&str> = got.framework.roles.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(roles.len(), 2, "{roles:?}");
    let owns = |owners: &[String], role: &str| owners.iter().any(|owner| owner == role);
    let (mut only_a, mut only_b, mut shared) = (0, 0, 0);
    for duty in &got.framework.duties {
        match (owns(&duty.owners, roles[0]), owns(&duty.owners, roles[1])) {
            (true, true) => shared += 1,
            (true, false) => only_a += 1,
            (false, true) => only_b += 1,
            (false, false) => {}
        }
    }
    assert_eq!((only_a, only_b, shared), (11, 11, 3));
    let ranges: Vec<(f64, f64)> = got.framework.hands_on.iter().map(|claim| (claim.min, claim.max)).collect();
    assert_eq!(ranges, [(0.3, 0.7), (0.0, 0.3)]);
    assert_eq!(got.report.hidden, 16);
}

/// Figure 6: 16 tracks of 5 milestones, points 0 to 20, 15 levels, 8 titles.
#[test]
fn snowflake_is_points_levels_and_titles() {
    let Some(got) = of_sample("snowflake/snowflake.json") else { return };
    let framework = &got.framework;
    assert_eq!((framework.dimensions.len(), framework.anchors.len()), (16, 80));
    let group = |name: &str| framework.bands.iter().filter(|band| band.group == name).count();
    assert_eq!((group("level"), group("title")), (15, 8));
    let points: Vec<f64> = framework.scales[0].levels.iter().filter_map(|level| level.points).collect();
    assert_eq!(points, [1.0, 3.0, 6.0, 12.0, 20.0]);
}

/// Figure 7: 72 cells, 8 x 9; 101 in the version before (25/28/31/17 by level), no shared ids.
#[test]
fn financial_times_records_are_counted_by_level() {
    let Some(now) = of_sample("financial-times/engineering.yml") else { return };
    let before = of_sample("financial-times/engineering-v1.yml").unwrap();
    assert_eq!((now.framework.cells.len(), now.framework.positions.len(), now.framework.dimensions.len()), (72, 8, 9));
    let mut by_level: BTreeMap<u32, usize> = BTreeMap::new();
    for cell in &before.framework.cells {
        *by_level.entry(before.framework.position(&cell.position).unwrap().rank).or_default() += 1;
    }
    assert_eq!(by_level.into_values().collect::<Vec<_>>(), [25, 28, 31, 17]);
    let ids: Vec<&str> = now.framework.cells.iter().map(|cell| cell.id.as_str()).collect();
    assert!(before.framework.cells.iter().all(|cell| !ids.contains(&cell.id.as_str())));
    let operations = of_sample("financial-times/operations.yml").unwrap();
    assert!(operations.framework.cells.len() > 30, "{:?}", counts(&operations));
}

/// Figure 9: D4 reports the missing people axis with its line, `***Evolves**` is read as Evolves with a warning.
#[test]
fn a_damaged_page_names_the_missing_axis_and_the_broken_emphasis() {
    let Some(got) = of_sample("engineeringladders-malformed") else { return };
    let text =
        std::fs::read_to_string(crate::support::sample("engineeringladders-malformed/Developer.md").unwrap()).unwrap();
    let line = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    let missing = told(&got, "axis-missing");
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert!(missing[0].starts_with(&format!("{}: ", line("* s to accelerate"))), "{missing:?}");
    assert!(missing[0].to_lowercase().contains("people"), "{missing:?}");
    let broken = told(&got, "broken-emphasis");
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(
        broken[0].starts_with(&format!("{}: ", line("***Evolves**"))) && broken[0].contains("Evolves"),
        "{broken:?}"
    );
    let of = |id: &str| got.framework.find_position(id).unwrap().requires.clone();
    assert_eq!((of("D4").len(), of("D5").len()), (4, 5));
}

//! Small tagged lists, with declared levels and without, and the published ones.

use std::path::Path;

use rung_model::framework::Framework;

use super::super::{Counts, Imported, testing::import_files};

fn counts(framework: &Framework) -> (usize, usize, usize, usize) {
    let counts = Counts::of(framework);
    (counts.roles, counts.positions, counts.dimensions, counts.cells)
}

const DECLARED: &str = "name: Harbour
levels: [{id: hand, name: Deck hand}, {id: mate, name: Mate}]
themes: [{id: rope, name: Rope work, summary: All of rope}, {id: sail, name: Sails}]
competencies:
  - {id: a1, summary: Ties a bowline that holds, level: hand, theme: rope, proficiency: basic, examples: [At the pier], supportingUrls: [https://a.example]}
  - {id: a2, summary: Coils every rope after use, level: hand, theme: rope, examples: []}
  - {id: a2, summary: Mends a torn sail alone, level: mate, theme: sail}
  - {id: a4, summary: Chooses sails for weather, level: captain, theme: sail, colour: red}
";

#[test]
fn records_keep_their_ids_and_what_is_wrong_is_said() {
    let Imported { framework, report, problems } = import_files(&[("harbour.yml", DECLARED)]);
    assert_eq!((counts(&framework), report.skipped), ((1, 3, 2, 4), 0), "{problems:?}");
    let first = &framework.cells[0];
    assert_eq!((first.id.as_str(), first.proficiency.as_deref(), first.urls.len()), ("a1", Some("basic"), 1));
    assert_eq!(framework.dimensions[0].text.as_deref(), Some("All of rope"));
    let checks: Vec<_> = problems.iter().map(|problem| problem.check).collect();
    assert!(checks.contains(&"undeclared-level") && checks.contains(&"duplicate-id"), "{checks:?}");
    assert!(framework.cells[3].from.extra.contains_key("x-colour"));
}

#[test]
fn keys_may_have_any_name_and_levels_need_no_list() {
    let text = r#"[{"kennung": "x1", "stufe": "S2", "bereich": "Seil", "satz": "Knüpft jeden Knoten"},
        {"kennung": "x2", "stufe": "S1", "bereich": "Seil", "satz": "Knüpft einen Palstek"},
        {"kennung": "x3", "stufe": "S1", "bereich": "Segel", "satz": "Setzt das Großsegel"},
        {"kennung": "x4", "stufe": "S2", "bereich": "Segel", "satz": ""}]"#;
    let Imported { framework, problems, .. } = import_files(&[("schiff.json", text)]);
    assert_eq!(counts(&framework), (1, 2, 2, 4));
    assert_eq!(framework.positions.iter().map(|one| one.titles[0].as_str()).collect::<Vec<_>>(), ["S1", "S2"]);
    assert!(problems.iter().any(|problem| problem.check == "empty-record"));
}

#[test]
fn the_published_lists_come_out_exactly() {
    let path = Path::new("../../../shared/data/frameworks/financial-times");
    if !path.exists() {
        return;
    }
    let read = |file: &str| super::super::import(&path.join(file), None, &crate::progress::Silent);
    let Imported { framework: new, report, problems } = read("engineering.yml");
    assert_eq!((counts(&new), report.skipped), ((1, 8, 9, 72), 0), "{problems:?}");
    let old = read("engineering-v1.yml").framework;
    assert_eq!(counts(&old), (1, 4, 4, 101));
    let by_level: Vec<_> =
        old.positions.iter().map(|one| old.cells.iter().filter(|cell| cell.position == one.id).count()).collect();
    assert_eq!(by_level, [25, 28, 31, 17]);
    assert!(!old.cells.iter().any(|cell| new.cells.iter().any(|other| other.id == cell.id)));
    assert_eq!(counts(&read("operations.yml").framework).1, 3);
}

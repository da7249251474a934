//! Small matrices in each nested form, and the published topics.

use std::path::Path;

use rung_model::framework::Framework;

use super::super::{Counts, Imported, testing::import_files};

fn counts(framework: &Framework) -> (usize, usize, usize, usize) {
    let counts = Counts::of(framework);
    (counts.roles, counts.positions, counts.dimensions, counts.cells)
}

fn criteria(framework: &Framework, role: &str) -> usize {
    let of = |position: &str| framework.positions_of(role).any(|own| own.id == position);
    framework.cells.iter().filter(|cell| of(&cell.position)).map(|cell| cell.criteria.len()).sum()
}

const BASE: &str = "---
title: Generic ladder
topics:
  - name: talk
    title: Talk
    content: [{level: 1, criteria: [Says what is done, Asks]}, {level: 2, criteria: [Explains why]}]
  - name: luck
    content: [{level: 1, criteria: [Has some luck]}]
---
";
const HEIR: &str = "---
title: Rigger
levels: 2
path: /rigger
topics:
  - name: talk
    content:
      - level: 1
        criteria: [Reports each evening]
        exampleCriteria:
          - criteria: Reads the log aloud
            examples: [At breakfast, At supper]
      - level: 3
        criteria: [Tells the owner]
---
";

#[test]
fn topics_are_read_with_examples_and_inherit_what_is_generic() {
    let Imported { framework, report, problems } = import_files(&[("generic.md", BASE), ("ship/rigger.md", HEIR)]);
    assert_eq!(report.skipped, 0, "{problems:?}");
    assert_eq!(counts(&framework), (2, 4, 2, 5));
    assert_eq!((criteria(&framework, "generic"), criteria(&framework, "rigger")), (4, 3));
    let extends = &framework.extends[0];
    assert_eq!((extends.role.as_str(), extends.base.as_str(), extends.dimensions.len()), ("rigger", "generic", 1));
    let ranks: Vec<_> = framework.positions_of("rigger").map(|position| position.rank).collect();
    assert_eq!(ranks, [1, 3]);
    assert!(problems.iter().any(|problem| problem.check == "levels-differ"));
    let example = framework.cells.iter().flat_map(|cell| &cell.criteria).find(|one| !one.examples.is_empty()).unwrap();
    assert_eq!(example.examples, ["At breakfast", "At supper"]);
}

#[test]
fn levels_may_stand_above_or_below_the_themes() {
    let above = "levels: [crew, mate]\nskills:\n  crew: {Knots: [Ties a bowline], Sails: [Hoists them]}\n  mate: {Knots: [Teaches the bowline]}\n";
    let below =
        "Knots: {Stufe 1: Knüpft einen Palstek, Stufe 2: Lehrt den Palstek}\nSegel: {Stufe 1: Setzt die Segel}\n";
    for (text, expected) in [(above, (1, 2, 2, 3)), (below, (1, 2, 2, 3))] {
        let Imported { framework, report, problems } = import_files(&[("ship.yml", text)]);
        assert_eq!((counts(&framework), report.skipped), (expected, 0), "{text} {problems:?}");
    }
}

#[test]
fn one_file_per_skill_is_one_dimension_each() {
    let one =
        r#"{"name": "Lookout", "L1": {"summary": "Sees the land", "detail": ""}, "L2": {"summary": "", "detail": ""}}"#;
    let two = r#"{"L1": {"summary": "Steers by day", "detail": "With help"}, "L2": {"summary": "Steers by night"}}"#;
    let Imported { framework, report, .. } = import_files(&[("lookout.json", one), ("wheel.json", two)]);
    assert_eq!((counts(&framework), report.skipped), ((1, 2, 2, 3), 0));
}

#[test]
fn roles_may_stand_above_records_with_levels() {
    let text = r#"[{"departments": {"deck": [{"name": "Ropes", "description": "Of rope", "levels": {
        "1": {"name": "Learning", "description": ["Coils a rope", "Asks"]}, "2": {"name": "Able", "description": ["Splices"]}}}]}},
        {"roles": {"Cook": [{"name": "Soup", "levels": {"1": {"name": "Learning", "description": ["Peels onions"]}}}]}}]"#;
    let Imported { framework, report, problems } = import_files(&[("ship.json", text)]);
    assert_eq!((counts(&framework), report.skipped), ((2, 3, 2, 3), 0), "{problems:?}");
    assert_eq!(framework.dimensions[0].text.as_deref(), Some("Of rope"));
}

#[test]
fn data_that_is_no_matrix_is_left_alone() {
    let text =
        "name: ship\nversion: 1\ndependencies: {rope: 1.0, tar: 2.0}\nscripts: {test: make test, run: make run}\n";
    assert_eq!(counts(&import_files(&[("package.yml", text)]).framework), (0, 0, 0, 0));
}

#[test]
fn the_published_topics_come_out_exactly() {
    let path = Path::new("../../../shared/data/frameworks/monzo");
    if !path.exists() {
        return;
    }
    let framework = super::super::import(path, None, &crate::progress::Silent).framework;
    let backend = framework.roles.iter().find(|role| role.name == "Backend Engineering").unwrap();
    assert_eq!(criteria(&framework, &backend.id), 135);
    let extends = framework.extends.iter().find(|extends| extends.role == backend.id).unwrap();
    let inherited: usize = framework
        .cells
        .iter()
        .filter(|cell| extends.dimensions.contains(&cell.dimension))
        .filter(|cell| framework.positions_of(&extends.base).any(|own| own.id == cell.position))
        .map(|cell| cell.criteria.len())
        .sum();
    assert_eq!(135 + inherited, 153);
}

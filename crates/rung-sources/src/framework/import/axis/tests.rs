//! Axis charts in all the forms they are written in.

use rung_model::framework::Framework;

use super::super::written::{imported, said, sample};

const AXES: &str = "# Bakery ladders\n\n## Axes\n\n* **Dough**: what one can knead\n* **Oven**: what one can fire\n\n\
    Every level includes the previous ones.\n\n## Levels\n\n### Dough\n\n1. **Stirs**: stirs what is given\n\
    2. **Kneads**: kneads by hand\n3. **Ferments**: keeps the leaven\n\n### Oven\n\n1. **Watches**: watches the fire\n\
    2. **Stokes**: feeds the fire\n3. **Builds**: builds ovens\n";

const BAKER: &str = "# Baker\n\nBakes the bread.\n\n| Level | Senior | Position |\n|---|---|---|\n\
    | 1 | No | [B1 - Baker 1](#b1) |\n| 2 | Yes | [B2 - Baker 2](#b2) |\n\n## B1 - Baker 1\n\n\
    ![Baker 1](charts/b1.png)\n\n* **Stirs**: stirs slowly\n* **Watches**: watches the fire\n\n## B2 - Baker 2\n\n\
    * **Kneads**: kneads by hand\n* **Stokes**: feeds the fire\n\n# Other pages\n\n* [**Axes**](README.md)\n";

fn requires(framework: &Framework) -> Vec<String> {
    let of = |position: &rung_model::framework::Position| {
        let levels: Vec<String> = position.requires.iter().map(|(axis, level)| format!("{axis} {level}")).collect();
        format!("{} {} {}: {}", position.id, position.role, position.rank, levels.join(", "))
    };
    framework.positions.iter().map(of).collect()
}

#[test]
fn axes_on_one_page_and_positions_on_another_are_a_chart() {
    let imported = imported(&[("README.md", AXES), ("Baker.md", BAKER)]);
    let framework = &imported.framework;
    assert_eq!(said(&imported, "skipped"), Vec::<String>::new());
    assert_eq!(requires(framework), ["B1 baker 1: dough 1, oven 1", "B2 baker 2: dough 2, oven 2"]);
    assert_eq!(framework.roles[0].definition, "Bakes the bread.");
    assert!(framework.scales.iter().all(|scale| scale.cumulative && scale.levels.len() == 3));
    assert_eq!((framework.anchors.len(), framework.cells.len()), (6, 4));
    let cell = &framework.cells[0];
    assert_eq!((cell.proficiency.as_deref(), cell.text.as_deref()), (Some("Stirs"), Some("stirs slowly")));
    assert_eq!(cell.from.origin.as_ref().map(|at| (at.file.as_str(), at.line)), Some(("Baker.md", 14)));
    assert_eq!(framework.dimensions[1].text.as_deref(), Some("what one can fire"));
    assert_eq!(framework.positions[1].from.extra["x-senior"].as_str(), Some("Yes"));
}

#[test]
fn axes_and_positions_may_be_tables() {
    let page = "# Baker\n\n## Levels\n\n| Level | Dough | Oven |\n|---|---|---|\n| 1 | Stirs | Watches |\n\
        | 2 | Kneads | Stokes |\n| 3 | Ferments | Builds |\n\n## Positions\n\n| | Dough | Oven |\n|---|---|---|\n\
        | B1 | Stirs | Stokes |\n| B2 | 3 | 2 |\n";
    let imported = imported(&[("baker.md", page)]);
    assert_eq!(requires(&imported.framework), ["B1 baker 1: dough 1, oven 2", "B2 baker 2: dough 3, oven 2"]);
}

#[test]
fn pages_that_are_one_position_each_have_axes_as_headings() {
    let position = |dough: &str, oven: &str| {
        format!("### Dough\n\n#### {dough}: so\n\n* a\n* b\n\n### Oven\n\n#### {oven}\n\n* c\n")
    };
    let (one, two) = (position("Stirs", "Stokes"), position("Kneads", "Builds"));
    let imported = imported(&[("README.md", AXES), ("Baker 3.md", &one), ("Baker 4.md", &two)]);
    let framework = &imported.framework;
    assert_eq!(requires(framework), ["baker-3 baker 3: dough 1, oven 2", "baker-4 baker 4: dough 2, oven 3"]);
    assert_eq!(framework.cells[0].criteria.len(), 2);
    assert_eq!(said(&imported, "skipped"), Vec::<String>::new());
}

#[test]
fn a_missing_axis_and_left_over_stars_are_said_with_their_lines() {
    let odd =
        BAKER.replace("* **Stokes**: feeds", "* s the fire").replace("* **Kneads**", "* ***Kneads**") + "\n# Notes\n";
    let three =
        odd.replace("# Other pages", "## B3 - Baker 3\n\n* **Ferments**: so\n* **Builds**: so\n\n# Other pages");
    let imported = imported(&[("README.md", AXES), ("Baker.md", &three)]);
    let missing = said(&imported, "axis-missing");
    assert_eq!(missing, ["Baker.md:20 B2 has no level on the axis Oven, which others of its ladder have"]);
    assert_eq!(said(&imported, "broken-emphasis").len(), 1);
    assert_eq!(requires(&imported.framework)[1], "B2 baker 2: dough 2");
}

#[test]
fn names_that_differ_a_little_are_guessed() {
    let other = BAKER.replace("**Kneads**", "**Knead**").replace("**Stokes**", "**stokes**");
    let imported = imported(&[("README.md", AXES), ("Baker.md", &other)]);
    assert_eq!(requires(&imported.framework)[1], "B2 baker 2: dough 2, oven 2");
    assert_eq!(said(&imported, "guessed"), ["Baker.md:19 `Knead` is read as the level Kneads"]);
}

#[test]
fn positions_alone_have_their_axes_inferred_from_the_order() {
    let page = "# Baker\n\n## B1\n\n* **Stirs**: a\n* **Watches**: b\n* **Asks**: c\n\n## B2\n\n* **Kneads**: a\n\
        * **Watches**: b\n* **Tells**: c\n\n## B3\n\n* **Kneads**: a\n* **Stokes**: b\n* **Teaches**: c\n";
    let imported = imported(&[("baker.md", page)]);
    let expected = [
        "B1 baker 1: axis-1 1, axis-2 1, axis-3 1",
        "B2 baker 2: axis-1 2, axis-2 1, axis-3 2",
        "B3 baker 3: axis-1 2, axis-2 2, axis-3 3",
    ];
    assert_eq!(requires(&imported.framework), expected);
    assert_eq!(imported.report.guessed, 1);
}

#[test]
fn levels_with_the_same_skills_are_no_axes() {
    let page = "# Baker\n\n## Level 1\n\n* **Dough**: stirs\n* **Oven**: watches\n* **Shop**: greets\n\n## Level 2\n\n\
        * **Dough**: kneads\n* **Oven**: stokes\n* **Shop**: sells\n\n## Level 3\n\n* **Dough**: ferments\n\
        * **Oven**: builds\n* **Shop**: runs it\n";
    let imported = imported(&[("baker.md", page)]);
    assert!(!imported.report.shapes.contains_key("axis chart"));
}

#[test]
fn the_published_ladders_have_their_figures() {
    let Some(imported) = sample("engineeringladders") else { return };
    let framework = &imported.framework;
    let counts = imported.report.counts;
    assert_eq!((counts.roles, counts.positions, counts.dimensions), (4, 18, 5));
    assert_eq!((counts.anchors, counts.cells), (25, 90));
    let facts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/facts/ladder_matrix.csv");
    let facts = std::fs::read_to_string(facts).unwrap();
    let mut rows = facts.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(',').collect::<Vec<_>>());
    let axes = rows.next().unwrap();
    let mut seen = 0;
    for row in rows {
        let position = framework.position(row[0]).unwrap();
        for (axis, level) in axes.iter().zip(&row).skip(1) {
            assert_eq!(position.requires[*axis].to_string(), *level, "{} {axis}", row[0]);
            seen += 1;
        }
    }
    assert_eq!(seen, 90);
}

#[test]
fn the_malformed_page_says_what_is_wrong_with_lines() {
    let Some(imported) = sample("engineeringladders-malformed") else { return };
    let missing = said(&imported, "axis-missing");
    assert_eq!(missing, ["Developer.md:51 D4 has no level on the axis People, which others of its ladder have"]);
    let stars = said(&imported, "broken-emphasis");
    assert_eq!(stars, ["Developer.md:60 stars are left over around `Evolves`, which is read as Evolves"]);
    assert_eq!(imported.framework.position("D5").unwrap().requires["system"], 4);
    assert!(!imported.framework.position("D4").unwrap().requires.contains_key("people"));
    assert_eq!(imported.report.counts.cells, 34);
}

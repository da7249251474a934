//! Paths, reporting lines, equivalents, retired records and names in other languages.

use rung_model::framework::{EdgeKind, Framework, Status};

use super::super::written::{imported, said};

const LADDERS: &str = "# Levels\n\n## Dough\n\n1. **Stirs**: a\n2. **Kneads**: b\n3. **Ferments**: c\n\n## Oven\n\n\
    1. **Watches**: a\n2. **Stokes**: b\n3. **Builds**: c\n";
const BAKER: &str = "# Baker\n\n## B1 - Baker 1\n\n* **Stirs**: a\n* **Watches**: b\n\n## B2 - Baker 2\n\n* **Kneads**: a\n\
    * **Stokes**: b\n\n## B3 - Baker 3 (deprecated)\n\n* **Ferments**: a\n* **Builds**: b\n";
const KEEPER: &str = "# Shop keeper\n\n## S1 - Shop keeper 1\n\n* **Stirs**: a\n* **Stokes**: b\n\n## S2 - Shop keeper 2\n\n\
    * **Kneads**: a\n* **Builds**: b\n";

fn edges(framework: &Framework) -> Vec<String> {
    let of = |edge: &rung_model::framework::Edge| {
        let years = edge.years.map_or_else(String::new, |years| format!(" {}-{}", years.min, years.max));
        format!("{} {} {}{years}", edge.from, edge.kind.id(), edge.to)
    };
    framework.edges.iter().map(of).collect()
}

#[test]
fn sentences_between_known_records_are_edges() {
    let paths = "# Paths\n\n* B1 → B2 (2-3 years) → S2\n* From Shop keeper 1 to Shop keeper 2: 4 years\n\
        * Baker reports to Shop keeper\n* B2 is equivalent to S1\n* S1 -> Astronaut\n* Shop keeper 2 is retired\n";
    let files = [("README.md", LADDERS), ("baker.md", BAKER), ("keeper.md", KEEPER), ("paths.md", paths)];
    let imported = imported(&files);
    let framework = &imported.framework;
    let expected = ["B1 path B2 2-3", "B2 path S2", "S1 path S2 4-4", "baker reports_to shop-keeper"];
    assert_eq!(edges(framework), expected);
    assert_eq!(framework.position("B2").unwrap().equivalent, ["S1"]);
    assert_eq!(framework.position("S1").unwrap().equivalent, ["B2"]);
    assert_eq!(framework.position("S2").unwrap().status, Status::Retired);
    assert_eq!(framework.position("B3").unwrap().status, Status::Retired);
    assert_eq!(framework.edges[0].published.origin.as_ref().map(|at| at.line), Some(3));
    assert_eq!(said(&imported, "skipped"), ["paths.md:7 a list entry was not understood: `S1 -> Astronaut`"]);
}

#[test]
fn tables_give_paths_and_names_in_other_languages() {
    let paths = "# More\n\n| From | To | Years |\n|---|---|---|\n| B1 | B2 | 2–3 |\n| B2 | S1 | |\n\n\
        | English | Deutsch |\n|---|---|\n| Baker 1 | Bäcker 1 |\n| Shop keeper | Ladenhüter |\n";
    let files = [("README.md", LADDERS), ("baker.md", BAKER), ("keeper.md", KEEPER), ("more.md", paths)];
    let framework = imported(&files).framework;
    assert_eq!(edges(&framework), ["B1 path B2 2-3", "B2 path S1"]);
    assert!(framework.edges.iter().all(|edge| edge.kind == EdgeKind::Path));
    let names: Vec<String> = framework
        .translations
        .iter()
        .map(|one| format!("{} {} {} {}", one.table, one.id, one.language, one.text))
        .collect();
    assert_eq!(names, ["position B1 de Bäcker 1", "role shop-keeper de Ladenhüter"]);
}

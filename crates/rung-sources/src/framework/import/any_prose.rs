//! Whatever a page says, in whichever order, its import ends.

use proptest::prelude::*;

use super::testing::import_files;

/// Lines and pieces that importers look for.
const LINES: [&str; 26] = [
    "# Levels",
    "## Technology",
    "### Team: so",
    "## B1 - Baker 1",
    "## B2",
    "# Baker vs shop manager",
    "1. **Adopts**: a",
    "* **Owns**: b",
    "* ***Evolves**: c",
    "* **Team** d",
    "  * nested",
    "* B1 -> B2 (2-3 years)",
    "* B1 reports to B2",
    "| Level | Technology | System |",
    "|---|---|---|",
    "| 1 | Adopts | Owns |",
    "| B1 | 2 | A / R |",
    "| x | 30-50 % | ≤ 1 |",
    "| Tech lead | Engineering manager |",
    "|---|---|",
    "| Hands-on coding 0% to 300% | Able to act as a |",
    "## Baker is responsible for:",
    "Time of the week",
    "* Coding: 60%",
    "| English | Deutsch |",
    "",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_prose_ends(
        one in prop::collection::vec(prop::sample::select(&LINES[..]), 0..40),
        two in prop::collection::vec(prop::sample::select(&LINES[..]), 0..20),
        noise in "\\PC{0,60}",
    ) {
        let (one, two) = (one.join("\n"), two.join("\n") + "\n\n" + &noise);
        let imported = import_files(&[("one.md", &one), ("folder/two.md", &two), ("three.html", &noise)]);
        let counts = imported.report.counts;
        prop_assert_eq!(counts.positions, imported.framework.positions.len());
        for cell in &imported.framework.cells {
            prop_assert!(imported.framework.position(&cell.position).is_some());
            prop_assert!(imported.framework.dimension(&cell.dimension).is_some());
        }
    }
}

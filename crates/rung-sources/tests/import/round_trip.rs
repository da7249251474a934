//! Import, write, read again: the same framework, for every sample and every made one.

use std::path::Path;

use rung_sources::{
    framework::{Notation, import::import, read_only, to_text},
    progress::Silent,
};

use crate::support::sample;

/// Writes a framework in each notation and reads it again.
pub(crate) fn holds(path: &Path) {
    let got = import(path, None, &Silent);
    let folder = tempfile::tempdir().expect("a folder of the test");
    for (notation, name) in [(Notation::Toml, "f.toml"), (Notation::Yaml, "f.yaml"), (Notation::Json, "f.json")] {
        let text = to_text(&got.framework, notation);
        assert_eq!(text, to_text(&got.framework, notation));
        let file = folder.path().join(name);
        std::fs::write(&file, &text).expect("a folder of the test");
        let again = read_only(&file);
        let errors: Vec<String> = again.problems.iter().map(ToString::to_string).collect();
        assert_eq!(errors, Vec::<String>::new(), "{} as {name}", path.display());
        assert!(again.framework == got.framework, "{} as {name} is another framework", path.display());
    }
}

#[test]
fn every_sample_comes_back_the_same() {
    for name in [
        "engineeringladders",
        "engineeringladders-malformed",
        "financial-times/engineering.yml",
        "financial-times/engineering-v1.yml",
        "financial-times/operations.yml",
        "monzo",
        "monzo/generic.md",
        "monzo/engineering/backend.md",
        "monzo/people.md",
        "monzo/design/visual-design.md",
        "snowflake/snowflake.json",
    ] {
        if let Some(path) = sample(name) {
            holds(&path);
        }
    }
}

#[test]
fn a_made_ladder_comes_back_the_same() {
    let folder = tempfile::tempdir().expect("a folder of the test");
    let page = "# Builder \"ladder\" # 1\n\n| | Level 0 | Level 1 |\n|--|--|--|\n| Craft | a \\ b | 'c' <br> d: e |\n| *Care* | 1e3 | ~ |\n";
    let file = folder.path().join("ladder.md");
    std::fs::write(&file, page).expect("a folder of the test");
    holds(&file);
}

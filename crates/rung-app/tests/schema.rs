//! The published schemas and what --json prints are held together.
//!
//! `RUNG_WRITE_SCHEMA=1 cargo test -p rung-app --test schema` writes them anew.

use std::{fs, path::PathBuf};

use rung_app::wire::v1;
use schemars::{JsonSchema, schema_for};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema"))
}

fn published<T: JsonSchema>(name: &str) {
    let path = folder().join(name);
    let mut now = serde_json::to_string_pretty(&schema_for!(T)).expect("a schema is JSON");
    now.push('\n');
    if std::env::var_os("RUNG_WRITE_SCHEMA").is_some() {
        fs::create_dir_all(folder()).expect("the folder");
        fs::write(&path, &now).expect("the file");
    }
    let then = fs::read_to_string(&path).unwrap_or_default();
    assert!(then == now, "{name} is not what the code prints; see the head of this test for how to write it anew");
}

#[test]
fn every_schema_is_that_of_the_code() {
    published::<v1::report::Report>("report.v1.json");
    published::<v1::evidence::Evidence>("evidence.v1.json");
    published::<v1::classify::Classified>("classify.v1.json");
    published::<v1::explain::Explained>("explain.v1.json");
    published::<v1::corrections::Proposed>("correct.v1.json");
    published::<v1::corrections::Correction>("correct-list.v1.json");
    published::<v1::answers::Answer>("findings-history.v1.json");
    published::<v1::people::People>("people-list.v1.json");
    published::<v1::people::Unmatched>("people-unmatched.v1.json");
    published::<v1::people::Suggestions>("people-suggest.v1.json");
    published::<v1::people::Entry>("people-journal.v1.json");
    published::<v1::owners::Owners>("owners.v1.json");
    published::<v1::org::Checked>("org-check.v1.json");
    published::<v1::org::Tree>("org-tree.v1.json");
    published::<v1::org::Person>("org-show.v1.json");
    published::<v1::org::Diff>("org-diff.v1.json");
    published::<v1::org::Rollup>("org-rollup.v1.json");
    published::<v1::import::Imported>("org-import.v1.json");
    published::<v1::team::Team>("team-show.v1.json");
    published::<v1::team::Map>("team-map.v1.json");
    published::<v1::team::Proposals>("team-split.v1.json");
    published::<v1::team::Answers>("team-answers.v1.json");
    published::<v1::team::Contract>("team-contract.v1.json");
    published::<v1::rules::Tried>("rules-try.v1.json");
    published::<v1::roles::Catalogue>("roles.v1.json");
    published::<v1::roles::Comparisons>("roles-compare.v1.json");
    published::<v1::roles::Overlaps>("roles-overlap.v1.json");
    published::<v1::roles::Paths>("roles-paths.v1.json");
    published::<v1::ladder::LevelDiff>("roles-diff.v1.json");
    published::<v1::ladder::Nearest>("roles-nearest.v1.json");
    published::<v1::ladder::LevelOverlaps>("roles-overlap-levels.v1.json");
    published::<v1::framework::Imported>("framework-import.v1.json");
    published::<v1::framework::Validated>("framework-validate.v1.json");
    published::<v1::framework::Shown>("framework-show.v1.json");
    published::<v1::versions::Versions>("framework-diff.v1.json");
}

/// The format of framework files, for editors and CI of others.
#[test]
fn the_schema_of_framework_files_is_that_of_the_reader() {
    let path = folder().join("framework.v1.json");
    let now = rung_sources::framework::json_schema();
    if std::env::var_os("RUNG_WRITE_SCHEMA").is_some() {
        fs::write(&path, &now).expect("the file");
    }
    let then = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        then == now,
        "framework.v1.json is not what the code says; see the head of this test for how to write it anew"
    );
}

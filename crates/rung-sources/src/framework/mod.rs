//! Frameworks: Rung's own, a team's own in the same tables, and published ones of any shape.
//!
//! | room | what it does |
//! |---|---|
//! | `format.rs` | the format as data: tables and keys |
//! | `read/` | TOML, YAML and JSON into the model, strictly |
//! | `write/` | the model as TOML, YAML and JSON; `fmt` |
//! | [`import`] | published ladders into the model, by shape |
//!
//! One file, or a folder whose files are read as one; order does not matter; unknown keys are errors, keys that begin
//! with `x-` are kept. Competing claims stand side by side, the first is the one readings use.

mod builtin;
mod format;
pub mod import;
mod read;
mod schema;
mod write;

use std::path::Path;

use rung_model::{
    framework::{Framework, Place, Places},
    problem::{Problem, Severity},
};

use crate::strict::{Limits, Sheet, Text, load_any};
pub use builtin::builtin;
use read::Draft;
pub use schema::{help, json_schema};
pub use write::{Notation, fmt, to_text};

/// Files of a folder that are no framework.
const OTHER_FILES: [&str; 4] = ["roster.toml", "rules.toml", "days.toml", "config.toml"];
/// Endings that are read.
const ENDINGS: [&str; 4] = ["toml", "yaml", "yml", "json"];

/// A framework as read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What the files state.
    pub framework: Framework,
    /// Where each record stands.
    pub places: Places,
    /// What is wrong with the files as such; the checks across tables are
    /// [`rung_model::framework::check`]'s.
    pub problems: Vec<Problem>,
}

/// Reads a framework from a file or a folder, with every problem, those of the checks across tables included. Where
/// a problem is an error the framework is not whole and should not be used.
pub fn read(path: &Path) -> (Framework, Vec<Problem>) {
    let Read { framework, mut problems, .. } = read_only(path);
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (framework, problems)
}

/// Reads a framework without the checks across its tables.
pub fn read_only(path: &Path) -> Read {
    let mut problems = Vec::new();
    let mut texts = load_any(path, &ENDINGS, Limits::default(), &mut problems);
    texts.retain(|text| !OTHER_FILES.iter().any(|other| text.file.rsplit(['/', '\\']).next() == Some(other)));
    let whole = Place { file: path.display().to_string(), line: 0 };
    let mut read = read_texts(&texts, whole);
    if problems.is_empty() && read.framework.roles.is_empty() && read.problems.is_empty() {
        let what = "it holds no role";
        let mend = "add a [[role]] with id and name, or import a published framework with `rung framework import`";
        problems.push(Problem::new(Severity::Error, path.display().to_string(), "empty-framework", what, mend));
    }
    problems.append(&mut read.problems);
    Read { problems, ..read }
}

fn read_texts(texts: &[Text], whole: Place) -> Read {
    let mut problems = Vec::new();
    let mut draft = Draft::new(whole);
    for text in texts {
        let sheet = Sheet::parse(text);
        draft.take(&sheet.root());
        problems.extend(sheet.into_problems());
    }
    problems.extend(draft.one_head());
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    let Draft { framework, places, .. } = draft;
    Read { framework, places, problems }
}

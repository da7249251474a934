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
#[cfg(test)]
mod tests;
mod write;

use std::path::Path;

use rung_model::{
    framework::{Framework, Place, Places, check},
    problem::{Problem, Severity},
};

use crate::{
    progress::Progress,
    strict::{Limits, Sheet, Text, load_any},
    tree,
};
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
    let Read { framework, places, mut problems } = read_only(path);
    problems.extend(check::structure(&framework, &places));
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (framework, problems)
}

/// Any framework: one in Rung's own format, or a published one of any shape.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What it says.
    pub framework: Framework,
    /// Where each record stands.
    pub places: Places,
    /// What is wrong with the files as such, and what an import skipped or guessed.
    pub problems: Vec<Problem>,
    /// How it was imported; absent for a framework in Rung's own format.
    pub report: Option<import::Report>,
}

/// Opens a framework in Rung's own format, or imports a published one. `id` names what is imported.
pub fn open(path: &Path, id: Option<&str>, progress: &dyn Progress) -> Opened {
    if is_own(path) {
        let Read { framework, places, problems } = read_only(path);
        return Opened { framework, places, problems, report: None };
    }
    let import::Imported { framework, report, problems } = import::import(path, id, progress);
    let whole = Place { file: path.display().to_string(), line: 0 };
    let places = Places::of_origins(&framework, whole);
    Opened { framework, places, problems, report: Some(report) }
}

/// Whether a file, or some file directly in a folder, is written in Rung's own format: it is TOML, or has a key
/// `framework` with an id at its top.
fn is_own(path: &Path) -> bool {
    let own = |path: &Path| match path.extension().and_then(|ending| ending.to_str()) {
        Some("toml") => true,
        Some(ending @ ("yaml" | "yml" | "json")) => {
            let Ok(text) = std::fs::read_to_string(path) else { return false };
            let (node, _) = if ending == "json" { tree::json("", &text) } else { tree::yaml("", &text) };
            node.and_then(|node| node.get("framework")?.get("id").cloned()).is_some()
        }
        _ => false,
    };
    if !path.is_dir() {
        return own(path);
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<_> = entries.filter(|path| path.is_file()).collect();
    paths.sort();
    paths.iter().any(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        !OTHER_FILES.contains(&name) && own(path)
    })
}

/// Whether a file of a folder is one that a framework is read from.
pub fn is_framework_file(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    !OTHER_FILES.contains(&name) && ENDINGS.contains(&ending)
}

/// Reads a framework without the checks across its tables.
pub fn read_only(path: &Path) -> Read {
    let mut problems = Vec::new();
    let mut texts = load_any(path, &ENDINGS, Limits::default(), &mut problems);
    texts.retain(|text| !OTHER_FILES.iter().any(|other| text.file.rsplit(['/', '\\']).next() == Some(other)));
    let place = Place { file: path.display().to_string(), line: 0 };
    let mut read = read_texts(&texts, place);
    let whole = problems.iter().chain(&read.problems).all(|problem| problem.severity != Severity::Error);
    if whole && holds_nothing(&read.framework) {
        let what = "it holds nothing of a framework";
        let mend = "add a [[role]] with id and name, or import a published framework with `rung framework import`";
        problems.push(Problem::new(Severity::Error, path.display().to_string(), "empty-framework", what, mend));
    }
    problems.append(&mut read.problems);
    Read { problems, ..read }
}

/// Reads a framework in TOML that is no file's, with the checks across its tables.
pub fn read_text(name: &str, text: &str) -> (Framework, Vec<Problem>) {
    let Read { framework, places, mut problems } =
        read_texts(&[Text::of(name, text)], Place { file: name.to_owned(), line: 0 });
    problems.extend(check::structure(&framework, &places));
    (framework, problems)
}

/// Whether there is no record in any table.
fn holds_nothing(framework: &Framework) -> bool {
    let f = framework;
    let head = Framework {
        id: f.id.clone(),
        name: f.name.clone(),
        version: f.version.clone(),
        language: f.language.clone(),
        license: f.license.clone(),
        source: f.source.clone(),
        from: f.from.clone(),
        ..Framework::default()
    };
    *f == head
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

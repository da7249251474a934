//! Published career frameworks of any shape, made into the one model.
//!
//! Files are read into pages (`page.rs`); each importer looks at all pages, recognises its shape and takes what it
//! understands (`draft.rs`); whatever no importer took is listed with its line (`left.rs`). Importers know shapes,
//! not companies.

#[cfg(test)]
mod any_data;
#[cfg(test)]
mod any_prose;
mod axis;
mod declared;
mod draft;
mod duties;
mod fields;
mod left;
mod level;
mod links;
mod matrix;
mod named;
mod naming;
mod nested;
mod page;
mod parts;
mod paths;
mod points;
mod registry;
mod report;
mod required;
mod spectra;
mod split;
mod tagged;
#[cfg(test)]
mod testing;
mod tiered;
mod washed;
mod weighted;
#[cfg(test)]
mod written;

use std::path::Path;

use rung_model::{
    framework::{Framework, Place},
    problem::Problem,
};

use super::write::{Notation, to_text};
use crate::{progress::Progress, strict::Text};
use draft::Draft;
use page::Page;
pub use report::{Counts, Report};

/// An importer: recognises one shape among the pages and takes what it understands.
type Importer = fn(&[Page], &mut Draft);

/// Every shape, the most particular first: what one has taken the next ones leave alone.
const IMPORTERS: &[(&str, Importer)] = &[
    ("points", points::import),
    ("skills by proficiency", tiered::import),
    ("weighted score", weighted::import),
    ("tagged list", tagged::import),
    ("nested data", nested::import),
    ("axis chart", axis::import),
    ("responsibilities", duties::import),
    ("time split", split::tables),
    ("spectra", spectra::import),
    ("skill registry", registry::import),
    ("required levels", required::import),
    ("matrix", matrix::import),
    ("time split by lists", split::lists),
    ("paths", paths::import),
    ("links", links::import),
];

/// A framework that was imported, and how.
#[derive(Clone, Debug)]
pub struct Imported {
    /// What was understood.
    pub framework: Framework,
    /// What was understood, skipped and guessed.
    pub report: Report,
    /// Everything to say about the input: syntax problems, guesses, what was skipped; sorted by file and line.
    pub problems: Vec<Problem>,
}

/// Endings that [`probe`] chooses from.
const PROBED: [&str; 8] = ["md", "html", "csv", "yaml", "json", "js", "toml", "tsv"];

/// Reads bytes as a page of the kind the first byte picks, and says whether what was understood is the same after
/// writing and reading it in each notation: the law that fuzzing and its corpus hold the importers to.
///
/// # Panics
/// Where the law does not hold.
pub fn probe(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let ending = PROBED[usize::from(*first) % PROBED.len()];
    let text = Text { file: format!("page.{ending}"), text: String::from_utf8_lossy(rest).into_owned() };
    let mut problems = Vec::new();
    let pages: Vec<Page> = page::of_text(text.file.clone(), &text, &mut problems).into_iter().collect();
    let got = of_pages(Path::new(&text.file), None, &pages, problems);
    for notation in [Notation::Toml, Notation::Yaml, Notation::Json] {
        let file = format!("framework.{}", notation.ending());
        let written = Text { file, text: to_text(&got.framework, notation) };
        let read = super::read_texts(std::slice::from_ref(&written), Place::default());
        let errors: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
        assert!(errors.is_empty(), "{errors:?}\n{}", written.text);
        assert!(read.framework == got.framework, "another framework comes back from\n{}", written.text);
    }
}

/// Imports a file or folder. `id` names the framework; without one its name does.
pub fn import(path: &Path, id: Option<&str>, progress: &dyn Progress) -> Imported {
    let mut problems = Vec::new();
    let pages = page::read(path, progress, &mut problems);
    of_pages(path, id, &pages, problems)
}

fn of_pages(path: &Path, id: Option<&str>, pages: &[Page], problems: Vec<Problem>) -> Imported {
    let mut draft = Draft::new(path, id);
    for (shape, importer) in IMPORTERS {
        draft.shape = shape;
        importer(pages, &mut draft);
    }
    left::over(pages, &mut draft);
    draft.finish(pages, problems)
}

//! Frameworks from TOML: the built-in one, and a team's own in the same tables.
//!
//! One file, or a folder whose `.toml` files are read as one; order does not matter; unknown keys
//! are errors. Competing claims stand side by side, the first is the one readings use.
//!
//! | table | keys (those in bold are needed) |
//! |---|---|
//! | `[framework]` | **id**, **name**, **version**, language, license, source |
//! | `[[source]]` | **key** (letters: `B`), **title**, **by**, license |
//! | `[[role]]` | **id**, **name**, short, aliases, **track** = ic, management, product or programme; family = technical, people, coordination or direction; stands_for_family, variant_of, **definition**, sources, no_duties, shift |
//! | `[[scale]]` | **id**, cumulative, **levels** = `[{ n, name }]` counted from 1 |
//! | `[[dimension]]` | **id**, **name**, **scale**, kind = axis |
//! | `[[position]]` | **id**, **role**, **rank**, titles, requires = { dimension = level } (absent = not assessed) |
//! | `[[split]]` | **role**, **strategy**, **people**, **building** = { mean = share }, **k**, **basis** = sourced or synthesis, source, note |
//! | `[[hands_on]]` | **role**, **min**, **max** (shares), **basis**, source, note |
//! | `[[responsibility]]` | **id**, **name**, **bucket**, **owner** = a list of roles, or `["any"]`, shared (absent = no source says), **stated** = a list of source key and number, `C16` or `B:pm1`, source_bucket = { B1 = bucket } where a source files it under one, traces = a list of activities |
//! | `[[skill]]` | **id**, **name**, **bucket**, **levels** = { role = 0 to 4 } |
//! | `[[edge]]` | **from**, **to**, years = { min, max } (absent = no source says), sources, note |
//! | `[[norm]]` | **id**, **text**, **source** |
//! | `[[activity]]` | **id**, and bucket or weights = { bucket = share }; activities left out keep their built-in bucket |

mod builtin;
mod checks;
mod claim;
mod draft;
mod duty;
mod role;
mod skill;

use std::path::Path;

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
};

use crate::strict::{Sheet, Text, load_folder};
pub use builtin::builtin;
use draft::Draft;

/// Files of a folder that are no framework.
const OTHER_FILES: [&str; 4] = ["roster.toml", "rules.toml", "days.toml", "config.toml"];

/// Reads a framework from a file or a folder, with every problem. Where a problem is an error the
/// framework is not whole and should not be used.
pub fn read(path: &Path) -> (Framework, Vec<Problem>) {
    let mut problems = Vec::new();
    let texts = load_folder(path, &OTHER_FILES, &mut problems);
    let (framework, more) = read_texts(&texts);
    if problems.is_empty() && framework.roles.is_empty() && more.is_empty() {
        let what = "it holds no role";
        let mend = "add a [[role]] with id, name, track and definition";
        problems.push(Problem::new(Severity::Error, path.display().to_string(), "empty-framework", what, mend));
    }
    problems.extend(more);
    (framework, problems)
}

fn read_texts(texts: &[Text]) -> (Framework, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut draft = Draft::default();
    for text in texts {
        let sheet = Sheet::parse(text);
        draft.take(&sheet.root());
        problems.extend(sheet.into_problems());
    }
    for check in checks::ALL {
        problems.extend(check(&draft));
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (draft.into_framework(), problems)
}

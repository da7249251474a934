//! `fmt`: a roster file in the layout of Rung; nothing it says changes, and comments stay.

use std::path::Path;

use rung_model::problem::{Problem, Severity};

use super::keys;
use crate::tree::{self, laid_out};

/// The text of a roster file as `fmt` lays it out: tables in the order they stand, keys in the usual one.
///
/// # Errors
/// The problems that keep the file from being read.
pub fn fmt(file: &Path, text: &str) -> Result<String, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let (node, problems) = tree::toml(&file.display().to_string(), &text);
    match node.filter(|_| problems.iter().all(|problem| problem.severity == Severity::Note)) {
        Some(node) => Ok(laid_out(&text, &node, &|table| keys::of(table).to_vec())),
        None => Err(problems),
    }
}

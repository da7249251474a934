//! The laws of the format: what is written is read again, `fmt` changes no word, each key is held to its kind.

mod any;
mod bad_input;
mod layout;
mod messy;
mod mutated;
mod round_trip;
mod tables;

use rung_model::framework::Place;

use super::{Read, read_texts};
use crate::strict::Text;

/// A framework that uses every key of the format, in each notation.
const FULL: [(&str, &str); 3] = [
    ("full.toml", include_str!("../../../tests/frameworks/full.toml")),
    ("full.yaml", include_str!("../../../tests/frameworks/full.yaml")),
    ("full.json", include_str!("../../../tests/frameworks/full.json")),
];

/// Reads files given as name and text.
fn read_files<T: AsRef<str>>(files: &[(&str, T)]) -> Read {
    let texts: Vec<Text> =
        files.iter().map(|(file, text)| Text { file: (*file).to_owned(), text: text.as_ref().to_owned() }).collect();
    read_texts(&texts, Place { file: "folder".to_owned(), line: 0 })
}

/// The problems as shown.
fn shown(read: &Read) -> Vec<String> {
    read.problems.iter().map(ToString::to_string).collect()
}

//! One value tree with lines, read from TOML, YAML 1.2, JSON and the constants of JavaScript or
//! TypeScript, and written as TOML, YAML and JSON.
//!
//! Two nodes are equal when they say the same: lines and the order of keys do not count. Readers
//! return a tree with every problem they can know of; where the text cannot be read as a whole
//! there is no tree, and an error among the problems. Of two equal keys the first one stands.

mod from_json;
mod from_toml;
mod from_yaml;
mod javascript;
mod lines;
mod map;
mod model_value;
mod node;
#[cfg(test)]
mod published;
mod quoted;
#[cfg(test)]
mod round_trip;
mod to_json;
mod to_toml;
mod to_yaml;
mod toml_comments;
mod toml_fmt;
mod yaml_build;
mod yaml_comment;
mod yaml_scalar;

pub(crate) use from_json::{json, json_comment};
pub(crate) use from_toml::toml;
pub(crate) use from_yaml::yaml;
pub(crate) use javascript::{Constant, javascript};
pub(crate) use lines::Lines;
pub(crate) use map::{Key, Map};
pub(crate) use node::{Node, Value};
pub(crate) use to_json::to_json;
pub(crate) use to_toml::{key as key_to_toml, pair as pair_to_toml, to_toml};
pub(crate) use to_yaml::to_yaml;
#[cfg(test)]
pub(crate) use toml_comments::comments_in;
pub(crate) use toml_fmt::{in_order, laid_out};
pub(crate) use yaml_comment::yaml_comment;

use rung_model::problem::{Problem, Severity};

/// Deepest nesting that is read: what any reader accepts, every writer can write.
pub(crate) const DEEPEST: usize = 64;

fn too_deep(file: &str, line: usize) -> Problem {
    let what = format!("lists and tables stand inside each other more than {DEEPEST} deep");
    let mend = "write it flatter";
    Problem::new(Severity::Error, file, "too-deep", what, mend).at_line(line)
}

fn duplicate_key(file: &str, key: &Key, first: usize) -> Problem {
    let shown: String = key.text.chars().take(60).collect();
    let what = format!("the key `{shown}` stands here again, after line {first}");
    Problem::new(Severity::Warning, file, "duplicate-key", what, "keep one of the two").at_line(key.line)
}

//! The file of an export, read so that nothing private leaves it.

use std::{collections::BTreeMap, path::Path};

use rung_model::problem::{Problem, Severity};
use serde::{Deserialize, de::IgnoredAny};

use super::problem;

/// Largest file that is read, bytes: several years of one computer.
const LARGEST: u64 = 512 << 20;

/// An export: buckets by their ids.
#[derive(Deserialize)]
pub(super) struct Export {
    pub(super) buckets: BTreeMap<String, Bucket>,
}

/// What one watcher recorded.
#[derive(Deserialize)]
pub(super) struct Bucket {
    #[serde(rename = "type", default)]
    pub(super) kind: Loose<String>,
    #[serde(default)]
    pub(super) client: Loose<String>,
    #[serde(default)]
    pub(super) hostname: Loose<String>,
    #[serde(default)]
    pub(super) events: Vec<Loose<Event>>,
}

/// Something it saw. Of its fields only these are taken.
#[derive(Deserialize)]
pub(super) struct Event {
    pub(super) timestamp: String,
    /// Seconds.
    pub(super) duration: f64,
    #[serde(default)]
    pub(super) data: Loose<Fields>,
}

/// The fields that may be used: no title, no address, no file.
#[derive(Default, Deserialize)]
pub(super) struct Fields {
    pub(super) app: Option<String>,
    pub(super) status: Option<String>,
    pub(super) project: Option<String>,
}

/// A value, or something else in its place.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Loose<T> {
    Read(T),
    Other(IgnoredAny),
}

impl<T> Default for Loose<T> {
    fn default() -> Self {
        Self::Other(IgnoredAny)
    }
}

impl<T> Loose<T> {
    pub(super) fn value(&self) -> Option<&T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Other(_) => None,
        }
    }
}

/// The bytes of a file.
pub(super) fn load(path: &Path) -> Result<Vec<u8>, Box<Problem>> {
    let file = path.display().to_string();
    if std::fs::metadata(path).is_ok_and(|meta| meta.len() > LARGEST) {
        let what = format!("it has more than {} MB", LARGEST >> 20);
        let mend = "export each bucket, or each year, on its own";
        return Err(Box::new(problem(Severity::Error, &file, "too-large", what, mend)));
    }
    std::fs::read(path).map_err(|error| {
        let what = format!("it cannot be read: {error}");
        Box::new(problem(Severity::Error, &file, "cannot-read", what, "check the name, and that you may read it"))
    })
}

/// The buckets in a file's bytes.
pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Export, Box<Problem>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let mend = "export all buckets as JSON again, on the page Raw Data";
        let (line, words) = (error.line().max(1), error.to_string());
        // What serde says of a wrong value quotes it, and that may be private.
        let what = match error.classify() {
            serde_json::error::Category::Data => "it is no export of ActivityWatch: no buckets with events".to_owned(),
            _ => format!("it is no JSON: {}", words.split(" at line ").next().unwrap_or_default()),
        };
        Box::new(problem(Severity::Error, file, "not-activitywatch", what, mend).at_line(line))
    })
}

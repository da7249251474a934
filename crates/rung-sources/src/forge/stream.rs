//! The files of a forge as a stream of pages: a piece of a file is a page.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
    vec::IntoIter,
};

use rung_model::{
    manifest::SourceKind,
    problem::{Problem, Severity},
    work_item::WorkItem,
};
use serde_json::Value;

use super::{
    facts::{Facts, ItemKey},
    github, gitlab,
};
use crate::{
    source::{Page, Pages},
    tracker::{
        elements::Elements,
        files::{Found, name},
        text::{self, Notation, decode, guessed_encoding},
    },
};

/// Bytes after which a page ends.
const PIECE: usize = 4 << 20;
/// Most problems of one kind that are told line by line for a file.
const MOST_TOLD: usize = 50;

/// A forge's files, one after the other.
pub(super) struct Stream {
    kind: SourceKind,
    facts: Facts,
    files: IntoIter<PathBuf>,
    texts: IntoIter<Vec<u8>>,
    open: Option<Open>,
    over: bool,
}

struct Open {
    file: Arc<str>,
    /// What the folder and the name of the file say about it: `pull_request_review`, `issues`.
    hints: Vec<String>,
    values: Elements,
    told: usize,
    told_encoding: bool,
}

/// What was made of a value.
pub(super) enum Made {
    /// It was understood, or counted as not used.
    Understood,
    /// It is nothing this forge writes.
    Unknown,
}

impl Stream {
    pub(super) fn of(kind: SourceKind, _: &Path, found: Found, mut facts: Facts) -> Self {
        facts.page.problems = found.problems;
        if found.others > 0 {
            facts.page.unused.insert("file of another kind".to_owned(), found.others);
        }
        Self { kind, facts, files: found.files.into_iter(), texts: Vec::new().into_iter(), open: None, over: false }
    }

    /// Reads texts in memory instead of files.
    pub(super) fn of_texts(kind: SourceKind, texts: &[&[u8]], facts: Facts) -> Self {
        let texts: Vec<Vec<u8>> = texts.iter().map(|text| text.to_vec()).collect();
        let files = Vec::new().into_iter();
        Self { kind, facts, files, texts: texts.into_iter(), open: None, over: false }
    }

    /// What is known of every work item, once all is read.
    pub(super) fn into_items(self) -> HashMap<ItemKey, Arc<WorkItem>> {
        self.facts.items()
    }

    fn begin(&mut self, file: &str, opened: Result<text::Opened, Box<Problem>>) {
        match opened {
            Err(problem) => self.facts.page.problems.push(*problem),
            Ok(opened) if opened.notation == Notation::Table => {
                let what = "the file holds no JSON, and a forge's deliveries and answers are JSON";
                let mend = "name the kind of source that wrote it, or leave it out";
                self.facts.page.problems.push(Problem::new(Severity::Error, file, "not-json", what, mend));
            }
            Ok(opened) => {
                let path = Path::new(file);
                let parts = path.iter().rev().take(3).map(|part| part.to_string_lossy().to_lowercase());
                self.open = Some(Open {
                    file: file.into(),
                    hints: parts.map(|part| part.split('.').next().unwrap_or_default().replace('-', "_")).collect(),
                    values: Elements::of(opened.text, &[]),
                    told: 0,
                    told_encoding: false,
                });
            }
        }
    }

    /// Reads a piece of the open file; says whether there may be more.
    fn piece(&mut self, open: &mut Open) -> bool {
        let mut used = 0;
        while used < PIECE {
            let Some(value) = open.values.next() else {
                if let Some(error) = open.values.failure() {
                    let what = format!("the file cannot be read to its end: {error}");
                    let mend = "make the file readable, or leave it out";
                    let problem = Problem::new(Severity::Error, &*open.file, "cannot-read", what, mend);
                    self.facts.page.problems.push(problem);
                }
                return false;
            };
            used += value.bytes.len();
            let (text, guessed) = decode(&value.bytes);
            if guessed && !std::mem::replace(&mut open.told_encoding, true) {
                self.facts.page.problems.push(guessed_encoding(&open.file, value.line));
            }
            match serde_json::from_str::<Value>(&text) {
                Ok(Value::Array(rest)) if rest.is_empty() => {}
                Ok(record) => self.record(&record, open, value.line),
                Err(error) => {
                    let line = value.line + error.line().saturating_sub(1);
                    let said = error.to_string();
                    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
                    let what = format!("a record is not readable as JSON ({said}); it is left out");
                    let mend = "fetch it again; a download that stopped leaves half a file";
                    self.tell(open, "json-broken", Severity::Error, line, what, mend);
                }
            }
        }
        true
    }

    fn record(&mut self, record: &Value, open: &mut Open, line: usize) {
        let made = match self.kind {
            SourceKind::GitLab => gitlab::record(record, &open.hints, &mut self.facts),
            _ => github::record(record, &open.hints, &mut self.facts),
        };
        if matches!(made, Made::Unknown) {
            self.facts.page.not_used("unknown record");
            let what = format!("a record is nothing that {} writes about work; it is not used", self.kind.name());
            let mend = "nothing to do where it is of another program; else name the kind of source that wrote it";
            self.tell(open, "unknown-payload", Severity::Note, line, what, mend);
        }
    }

    fn tell(
        &mut self,
        open: &mut Open,
        check: &'static str,
        severity: Severity,
        line: usize,
        what: String,
        mend: &str,
    ) {
        open.told += 1;
        if open.told <= MOST_TOLD {
            self.facts.page.problems.push(Problem::new(severity, &*open.file, check, what, mend).at_line(line));
        }
    }
}

impl Pages for Stream {
    fn next_page(&mut self) -> Option<Page> {
        if self.over {
            return None;
        }
        if let Some(mut open) = self.open.take() {
            if self.piece(&mut open) {
                self.open = Some(open);
            }
        } else if let Some(path) = self.files.next() {
            let file = name(&path);
            self.begin(&file, text::open(&path, &file));
        } else if let Some(bytes) = self.texts.next() {
            self.begin("text", text::of_bytes(&bytes, "text"));
        } else {
            self.over = true;
        }
        let mut page = std::mem::take(&mut self.facts.page);
        page.cursor = (!self.over).then(|| self.open.as_ref().map_or_else(String::new, |open| open.file.to_string()));
        Some(page)
    }
}

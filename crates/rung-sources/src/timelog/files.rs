//! The files of a log as pages: one each, but for watchers, whose files are one record together.

use std::{
    collections::VecDeque,
    ffi::OsStr,
    path::{Path, PathBuf},
    sync::Arc,
};

use rung_model::{
    account::Account,
    manifest::SourceKind,
    problem::{Problem, Severity},
};

use super::{
    activitywatch,
    overlap::Overlaps,
    reading::{Log, Reading},
    table, timewarrior, toggl,
};
use crate::{
    source::{Page, Pages, Query},
    strict::{Limits, Text, list_any, load_published},
};

/// How much of a folder is read at most; one file of it at a time.
const LIMITS: Limits = Limits { files: 20_000, bytes: 1 << 30 };

/// The files of a log.
pub(super) struct Files<'q> {
    log: Log<'q>,
    waiting: VecDeque<PathBuf>,
    /// What listing them met, told with the first page.
    problems: Vec<Problem>,
    overlaps: Option<Overlaps>,
}

impl<'q> Files<'q> {
    pub(super) fn new(kind: SourceKind, path: &Path, person: &Arc<Account>, query: Query<'q>) -> Self {
        let endings: &[&str] = match kind {
            SourceKind::Timewarrior => &["data", "json"],
            SourceKind::ActivityWatch => &["json"],
            SourceKind::Toggl => &["csv", "json"],
            _ => &["csv", "tsv", "txt"],
        };
        let mut problems = Vec::new();
        let mut waiting = VecDeque::from(list_any(path, endings, LIMITS, &mut problems));
        if path.is_dir() && kind == SourceKind::Timewarrior && !waiting.is_empty() {
            waiting.retain(|file| holds_intervals(file));
            if waiting.is_empty() {
                let what = "the folder holds no month of Timewarrior, such as 2026-03.data";
                let mend = "name the folder `data` of Timewarrior, or a file that `timew export` wrote";
                problems.push(Problem::new(Severity::Error, path.display().to_string(), "nothing-to-read", what, mend));
            }
        }
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into());
        let log = Log { kind, source: format!("{}:{name}", kind.id()).into(), person: Arc::clone(person), query };
        Self { log, waiting, problems, overlaps: Some(Overlaps::default()) }
    }

    fn page(&mut self) -> Option<Page> {
        if self.log.kind == SourceKind::ActivityWatch {
            let paths: Vec<PathBuf> = self.waiting.drain(..).collect();
            return (!paths.is_empty()).then(|| activitywatch::page(&self.log, &paths));
        }
        let path = self.waiting.pop_front()?;
        let mut problems = Vec::new();
        let page = load_published(&path, &mut problems).map(|text| page_of(&self.log, &text)).unwrap_or_default();
        problems.extend(page.problems);
        Some(Page { problems, ..page })
    }
}

impl Pages for Files<'_> {
    fn next_page(&mut self) -> Option<Page> {
        let mut page = match self.page() {
            Some(page) => page,
            None => Page { problems: self.overlaps.take()?.notes(), ..Page::default() },
        };
        if let Some(overlaps) = &mut self.overlaps {
            overlaps.see(&page.evidence, &self.log.query);
            page.cursor = Some(format!("{} files left", self.waiting.len()));
        }
        page.problems.splice(0..0, std::mem::take(&mut self.problems));
        Some(page)
    }
}

/// Whether a file in the folder of Timewarrior is a month or an export: its tags and its journal end in `.data` too.
fn holds_intervals(file: &Path) -> bool {
    if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        return true;
    }
    let stem = file.file_stem().and_then(OsStr::to_str).and_then(|stem| stem.split_once('-'));
    let digits = |text: &str, many: usize| text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit());
    stem.is_some_and(|(year, month)| digits(year, 4) && digits(month, 2))
}

/// The entries of one file.
pub(super) fn page_of(log: &Log<'_>, text: &Text) -> Page {
    let mut reading = Reading::new(log, &text.file);
    let is_json = text.text.trim_start().starts_with(['[', '{']);
    match log.kind {
        SourceKind::Timewarrior if is_json => timewarrior::export(&mut reading, &text.text),
        SourceKind::Timewarrior => timewarrior::month(&mut reading, &text.text),
        SourceKind::Toggl if is_json => toggl::read(&mut reading, &text.text),
        _ => table::read(&mut reading, &text.text),
    }
    reading.finish()
}

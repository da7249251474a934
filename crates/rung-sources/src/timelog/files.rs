//! The files of a log as pages: one each, but for watchers, whose files are one record together.

use std::{collections::VecDeque, path::PathBuf, sync::Arc};

use rung_model::{account::Account, manifest::SourceKind, problem::Problem};

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
/// Files of Timewarrior that hold no entries.
const NO_ENTRIES: [&str; 4] = ["tags.data", "undo.data", "backlog.data", "exclusions.data"];

/// The files of a log.
pub(super) struct Files<'q> {
    log: Log<'q>,
    waiting: VecDeque<PathBuf>,
    /// What listing them met, told with the first page.
    problems: Vec<Problem>,
    overlaps: Option<Overlaps>,
}

impl<'q> Files<'q> {
    pub(super) fn new(kind: SourceKind, path: &std::path::Path, person: &Arc<Account>, query: Query<'q>) -> Self {
        let endings: &[&str] = match kind {
            SourceKind::Timewarrior => &["data", "json"],
            SourceKind::ActivityWatch => &["json"],
            SourceKind::Toggl => &["csv", "json"],
            _ => &["csv", "tsv", "txt"],
        };
        let mut problems = Vec::new();
        let mut waiting = VecDeque::from(list_any(path, endings, LIMITS, &mut problems));
        if path.is_dir() && kind == SourceKind::Timewarrior {
            waiting.retain(|file| !file.file_name().is_some_and(|name| NO_ENTRIES.iter().any(|no| name == *no)));
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

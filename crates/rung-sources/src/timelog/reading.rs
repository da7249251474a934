//! Entries become evidence: who, how long, in which words, and an id that survives every change of files.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use rung_model::{
    account::Account,
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When},
    manifest::SourceKind,
    problem::{Problem, Severity},
    time_entry::TimeEntry,
};

use super::entry::{Entry, stated};
use crate::{
    source::{Page, Query},
    strict::without_hidden,
};

/// Most problems listed for one file; the others are counted.
const MOST_PROBLEMS: usize = 1_000;
/// An entry longer than this is told.
const LONG: i64 = 24 * 3600;
/// An entry longer than this is no entry.
const TOO_LONG: i64 = 7 * 24 * 3600;

/// What all files of a log share.
pub(super) struct Log<'a> {
    /// Its shape.
    pub(super) kind: SourceKind,
    /// The manifest's id.
    pub(super) source: Arc<str>,
    /// Who entries are of that name nobody.
    pub(super) person: Arc<Account>,
    /// The days asked for, and the zone.
    pub(super) query: Query<'a>,
}

/// One file being read.
pub(super) struct Reading<'a, 'q> {
    /// What all files share.
    pub(super) log: &'a Log<'q>,
    /// The file as the user named it.
    pub(super) file: Arc<str>,
    page: Page,
    accounts: HashMap<Account, Arc<Account>>,
    texts: HashMap<String, Arc<str>>,
    equal: HashMap<EvidenceId, u32>,
    notes: BTreeMap<&'static str, (usize, Problem)>,
    more: u64,
}

impl<'a, 'q> Reading<'a, 'q> {
    pub(super) fn new(log: &'a Log<'q>, file: &str) -> Self {
        Self {
            log,
            file: file.into(),
            page: Page::default(),
            accounts: HashMap::new(),
            texts: HashMap::new(),
            equal: HashMap::new(),
            notes: BTreeMap::new(),
            more: 0,
        }
    }

    /// Takes an entry. Hidden characters and double spaces go out of its words.
    pub(super) fn add(&mut self, entry: &Entry, when: When) {
        if let When::Interval { start, end, .. } = &when {
            let seconds = end.duration_since(*start).as_secs();
            if seconds > TOO_LONG {
                let what = format!("the entry lasts {} days", seconds / 86_400);
                self.refuse(entry.line, "too-long", what, "give it the end it had, or split it into the days it was");
                return;
            }
            if seconds > LONG {
                let what = format!("the entry lasts {} hours", seconds / 3_600);
                self.note(entry.line, "long-entry", what, "check its end: a clock that nobody stops goes on");
            }
        }
        let actor = match &entry.who {
            Some(who) => Arc::clone(self.accounts.entry(who.clone()).or_insert_with(|| Arc::new(who.clone()))),
            None => Arc::clone(&self.log.person),
        };
        let title = self.text(&entry.title);
        let project = self.text(&entry.project);
        let mut tags: Vec<Arc<str>> = entry.tags.iter().filter_map(|tag| self.text(tag)).collect();
        tags.sort();
        tags.dedup();
        let id = self.id(entry, &actor, &when, title.as_deref(), project.as_deref(), &tags);
        self.page.evidence.push(Evidence {
            id,
            source: Arc::clone(&self.log.source),
            verb: Verb::LoggedWork,
            actor,
            role: RoleInEvent::Subject,
            when,
            quality: Quality::Imported,
            object: Object::Entry(Box::new(TimeEntry {
                title,
                project,
                tags,
                item: None,
                automatic: entry.automatic,
                file: Arc::clone(&self.file),
                line: entry.line.max(1),
            })),
        });
    }

    /// The tool's own id where it has one. Else what the entry says: the same stretch of one person twice is one
    /// entry; equal amounts of one day may be two, and are told apart by their count in the file.
    fn id(
        &mut self,
        entry: &Entry,
        actor: &Account,
        when: &When,
        title: Option<&str>,
        project: Option<&str>,
        tags: &[Arc<str>],
    ) -> EvidenceId {
        let kind = self.log.kind.id();
        if let Some(native) = &entry.native {
            return EvidenceId::of(&[kind.as_bytes(), b"id", native.as_bytes()]);
        }
        let (who, stated) = (actor.key(), stated(when));
        let words = [title.unwrap_or_default(), project.unwrap_or_default(), &entry.host];
        let mut parts: Vec<&[u8]> = vec![kind.as_bytes(), who.as_bytes(), stated.as_bytes()];
        parts.extend(words.iter().map(|word| word.as_bytes()));
        parts.extend(tags.iter().map(|tag| tag.as_bytes()));
        let id = EvidenceId::of(&parts);
        let count = self.equal.entry(id).or_default();
        *count += 1;
        match (*count, when) {
            (1, _) => id,
            (count, When::Amount { .. }) => EvidenceId::of(&[&id.0.to_le_bytes(), &count.to_le_bytes()]),
            _ => {
                self.page.not_used("the same entry again");
                id
            }
        }
    }

    fn text(&mut self, text: &str) -> Option<Arc<str>> {
        let (clean, _) = without_hidden(text);
        if clean.is_empty() {
            return None;
        }
        if let Some(known) = self.texts.get(&clean) {
            return Some(Arc::clone(known));
        }
        let shared: Arc<str> = clean.as_str().into();
        self.texts.insert(clean, Arc::clone(&shared));
        Some(shared)
    }

    /// Something that was understood and is no entry.
    pub(super) fn not_used(&mut self, what: &str) {
        self.page.not_used(what);
    }

    /// Something that cannot be understood; the rest is read.
    pub(super) fn refuse(&mut self, line: usize, check: &'static str, what: impl Into<String>, mend: &str) {
        self.push(Problem::new(Severity::Error, &*self.file, check, what, mend).at_line(line));
    }

    /// A problem as it is.
    pub(super) fn push(&mut self, problem: Problem) {
        if self.page.problems.len() < MOST_PROBLEMS {
            self.page.problems.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Something that was guessed: the first of its check is told with its line, the others are counted.
    pub(super) fn note(&mut self, line: usize, check: &'static str, what: impl Into<String>, mend: &str) {
        if let Some((count, _)) = self.notes.get_mut(check) {
            *count += 1;
            return;
        }
        let problem = Problem::new(Severity::Note, &*self.file, check, what, mend).at_line(line);
        self.notes.insert(check, (1, problem));
    }

    /// The page, with its notes.
    pub(super) fn finish(mut self) -> Page {
        if self.more > 0 {
            let what = format!("there are {} more problems", self.more);
            let mend = "mend the first ones, then read it again";
            self.page.problems.push(Problem::new(Severity::Error, &*self.file, "more-problems", what, mend));
        }
        for (count, mut problem) in std::mem::take(&mut self.notes).into_values() {
            if count > 1 {
                problem.what = format!("{} (and {} more like it)", problem.what, count - 1);
            }
            self.page.problems.push(problem);
        }
        self.page
    }
}

/// At most so many characters of a text, for a message.
pub(super) fn shown(text: &str) -> String {
    without_hidden(text).0.chars().take(40).collect()
}

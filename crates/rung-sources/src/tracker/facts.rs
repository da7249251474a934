//! Acts on work items become evidence, each with an identity that is the same in every form of export.
//!
//! ```text
//! opened            item, minute (at GitLab only the item, as its forge has it)
//! comment           item, minute, person, count of equals
//! worklog           item, minute (or day), seconds, person, count of equals
//! change            item, the system's own id; without one: item, moment, person, count of equals
//! ```
//!
//! Minutes, since tables tell no seconds; no host, since tables name none.

use std::{collections::HashMap, sync::Arc};

use jiff::{Timestamp, civil::Time, tz::TimeZone};
use rung_model::{
    account::Account,
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    manifest::SourceKind,
    problem::{Problem, Severity},
    time_entry::TimeEntry,
    work_item::{Change, ItemEvent, WorkItem},
};

use super::{
    dates::Moment,
    pool::{Pool, same, token},
    whole_days::minutes,
};
use crate::source::Page;

/// Seconds of a day.
const DAY: i64 = 24 * 3600;
/// Letters of a title.
const LONGEST_TITLE: usize = 200;

/// One act on an item.
pub(super) struct Act {
    /// The system's own id of it.
    pub(super) id: Option<String>,
    /// When.
    pub(super) at: Moment,
    /// By whom.
    pub(super) actor: Arc<Account>,
    /// What.
    pub(super) deed: Deed,
    /// The file it stands in.
    pub(super) file: Arc<str>,
    /// Its line there.
    pub(super) line: usize,
}

/// What was done.
pub(super) enum Deed {
    /// The item was made.
    Opened,
    /// Something was said about it.
    Commented,
    /// A field was changed.
    Changed(Option<Change>),
    /// Time was recorded.
    Logged {
        /// How much.
        seconds: i64,
        /// What was written about it.
        title: Option<Arc<str>>,
    },
}

/// Collects what a page holds.
pub(super) struct Facts {
    /// The page so far.
    pub(super) page: Page,
    /// What comes again.
    pub(super) pool: Pool,
    /// Whether a worklog begins at another time than midnight.
    pub(super) tells_times: bool,
    kind: SourceKind,
    source: Arc<str>,
    zone: TimeZone,
}

impl Facts {
    /// Facts of a source; times without an offset are read in `zone`.
    pub(super) fn of(kind: SourceKind, source: Arc<str>, zone: &TimeZone) -> Self {
        Self { page: Page::default(), pool: Pool::default(), tells_times: false, kind, source, zone: zone.clone() }
    }

    /// Adds what was done to an item. An act that stands there twice, by its own id, counts once.
    pub(super) fn of_item(&mut self, item: &Arc<WorkItem>, mut acts: Vec<Act>) {
        acts.sort_by(|a, b| order(a).cmp(&order(b)));
        acts.dedup_by(|b, a| a.id.is_some() && order(a) == order(b));
        let mut equals: HashMap<String, u32> = HashMap::new();
        for act in acts {
            self.add(item, act, &mut equals);
        }
    }

    fn add(&mut self, item: &Arc<WorkItem>, act: Act, equals: &mut HashMap<String, u32>) {
        let Some((at, zone)) = act.at.instant(&self.zone) else {
            let what = "the date lies outside the years that can be counted";
            self.tell(&act, item, "date-unreadable", what, "correct the date");
            return;
        };
        let minute = at.as_second().div_euclid(60);
        let (name, verb, native) = match &act.deed {
            Deed::Opened => ("opened", Verb::Opened, format!("{minute}")),
            Deed::Commented => ("comment", Verb::Commented, format!("{minute}")),
            Deed::Changed(_) => ("change", Verb::MovedIssue, format!("{}", at.as_nanosecond())),
            Deed::Logged { seconds, .. } => {
                let start = if act.at.timed { minute.to_string() } else { act.at.day().to_string() };
                ("worklog", Verb::LoggedWork, format!("{start} {seconds}"))
            }
        };
        let own = act.id.as_deref().filter(|_| matches!(act.deed, Deed::Changed(_)));
        let id = match (own, &act.deed) {
            (Some(own), _) => self.id(item, name, &["id", own]),
            // The forge's own room names it so: its answers and its table tell one fact.
            (None, Deed::Opened) if self.kind == SourceKind::GitLab => EvidenceId::of(&[
                b"forge",
                self.kind.id().as_bytes(),
                item.project.as_bytes(),
                item.key.as_bytes(),
                b"opened",
            ]),
            (None, Deed::Opened) => self.id(item, name, &[&native]),
            (None, _) => {
                let person = token(&act.actor);
                let count = equals.entry(format!("{name} {native} {person}")).or_default();
                let ordinal = count.to_string();
                *count += 1;
                self.id(item, name, &[&native, &person, &ordinal])
            }
        };
        let Some(when) = self.when(item, &act, at, zone) else { return };
        let role = match act.deed {
            Deed::Opened => RoleInEvent::Author,
            Deed::Changed(_) if item.assignees.iter().any(|holder| same(holder, &act.actor)) => RoleInEvent::Assignee,
            _ => RoleInEvent::Subject,
        };
        let object = match act.deed {
            Deed::Opened | Deed::Commented => event(item, None),
            Deed::Changed(change) => event(item, change),
            Deed::Logged { title, .. } => Object::Entry(Box::new(TimeEntry {
                title,
                project: Some(Arc::clone(&item.project)),
                tags: Vec::new(),
                item: Some(Arc::clone(item)),
                automatic: false,
                file: act.file,
                line: act.line,
            })),
        };
        self.page.evidence.push(Evidence {
            id,
            source: Arc::clone(&self.source),
            verb,
            actor: act.actor,
            role,
            when,
            quality: Quality::Exact,
            object,
        });
    }

    fn id(&self, item: &WorkItem, name: &str, native: &[&str]) -> EvidenceId {
        let head = [self.kind.id(), name, &item.project, &item.key];
        let parts: Vec<&[u8]> = head.iter().chain(native).map(|part| part.as_bytes()).collect();
        EvidenceId::of(&parts)
    }

    /// When it was; a worklog without a length is refused, one over a day is kept and told.
    fn when(&mut self, item: &WorkItem, act: &Act, at: Timestamp, zone: Zone) -> Option<When> {
        let Deed::Logged { seconds, .. } = act.deed else { return Some(When::Instant { at, zone }) };
        if seconds <= 0 {
            let what = format!("a worklog of {seconds} seconds has no length");
            self.tell(act, item, "worklog-without-length", &what, "correct the time spent, or delete the worklog");
            return None;
        }
        if seconds > DAY {
            let what = format!("a worklog of {} hours is longer than a day; it is kept as it is", seconds / 3600);
            self.tell(act, item, "worklog-over-a-day", &what, "log each day on its own");
        }
        if !act.at.timed {
            return Some(When::Amount { day: act.at.day(), minutes: minutes(seconds) });
        }
        self.tells_times |= act.at.at.time() != Time::midnight();
        match at.as_second().checked_add(seconds).map(|end| Timestamp::new(end, at.subsec_nanosecond())) {
            Some(Ok(end)) => Some(When::Interval { start: at, end, zone }),
            _ => {
                let what = format!("a worklog of {seconds} seconds does not end");
                self.tell(act, item, "worklog-without-length", &what, "correct the time spent");
                None
            }
        }
    }

    fn tell(&mut self, act: &Act, item: &WorkItem, check: &'static str, what: &str, mend: &str) {
        self.warn(&act.file, act.line, Some(&item.key), check, what, mend);
    }

    /// Adds a warning.
    pub(super) fn warn(
        &mut self,
        file: &str,
        line: usize,
        item: Option<&str>,
        check: &'static str,
        what: &str,
        mend: &str,
    ) {
        let mut problem = Problem::new(Severity::Warning, file, check, what, mend).at_line(line);
        problem.item = item.map(str::to_owned);
        self.page.problems.push(problem);
    }

    /// Says that a text is no date.
    pub(super) fn no_date(&mut self, file: &str, line: usize, item: &str, what: &str, text: &str) {
        let shown: String = text.chars().take(40).collect();
        let what = format!("{what}: `{shown}` is not a date");
        self.warn(
            file,
            line,
            Some(item),
            "date-unreadable",
            &what,
            "write it like 2026-03-02 09:30, or export it again",
        );
    }
}

fn event(item: &Arc<WorkItem>, change: Option<Change>) -> Object {
    Object::Item(Box::new(ItemEvent { item: Arc::clone(item), change }))
}

/// `1 issue is`, `2 issues are`.
pub(super) fn are(issues: usize) -> String {
    if issues == 1 { "1 issue is".to_owned() } else { format!("{issues} issues are") }
}

/// Acts of one sort by their own ids, numbers as numbers.
fn order(act: &Act) -> (u8, usize, &str) {
    let sort = match act.deed {
        Deed::Opened => 0,
        Deed::Commented => 1,
        Deed::Changed(_) => 2,
        Deed::Logged { .. } => 3,
    };
    let id = act.id.as_deref().unwrap_or_default();
    (sort, id.len(), id)
}

/// A worklog's own words, where they are short enough to be a title.
pub(super) fn title(text: &str) -> Option<Arc<str>> {
    let mut title = String::new();
    for word in text.split_whitespace() {
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
        if title.len() > LONGEST_TITLE * 4 {
            return None;
        }
    }
    (!title.is_empty() && title.chars().count() <= LONGEST_TITLE).then(|| title.into())
}

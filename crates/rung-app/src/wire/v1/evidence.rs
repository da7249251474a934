//! One line of `rung evidence --json`: a normalised fact.

use jiff::{Timestamp, tz::TimeZone};
use rung_measure::presence;
use rung_model::{
    account::Account as Inner,
    commit::{Commit, Standing},
    evidence::{Evidence as Fact, Object, When, Zone},
    occurrence::{Busy, Occurrence},
    time_entry::TimeEntry,
    work_item::ItemEvent,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::amount::{Minutes, round};
use crate::explain::item_name;

/// An account as the source wrote it, after `.mailmap`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Account {
    /// Display name.
    pub name: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Its own id at a forge, tracker or time log: `github.com:123`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The name it logs in with there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
}

/// A dated fact.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung evidence, version 1: one line")]
pub struct Evidence {
    /// Stable identity.
    pub id: String,
    /// Source id.
    pub source: String,
    /// `instant`, `interval` or `amount` (minutes on a day).
    pub kind: String,
    /// What was done.
    pub verb: String,
    /// Who did it.
    pub actor: Account,
    /// Their part in it.
    pub role_in_event: String,
    /// How it is known.
    pub quality: String,
    /// An instant (RFC 3339, UTC).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Start (RFC 3339, UTC), or the first day of an all-day entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// End (RFC 3339, UTC), or the day after the last of an all-day entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// The same start as wall-clock time where it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// The same end as wall-clock time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_end: Option<String>,
    /// The zone it was written in: an IANA name, an offset or `UTC`; the owner's where it floats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tz: Option<String>,
    /// True where the source gave no zone.
    pub floating: bool,
    /// Minutes, for an amount logged on a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// A commit's own facts.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub commit: Option<CommitFacts>,
    /// An occurrence's own facts.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<OccurrenceFacts>,
    /// A work item's own facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemFacts>,
    /// A time entry's own facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryFacts>,
}

/// What is known of a work item.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ItemFacts {
    /// `pull_request`, `issue`, `discussion`, `release`, `deployment`, `document`, `incident`.
    pub kind: String,
    /// Repository or project.
    pub project: String,
    /// Its name there.
    pub key: String,
    /// Title.
    pub title: Option<String>,
    /// Labels.
    pub labels: Vec<String>,
    /// Type a tracker gives it.
    pub type_name: Option<String>,
    /// The field that was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Its value before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Its value after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// What is known of a time entry.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EntryFacts {
    /// Its words.
    pub title: Option<String>,
    /// Project.
    pub project: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// The work item it is booked on.
    pub item: Option<String>,
    /// Recorded by a program that watches windows.
    pub automatic: bool,
}

fn texts(all: &[std::sync::Arc<str>]) -> Vec<String> {
    all.iter().map(|text| text.to_string()).collect()
}

impl ItemFacts {
    fn of(event: &ItemEvent) -> Self {
        let (item, change) = (&event.item, event.change.as_ref());
        let text = |text: &Option<std::sync::Arc<str>>| text.as_deref().map(str::to_owned);
        Self {
            kind: item.kind.id().to_owned(),
            project: item.project.to_string(),
            key: item.key.to_string(),
            title: text(&item.title),
            labels: texts(&item.labels),
            type_name: text(&item.type_name),
            field: change.map(|change| change.field.to_string()),
            from: change.and_then(|change| text(&change.from)),
            to: change.and_then(|change| text(&change.to)),
        }
    }
}

impl EntryFacts {
    fn of(entry: &TimeEntry) -> Self {
        Self {
            title: entry.title.as_deref().map(str::to_owned),
            project: entry.project.as_deref().map(str::to_owned),
            tags: texts(&entry.tags),
            item: entry.item.as_deref().map(item_name),
            automatic: entry.automatic,
        }
    }
}

/// What is known of a commit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CommitFacts {
    /// Object id.
    pub commit: String,
    /// Repository name.
    pub repository: String,
    /// Object ids of the parents.
    pub parents: Vec<String>,
    /// Author.
    pub author: Account,
    /// Committer.
    pub committer: Account,
    /// Co-authors.
    pub co_authors: Vec<Account>,
    /// Reviewers named in trailers.
    pub reviewers: Vec<Account>,
    /// Paths changed against the first parent; absent where they were not read.
    pub paths: Option<Vec<String>>,
    /// Kinds of paths changed.
    pub path_classes: Vec<String>,
    /// Made by or with a coding agent.
    pub assisted: bool,
    /// Made by a bot.
    pub bot: bool,
    /// `original`, `copy`, `squash` or `squash_of_known`.
    pub standing: String,
    /// Commits that stand for this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counted_as: Vec<String>,
}

/// What is known of a calendar occurrence.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OccurrenceFacts {
    /// UID of the event.
    pub uid: String,
    /// Title; absent where the event is private.
    pub title: Option<String>,
    /// How much of its scheduled time counts, 0 to 1.
    pub weight: Minutes,
    /// True for whole days.
    pub all_day: bool,
    /// The owner's answer.
    pub rsvp: String,
    /// How the owner's time shows.
    pub busy: String,
    /// Cancelled.
    pub cancelled: bool,
    /// Private or confidential.
    pub private: bool,
    /// Part of a series.
    pub recurring: bool,
    /// Which instance of the series it is or replaces.
    pub recurrence_id: Option<String>,
    /// Humans at the event beside the owner.
    pub others: usize,
    /// Categories.
    pub categories: Vec<String>,
}

fn account(inner: &Inner) -> Account {
    let handle = inner.handle.as_ref();
    Account {
        name: inner.name.clone(),
        address: inner.address.clone(),
        handle: handle.map(rung_model::account::Handle::key),
        login: handle.and_then(|handle| handle.login.as_deref()).map(str::to_owned),
    }
}

/// A zone's name and rules; `owner` stands in where the source gave none.
fn zone(zone: &Zone, owner: &TimeZone) -> (String, TimeZone) {
    match zone {
        Zone::Named(name) => (name.to_string(), TimeZone::get(name).unwrap_or_else(|_| owner.clone())),
        Zone::Offset(seconds) => {
            let offset = jiff::tz::Offset::from_seconds(*seconds).unwrap_or(jiff::tz::Offset::UTC);
            (offset.to_string(), TimeZone::fixed(offset))
        }
        Zone::Utc => ("UTC".to_owned(), TimeZone::UTC),
        Zone::Floating => (owner.iana_name().unwrap_or("UTC").to_owned(), owner.clone()),
    }
}

fn wall(at: Timestamp, tz: &TimeZone) -> String {
    tz.to_datetime(at).to_string()
}

impl CommitFacts {
    fn of(commit: &Commit) -> Self {
        let (standing, counted_as) = match &commit.standing {
            Standing::Original => ("original", Vec::new()),
            Standing::CopyOf(first) => ("copy", vec![first.clone()]),
            Standing::SquashOf(commits) => ("squash_of_known", commits.clone()),
            Standing::Squash => ("squash", Vec::new()),
        };
        Self {
            commit: commit.id.clone(),
            repository: commit.repository.to_string(),
            parents: commit.parents.clone(),
            author: account(&commit.author),
            committer: account(&commit.committer),
            co_authors: commit.co_authors.iter().map(|a| account(a)).collect(),
            reviewers: commit.reviewers.iter().map(|a| account(a)).collect(),
            paths: commit.paths.clone(),
            path_classes: commit.classes.names().map(str::to_owned).collect(),
            assisted: commit.assisted,
            bot: commit.bot,
            standing: standing.to_owned(),
            counted_as,
        }
    }
}

impl OccurrenceFacts {
    fn of(occurrence: &Occurrence, all_day: bool) -> Self {
        let weight = presence::weight(occurrence, all_day);
        let busy = match occurrence.busy {
            Busy::Busy => "busy",
            Busy::Free => "free",
            Busy::OutOfOffice => "out_of_office",
            Busy::Elsewhere => "elsewhere",
            Busy::Focus => "focus",
        };
        Self {
            uid: occurrence.uid.clone(),
            title: occurrence.title.clone(),
            weight: Minutes { low: round(weight.low), point: round(weight.point), high: round(weight.high) },
            all_day,
            rsvp: occurrence.rsvp.id().to_owned(),
            busy: busy.to_owned(),
            cancelled: occurrence.cancelled,
            private: occurrence.private,
            recurring: occurrence.recurring,
            recurrence_id: occurrence.recurrence_id.clone(),
            others: occurrence.others.len(),
            categories: occurrence.categories.clone(),
        }
    }
}

impl Evidence {
    /// The line of one fact; `owner` is the zone floating times are read in.
    pub fn of(fact: &Fact, owner: &TimeZone) -> Self {
        let mut line = Self {
            id: fact.id.to_string(),
            source: fact.source.to_string(),
            kind: "interval".to_owned(),
            verb: fact.verb.id().to_owned(),
            actor: account(&fact.actor),
            role_in_event: fact.role.id().to_owned(),
            quality: fact.quality.id().to_owned(),
            at: None,
            start: None,
            end: None,
            local: None,
            local_end: None,
            tz: None,
            floating: false,
            minutes: None,
            commit: None,
            occurrence: None,
            item: None,
            entry: None,
        };
        match &fact.when {
            When::Instant { at, zone: written } => {
                let (name, tz) = zone(written, owner);
                line.kind = "instant".to_owned();
                line.at = Some(at.to_string());
                line.local = Some(wall(*at, &tz));
                line.tz = Some(name);
            }
            When::Interval { start, end, zone: written } => {
                let (name, tz) = zone(written, owner);
                line.start = Some(start.to_string());
                line.end = Some(end.to_string());
                line.local = Some(wall(*start, &tz));
                line.local_end = Some(wall(*end, &tz));
                line.tz = Some(name);
                line.floating = *written == Zone::Floating;
            }
            When::AllDay { first, after } => {
                line.start = Some(first.to_string());
                line.end = Some(after.to_string());
            }
            When::Amount { day, minutes } => {
                line.kind = "amount".to_owned();
                line.start = Some(day.to_string());
                line.minutes = Some(*minutes);
            }
        }
        match &fact.object {
            Object::Commit(commit) => line.commit = Some(CommitFacts::of(commit)),
            Object::Occurrence(occurrence) => {
                line.occurrence = Some(OccurrenceFacts::of(occurrence, matches!(fact.when, When::AllDay { .. })));
            }
            Object::Logged(_) => {}
            Object::Item(event) => line.item = Some(ItemFacts::of(event)),
            Object::Entry(entry) => line.entry = Some(EntryFacts::of(entry)),
        }
        line
    }
}

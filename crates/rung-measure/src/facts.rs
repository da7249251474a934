//! What rules can look at in one piece of evidence, gathered once.

use std::{cell::OnceCell, sync::Arc};

use jiff::{civil::Date, tz::TimeZone};
use rung_model::{
    account::Account,
    commit::Commit,
    evidence::{Evidence, EvidenceId, Object, Verb, When, Zone},
    occurrence::Occurrence,
    rule::Relation,
    time_entry::TimeEntry,
    work_item::WorkItem,
};

use crate::relation::{Lines, is_external, relation_from};

/// Who the evidence belongs to.
#[derive(Debug)]
pub(crate) struct Owner {
    /// Lines and teams; `None` without a roster.
    pub lines: Option<Arc<Lines>>,
    /// The owner's position in them.
    pub me: Option<usize>,
    /// The owner's addresses.
    pub addresses: Vec<String>,
    /// The owner's zone; `None` reads each event in its own.
    pub zone: Option<TimeZone>,
}

/// The facts.
#[derive(Debug)]
pub(crate) struct Facts<'e> {
    owner: &'e Owner,
    /// The title; `None` where there is none or where it is private.
    pub title: Option<&'e str>,
    /// Humans at the event, the owner included; `None` where the file names none.
    pub humans: Option<u32>,
    /// Identity of the fact; `None` for a title alone.
    pub id: Option<EvidenceId>,
    /// What was done; `None` for a title alone.
    pub verb: Option<Verb>,
    /// The calendar occurrence.
    pub occurrence: Option<&'e Occurrence>,
    /// The commit.
    pub commit: Option<&'e Commit>,
    /// The work item: of an event on it, or of time booked on it.
    pub item: Option<&'e WorkItem>,
    /// The entry of a time log.
    pub entry: Option<&'e TimeEntry>,
    when: Option<&'e When>,
    day: OnceCell<Option<Date>>,
    relation: OnceCell<Option<Relation>>,
}

impl<'e> Facts<'e> {
    /// The facts of a title alone.
    pub(crate) fn of_title(owner: &'e Owner, title: &'e str, humans: Option<u32>) -> Self {
        Self {
            owner,
            title: Some(title),
            humans,
            id: None,
            verb: None,
            occurrence: None,
            commit: None,
            item: None,
            entry: None,
            when: None,
            day: OnceCell::new(),
            relation: OnceCell::new(),
        }
    }

    /// The facts of a piece of evidence.
    pub(crate) fn of(owner: &'e Owner, evidence: &'e Evidence) -> Self {
        let mut facts = Self {
            owner,
            title: None,
            humans: None,
            id: Some(evidence.id),
            verb: Some(evidence.verb),
            occurrence: None,
            commit: None,
            item: None,
            entry: None,
            when: Some(&evidence.when),
            day: OnceCell::new(),
            relation: OnceCell::new(),
        };
        match &evidence.object {
            Object::Commit(commit) => facts.commit = Some(commit),
            Object::Occurrence(occurrence) => {
                facts.title = occurrence.title.as_deref().filter(|_| !occurrence.private);
                facts.humans = occurrence
                    .file_names_attendees
                    .then(|| u32::try_from(occurrence.others.len()).unwrap_or(u32::MAX).saturating_add(1));
                facts.occurrence = Some(occurrence);
            }
            Object::Logged(_) => {}
            Object::Item(event) => {
                facts.title = event.item.title.as_deref();
                facts.item = Some(&event.item);
            }
            Object::Entry(entry) => {
                let of_item = entry.item.as_ref().and_then(|item| item.title.as_deref());
                facts.title = entry.title.as_deref().or(of_item);
                facts.item = entry.item.as_deref();
                facts.entry = Some(entry);
            }
        }
        facts
    }

    /// The other human, where there is exactly one.
    pub(crate) fn other(&self) -> Option<&'e Account> {
        match self.occurrence?.others.as_slice() {
            [other] => Some(&other.account),
            _ => None,
        }
    }

    /// The first day of the evidence: in the owner's zone, else in the zone it was written in.
    pub(crate) fn day(&self) -> Option<Date> {
        *self.day.get_or_init(|| {
            let (at, zone) = match self.when? {
                When::AllDay { first, .. } => return Some(*first),
                When::Amount { day, .. } => return Some(*day),
                When::Instant { at, zone } | When::Interval { start: at, zone, .. } => (*at, zone),
            };
            let zone = self.owner.zone.clone().unwrap_or_else(|| match zone {
                Zone::Named(name) => TimeZone::get(name).unwrap_or(TimeZone::UTC),
                Zone::Offset(seconds) => {
                    jiff::tz::Offset::from_seconds(*seconds).map_or(TimeZone::UTC, TimeZone::fixed)
                }
                Zone::Utc | Zone::Floating => TimeZone::UTC,
            });
            Some(zone.to_datetime(at).date())
        })
    }

    /// How the other human relates to the owner on that day.
    pub(crate) fn relation(&self) -> Option<Relation> {
        *self.relation.get_or_init(|| {
            let other = self.other()?;
            let owner = self.owner;
            match &owner.lines {
                Some(lines) => relation_from(lines, owner.me, &owner.addresses, other, self.day()?),
                None => is_external(&owner.addresses, other)
                    .map(|external| if external { Relation::External } else { Relation::Unknown }),
            }
        })
    }

    /// Whether someone from another domain takes part; `None` where that is not known.
    pub(crate) fn external(&self) -> Option<bool> {
        let occurrence = self.occurrence.filter(|occurrence| occurrence.file_names_attendees)?;
        let mut inside = Some(false);
        for other in &occurrence.others {
            match is_external(&self.owner.addresses, &other.account) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => inside = None,
            }
        }
        inside
    }

    /// Where it happened: a commit's repository, the project of a work item, the project time was booked on.
    pub(crate) fn place(&self) -> Option<&'e str> {
        let commit = self.commit.map(|commit| &*commit.repository);
        commit.or_else(|| self.item.map(|item| &*item.project)).or_else(|| self.entry?.project.as_deref())
    }

    /// True where it carries this label: a label of the work item, a tag of the entry, or its type.
    pub(crate) fn has_label(&self, wanted: &str) -> bool {
        let labels = self.item.iter().flat_map(|item| item.labels.iter().chain(&item.type_name));
        let tags = self.entry.iter().flat_map(|entry| &entry.tags);
        labels.chain(tags).any(|label| label.trim().eq_ignore_ascii_case(wanted.trim()))
    }

    /// Length in minutes; `None` for an instant or whole days.
    pub(crate) fn minutes(&self) -> Option<u32> {
        match self.when? {
            When::Interval { start, end, .. } => {
                u32::try_from(end.as_second().saturating_sub(start.as_second()).max(0) / 60).ok()
            }
            When::Amount { minutes, .. } => Some(*minutes),
            When::Instant { .. } | When::AllDay { .. } => None,
        }
    }

    /// True for an entry of whole days.
    pub(crate) const fn whole_days(&self) -> bool {
        matches!(self.when, Some(When::AllDay { .. }))
    }
}

//! Gathering: evidence cut into days and put into the one order that everything else follows.

use std::cmp::Ordering;

use rung_model::{
    evidence::{EvidenceId, Object, When},
    kind::{Kind, NotCounted},
    occurrence::Occurrence,
    rule::Level,
};

use super::{civil::Days, same_meeting};
use crate::{
    presence::{self, Presence},
    recognition::Item,
};

/// How a row takes part in its day. The order is the order of laying out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// A whole-day entry.
    AllDay,
    /// Time logged by hand, with a start.
    Logged,
    /// A calendar occurrence with a start.
    Meeting,
    /// A stretch a program recorded by itself: yields to what was said and to meetings.
    Tracked,
    /// An amount logged by hand, without a start.
    Amount,
    /// A moment.
    Instant,
}

/// One piece of evidence on one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    /// Index of the day.
    pub(super) day: u32,
    pub(super) group: Group,
    /// For occurrences; [`Presence::Sure`] for everything else.
    pub(super) presence: Presence,
    /// First minute; the minute itself for an instant.
    pub(super) start: u16,
    /// The minute after the last.
    pub(super) end: u16,
    /// True on the first day this evidence is seen on.
    pub(super) first: bool,
    /// The same meeting in another calendar, which counts instead of this one.
    pub(super) twin: Option<EvidenceId>,
    pub(super) item: &'a Item<'a>,
}

impl Row<'_> {
    pub(super) fn id(&self) -> EvidenceId {
        self.item.evidence.id
    }

    /// Its length on this day, minutes.
    pub(super) const fn length(&self) -> u16 {
        self.end - self.start
    }

    /// The occurrence, for a row of a calendar.
    pub(super) fn occurrence(&self) -> Option<&Occurrence> {
        match &self.item.evidence.object {
            Object::Occurrence(occurrence) => Some(occurrence),
            Object::Commit(_) | Object::Logged(_) | Object::Item(_) | Object::Entry(_) => None,
        }
    }

    /// What its minutes count as: private time is unclassified unless the person themself said
    /// what it is, or it is known to be no work.
    pub(super) fn kind(&self) -> Kind {
        let recognition = &self.item.recognition;
        let hidden = self.occurrence().is_some_and(|occurrence| occurrence.private)
            && recognition.level > Level::Personal
            && !matches!(recognition.kind, Kind::NotCounted(_));
        if hidden { Kind::Unclassified } else { recognition.kind }
    }

    /// Day, then the order of laying out, then surer, shorter, earlier; instants by minute, verb and id.
    fn order(&self, other: &Self) -> Ordering {
        let key = |row: &Self| (row.day, row.group, row.presence, row.length(), row.start);
        key(self)
            .cmp(&key(other))
            .then_with(|| self.item.evidence.verb.cmp(&other.item.evidence.verb))
            .then_with(|| self.id().cmp(&other.id()))
    }
}

/// All rows of the days, in order, each piece of evidence once.
pub(super) fn rows<'a>(items: &'a [Item<'a>], days: &Days) -> Vec<Row<'a>> {
    let twins = same_meeting::twins(items);
    let mut rows = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let twin = twins.get(&index).copied();
        let all_day = matches!(item.evidence.when, When::AllDay { .. });
        let presence = presence_of(item, all_day);
        let mut first = true;
        let mut put = |day: usize, group: Group, start: u16, end: u16| {
            rows.push(Row { day: day as u32, group, presence, start, end, first, twin, item });
            first = false;
        };
        match item.evidence.when {
            When::Instant { at, .. } => {
                if let Some(day) = days.holding(at.as_second()) {
                    let minute = days.list[day].minute(at.as_second());
                    put(day, Group::Instant, minute, minute);
                }
            }
            When::Interval { start, end, .. } => {
                let group = match &item.evidence.object {
                    Object::Entry(entry) if entry.automatic => Group::Tracked,
                    Object::Logged(_) | Object::Entry(_) => Group::Logged,
                    Object::Commit(_) | Object::Occurrence(_) | Object::Item(_) => Group::Meeting,
                };
                let (start, end) = (start.as_second(), end.as_second());
                for day in days.touched(start, end.max(start + 1)) {
                    let civil = &days.list[day];
                    let (from, to) = (civil.minute(start), civil.minute(end));
                    put(day, group, from, to.max(from));
                }
            }
            When::AllDay { first, after } => {
                for day in days.dates(first, after) {
                    put(day, Group::AllDay, 0, 0);
                }
            }
            When::Amount { day, minutes } => {
                for day in days.dates(day, day.tomorrow().unwrap_or(day)) {
                    put(day, Group::Amount, 0, u16::try_from(minutes).unwrap_or(u16::MAX));
                }
            }
        }
    }
    rows.sort_unstable_by(Row::order);
    rows.dedup_by(|later, earlier| {
        later.day == earlier.day
            && later.group == earlier.group
            && later.start == earlier.start
            && later.id() == earlier.id()
    });
    rows
}

/// Where an occurrence puts its owner, given what it was recognised as: an entry recognised as time
/// away is one however it shows, and a rule or a title that names the work beats the marks "out of
/// office" and (a rule only) "focus time".
fn presence_of(item: &Item<'_>, all_day: bool) -> Presence {
    let Object::Occurrence(occurrence) = &item.evidence.object else { return Presence::Sure };
    let stated = presence::presence(occurrence, all_day);
    let answer = presence::answer(occurrence);
    let classified = matches!(item.recognition.kind, Kind::Activity(_) | Kind::Weights(_));
    match (stated, item.recognition.kind) {
        (Presence::Cancelled | Presence::Declined, _) => stated,
        (_, Kind::NotCounted(NotCounted::Ooo)) if answer != Presence::Tentative => Presence::Away,
        (Presence::Away, _) if classified && all_day => Presence::AllDay,
        (Presence::Away, _) if classified => answer,
        (Presence::Focus, _) if classified && item.recognition.level <= Level::Organisation => answer,
        _ => stated,
    }
}

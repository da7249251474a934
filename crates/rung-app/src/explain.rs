//! `explain`: every minute of a day, or one event through time: the evidence, the rule, the range.

use std::collections::BTreeMap;

use jiff::{SignedDuration, civil::Date};
use rung_measure::{
    layout::{Certainty, Slot, Timeline},
    recognition::{Item, Recognition},
};
use rung_model::{
    bucket::Bucket,
    evidence::{Evidence, EvidenceId, Object, When},
    kind::{ActivityMap, Kind},
    minutes::Minutes,
    time_entry::TimeEntry,
    work_item::WorkItem,
};
use rung_sources::progress::Progress;

use crate::{
    error::AppError,
    measured::{Facts, Measured},
    request::{Request, Since},
};

/// What to explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A day.
    Day(Date),
    /// Part of a title, a UID, the start of a commit id or of an evidence id.
    Event(String),
}

impl What {
    /// A day where the text is one, an event otherwise.
    pub fn parse(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Event(text.to_owned()), Self::Day)
    }
}

/// The answer.
#[derive(Clone, Debug)]
pub enum Explained {
    /// A day.
    Day(Box<DayExplained>),
    /// The pieces of evidence that match, oldest first.
    Event(Vec<Piece>),
}

/// A day, minute by minute.
#[derive(Clone, Debug)]
pub struct DayExplained {
    /// The day.
    pub day: Date,
    /// IANA zone it is counted in.
    pub zone: String,
    /// Minutes of working time.
    pub capacity: f64,
    /// Best guess of the minutes seen in it.
    pub observed: f64,
    /// Working minutes without evidence.
    pub unobserved: f64,
    /// Minutes away.
    pub away: f64,
    /// Who has which minute, in order, without overlap.
    pub slots: Vec<SlotExplained>,
    /// What each piece of evidence adds up to, in the order it was laid out.
    pub pieces: Vec<Piece>,
}

/// A stretch of the day.
#[derive(Clone, Debug)]
pub struct SlotExplained {
    /// Wall-clock start, `09:30`.
    pub start: String,
    /// Wall-clock end.
    pub end: String,
    /// Minutes between them.
    pub minutes: u16,
    /// Best guess per minute, 1 or 0.5.
    pub weight: f64,
    /// The evidence.
    pub what: String,
    /// What it counts as.
    pub kind: String,
    /// The bucket it counts in; `None` where that is unknown or not counted.
    pub bucket: Option<Bucket>,
    /// First minute after midnight.
    pub from: u16,
    /// How sure its minutes are, in words.
    pub certainty: String,
    /// The deciding rule.
    pub rule: RuleNamed,
}

/// A rule as shown: level, id, origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNamed {
    /// `personal`, `structural`, `lexicon` ...
    pub level: String,
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub origin: String,
}

/// One piece of evidence with what it adds up to.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Evidence id.
    pub id: EvidenceId,
    /// When, in the owner's wall-clock time.
    pub when: String,
    /// Title, or what it is.
    pub what: String,
    /// What it counts as.
    pub kind: String,
    /// Minutes in working time.
    pub in_window: Minutes,
    /// Minutes outside it.
    pub after_hours: Minutes,
    /// The deciding rule.
    pub rule: RuleNamed,
    /// Why it took the time it did, or none.
    pub remarks: Vec<String>,
}

/// Explains a day or an event of the request's window.
///
/// # Errors
/// [`AppError::NothingFound`] where no evidence matches; as [`crate::report::report`] otherwise.
pub fn explain(what: &What, request: &Request, progress: &dyn Progress) -> Result<Explained, AppError> {
    let mut request = request.clone();
    if let What::Day(day) = what {
        request.since = Since::Day(*day);
        request.until = Some(*day);
    }
    let facts = Facts::gather(&request, progress)?;
    let measured = facts.measure(&request, facts.declared.rules.clone())?;
    let telling = Telling { facts: &facts, measured: &measured, map: &request.framework.activities };
    match what {
        What::Day(day) => Ok(Explained::Day(Box::new(of_day(&facts, &measured, &request.framework.activities, *day)?))),
        What::Event(text) => {
            let pieces = telling.event(text);
            if pieces.is_empty() { Err(AppError::NothingFound(text.clone())) } else { Ok(Explained::Event(pieces)) }
        }
    }
}

/// A day of facts that are at hand.
pub(crate) fn of_day(
    facts: &Facts,
    measured: &Measured<'_>,
    map: &ActivityMap,
    day: Date,
) -> Result<DayExplained, AppError> {
    let timeline = measured.timelines.iter().find(|timeline| timeline.day == day);
    let timeline = timeline.ok_or_else(|| AppError::NothingFound(day.to_string()))?;
    Ok(Telling { facts, measured, map }.day(timeline))
}

/// What a kind is called: "alignment (strategy)".
pub(crate) fn kind_name(kind: Kind, map: &ActivityMap) -> String {
    match kind {
        Kind::Activity(activity) => format!("{} ({})", activity.id(), map.bucket(activity).id()),
        Kind::Weights(_) => "mixed".to_owned(),
        Kind::Unclassified => "unknown".to_owned(),
        Kind::NotCounted(what) => format!("{} (not counted)", what.id()),
    }
}

/// What a piece of evidence is called: a title, or verb and repository.
pub(crate) fn evidence_name(evidence: &Evidence) -> String {
    match &evidence.object {
        Object::Occurrence(event) => match &event.title {
            Some(title) => title.clone(),
            None if event.private => "(private)".to_owned(),
            None => "an event whose title is not held".to_owned(),
        },
        Object::Commit(commit) => {
            let id = commit.id.get(..10).unwrap_or(&commit.id);
            format!("{} {id} in {}", evidence.verb.words(), commit.repository)
        }
        Object::Logged(entry) => entry.note.clone().unwrap_or_else(|| "logged by hand".to_owned()),
        Object::Item(event) => {
            let item = &event.item;
            let title = item.title.as_deref().map(|title| format!(": {title}")).unwrap_or_default();
            format!("{} {} {}{title}", evidence.verb.words(), item.kind.name(), item_name(item))
        }
        Object::Entry(entry) => entry_name(entry),
    }
}

/// What a work item is called: project and key, the project once.
pub(crate) fn item_name(item: &WorkItem) -> String {
    if item.key.starts_with(&*item.project) { item.key.to_string() } else { format!("{}{}", item.project, item.key) }
}

/// What a time entry is called: its words, else the item or project it is booked on.
pub(crate) fn entry_name(entry: &TimeEntry) -> String {
    let words = entry.title.as_deref().map(str::to_owned);
    words
        .or_else(|| entry.item.as_deref().map(item_name))
        .or_else(|| entry.project.as_deref().map(str::to_owned))
        .unwrap_or_else(|| "time logged without words".to_owned())
}

/// True where `text` is part of its title or words, its UID, or the start of a commit's or its own id.
pub(crate) fn is_meant(evidence: &Evidence, text: &str) -> bool {
    let wanted = text.to_lowercase();
    let by_id = wanted.len() >= 6 && evidence.id.to_string().starts_with(&wanted);
    let by_object = match &evidence.object {
        Object::Occurrence(event) => {
            event.uid.eq_ignore_ascii_case(text)
                || event.title.as_ref().is_some_and(|title| title.to_lowercase().contains(&wanted))
        }
        Object::Commit(commit) => wanted.len() >= 4 && commit.id.starts_with(&wanted),
        Object::Logged(entry) => entry.note.as_ref().is_some_and(|note| note.to_lowercase().contains(&wanted)),
        Object::Item(_) | Object::Entry(_) => evidence_name(evidence).to_lowercase().contains(&wanted),
    };
    by_id || by_object
}

fn rule_named(recognition: &Recognition) -> RuleNamed {
    RuleNamed {
        level: recognition.level.id().to_owned(),
        id: recognition.rule.to_string(),
        origin: recognition.origin.to_string(),
    }
}

struct Telling<'a> {
    facts: &'a Facts,
    measured: &'a Measured<'a>,
    map: &'a ActivityMap,
}

impl Telling<'_> {
    fn day(&self, timeline: &Timeline) -> DayExplained {
        let by_id: BTreeMap<EvidenceId, &Item<'_>> =
            self.measured.items.iter().map(|item| (item.evidence.id, item)).collect();
        let mut mentioned: Vec<EvidenceId> = timeline.bookings.iter().map(|b| b.evidence).collect();
        mentioned.extend(timeline.notes.iter().map(|n| n.evidence));
        let mut seen = Vec::new();
        for id in mentioned {
            if !seen.contains(&id) {
                seen.push(id);
            }
        }
        let name = |id: EvidenceId| by_id.get(&id).map_or_else(|| id.to_string(), |item| evidence_name(item.evidence));
        DayExplained {
            day: timeline.day,
            zone: self.facts.zone_name.clone(),
            capacity: timeline.capacity,
            observed: timeline.observed(),
            unobserved: timeline.unobserved(),
            away: timeline.away,
            slots: timeline.slots.iter().map(|slot| self.slot(timeline, slot, name(slot.evidence))).collect(),
            pieces: seen
                .iter()
                .filter_map(|id| by_id.get(id))
                .map(|item| self.piece(item, std::slice::from_ref(timeline)))
                .collect(),
        }
    }

    fn slot(&self, timeline: &Timeline, slot: &Slot, what: String) -> SlotExplained {
        let clock = |minute: u16| {
            let at = timeline.begins + SignedDuration::from_mins(i64::from(minute));
            self.facts.zone.to_datetime(at).strftime("%H:%M").to_string()
        };
        SlotExplained {
            start: clock(slot.start),
            end: clock(slot.end),
            minutes: slot.minutes(),
            weight: slot.weight,
            what,
            kind: kind_name(slot.kind, self.map),
            bucket: self.bucket(slot.kind),
            from: {
                let at =
                    self.facts.zone.to_datetime(timeline.begins + SignedDuration::from_mins(i64::from(slot.start)));
                u16::from(at.hour().unsigned_abs()) * 60 + u16::from(at.minute().unsigned_abs())
            },
            certainty: self.certainty(slot),
            rule: rule_named(&slot.recognition),
        }
    }

    /// The bucket that takes the largest part of a kind.
    fn bucket(&self, kind: Kind) -> Option<Bucket> {
        let weights = self.map.of(kind)?;
        Bucket::ALL.into_iter().rev().max_by(|a, b| weights[a.index()].total_cmp(&weights[b.index()]))
    }

    /// How sure a stretch is; where an estimate is calibrated, on how many days.
    fn certainty(&self, slot: &Slot) -> String {
        let words = slot.certainty.words();
        match self.measured.priors.calibrated_days {
            days if days > 0 && slot.certainty == Certainty::Estimated => format!("{words}, calibrated on {days} days"),
            _ => words.to_owned(),
        }
    }

    fn event(&self, text: &str) -> Vec<Piece> {
        let matching = self.measured.items.iter().filter(|item| is_meant(item.evidence, text));
        matching.map(|item| self.piece(item, &self.measured.timelines)).collect()
    }

    fn piece(&self, item: &Item<'_>, timelines: &[Timeline]) -> Piece {
        let evidence = item.evidence;
        let bookings = timelines.iter().flat_map(|t| &t.bookings).filter(|booking| booking.evidence == evidence.id);
        let (mut in_window, mut after_hours) = (Minutes::ZERO, Minutes::ZERO);
        let mut kind = item.recognition.kind;
        for booking in bookings {
            in_window += booking.in_window;
            after_hours += booking.after_hours;
            kind = booking.kind;
        }
        let notes = timelines.iter().flat_map(|t| &t.notes).filter(|note| note.evidence == evidence.id);
        Piece {
            id: evidence.id,
            when: self.when(evidence),
            what: evidence_name(evidence),
            kind: kind_name(kind, self.map),
            in_window,
            after_hours,
            rule: rule_named(&item.recognition),
            remarks: notes.map(|note| note.what.to_string()).collect(),
        }
    }

    fn when(&self, evidence: &Evidence) -> String {
        let local = |at| self.facts.zone.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string();
        match &evidence.when {
            When::Instant { at, .. } => local(*at),
            When::Interval { start, end, .. } => {
                format!("{} to {}", local(*start), self.facts.zone.to_datetime(*end).strftime("%H:%M"))
            }
            When::AllDay { first, after } => {
                let last = after.yesterday().unwrap_or(*after);
                if last <= *first { format!("{first}, all day") } else { format!("{first} to {last}, all day") }
            }
            When::Amount { day, minutes } => format!("{day}, {minutes} min"),
        }
    }
}

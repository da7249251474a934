//! Corrections become rules; one whose event is no longer there under its UID becomes a question.
//!
//! ```text
//! UID there (or confirmed before)   -> a rule of level occurrence or series
//! only the look matches             -> a question: is this the same event? nothing is applied
//! nothing matches                   -> nothing: the event is not in this window
//! ```

use std::collections::{BTreeMap, BTreeSet};

use jiff::{civil::Date, tz::TimeZone};
use rung_model::{
    correction::{Correction, Look, Target},
    evidence::{Evidence, Object, When},
    rule::{Level, Match, Rule},
};

/// An event that looks like one that was corrected, under another UID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Id of the correction.
    pub correction: String,
    /// The UID it has now.
    pub uid: String,
    /// Its title; `None` where it is private.
    pub title: Option<String>,
    /// The first day it stands on.
    pub day: Date,
}

/// What corrections come to for some evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// Rules to put before all others.
    pub rules: Vec<Rule>,
    /// Events to ask about.
    pub questions: Vec<Question>,
}

/// Rules and questions for the corrections that hold, given one person's evidence in their zone.
pub fn settle(corrections: &[Correction], evidence: &[Evidence], zone: &TimeZone) -> Settled {
    let events = Events::of(evidence, zone);
    let mut settled = Settled::default();
    // The latest of several corrections of one thing wins: it comes first.
    let mut holding: Vec<&Correction> = corrections.iter().filter(|one| one.holds()).collect();
    holding.sort_by(|a, b| b.made.cmp(&a.made).then_with(|| b.id.cmp(&a.id)));
    let known: BTreeSet<&str> = holding.iter().flat_map(|one| one.uids()).collect();
    for one in holding {
        settled.rules.extend(rules(one));
        let there = one.uids().any(|uid| events.has(uid, &one.target));
        if !there && !matches!(one.target, Target::Fact(_)) {
            settled.questions.extend(events.alike(one, &known));
        }
    }
    settled
}

fn rules(one: &Correction) -> Vec<Rule> {
    let rule = |level, when| Rule {
        id: one.id.clone(),
        level,
        when,
        set: one.set,
        why: one.why.clone(),
        origin: one.origin.clone(),
    };
    match &one.target {
        Target::Occurrence { day, .. } => one
            .uids()
            .map(|uid| {
                let occurrence = Some((uid.to_owned(), *day));
                rule(Level::Occurrence, Match { occurrence, ..Match::default() })
            })
            .collect(),
        Target::Series { .. } => one
            .uids()
            .map(|uid| rule(Level::Series, Match { series: Some(uid.to_owned()), ..Match::default() }))
            .collect(),
        Target::Fact(id) => vec![rule(Level::Occurrence, Match { fact: Some(*id), ..Match::default() })],
    }
}

/// How a piece of evidence of a calendar looks; `None` for other evidence.
pub fn look_of(evidence: &Evidence, zone: &TimeZone) -> Option<Look> {
    let Object::Occurrence(occurrence) = &evidence.object else { return None };
    let (start, minutes) = match &evidence.when {
        When::Interval { start, end, .. } => {
            let local = zone.to_datetime(*start);
            let minute = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
            let length = u32::try_from(end.as_second().saturating_sub(start.as_second()).max(0) / 60).ok();
            (Some(minute), length)
        }
        _ => (None, None),
    };
    Some(Look {
        title: occurrence.title.clone().filter(|_| !occurrence.private),
        organizer: occurrence.organizer.as_ref().and_then(|organizer| organizer.address.clone()),
        start,
        minutes,
    })
}

/// The day a piece of evidence starts on.
pub fn day_of(when: &When, zone: &TimeZone) -> Date {
    match when {
        When::Instant { at, .. } | When::Interval { start: at, .. } => zone.to_datetime(*at).date(),
        When::AllDay { first, .. } => *first,
        When::Amount { day, .. } => *day,
    }
}

/// The calendar events of the evidence: by UID, the days they stand on with how they look there.
struct Events(BTreeMap<String, BTreeMap<Date, Look>>);

impl Events {
    fn of(evidence: &[Evidence], zone: &TimeZone) -> Self {
        let mut events: BTreeMap<String, BTreeMap<Date, Look>> = BTreeMap::new();
        for fact in evidence {
            if let (Object::Occurrence(occurrence), Some(look)) = (&fact.object, look_of(fact, zone)) {
                events.entry(occurrence.uid.clone()).or_default().insert(day_of(&fact.when, zone), look);
            }
        }
        Self(events)
    }

    fn has(&self, uid: &str, target: &Target) -> bool {
        self.0.get(uid).is_some_and(|days| match target {
            Target::Occurrence { day, .. } => days.contains_key(day),
            Target::Series { .. } | Target::Fact(_) => true,
        })
    }

    /// Events under a UID no correction knows that look the same, on the same day where one occurrence was meant.
    fn alike(&self, one: &Correction, known: &BTreeSet<&str>) -> Vec<Question> {
        let mut questions = Vec::new();
        for (uid, days) in self.0.iter().filter(|(uid, _)| !known.contains(uid.as_str())) {
            let same = |(_, look): &(&Date, &Look)| looks_like(&one.look, look);
            let found = match &one.target {
                Target::Occurrence { day, .. } => days.get_key_value(day).filter(same),
                Target::Series { .. } | Target::Fact(_) => days.iter().find(same),
            };
            if let Some((day, look)) = found {
                questions.push(Question {
                    correction: one.id.clone(),
                    uid: uid.clone(),
                    title: look.title.clone(),
                    day: *day,
                });
            }
        }
        questions
    }
}

/// Title, start and length agree; the organizer too, where both name one.
fn looks_like(then: &Look, now: &Look) -> bool {
    let same_organizer = match (&then.organizer, &now.organizer) {
        (Some(then), Some(now)) => then.eq_ignore_ascii_case(now),
        _ => true,
    };
    let plain = |title: &Option<String>| title.as_deref().map(|title| title.trim().to_lowercase());
    same_organizer && plain(&then.title) == plain(&now.title) && then.start == now.start && then.minutes == now.minutes
}

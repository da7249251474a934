//! One's own weeks: the reading, a day, corrections in place, answers to findings, logged days. For oneself alone (P1).

use std::sync::Arc;

use jiff::civil::Date;
use rung_measure::own::seen::OwnSight;
use rung_model::{
    answer_to::{AnswerTo, Reply},
    correction::Correction,
    days::LoggedDay,
    kind::Kind,
    problem::{Problem, Severity},
};
use rung_sources::{answers, corrections as written, days};
use rung_store::{document, job};

use super::{
    Caller, MIRRORS, Moment, Noted, ORG, Refused, Server,
    person::{ANSWERS, CORRECTIONS, DAYS, request},
};
use crate::{
    access::{About, Object, Verb},
    answer::Report,
    corrections::{Proposal, Wanted, propose_on},
    error::AppError,
    explain::{DayExplained, of_day},
    log::Entry,
    org::Opened,
    report,
    request::{DEFAULT_WEEKS, Request, Since},
};

/// A reading of one's own weeks.
#[derive(Debug)]
pub struct Mirror {
    /// The reading.
    pub report: Report,
    /// The day it was made on.
    pub day: Date,
}

impl Server {
    /// The caller's person, for what is theirs alone.
    pub(super) fn self_only(
        &self,
        caller: &Caller,
        moment: &Moment,
        verb: Verb,
        object: Object,
    ) -> Result<(Arc<Opened>, String), Refused> {
        let Some(person) = caller.person() else {
            return Err(if caller.account.is_some() { Refused::NotThere } else { Refused::LogIn });
        };
        self.allow(caller, moment, verb, object, About::Person(person))?;
        Ok((self.opened()?, person.to_owned()))
    }

    /// The caller's own reading of the last half year, or of another window.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who is nobody of the roster.
    pub fn mirror(
        &self,
        caller: &Caller,
        moment: &Moment,
        since: Option<Since>,
        until: Option<Date>,
    ) -> Result<Arc<Mirror>, Refused> {
        let (opened, person) = self.self_only(caller, moment, Verb::Read, Object::Reading)?;
        let day = self.today(moment)?;
        let state = self.db.read(|tx| {
            Ok((
                document::state(tx, ORG, &person)?,
                document::state(tx, ORG, document::ORGANISATION)?,
                job::asked_by(tx, ORG, caller.name(), 1)?.first().map(|job| (job.id.clone(), job.state.clone())),
                rung_store::ledger::state(tx, ORG)?,
            ))
        })?;
        let state = format!("{state:?} {day} {since:?} {until:?}");
        if let Some((known, mirror)) = self.kept().mirrors.get(&person)
            && *known == state
        {
            return Ok(Arc::clone(mirror));
        }
        let mirror = Arc::new(Mirror { report: self.reading(&opened, &person, moment, since, until)?, day });
        let mut kept = self.kept();
        if kept.mirrors.len() >= MIRRORS {
            kept.mirrors.pop_first();
        }
        kept.mirrors.insert(person, (state, Arc::clone(&mirror)));
        Ok(mirror)
    }

    /// The reading of a person. Whoever calls this has asked whether it may be seen.
    pub(super) fn reading(
        &self,
        opened: &Opened,
        person: &str,
        moment: &Moment,
        since: Option<Since>,
        until: Option<Date>,
    ) -> Result<Report, Refused> {
        let own = opened.roster.person(person).ok_or(Refused::NotThere)?;
        let request = request(opened, own, since.unwrap_or(Since::Weeks(DEFAULT_WEEKS)), until, moment.now);
        let facts = self.facts(opened, own, &request)?;
        let measured = facts.measure(&request, facts.declared.rules.clone())?;
        let gather = |request: &Request| self.facts(opened, own, request).ok();
        Ok(report::of_facts(&request, &facts, &measured, &gather)?)
    }

    /// A day of the caller's, minute by minute.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for a day nothing is held of.
    pub fn day(&self, caller: &Caller, moment: &Moment, day: Date) -> Result<DayExplained, Refused> {
        let (opened, person) = self.self_only(caller, moment, Verb::Read, Object::RawItems)?;
        let own = opened.roster.person(&person).ok_or(Refused::NotThere)?;
        let request = request(&opened, own, Since::Day(day), Some(day), moment.now);
        let facts = self.facts(&opened, own, &request)?;
        let measured = facts.measure(&request, facts.declared.rules.clone())?;
        match of_day(&facts, &measured, &opened.framework.activities, day) {
            Err(AppError::NothingFound(_)) => Err(Refused::NotThere),
            other => Ok(other?),
        }
    }

    /// The days of a week of the caller's that are there, Monday first.
    pub fn week(&self, caller: &Caller, moment: &Moment, monday: Date) -> Result<Vec<DayExplained>, Refused> {
        let (opened, person) = self.self_only(caller, moment, Verb::Read, Object::RawItems)?;
        let own = opened.roster.person(&person).ok_or(Refused::NotThere)?;
        let last = monday.saturating_add(jiff::Span::new().days(6));
        let request = request(&opened, own, Since::Day(monday), Some(last), moment.now);
        let facts = self.facts(&opened, own, &request)?;
        let measured = facts.measure(&request, facts.declared.rules.clone())?;
        let map = &opened.framework.activities;
        let days = monday.series(jiff::Span::new().days(1)).take(7);
        Ok(days.filter_map(|day| of_day(&facts, &measured, map, day).ok()).collect())
    }

    /// Works out a correction and the minutes it would move in the last half year. Keeps nothing.
    pub fn try_correction(&self, caller: &Caller, moment: &Moment, wanted: &Wanted) -> Result<Proposal, Refused> {
        let (opened, person) = self.self_only(caller, moment, Verb::Write, Object::WeeklySplit)?;
        let own = opened.roster.person(&person).ok_or(Refused::NotThere)?;
        let mut request = request(&opened, own, Since::Weeks(DEFAULT_WEEKS), None, moment.now);
        // The day that is corrected may be today, or before the half year.
        let today = self.today(moment)?;
        request.until = Some(today);
        if let Some(on) = wanted.on {
            // Nothing is held of a day so long ago, whatever the policy says.
            if on < today.saturating_sub(jiff::Span::new().weeks(520)) {
                return Err(AppError::NothingFound(wanted.what.clone()).into());
            }
            let first = today.saturating_sub(jiff::Span::new().weeks(i64::from(DEFAULT_WEEKS)));
            request.since = Since::Day(first.min(on));
        }
        let facts = self.facts(&opened, own, &request)?;
        let known = self.corrections(caller, moment)?;
        Ok(propose_on(&facts, &known, wanted, &request, CORRECTIONS)?)
    }

    /// Keeps a correction and measures the weeks anew.
    pub fn correct(&self, caller: &Caller, moment: &Moment, wanted: &Wanted) -> Result<Proposal, Refused> {
        if wanted.why.as_ref().is_some_and(|why| why.chars().count() > 500) {
            return Err(Refused::field("why", "give at most 500 characters"));
        }
        let proposal = self.try_correction(caller, moment, wanted)?;
        self.change_own(caller, moment, CORRECTIONS, |text| written::append(text, &proposal.correction))?;
        Ok(proposal)
    }

    /// The caller's corrections, those taken back too.
    pub fn corrections(&self, caller: &Caller, moment: &Moment) -> Result<Vec<Correction>, Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::RawItems)?;
        Ok(written::read_text(CORRECTIONS, &self.text_of(&person, CORRECTIONS)?).0)
    }

    /// Takes a correction back.
    pub fn undo_correction(&self, caller: &Caller, moment: &Moment, id: &str) -> Result<(), Refused> {
        self.self_only(caller, moment, Verb::Write, Object::WeeklySplit)?;
        if !self.corrections(caller, moment)?.iter().any(|one| one.id == id && one.holds()) {
            return Err(Refused::NotThere);
        }
        self.change_own(caller, moment, CORRECTIONS, |text| written::undo(text, id, moment.now))
    }

    /// Snoozes or disputes a finding of the caller's.
    ///
    /// # Errors
    /// [`Refused::NotThere`] where there is no such finding.
    pub fn answer_finding(
        &self,
        caller: &Caller,
        moment: &Moment,
        key: &str,
        reply: Reply,
        why: Option<String>,
    ) -> Result<(), Refused> {
        let mirror = self.mirror(caller, moment, None, None)?;
        let there = mirror.report.findings.iter().any(|one| one.key() == key)
            || mirror.report.snoozed.iter().any(|one| one.finding.key() == key);
        if !there {
            return Err(Refused::NotThere);
        }
        if why.as_ref().is_some_and(|why| why.chars().count() > 500) {
            return Err(Refused::field("why", "give at most 500 characters"));
        }
        let one = AnswerTo { finding: key.to_owned(), made: moment.now, reply, why, undone: None };
        self.change_own(caller, moment, ANSWERS, |text| answers::append(text, &one))
    }

    /// Takes every answer to a finding back.
    pub fn undo_answer(&self, caller: &Caller, moment: &Moment, key: &str) -> Result<(), Refused> {
        self.change_own(caller, moment, ANSWERS, |text| answers::undo(text, key, moment.now))
    }

    /// Logs an entry of a day.
    ///
    /// # Errors
    /// [`Refused::Problems`] where the day would not be read with it.
    pub fn log_day(&self, caller: &Caller, moment: &Moment, entry: &Entry) -> Result<(), Refused> {
        if entry.note.as_ref().is_some_and(|note| note.chars().count() > 500) {
            return Err(Refused::field("note", "give at most 500 characters"));
        }
        let addition = days::Addition {
            date: entry.date,
            kind: entry.kind,
            minutes: entry.minutes,
            start: entry.start,
            note: entry.note.as_deref(),
            whole: entry.whole,
        };
        self.change_own(caller, moment, DAYS, |text| days::append(text, &addition))
    }

    /// The days the caller logged, latest first.
    pub fn logged(&self, caller: &Caller, moment: &Moment) -> Result<Vec<LoggedDay>, Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::RawItems)?;
        let (mut all, _) = days::read_text(DAYS, &self.text_of(&person, DAYS)?);
        all.sort_by_key(|day| std::cmp::Reverse(day.date));
        Ok(all)
    }

    /// Changes one of the caller's own documents, where it can still be read then, and measures the weeks anew.
    pub(super) fn change_own(
        &self,
        caller: &Caller,
        moment: &Moment,
        name: &str,
        change: impl FnOnce(&str) -> String,
    ) -> Result<(), Refused> {
        let (opened, person) = self.self_only(caller, moment, Verb::Write, Object::WeeklySplit)?;
        let text = change(&self.text_of(&person, name)?);
        let problems = match name {
            CORRECTIONS => written::read_text(name, &text).1,
            ANSWERS => answers::read_text(name, &text).1,
            DAYS => days::read_text(name, &text).1,
            _ => Vec::new(),
        };
        let errors: Vec<Problem> = problems.into_iter().filter(|one| one.severity == Severity::Error).collect();
        if !errors.is_empty() {
            return Err(Refused::Problems(errors));
        }
        self.keep_document(caller, moment, &person, name, &text, "")?;
        self.note(caller, moment, Noted { act: "write", object: "weekly split", subject: &person, detail: name })?;
        self.remeasure(&opened, &person, moment)
    }
}

/// What an event may be corrected to: activities, and what is not counted.
pub fn kinds() -> Vec<(&'static str, Kind)> {
    use rung_model::{activity::Activity, kind::NotCounted};
    let activities = Activity::ALL.iter().map(|one| (one.id(), Kind::Activity(*one)));
    let not = [NotCounted::Ooo, NotCounted::Personal, NotCounted::Travel, NotCounted::Focus];
    activities.chain(not.into_iter().map(|one| (one.id(), Kind::NotCounted(one)))).collect()
}

/// What a day may be logged as: activities, and time away or on other things.
pub fn kinds_logged() -> Vec<(&'static str, Kind)> {
    let known = kinds();
    known.into_iter().filter(|(id, _)| *id != "focus").collect()
}

/// What one's own evidence says of what one has declared, in words for oneself.
pub fn sight_in_words(sight: OwnSight) -> &'static str {
    match sight {
        OwnSight::Agrees => "seen",
        OwnSight::Nominal => "in name only",
        OwnSight::Hidden => "carried without being declared",
    }
}

#[cfg(test)]
mod tests {
    use rung_model::{correction::Target, evidence::EvidenceId};

    use super::*;

    #[test]
    fn whatever_is_offered_can_be_kept_and_read_back() {
        for (id, kind) in kinds() {
            let one = Correction {
                id: "c-1".to_owned(),
                made: jiff::Timestamp::UNIX_EPOCH,
                target: Target::Fact(EvidenceId(7)),
                also: Vec::new(),
                look: rung_model::correction::Look::default(),
                set: kind,
                why: None,
                undone: None,
                origin: String::new(),
            };
            let (read, problems) = written::read_text(CORRECTIONS, &written::append("", &one));
            assert!(problems.is_empty(), "{id}: {problems:?}");
            assert_eq!(read[0].set, kind, "{id}");
        }
        for (id, kind) in kinds_logged() {
            let date = jiff::civil::date(2026, 11, 12);
            let addition = days::Addition { date, kind, minutes: 5, start: None, note: None, whole: false };
            let (read, problems) = days::read_text(DAYS, &days::append("", &addition));
            assert!(problems.is_empty(), "{id}: {problems:?}");
            assert_eq!(read[0].entries.len(), 1, "{id}");
        }
    }
}

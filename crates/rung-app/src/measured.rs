//! From a request to a ledger: gather, recognise, lay out, book. Shared by `report`, `explain` and `rules try`.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{civil::Date, tz::TimeZone};
use rung_measure::{
    book::{self, Ledger},
    calibrate::{self, Learned},
    corrections::{self, Question},
    layout::{self, Settings, Timeline},
    recognise::{Context, Recogniser},
    recognition::{Item, Recognition},
};
use rung_model::{
    evidence::{Evidence, EvidenceId},
    kind::Kind,
    manifest::Manifest,
    prior::Priors,
    problem::{Problem, Severity},
    roster::{Person, Roster},
    rule::{Level, Rule},
    schedule::Schedule,
};
use rung_sources::progress::Progress;

use crate::{
    error::AppError,
    gather::{self, Declared, Scope},
    request::{Inputs, Request, window},
};

/// What the sources of a request say about one person, before it is recognised.
#[derive(Debug)]
pub(crate) struct Facts {
    /// Roster, rules and days.
    pub(crate) declared: Declared,
    /// Id of the person in the roster, where it knows them.
    pub(crate) person: Option<String>,
    /// The zone days are counted in.
    pub(crate) zone: TimeZone,
    /// Its name.
    pub(crate) zone_name: String,
    /// Working hours.
    pub(crate) schedule: Schedule,
    /// First day.
    pub(crate) first: Date,
    /// Last day, included.
    pub(crate) last: Date,
    /// Addresses measured: those named, and those the roster gives the same person.
    pub(crate) addresses: Vec<String>,
    /// The evidence.
    pub(crate) evidence: Vec<Evidence>,
    /// One manifest a source.
    pub(crate) manifests: Vec<Manifest>,
    /// Problems met.
    pub(crate) problems: Vec<Problem>,
    /// The person's corrections as rules: they come before all others.
    pub(crate) corrections: Vec<Rule>,
    /// What facts without titles were recognised as when they still had them: it holds until the person corrects it.
    pub(crate) pinned: BTreeMap<EvidenceId, Recognition>,
}

/// The evidence of one person laid out and booked.
#[derive(Debug)]
pub(crate) struct Measured<'a> {
    /// Evidence with what it was recognised as.
    pub(crate) items: Vec<Item<'a>>,
    /// One timeline a day.
    pub(crate) timelines: Vec<Timeline>,
    /// Minutes by day.
    pub(crate) ledger: Ledger,
    /// Priors in force.
    pub(crate) priors: Priors,
    /// What the person's whole days say about time no source sees.
    pub(crate) unseen: Option<Learned>,
}

impl Facts {
    /// Reads everything the request names.
    pub(crate) fn gather(request: &Request, progress: &dyn Progress) -> Result<Self, AppError> {
        let declared = gather::declared(&request.inputs)?;
        let person = declared.roster.as_ref().and_then(|roster| whose(roster, &request.me.addresses)).cloned();
        let zone_name = request
            .zone
            .clone()
            .or_else(|| person.as_ref().and_then(|p| p.zone.clone()))
            .unwrap_or_else(|| request.machine_zone.clone());
        let zone = TimeZone::get(&zone_name).map_err(|_| AppError::BadValue {
            option: "--tz",
            value: zone_name.clone(),
            why: "there is no such time zone; give an IANA name such as Europe/Berlin".to_owned(),
        })?;
        let schedule = schedule(request, person.as_ref())?;
        let (first, last) = window(request.since, request.until, request.now, &zone)?;
        let mut addresses = request.me.addresses.clone();
        for address in person.iter().flat_map(|p| p.addresses.iter().chain(&p.accounts)) {
            if !addresses.contains(address) {
                addresses.push(address.clone());
            }
        }
        let scope =
            Scope { addresses: &addresses, name: person.as_ref().map(|p| p.name.as_str()), zone: &zone, first, last };
        let gathered = gather::sources(&request.inputs, &declared, &scope, progress)?;
        let mut problems = declared.problems.clone();
        problems.extend(gathered.problems);
        let settled = corrections::settle(&declared.corrections, &gathered.evidence, &zone);
        problems.extend(settled.questions.iter().map(|question| asked(question, &request.inputs)));
        Ok(Self {
            person: person.map(|p| p.id),
            zone,
            zone_name,
            schedule,
            first,
            last,
            addresses,
            evidence: gathered.evidence,
            manifests: gathered.manifests,
            problems,
            declared,
            corrections: settled.rules,
            pinned: BTreeMap::new(),
        })
    }

    /// The day of the request in the person's zone.
    pub(crate) fn today(&self, request: &Request) -> Date {
        self.zone.to_datetime(request.now).date()
    }

    /// Recognises, lays out and books the evidence with the person's corrections and `rules`.
    pub(crate) fn measure(&self, request: &Request, rules: Vec<Rule>) -> Result<Measured<'_>, AppError> {
        self.measure_with(request, self.corrections.clone(), rules)
    }

    /// As [`Facts::measure`], with other corrections.
    pub(crate) fn measure_with(
        &self,
        request: &Request,
        corrections: Vec<Rule>,
        rules: Vec<Rule>,
    ) -> Result<Measured<'_>, AppError> {
        let context = Context {
            roster: self.declared.roster.as_ref(),
            me: self.person.as_deref(),
            addresses: &self.addresses,
            zone: Some(self.zone.clone()),
        };
        let rules = corrections.into_iter().chain(rules).collect();
        let recogniser = Recogniser::new(rules, context).map_err(AppError::Inputs)?;
        let recognise = |evidence| {
            let recognition = recogniser.recognise(evidence);
            let corrected = matches!(recognition.level, Level::Occurrence | Level::Series);
            let pinned = self.pinned.get(&evidence.id).filter(|_| !corrected);
            Item { evidence, recognition: pinned.cloned().unwrap_or(recognition) }
        };
        let items: Vec<Item<'_>> = self.evidence.iter().map(recognise).collect();
        let assumed = Priors::default();
        let settings = Settings {
            zone: &self.zone,
            schedule: &self.schedule,
            priors: &assumed,
            first: self.first,
            last: self.last,
        };
        let priors = calibrate::calibrate(&items, &settings);
        let settings = Settings { priors: &priors, ..settings };
        let unseen = calibrate::learned(&items, &settings, &request.framework.activities);
        let timelines = layout::lay_out(&items, &settings);
        let ledger = book::book(&timelines, &request.framework.activities);
        Ok(Measured { items, timelines, ledger, priors, unseen })
    }
}

impl Measured<'_> {
    /// Best guess of the minutes each piece of evidence took, inside and outside working hours.
    pub(crate) fn minutes_by_evidence(&self) -> BTreeMap<EvidenceId, f64> {
        let mut minutes = BTreeMap::new();
        for booking in self.timelines.iter().flat_map(|timeline| &timeline.bookings) {
            *minutes.entry(booking.evidence).or_default() += booking.minutes().point;
        }
        minutes
    }

    /// Best guess of the minutes each source showed inside working hours; what is not counted left out.
    pub(crate) fn minutes_by_source(&self) -> BTreeMap<Arc<str>, f64> {
        let sources: BTreeMap<EvidenceId, &Arc<str>> =
            self.items.iter().map(|item| (item.evidence.id, &item.evidence.source)).collect();
        let mut minutes: BTreeMap<Arc<str>, f64> = BTreeMap::new();
        for booking in self.timelines.iter().flat_map(|timeline| &timeline.bookings) {
            if let Some(source) = sources.get(&booking.evidence)
                && !matches!(booking.kind, Kind::NotCounted(_))
            {
                *minutes.entry(Arc::clone(source)).or_default() += booking.in_window.point;
            }
        }
        minutes
    }
}

/// A question about a corrected event that came back under another UID, as a note.
fn asked(question: &Question, inputs: &Inputs) -> Problem {
    let Question { correction, uid, title, day } = question;
    let named = title.as_ref().map_or_else(|| "a private event".to_owned(), |title| format!("\"{title}\""));
    let file = inputs.corrections.as_ref().map_or_else(String::new, |path| path.display().to_string());
    let what = format!("{named} of {day} looks like the event that {correction} corrects, under another UID");
    let mend = format!("if it is the same event, say so: rung correct confirm {correction} '{uid}'");
    Problem::new(Severity::Note, file, "same-event", what, mend).of_item(correction.clone())
}

/// The one person of the roster who has one of these addresses.
fn whose<'a>(roster: &'a Roster, addresses: &[String]) -> Option<&'a Person> {
    addresses.iter().find_map(|address| roster.person_at(address))
}

fn schedule(request: &Request, person: Option<&Person>) -> Result<Schedule, AppError> {
    let base = person.and_then(|p| p.schedule.clone()).unwrap_or_default();
    let Some(hours) = &request.hours else { return Ok(base) };
    base.with_hours(hours).ok_or_else(|| AppError::BadValue {
        option: "--hours",
        value: hours.clone(),
        why: "give start and end of the working day, such as 09:00-17:30".to_owned(),
    })
}

//! One person's stored facts, measured as the report measures files.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rung_measure::{corrections, recognition::Recognition, totals::Totals};
use rung_model::{
    activity::Activity,
    bucket::Bucket,
    evidence::{Evidence, EvidenceId},
    kind::{Kind, NotCounted},
    minutes::Minutes,
    roster::Person,
    rule::{Level, Rule},
    week::Week,
};
use rung_sources::{answers, cache, days, forge, rules};
use rung_store::{
    document,
    evidence::{self, Fact},
    ledger::{self, Line},
    source,
};

use super::{Moment, ORG, Refused, Server, day_of, number_of};
use crate::{
    gather::Declared,
    me::Me,
    measured::{Facts, Measured},
    org::Opened,
    request::{Inputs, Request, Since, window},
};

/// Names of a person's own documents.
pub(crate) const CORRECTIONS: &str = "corrections.toml";
pub(crate) const ANSWERS: &str = "answers.toml";
pub(crate) const DAYS: &str = "days.toml";
pub(crate) const OWN_RULES: &str = "rules.toml";

const LEVELS: [Level; 9] = [
    Level::Occurrence,
    Level::Series,
    Level::Personal,
    Level::Team,
    Level::Organisation,
    Level::Declared,
    Level::Structural,
    Level::Lexicon,
    Level::Unclassified,
];

/// A recognition and the stripped fact, as they are kept in one row.
pub(super) fn to_body(recognition: &Recognition, stripped: &Evidence) -> Vec<u8> {
    let kind = match recognition.kind {
        Kind::Activity(activity) => format!("activity {}", activity.id()),
        Kind::Weights(row) => format!("weights {} {} {} {}", row[0], row[1], row[2], row[3]),
        Kind::Unclassified => "unclassified".to_owned(),
        Kind::NotCounted(what) => format!("not_counted {}", what.id()),
    };
    let plain = |text: &str| text.replace(['\t', '\n'], " ");
    let level = recognition.level.id();
    let head = format!("{kind}\t{level}\t{}\t{}\n", plain(&recognition.rule), plain(&recognition.origin));
    let mut bytes = head.into_bytes();
    bytes.extend(cache::fact_to_bytes(stripped));
    bytes
}

/// What [`to_body`] kept; `None` where it is no such row.
pub(super) fn from_body(bytes: &[u8]) -> Option<(Recognition, Evidence)> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut parts = head.split('\t');
    let kind = kind_of(parts.next()?)?;
    let level = parts.next()?;
    let level = LEVELS.into_iter().find(|own| own.id() == level)?;
    let (rule, origin) = (parts.next()?, parts.next()?);
    let fact = cache::fact_from_bytes(&bytes[end + 1..])?;
    Some((Recognition { kind, level, rule: rule.into(), origin: origin.into() }, fact))
}

fn kind_of(text: &str) -> Option<Kind> {
    let (what, rest) = text.split_once(' ').unwrap_or((text, ""));
    match what {
        "activity" => Activity::from_id(rest).map(Kind::Activity),
        "not_counted" => NotCounted::from_id(rest).map(Kind::NotCounted),
        "unclassified" => Some(Kind::Unclassified),
        "weights" => {
            let row: Vec<f64> = rest.split(' ').filter_map(|number| number.parse().ok()).collect();
            Some(Kind::Weights(row.try_into().ok()?))
        }
        _ => None,
    }
}

/// What a person's days are counted in.
pub(super) fn zone_of(server: &Server, person: &Person) -> Result<(String, TimeZone), Refused> {
    let own = person.zone.as_deref().and_then(|name| Some((name.to_owned(), TimeZone::get(name).ok()?)));
    match own {
        Some(own) => Ok(own),
        None => {
            let zone = server.zone()?;
            Ok((zone.iana_name().unwrap_or("UTC").to_owned(), zone))
        }
    }
}

/// A request for a reading of a person, as of a moment.
pub(super) fn request(opened: &Opened, person: &Person, since: Since, until: Option<Date>, now: Timestamp) -> Request {
    let mut addresses = person.addresses.clone();
    addresses.extend(person.accounts.iter().cloned());
    Request {
        inputs: Inputs::default(),
        me: Me { addresses, added: Vec::new() },
        role: None,
        since,
        until,
        zone: None,
        machine_zone: "UTC".to_owned(),
        hours: None,
        now,
        framework: opened.framework.clone(),
        invented: false,
    }
}

impl Server {
    /// What is stored of a person in the window of a request. Raw items that are still there come in place of their
    /// stripped facts; what was recognised of the others holds.
    pub(super) fn facts(&self, opened: &Opened, person: &Person, request: &Request) -> Result<Facts, Refused> {
        let (zone_name, zone) = zone_of(self, person)?;
        let (first, last) = window(request.since, request.until, request.now, &zone)?;
        let (from, to) = (number_of(first) - 1, number_of(last) + 1);
        let id = person.id.as_str();
        let now = request.now.as_second();
        let (documents, bodies, raw, about) = self.db.read(|tx| {
            Ok((
                document::of_owner(tx, ORG, id)?,
                evidence::between(tx, ORG, id, from, to)?,
                evidence::raw_between(tx, ORG, id, from, to, now)?,
                source::descriptions(tx, ORG, id)?,
            ))
        })?;
        let text = |name: &str| documents.iter().find(|one| one.name == name).map_or("", |one| one.body.as_str());
        let mut raw: BTreeMap<u128, Evidence> = raw
            .iter()
            .filter_map(|(id, body)| {
                Some((u128::from_be_bytes(id.as_slice().try_into().ok()?), cache::fact_from_bytes(body)?))
            })
            .collect();
        let (mut facts, mut pinned) = (Vec::new(), BTreeMap::new());
        for body in &bodies {
            let Some((recognition, fact)) = from_body(body) else { continue };
            match raw.remove(&fact.id.0) {
                Some(whole) => facts.push(whole),
                None => {
                    pinned.insert(fact.id, recognition);
                    facts.push(fact);
                }
            }
        }
        let (own_rules, mut problems) = rules::read_text(OWN_RULES, text(OWN_RULES), Level::Personal);
        let mut declared = Declared {
            roster: Some(opened.roster.clone()),
            rules: own_rules,
            corrections: rung_sources::corrections::read_text(CORRECTIONS, text(CORRECTIONS)).0,
            answers: answers::read_text(ANSWERS, text(ANSWERS)).0,
            ..Declared::default()
        };
        declared.rules.extend(self.rules()?);
        let mut manifests: Vec<_> =
            about.iter().filter_map(|(_, bytes)| cache::about_from_bytes(bytes)).map(|read| read.manifest).collect();
        let (logged, _) = days::read_text(DAYS, text(DAYS));
        if !logged.is_empty() {
            let actor = Arc::new(rung_model::account::Account::default());
            let read = days::evidence(&logged, &actor, DAYS, &zone);
            facts.extend(read.evidence);
            manifests.push(read.manifest);
            declared.days.push((DAYS.to_owned(), logged));
        }
        forge::settle(&mut facts);
        let settled = corrections::settle(&declared.corrections, &facts, &zone);
        problems.retain(|problem| problem.line.is_some());
        let addresses = request.me.addresses.clone();
        Ok(Facts {
            declared,
            person: Some(person.id.clone()),
            schedule: person.schedule.clone().unwrap_or_default(),
            zone,
            zone_name,
            first,
            last,
            addresses,
            evidence: facts,
            manifests,
            problems,
            corrections: settled.rules,
            pinned,
        })
    }

    /// Measures a person anew and keeps the weeks: the cube from the first week whose evidence is still there.
    pub(super) fn remeasure(&self, opened: &Opened, person: &str, moment: &Moment) -> Result<(), Refused> {
        let Some(own) = opened.roster.person(person) else { return Ok(()) };
        let Some((_, earliest, _)) = self.db.read(|tx| evidence::extent(tx, ORG, person))? else { return Ok(()) };
        let (_, zone) = zone_of(self, own)?;
        let today = zone.to_datetime(moment.now).date();
        let first = Week::of(day_of(earliest)).monday();
        if first >= today {
            return Ok(());
        }
        let request = request(opened, own, Since::Day(first), Some(today), moment.now);
        let facts = self.facts(opened, own, &request)?;
        let measured = facts.measure(&request, facts.declared.rules.clone())?;
        let lines = lines(&measured, facts.first, facts.last);
        let booked = booked(&measured);
        // Only what counts otherwise than before is written: most facts stay what they were.
        let before: BTreeMap<Vec<u8>, (String, f64)> = self
            .db
            .read(|tx| evidence::lines(tx, ORG, person))?
            .into_iter()
            .map(|brief| (brief.id, (brief.activity, brief.minutes)))
            .collect();
        let changed = booked.into_iter().filter(|(id, activity, minutes)| {
            let known = before.get(id.0.to_be_bytes().as_slice());
            known.is_none_or(|(own, spent)| own != activity || (spent - minutes).abs() > 1e-9)
        });
        let booked: Vec<_> = changed.collect();
        self.db.write(|tx| {
            ledger::replace(tx, ORG, person, number_of(first), &lines)?;
            for (id, activity, minutes) in &booked {
                evidence::count(tx, ORG, person, &id.0.to_be_bytes(), activity, *minutes)?;
            }
            Ok(())
        })?;
        self.kept().mirrors.remove(person);
        Ok(())
    }
}

/// What each fact counts as, with its minutes.
fn booked(measured: &Measured<'_>) -> Vec<(EvidenceId, &'static str, f64)> {
    let minutes = measured.minutes_by_evidence();
    let named = |kind: Kind| match kind {
        Kind::Activity(activity) => activity.id(),
        Kind::Weights(_) => "mixed",
        Kind::Unclassified => "",
        Kind::NotCounted(what) => what.id(),
    };
    let of = |item: &rung_measure::recognition::Item<'_>| {
        let id = item.evidence.id;
        (id, named(item.recognition.kind), minutes.get(&id).copied().unwrap_or(0.0))
    };
    measured.items.iter().map(of).collect()
}

/// The weekly cube of a person.
fn lines(measured: &Measured<'_>, first: Date, last: Date) -> Vec<Line> {
    let mut all = Vec::new();
    let mut week = Week::of(first);
    while week.monday() <= last {
        let monday = week.monday();
        let totals = measured.ledger.totals(monday.max(first), monday.saturating_add(6.days()).min(last));
        let number = number_of(monday);
        let mut push = |part: &str, activity: &str, minutes: Minutes| {
            let Minutes { low, point, high } = minutes;
            all.push(Line { week: number, part: part.to_owned(), activity: activity.to_owned(), low, point, high });
        };
        push("whole", "capacity", Minutes::exact(totals.capacity));
        push("whole", "unclassified", totals.unclassified);
        for bucket in Bucket::ALL {
            push("bucket", bucket.id(), totals.bucket(bucket));
        }
        totals.activities.iter().for_each(|(activity, minutes)| push("in", activity.id(), *minutes));
        totals.activities_after.iter().for_each(|(activity, minutes)| push("after", activity.id(), *minutes));
        week = week.next();
    }
    all
}

/// Totals of a person made of lines of the cube.
pub(super) fn totals_of<'l>(lines: impl IntoIterator<Item = &'l Line>, first: Date, last: Date) -> Totals {
    let mut totals = Totals::empty(first, last);
    for line in lines {
        let minutes = Minutes::new(line.low, line.point, line.high);
        match (line.part.as_str(), line.activity.as_str()) {
            ("whole", "capacity") => totals.capacity += line.point,
            ("whole", "unclassified") => totals.unclassified += minutes,
            ("bucket", id) => {
                if let Some(bucket) = Bucket::ALL.into_iter().find(|bucket| bucket.id() == id) {
                    totals.in_window[bucket.index()] += minutes;
                }
            }
            ("in", id) => {
                if let Some(activity) = Activity::from_id(id) {
                    *totals.activities.entry(activity).or_default() += minutes;
                }
            }
            ("after", id) => {
                if let Some(activity) = Activity::from_id(id) {
                    *totals.activities_after.entry(activity).or_default() += minutes;
                }
            }
            _ => {}
        }
    }
    totals
}

/// A fact as a row, recognised, before it is known how many minutes it takes.
pub(super) fn row(fact: &Evidence, recognition: &Recognition, zone: &TimeZone, source: &str) -> Fact {
    let day = corrections::day_of(&fact.when, zone);
    Fact {
        id: fact.id.0.to_be_bytes(),
        source: source.to_owned(),
        day: number_of(day),
        week: number_of(Week::of(day).monday()),
        activity: String::new(),
        minutes: 0.0,
        body: to_body(recognition, &rung_sources::strip::strip(fact)),
    }
}

/// Rules by which a person's facts are recognised when they come in: their own before the organisation's.
pub(super) fn rules_of(server: &Server, person: &str) -> Result<Vec<Rule>, Refused> {
    let (mut all, _) = rules::read_text(OWN_RULES, &server.text_of(person, OWN_RULES)?, Level::Personal);
    all.extend(server.rules()?);
    Ok(all)
}

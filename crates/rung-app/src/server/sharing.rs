//! Showing a frozen snapshot of one's weeks to named people, until a day; taking it back (PRIVACY P2).

use jiff::civil::Date;
use rung_model::{bucket::Bucket, share::Share};
use rung_store::snapshot::{self, Snapshot};

use super::{Caller, Moment, Noted, ORG, Refused, Server, day_of, number_of};
use crate::{
    access::{Object, Verb},
    answer::Report,
    request::Since,
    wire::v1::shared::{Frozen, FrozenShare, FrozenWeek},
};

/// What a snapshot may show.
pub const FIELDS: [(&str, &str); 4] = [
    ("split", "the split of the whole time, with ranges and coverage"),
    ("weeks", "the split week by week"),
    ("reading", "how that reads against the role held"),
    ("findings", "the findings"),
];

/// Longest a snapshot may last, days.
const LONGEST: i64 = 365;

/// What somebody wants to show.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Of [`FIELDS`].
    pub fields: Vec<String>,
    /// To whom: person ids.
    pub to: Vec<String>,
    /// The last day it may be opened.
    pub until: Date,
    /// A word to them.
    pub note: String,
}

/// A snapshot as its maker or a recipient sees it.
#[derive(Clone, Debug)]
pub struct SnapshotView {
    /// It.
    pub snapshot: Snapshot,
    /// Who it is for: person ids.
    pub to: Vec<String>,
    /// First and last day it is about.
    pub days: (Date, Date),
    /// What it shows; `None` once it was taken back or ran out.
    pub frozen: Option<Frozen>,
}

impl Server {
    /// What a snapshot would show: for its maker to look at before it is made.
    pub fn try_share(&self, caller: &Caller, moment: &Moment, wanted: &Wanted) -> Result<Frozen, Refused> {
        let (opened, person) = self.self_only(caller, moment, Verb::Read, Object::Reading)?;
        self.check(caller, moment, wanted)?;
        let report = self.reading(&opened, &person, moment, Some(Since::Day(wanted.first)), Some(wanted.last))?;
        Ok(freeze(&report, &wanted.fields))
    }

    /// Makes a snapshot; its id.
    ///
    /// # Errors
    /// [`Refused::Prove`]; [`Refused::Field`] for people, days or fields that do not do.
    pub fn share(&self, caller: &Caller, moment: &Moment, wanted: &Wanted) -> Result<String, Refused> {
        self.proven(caller, moment)?;
        let frozen = self.try_share(caller, moment, wanted)?;
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::Reading)?;
        let body = serde_json::to_string(&frozen).map_err(|error| Refused::field("snapshot", error.to_string()))?;
        let zone = self.zone()?;
        let end = wanted.until.tomorrow().ok().and_then(|day| day.to_zoned(zone).ok());
        let end = end.map_or(moment.seconds(), |zoned| zoned.timestamp().as_second());
        let one = Snapshot {
            id: moment.dice.id(),
            person: person.clone(),
            first_day: number_of(wanted.first),
            last_day: number_of(wanted.last),
            fields: wanted.fields.join(","),
            note: wanted.note.trim().to_owned(),
            made: moment.seconds(),
            expires: end,
            revoked: None,
            body,
        };
        self.db.write(|tx| snapshot::add(tx, ORG, &one, &wanted.to))?;
        let opened = self.opened()?;
        let name = |id: &String| opened.roster.person(id).map_or_else(|| id.clone(), |own| own.name.clone());
        let to = wanted.to.iter().map(name).collect::<Vec<_>>().join(", ");
        self.note(caller, moment, Noted { act: "share", object: "reading", subject: &person, detail: &to })?;
        Ok(one.id)
    }

    fn check(&self, caller: &Caller, moment: &Moment, wanted: &Wanted) -> Result<(), Refused> {
        let opened = self.opened()?;
        let today = self.today(moment)?;
        if wanted.first > wanted.last || wanted.last > today {
            return Err(Refused::field("days", "give a first and a last day, in that order, up to today"));
        }
        if wanted.until <= today || wanted.until > today.saturating_add(jiff::Span::new().days(LONGEST)) {
            return Err(Refused::field("until", "give a day from tomorrow on, a year at most"));
        }
        if wanted.fields.is_empty() || wanted.fields.iter().any(|one| !FIELDS.iter().any(|(known, _)| known == one)) {
            return Err(Refused::field("fields", "choose what it shows"));
        }
        if wanted.note.chars().count() > 500 {
            return Err(Refused::field("note", "give at most 500 characters"));
        }
        let view = opened.view(rung_model::roster::At::day(today));
        let own = caller.person().unwrap_or_default();
        for person in &wanted.to {
            let here = view.person(person).is_some_and(|at| view.people[at].here);
            if !here || person == own {
                return Err(Refused::field("to", format!("`{person}` is nobody else who is here")));
            }
        }
        if wanted.to.is_empty() || wanted.to.len() > 20 {
            return Err(Refused::field("to", "name one to twenty people"));
        }
        Ok(())
    }

    /// The snapshots the caller made.
    pub fn shared(&self, caller: &Caller, moment: &Moment) -> Result<Vec<SnapshotView>, Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::Reading)?;
        let all = self.db.read(|tx| snapshot::made_by(tx, ORG, &person))?;
        all.into_iter().map(|one| self.seen(one)).collect()
    }

    /// The snapshots the caller was sent and may still open.
    pub fn sent(&self, caller: &Caller, moment: &Moment) -> Result<Vec<SnapshotView>, Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::Reading)?;
        let all = self.db.read(|tx| snapshot::sent_to(tx, ORG, &person, moment.seconds()))?;
        all.into_iter().map(|one| self.seen(one)).collect()
    }

    /// Opens a snapshot: for its maker, and for who it is for as long as it lasts. The maker sees who looked (P12).
    pub fn open_snapshot(&self, caller: &Caller, moment: &Moment, id: &str) -> Result<SnapshotView, Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::Reading)?;
        let one = self.db.read(|tx| snapshot::get(tx, ORG, id))?.ok_or(Refused::NotThere)?;
        let view = self.seen(one)?;
        if view.snapshot.person == person {
            return Ok(view);
        }
        let lasts = view.snapshot.revoked.is_none() && view.snapshot.expires > moment.seconds();
        if !lasts || !view.to.contains(&person) {
            return Err(Refused::NotThere);
        }
        self.note(
            caller,
            moment,
            Noted { act: "read", object: "reading", subject: &view.snapshot.person, detail: id },
        )?;
        Ok(view)
    }

    /// Takes a snapshot back: from then on nobody opens it.
    pub fn revoke(&self, caller: &Caller, moment: &Moment, id: &str) -> Result<(), Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Write, Object::WeeklySplit)?;
        if !self.db.write(|tx| snapshot::revoke(tx, ORG, &person, id, moment.seconds()))? {
            return Err(Refused::NotThere);
        }
        self.note(caller, moment, Noted { act: "share", object: "reading", subject: &person, detail: "taken back" })
    }

    fn seen(&self, one: Snapshot) -> Result<SnapshotView, Refused> {
        let to = self.db.read(|tx| snapshot::recipients(tx, ORG, &one.id))?;
        let frozen = serde_json::from_str(&one.body).ok();
        Ok(SnapshotView { to, days: (day_of(one.first_day), day_of(one.last_day)), frozen, snapshot: one })
    }
}

/// What of a reading a snapshot holds: weeks are its finest grain (P6), and nothing stands without its coverage (P18).
fn freeze(report: &Report, fields: &[String]) -> Frozen {
    let has = |field: &str| fields.iter().any(|own| own == field);
    let share = |share: Option<Share>, bucket: Bucket| FrozenShare {
        bucket: bucket.id().to_owned(),
        share: share.map(|own| [own.low, own.point, own.high]),
    };
    let split = |period: &rung_measure::period::PeriodReading| {
        Bucket::SPLIT.map(|bucket| share(period.bucket(bucket).headline, bucket)).to_vec()
    };
    Frozen {
        version: 1,
        name: report.who.name.clone().unwrap_or_default(),
        first: report.first.to_string(),
        last: report.last.to_string(),
        zone: report.zone.clone(),
        coverage: report.window.coverage,
        role: report.held.as_ref().map(|held| held.role.name.clone()),
        split: has("split").then(|| split(&report.window)),
        weeks: has("weeks").then(|| {
            let weeks = report.weeks.iter();
            weeks
                .map(|line| FrozenWeek {
                    week: line.week.to_string(),
                    coverage: line.reading.coverage,
                    split: split(&line.reading),
                })
                .collect()
        }),
        reading: has("reading").then(|| report.sentence.clone()),
        findings: has("findings").then(|| report.findings.iter().map(|one| one.headline.clone()).collect()),
    }
}

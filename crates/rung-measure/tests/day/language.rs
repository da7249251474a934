//! A small language for writing days down in tests: meetings, commits, reviews, logged time.

use std::sync::Arc;

use jiff::{
    Timestamp,
    civil::{Date, date},
    tz::TimeZone,
};
use rung_measure::{
    book::{Ledger, book},
    layout::{Settings, Timeline, lay_out},
    recognition::{Item, Recognition},
    totals::Totals,
};
use rung_model::{
    account::Account,
    activity::Activity,
    commit::Commit,
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::{ActivityMap, Kind},
    logged::Logged,
    occurrence::{Busy, Occurrence, Rsvp},
    prior::Priors,
    rule::Level,
    schedule::Schedule,
};

/// A Tuesday.
pub(crate) const DAY: Date = date(2026, 8, 4);

/// Evidence with what it is recognised as.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) evidence: Evidence,
    pub(crate) kind: Kind,
    pub(crate) level: Level,
}

impl Known {
    /// Changes the occurrence inside.
    pub(crate) fn occurrence(mut self, change: impl FnOnce(&mut Occurrence)) -> Self {
        if let Object::Occurrence(occurrence) = &mut self.evidence.object {
            change(occurrence);
        }
        self
    }

    /// Changes the commit inside.
    pub(crate) fn commit(mut self, change: impl FnOnce(&mut Commit)) -> Self {
        if let Object::Commit(commit) = &mut self.evidence.object {
            change(Arc::make_mut(commit));
        }
        self
    }

    /// The same evidence from another source, with an id of its own.
    pub(crate) fn from(mut self, source: &str) -> Self {
        self.evidence.source = source.into();
        self.evidence.id = EvidenceId(self.evidence.id.0 ^ EvidenceId::of(&[source.as_bytes()]).0);
        self
    }

    /// Recognised by a rule of this level.
    pub(crate) fn by(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    pub(crate) fn role(mut self, role: RoleInEvent) -> Self {
        self.evidence.role = role;
        self
    }

    pub(crate) fn quality(mut self, quality: Quality) -> Self {
        self.evidence.quality = quality;
        self
    }

    pub(crate) fn id(&self) -> EvidenceId {
        self.evidence.id
    }
}

/// `9:30` as a moment of the day in UTC.
pub(crate) fn at(day: Date, clock: &str) -> Timestamp {
    let (hours, minutes) = clock.split_once(':').unwrap();
    let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap() + jiff::SignedDuration::from_mins(minutes)
}

fn evidence(native: &str, verb: Verb, role: RoleInEvent, when: When, object: Object) -> Evidence {
    let source = match object {
        Object::Commit(_) | Object::Item(_) => "git:app",
        Object::Occurrence(_) => "calendar:work",
        Object::Logged(_) | Object::Entry(_) => "days:me",
    };
    Evidence {
        id: EvidenceId::of(&[source.as_bytes(), native.as_bytes(), verb.id().as_bytes(), role.id().as_bytes()]),
        source: source.into(),
        verb,
        actor: Arc::new(Account::new("Ada Example", "ada@team.example")),
        role,
        when,
        quality: Quality::Exact,
        object,
    }
}

/// A meeting on [`DAY`].
pub(crate) fn meeting(from: &str, to: &str, rsvp: Rsvp, activity: Activity) -> Known {
    meeting_between(at(DAY, from), at(DAY, to), rsvp, Kind::Activity(activity))
}

/// A meeting at any time, as any kind.
pub(crate) fn meeting_between(start: Timestamp, end: Timestamp, rsvp: Rsvp, kind: Kind) -> Known {
    let uid = format!("{start}-{end}-{}-{kind:?}", rsvp.id());
    let when = When::Interval { start, end, zone: Zone::Utc };
    let evidence = evidence(&uid.clone(), Verb::Attended, RoleInEvent::Attendee, when, object(uid, rsvp));
    Known { evidence, kind, level: Level::Lexicon }
}

/// An entry over whole days.
pub(crate) fn all_day(first: Date, after: Date, kind: Kind) -> Known {
    let uid = format!("{first}-{after}-{kind:?}");
    let when = When::AllDay { first, after };
    let evidence = evidence(&uid.clone(), Verb::Attended, RoleInEvent::Subject, when, object(uid, Rsvp::Own));
    Known { evidence, kind, level: Level::Lexicon }
}

fn object(uid: String, rsvp: Rsvp) -> Object {
    Object::Occurrence(Box::new(Occurrence {
        uid,
        recurrence_id: None,
        title: Some("Example".into()),
        categories: Vec::new(),
        recurring: false,
        rsvp,
        busy: Busy::Busy,
        cancelled: false,
        tentative: false,
        private: false,
        organizer: None,
        others: Vec::new(),
        file_names_attendees: true,
    }))
}

/// A commit on [`DAY`].
pub(crate) fn commit(clock: &str) -> Known {
    instant(at(DAY, clock), Verb::Committed, Activity::Coding)
}

/// A review on [`DAY`].
pub(crate) fn review(clock: &str) -> Known {
    instant(at(DAY, clock), Verb::Reviewed, Activity::CodeReview)
}

/// A commit or a review at any time, as any activity.
pub(crate) fn instant(moment: Timestamp, verb: Verb, activity: Activity) -> Known {
    let role = if verb == Verb::Reviewed { RoleInEvent::Reviewer } else { RoleInEvent::Author };
    let id = format!("{moment}-{}", activity.id());
    let object = Object::Commit(Arc::new(Commit { repository: "app".into(), id: id.clone(), ..Commit::default() }));
    let when = When::Instant { at: moment, zone: Zone::Utc };
    Known {
        evidence: evidence(&id, verb, role, when, object),
        kind: Kind::Activity(activity),
        level: Level::Structural,
    }
}

/// Minutes logged on [`DAY`] without a time of day.
pub(crate) fn amount(minutes: u32, activity: Activity, whole_day: bool) -> Known {
    amount_on(DAY, minutes, Kind::Activity(activity), whole_day)
}

/// Minutes logged on any day, as any kind.
pub(crate) fn amount_on(day: Date, minutes: u32, kind: Kind, whole_day: bool) -> Known {
    logged_when(When::Amount { day, minutes }, kind, whole_day)
}

/// Logged time with a start, on [`DAY`].
pub(crate) fn logged(from: &str, to: &str, activity: Activity, whole_day: bool) -> Known {
    let when = When::Interval { start: at(DAY, from), end: at(DAY, to), zone: Zone::Utc };
    logged_when(when, Kind::Activity(activity), whole_day)
}

fn logged_when(when: When, kind: Kind, whole_day: bool) -> Known {
    let native = format!("{when:?}-{kind:?}-{whole_day}");
    let object = Object::Logged(Box::new(Logged { kind, file: "days.toml".into(), line: 1, whole_day, note: None }));
    let evidence = evidence(&native, Verb::LoggedWork, RoleInEvent::Subject, when, object);
    Known { evidence, kind, level: Level::Occurrence }
}

/// The items of some evidence.
pub(crate) fn items(known: &[Known]) -> Vec<Item<'_>> {
    known
        .iter()
        .map(|known| Item {
            evidence: &known.evidence,
            recognition: Recognition {
                kind: known.kind,
                level: known.level,
                rule: "test".into(),
                origin: "built in".into(),
            },
        })
        .collect()
}

/// Evidence laid out in UTC with the default schedule and priors, `first..=last`.
pub(crate) fn lay_out_days(known: &[Known], first: Date, last: Date) -> Vec<Timeline> {
    lay_out_in(known, first, last, &TimeZone::UTC)
}

/// The same in any zone.
pub(crate) fn lay_out_in(known: &[Known], first: Date, last: Date, zone: &TimeZone) -> Vec<Timeline> {
    let (schedule, priors) = (Schedule::default(), Priors::default());
    lay_out(&items(known), &Settings { zone, schedule: &schedule, priors: &priors, first, last })
}

/// [`DAY`] laid out.
pub(crate) fn lay_out_day(known: &[Known]) -> Timeline {
    lay_out_days(known, DAY, DAY).remove(0)
}

/// The ledger of [`DAY`] with the built-in map.
pub(crate) fn ledger(known: &[Known]) -> Ledger {
    book(&lay_out_days(known, DAY, DAY), &ActivityMap::default())
}

/// The totals of [`DAY`].
pub(crate) fn totals(known: &[Known]) -> Totals {
    ledger(known).totals(DAY, DAY)
}

/// Low, point and high of a bucket, inside and outside the window together, as whole numbers.
pub(crate) fn whole(totals: &Totals, bucket: rung_model::bucket::Bucket) -> (f64, f64, f64) {
    let sum = totals.in_window[bucket.index()] + totals.after_hours[bucket.index()];
    (sum.low, sum.point, sum.high)
}

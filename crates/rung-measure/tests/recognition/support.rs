//! Invented people and evidence for the tests of recognition.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use rung_model::{
    account::Account,
    activity::Activity,
    commit::{Commit, PathClasses},
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::Kind,
    occurrence::{Attendee, Busy, Occurrence, Rsvp},
    roster::{Holding, Membership, Period, Person, ReportsTo, Roster, Team},
    rule::{Level, Match, Rule},
};

/// The owner of the evidence.
pub(crate) const ME: &str = "ada@heron.example";

/// An occurrence titled `title` with `others`, half an hour on 2026-03-02 at 23:45 UTC, accepted.
pub(crate) fn meeting(title: &str, others: &[&str]) -> Evidence {
    let attendee = |address: &&str| Attendee { account: Arc::new(Account::new("", address)), rsvp: Rsvp::Accepted };
    let occurrence = Occurrence {
        uid: "uid-1".into(),
        recurrence_id: None,
        title: Some(title.into()),
        categories: Vec::new(),
        recurring: false,
        rsvp: Rsvp::Accepted,
        busy: Busy::Busy,
        cancelled: false,
        tentative: false,
        private: false,
        organizer: Some(Arc::new(Account::new("", "boss@heron.example"))),
        others: others.iter().map(attendee).collect(),
        file_names_attendees: true,
    };
    Evidence {
        id: EvidenceId::of(&[title.as_bytes()]),
        source: "calendar".into(),
        verb: Verb::Attended,
        actor: Arc::new(Account::new("Ada Quist", ME)),
        role: RoleInEvent::Attendee,
        when: When::Interval {
            start: "2026-03-02T23:45:00Z".parse::<Timestamp>().unwrap(),
            end: "2026-03-03T00:15:00Z".parse::<Timestamp>().unwrap(),
            zone: Zone::Named("Europe/Berlin".into()),
        },
        quality: Quality::Exact,
        object: Object::Occurrence(Box::new(occurrence)),
    }
}

/// The same evidence with its occurrence changed.
pub(crate) fn with(mut evidence: Evidence, change: impl FnOnce(&mut Occurrence)) -> Evidence {
    if let Object::Occurrence(occurrence) = &mut evidence.object {
        change(occurrence);
    }
    evidence
}

/// The same evidence as whole days.
pub(crate) fn all_day(evidence: Evidence) -> Evidence {
    let first: Date = "2026-03-02".parse().unwrap();
    Evidence { when: When::AllDay { first, after: first.tomorrow().unwrap() }, ..evidence }
}

/// A commit over `paths` of these classes.
pub(crate) fn commit(classes: PathClasses, paths: &[&str]) -> Evidence {
    let commit = Commit {
        repository: "ledger".into(),
        classes,
        paths: Some(paths.iter().map(|path| (*path).to_owned()).collect()),
        ..Commit::default()
    };
    Evidence {
        source: "git".into(),
        verb: Verb::Committed,
        role: RoleInEvent::Author,
        when: When::Instant { at: "2026-03-02T10:00:00Z".parse().unwrap(), zone: Zone::Offset(3600) },
        object: Object::Commit(Arc::new(commit)),
        ..meeting("", &[])
    }
}

/// A rule of `level` that sets an activity.
pub(crate) fn rule(id: &str, level: Level, when: Match, activity: Activity) -> Rule {
    Rule {
        id: id.into(),
        level,
        when,
        set: Kind::Activity(activity),
        why: None,
        origin: format!("rules.toml:{}", id.len()),
    }
}

/// A condition on the title.
pub(crate) fn titled(pattern: &str) -> Match {
    Match { title: Some(pattern.into()), ..Match::default() }
}

/// Ada leads Ben and Cem; Cem leads Dee; Eva leads Ada and Fay; Gus works elsewhere; Ida was Ada's report in 2025.
pub(crate) fn roster() -> Roster {
    let person = |id: &str, name: &str| Person {
        id: id.into(),
        name: name.into(),
        addresses: vec![format!("{id}@heron.example")],
        accounts: Vec::new(),
        zone: None,
        schedule: None,
        line: 1,
    };
    let line = |person: &str, manager: &str| ReportsTo {
        person: person.into(),
        manager: manager.into(),
        solid: true,
        interim: false,
        period: Period::default(),
        known: Period::default(),
    };
    let member = |person: &str, team: &str| Membership {
        person: person.into(),
        team: team.into(),
        share: 1.0,
        part: None,
        period: Period::default(),
        known: Period::default(),
    };
    let holds = |person: &str, position: &str| Holding {
        person: person.into(),
        position: position.into(),
        team: None,
        share: 1.0,
        basis: rung_model::roster::Basis::Title,
        period: Period::default(),
        known: Period::default(),
    };
    Roster {
        organisation: None,
        people: vec![
            person("ada", "Ada Quist"),
            person("ben", "Ben Ott"),
            person("cem", "Cem Uzun"),
            person("dee", "Dee Falk"),
            person("eva", "Eva Brandt"),
            person("fay", "Fay Lund"),
            person("gus", "Gus Horn"),
            person("hal", "Hal Rood"),
            person("ida", "Ida Moss"),
            person("jon", "Jon Vale"),
        ],
        teams: vec![Team { id: "core".into(), name: "Core".into(), ..Team::default() }],
        memberships: vec![member("ada", "core"), member("jon", "core")],
        lines: vec![
            line("ben", "ada"),
            line("cem", "ada"),
            line("dee", "cem"),
            line("ada", "eva"),
            line("fay", "eva"),
            ReportsTo {
                period: Period { from: None, until: Some("2026-01-01".parse().unwrap()) },
                ..line("ida", "ada")
            },
        ],
        holdings: vec![holds("ada", "tech_lead"), holds("gus", "junior_engineer"), holds("hal", "principal_engineer")],
        ..Roster::default()
    }
}

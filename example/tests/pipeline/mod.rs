//! The way a report goes, in short: the example's files through the ordinary sources to totals.

use std::sync::Arc;

use example::{PersonFiles, Written};
use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};
use rung_measure::{
    book::{Ledger, book},
    calibrate::{Learned, calibrate, learned},
    identity::{self, Configured, Own},
    layout::{Settings, lay_out},
    recognise::{Context, Recogniser},
    recognition::Item,
};
use rung_model::{
    account::Account,
    evidence::Evidence,
    kind::ActivityMap,
    manifest::SourceKind,
    prior::Priors,
    problem::Severity,
    roster::Roster,
    rule::{Level, Rule},
};
use rung_sources::{days, forge, git, ics, progress::Silent, recorded, roster, rules, source};

/// First day of the example.
pub(crate) const FIRST: Date = date(2025, 11, 10);
/// Last day with traces.
pub(crate) const LAST: Date = date(2026, 11, 15);

/// What all people of the example share.
pub(crate) struct Organisation {
    /// The roster as read.
    pub(crate) roster: Roster,
    rules: Vec<Rule>,
}

impl Organisation {
    /// Reads roster and rules; nothing in them may be wrong.
    pub(crate) fn read(written: &Written) -> Self {
        let (roster, problems) = roster::read(&written.roster);
        assert!(problems.is_empty(), "{problems:?}");
        let (rules, problems) = rules::read(&written.rules, Level::Organisation);
        assert!(problems.is_empty(), "{problems:?}");
        Self { roster, rules }
    }

    /// The ledger of one person's year, and what their whole days say about unseen time; on what is assumed alone where
    /// not `calibrated`.
    pub(crate) fn measure(
        &self,
        written: &Written,
        person: &PersonFiles,
        calibrated: bool,
    ) -> (Ledger, Option<Learned>) {
        let zone = TimeZone::get(&person.zone).unwrap();
        let evidence = evidence(written, &self.roster, person, &zone);
        let context = Context {
            roster: Some(&self.roster),
            me: Some(&person.id),
            addresses: &person.addresses,
            zone: Some(zone.clone()),
        };
        let recogniser = Recogniser::new(self.rules.clone(), context).unwrap();
        let recognised = |evidence| Item { evidence, recognition: recogniser.recognise(evidence) };
        let items: Vec<Item<'_>> = evidence.iter().map(recognised).collect();
        let schedule = self.roster.person(&person.id).and_then(|p| p.schedule.clone()).unwrap_or_default();
        let priors = Priors::default();
        let settings = Settings { zone: &zone, schedule: &schedule, priors: &priors, first: FIRST, last: LAST };
        let priors = if calibrated { calibrate(&items, &settings) } else { priors.clone() };
        let settings = Settings { priors: &priors, ..settings };
        let map = ActivityMap::default();
        (book(&lay_out(&items, &settings), &map), learned(&items, &settings, &map))
    }
}

/// One person's evidence from calendars, repositories, forge, tracker, time log and logged days.
fn evidence(written: &Written, roster: &Roster, person: &PersonFiles, zone: &TimeZone) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    let mut keep = |read: rung_sources::read::Read| {
        let errors: Vec<_> = read.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
        evidence.extend(read.evidence);
    };
    let query = ics::Query { addresses: &person.addresses, zone, first: FIRST, last: LAST };
    for calendar in &person.calendars {
        keep(ics::read(calendar, &query, &Silent));
    }
    let query = git::Query { addresses: Some(person.addresses.clone()), ..git::Query::default() };
    for repository in &written.repositories {
        keep(git::read(repository, &query, &Silent).unwrap());
    }
    let account = Arc::new(Account::new(&person.name, person.addresses.first().unwrap()));
    let query = source::Query { first: FIRST, last: LAST, zone };
    let forge = written.forge.iter().map(|path| (SourceKind::Gitea, path));
    let log = written.time_logs.get(&person.id).map(|path| (SourceKind::TimeLog, path));
    let sources = forge.chain([(SourceKind::Jira, &written.tracker)]).chain(log);
    let reads: Vec<_> = sources.map(|(kind, path)| recorded::read(kind, path, &account, &query, &Silent)).collect();
    let seen = identity::accounts_of(reads.iter().flat_map(|read| &read.evidence));
    let own: Vec<String> = person.addresses.clone();
    let own = Own::of(&seen, &Configured { roster: Some(roster), own: &own }, &[]);
    for mut read in reads {
        read.evidence.retain(|fact| fact.actor == account || identity::mine(fact, &own));
        keep(read);
    }
    if let Some(log) = written.days.get(&person.id) {
        let (logged, problems) = days::read(log);
        assert!(problems.is_empty(), "{problems:?}");
        keep(days::evidence(&logged, &account, &log.display().to_string(), zone));
    }
    forge::settle(&mut evidence);
    evidence
}

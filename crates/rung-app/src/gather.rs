//! Reading the sources of a request: evidence, manifests, roster, rules, and every problem on the way.

use std::{
    convert::Infallible,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{civil::Date, tz::TimeZone};
use rung_measure::identity::{self, Configured, Own};
use rung_model::{
    account::Account,
    answer_to::AnswerTo,
    correction::Correction,
    days::LoggedDay,
    evidence::Evidence,
    identity::journal::JournalEntry,
    manifest::{Manifest, SourceKind},
    problem::{Problem, Severity},
    roster::Roster,
    rule::{Level, Rule},
};
use rung_sources::{
    answers,
    cache::{Cache, Kept, Key, contents},
    corrections, days, forge, git, ics, journal,
    progress::Progress,
    read::Read,
    recorded, roster, rules, source,
};

use crate::{error::AppError, request::Inputs};

/// Files about people and rules: read before the sources, since they name zones and hours.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    /// The roster, where one was named.
    pub roster: Option<Roster>,
    /// Rules of all files, in file order.
    pub rules: Vec<Rule>,
    /// Days logged by hand, by file.
    pub days: Vec<(String, Vec<LoggedDay>)>,
    /// The person's corrections.
    pub corrections: Vec<Correction>,
    /// The person's answers to findings.
    pub answers: Vec<AnswerTo>,
    /// What was said of accounts.
    pub journal: Vec<JournalEntry>,
    /// Problems that do not stop a reading.
    pub problems: Vec<Problem>,
}

/// What the sources gave about one person.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The facts, sorted by source order, then time.
    pub evidence: Vec<Evidence>,
    /// One manifest a source.
    pub manifests: Vec<Manifest>,
    /// Problems met.
    pub problems: Vec<Problem>,
}

/// Reads roster, rules and days files.
///
/// # Errors
/// [`AppError::Inputs`] with *all* problems, where any of the files has an error in it.
pub fn declared(inputs: &Inputs) -> Result<Declared, AppError> {
    let mut declared = Declared::default();
    if let Some(path) = &inputs.roster {
        let (read, problems) = roster::read(path);
        declared.roster = Some(read);
        declared.problems.extend(problems);
    }
    for path in &inputs.rules {
        let (read, problems) = rules::read(path, Level::Personal);
        declared.rules.extend(read);
        declared.problems.extend(problems);
    }
    for path in &inputs.days {
        let (read, problems) = days::read(path);
        declared.days.push((path.display().to_string(), read));
        declared.problems.extend(problems);
    }
    if let Some(path) = &inputs.corrections {
        let (read, problems) = corrections::read(path);
        declared.corrections = read;
        declared.problems.extend(problems);
    }
    if let Some(path) = &inputs.answers {
        let (read, problems) = answers::read(path);
        declared.answers = read;
        declared.problems.extend(problems);
    }
    if let Some(path) = &inputs.journal {
        let (read, problems) = journal::read(path);
        declared.journal = read;
        declared.problems.extend(problems);
    }
    if declared.problems.iter().any(|p| p.severity == Severity::Error) {
        return Err(AppError::Inputs(declared.problems));
    }
    Ok(declared)
}

/// Whom to gather for, and which days.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// The person's addresses, and keys of accounts that are theirs.
    pub addresses: &'a [String],
    /// Their display name, where known.
    pub name: Option<&'a str>,
    /// The zone their days are counted in.
    pub zone: &'a TimeZone,
    /// First day.
    pub first: Date,
    /// Last day, included.
    pub last: Date,
}

/// Reads git, calendars and logged days about one person. A source that cannot be read becomes a
/// problem; the others are still used.
///
/// # Errors
/// [`AppError::Inputs`] where sources were named and none of them can be read.
pub fn sources(
    inputs: &Inputs,
    declared: &Declared,
    scope: &Scope<'_>,
    progress: &dyn Progress,
) -> Result<Gathered, AppError> {
    let mut gathered = Gathered::default();
    let actor = Arc::new(Account {
        name: scope.name.map(str::to_owned),
        address: scope.addresses.first().cloned(),
        handle: None,
    });
    let recorded = recorded(inputs, declared, scope, &actor, progress);
    for dir in &inputs.git {
        git_source(dir, &recorded.names, inputs, scope, progress, &mut gathered);
    }
    for file in &inputs.calendars {
        let query = ics::Query { addresses: scope.addresses, zone: scope.zone, first: scope.first, last: scope.last };
        take(&mut gathered, ics::read(file, &query, progress));
    }
    for (file, logged) in &declared.days {
        take(&mut gathered, days::evidence(logged, &actor, file, scope.zone));
    }
    for read in recorded.reads {
        gathered.problems.extend(not_used(&read));
        take(&mut gathered, read);
    }
    forge::settle(&mut gathered.evidence);
    let named = inputs.git.len() + inputs.calendars.len() + inputs.days.len() + inputs.sources.len();
    if named > 0 && gathered.manifests.is_empty() {
        return Err(AppError::Inputs(gathered.problems));
    }
    Ok(gathered)
}

/// Forges, trackers and time logs with the person's own rows alone (PRIVACY P20), and the keys of their accounts.
fn recorded(
    inputs: &Inputs,
    declared: &Declared,
    scope: &Scope<'_>,
    actor: &Arc<Account>,
    progress: &dyn Progress,
) -> Kept {
    let key = inputs.cache.as_ref().filter(|_| !inputs.sources.is_empty()).and_then(|cache| {
        let mut parts = asked("recorded", scope.addresses, scope)?;
        parts.push(scope.name.unwrap_or_default().as_bytes().to_vec());
        for file in inputs.roster.iter().chain(inputs.journal.iter().filter(|file| file.exists())) {
            parts.push(contents(file)?.to_vec());
        }
        for (kind, path) in &inputs.sources {
            parts.push(kind.id().as_bytes().to_vec());
            parts.push(contents(path)?.to_vec());
        }
        Some(key(cache, &parts))
    });
    let read = || {
        let query = source::Query { first: scope.first, last: scope.last, zone: scope.zone };
        let read = |(kind, path): &(SourceKind, PathBuf)| recorded::read(*kind, path, actor, &query, progress);
        let mut reads: Vec<Read> = inputs.sources.iter().map(read).collect();
        let seen = identity::accounts_of(reads.iter().flat_map(|read| &read.evidence));
        let configured = Configured { roster: declared.roster.as_ref(), own: scope.addresses };
        let own = Own::of(&seen, &configured, &declared.journal);
        for read in &mut reads {
            read.evidence.retain(|fact| fact.actor == *actor || identity::mine(fact, &own));
            read.manifest.rows = read.evidence.len();
        }
        Ok::<_, Infallible>(Kept { reads, names: own.keys() })
    };
    let Ok(kept) = Kept::or_read(inputs.cache.as_ref(), key, read);
    kept
}

/// What was asked of a source, as parts of a key; `None` for a zone without a name.
fn asked(what: &str, own: &[String], scope: &Scope<'_>) -> Option<Vec<Vec<u8>>> {
    let window = format!("{what} {} {} {}", scope.first, scope.last, scope.zone.iana_name()?);
    Some([window].iter().chain(own).map(|text| text.as_bytes().to_vec()).collect())
}

fn key(cache: &Cache, parts: &[Vec<u8>]) -> Key {
    Key::of(cache, &parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn git_source(
    dir: &Path,
    own: &[String],
    inputs: &Inputs,
    scope: &Scope<'_>,
    progress: &dyn Progress,
    gathered: &mut Gathered,
) {
    let day_start = |date: Date| date.to_zoned(scope.zone.clone()).ok().map(|z| z.timestamp());
    let query = git::Query {
        since: day_start(scope.first),
        until: scope.last.tomorrow().ok().and_then(day_start),
        addresses: Some(own.to_vec()),
        paths: git::PathDetail::Classes,
        lines: false,
        branches: git::Branches::Auto,
    };
    let key = inputs.cache.as_ref().and_then(|cache| {
        let mut parts = asked("git", own, scope)?;
        parts.push(dir.as_os_str().as_encoded_bytes().to_vec());
        parts.push(git::state(dir, query.branches)?);
        Some(key(cache, &parts))
    });
    let read = || git::read(dir, &query, progress).map(|read| Kept { reads: vec![read], names: Vec::new() });
    match Kept::or_read(inputs.cache.as_ref(), key, read) {
        Ok(kept) => kept.reads.into_iter().for_each(|read| take(gathered, read)),
        Err(error) => gathered.problems.push(unreadable(dir, &error)),
    }
}

/// A repository that does not open, as a problem.
pub(crate) fn unreadable(dir: &Path, error: &git::GitError) -> Problem {
    let said = error.to_string();
    let (what, mend) = said.split_once("; ").unwrap_or((&said, "name the directory of a git repository"));
    Problem::new(Severity::Error, dir.display().to_string(), "unreadable-repository", what, mend)
}

/// What a source holds that is no work of a person, as a note.
pub(crate) fn not_used(read: &Read) -> Option<Problem> {
    let listed: Vec<String> = read.unused.iter().map(|(what, count)| format!("{count} {what}")).collect();
    (!listed.is_empty()).then(|| {
        let what = format!("seen and not used: {}", listed.join(", "));
        let mend = "nothing to do; these say nothing about how long a person worked at what";
        Problem::new(Severity::Note, read.manifest.path.clone(), "not-used", what, mend)
    })
}

fn take(gathered: &mut Gathered, read: Read) {
    if read.is_usable() {
        gathered.manifests.push(read.manifest);
    }
    gathered.evidence.extend(read.evidence);
    gathered.problems.extend(read.problems);
}

//! Reading the sources of a request: evidence, manifests, roster, rules, and every problem on the way.

use std::{path::Path, sync::Arc};

use jiff::{civil::Date, tz::TimeZone};
use rung_model::{
    account::{Account, Handle},
    answer_to::AnswerTo,
    correction::Correction,
    days::LoggedDay,
    evidence::Evidence,
    manifest::Manifest,
    problem::{Problem, Severity},
    roster::Roster,
    rule::{Level, Rule},
};
use rung_sources::{
    answers, corrections, days, forge, git, ics, progress::Progress, read::Read, recorded, roster, rules, source,
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
    if declared.problems.iter().any(|p| p.severity == Severity::Error) {
        return Err(AppError::Inputs(declared.problems));
    }
    Ok(declared)
}

/// Whom to gather for, and which days.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// The person's addresses.
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
    for dir in &inputs.git {
        git_source(dir, scope, progress, &mut gathered);
    }
    for file in &inputs.calendars {
        let query = ics::Query { addresses: scope.addresses, zone: scope.zone, first: scope.first, last: scope.last };
        take(&mut gathered, ics::read(file, &query, progress));
    }
    let actor = Arc::new(Account {
        name: scope.name.map(str::to_owned),
        address: scope.addresses.first().cloned(),
        handle: None,
    });
    for (file, logged) in &declared.days {
        take(&mut gathered, days::evidence(logged, &actor, file, scope.zone));
    }
    let query = source::Query { first: scope.first, last: scope.last, zone: scope.zone };
    for (kind, path) in &inputs.sources {
        let mut read = recorded::read(*kind, path, &actor, &query, progress);
        gathered.problems.extend(not_used(&read));
        read.evidence.retain(|fact| fact.actor == actor || is_own(&fact.actor, scope.addresses));
        read.manifest.rows = read.evidence.len();
        take(&mut gathered, read);
    }
    forge::settle(&mut gathered.evidence);
    let named = inputs.git.len() + inputs.calendars.len() + inputs.days.len() + inputs.sources.len();
    if named > 0 && gathered.manifests.is_empty() {
        return Err(AppError::Inputs(gathered.problems));
    }
    Ok(gathered)
}

fn git_source(dir: &Path, scope: &Scope<'_>, progress: &dyn Progress, gathered: &mut Gathered) {
    let day_start = |date: Date| date.to_zoned(scope.zone.clone()).ok().map(|z| z.timestamp());
    let query = git::Query {
        since: day_start(scope.first),
        until: scope.last.tomorrow().ok().and_then(day_start),
        addresses: Some(scope.addresses.to_vec()),
        paths: git::PathDetail::Classes,
        lines: false,
        branches: git::Branches::Auto,
    };
    match git::read(dir, &query, progress) {
        Ok(read) => take(gathered, read),
        Err(error) => gathered.problems.push(unreadable(dir, &error)),
    }
}

/// A repository that does not open, as a problem.
pub(crate) fn unreadable(dir: &Path, error: &git::GitError) -> Problem {
    let said = error.to_string();
    let (what, mend) = said.split_once("; ").unwrap_or((&said, "name the directory of a git repository"));
    Problem::new(Severity::Error, dir.display().to_string(), "unreadable-repository", what, mend)
}

/// True for an account that is one of the person's own: by its address, by its id or login at its system, or by the
/// id in an address such as `123+octo@users.noreply.github.com`. Nothing that only looks alike joins two accounts.
fn is_own(account: &Account, own: &[String]) -> bool {
    let handle = account.handle.as_ref();
    let login = handle.and_then(|handle| handle.login.as_ref().map(|login| format!("{}:@{login}", handle.system)));
    let keys: Vec<String> = handle.map(Handle::key).into_iter().chain(login).collect();
    let is_key = |one: &str| keys.iter().any(|key| key.eq_ignore_ascii_case(one));
    account.has_one_of(own) || own.iter().any(|one| is_key(one) || of_noreply(one).is_some_and(|key| is_key(&key)))
}

/// The account an address of a forge stands for, where it carries the account's id: `github.com:123`. The older form
/// without an id names a login, which may be another's by now: it stands for nobody.
fn of_noreply(address: &str) -> Option<String> {
    let (local, domain) = address.split_once('@')?;
    let (host, (id, login)) = (domain.strip_prefix("users.noreply.")?, local.split_once('+')?);
    (!login.is_empty() && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| format!("{host}:{id}"))
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
    let unusable = read.evidence.is_empty() && read.problems.iter().any(|p| p.severity == Severity::Error);
    if !unusable {
        gathered.manifests.push(read.manifest);
    }
    gathered.evidence.extend(read.evidence);
    gathered.problems.extend(read.problems);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: &str, login: &str, address: &str) -> Account {
        let (id, login) = (Some(id.into()), Some(login.into()));
        Account::new("Same Name", address).at(Handle { system: "github.com".into(), id, login })
    }

    fn own(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn p20_an_account_is_ones_own_by_what_is_sure_alone() {
        let octo = account("123", "octo", "");
        assert!(is_own(&octo, &own(&["123+octo@users.noreply.github.com"])), "the id in the address");
        assert!(
            is_own(&account("123", "renamed", ""), &own(&["123+octo@users.noreply.github.com"])),
            "a login may change"
        );
        assert!(is_own(&octo, &own(&["github.com:@Octo"])) && is_own(&octo, &own(&["github.com:123"])));
        assert!(is_own(&account("9", "x", "ines@harbour.example"), &own(&["ines@harbour.example"])));
        for other in [
            "octo@users.noreply.github.com",
            "124+octo@users.noreply.github.com",
            "gitlab.com:@octo",
            "octo@harbour.example",
        ] {
            assert!(!is_own(&octo, &own(&[other])), "{other}");
        }
    }
}

//! `report`: where one person's weeks went, read against the role they hold.

mod activities;
mod answered;
mod last_year;
mod periods;
mod sources;
mod titles;

use std::collections::BTreeMap;

use rung_measure::{drift, findings, fit, period::PeriodReading, read, sentence};
use rung_model::{
    evidence::{EvidenceId, When},
    manifest::SourceKind,
    week::Week,
};
use rung_sources::progress::Progress;

use crate::{
    answer::{Report, RoleShape, WeekLine, Who},
    assumptions,
    error::AppError,
    held,
    measured::{Facts, Measured},
    request::Request,
    sharpen,
};

/// Makes the reading.
///
/// # Errors
/// [`AppError`] where the role is unknown, a value cannot be read, or no input can be used.
pub fn report(request: &Request, progress: &dyn Progress) -> Result<Report, AppError> {
    let facts = Facts::gather(request, progress)?;
    let measured = facts.measure(request, facts.declared.rules.clone())?;
    of_facts(request, &facts, &measured, &|request| Facts::gather(request, progress).ok())
}

/// The reading of facts that are at hand; `gather` gives those of another window.
pub(crate) fn of_facts(
    request: &Request,
    facts: &Facts,
    measured: &Measured<'_>,
    gather: &dyn Fn(&Request) -> Option<Facts>,
) -> Result<Report, AppError> {
    let held = held::of(request, facts)?;
    let weeks = |known: &read::Known| last_year::weeks(request, facts, known, gather);
    Ok(assemble(request, facts, measured, held, &weeks))
}

fn assemble(
    request: &Request,
    facts: &Facts,
    measured: &Measured<'_>,
    held: Option<crate::answer::Held>,
    last_year: &dyn Fn(&read::Known) -> Vec<(Week, PeriodReading)>,
) -> Report {
    let framework = &request.framework;
    let visible = sources::visible(&facts.manifests, framework);
    let shows_code = facts.manifests.iter().any(|m| m.kind != SourceKind::Calendar);
    let known = read::Known { visible, shows_code, unseen: measured.unseen };
    let reading = |label: String, totals| read::read_with(label, totals, &known);
    let ledger = &measured.ledger;
    let window = reading("window".to_owned(), ledger.totals(facts.first, facts.last));
    let weeks: Vec<WeekLine> = periods::weeks(facts.first, facts.last)
        .into_iter()
        .map(|(week, first, last)| {
            let totals = ledger.totals(first, last);
            let focus = totals.focus;
            WeekLine { week, reading: reading(week.to_string(), totals), focus }
        })
        .collect();
    let quarters = periods::quarters(facts.first, facts.last)
        .into_iter()
        .map(|(quarter, first, last)| reading(quarter.to_string(), ledger.totals(first, last)))
        .collect();

    let readings: Vec<_> = weeks.iter().map(|line| (line.week, line.reading.clone())).collect();
    // Only where something seems to have shifted: another year takes as long to read again.
    let earlier = drift::find(&readings).map(|_| last_year(&known)).unwrap_or_default();
    let shift = drift::find(&readings).and_then(|_| drift::find_with_last_year(&readings, &earlier));
    let around_shift = shift.as_ref().map(|shift| {
        let turn = shift.week.monday();
        let eve = turn.yesterday().unwrap_or(turn);
        let before = reading("before".to_owned(), ledger.totals(facts.first, eve));
        let since = reading("since".to_owned(), ledger.totals(turn, facts.last));
        (before, since)
    });

    let held_role = held.as_ref().map(|h| h.role.id.as_str());
    let current = around_shift.as_ref().map_or(&window, |(_, since)| since);
    let first_current = current.totals.first;
    let gate = fit::GateFacts {
        weeks: weeks_with_evidence(&weeks, first_current),
        hours: current.totals.observed() / 60.0,
        source_kinds: sources::kinds_with_rows(current),
        has_calendar: current.totals.rows.get(SourceKind::Calendar.id()).is_some_and(|n| *n > 0),
    };
    let fit = fit::fit(current, &gate, framework, held_role);
    let sentence = sentence::verdict(&fit, framework, held_role);
    let evidence = evidence_by_week(facts);
    let reports_now = facts
        .person
        .as_deref()
        .zip(facts.declared.roster.as_ref())
        .map(|(person, roster)| u32::try_from(roster.reports_of(person, facts.last).len()).unwrap_or(u32::MAX));
    let found = findings::find(&findings::FindingInput {
        framework,
        held: held_role,
        window: &window,
        weeks: &readings,
        shift: shift.as_ref(),
        around_shift: around_shift.as_ref().map(|(before, since)| (before, since)),
        fit: &fit,
        reports_now,
        evidence: &evidence,
    });

    let answered = answered::of(found, &facts.declared.answers, facts.today(request));
    let mut report = Report {
        who: who(request, facts),
        made: request.now,
        zone: facts.zone_name.clone(),
        first: facts.first,
        last: facts.last,
        schedule: facts.schedule.clone(),
        shapes: shapes(request, held_role),
        held,
        sources: sources::lines(&facts.manifests, measured, &window),
        activities: activities::of(&window, around_shift.as_ref(), framework),
        window,
        weeks,
        quarters,
        around_shift,
        fit,
        sentence,
        shift,
        compared_with_last_year: earlier.iter().any(|(_, reading)| reading.totals.observed() > 0.0),
        findings: answered.shown,
        disputed: answered.disputed,
        snoozed: answered.snoozed,
        sharpen: Vec::new(),
        unknown_titles: titles::unknown(measured),
        priors: measured.priors.clone(),
        unseen: measured.unseen,
        assumptions: Vec::new(),
        problems: facts.problems.clone(),
    };
    report.sharpen = sharpen::of(&report);
    report.assumptions = assumptions::of(&report);
    report
}

fn who(request: &Request, facts: &Facts) -> Who {
    let roster = facts.declared.roster.as_ref();
    let person = roster.zip(facts.person.as_deref()).and_then(|(roster, id)| roster.person(id));
    let team = roster
        .zip(facts.person.as_deref())
        .and_then(|(roster, id)| roster.teams_of(id, facts.last).first().map(|team| team.name.clone()));
    Who {
        name: person.map(|p| p.name.clone()),
        addresses: facts.addresses.clone(),
        added: request.me.added.clone(),
        team,
        organisation: roster.and_then(|r| r.organisation.clone()),
        invented: request.invented,
    }
}

/// The role held and the roles that stand for their families.
fn shapes(request: &Request, held: Option<&str>) -> Vec<RoleShape> {
    let framework = &request.framework;
    framework
        .roles
        .iter()
        .filter(|role| role.stands_for_family || Some(role.id.as_str()) == held)
        .filter_map(|role| Some(RoleShape { role: role.clone(), split: framework.split_of(&role.id)?.clone() }))
        .collect()
}

fn weeks_with_evidence(weeks: &[WeekLine], from: jiff::civil::Date) -> u32 {
    let seen = weeks.iter().filter(|line| line.reading.totals.last >= from && line.reading.totals.observed() > 0.0);
    u32::try_from(seen.count()).unwrap_or(u32::MAX)
}

fn evidence_by_week(facts: &Facts) -> BTreeMap<Week, Vec<EvidenceId>> {
    let mut by_week: BTreeMap<Week, Vec<EvidenceId>> = BTreeMap::new();
    for evidence in &facts.evidence {
        let day = match &evidence.when {
            When::Instant { at, .. } | When::Interval { start: at, .. } => facts.zone.to_datetime(*at).date(),
            When::AllDay { first, .. } => *first,
            When::Amount { day, .. } => *day,
        };
        by_week.entry(Week::of(day)).or_default().push(evidence.id);
    }
    for ids in by_week.values_mut() {
        ids.sort_unstable();
        ids.dedup();
    }
    by_week
}

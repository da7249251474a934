//! From options to a roster, opened, and a point in both times.

use jiff::civil::Date;
use rung_app::{
    error::AppError,
    example::{self, OnDisk},
    framework,
    org::{
        self, Opened,
        evidence::{self, Observed},
    },
    people,
};
use rung_measure::org::{publish::Policy, view::View};
use rung_model::{
    problem::{Problem, Severity},
    roster::At,
};

use super::request;
use crate::{
    cli::{RosterArgs, TeamEvidenceArgs},
    outcome::{self, Stop},
    progress::Bar,
    surroundings::Surroundings,
};

/// A roster, with the example's folder kept alive where it is one.
pub(super) struct Asked {
    pub(super) opened: Opened,
    pub(super) at: At,
    pub(super) example: Option<OnDisk>,
}

/// Opens the roster that options or settings name. Its problems are listed only where `quiet` is not set.
pub(super) fn open(args: &RosterArgs, quiet: bool) -> Result<Asked, Stop> {
    let around = Surroundings::look()?;
    let named = args.framework.as_deref().or(around.settings.framework.as_deref());
    let (framework, problems) = framework::usable(named, &Bar::default())?;
    outcome::problems(&problems);
    let example = if args.example { Some(example::write()?) } else { None };
    let path = match &example {
        Some(on_disk) => on_disk.roster().to_owned(),
        None => args.roster.clone().or_else(|| around.settings.roster.clone()).ok_or(AppError::NoRoster)?,
    };
    let opened = org::open(&path, framework)?;
    if !quiet {
        // Notes lose nothing; `rung org check` lists them.
        let told: Vec<Problem> = opened.problems.iter().filter(|p| p.severity > Severity::Note).cloned().collect();
        outcome::problems(&told);
    }
    let now = example.as_ref().map_or(around.now, OnDisk::today);
    let zone = around.settings.zone.as_deref().unwrap_or(&around.zone);
    let today = now.in_tz(zone).map(|now| now.date());
    let today =
        today.map_err(|error| AppError::BadValue { option: "zone", value: zone.to_owned(), why: error.to_string() })?;
    let day = args.at.as_deref().map(|day| request::day_of("--at", day)).transpose()?.unwrap_or(today);
    let believed = args.believed.as_deref().map(|day| request::day_of("--believed", day)).transpose()?;
    Ok(Asked { opened, at: At { day, believed }, example })
}

/// Measures the last eight weeks, where that was asked for.
pub(super) fn observe(asked: &Asked, args: &TeamEvidenceArgs) -> Result<Option<Observed>, Stop> {
    if args.evidence.is_empty() {
        return Ok(None);
    }
    let policy = Policy::with_least(args.least).ok_or_else(|| {
        let why =
            format!("--least {}: give 5 or more; under 4 nothing can be shown without showing somebody", args.least);
        Stop::Usage(why)
    })?;
    let around = Surroundings::look()?;
    let own = args.evidence.iter().all(String::is_empty);
    let mut evidence = match &asked.example {
        Some(example) if own => example.evidence(),
        _ => evidence::asked(&args.evidence)?,
    };
    evidence.rules.extend(rung_app::rules::of_organisation(&args.rules)?);
    if asked.example.is_none() {
        evidence.journal = people::said(&request::journal_file(&around))?;
    }
    evidence.zone = around.settings.zone.unwrap_or(around.zone);
    evidence.policy = policy;
    let observed = evidence::observe(&asked.opened, &asked.opened.view(asked.at), &evidence, &Bar::default())?;
    outcome::problems(&observed.problems);
    Ok(Some(observed))
}

/// Who asks: the person of the roster with an address of git's configuration or one's settings (PRIVACY P20).
pub(super) fn myself(asked: &Asked, view: &View<'_>) -> Result<Option<usize>, Stop> {
    let around = Surroundings::look()?;
    let mut own = around.own().all();
    if let Some(example) = &asked.example {
        own = example.addresses();
    }
    Ok(own.iter().find_map(|address| view.person(&asked.opened.roster.person_at(address)?.id)))
}

/// Another day than the one asked for by options.
pub(super) fn on(at: At, day: Date) -> At {
    At { day, ..at }
}

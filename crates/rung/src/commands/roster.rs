//! From options to a roster, opened, and a point in both times.

use jiff::civil::Date;
use rung_app::{
    error::AppError,
    example::{self, OnDisk},
    framework,
    org::{self, Opened},
};
use rung_model::roster::At;

use super::request;
use crate::{
    cli::RosterArgs,
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
        outcome::problems(&opened.problems);
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

/// Another day than the one asked for by options.
pub(super) fn on(at: At, day: Date) -> At {
    At { day, ..at }
}

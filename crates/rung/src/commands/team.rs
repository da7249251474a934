//! `rung team`: one team.

use std::{fs, path::Path, time::Duration};

use rung_app::{
    error::AppError,
    org::{Opened, answers, contract, team},
    wire::v1::team as wire,
};
use rung_measure::{org::view::View, own::propose::Effort};

use super::roster;
use crate::{
    cli::{TeamAction, TeamArgs},
    outcome::{self, Stop},
    surroundings::within,
    terminal::{self, ink::Ink, print},
};

/// Longest time that better splits are looked for (LEAD).
const LIMIT: Duration = Duration::from_secs(2);

pub(crate) fn run(args: &TeamArgs) -> Result<(), Stop> {
    let json = args.roster.json;
    let asked = roster::open(&args.roster, false)?;
    let opened = &asked.opened;
    let view = opened.view(asked.at);
    match &args.action {
        TeamAction::Show { team } => show(opened, &view, opened.team(&view, team)?, json),
        TeamAction::Map { team, svg, html, evidence, me } => {
            let own = team::map(opened, &view, team)?;
            let at = opened.team(&view, team)?;
            let mut map = wire::Map::of(opened, &own);
            if let Some(observed) = roster::observe(&asked, evidence)? {
                let me = if *me { roster::myself(&asked, &view)? } else { None };
                let lines = me.and_then(|me| observed.own(opened, &own, at, me));
                map = map.with_evidence(opened, &own, &observed.published, lines);
            }
            if let Some(file) = svg {
                written(file, &rung_views::org::matrix_svg(&map))?;
            }
            if let Some(file) = html {
                written(file, &rung_views::org::team_page(opened, &view, at, &map))?;
            }
            if json {
                return Ok(print::json(&map)?);
            }
            Ok(print::answer(&terminal::team::map(&map, Ink::of_stdout()))?)
        }
        TeamAction::Split { team, moves, departure } => {
            if !(departure.is_finite() && *departure >= 0.0) {
                return Err(Stop::Usage("--departure takes a number of 0 or more".to_owned()));
            }
            let own = team::map(opened, &view, team)?;
            let go_on = within(LIMIT);
            let effort = Effort { go_on: &go_on, ..Effort::default() };
            let proposal = team::split(&own, usize::from(*moves), *departure, &effort);
            let shown = wire::Proposals::of(opened, &own, &proposal);
            if json {
                return Ok(print::json(&shown)?);
            }
            Ok(print::answer(&terminal::team::split(&shown, Ink::of_stdout()))?)
        }
        TeamAction::Contract { team, html } => {
            let own = contract::contract(opened, team, asked.at.day)?;
            let shown = wire::Contract::of(opened, &own);
            if let Some(file) = html {
                written(file, &rung_views::org::contract_page(&shown, opened.roster.organisation.as_deref()))?;
            }
            if json {
                return Ok(print::json(&shown)?);
            }
            Ok(print::answer(&terminal::team::contract(&shown, Ink::of_stdout()))?)
        }
        TeamAction::Answer { team, person } => {
            let own = team::map(opened, &view, team)?;
            let person = view.people[opened.person(&view, person)?].person.id.clone();
            let file = answers::blank(opened, &own, &person)?;
            let said = format!(
                "{}: fill it in, alone; then `rung team answers {}`. Nothing of it is shown before all leads have answered",
                file.display(),
                own.team
            );
            Ok(print::answer(&said)?)
        }
        TeamAction::Answers { team } => {
            let own = team::map(opened, &view, team)?;
            let (reveal, problems) = answers::reveal(opened, &own)?;
            outcome::problems(&problems);
            let shown = wire::Answers::of(&own, &reveal);
            if json {
                return Ok(print::json(&shown)?);
            }
            Ok(print::answer(&terminal::team::answers(&shown))?)
        }
    }
}

pub(super) fn show(opened: &Opened, view: &View<'_>, team: usize, json: bool) -> Result<(), Stop> {
    let shown = wire::Team::of(opened, view, team);
    if json {
        return Ok(print::json(&shown)?);
    }
    Ok(print::answer(&terminal::team::show(&shown, Ink::of_stdout()))?)
}

fn written(file: &Path, text: &str) -> Result<(), AppError> {
    fs::write(file, text).map_err(|cause| AppError::File { path: file.display().to_string(), cause })
}

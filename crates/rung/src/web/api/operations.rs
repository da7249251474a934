//! The operations.

use rung_app::{
    access::{Object, Verb},
    corrections::Wanted,
    log::Entry,
    server::{
        Refused,
        mirror::{kinds, kinds_logged},
        search::Found,
    },
    wire::v1::{
        contract::Contract,
        corrections::{Correction as Corrected, Proposed},
        explain::Explained,
        org::{Person, Rollup, Tree, Who},
        report::Report,
        roles::Catalogue,
        server::{Correction, Id, Job, Log, Matches, Page, Policy, Source, Switch, Told},
        split::Proposals,
        team::{Map, Team},
    },
};
use rung_measure::own::propose::Effort;
use schemars::schema_for;

use super::{Operation, Parameter, Sort, document::document, own, row};
use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
    routes::{
        Guard,
        Method::{Delete, Get, Post},
        Whom,
    },
};

const ON: Parameter =
    Parameter { name: "on", of_path: false, sort: Sort::Day, words: "The day it is as of; else today." };
const TEAM: Parameter = Parameter { name: "team", of_path: true, sort: Sort::Text, words: "Id of a team." };
const PERSON: Parameter = Parameter { name: "person", of_path: true, sort: Sort::Text, words: "Id of a person." };
const AFTER: Parameter =
    Parameter { name: "after", of_path: false, sort: Sort::Text, words: "Id of the last of the page before." };
const LIMIT: Parameter = Parameter {
    name: "limit",
    of_path: false,
    sort: Sort::Count,
    words: "Most of a page; 100 where absent, 500 at most.",
};

const fn structure(whom: Whom) -> Guard {
    Guard::Table(Verb::Read, Object::Structure, whom)
}

const fn declared() -> Guard {
    Guard::Table(Verb::Read, Object::Declared, Whom::Team)
}

macro_rules! operation {
    ($method:ident $path:literal, $id:literal, $words:literal, $guard:expr, [$($parameter:expr),*], $gives:ty, $run:expr) => {
        Operation { route: row($method, $path, $guard, $run), id: $id, words: $words, parameters: &[$($parameter),*], takes: None, gives: || schema_for!($gives), status: 200 }
    };
    ($method:ident $path:literal, $id:literal, $words:literal, $guard:expr, [$($parameter:expr),*], $takes:ty => $gives:ty, $run:expr) => {
        Operation { route: row($method, $path, $guard, $run), id: $id, words: $words, parameters: &[$($parameter),*], takes: Some(|| schema_for!($takes)), gives: || schema_for!($gives), status: 200 }
    };
}

/// Every operation.
pub(in crate::web) const ALL: &[Operation] = &[
    operation!(Get "/api/v1", "document", "This document.", Guard::Open, [], serde_json::Value, |_| Answer::json(&document())),
    operation!(Get "/api/v1/me/report", "report", "The reading of one’s own last half year.", own(Verb::Read, Object::Reading), [], Report, report),
    operation!(Get "/api/v1/me/days/{day}", "day", "A day of one’s own, minute by minute.", own(Verb::Read, Object::RawItems),
        [Parameter { name: "day", of_path: true, sort: Sort::Day, words: "The day." }], Explained, day),
    operation!(Get "/api/v1/me/corrections", "corrections", "What one corrected.", own(Verb::Read, Object::RawItems), [], Page<Corrected>, corrections),
    operation!(Post "/api/v1/me/corrections", "correct", "Corrects an event.", own(Verb::Write, Object::WeeklySplit), [], Correction => Proposed, correct),
    operation!(Post "/api/v1/me/tried-correction", "try_correction", "Says what a correction would move, and keeps nothing.", own(Verb::Write, Object::WeeklySplit), [], Correction => Proposed, try_correction),
    operation!(Delete "/api/v1/me/corrections/{id}", "undo_correction", "Takes a correction back.", own(Verb::Write, Object::WeeklySplit),
        [Parameter { name: "id", of_path: true, sort: Sort::Text, words: "Its id." }], Told, undo),
    operation!(Post "/api/v1/me/log", "log", "Logs an entry of a day.", own(Verb::Write, Object::WeeklySplit), [], Log => Told, log_day),
    operation!(Get "/api/v1/me/sources", "sources", "One’s own sources, and what each can see.", own(Verb::Read, Object::RawItems), [], Page<Source>, sources),
    operation!(Delete "/api/v1/me/sources/{id}", "disconnect", "Disconnects a source, with all it gave.", own(Verb::Write, Object::RawItems),
        [Parameter { name: "id", of_path: true, sort: Sort::Text, words: "Its id." }], Told, disconnect),
    operation!(Get "/api/v1/jobs/{job}", "job", "How far a job of one’s own is.", Guard::Account,
        [Parameter { name: "job", of_path: true, sort: Sort::Text, words: "Its id." }], Job, job),
    operation!(Get "/api/v1/roles", "roles", "The roles of the framework in force.", Guard::Table(Verb::Read, Object::Framework, Whom::Organisation), [], Catalogue, roles),
    operation!(Get "/api/v1/teams", "teams", "Teams within teams.", structure(Whom::Organisation), [ON], Tree, teams),
    operation!(Get "/api/v1/teams/{team}", "team", "A team: people, roles, what they add up to.", structure(Whom::Team), [TEAM, ON], Team, team),
    operation!(Get "/api/v1/teams/{team}/map", "team_map", "Who carries what on a team.", declared(), [TEAM, ON], Map, team_map),
    operation!(Get "/api/v1/teams/{team}/split", "team_split", "A better split, for up to three moves: a suggestion.", declared(), [TEAM, ON], Proposals, team_split),
    operation!(Get "/api/v1/teams/{team}/contract", "contract", "Who answers for what from a day on, and what changed.", declared(), [TEAM, ON], Contract, contract),
    operation!(Get "/api/v1/organisation", "organisation", "The roll-up: structure alone.", structure(Whom::Organisation), [ON], Rollup, rollup),
    operation!(Get "/api/v1/people", "people", "Everybody who is here, by name.", structure(Whom::Organisation), [AFTER, LIMIT], Page<Who>, people),
    operation!(Get "/api/v1/people/{person}", "person", "A person’s place in the organisation.", structure(Whom::Person), [PERSON, ON], Person, person),
    operation!(Get "/api/v1/search", "search", "Roles, levels, people and teams by a word.", structure(Whom::Organisation),
        [Parameter { name: "q", of_path: false, sort: Sort::Text, words: "The word." }], Matches, search),
    operation!(Get "/api/v1/policy", "policy", "What is switched on, and what was announced.", Guard::Table(Verb::Read, Object::Policy, Whom::Organisation), [], Policy, policy),
    operation!(Post "/api/v1/policy", "announce", "Announces a change of a switch.", Guard::Table(Verb::Write, Object::Policy, Whom::Organisation), [], Switch => Told, announce),
];

fn told() -> Done {
    Answer::json(&Told { version: 1, done: true })
}

/// Words that may be left out: empty ones are.
fn said(words: Option<String>) -> Option<String> {
    words.filter(|words| !words.trim().is_empty())
}

/// The body of a request.
fn sent<T: serde::de::DeserializeOwned>(ask: &Ask<'_>) -> Result<T, Refused> {
    serde_json::from_slice(&ask.body).map_err(|error| Refused::field("body", error.to_string()))
}

fn report(ask: &Ask<'_>) -> Done {
    Answer::json(&Report::from(&ask.server().mirror(&ask.caller, &ask.moment, None, None)?.report))
}

fn day(ask: &Ask<'_>) -> Done {
    let day = ask.part("day").parse().map_err(|_| Refused::field("day", "give a day, such as 2026-11-16"))?;
    let own = ask.server().day(&ask.caller, &ask.moment, day)?;
    Answer::json(&Explained::from(&rung_app::explain::Explained::Day(Box::new(own))))
}

fn corrections(ask: &Ask<'_>) -> Done {
    let all = ask.server().corrections(&ask.caller, &ask.moment)?;
    Answer::json(&Page::of(all.iter().map(Corrected::from).collect(), None))
}

fn kind_of(id: &str) -> Result<rung_model::kind::Kind, Refused> {
    let known = kinds();
    let found = known.iter().find(|(own, _)| *own == id).map(|(_, kind)| *kind);
    found.ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
        Refused::field("set", format!("give one of {}", names.join(", ")))
    })
}

fn wanted(ask: &Ask<'_>) -> Result<Wanted, Refused> {
    let asked: Correction = sent(ask)?;
    let on = asked.on.as_deref().map(str::parse).transpose();
    let on = on.map_err(|_| Refused::field("on", "give a day, such as 2026-11-16"))?;
    if asked.what.is_empty() {
        return Err(Refused::field("what", "say which event"));
    }
    Ok(Wanted { what: asked.what, on, series: asked.series, set: kind_of(&asked.set)?, why: said(asked.why) })
}

fn correct(ask: &Ask<'_>) -> Done {
    Answer::json(&Proposed::of(&ask.server().correct(&ask.caller, &ask.moment, &wanted(ask)?)?, true))
}

fn try_correction(ask: &Ask<'_>) -> Done {
    Answer::json(&Proposed::of(&ask.server().try_correction(&ask.caller, &ask.moment, &wanted(ask)?)?, false))
}

fn undo(ask: &Ask<'_>) -> Done {
    ask.server().undo_correction(&ask.caller, &ask.moment, ask.part("id"))?;
    told()
}

fn log_day(ask: &Ask<'_>) -> Done {
    let asked: Log = sent(ask)?;
    let date = asked.date.parse().map_err(|_| Refused::field("date", "give a day, such as 2026-11-16"))?;
    if !(1.0..=1_440.0).contains(&asked.minutes) || asked.minutes.fract() != 0.0 {
        return Err(Refused::field("minutes", "give a whole number of 1 to 1440"));
    }
    let kind = kind_of(&asked.set)?;
    if !kinds_logged().iter().any(|(_, own)| *own == kind) {
        return Err(Refused::field("set", "a day is logged as an activity, ooo, personal or travel"));
    }
    let entry =
        Entry { date, kind, minutes: asked.minutes as u32, start: None, note: said(asked.note), whole: asked.whole };
    ask.server().log_day(&ask.caller, &ask.moment, &entry)?;
    told()
}

fn sources(ask: &Ask<'_>) -> Done {
    let all = ask.server().sources(&ask.caller, &ask.moment, false)?;
    Answer::json(&Page::of(all.iter().map(Source::of).collect(), None))
}

fn disconnect(ask: &Ask<'_>) -> Done {
    ask.server().disconnect(&ask.caller, &ask.moment, ask.part("id"))?;
    told()
}

fn job(ask: &Ask<'_>) -> Done {
    Answer::json(&Job::of(&ask.server().job(&ask.caller, ask.part("job"))?))
}

fn roles(ask: &Ask<'_>) -> Done {
    let opened = ask.server().opened()?;
    let all: Vec<_> = opened.framework.roles.iter().collect();
    Answer::json(&Catalogue::of(&all, &opened.framework))
}

fn teams(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, ask.day_asked("on")?)?;
    Answer::json(&Tree::of(&opened, &opened.view(at), None))
}

fn team(ask: &Ask<'_>) -> Done {
    let team = ask.server().team(&ask.caller, &ask.moment, ask.part("team"), ask.day_asked("on")?)?;
    Answer::json(&Team::of(&team.opened, &team.opened.view(team.at), team.team))
}

fn team_map(ask: &Ask<'_>) -> Done {
    let team = ask.server().team(&ask.caller, &ask.moment, ask.part("team"), ask.day_asked("on")?)?;
    let map = team.map.as_ref().ok_or(Refused::NotThere)?;
    Answer::json(&Map::of(&team.opened, map))
}

fn team_split(ask: &Ask<'_>) -> Done {
    let team = ask.server().team(&ask.caller, &ask.moment, ask.part("team"), ask.day_asked("on")?)?;
    let map = team.map.as_ref().ok_or(Refused::NotThere)?;
    let within = crate::surroundings::within(std::time::Duration::from_secs(2));
    let effort = Effort { go_on: &within, ..Effort::default() };
    let proposal = rung_app::org::team::split(map, rung_app::org::team::MOST_MOVES, 0.0, &effort);
    Answer::json(&Proposals::of(&team.opened, map, &proposal))
}

fn contract(ask: &Ask<'_>) -> Done {
    let team = ask.server().team(&ask.caller, &ask.moment, ask.part("team"), ask.day_asked("on")?)?;
    if team.map.is_none() {
        return Err(Refused::NotThere);
    }
    let made = rung_app::org::contract::contract(&team.opened, ask.part("team"), team.at.day)?;
    Answer::json(&Contract::of(&team.opened, &made))
}

fn rollup(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, ask.day_asked("on")?)?;
    Answer::json(&Rollup::of(&opened, &opened.view(at), None))
}

fn people(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, None)?;
    let view = opened.view(at);
    let limit = usize::try_from(ask.number_asked("limit")?.unwrap_or(100)).unwrap_or(100);
    let mut all: Vec<Who> = view
        .people
        .iter()
        .filter(|person| person.here)
        .map(|person| Who { id: person.person.id.clone(), name: person.person.name.clone() })
        .collect();
    all.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let after = ask.query("after");
    let start = all.iter().position(|who| who.id == after).map_or(0, |at| at + 1);
    let page: Vec<Who> = all.iter().skip(start).take(limit.min(500)).cloned().collect();
    let next = (start + page.len() < all.len()).then(|| page.last().map(|who| who.id.clone())).flatten();
    Answer::json(&Page::of(page, next))
}

fn person(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, ask.day_asked("on")?)?;
    let view = opened.view(at);
    let place = view.person(ask.part("person")).filter(|at| view.people[*at].here).ok_or(Refused::NotThere)?;
    Answer::json(&Person::of(&opened, &view, place))
}

fn search(ask: &Ask<'_>) -> Done {
    let found = ask.server().search(&ask.caller, &ask.moment, ask.query("q"))?;
    let line = |one: &Found| Id { sort: one.sort.to_owned(), id: one.id.clone(), name: one.name.clone() };
    Answer::json(&Matches { version: 1, found: found.iter().map(line).collect() })
}

fn policy(ask: &Ask<'_>) -> Done {
    Answer::json(&Policy::of(&ask.server().switches(&ask.caller, &ask.moment)?))
}

fn announce(ask: &Ask<'_>) -> Done {
    let asked: Switch = sent(ask)?;
    ask.server().announce(&ask.caller, &ask.moment, &asked.name, &asked.value)?;
    told()
}

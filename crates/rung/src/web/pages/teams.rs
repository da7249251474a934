//! A team's pages.

use jiff::civil::Date;
use rung_app::{
    org::{contract, team as own},
    server::{
        Refused,
        documents::VersionLine,
        teams::{Declared, TeamView},
    },
    wire::v1::{
        contract::Contract,
        split::{Proposals, Step},
        team::Map,
    },
};
use rung_measure::own::propose::Effort;
use rung_model::roster::{At, Fact};
use rung_views::{
    org,
    web::{
        With,
        team::{self as view, Asking, Declaration, Named, TimeOfTeam},
    },
    words,
};

use super::{organisation::names, said};
use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
};

fn open(ask: &Ask<'_>) -> Result<TeamView, Refused> {
    ask.server().team(&ask.caller, &ask.moment, ask.part("team"), ask.day_asked("on")?)
}

fn map(team: &TeamView) -> Option<Map> {
    team.map.as_ref().map(|map| Map::of(&team.opened, map))
}

/// Does something with the name of a team.
fn named<T>(team: &TeamView, with: impl FnOnce(Named<'_>) -> T) -> T {
    let view = team.opened.view(team.at);
    let own = view.teams[team.team].team;
    with(Named { id: &own.id, name: &own.name, figures: team.figures, carries: team.map.is_some() })
}

pub(in crate::web) fn team(ask: &Ask<'_>) -> Done {
    let team = open(ask)?;
    let view = team.opened.view(team.at);
    let mut body = org::team_body(&team.opened, &view, team.team, map(&team).as_ref());
    body.links = named(&team, |team| view::links(team, ""));
    let path = format!("/teams/{}", rung_views::web::part(ask.part("team")));
    Ok(Answer::page(ask, &view::with_day(body, &path, &team.at.day.to_string())))
}

fn answers_page(ask: &Ask<'_>, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let team = open(ask)?;
    let reveal = ask.server().reveal(&team)?;
    let own = ask.server().own_answers(&ask.caller, ask.part("team"))?;
    let (map, names) = (map(&team), names(ask)?);
    let asking =
        Asking { map: map.as_ref(), own: &own, lead: team.lead, declares: team.declares, reveal: reveal.as_ref() };
    let with = With { zone: &ask.server().zone()?, csrf: &ask.csrf, said };
    Ok(named(&team, |named| view::answers(named, &asking, &names, with)))
}

pub(in crate::web) fn answers(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &answers_page(ask, None)?))
}

pub(in crate::web) fn answering(ask: &Ask<'_>) -> Done {
    let given = ask.form.iter().filter_map(|(name, value)| Some((name.strip_prefix("d.")?.to_owned(), value.clone())));
    let given: Vec<(String, String)> = given.collect();
    match ask.server().answer_blind(&ask.caller, &ask.moment, ask.part("team"), &given) {
        Ok(()) => Ok(Answer::to(format!("/teams/{}/answers", rung_views::web::part(ask.part("team"))))),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &answers_page(ask, Some(&words))?))
        }
    }
}

pub(in crate::web) fn clearing(ask: &Ask<'_>) -> Done {
    ask.server().ask_anew(&ask.caller, &ask.moment, ask.part("team"))?;
    Ok(Answer::to(format!("/teams/{}/answers", rung_views::web::part(ask.part("team")))))
}

fn declare_page(ask: &Ask<'_>, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let team = open(ask)?;
    let today = ask.server().today(&ask.moment)?.to_string();
    let mut own = map(&team);
    let plans = plans(&team);
    let wanted = ask.query("plan").parse::<usize>().ok().and_then(|moves| plans.iter().find(|one| one.moves == moves));
    if let (Some(own), Some(plan)) = (own.as_mut(), wanted) {
        for change in &plan.changes {
            let duty = own.responsibilities.iter_mut().find(|duty| duty.id == change.responsibility);
            if let Some(duty) = duty {
                duty.owners = vec![change.to.clone()];
                duty.contributors.retain(|who| *who != change.to);
            }
        }
    }
    let asked =
        view::Declaring { plans: &plans, chosen: wanted.map(|plan| plan.moves), may: team.declares, today: &today };
    let with = With { zone: &ask.server().zone()?, csrf: &ask.csrf, said };
    Ok(named(&team, |named| view::declare(named, own.as_ref(), &asked, with)))
}

/// The first of the best plans for each number of moves: what a declaration may start from.
fn plans(team: &TeamView) -> Vec<view::Plan> {
    let Some(map) = team.map.as_ref().filter(|_| team.declares) else { return Vec::new() };
    let within = crate::surroundings::within(std::time::Duration::from_secs(2));
    let effort = Effort { go_on: &within, ..Effort::default() };
    let proposal = own::split(map, own::MOST_MOVES, 0.0, &effort);
    let proposals = Proposals::of(&team.opened, map, &proposal);
    let plan = |step: &Step| {
        let first = step.ties.first()?.plans.first()?;
        let changes = first.moves.iter().chain(&first.settled).cloned().collect();
        Some(view::Plan { moves: step.moves, overload: step.overload, changes })
    };
    // More moves that change nothing more are no other plan.
    let same = |a: &view::Plan, b: &view::Plan| {
        let who = |plan: &view::Plan| -> Vec<(String, String)> {
            plan.changes.iter().map(|one| (one.responsibility.clone(), one.to.id.clone())).collect()
        };
        who(a) == who(b)
    };
    let mut plans: Vec<view::Plan> = proposals.steps.iter().filter_map(plan).collect();
    plans.retain(|plan| !plan.changes.is_empty());
    plans.dedup_by(|b, a| same(a, b));
    plans
}

pub(in crate::web) fn declare(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &declare_page(ask, None)?))
}

pub(in crate::web) fn declaring(ask: &Ask<'_>) -> Done {
    let team = open(ask)?;
    let done = || -> Result<(), Refused> {
        let map = team.map.as_ref().ok_or(Refused::NotThere)?;
        let of = |sort: &str, duty: &str| ask.fields(&format!("{sort}.{duty}"));
        // Only what changed is declared anew: what stays as it was keeps the day it began.
        let person = |places: &[usize]| places.iter().map(|at| map.case.leads[*at].person.clone()).collect::<Vec<_>>();
        let declared: Vec<Declared> = map
            .case
            .duties
            .iter()
            .map(|duty| {
                let own = of("own", &duty.id);
                let contribute = of("part", &duty.id).into_iter().filter(|one| !own.contains(one)).collect();
                (Declared { duty: duty.id.clone(), own, contribute }, duty)
            })
            .filter(|(one, duty)| one.own != person(&duty.owners) || one.contribute != person(&duty.contributors))
            .map(|(one, _)| one)
            .collect();
        if declared.is_empty() {
            return Err(Refused::field("responsibilities", "nothing is different from now"));
        }
        ask.server().declare(
            &ask.caller,
            &ask.moment,
            ask.part("team"),
            &declared,
            ask.day("from")?,
            ask.field("reason"),
        )
    };
    match done() {
        Ok(()) => Ok(Answer::to(format!("/teams/{}/contract", rung_views::web::part(ask.part("team"))))),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &declare_page(ask, Some(&words))?))
        }
    }
}

pub(in crate::web) fn contract(ask: &Ask<'_>) -> Done {
    let team = open(ask)?;
    let id = ask.part("team");
    let made = match contract::contract(&team.opened, id, team.at.day) {
        Ok(made) => made,
        Err(rung_app::error::AppError::NoDuties { .. }) => {
            return Ok(Answer::to(format!("/teams/{}", rung_views::web::part(id))));
        }
        Err(error) => return Err(error.into()),
    };
    let parts = team.opened.roster.ownerships.iter().filter(|one| one.team == id && one.current());
    let mut days: Vec<Date> = parts.flat_map(|one| [one.period.from, one.period.until]).flatten().collect();
    days.retain(|day| *day < made.effective);
    days.sort_unstable();
    days.dedup();
    let (names, zone) = (ask.server().names()?, ask.server().zone()?);
    let why = |one: VersionLine| Declaration {
        when: words::moment(
            jiff::Timestamp::from_second(one.written).unwrap_or_default(),
            zone.iana_name().unwrap_or("UTC"),
        ),
        who: names.get(&one.author).cloned().unwrap_or_else(|| "an account that is gone".to_owned()),
        why: one.note,
    };
    let why: Vec<Declaration> = ask.server().declarations(id)?.into_iter().map(why).collect();
    let wire = Contract::of(&team.opened, &made);
    let organisation = team.opened.roster.organisation.as_deref();
    Ok(Answer::page(ask, &named(&team, |named| view::contract(named, &wire, organisation, &days, &why))))
}

pub(in crate::web) fn evidence(ask: &Ask<'_>) -> Done {
    let team = open(ask)?;
    let observed = ask.server().published(&ask.caller, &ask.moment)?;
    // Evidence is of people as they are placed today, whatever day the team is shown for.
    let today = team.opened.view(At::day(ask.server().today(&ask.moment)?));
    let place = today.team(ask.part("team")).ok_or(Refused::NotThere)?;
    let map = own::map(&team.opened, &today, ask.part("team")).ok();
    let map = map.map(|map| Map::of(&team.opened, &map).with_evidence(&team.opened, &map, &observed, None));
    let name = today.teams[place].team.name.clone();
    let time = observed.split(ask.part("team")).map(|split| TimeOfTeam {
        name: split.ground.name,
        people: split.ground.people,
        above: split.ground.above,
        coverage: split.coverage,
        shares: split.shares,
        said: rung_app::org::shown(&observed, ask.part("team"), &name),
    });
    let weeks = words::span(observed.block().first, observed.block().last());
    Ok(Answer::page(ask, &named(&team, |named| view::evidence(named, time.as_ref(), map.as_ref(), &weeks))))
}

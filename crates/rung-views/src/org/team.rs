//! A team's page: the finding first, then the matrix, a better split, its roles and its people.

use maud::{Markup, html};
use rung_app::{
    org::{Opened, team},
    wire::v1::team::{Map, Proposals, Team},
};
use rung_measure::{
    org::view::View,
    own::{map::State, propose::Effort},
};

use super::{
    matrix, mix,
    rollup::hours,
    shell::{Paths, Sheet, day, linked},
    split,
    tree::people_of,
};
use crate::{parts::head, site::Page, words};

pub(super) fn page(opened: &Opened, view: &View<'_>, at: usize, names: Option<&Paths>, given: Option<&Map>) -> Page {
    let own = Team::of(opened, view, at);
    let mapped = team::map(opened, view, &own.team.id).ok();
    let map = given.cloned().or_else(|| mapped.as_ref().map(|mapped| Map::of(opened, mapped)));
    let proposals = mapped
        .as_ref()
        .map(|mapped| Proposals::of(opened, mapped, &team::split(mapped, team::MOST_MOVES, 0.0, &Effort::default())));
    let (title, lede) = opening(&own, map.as_ref());
    let main = html! {
        div.hero {
            p.kicker { "Team" @for above in &own.above { " · " (linked(above, names, "../")) } }
            h1.long { (title) }
            p.lede { (lede) }
            @if map.is_some() { p.acts { a.btn href="#matrix" { "Open the matrix" } " " a.btn href="#proposal" { "See a better split" } } }
            @if let Some(map) = &map { (matrix::tally(map)) }
        }
        @if let Some(map) = &map {
            section id="matrix" aria-labelledby="matrix-h" {
                (head("matrix", "Responsibility matrix", "Who says they own it", &matrix::note(map)))
                (matrix::matrix(map))
            }
        } @else {
            section id="matrix" aria-labelledby="matrix-h" {
                (head("matrix", "Responsibility matrix", "No responsibilities are declared yet", "List what the team must carry as [[responsibility]] tables of the roster, and what each lead has to give as [[capacity]]; then let every lead answer alone."))
            }
        }
        @if let Some(proposals) = &proposals { (split::section(proposals)) }
        (mix::section(&own.mix))
        (people(&own, names))
    };
    let organisation = opened.roster.organisation.as_deref();
    let path = names.and_then(|names| names.get(&own.team.id).cloned()).unwrap_or_else(|| "team.html".to_owned());
    let sheet = Sheet {
        organisation,
        up: names.map(|_| "../"),
        own: &path,
        title: &format!("{}: who carries what", own.team.name),
        description: &lede,
        foot: &[format!("As of {}.", day(&own.on))],
    };
    let body = sheet.body(main);
    Page { path, body }
}

fn opening(own: &Team, map: Option<&Map>) -> (String, String) {
    let name = &own.team.name;
    let people = words::count(own.people.len(), "person", "people");
    let Some(map) = map else {
        return (
            format!("{name}: {people}"),
            format!("As of {}. Its responsibilities are not declared yet.", day(&own.on)),
        );
    };
    let (unowned, contested) = (map.count(State::Unowned), map.count(State::Contested));
    let all = map.responsibilities.len();
    let settled = all - unowned - contested;
    let over = map.leads.iter().filter(|lead| lead.over > 0.0).max_by(|a, b| a.over.total_cmp(&b.over));
    let title = match over {
        Some(lead) => format!(
            "{name} asks {} hours of {}, who has {} to give",
            hours(lead.hours),
            lead.who.name,
            hours(lead.capacity.unwrap_or(0.0))
        ),
        None if unowned > 0 => {
            format!(
                "{} of {name} {} nobody’s",
                words::count(unowned, "responsibility", "responsibilities"),
                if unowned == 1 { "is" } else { "are" }
            )
        }
        None if contested > 0 => {
            format!("Two people answer for {} of {name}", words::count(contested, "responsibility", "responsibilities"))
        }
        None => format!("Every responsibility of {name} has its owner"),
    };
    let mut open = Vec::new();
    if unowned > 0 {
        open.push(format!("{unowned} nobody’s"));
    }
    if contested > 0 {
        open.push(format!("{contested} contested"));
    }
    let lede = if open.is_empty() {
        format!(
            "As of {}: {people}, {} settled.",
            day(&own.on),
            words::count(all, "responsibility", "responsibilities")
        )
    } else {
        format!("As of {}: {settled} of {all} responsibilities are settled; {}.", day(&own.on), words::list(&open))
    };
    (title, lede)
}

fn people(own: &Team, names: Option<&Paths>) -> Markup {
    html! {
        section id="people" aria-labelledby="people-h" {
            (head("people", "People", &words::capital(&words::count(own.people.len(), "person", "people")), "In the roster's order."))
            table.cards {
                thead { tr { th scope="col" { "Person" } th scope="col" { "Holds" } th.n scope="col" { "Of their time" } } }
                tbody {
                    @for one in &own.people { tr {
                        th scope="row" { (one.who.name) @if one.on_leave { span.who { "on leave" } } }
                        td data-l="Holds" { (words::list(&one.holds)) @if let Some(part) = &one.part { @if !one.holds.is_empty() { ", " } (part) } @if one.holds.is_empty() && one.part.is_none() { "no role stated" } }
                        td.n data-l="Of their time" { (words::percent(one.share)) }
                    } }
                    @for vacancy in &own.vacancies { tr {
                        th scope="row" { "To be filled" } td data-l="Holds" { (vacancy.position) } td.n data-l="Of their time" { (vacancy.status) }
                    } }
                }
            }
            @if !own.under.is_empty() {
                p.note.apart { "Teams under it: " @for (at, team) in own.under.iter().enumerate() { @if at > 0 { ", " } (linked(team, names, "../")) } "." }
            }
            @if !own.mix.without_role.is_empty() { p.small { "Without a role: " (people_of(&own.mix.without_role)) "." } }
        }
    }
}

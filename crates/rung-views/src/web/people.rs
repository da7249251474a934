//! A person's place in the organisation, everybody, and what a search finds.

use maud::html;
use rung_app::{
    server::search::Found,
    wire::v1::org::{Person, Who},
};

use super::{
    page, part,
    parts::{empty, hero, section},
};
use crate::{frame::Body, words};

/// A person: structure alone.
pub fn person(own: &Person, role: Option<(&str, &str)>) -> Body {
    let name = &own.who.name;
    let link = |who: &Who| html! { a href={ "/people/" (part(&who.id)) } { (who.name) } };
    let main = html! {
        (hero("Person", name, "Their place in the organisation. Where their time goes is theirs: it is not here, and nobody can switch it on.", &html! {
            dl.facts {
                div { dt { "Holds" } dd { @if own.holds.is_empty() { "no role stated" } @for (at, one) in own.holds.iter().enumerate() { @if at > 0 { ", " } (one.name) @if let Some(basis) = (one.basis != "title").then_some(&one.basis) { " (" (basis) ")" } } } }
                div { dt { "Teams" } dd { @if own.teams.is_empty() { "none" } @for (at, one) in own.teams.iter().enumerate() { @if at > 0 { ", " } a href={ "/teams/" (part(&one.team.id)) } { (one.team.name) } } } }
                div { dt { "Reports to" } dd { @if let Some(manager) = own.managers.first() { (link(manager)) @if own.interim { " for now" } } @else { "nobody" } @if !own.dotted.is_empty() { span { "and, dotted, " (words::list(&own.dotted.iter().map(|who| who.name.clone()).collect::<Vec<_>>())) } } } }
                div { dt { "Reports" } dd { @if own.reports.is_empty() { "none" } @for (at, who) in own.reports.iter().enumerate() { @if at > 0 { ", " } (link(who)) } } }
            }
            @if let Some((path, name)) = role { p.acts { a.btn href=(path) { "What a " (words::role_name(name)) " is" } } }
        }))
    };
    page(name, "A person’s place in the organisation.", main)
}

/// What a search found.
pub fn search(word: &str, found: &[(String, Found)]) -> Body {
    let title = match (word.trim().is_empty(), found.len()) {
        (true, _) => "Search roles, people and teams".to_owned(),
        (false, 0) => format!("Nothing is called “{word}”"),
        (false, count) => format!("{} called “{word}”", words::capital(&words::count(count, "thing", "things"))),
    };
    let sorts = [
        ("role", "Roles", "role", "roles"),
        ("position", "Levels", "level", "levels"),
        ("team", "Teams", "team", "teams"),
        ("person", "People", "person", "people"),
    ];
    let main = html! {
        (hero("Search", &title, "", &html! {
            form.row action="/search" method="get" role="search" aria-label="Another word" { div.field { label for="word" { "A word" } input id="word" name="q" type="search" value=(word); } div { button.btn.main type="submit" { "Search" } } }
        }))
        @if found.is_empty() && !word.trim().is_empty() { (section("none", "Nothing", "Nothing was found", "", &empty("No role, level, person or team has this in its name", &html! { "Try the beginning of a name, or an id. What was measured is never searched." }))) }
        @for (sort, name, one, many) in sorts {
            @let of: Vec<_> = found.iter().filter(|(_, one)| one.sort == sort).collect();
            @if !of.is_empty() {
                (section(sort, name, &words::capital(&words::count(of.len(), one, many)), "", &html! {
                    ul.ruled { @for (path, one) in of { li { a href=(path) { (one.name) } @if !one.more.is_empty() { span.who { (one.more) } } } } }
                }))
            }
        }
    };
    page("Search", "Roles, people and teams by a word.", main)
}

/// Everybody who is here, by name, page by page.
pub fn everybody(people: &[(Who, String)], next: Option<&str>, before: bool) -> Body {
    let main = html! {
        (hero("People", "Everybody who is here", "By name. Nothing on this page is measured of anybody.", &html! {}))
        section id="people" aria-labelledby="people-h" {
            h2.vh id="people-h" { "People" }
            ul.ruled { @for (who, team) in people { li { a href={ "/people/" (part(&who.id)) } { (who.name) } @if !team.is_empty() { span.who { (team) } } } } }
            p.acts { @if before { a.btn href="/people" { "From the beginning" } } @if let Some(next) = next { a.btn href={ "/people?after=" (next) } rel="next" { "More" } } }
        }
    };
    page("People", "Everybody who is here.", main)
}

/// The roles with what they can be taken out as.
pub fn with_exports(body: &Body) -> Body {
    let main = html! {
        (body.main)
        section id="exports" aria-labelledby="exports-h" {
            h2.vh id="exports-h" { "Take it with you" }
            p.note { "The whole framework as " a href="framework.md" { "Markdown" } ", " a href="framework.csv" { "CSV" } " or " a href="framework.toml" { "TOML" } "." }
        }
    };
    Body { main, ..body.clone() }
}

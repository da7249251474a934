//! Teams within teams: the page one opens first.

use maud::{Markup, html};
use rung_app::{
    org::Opened,
    wire::v1::org::{Branch, Tree, Who},
};
use rung_measure::org::view::View;

use super::shell::{Paths, Sheet, day, linked};
use crate::{parts::head, site::Page, words};

pub(super) fn page(opened: &Opened, view: &View<'_>, names: &Paths) -> Page {
    let tree = Tree::of(opened, view, None);
    let name = tree.organisation.as_deref().unwrap_or("The organisation");
    let people = view.people.iter().filter(|person| person.here).count();
    let led = |branch: &&Branch| !branch.tech_leads.is_empty() && !branch.people_leads.is_empty();
    let title = format!(
        "{name}: {} in {}",
        words::count(people, "person", "people"),
        words::count(tree.teams.len(), "team", "teams")
    );
    let lede = format!(
        "As of {}. {} of the teams have both a tech lead and an engineering manager.",
        words::date(view.at.day),
        words::capital(&words::numeral(tree.teams.iter().filter(led).count()))
    );
    let main = html! {
        div.hero { p.kicker { "Organisation" } h1.long { (title) } p.lede { (lede) } }
        section id="teams" aria-labelledby="teams-h" {
            (head("teams", "Teams", "Who is where", "Structure alone: nothing on this page is measured of anybody."))
            @if tree.teams.is_empty() {
                p.note { "The roster names no team yet. Add a [[team]] with an id, and [[membership]] tables that put people in it." }
            } @else {
                (branches(&tree.teams, names))
            }
            @if !tree.teamless.is_empty() {
                p.note.apart { "In no team: " (people_of(&tree.teamless)) "." }
            }
        }
    };
    let sheet = Sheet {
        organisation: tree.organisation.as_deref(),
        up: Some(""),
        own: "index.html",
        title: &title,
        description: &lede,
        foot: &[format!("As of {}.", day(&tree.on))],
    };
    Page { path: "index.html".to_owned(), body: sheet.body(main) }
}

/// The forest as nested lists, closed from the tags up as depths fall.
fn branches(teams: &[Branch], names: &Paths) -> Markup {
    let mut at = 0;
    level(teams, &mut at, 0, names)
}

fn level(teams: &[Branch], at: &mut usize, depth: usize, names: &Paths) -> Markup {
    let mut items = Vec::new();
    while let Some(branch) = teams.get(*at).filter(|branch| branch.depth >= depth) {
        *at += 1;
        let inner = teams.get(*at).is_some_and(|next| next.depth > depth).then(|| level(teams, at, depth + 1, names));
        items.push((branch, inner));
    }
    html! {
        ul.tree {
            @for (branch, inner) in &items {
                li { (one(branch, names)) @if let Some(inner) = inner { (inner) } }
            }
        }
    }
}

fn one(branch: &Branch, names: &Paths) -> Markup {
    let own = words::count(branch.people, "person", "people");
    html! {
        div.branch {
            p.team-name { b { (linked(&branch.team, Some(names), "")) } @if let Some(kind) = &branch.kind { " " span.small { (kind) } } }
            p.small {
                @if branch.people == branch.people_under { (own) } @else { (branch.people_under) " people, " (branch.people) " of its own" }
                @if branch.vacancies > 0 { "; " (words::count(branch.vacancies, "position", "positions")) " to fill" }
            }
            p.small {
                @if !branch.tech_leads.is_empty() { "Tech lead " (people_of(&branch.tech_leads)) }
                @if !branch.tech_leads.is_empty() && !branch.people_leads.is_empty() { "; " }
                @if !branch.people_leads.is_empty() { "manager " (people_of(&branch.people_leads)) }
            }
        }
    }
}

/// Names in a row.
pub(super) fn people_of(people: &[Who]) -> String {
    let names: Vec<&str> = people.iter().map(|who| who.name.as_str()).collect();
    words::list(&names)
}

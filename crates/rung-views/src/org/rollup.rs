//! The roll-up as a page: structure alone, people in the roster's order.

use maud::{Markup, html};
use rung_app::wire::v1::{
    org::{Rollup, Which},
    rollup::{TeamTime, Time},
};
use rung_model::{bucket::Bucket, share::Share};

use super::{
    shell::{Paths, Sheet, day, linked},
    tree::people_of,
};
use crate::{
    parts::{head, prose},
    site::Page,
    words,
};

pub(super) fn page(own: &Rollup, names: &Paths) -> Page {
    let name = own.organisation.as_deref().unwrap_or("The organisation");
    let lacking = own.without_tech_lead.len() + own.without_people_lead.len();
    let unowned: usize = own.responsibilities.iter().map(|team| team.unowned.len()).sum();
    let title = match (lacking, unowned) {
        (0, 0) => format!("{name}: every team is led, and no responsibility lies open"),
        (_, 0) => format!("{name}: {} without a lead they need", words::count(lacking, "team is", "teams are")),
        (0, _) => format!("{name}: {} nobody’s", words::count(unowned, "responsibility is", "responsibilities are")),
        _ => format!(
            "{name}: {} without a lead they need, {} nobody’s",
            words::count(lacking, "team is", "teams are"),
            words::count(unowned, "responsibility is", "responsibilities are")
        ),
    };
    let main = html! {
        div.hero {
            p.kicker { "Roll-up" } h1.long { (title) }
            p.lede { "As of " (day(&own.on)) ": " (words::count(own.people, "person", "people")) ", " (words::count(own.teams, "team", "teams")) ", " (words::count(own.layers, "layer", "layers")) " of management." }
            (facts(own))
        }
        (leads(own, names))
        (duties(own, names))
        (spans(own))
        (vacancies(own, names))
        @if let Some(time) = &own.time { (time_of(time, names)) }
    };
    let sheet = Sheet {
        organisation: own.organisation.as_deref(),
        up: Some(""),
        own: "rollup.html",
        title: &title,
        description: "Spans, layers, vacancies, acting roles, teams without leads, responsibilities nobody owns.",
        foot: &[format!("As of {}.", day(&own.on)), foot(own)],
    };
    Page { path: "rollup.html".to_owned(), body: sheet.body(main) }
}

fn foot(own: &Rollup) -> String {
    let said = if own.time.is_some() {
        "But for the part on time, structure alone: nothing is measured of anybody."
    } else {
        "Structure alone: nothing here is measured of anybody."
    };
    said.to_owned()
}

fn facts(own: &Rollup) -> Markup {
    let away = if own.on_leave > 0 { format!("{} on leave", own.on_leave) } else { "nobody on leave".to_owned() };
    html! {
        dl.facts {
            div { dt { "People" } dd { (own.people) span { (format!("{:.1}", own.fte)) " of full time, " (away) } } }
            div { dt { "Teams" } dd { (own.teams) span { (words::count(own.depth, "layer", "layers")) " of teams" } } }
            div { dt { "Layers of management" } dd { (own.layers) span { "at the top: " (people_of(&own.tops)) } } }
            div { dt { "Positions to fill" } dd { (own.vacancies.len()) } }
        }
    }
}

/// Where the time of several people goes, a line a team: range before point, and whose figures they are.
fn time_of(own: &Time, names: &Paths) -> Markup {
    let share = |team: &TeamTime, bucket: Bucket| {
        let found = team.shares.iter().find(|share| share.bucket == bucket.id());
        found.map_or_else(
            || "cannot be said".to_owned(),
            |share| prose(&words::about(&Share::new(share.low, share.point, share.high))),
        )
    };
    html! {
        section id="time" aria-labelledby="time-h" {
            (head("time", "Time", "Where it goes, of several people together", &format!("The eight weeks from {} to {}. Of {} people at least, in steps of five points; in the roster's order.", day(&own.first), day(&own.last), own.least)))
            table.cards {
                thead { tr { th scope="col" { "Team" } @for bucket in Bucket::SPLIT { th scope="col" { (bucket.name()) } } th scope="col" { "Seen" } } }
                tbody { @for team in &own.teams { tr {
                    th scope="row" { (linked(&team.team, Some(names), "")) span.who { (words::capital(&team.said)) } }
                    @if team.shown_for.is_some() {
                        @for bucket in Bucket::SPLIT { td data-l=(bucket.name()) { (share(team, bucket)) } }
                        td data-l="Seen" { (team.coverage.map(words::percent).unwrap_or_default()) }
                    } @else {
                        td colspan="4" { "not shown" }
                    }
                } } }
            }
        }
    }
}

fn teams(title: &str, note: &str, all: &[Which], names: &Paths) -> Markup {
    html! {
        div {
            h3 { (title) }
            @if all.is_empty() { p.note { "None." } } @else {
                ul.ruled { @for which in all { li { (linked(which, Some(names), "")) } } }
            }
            @if !note.is_empty() { p.small { (note) } }
        }
    }
}

fn leads(own: &Rollup, names: &Paths) -> Markup {
    html! {
        section id="leads" aria-labelledby="leads-h" {
            (head("leads", "Leads", "Who leads, and where nobody does", "Counted are teams of two people and more with no team under them."))
            div.cols.c-2 {
                (teams("Without a tech lead", "", &own.without_tech_lead, names))
                (teams("Without an engineering manager", "", &own.without_people_lead, names))
                @if !own.doubled.is_empty() {
                    div { h3 { "With two of a kind" } ul.ruled { @for two in &own.doubled { li {
                        (linked(&two.team, Some(names), ""))
                        @if two.tech_leads.len() > 1 { ": tech leads " (people_of(&two.tech_leads)) }
                        @if two.people_leads.len() > 1 { ": people led by " (people_of(&two.people_leads)) }
                    } } } }
                }
                @if !own.both.is_empty() {
                    div { h3 { "One person leads system and people" } ul.ruled { @for both in &own.both { li {
                        (linked(&both.team, Some(names), "")) ": " (both.person.name)
                    } } } }
                }
                @if !own.standing_in.is_empty() || !own.interim.is_empty() {
                    div { h3 { "Held for now" } ul.ruled {
                        @for held in &own.standing_in { li {
                            (held.person.name) ": " (held.position) @if let Some(team) = &held.team { " in " (linked(team, Some(names), "")) } ", " (held.basis)
                        } }
                        @for who in &own.interim { li { (who.name) " reports to somebody who stands in" } }
                    } }
                }
                @if !own.unmanaged.is_empty() || !own.teamless.is_empty() {
                    div { h3 { "Outside the lines" } ul.ruled {
                        @if !own.unmanaged.is_empty() { li { "Managed by nobody: " (people_of(&own.unmanaged)) } }
                        @if !own.teamless.is_empty() { li { "In no team: " (people_of(&own.teamless)) } }
                    } }
                }
            }
        }
    }
}

fn duties(own: &Rollup, names: &Paths) -> Markup {
    html! {
        section id="duties" aria-labelledby="duties-h" {
            (head("duties", "Responsibilities", "What nobody carries, and what two do", "By declaration. Teams that have declared none are not in this list."))
            @if own.responsibilities.is_empty() {
                p.note { "No team has responsibilities in the roster yet. Add [[responsibility]] and [[capacity]] tables for one team and see its map." }
            } @else {
                table.cards {
                    thead { tr { th scope="col" { "Team" } th.n scope="col" { "In all" } th scope="col" { "Unowned" } th scope="col" { "Contested" } th.n scope="col" { "Over capacity" } } }
                    tbody { @for team in &own.responsibilities { tr {
                        th scope="row" { (linked(&team.team, Some(names), "")) }
                        td.n data-l="In all" { (team.responsibilities) }
                        td data-l="Unowned" { @if team.unowned.is_empty() { "none" } @else { (words::list(&team.unowned)) } }
                        td data-l="Contested" { @if team.contested.is_empty() { "none" } @else { (words::list(&team.contested)) } }
                        td.n data-l="Over capacity" { (hours(team.overload)) " h a week" }
                    } } }
                }
            }
        }
    }
}

/// Hours to one decimal at most.
pub(super) fn hours(hours: f64) -> String {
    let tenths = (hours * 10.0).round() / 10.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}

fn spans(own: &Rollup) -> Markup {
    let most = own.spans.iter().map(|span| span.reports).max().unwrap_or(0);
    html! {
        @if !own.spans.is_empty() {
            section id="spans" aria-labelledby="spans-h" {
                (head("spans", "Spans", &format!("{} with up to {}", words::count(own.spans.len(), "manager", "managers"), words::count(most, "report", "reports")), "Solid lines. In the roster's order."))
                div.cols.c-2 {
                    table {
                        thead { tr { th scope="col" { "Manager" } th.n scope="col" { "Reports" } th.n scope="col" { "Of them managers" } } }
                        tbody { @for span in &own.spans { tr {
                            th scope="row" { (span.manager.name) } td.n { (span.reports) } td.n { (span.managers) }
                        } } }
                    }
                    div { h3 { "Norms, for context" } ul.ruled { @for norm in &own.norms { li { (norm.text) " " span.small { (norm.source) } } } } }
                }
            }
        }
    }
}

fn vacancies(own: &Rollup, names: &Paths) -> Markup {
    html! {
        @if !own.vacancies.is_empty() {
            section id="vacancies" aria-labelledby="vacancies-h" {
                (head("vacancies", "Positions", &format!("{} to fill", words::count(own.vacancies.len(), "position", "positions")), ""))
                ul.ruled { @for vacancy in &own.vacancies { li {
                    (vacancy.position) " in " (linked(&vacancy.team, Some(names), "")) ", " (vacancy.status)
                } } }
            }
        }
    }
}

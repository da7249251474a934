//! Who carries what from a day on, to print and sign.

use maud::{Markup, html};
use rung_app::wire::v1::team::{Contract, Lead, Responsibility};

use super::{
    rollup::hours,
    shell::{Sheet, day},
};
use crate::{frame::Body, parts::head};

pub(super) fn page(own: &Contract, organisation: Option<&str>) -> Body {
    let map = &own.map;
    let title = format!("{}: who carries what from {}", map.team.name, day(&own.effective));
    let open: Vec<&Responsibility> = map.responsibilities.iter().filter(|duty| duty.owners.is_empty()).collect();
    let main = html! {
        div.hero {
            p.kicker { "Contract of the team" } h1.long { (title) }
            p.lede { "Each of us answers for what stands under our name. To be looked at again on " (day(&own.look_again)) "." }
        }
        section id="carried" aria-labelledby="carried-h" {
            (head("carried", "Responsibilities", "Who answers for what", "Hours are declared, a week."))
            @for lead in &map.leads { (part(own, lead)) }
            @if !open.is_empty() {
                div.lead-part { h3 { "Still nobody’s" } ul.ruled { @for duty in &open { li { (duty.name) ", " (hours(duty.hours)) " h" } } } }
            }
        }
        @if !own.changes.is_empty() {
            section id="changed" aria-labelledby="changed-h" {
                (head("changed", "Changes", &own.before.as_ref().map_or_else(|| "What is new".to_owned(), |before| format!("What changed since {}", day(before))), ""))
                ul.ruled { @for change in &own.changes { li { (change.words) } } }
            }
        }
        section id="signed" aria-labelledby="signed-h" {
            (head("signed", "Signed", "Agreed by", ""))
            table.signed {
                thead { tr { th scope="col" { "Name" } th scope="col" { "Date" } th scope="col" { "Signature" } } }
                tbody { @for lead in &map.leads { tr { th scope="row" { (lead.who.name) } td { span.vh { "to fill in" } } td { span.vh { "to fill in" } } } } }
            }
        }
    };
    Sheet {
        organisation,
        up: None,
        own: "",
        title: &title,
        description: "Who answers for what on a team, from a day on.",
        foot: &[format!("Holds from {}.", day(&own.effective))],
    }
    .body(main)
}

fn part(own: &Contract, lead: &Lead) -> Markup {
    let duties = &own.map.responsibilities;
    let owns: Vec<&Responsibility> = duties.iter().filter(|duty| duty.owners.contains(&lead.who)).collect();
    let takes_part: Vec<&Responsibility> = duties.iter().filter(|duty| duty.contributors.contains(&lead.who)).collect();
    html! {
        div.lead-part {
            h3 { (lead.who.name) " " span.small { (hours(lead.hours)) @if let Some(capacity) = lead.capacity { " of " (hours(capacity)) } " h a week" } }
            @if owns.is_empty() && takes_part.is_empty() { p.note { "Nothing is declared." } }
            ul.ruled {
                @for duty in owns { li {
                    b { (duty.name) } ", " (hours(duty.hours)) " h"
                    @if duty.owners.len() > 1 { ", with " (duty.owners.iter().filter(|who| **who != lead.who).map(|who| who.name.as_str()).collect::<Vec<_>>().join(" and ")) }
                    @if duty.trial { ", on trial" }
                } }
                @for duty in takes_part { li { "takes part in " (duty.name) } }
            }
        }
    }
}

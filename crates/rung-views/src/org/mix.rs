//! The role mix of a team: what its roles' splits add up to, who leads, and whether one person leads both too long.

use maud::{Markup, html};
use rung_app::wire::v1::team::{Mix, Split};
use rung_model::bucket::Bucket;

use super::{rollup::hours, tree::people_of};
use crate::{
    parts::{caption, head, key},
    plot::mark::{Plot, bar, pct},
    tone::Tone,
    words,
};

pub(super) fn section(mix: &Mix) -> Markup {
    let missing: Vec<&str> =
        [("tech lead", mix.tech_leads.is_empty()), ("engineering manager", mix.people_leads.is_empty())]
            .into_iter()
            .filter(|(_, missing)| *missing)
            .map(|(name, _)| name)
            .collect();
    let title = match (&mix.sum, missing.as_slice()) {
        (_, [_, ..]) if !mix.roles.is_empty() => {
            format!("Nobody is {}", missing.iter().map(|m| words::a_role(m)).collect::<Vec<_>>().join(" and nobody "))
        }
        (Some(sum), _) => format!(
            "Its roles ask for {} of building and {} of people",
            words::percent(sum.building),
            words::percent(sum.people)
        ),
        (None, _) => "No role with a known split".to_owned(),
    };
    html! {
        section id="mix" aria-labelledby="mix-h" {
            (head("mix", "Role mix", &title, "What the roles are expected to ask for, weighted by time. Roles, not people: nobody's own week is drawn."))
            div.cols.c-2 {
                figure {
                    (caption("Who the roles are", "One bar a role: its expected split over strategy & alignment, people and building."))
                    (key(&Bucket::SPLIT.map(|bucket| (Tone::Of(bucket), None, None))))
                    ul.roles {
                        @for (at, role) in mix.roles.iter().enumerate() {
                            li {
                                p { b { (role.name) } " " span.small { (words::count(role.people, "person", "people")) ", " (hours(role.fte)) " full time" @if role.split.is_some() { ", " (if role.sourced { "sourced" } else { "our synthesis" }) } } }
                                @match &role.split { Some(split) => (week(&format!("role-{at}"), &role.name, split)), None => p.small { "no split known" } }
                            }
                        }
                        @if let Some(sum) = &mix.sum { li.sum { p { b { "Together" } } (week("role-sum", "The roles together", sum)) } }
                    }
                }
                div.stack {
                    h3 { "Who leads what" }
                    ul.ruled {
                        li { "The system: " (people_of_or_nobody(&mix.tech_leads)) }
                        li { "The people: " (people_of_or_nobody(&mix.people_leads)) }
                        @for held in &mix.standing_in { li { (held.person.name) " is " (words::role_name(&held.role)) ", " (held.basis) } }
                        @if !mix.without_role.is_empty() { li { "No role stated: " (people_of(&mix.without_role)) } }
                    }
                    @for both in &mix.both {
                        h3 { (both.person.name) " leads both" }
                        p.note {
                            @if let Some(expected) = &both.expected { "The two roles together ask for " (shares(expected)) ". " }
                            @if both.split_because.is_empty() { "One person may hold both while the team is small." } @else { "It is time for two people:" }
                        }
                        @if !both.split_because.is_empty() { ul.ruled { @for reason in &both.split_because { li { (reason) } } } }
                    }
                }
            }
        }
    }
}

fn people_of_or_nobody(people: &[rung_app::wire::v1::org::Who]) -> String {
    if people.is_empty() { "nobody".to_owned() } else { people_of(people) }
}

fn shares(split: &Split) -> String {
    let part =
        |bucket: Bucket| format!("{} {}", words::percent(split.share(bucket)), words::lower_first(bucket.name()));
    words::list(&Bucket::SPLIT.map(part))
}

fn week(id: &str, name: &str, split: &Split) -> Markup {
    let classes = ["b-s", "b-p", "b-b"];
    let shares_of = Bucket::SPLIT.map(|bucket| split.share(bucket));
    let starts = [0.0, shares_of[0], shares_of[0] + shares_of[1]];
    let marks = html! {
        @for ((class, start), share) in classes.into_iter().zip(starts).zip(shares_of) { (bar(start, share, 0.0, 16.0, class)) }
        @for start in starts.into_iter().skip(1) { line.cut x1=(pct(start)) x2=(pct(start)) y1="0" y2="16" {} }
    };
    html! {
        (Plot { id, title: name, desc: &shares(split), height: 16.0 }.draw(&marks))
        p.small { (shares(split)) }
    }
}

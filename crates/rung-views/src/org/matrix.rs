//! The responsibility matrix: a square is what was declared, a corner a part in it; the state in shape and word.

use maud::{Markup, html};
use rung_app::wire::v1::team::{Lead, Map, Responsibility};
use rung_measure::own::map::State;
use rung_model::bucket::Bucket;

use super::{
    glyphs::{glyph, meaning},
    rollup::hours,
    shell::day,
};
use crate::{parts::swatch, tone::Tone, words};

/// The states in a row, those to talk about first.
pub(super) fn tally(map: &Map) -> Markup {
    let told = [State::Unowned, State::Contested, State::SinglePoint, State::Shared];
    let over: Vec<&Lead> = map.leads.iter().filter(|lead| lead.over > 0.0).collect();
    html! {
        ul.tally {
            @for state in told {
                @if map.count(state) > 0 {
                    li { (glyph(state.id())) b { (map.count(state)) " " (state.words()) } span { (meaning(state)) } }
                }
            }
            @if !over.is_empty() { li { (glyph("over")) b { (over.len()) " over capacity" } span { "more hours than they declared to have" } } }
            @if map.count(State::Ok) > 0 { li { (glyph("ok")) b { (map.count(State::Ok)) " agreed" } span { (meaning(State::Ok)) } } }
        }
    }
}

/// What the matrix is made of, and whose evidence stands beside it.
pub(super) fn note(map: &Map) -> String {
    let Some(evidence) = &map.evidence else {
        return "As declared in the roster. Nothing on this page is measured of anybody.".to_owned();
    };
    format!("As declared in the roster. Evidence of the eight weeks to {}: {}.", day(&evidence.last), evidence.said)
}

/// The matrix.
pub(super) fn matrix(map: &Map) -> Markup {
    html! {
        table.matrix.duties {
            caption { "A square: declared to be theirs. A corner: they take part. Hours are declared, a week; what several own counts in equal parts." }
            thead { tr {
                th scope="col" { "Responsibility" }
                @for lead in &map.leads { th scope="col" { (lead.who.name) small { (lower(lead)) } } }
                th scope="col" { "What it shows" }
            } }
            tbody { @for duty in &map.responsibilities { (row(map, duty)) } }
            tfoot { tr {
                th scope="row" { "Declared load a week" }
                @for lead in &map.leads { td { (load(lead)) } }
                td { @if map.overload > 0.0 { span.state { (glyph("over")) span { (hours(map.overload)) " h too many" } } } }
            } }
        }
    }
}

fn lower(lead: &Lead) -> String {
    words::list(&lead.roles.iter().map(|role| words::role_name(role)).collect::<Vec<_>>())
}

fn row(map: &Map, duty: &Responsibility) -> Markup {
    let bucket = duty.bucket.as_deref().and_then(Bucket::from_id);
    let state = State::ALL.into_iter().find(|state| state.id() == duty.state).unwrap_or(State::Ok);
    let about = bucket.map_or_else(String::new, |bucket| format!("{}, ", bucket.name()));
    html! {
        tr {
            th scope="row" {
                span.duty { @if let Some(bucket) = bucket { (swatch(Tone::Of(bucket))) } span { (duty.name) } }
                span.who { (about) (hours(duty.hours)) " h a week" }
            }
            @for lead in &map.leads {
                @let owns = duty.owners.contains(&lead.who);
                @let part = duty.contributors.contains(&lead.who);
                td.nil[!owns && !part] {
                    span.pname { (lead.who.name) }
                    @if owns { span.decl { (glyph("own")) "owns" } }
                    @else if part { span.decl { (glyph("part")) "takes part" } }
                    @else { span.vh { "no part" } }
                }
            }
            td.st {
                span.state.ok[matches!(state, State::Ok)] {
                    (glyph(state.id()))
                    span { (words::capital(state.words())) @if let Some(why) = why(duty, state) { span.who { (why) } } }
                }
                @if let Some(sight) = &duty.sight { span.who { "Evidence of the team: " (sight.replace('_', " ")) } }
                @if duty.trial { span.who { "on trial" } }
            }
        }
    }
}

fn why(duty: &Responsibility, state: State) -> Option<String> {
    let owners: Vec<&str> = duty.owners.iter().map(|who| who.name.as_str()).collect();
    match state {
        State::Unowned if !duty.contributors.is_empty() => {
            let part: Vec<&str> = duty.contributors.iter().map(|who| who.name.as_str()).collect();
            Some(format!("{} only take part", words::list(&part)))
        }
        State::Unowned => Some("nobody declared it".to_owned()),
        State::Contested | State::Shared => Some(words::list(&owners)),
        State::SinglePoint => Some(format!("{} alone", words::list(&owners))),
        State::Ok => None,
    }
}

fn load(lead: &Lead) -> Markup {
    html! {
        span.pname { (lead.who.name) }
        b { (hours(lead.hours)) @if let Some(capacity) = lead.capacity { " of " (hours(capacity)) } " h" }
        span.who {
            @match lead.capacity {
                Some(_) if lead.over > 0.0 => { (hours(lead.over)) " too many" },
                Some(capacity) => { (hours(capacity - lead.hours)) " h free" },
                None => { "no hours declared" },
            }
        }
    }
}

//! The responsibilities of a role: owned alone, shared, and those it takes part in.

use maud::{Markup, html};
use rung_model::{
    bucket::Bucket,
    framework::{Duty, Holding, Role},
};

use super::{
    bits::{links, part},
    book::{Book, name},
};
use crate::{
    parts::{key, prose, swatch},
    tone::Tone,
    words,
};

pub(super) fn of_role(book: &Book<'_>, up: &str, role: &Role) -> Markup {
    let (mut alone, mut shared, mut partner, mut able): (Vec<_>, Vec<_>, Vec<_>, Vec<_>) = Default::default();
    for duty in &book.framework.duties {
        if duty.owners.contains(&role.id) {
            let together = duty.holding == Holding::Shared || duty.owners.len() > 1;
            if together { shared.push(duty) } else { alone.push(duty) }
        } else if duty.partners.contains(&role.id) {
            partner.push(duty);
        } else if duty.able_to_act.contains(&role.id) {
            able.push(duty);
        }
    }
    let owned = alone.len() + shared.len();
    let groups: Vec<(&str, Vec<&Duty>)> =
        [("Owned", alone), ("Shared", shared), ("Takes part", partner), ("Can stand in", able)]
            .into_iter()
            .filter(|(_, duties)| !duties.is_empty())
            .collect();
    if groups.is_empty() && role.no_duties.is_none() {
        return html! {};
    }
    let all = || groups.iter().flat_map(|(_, duties)| duties);
    let buckets = Bucket::SPLIT.into_iter().chain([Bucket::Other]);
    let seen: Vec<_> = buckets
        .filter(|bucket| all().any(|duty| duty.bucket == Some(*bucket)))
        .map(|bucket| (Tone::Of(bucket), None, None))
        .collect();
    let heading = match (owned, groups.is_empty()) {
        (0, true) => "No responsibilities are published".to_owned(),
        (0, false) => format!("What {} has a part in", words::a_role(name(role))),
        (many, _) => format!(
            "{} owns {}",
            words::capital(&words::a_role(name(role))),
            words::count(many, "responsibility", "responsibilities")
        ),
    };
    part(
        "duties",
        &heading,
        role.no_duties.as_deref().unwrap_or_default(),
        &html! {
            @if !seen.is_empty() { (key(&seen)) }
            @for (what, duties) in &groups {
                div.group { h3 { (what) ": " (duties.len()) } ul.duties { @for duty in duties { (line(book, up, role, duty)) } } }
            }
        },
    )
}

fn line(book: &Book<'_>, up: &str, role: &Role, duty: &Duty) -> Markup {
    let others: Vec<&str> = duty.owners.iter().map(String::as_str).filter(|owner| *owner != role.id).collect();
    let owns = others.len() < duty.owners.len();
    html! {
        li {
            @if let Some(bucket) = duty.bucket { (swatch(Tone::Of(bucket))) }
            span {
                (prose(&duty.name))
                @if let Some(bucket) = duty.bucket { span.vh { ", " (bucket.name()) } }
                @if !others.is_empty() { span.pair { @if owns { "with " } @else { "owned by " } (links(book, up, others)) } }
            }
        }
    }
}

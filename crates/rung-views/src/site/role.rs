//! A role: what it is, its week, its duties, its levels side by side, its skills and where it leads.

use maud::{Markup, html};
use rung_model::framework::{Edge, EdgeKind, Role, Status};

use super::{
    Page,
    bits::{claimed, hands_on, link, links, part},
    book::{Book, RoleEntry, name},
    duties,
    index::{line_name, matrix},
    paths::taken,
    shell::Sheet,
};
use crate::{
    parts::{caption, prose, swatch},
    tone::Tone,
    words,
};

const UP: &str = "../";

pub(super) fn page(book: &Book<'_>, entry: &RoleEntry<'_>) -> Page {
    let role = entry.role;
    let skills: Vec<_> =
        book.framework.skills.iter().filter_map(|skill| Some((skill, skill.levels.get(&role.id)?))).collect();
    let main = html! {
        (facts(book, role))
        (time(book, role))
        @if !entry.positions.is_empty() {
            (part("levels", "Its levels side by side", "", &html! {
                ul.rungs { @for number in &entry.positions {
                    @if let (Some(position), Some(slug)) = (book.at(*number), book.levels.get(*number)) {
                        li { a href={ (UP) "level/" (slug) ".html" } { (position.title()) } }
                    }
                } }
                (matrix(book, entry, UP))
            }))
        }
        (duties::of_role(book, UP, role))
        @if !skills.is_empty() {
            (part("skills", &format!("{} with an expected level", words::capital(&words::count(skills.len(), "skill", "skills"))), "From 0 none over 1 awareness, 2 working and 3 practitioner to 4 expert.", &html! {
                ul.skills { @for (skill, level) in skills { li {
                    (swatch(Tone::Of(skill.bucket))) span { (skill.name) span.vh { ", serves " (skill.bucket.name()) } }
                    (pips(level.0)) span.small { (level.0) " " (level.name()) }
                } } }
            }))
        }
        (next(book, &role.id))
    };
    let path = format!("role/{}.html", entry.slug);
    Sheet { path, kicker: "Role", title: name(role), lede: &role.definition }.draw(book, &main)
}

/// What it is also called, where it comes from, and what it takes over.
fn facts(book: &Book<'_>, role: &Role) -> Markup {
    let variants: Vec<&str> = book
        .roles
        .iter()
        .filter(|of| of.role.variant_of.as_deref() == Some(role.id.as_str()))
        .map(|of| of.role.id.as_str())
        .collect();
    let bases: Vec<&str> =
        book.framework.extends.iter().filter(|of| of.role == role.id).map(|of| of.base.as_str()).collect();
    let track = role.track.map(|track| line_name(Some(track)));
    let any = track.is_some()
        || !role.aliases.is_empty()
        || !variants.is_empty()
        || !bases.is_empty()
        || !role.sources.is_empty();
    html! {
        @if any || role.variant_of.is_some() || role.shift.is_some() || role.status != Status::Current {
            dl.facts.lean {
                @if let Some(track) = track { div { dt { "Track" } dd { (track) } } }
                @if !role.aliases.is_empty() { div { dt { "Also called" } dd { (words::list(&role.aliases)) } } }
                @if let Some(base) = &role.variant_of { div { dt { "A variant of" } dd { (links(book, UP, [base.as_str()])) } } }
                @if !variants.is_empty() { div { dt { "Variants" } dd { (links(book, UP, variants)) } } }
                @if !bases.is_empty() { div { dt { "Takes over from" } dd { (links(book, UP, bases)) } } }
                @if let Some(shift) = &role.shift { div { dt { "What changes on the way in" } dd { (prose(shift)) } } }
                @if role.status != Status::Current { div { dt { "Status" } dd { (role.status.id()) } } }
                @if !role.sources.is_empty() { div { dt { "Described by" } dd { (words::list(&role.sources)) span { a href={ (UP) "about.html" } { "who that is" } } } } }
            }
        }
    }
}

fn time(book: &Book<'_>, role: &Role) -> Markup {
    let splits: Vec<_> = book.framework.splits.iter().filter(|claim| claim.role == role.id).collect();
    let of = |position: &Option<String>| position.as_ref().map_or_else(|| name(role).to_owned(), |id| book.named(id).0);
    let ranges: Vec<_> = book
        .framework
        .hands_on
        .iter()
        .filter(|claim| claim.role == role.id)
        .map(|claim| (of(&claim.position), claim))
        .collect();
    let note = if splits.len() > 1 || ranges.len() > 1 {
        "Claims that differ stand side by side; nothing is averaged."
    } else {
        ""
    };
    html! {
        @if !splits.is_empty() || !ranges.is_empty() {
            (part("week", "Where the week is expected to go", note, &html! {
                div.cols.c-2 {
                    @if !splits.is_empty() { figure.stack {
                        (caption("Strategy, people and building", "Share of the week."))
                        @for (n, claim) in splits.iter().enumerate() {
                            @if claim.position.is_some() || splits.len() > 1 { h3 { (of(&claim.position)) } }
                            (claimed(&format!("week-{n}"), name(role), claim))
                        }
                    } }
                    @if !ranges.is_empty() { (hands_on("hands", &ranges)) }
                }
            }))
        }
    }
}

/// Four places, filled up to a level.
fn pips(level: u8) -> Markup {
    html! {
        svg.pips width="58" height="12" aria-hidden="true" focusable="false" {
            @for n in 0..4_u8 { circle class=(if n < level { "ink" } else { "hollow thin" }) cx=(7 + 14 * u32::from(n)) cy="6" r="4.5" {} }
        }
    }
}

fn next(book: &Book<'_>, role: &str) -> Markup {
    let of = |id: &str| id == role || book.position.get(id).and_then(|n| book.at(*n)).is_some_and(|p| p.role == role);
    let (mut onward, mut hither, mut lines): (Vec<&Edge>, Vec<&Edge>, Vec<&Edge>) = Default::default();
    for edge in &book.framework.edges {
        match (of(&edge.from), of(&edge.to), edge.kind) {
            (false, false, _) => {}
            (_, _, EdgeKind::ReportsTo) => lines.push(edge),
            (true, _, EdgeKind::Path) => onward.push(edge),
            (false, true, EdgeKind::Path) => hither.push(edge),
        }
    }
    html! {
        @if !onward.is_empty() || !hither.is_empty() || !lines.is_empty() {
            (part("next", "Where it leads, and where one comes from", "", &html! {
                div.cols.c-2 {
                    @if !onward.is_empty() { div { h3 { "From here to" } ul.ruled { @for edge in onward { li { (link(UP, book.named(&edge.to))) (taken(edge)) } } } } }
                    @if !hither.is_empty() { div { h3 { "Here from" } ul.ruled { @for edge in hither { li { (link(UP, book.named(&edge.from))) (taken(edge)) } } } } }
                    @if !lines.is_empty() { div { h3 { "Reporting lines" } ul.ruled { @for edge in lines { li {
                        (link(UP, book.named(&edge.from))) " reports to " (link(UP, book.named(&edge.to)))
                        @if let Some(note) = &edge.note { span.pair { (prose(note)) } }
                    } } } } }
                }
            }))
        }
    }
}

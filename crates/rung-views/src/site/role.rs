//! The page of a role: what it is, its week, what it owns, level beside level.

use maud::{Markup, html};
use rung_model::{
    bucket::Bucket,
    framework::{Duty, EdgeKind, Holding, Position, Role},
};

use super::{Page, book::Book, draw, frame, index::track_name, level};
use crate::{
    parts::{head, prose, section, swatch},
    tone::Tone,
    words,
};

/// Most levels that are put side by side.
const MOST_ACROSS: usize = 9;

pub(super) fn page(book: &Book<'_>, role: &Role) -> Page {
    let path = book.role_path(&role.id).unwrap_or_default();
    let up = frame::up(&path);
    let levels = book.levels(&role.id);
    let main = html! {
        div.hero {
            p.kicker { (role.track.map_or("Role", track_name)) }
            h1.long[role.name.chars().count() > 40] { (role.name) }
            p.lede { @if role.definition.is_empty() { (words::capital(&words::count(levels.len(), "level", "levels"))) "." } @else { (prose(&role.definition)) } }
            @if let Some(shift) = &role.shift { p.note { (prose(shift)) } }
        }
        (week(book, role))
        (duties(book, up, role))
        @if !levels.is_empty() { (ladder(book, up, levels)) }
        (next(book, up, role))
    };
    let leaf = frame::Leaf {
        title: format!("{} · {}", role.name, book.framework.name),
        description: format!("What {} is in {}.", words::lower_first(&role.name), book.framework.name),
        way: "Roles",
        path,
    };
    frame::draw(book, leaf, &main)
}

fn week(book: &Book<'_>, role: &Role) -> Markup {
    let claims: Vec<_> = book.framework.splits.iter().filter(|claim| claim.role == role.id).collect();
    let ranges: Vec<_> = book.framework.hands_on.iter().filter(|claim| claim.role == role.id).collect();
    html! {
        @if !claims.is_empty() || !ranges.is_empty() {
            (section("week", &html! {
                (head("week", "The week", "Where the time is expected to go", ""))
                div.bars { @for (n, claim) in claims.iter().enumerate() {
                    (draw::split_bar(&format!("split-{n}"), claim.position.as_deref().unwrap_or(&role.name), claim))
                } }
                @for claim in &ranges {
                    p.hands { "Hands-on coding " (words::range(claim.min, claim.max)) " of the week, "
                        (claim.basis.words()) @if let Some(source) = &claim.source { ", source " (source) }
                        @if let Some(note) = &claim.note { ": " (prose(note)) } "." }
                }
            }))
        }
    }
}

fn duties(book: &Book<'_>, up: &str, role: &Role) -> Markup {
    let owned: Vec<&Duty> = book.framework.duties_of(&role.id).collect();
    let partner: Vec<&Duty> = book.framework.duties.iter().filter(|duty| duty.partners.contains(&role.id)).collect();
    let others = |duty: &Duty| -> Vec<String> {
        duty.owners.iter().filter(|owner| **owner != role.id).map(|owner| book.role_name(owner).to_owned()).collect()
    };
    html! {
        @if !owned.is_empty() || !partner.is_empty() || role.no_duties.is_some() {
            (section("duties", &html! {
                (head("duties", "Responsibilities", &format!("What {} owns", words::a_role(&role.name)), ""))
                @if let Some(none) = &role.no_duties { p { (prose(none)) } }
                @if !owned.is_empty() {
                    ul.asks.swatches[owned.iter().all(|duty| duty.bucket.is_some())] { @for duty in owned { li {
                        @if let Some(bucket) = duty.bucket { (swatch(Tone::Of(bucket))) " " }
                        (prose(&duty.name))
                        @if duty.holding == Holding::Shared { " (shared with " (words::list(&others(duty))) ")" }
                        @if let Some(bucket) = duty.bucket { span.vh { ", " (Bucket::name(bucket)) } }
                    } } }
                }
                @if !partner.is_empty() {
                    h3 { "Takes part in" }
                    ul.asks { @for duty in partner { li {
                        (prose(&duty.name)) " (" @for (n, owner) in duty.owners.iter().enumerate() {
                            @if n > 0 { ", " }
                            @match book.role_path(owner) { Some(path) => { a href={ (up) (path) } { (book.role_name(owner)) } } None => { (owner) } }
                        } ")"
                    } } }
                }
            }))
        }
    }
}

/// Levels side by side; where there are too many, the links alone.
fn ladder(book: &Book<'_>, up: &str, levels: &[&Position]) -> Markup {
    let asked = book.asked_of(levels);
    let link = |level: &Position| {
        html! { @if let Some(path) = book.level_path(&level.id) { a href={ (up) (path) } { (level.title()) } } }
    };
    html! {
        (section("levels", &html! {
            (head("levels", "Levels", "Level beside level", "A dash is not described, which is not 0."))
            p.steplinks { @for pair in levels.windows(2) { @if let [from, to] = pair {
                @if let Some(path) = book.step_path(&from.id, &to.id) { a href={ (up) (path) } { (from.title()) " to " (to.title()) } }
            } } }
            @if asked.is_empty() || levels.len() > MOST_ACROSS {
                ul.levels { @for level in levels { li { (link(level)) } } }
            } @else {
                div.scroll tabindex="0" role="region" aria-label="Levels side by side" {
                    table.matrix {
                        caption { "What each level asks" }
                        thead { tr { th scope="col" { "Dimension" } @for level in levels { th scope="col" { (link(level)) } } } }
                        tbody { @for dimension in &asked { tr {
                            th scope="row" { (dimension.name) @if let Some(group) = &dimension.group { " " span.none { (group) } } }
                            @for level in levels {
                                @let n = level.requires.get(&dimension.id);
                                @let name = n.and_then(|n| book.framework.scale_of(&dimension.id).and_then(|scale| scale.name_of(*n)));
                                @let cells = book.cells(&level.id, &dimension.id).collect::<Vec<_>>();
                                td data-l=(level.title()) {
                                    @if n.is_none() && cells.is_empty() { span.none { "–" span.vh { " not described" } } }
                                    @if let Some(n) = n { (n) @if let Some(name) = name { " " span.none { (name) } } }
                                    @for cell in cells { (level::said(cell, name)) }
                                }
                            }
                        } } }
                    }
                }
            }
        }))
    }
}

fn next(book: &Book<'_>, up: &str, role: &Role) -> Markup {
    let edges: Vec<_> =
        book.framework.edges.iter().filter(|edge| edge.from == role.id && edge.kind == EdgeKind::Path).collect();
    html! {
        @if !edges.is_empty() {
            (section("next", &html! {
                (head("next", "Paths", "Where one may go from here", ""))
                ul.asks { @for edge in edges { li {
                    @match book.role_path(&edge.to) { Some(path) => { a href={ (up) (path) } { (book.role_name(&edge.to)) } } None => { (edge.to) } }
                    ": " (super::paths::years(edge))
                    @if let Some(note) = &edge.note { ", " (prose(note)) }
                } } }
            }))
        }
    }
}

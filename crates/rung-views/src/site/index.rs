//! The first page: which roles there are, and what every level asks.

use maud::{Markup, html};
use rung_model::framework::{DimensionKind, Role, Status, Track};

use super::{Page, book::Book, frame};
use crate::{
    parts::{head, prose, section},
    words,
};

/// Most dimensions that are put side by side as numbers.
const MOST_ACROSS: usize = 12;

pub(super) fn page(book: &Book<'_>) -> Page {
    let framework = book.framework;
    let counts = [
        (framework.roles.len(), "role", "roles"),
        (framework.positions.len(), "level", "levels"),
        (framework.dimensions.len(), "dimension", "dimensions"),
        (framework.duties.len(), "responsibility", "responsibilities"),
    ];
    let parts: Vec<String> =
        counts.iter().filter(|(many, ..)| *many > 0).map(|(many, one, more)| words::count(*many, one, more)).collect();
    let main = html! {
        div.hero {
            p.kicker { "Career framework" }
            h1.long[framework.name.chars().count() > 40] { (framework.name) }
            p.lede { (words::capital(&words::list(&parts))) "." }
        }
        (section("roles", &html! {
            (head("roles", "Roles", "What each role is", ""))
            ul.rolelist { @for role in ordered(book) { (one(book, role)) } }
        }))
        @if let Some(matrix) = matrix(book) {
            (section("levels", &html! {
                (head("levels", "Levels", "What every level asks", "A number is the level asked for; a dash is not assessed, which is not 0."))
                (matrix)
            }))
        }
    };
    let leaf = frame::Leaf {
        path: "index.html".to_owned(),
        title: framework.name.clone(),
        description: format!("{}: {}.", framework.name, words::list(&parts)),
        way: "Roles",
    };
    frame::draw(book, leaf, &main)
}

/// Roles by track, those without one last, in the order of the framework.
fn ordered<'f>(book: &Book<'f>) -> Vec<&'f Role> {
    let mut roles: Vec<&Role> = book.framework.roles.iter().collect();
    roles.sort_by_key(|role| role.track.map_or(usize::MAX, |track| track as usize));
    roles
}

fn one(book: &Book<'_>, role: &Role) -> Markup {
    let levels = book.levels(&role.id);
    html! {
        li {
            h3 {
                @match book.role_path(&role.id) {
                    Some(path) => { a href=(path) { (role.name) } }
                    None => { (role.name) }
                }
                @if role.status == Status::Retired { " (retired)" }
            }
            @if let Some(track) = role.track { p.note { (track_name(track)) } }
            @if !role.definition.is_empty() { p { (prose(&role.definition)) } }
            @if !levels.is_empty() {
                ul.levels { @for level in levels {
                    li { @if let Some(path) = book.level_path(&level.id) { a href=(path) { (level.title()) } } }
                } }
            }
        }
    }
}

/// The line of a role in words.
pub(super) const fn track_name(track: Track) -> &'static str {
    match track {
        Track::Ic => "Individual contributor",
        Track::Management => "Management",
        Track::Product => "Product",
        Track::Programme => "Programme and project",
    }
}

/// Levels by dimension as numbers, where there are numbers.
fn matrix(book: &Book<'_>) -> Option<Markup> {
    let asked: Vec<_> = book
        .framework
        .dimensions
        .iter()
        .filter(|d| book.framework.positions.iter().any(|position| position.requires.contains_key(&d.id)))
        .collect();
    if asked.is_empty() || asked.len() > MOST_ACROSS {
        return None;
    }
    let axes = asked.iter().all(|dimension| dimension.kind == DimensionKind::Axis);
    Some(html! {
        div.scroll tabindex="0" role="region" aria-label="Levels by dimension" {
            table.matrix.numbers {
                caption { @if axes { "Level on each axis" } @else { "Level on each dimension" } }
                thead { tr { th scope="col" { "Level" } @for d in &asked { th scope="col" { (d.name) } } } }
                tbody { @for role in &book.framework.roles { @for level in book.levels(&role.id) {
                    tr {
                        th scope="row" { @if let Some(path) = book.level_path(&level.id) { a href=(path) { (level.title()) } } }
                        @for d in &asked {
                            td data-l=(d.name) {
                                @match level.requires.get(&d.id) {
                                    Some(n) => { (n) @if let Some(name) = book.framework.scale_of(&d.id).and_then(|s| s.name_of(*n)) { " " span.none { (name) } } }
                                    None => { span.none { "–" span.vh { " not assessed" } } }
                                }
                            }
                        }
                    }
                } } }
            }
        }
    })
}

//! The page of one level: what it asks, dimension by dimension.

use maud::{Markup, html};
use rung_model::framework::{Cell, Criterion, Dimension, Position};

use super::{Page, book::Book, draw, frame};
use crate::{
    parts::{head, prose, section},
    words,
};

pub(super) fn page(book: &Book<'_>, level: &Position) -> Page {
    let path = book.level_path(&level.id).unwrap_or_default();
    let up = frame::up(&path);
    let asked = book.asked(level);
    let (below, above) = book.neighbours(level);
    let role = book.role_name(&level.role);
    let main = html! {
        div.hero {
            p.kicker { @match book.role_path(&level.role) {
                Some(path) => { a href={ (up) (path) } { (role) } }
                None => { (role) }
            } }
            h1.long[level.title().chars().count() > 40] { (level.title()) }
            @if level.definition.is_empty() {
                p.lede { (words::capital(&words::count(asked.len(), "dimension is", "dimensions are"))) " described." }
            } @else { p.lede { (prose(&level.definition)) } }
            @if level.titles.len() > 1 { p.note { "Also: " (level.titles[1..].join(", ")) } }
            @if !level.equivalent.is_empty() {
                p.note { "Stands as high as " @for (n, id) in level.equivalent.iter().enumerate() {
                    @if n > 0 { ", " }
                    @match book.level_path(id) { Some(path) => { a href={ (up) (path) } { (id) } } None => { (id) } }
                } }
            }
            (neighbours(book, up, level, below, above))
        }
        @if let Some(radar) = draw::radar_of(book, level) {
            (section("shape", &html! {
                (head("shape", "Shape", "Its levels on each axis", "Outward is a higher level; every ring is one level."))
                (radar)
            }))
        }
        @if !asked.is_empty() {
            (section("asks", &html! {
                (head("asks", "What it asks", "Dimension by dimension", ""))
                @for dimension in &asked { (topic(book, level, dimension)) }
            }))
        }
    };
    let leaf = frame::Leaf {
        title: format!("{} · {}", level.title(), book.framework.name),
        description: format!("What {} asks in {}.", level.title(), book.framework.name),
        way: "Roles",
        path,
    };
    frame::draw(book, leaf, &main)
}

fn neighbours(
    book: &Book<'_>,
    up: &str,
    level: &Position,
    below: Option<&Position>,
    above: Option<&Position>,
) -> Markup {
    let step = |from: &Position, to: &Position, words: String| {
        html! { @if let Some(path) = book.step_path(&from.id, &to.id) { a href={ (up) (path) } { (words) } } }
    };
    html! {
        @if below.is_some() || above.is_some() {
            p.steplinks {
                @if let Some(below) = below { (step(below, level, format!("What changes from {}", below.title()))) }
                @if let Some(above) = above { (step(level, above, format!("What changes to {}", above.title()))) }
            }
        }
    }
}

fn topic(book: &Book<'_>, level: &Position, dimension: &Dimension) -> Markup {
    let n = level.requires.get(&dimension.id).copied();
    let scale = book.framework.scale_of(&dimension.id);
    let name = n.and_then(|n| scale.and_then(|scale| scale.name_of(n)));
    let cells: Vec<&Cell> = book.cells(&level.id, &dimension.id).collect();
    let anchor = n.and_then(|n| book.framework.anchor(&dimension.id, n)).filter(|_| cells.is_empty());
    html! {
        div.topic {
            h3 { (dimension.name) }
            @if let Some(n) = n { p.n { "Level " (n) @if let Some(name) = name { ": " (name) } } }
            @for cell in cells { (said(cell, name)) }
            @if let Some(anchor) = anchor {
                @if let Some(summary) = &anchor.summary { p { (prose(summary)) } }
                (list(&anchor.criteria))
            }
        }
    }
}

/// What a cell says; a proficiency that the level's name repeats is left out.
pub(super) fn said(cell: &Cell, level: Option<&str>) -> Markup {
    let proficiency =
        cell.proficiency.as_ref().filter(|word| level.is_none_or(|level| !level.eq_ignore_ascii_case(word)));
    html! {
        @if let Some(proficiency) = proficiency { p.n { (proficiency) } }
        @if let Some(text) = &cell.text { p { (prose(text)) } }
        (list(&cell.criteria))
        (examples(&cell.examples))
    }
}

fn list(criteria: &[Criterion]) -> Markup {
    html! {
        @if !criteria.is_empty() {
            ul.asks { @for criterion in criteria { li { (prose(&criterion.text)) (examples(&criterion.examples)) } } }
        }
    }
}

fn examples(examples: &[String]) -> Markup {
    html! {
        @if !examples.is_empty() {
            details {
                summary { (words::capital(&words::count(examples.len(), "example", "examples"))) }
                ul.asks { @for example in examples { li { (prose(example)) } } }
            }
        }
    }
}

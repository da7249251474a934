//! A level: what it is and what it asks, dimension by dimension.

use maud::{Markup, html};
use rung_measure::ladder::requirements::{Requirement, Said};

use super::{
    Page,
    bits::{asked, link, part},
    book::{Book, name},
    drawing::radar,
    shell::Sheet,
};
use crate::words;

const UP: &str = "../";

pub(super) fn page(book: &Book<'_>, number: usize) -> Option<Page> {
    let (position, slug) = book.at(number).zip(book.levels.get(number))?;
    let entry = book.entry(&position.role);
    let asks = book.asks.get(number).map(Vec::as_slice).unwrap_or_default();
    let bands: Vec<_> =
        book.framework.bands.iter().filter(|band| band.position.as_deref() == Some(position.id.as_str())).collect();
    let turn = |of: fn(&super::book::Way) -> (usize, usize)| {
        book.steps.iter().find(|way| of(way).0 == number).map(|way| (of(way).1, &way.slug))
    };
    let (before, after) = (turn(|way| (way.to, way.from)), turn(|way| (way.from, way.to)));
    let picture = radar(book, number);
    let main = html! {
        (part("place", "Where it stands", "", &html! {
            dl.facts {
                div { dt { "Role" } dd { (link(UP, book.named(&position.role))) } }
                div { dt { "Level" } dd { (position.rank) span { "id " (position.id) } } }
                @if position.titles.len() > 1 { div { dt { "Other titles" } dd { (words::list(position.titles.get(1..).unwrap_or_default())) } } }
                @if !position.equivalent.is_empty() {
                    div { dt { "As high" } dd { @for (n, id) in position.equivalent.iter().enumerate() { @if n > 0 { ", " } (link(UP, book.named(id))) } } }
                }
                @for band in bands { div { dt { "Band: " (band.group) } dd { (band.name) span { "from " (band.min) @if let Some(max) = band.max { " to " (max) } } } } }
            }
            div.turn.note {
                @if let Some((to, way)) = before { p { "Before: " (turned(book, to)) ", " a href={ (UP) "steps/" (way) ".html" } { "what changed" } } }
                @if let Some((to, way)) = after { p { "Next: " (turned(book, to)) ", " a href={ (UP) "steps/" (way) ".html" } { "what changes" } } }
            }
        }))
        @if !asks.is_empty() {
            (part("asks", "What it asks", "", &html! {
                @if let Some(picture) = picture { figure.drawn { (picture) } }
                @for ask in asks { (asking(book, position.id.as_str(), ask)) }
            }))
        }
    };
    let kicker =
        entry.map_or_else(|| "Level".to_owned(), |entry| format!("{}, level {}", name(entry.role), position.rank));
    let path = format!("level/{slug}.html");
    Some(Sheet { path, kicker: &kicker, title: position.title(), lede: &position.definition }.draw(book, &main))
}

fn turned(book: &Book<'_>, number: usize) -> Markup {
    html! { @if let Some(position) = book.at(number) { @if let Some(slug) = book.levels.get(number) {
        a href={ (UP) "level/" (slug) ".html" } { (position.title()) }
    } } }
}

fn asking(book: &Book<'_>, position: &str, ask: &Requirement) -> Markup {
    let cells = book.cells.get(position).into_iter().flatten().filter(|cell| cell.dimension == ask.dimension);
    let (mut examples, mut urls): (Vec<&str>, Vec<&str>) = Default::default();
    for cell in cells {
        examples.extend(cell.examples.iter().map(String::as_str));
        urls.extend(cell.urls.iter().map(String::as_str));
        for criterion in &cell.criteria {
            examples.extend(criterion.examples.iter().map(String::as_str));
            urls.extend(criterion.urls.iter().map(String::as_str));
        }
    }
    html! {
        div.asks {
            h3 { (ask.name) }
            div {
                @if ask.level.is_some() { p { b { (asked(ask)) } } }
                @if !ask.statements.is_empty() { ul.plain { @for statement in &ask.statements { li {
                    (statement.text)
                    @if let Some(proficiency) = &statement.proficiency { @if *proficiency != statement.text { span.pair { (proficiency) } } }
                    @if let Said::Inherited { role, .. } = &statement.said { span.pair { "taken over from " (book.named(role).0) } }
                } } } }
                @if !examples.is_empty() { details { summary { (words::count(examples.len(), "example", "examples")) } ul.plain { @for example in examples { li { (example) } } } } }
                @if !urls.is_empty() { details { summary { "Read more" } ul.plain { @for url in urls { li {
                    @if url.starts_with("https://") || url.starts_with("http://") { a href=(url) rel="noreferrer noopener" { (url) } } @else { (url) }
                } } } } }
            }
        }
    }
}

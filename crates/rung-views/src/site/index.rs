//! The first page: the framework in a sentence, its roles, and the matrix of what each level asks.

use maud::{Markup, html};
use rung_model::framework::Track;

use super::{
    Page,
    bits::{asked, not_assessed, part},
    book::{Book, RoleEntry, name},
    shell::Sheet,
};
use crate::words;

pub(super) fn page(book: &Book<'_>) -> Page {
    let framework = book.framework;
    let title = if framework.name.is_empty() { &framework.id } else { &framework.name };
    let mut held = vec![
        words::count(framework.roles.len(), "role", "roles"),
        words::count(framework.positions.len(), "level", "levels"),
        words::count(framework.dimensions.len(), "dimension", "dimensions"),
    ];
    if !framework.duties.is_empty() {
        held.push(words::count(framework.duties.len(), "duty", "duties"));
    }
    let mut lede = format!("A career framework of {}", words::list(&held));
    if !framework.version.is_empty() {
        lede.push_str(&format!(", version {}", framework.version));
    }
    match &framework.license {
        Some(license) => lede.push_str(&format!(", under {license}.")),
        None => lede.push_str("; its licence is not stated."),
    }
    let tracks = Track::ALL.into_iter().map(|(_, track)| Some(track)).chain([None]);
    let groups: Vec<(Option<Track>, Vec<&RoleEntry<'_>>)> = tracks
        .map(|track| (track, book.roles.iter().filter(|entry| entry.role.track == track).collect()))
        .filter(|(_, of): &(_, Vec<_>)| !of.is_empty())
        .collect();
    let several = groups.len() > 1;
    let main = html! {
        @for (number, (track, of)) in groups.iter().enumerate() {
            (part(&format!("roles-{number}"), if several { line_name(*track) } else { "Roles" }, "", &html! {
                ul.ladder { @for entry in of { (listed(book, entry)) } }
            }))
        }
        @if book.asks.iter().any(|asks| !asks.is_empty()) {
            (part("matrix", "What each level asks", "Hatched with a dash: not assessed, which is not the same as none.", &html! {
                @for entry in book.roles.iter() { (matrix(book, entry, "")) }
            }))
        }
    };
    let path = "index.html".to_owned();
    Sheet { path, kicker: "Career framework", title, lede: &lede }.draw(book, &main)
}

pub(super) const fn line_name(track: Option<Track>) -> &'static str {
    match track {
        Some(Track::Ic) => "Individual contributors",
        Some(Track::Management) => "Management",
        Some(Track::Product) => "Product",
        Some(Track::Programme) => "Programme and project",
        None => "No track stated",
    }
}

fn listed(book: &Book<'_>, entry: &RoleEntry<'_>) -> Markup {
    html! {
        li {
            h3 { a href={ "role/" (entry.slug) ".html" } { (name(entry.role)) } }
            div {
                @if !entry.role.definition.is_empty() { p { (entry.role.definition) } }
                @if !entry.positions.is_empty() { ul.rungs { @for number in &entry.positions { (rung(book, *number, "")) } } }
            }
        }
    }
}

fn rung(book: &Book<'_>, number: usize, up: &str) -> Markup {
    html! {
        @if let (Some(position), Some(slug)) = (book.at(number), book.levels.get(number)) {
            li { a href={ (up) "level/" (slug) ".html" } { (position.title()) } }
        }
    }
}

/// The levels of one role side by side; nothing where none of them asks anything.
pub(super) fn matrix(book: &Book<'_>, entry: &RoleEntry<'_>, up: &str) -> Markup {
    let dimensions = book.dimensions_of(&entry.positions);
    let label = format!("What the levels of {} ask", words::role_name(name(entry.role)));
    html! {
        @if !dimensions.is_empty() {
            div.scroll tabindex="0" role="region" aria-label=(label) {
                table.matrix.cards {
                    caption { (label) }
                    thead { tr {
                        th scope="col" { "Dimension" }
                        @for number in &entry.positions { th scope="col" { (title(book, *number, up)) } }
                    } }
                    tbody {
                        @for (id, dimension) in dimensions {
                            tr {
                                th scope="row" { (dimension) }
                                @for number in &entry.positions {
                                    td data-l=(book.at(*number).map_or("", |position| position.title())) {
                                        @match book.ask(*number, id) {
                                            Some(ask) => (asked(ask)),
                                            None => (not_assessed()),
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn title(book: &Book<'_>, number: usize, up: &str) -> Markup {
    html! {
        @if let (Some(position), Some(slug)) = (book.at(number), book.levels.get(number)) {
            a href={ (up) "level/" (slug) ".html" } { (position.title()) }
        }
    }
}

//! Whose the framework is, its licence, and where its parts were published.

use std::collections::BTreeMap;

use maud::html;

use super::{Page, book::Book, frame};
use crate::{
    parts::{head, section},
    words,
};

pub(super) fn page(book: &Book<'_>) -> Page {
    let framework = book.framework;
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    let origins = framework
        .cells
        .iter()
        .map(|record| &record.from)
        .chain(framework.positions.iter().map(|record| &record.from))
        .chain(framework.anchors.iter().map(|record| &record.from))
        .chain(framework.duties.iter().map(|record| &record.from));
    for origin in origins.filter_map(|from| from.origin.as_ref()) {
        *files.entry(&origin.file).or_default() += 1;
    }
    let main = html! {
        div.hero {
            p.kicker { "About" }
            h1 { "Whose framework this is" }
            p.lede { (framework.name) ", version " (framework.version) "." }
        }
        (section("whose", &html! {
            (head("whose", "Source", "Licence and language", ""))
            dl.facts {
                div { dt { "Licence" } dd { (framework.license.as_deref().unwrap_or("not stated")) } }
                div { dt { "Published" } dd { (framework.source.as_deref().unwrap_or("not stated")) } }
                div { dt { "Language" } dd { (framework.language.as_deref().unwrap_or("not stated")) } }
            }
        }))
        @if !framework.sources.is_empty() {
            (section("sources", &html! {
                (head("sources", "Sources", "Who says so", ""))
                ul.asks { @for source in &framework.sources { li {
                    (source.key) ": " (source.title) ", " (source.by) @if let Some(license) = &source.license { " (" (license) ")" }
                } } }
            }))
        }
        @if !files.is_empty() {
            (section("files", &html! {
                (head("files", "Origin", "Where its parts were read from", ""))
                ul.asks { @for (file, many) in &files { li { (file) ": " (words::count(*many, "record", "records")) } } }
            }))
        }
    };
    let leaf = frame::Leaf {
        path: "about.html".to_owned(),
        title: format!("About · {}", framework.name),
        description: format!("Source and licence of {}.", framework.name),
        way: "About",
    };
    frame::draw(book, leaf, &main)
}

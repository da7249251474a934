//! What the framework is, whose it is and where it comes from.

use maud::html;

use super::{Page, bits::part, book::Book, shell::Sheet};

pub(super) fn page(book: &Book<'_>) -> Page {
    let framework = book.framework;
    let origin = framework.from.origin.as_ref().map(ToString::to_string);
    let facts = [
        ("Version", Some(framework.version.as_str()).filter(|text| !text.is_empty())),
        ("Language", framework.language.as_deref()),
        ("Licence", framework.license.as_deref()),
        ("Source", framework.source.as_deref()),
        ("Imported from", origin.as_deref()),
    ];
    let main = html! {
        (part("facts", "Licence and origin", "", &html! {
            dl.terms { @for (what, text) in facts { div { dt { (what) } dd { (text.unwrap_or("not stated")) } } } }
        }))
        @if !framework.sources.is_empty() { (part("sources", "Sources", "", &html! {
            table.cards { caption { "Works that claims are taken from" }
                thead { tr { th scope="col" { "Key" } th scope="col" { "Work" } th scope="col" { "By" } th scope="col" { "Licence" } } }
                tbody { @for source in &framework.sources { tr {
                    th scope="row" { (source.key) } td { (source.title) } td data-l="By" { (source.by) }
                    td data-l="Licence" { (source.license.as_deref().unwrap_or("not stated")) }
                } } }
            }
        })) }
    };
    let path = "about.html".to_owned();
    Sheet { path, kicker: "About", title: "About this framework", lede: "" }.draw(book, &main)
}

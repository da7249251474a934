//! What the framework is, whose it is and where it comes from.

use std::collections::BTreeMap;

use maud::{Markup, html};
use rung_model::framework::Framework;

use super::{Page, bits::part, book::Book, shell::Sheet};
use crate::{parts::prose, plot::mark::bar, words};

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
    let files = files(framework);
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
        (spectra(book))
        @if !framework.norms.is_empty() { (part("norms", "Norms, as context and never as limits", "", &html! {
            ul.ruled { @for norm in &framework.norms { li { (prose(&norm.text)) span.pair { (norm.source) } } } }
        })) }
        @if !files.is_empty() { (part("files", "Where its parts were read", "How many records were taken from each file.", &html! {
            ul.ruled { @for (file, many) in &files { li { span.path { (file) } span.pair { (words::count(*many, "record", "records")) } } } }
        })) }
    };
    let path = "about.html".to_owned();
    Sheet { path, kicker: "About", title: "About this framework", lede: "" }.draw(book, &main)
}

/// Records by the file they were read from.
fn files(framework: &Framework) -> BTreeMap<&str, usize> {
    let all = (framework.roles.iter().map(|of| &of.from))
        .chain(framework.scales.iter().map(|of| &of.from))
        .chain(framework.dimensions.iter().map(|of| &of.from))
        .chain(framework.anchors.iter().map(|of| &of.from))
        .chain(framework.positions.iter().map(|of| &of.from))
        .chain(framework.cells.iter().map(|of| &of.from))
        .chain(framework.splits.iter().map(|of| &of.from))
        .chain(framework.hands_on.iter().map(|of| &of.from))
        .chain(framework.duties.iter().map(|of| &of.from))
        .chain(framework.spectra.iter().map(|of| &of.from))
        .chain(framework.edges.iter().map(|of| &of.published))
        .chain(framework.bands.iter().map(|of| &of.from));
    let mut files = BTreeMap::new();
    for origin in all.filter_map(|from| from.origin.as_ref()) {
        *files.entry(origin.file.as_str()).or_default() += 1;
    }
    files
}

/// Balances between two poles.
fn spectra(book: &Book<'_>) -> Markup {
    let spectra = &book.framework.spectra;
    html! { @if !spectra.is_empty() {
        (part("spectra", "Balances, healthy over a range and not at a point", "", &html! { @for of in spectra {
            @let [one, other] = &of.poles;
            div.asks {
                div { h3 { (of.name) } @if let Some(range) = of.healthy { p.small { "Healthy at " (prose(&words::range(range.min, range.max))) " of the way from the first pole to the second" } } }
                div {
                    p { b { (one) } " – " b { (other) } }
                    @if let Some(range) = of.healthy { svg.plot width="100%" height="14" aria-hidden="true" focusable="false" {
                        (bar(0.0, 1.0, 4.0, 6.0, "wash")) (bar(range.min.clamp(0.0, 1.0), (range.max - range.min).clamp(0.0, 1.0), 2.0, 10.0, "ink"))
                    } }
                    @if let Some(text) = &of.text { p { (prose(text)) } }
                    @if !of.pairs.is_empty() { table { caption { "What stands against what" }
                        thead { tr { th scope="col" { (one) } th scope="col" { (other) } } }
                        tbody { @for [left, right] in &of.pairs { tr { td { (prose(left)) } td { (prose(right)) } } } }
                    } }
                }
            }
        } }))
    } }
}

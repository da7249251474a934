//! The frame of a page of the site: head, ways to the other pages, foot.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Page, book::Book};
use crate::plot::sprite;

const TOKENS: &str = include_str!("../tokens.css");
const OWN: &str = include_str!("site.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What a page is.
pub(super) struct Leaf<'a> {
    /// Its place in the site.
    pub(super) path: String,
    /// Title of the window.
    pub(super) title: String,
    /// What it is, in a sentence.
    pub(super) description: String,
    /// Which of the ways at the top it belongs to.
    pub(super) way: &'a str,
}

/// From the folder a page stands in back to the top: `../` or nothing.
pub(super) fn up(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "" }
}

/// A page around its content.
pub(super) fn draw(book: &Book<'_>, leaf: Leaf<'_>, main: &Markup) -> Page {
    let framework = book.framework;
    let up = up(&leaf.path);
    let ways = ways(book);
    let html = html! {
        (DOCTYPE)
        html lang=(framework.language.as_deref().unwrap_or("en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (leaf.title) }
                meta name="description" content=(leaf.description);
                style { (PreEscaped(TOKENS)) (PreEscaped(OWN)) }
            }
            body.site {
                a.skip href="#main" { "Skip to the content" }
                (sprite())
                header.top {
                    a.mark href={ (up) "index.html" } { (framework.name) }
                    nav aria-label="Pages" {
                        @for (name, path) in &ways {
                            a href={ (up) (path) } aria-current=[(*name == leaf.way).then_some("page")] { (name) }
                        }
                    }
                }
                main id="main" tabindex="-1" { (main) }
                footer.foot { div {
                    span { (framework.name) ", version " (framework.version) }
                    span { @match &framework.license {
                        Some(license) => { "Licence " (license) }
                        None => { "Licence not stated" }
                    } }
                    span { "Nothing on this page is loaded from anywhere else." }
                } }
            }
        }
    };
    Page { path: leaf.path, html: html.into_string() }
}

/// The pages every page leads to.
fn ways(book: &Book<'_>) -> Vec<(&'static str, &'static str)> {
    let mut ways = vec![("Roles", "index.html")];
    if !book.framework.splits.is_empty() {
        ways.push(("Compare", "compare.html"));
    }
    if super::compare::overlaps(book) {
        ways.push(("Overlap", "overlap.html"));
    }
    if !book.framework.edges.is_empty() {
        ways.push(("Paths", "paths.html"));
    }
    ways.push(("About", "about.html"));
    ways
}

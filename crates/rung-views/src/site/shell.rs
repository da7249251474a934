//! The frame of a page of the site: it loads nothing, runs nothing and knows where its neighbours lie.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Page, book::Book};
use crate::{
    frame::{POLICY, TOKENS, ladder},
    plot::sprite,
};

/// What the site needs beyond the base styles.
const SITE: &str = include_str!("site.css");

/// A page before it is framed.
pub(super) struct Sheet<'a> {
    /// Where it lies.
    pub(super) path: String,
    /// The line above its headline.
    pub(super) kicker: &'a str,
    /// The headline.
    pub(super) title: &'a str,
    /// What it says, in a sentence.
    pub(super) lede: &'a str,
}

impl Sheet<'_> {
    /// From this page to the root of the site.
    fn up(&self) -> &'static str {
        if self.path.contains('/') { "../" } else { "" }
    }

    /// The whole page.
    pub(super) fn draw(self, book: &Book<'_>, main: &Markup) -> Page {
        let framework = book.framework;
        let name = if framework.name.is_empty() { &framework.id } else { &framework.name };
        let up = self.up();
        let links = [
            ("index.html", "All roles"),
            ("compare.html", "Weeks"),
            ("overlap.html", "In common"),
            ("paths.html", "Paths"),
            ("about.html", "About"),
        ];
        let html = html! {
            (DOCTYPE)
            html lang=(framework.language.as_deref().unwrap_or("en")) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) @if self.title != name { " – " (name) } }
                    meta name="description" content=(self.lede);
                    style { (PreEscaped(TOKENS)) (PreEscaped(SITE)) }
                }
                body.site {
                    a.skip href="#main" { "Skip to the content" }
                    (sprite())
                    header.top {
                        span.mark { (ladder()) (name) }
                        nav aria-label="Pages" {
                            @for (to, words) in links {
                                a href={ (up) (to) } aria-current=[(self.path == to).then_some("page")] { (words) }
                            }
                        }
                    }
                    main id="main" tabindex="-1" {
                        div.hero { p.kicker { (self.kicker) } h1.long { (self.title) } @if !self.lede.is_empty() { p.lede { (self.lede) } } }
                        (main)
                    }
                    footer.foot { div {
                        span { (name) @if !framework.version.is_empty() { ", version " (framework.version) } }
                        @if let Some(license) = &framework.license { span { "Licence: " (license) } }
                        span { "Nothing on this page is loaded from anywhere else." }
                    } }
                }
            }
        };
        Page { path: self.path, html: html.into_string() }
    }
}

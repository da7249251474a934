//! The frame of a page of the site: it loads nothing, runs nothing and knows where its neighbours lie.

use maud::{Markup, html};

use super::{Page, book::Book};
use crate::frame::{Body, Kind, Link};

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
        let pages = [
            ("index.html", "All roles"),
            ("compare.html", "Weeks"),
            ("overlap.html", "In common"),
            ("paths.html", "Paths"),
            ("about.html", "About"),
        ];
        let link = |(to, words): (&str, &str)| Link {
            to: format!("{up}{to}"),
            words: words.to_owned(),
            here: self.path == to,
        };
        let version = &framework.version;
        let mut foot = vec![if version.is_empty() { name.clone() } else { format!("{name}, version {version}") }];
        foot.extend(framework.license.iter().map(|license| format!("Licence: {license}")));
        let body = Body {
            kind: Kind::Site,
            language: framework.language.clone().unwrap_or_default(),
            title: if self.title == name { name.clone() } else { format!("{} – {name}", self.title) },
            description: self.lede.to_owned(),
            mark: name.clone(),
            links: ("Pages", pages.into_iter().map(link).collect()),
            main: html! {
                div.hero { p.kicker { (self.kicker) } h1.long { (self.title) } @if !self.lede.is_empty() { p.lede { (self.lede) } } }
                (main)
            },
            foot,
        };
        Page { path: self.path, body }
    }
}

//! The frame of a page, and where each page lies.

use std::collections::BTreeMap;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use rung_app::wire::v1::org::Which;
use rung_measure::org::view::View;

use super::glyphs;
use crate::{
    frame::{POLICY, TOKENS, ladder},
    plot::sprite,
    words,
};

/// What these pages need beyond the base styles.
const ORG: &str = include_str!("org.css");

/// Where each team's page lies, by id.
pub(super) type Paths = BTreeMap<String, String>;

/// A path for each team: its id where it can be a file name, made unique where it cannot.
pub(super) fn paths(view: &View<'_>) -> Paths {
    let mut taken = std::collections::BTreeSet::new();
    let mut paths = Paths::new();
    for team in &view.teams {
        let id = &team.team.id;
        let plain =
            |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c.to_ascii_lowercase() } else { '-' };
        let slug: String = id.chars().map(plain).take(60).collect();
        let slug = if slug.chars().any(|c| c.is_ascii_alphanumeric()) { slug } else { "team".to_owned() };
        let mut name = slug.clone();
        let mut turn = 2;
        while !taken.insert(name.clone()) {
            name = format!("{slug}-{turn}");
            turn += 1;
        }
        paths.insert(id.clone(), format!("team/{name}.html"));
    }
    paths
}

/// A team's name, linked where it has a page.
pub(super) fn linked(which: &Which, names: Option<&Paths>, up: &str) -> Markup {
    html! {
        @match names.and_then(|names| names.get(&which.id)) {
            Some(path) => a href={ (up) (path) } { (which.name) },
            None => (which.name),
        }
    }
}

/// A day of a wire type in words: "16 Nov 2026".
pub(super) fn day(written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), words::date)
}

/// A page before it is framed.
pub(super) struct Sheet<'a> {
    /// Name of the organisation.
    pub(super) organisation: Option<&'a str>,
    /// From this page to the root; `None` for a page that stands alone.
    pub(super) up: Option<&'a str>,
    /// Which of the pages of the head it is: `index.html` or another.
    pub(super) own: &'a str,
    /// Title of the window.
    pub(super) title: &'a str,
    /// What the page is, in a sentence.
    pub(super) description: &'a str,
    /// Sentences at the foot.
    pub(super) foot: &'a [String],
}

impl Sheet<'_> {
    /// The whole page.
    pub(super) fn draw(&self, main: &Markup) -> String {
        let links = [("index.html", "Teams"), ("rollup.html", "Roll-up")];
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    meta name="description" content=(self.description);
                    style { (PreEscaped(TOKENS)) (PreEscaped(ORG)) }
                }
                body.org {
                    a.skip href="#main" { "Skip to the content" }
                    (sprite()) (glyphs::sprite())
                    header.top {
                        span.mark { (ladder()) (self.organisation.unwrap_or("rung")) }
                        @if let Some(up) = self.up {
                            nav aria-label="Pages" {
                                @for (to, words) in links {
                                    a href={ (up) (to) } aria-current=[(self.own == to).then_some("page")] { (words) }
                                }
                            }
                        }
                    }
                    main id="main" tabindex="-1" { (main) }
                    footer.foot { div {
                        @for line in self.foot { span { (line) } }
                        span { "Nothing on this page is loaded from anywhere else." }
                    } }
                }
            }
        }
        .into_string()
    }
}

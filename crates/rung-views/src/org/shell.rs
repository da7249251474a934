//! The frame of a page, and where each page lies.

use std::collections::BTreeMap;

use maud::{Markup, html};
use rung_app::wire::v1::org::Which;
use rung_measure::org::view::View;

use crate::{
    frame::{Body, Kind, Link},
    words,
};

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

/// A path of the server for each team.
pub(super) fn served(view: &View<'_>) -> Paths {
    let path = |id: &String| (id.clone(), format!("/teams/{}", crate::web::part(id)));
    view.teams.iter().map(|team| path(&team.team.id)).collect()
}

/// A team's name, linked where it has a page.
pub(super) fn linked(which: &Which, names: Option<&Paths>, up: &str) -> Markup {
    html! {
        @match names.and_then(|names| names.get(&which.id)) {
            Some(path) if path.starts_with('/') => a href=(path) { (which.name) },
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
    pub(super) fn body(&self, main: Markup) -> Body {
        let pages = [("index.html", "Teams"), ("rollup.html", "Roll-up")];
        let link = |up: &str, (to, words): (&str, &str)| Link {
            to: format!("{up}{to}"),
            words: words.to_owned(),
            here: self.own == to,
        };
        let links = self.up.map(|up| pages.into_iter().map(|page| link(up, page)).collect()).unwrap_or_default();
        Body {
            kind: Kind::Org,
            title: self.title.to_owned(),
            description: self.description.to_owned(),
            mark: self.organisation.unwrap_or("rung").to_owned(),
            links: ("Pages", links),
            main,
            foot: self.foot.to_vec(),
            ..Body::default()
        }
    }
}

//! The frame of a page: a document that stands alone and loads nothing, or a page of the server.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{org::glyphs, plot::sprite};

/// Design tokens and base styles.
const TOKENS: &str = include_str!("tokens.css");
/// What pages of the organisation need beyond them.
const ORG: &str = include_str!("org/org.css");
/// What pages of a framework need beyond them.
const SITE: &str = include_str!("site/site.css");
/// What pages of the server need beyond all of these.
const WEB: &str = include_str!("web/web.css");

/// Forbids whatever is not in the file itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Every style of the server's pages: one file for all of them.
pub fn styles() -> String {
    [TOKENS, ORG, SITE, WEB, crate::site::DRAWING].concat()
}

/// The script of the server's pages: everything works without it.
pub const SCRIPT: &str = include_str!("web/web.js");

/// The icon of the server's pages.
pub const ICON: &str = include_str!("web/rung.svg");

/// Which styles a page needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The report.
    #[default]
    Report,
    /// Of the organisation.
    Org,
    /// Of a framework.
    Site,
    /// Of the server alone.
    Web,
}

impl Kind {
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Report => None,
            Self::Org => Some("org"),
            Self::Site => Some("site"),
            Self::Web => Some("web"),
        }
    }

    const fn styles(self) -> &'static str {
        match self {
            Self::Org => ORG,
            Self::Site => SITE,
            Self::Report | Self::Web => "",
        }
    }
}

/// A link of a page's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub to: String,
    /// What it says.
    pub words: String,
    /// True for the page itself.
    pub here: bool,
}

/// A page before it is framed.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Which styles it needs.
    pub kind: Kind,
    /// Language of its words; English where empty.
    pub language: String,
    /// Title of the window.
    pub title: String,
    /// What the page is, in a sentence.
    pub description: String,
    /// The name beside the mark.
    pub mark: String,
    /// Its own links, and what they are together.
    pub links: (&'static str, Vec<Link>),
    /// What it says.
    pub main: Markup,
    /// Sentences at the foot.
    pub foot: Vec<String>,
}

/// What stands around every page of the server.
#[derive(Clone, Debug, Default)]
pub struct Chrome<'a> {
    /// Who is logged in; `None` for nobody.
    pub who: Option<&'a str>,
    /// The parts of the server they may open: path and name.
    pub parts: Vec<(&'static str, &'static str)>,
    /// Pages about oneself and, for an administrator, the server: path and name.
    pub own: Vec<(&'static str, &'static str)>,
    /// Path of the page.
    pub here: &'a str,
    /// What a form must send along.
    pub csrf: &'a str,
    /// Version of styles and script.
    pub version: &'a str,
    /// Said once, above the page.
    pub notice: Option<&'a str>,
    /// True where everyone is invented.
    pub invented: bool,
}

impl Body {
    fn language(&self) -> &str {
        if self.language.is_empty() { "en" } else { &self.language }
    }

    fn links(&self) -> Markup {
        let (label, links) = &self.links;
        html! {
            @if !links.is_empty() {
                nav aria-label=(label) {
                    @for link in links { a href=(link.to) aria-current=[link.here.then_some("page")] { (link.words) } }
                }
            }
        }
    }

    /// A document that stands alone.
    pub fn file(&self) -> String {
        html! {
            (DOCTYPE)
            html lang=(self.language()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    meta name="description" content=(self.description);
                    style { (PreEscaped(TOKENS)) (PreEscaped(self.kind.styles())) }
                }
                body class=[self.kind.class()] {
                    a.skip href="#main" { "Skip to the content" }
                    (sprite()) @if self.kind == Kind::Org { (glyphs::sprite()) }
                    header.top { span.mark { (ladder()) (self.mark) } (self.links()) }
                    main id="main" tabindex="-1" { (self.main) }
                    footer.foot { div {
                        @for line in &self.foot { span { (line) } }
                        span { "Nothing on this page is loaded from anywhere else." }
                    } }
                }
            }
        }
        .into_string()
    }

    /// A page of the server.
    pub fn web(&self, chrome: &Chrome<'_>) -> String {
        // Drawings carry their style with them; here it stands in the file of styles, and nothing inline is allowed.
        if self.kind != Kind::Site {
            return self.framed(chrome);
        }
        let style = format!("<style>{}</style>", crate::site::DRAWING);
        self.framed(chrome).replace(&style, "")
    }

    fn framed(&self, chrome: &Chrome<'_>) -> String {
        html! {
            (DOCTYPE)
            html lang=(self.language()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) @if self.title != "Rung" { " · Rung" } }
                    meta name="description" content=(self.description);
                    link rel="stylesheet" href={ "/assets/rung.css?" (chrome.version) };
                    link rel="icon" href={ "/assets/rung.svg?" (chrome.version) } type="image/svg+xml";
                    script defer src={ "/assets/rung.js?" (chrome.version) } {}
                }
                body class=[self.kind.class()] {
                    a.skip href="#main" { "Skip to the content" }
                    (sprite()) (glyphs::sprite())
                    (chrome.head())
                    @if !self.links.1.is_empty() { div.sub { (self.links()) } }
                    @if let Some(notice) = chrome.notice { p.notice role="status" { (notice) } }
                    main id="main" tabindex="-1" { (self.main) }
                    footer.foot { div {
                        @if chrome.invented { span { "Everyone here is invented." } }
                        @for line in &self.foot { span { (line) } }
                        span { a href="/privacy" { "What is held, and who sees it" } }
                    } }
                }
            }
        }
        .into_string()
    }
}

impl Chrome<'_> {
    fn is_here(&self, to: &str) -> Option<&'static str> {
        let under = self
            .here
            .strip_prefix(to.trim_end_matches('/'))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        (self.here == to || (to != "/" && under)).then_some("page")
    }

    fn head(&self) -> Markup {
        html! {
            header.top.app {
                a.mark href="/" { (ladder()) "rung" }
                @if let Some(who) = self.who {
                    nav aria-label="Rung" {
                        @for (to, words) in &self.parts { a href=(to) aria-current=[self.is_here(to)] { (words) } }
                    }
                    form.search action="/search" method="get" role="search" aria-label="Everywhere" {
                        label.vh for="q" { "Search roles, people and teams" }
                        input id="q" name="q" type="search" placeholder="Search" autocomplete="off";
                    }
                    details.menu {
                        summary { (who) }
                        div {
                            @for (to, words) in &self.own { a href=(to) aria-current=[self.is_here(to)] { (words) } }
                            form action="/logout" method="post" { (token(self.csrf)) button.link type="submit" { "Log out" } }
                        }
                    }
                } @else {
                    nav aria-label="Rung" { a href="/login" { "Log in" } }
                }
            }
        }
    }
}

/// The hidden field that says a form is one of this server's.
pub(crate) fn token(csrf: &str) -> Markup {
    html! { input type="hidden" name="csrf" value=(csrf); }
}

pub(crate) fn ladder() -> Markup {
    html! {
        svg viewBox="0 0 18 18" aria-hidden="true" focusable="false" {
            path.mark-line d="M4 1v16M14 1v16M4 4.5h10M4 9h10M4 13.5h10" {}
        }
    }
}

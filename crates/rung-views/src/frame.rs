//! The frame of a page: one complete HTML document that loads nothing and runs nothing.

use maud::{DOCTYPE, Markup, html};

use crate::plot::sprite;

/// Design tokens and base styles: the only style sheet there is.
pub(crate) const TOKENS: &str = include_str!("tokens.css");

/// Forbids whatever is not in the file itself.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A document around its parts.
pub(crate) struct Document<'a> {
    /// Title of the window.
    pub(crate) title: &'a str,
    /// What the page is, in a sentence.
    pub(crate) description: &'a str,
    /// Sections to jump to: id and name.
    pub(crate) contents: &'a [(&'a str, &'a str)],
    /// Sentences at the foot.
    pub(crate) foot: &'a [String],
}

impl Document<'_> {
    /// The whole document.
    pub(crate) fn draw(&self, main: &Markup) -> String {
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
                    style { (maud::PreEscaped(TOKENS)) }
                }
                body {
                    a.skip href="#main" { "Skip to the content" }
                    (sprite())
                    header.top {
                        span.mark { (ladder()) "rung" }
                        nav aria-label="On this page" {
                            @for (id, name) in self.contents { a href={ "#" (id) } { (name) } }
                        }
                    }
                    main id="main" tabindex="-1" { (main) }
                    footer.foot { div { @for line in self.foot { span { (line) } } } }
                }
            }
        }
        .into_string()
    }
}

pub(crate) fn ladder() -> Markup {
    html! {
        svg viewBox="0 0 18 18" aria-hidden="true" focusable="false" {
            path.mark-line d="M4 1v16M14 1v16M4 4.5h10M4 9h10M4 13.5h10" {}
        }
    }
}

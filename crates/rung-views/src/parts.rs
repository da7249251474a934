//! Parts that pages are made of: section heads, figure captions, keys, table twins.

use maud::{Markup, html};

use crate::tone::Tone;

/// Running text whose ranges never break over two lines: a word joiner follows each dash inside a word.
pub(crate) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        out.push(c);
        let joins = |c: char| c.is_alphanumeric() || c == '%';
        if c == '–' && joins(before) && chars.peek().copied().is_some_and(joins) {
            out.push('\u{2060}');
        }
        before = c;
    }
    out
}

/// [`prose`] in which words between backticks are code.
pub(crate) fn noted(text: &str) -> Markup {
    html! {
        @for (place, piece) in prose(text).split('`').enumerate() {
            @if place % 2 == 1 { code { (piece) } } @else { (piece) }
        }
    }
}

/// The head of a section: a kicker names the topic, the heading says what was found.
pub(crate) fn head(id: &str, kicker: &str, finding: &str, note: &str) -> Markup {
    html! {
        div.sec {
            p.kicker { (kicker) }
            h2 id={ (id) "-h" } { (prose(finding)) }
            @if !note.is_empty() { p.note { (noted(note)) } }
        }
    }
}

/// A section named by its heading.
pub(crate) fn section(id: &str, inner: &Markup) -> Markup {
    html! { section id=(id) aria-labelledby={ (id) "-h" } { (inner) } }
}

/// A figure's caption: what is drawn, then unit, window and how to read it.
pub(crate) fn caption(title: &str, subtitle: &str) -> Markup {
    html! { figcaption { b { (prose(title)) } span { (prose(subtitle)) } } }
}

/// The little square that says what a colour or texture stands for.
pub(crate) fn swatch(tone: Tone) -> Markup {
    let framed = matches!(tone, Tone::Unknown | Tone::Unseen);
    html! {
        svg.sw viewBox="0 0 14 14" aria-hidden="true" focusable="false" {
            rect.(tone.class()).framed[framed] x=".5" y=".5" width="13" height="13" {}
        }
    }
}

/// One key a figure, always in the same order. The amounts are optional.
pub(crate) fn key(entries: &[(Tone, Option<String>, Option<String>)]) -> Markup {
    let amounts = entries.iter().any(|(_, amount, _)| amount.is_some());
    html! {
        ul.key.amounts[amounts] {
            @for (tone, amount, range) in entries {
                li {
                    (swatch(*tone)) span { (tone.name()) }
                    @if let Some(amount) = amount {
                        span.much { b { (amount) } @if let Some(range) = range { " " span { (prose(range)) } } }
                    }
                }
            }
        }
    }
}

/// The numbers of a plot as a table, one step away.
pub(crate) struct Twin<'a> {
    /// What to open: "The split as a table".
    pub(crate) summary: &'a str,
    /// What the table holds, with its unit.
    pub(crate) caption: &'a str,
    /// Heads; the first is of the row names.
    pub(crate) heads: &'a [&'a str],
    /// Rows: name, then a cell for each further head.
    pub(crate) rows: Vec<(String, Vec<String>)>,
}

impl Twin<'_> {
    /// The closed table.
    pub(crate) fn draw(&self) -> Markup {
        html! {
            details.twin {
                summary { (self.summary) }
                div.scroll tabindex="0" role="region" aria-label=(self.summary) {
                    table {
                        caption { (prose(self.caption)) }
                        thead { tr {
                            @for (place, head) in self.heads.iter().enumerate() {
                                @if place == 0 { th scope="col" { (head) } } @else { th scope="col" { (prose(head)) } }
                            }
                        } }
                        tbody {
                            @for (name, cells) in &self.rows {
                                tr { th scope="row" { (prose(name)) } @for cell in cells { td { (prose(cell)) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A command to type; its lines break between words only, never after a hyphen.
pub(crate) fn command(line: &str) -> Markup {
    html! {
        code.cmd { @for (place, word) in line.split(' ').enumerate() { @if place > 0 { " " } span { (word) } } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_do_not_break() {
        assert_eq!(prose("about 72 % (68–78 %)"), "about 72 % (68–\u{2060}78 %)");
        assert_eq!(prose("18 May – 15 Nov"), "18 May – 15 Nov");
        assert_eq!(prose("Jul–Sep"), "Jul–\u{2060}Sep");
    }
}
